//! `keys rotate`: new keys without downtime, handed out by a command of the user's.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use spice_cloud::{
    AppId, ErrorKind, Handover, RotateKeys, RotationEvent, RotationReport, RotationStep, Secret,
};
use tokio::sync::mpsc;

use crate::context::{Context, Done};
use crate::failure::Failure;
use crate::values::seconds;

/// Options of `keys rotate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Rotate {
    /// Id or name
    app: String,
    /// Command that hands a new key to whoever uses it: the key comes on its standard input, its number in `SPICE_KEY_SLOT`
    #[arg(long, value_name = "COMMAND")]
    distribute: String,
    /// Command that succeeds when a key works, given like to the other; without it the app's runtime is asked
    #[arg(long, value_name = "COMMAND")]
    verify: Option<String>,
    /// How often in a row a key has to work; 3 if not given
    #[arg(long, value_name = "N")]
    verify_times: Option<i64>,
    /// How long it may take until it does; 120 if not given
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    verify_timeout: Option<Duration>,
    /// How long to wait before the first key is replaced, so that everybody has the second; 30 if not given
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    grace: Option<Duration>,
    /// File that remembers how far the rotation is, without the keys; .spice-cloud-rotation-ID.json if not given
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
}

/// Rotates the keys of an app, from where an earlier rotation stopped.
pub(crate) fn run(context: &mut Context<'_>, command: &Rotate) -> Done {
    let client = context.client()?;
    let id = context.app(&client, &command.app)?;
    let file = command.journal.clone().unwrap_or_else(|| journal_of(id));
    let journal = kept(&file)?;
    if journal.is_some() {
        context.tell(format!("going on from {}", file.display()));
    }
    let params = RotateKeys::builder()
        .maybe_journal(journal)
        .maybe_grace(command.grace)
        .maybe_verify_times(command.verify_times)
        .maybe_verify_timeout(command.verify_timeout)
        .build();
    let (told, events) = mpsc::unbounded_channel();
    let handover = handover(command, file.clone(), told);
    let rotated = rotate(context, client.api_keys().rotate(id, params, handover), events);
    match rotated {
        Ok(()) => {
            // It is of no more use, and the next rotation must not go on from it.
            let _ = fs::remove_file(&file);
            context.tell(format!("both keys of {} are new, and the old ones no longer work", command.app));
            Ok(())
        }
        Err(failure) if failure.kind() == Some(ErrorKind::DryRun) => Err(failure),
        Err(failure) => {
            // What the error knows is newer than the last step.
            let kept = failure.journal().map_or(Ok(()), |journal| keep(&file, journal));
            let failure = match kept {
                Err(problem) => failure.with_further_hint(&problem),
                Ok(()) if file.exists() => {
                    failure.with_further_hint(&format!("the same command goes on from {}", file.display()))
                }
                Ok(()) => failure,
            };
            Err(failure)
        }
    }
}

/// Drives the rotation, and tells each of its steps.
fn rotate(
    context: &mut Context<'_>,
    rotation: impl Future<Output = spice_cloud::Result<RotationReport>>,
    mut events: mpsc::UnboundedReceiver<RotationEvent>,
) -> Done {
    let quiet = context.global.quiet;
    let Context { io, runtime, cancel, attempts, .. } = context;
    let ended = runtime.block_on(async {
        let mut rotation = pin!(rotation);
        loop {
            let said = tokio::select! {
                biased;
                () = cancel.cancelled() => return Err(Failure::interrupted()),
                Some(event) = events.recv() => line(&event).filter(|_| !quiet),
                line = attempts.next() => Some(line),
                ended = &mut rotation => return ended.map(drop).map_err(Failure::from),
            };
            // Without a place for words the rotation goes on.
            if let Some(line) = said {
                drop(writeln!(io.stderr, "{line}"));
            }
        }
    });
    while let Ok(event) = events.try_recv() {
        if let Some(line) = line(&event) {
            context.tell(line);
        }
    }
    context.tell_attempts();
    ended
}

fn line(event: &RotationEvent) -> Option<String> {
    let what = match event.step {
        RotationStep::Started => return None,
        RotationStep::Replaced => "replaced",
        RotationStep::Distributed => "distributed",
        RotationStep::Verified => "verified",
        _ => event.step.as_str(),
    };
    Some(format!("{what} key {}", event.slot))
}

fn handover(command: &Rotate, file: PathBuf, told: mpsc::UnboundedSender<RotationEvent>) -> Handover {
    let distribute = command.distribute.clone();
    let (kept, looked) = (Arc::new(Mutex::new(Ok(()))), file);
    let is_kept = Arc::clone(&kept);
    let handover = Handover::new(move |slot, key| {
        let (command, kept) = (distribute.clone(), Arc::clone(&is_kept));
        async move {
            // Without a journal nobody could go on from here.
            let kept: Result<(), String> = kept.lock().unwrap_or_else(PoisonError::into_inner).clone();
            kept?;
            given(command, slot, key).await.map_err(Into::into)
        }
    })
    .on_event(move |event| {
        // Before anything else happens: a process may end at any time.
        *kept.lock().unwrap_or_else(PoisonError::into_inner) = keep(&looked, &event.journal);
        let _ = told.send(event);
    });
    let Some(verify) = command.verify.clone() else { return handover };
    handover.verify(move |slot, key| {
        let command = verify.clone();
        async move { given(command, slot, key).await.map(|()| true).map_err(Into::into) }
    })
}

/// Runs a command with a key on its standard input, away from the thread that drives the calls.
async fn given(command: String, slot: i64, key: Secret) -> Result<(), String> {
    let ran = tokio::task::spawn_blocking(move || run_with_key(&command, slot, &key)).await;
    ran.unwrap_or_else(|_| Err("the command was not run to its end".to_owned()))
}

fn run_with_key(command: &str, slot: i64, key: &Secret) -> Result<(), String> {
    let mut child = shell(command)
        .env("SPICE_KEY_SLOT", slot.to_string())
        .stdin(Stdio::piped())
        // Its words are for people, and results of this command are not its own.
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("the command cannot be run: {error}"))?;
    if let Some(mut stdin) = child.stdin.take() {
        // A command that does not read its input ends well or badly by itself.
        let _ = stdin.write_all(key.reveal().as_bytes());
    }
    let ended = child.wait_with_output().map_err(|error| format!("the command was lost: {error}"))?;
    if ended.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&ended.stderr);
    let last = words.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
    Err(format!("the command ended with {}: {}", ended.status, crate::output::plain(last)))
}

#[cfg(unix)]
fn shell(command: &str) -> Command {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", command]);
    shell
}

#[cfg(not(unix))]
fn shell(command: &str) -> Command {
    let mut shell = Command::new("cmd");
    shell.args(["/C", command]);
    shell
}

fn journal_of(app: AppId) -> PathBuf {
    PathBuf::from(format!(".spice-cloud-rotation-{}.json", app.get()))
}

fn kept(file: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(file) {
        Ok(journal) => Ok(Some(journal)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::usage(format!("{} cannot be read: {error}", file.display()))),
    }
}

/// Replaces the file as a whole: half a journal would be none.
fn keep(file: &Path, journal: &str) -> Result<(), String> {
    let beside = file.with_extension("new");
    fs::write(&beside, journal)
        .and_then(|()| fs::rename(&beside, file))
        .map_err(|error| format!("{} cannot be written: {error}", file.display()))
}
