//! What the emulator has acknowledged outlives it: it is killed in the middle of writes, again and again, and started
//! anew with the same data directory.
//!
//! The emulator is the real program, `spice-cloud emulator`, which `cargo test --workspace` builds along with the tests.
//! With `cargo test -p spice-cloud-tests` alone it is the one of an earlier build, or none, which the test says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use spice_cloud::blocking::Client;
use spice_cloud::{CreateApp, UpdateApp};

const ROUNDS: u64 = 5;
const WRITERS: u64 = 4;
/// How many changes are acknowledged in a round before the emulator is killed, at least and at most.
const CHANGES: [u64; 2] = [20, 120];

/// What was acknowledged last about each thing: an app's description, or a secret that is there or deleted. What was
/// asked for and not acknowledged is in neither state for sure and is left out.
#[derive(Default)]
struct Known {
    apps: BTreeMap<i64, String>,
    secrets: BTreeMap<(i64, String), bool>,
}

/// Numbers that look random and follow from a seed.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }
}

/// The program that cargo has put beside the folder of this one.
fn program() -> PathBuf {
    let here = std::env::current_exe().expect("a test knows where it is");
    let folder = here.parent().and_then(Path::parent).expect("a test lies in a folder of the target folder");
    let program = folder.join(format!("spice-cloud{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.is_file(),
        "{} is not there: build it with `cargo build -p spice-cloud-cli`, or run `cargo test --workspace`",
        program.display()
    );
    program
}

/// A running emulator, which is killed when it is dropped.
struct Emulator {
    child: Child,
    url: String,
    token: String,
}

impl Emulator {
    fn start(data: &Path, ready: &Path) -> Self {
        let mut child = Command::new(program())
            .args(["emulator", "--port", "0", "--seed", "empty", "--exit-with-parent", "--data-dir"])
            .arg(data)
            .arg("--ready-file")
            .arg(ready)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the emulator starts");
        let mut line = String::new();
        let output = child.stdout.take().expect("its output is piped");
        BufReader::new(output).read_line(&mut line).expect("the emulator says something");
        // From here on it is killed, whatever becomes of this.
        let mut emulator = Self { child, url: String::new(), token: String::new() };
        let told: serde_json::Value =
            serde_json::from_str(&line).unwrap_or_else(|_| panic!("the emulator is not ready: {line:?}"));
        // Whatever a killed one has left there.
        let file = std::fs::read_to_string(ready).expect("the ready file is there");
        assert_eq!(file, line, "the ready file is of this start");
        told["url"].as_str().expect("an address").clone_into(&mut emulator.url);
        told["token"].as_str().expect("a token").clone_into(&mut emulator.token);
        emulator
    }

    fn client(&self) -> Client {
        let builder = spice_cloud::Client::builder().base_url(&self.url).token(self.token.as_str());
        builder.max_retries(0).build_blocking().expect("a client can be built")
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // SIGKILL, where there are signals: nothing in it gets to tidy up.
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }
}

/// One writer: makes changes until the emulator is gone, and notes what is acknowledged.
struct Writer {
    client: Client,
    random: Random,
    name: String,
    known: Known,
    acknowledged: Sender<()>,
}

impl Writer {
    fn run(mut self, killed: &AtomicBool) -> Known {
        for number in 0_u64.. {
            let done = self.change(number);
            // Who counts may have counted enough.
            let _ = self.acknowledged.send(());
            if let Err(error) = done {
                assert!(killed.load(Ordering::SeqCst), "it was refused while the emulator ran: {error}");
                break;
            }
        }
        self.known
    }

    fn change(&mut self, number: u64) -> spice_cloud::Result<()> {
        let apps = self.known.apps.len() as u64;
        let kind = self.random.below(10);
        if apps == 0 || (kind == 0 && apps < 5) {
            let name = format!("{}-{number}", self.name);
            let app = self.client.apps().create(CreateApp::builder().name(name).build())?;
            self.known.apps.insert(app.id, String::new());
            return Ok(());
        }
        let place = usize::try_from(self.random.below(apps)).expect("a small number");
        let app = *self.known.apps.keys().nth(place).expect("one of them");
        let own = self.known.secrets.iter().find(|((of, _), there)| *of == app && **there);
        match (kind, own.map(|(key, _)| key.clone())) {
            (1..=2, _) => {
                self.known.apps.remove(&app);
                let description = format!("change {number}");
                let mut params = UpdateApp::default();
                params.description = Some(description.clone());
                self.client.apps().update(app, params)?;
                self.known.apps.insert(app, description);
            }
            (3..=4, Some(key)) => {
                self.known.secrets.remove(&key);
                self.client.secrets().delete(app, key.1.as_str())?;
                self.known.secrets.insert(key, false);
            }
            _ => {
                let name = format!("SECRET_{number}");
                self.client.secrets().set(app, name.as_str(), "example-1")?;
                self.known.secrets.insert((app, name), true);
            }
        }
        Ok(())
    }
}

/// Lets writers write and kills the emulator under them; gives what was acknowledged.
fn round(emulator: Emulator, round: u64, random: &mut Random) -> Vec<Known> {
    let killed = AtomicBool::new(false);
    let (sender, receiver) = channel();
    thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let writer = Writer {
                    client: emulator.client(),
                    random: Random(random.below(u64::MAX)),
                    name: format!("app-{round}-{writer}"),
                    known: Known::default(),
                    acknowledged: sender.clone(),
                };
                scope.spawn(|| writer.run(&killed))
            })
            .collect();
        drop(sender);
        wait_for_a_random_moment(&receiver, random);
        killed.store(true, Ordering::SeqCst);
        drop(emulator);
        writers.into_iter().map(|writer| writer.join().expect("a writer ends by itself")).collect()
    })
}

/// Some changes, and then a part of the next.
fn wait_for_a_random_moment(acknowledged: &Receiver<()>, random: &mut Random) {
    let changes = CHANGES[0] + random.below(CHANGES[1] - CHANGES[0]);
    for _ in 0..changes {
        acknowledged.recv().expect("somebody writes");
    }
    let part = Duration::from_micros(random.below(2_000));
    // Either way a moment has passed.
    let _ = acknowledged.recv_timeout(part);
}

/// What was acknowledged and is not as it was acknowledged.
fn lost(client: &Client, all: &[Known]) -> Vec<String> {
    let mut lost = Vec::new();
    for known in all {
        for (app, description) in &known.apps {
            match client.apps().get(*app) {
                Ok(found) if found.description.as_deref().unwrap_or_default() == description => {}
                other => lost.push(format!("app {app} with {description:?}: {other:?}")),
            }
        }
        let apps: BTreeSet<i64> = known.secrets.keys().map(|(app, _)| *app).collect();
        for app in apps {
            let found = client.secrets().list(app).expect("the secrets of an app are listed");
            let found: BTreeSet<&str> = found.iter().map(|secret| secret.name.as_str()).collect();
            let of_app = known.secrets.iter().filter(|((of, _), _)| *of == app);
            for ((_, name), there) in
                of_app.filter(|((_, name), there)| found.contains(name.as_str()) != **there)
            {
                lost.push(format!("secret {name} of {app}, there: {there}"));
            }
        }
    }
    lost
}

#[test]
fn no_acknowledged_change_is_lost_when_the_emulator_is_killed() {
    let given = std::env::var("DURABILITY_SEED").ok().and_then(|seed| seed.parse().ok());
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("the clock is set");
    let seed = given.unwrap_or(now.as_secs() * 1_000 + u64::from(now.subsec_millis()));
    writeln!(std::io::stderr(), "DURABILITY_SEED={seed}").expect("standard error is open");
    let mut random = Random(seed);
    let folder = tempfile::tempdir().expect("a folder");
    let (data, ready) = (folder.path().join("data"), folder.path().join("ready.json"));
    let mut all = Vec::new();
    for number in 0..ROUNDS {
        all.extend(round(Emulator::start(&data, &ready), number, &mut random));
        let again = Emulator::start(&data, &ready);
        let lost = lost(&again.client(), &all);
        assert!(lost.is_empty(), "seed {seed}, round {number}:\n  {}", lost.join("\n  "));
    }
    let changes: usize = all.iter().map(|known| known.apps.len() + known.secrets.len()).sum();
    assert!(changes >= 50, "only {changes} changes were looked at");
}
