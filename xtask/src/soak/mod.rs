//! `cargo xtask soak`: uses the SDK of each language for long while requests go wrong, and looks whether it breaks, hangs
//! or leaks. `tests/soak/README.md` says what the programs do.

mod emulator;
mod judge;
mod programs;
mod report;
mod samples;
mod watch;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::binary;
use crate::faces::{Face, Standing};
use crate::process::{fail, first_line, note, say};
use crate::reliability;
use emulator::Emulator;
use judge::{Finding, Measure, judge};
use programs::Program;

/// Workers of a program; each makes one call at a time.
const AT_ONCE: u32 = 8;
/// What a call may take: 10 s for itself and 5 s to find out what became of it, 10 s to wait for a deployment, and a margin.
const CALL_LIMIT: Duration = Duration::from_secs(30);
/// How long a run has to be before growth is judged: before that there is nothing but warming up.
const JUDGED: Duration = Duration::from_secs(120);
/// How long the smoke of `cargo xtask test` lasts.
const SMOKE: Duration = Duration::from_secs(8);
/// How often a person is told how far it is.
const PROGRESS: Duration = Duration::from_secs(30);

/// What is wanted of a run.
#[derive(clap::Args)]
pub(crate) struct Soak {
    /// Languages to run; all that can if not given.
    #[arg(value_enum)]
    faces: Vec<Face>,
    /// How long each runs.
    #[arg(long, default_value_t = 10.0)]
    minutes: f64,
    /// Steps per second of each program.
    #[arg(long, default_value_t = 50.0)]
    rate: f64,
    /// Seed of the faults; from the clock if not given.
    #[arg(long)]
    seed: Option<u64>,
    /// Run one program after the other, not all beside each other.
    #[arg(long)]
    one_by_one: bool,
    /// Keep the result in docs/reliability.md.
    #[arg(long)]
    write: bool,
}

/// What all programs share.
#[derive(Deserialize)]
struct Plan {
    mixture: Vec<String>,
    excused: Vec<String>,
    faults: Vec<Value>,
}

impl Plan {
    fn read(root: &Path) -> Result<Self, String> {
        let file = root.join("tests/soak/plan.json");
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))
    }
}

/// How a program is run.
#[derive(Clone, Copy)]
struct Pace {
    work: Duration,
    rate: f64,
    seed: u64,
}

/// Runs the programs, and says what came of it.
pub(crate) fn run(root: &Path, wanted: &Soak) -> ExitCode {
    let pace = match pace(wanted) {
        Ok(pace) => pace,
        Err(why) => return fail(&why, 2),
    };
    let faces: Vec<Face> =
        Face::ALL.into_iter().filter(|face| wanted.faces.is_empty() || wanted.faces.contains(face)).collect();
    if let Some(face) = faces.iter().find(|face| face.standing(root) != Standing::Ready) {
        return fail(&format!("{} cannot run here: {}", face.name(), face.how_to_get()), 1);
    }
    let findings = match all(root, &faces, pace, wanted.one_by_one) {
        Ok(findings) => findings,
        Err(why) => return fail(&why, 1),
    };
    let told = told(&findings, wanted, pace);
    say(&format!("\n{told}"));
    let problems = problems(&findings);
    if !problems.is_empty() {
        return fail(&problems.join("\n"), 1);
    }
    match wanted.write.then(|| reliability::keep(root, "soak", &told)) {
        Some(Err(why)) => fail(&why, 1),
        _ => ExitCode::SUCCESS,
    }
}

/// A few seconds of a language, which must be clean; they say nothing of growth.
pub(crate) fn smoke(root: &Path, face: Face) -> Result<(), String> {
    let findings = all(root, &[face], Pace { work: SMOKE, rate: 50.0, seed: clock() }, false)?;
    note(&report::table(&findings));
    let problems = problems(&findings);
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn pace(wanted: &Soak) -> Result<Pace, String> {
    let work = Duration::try_from_secs_f64(wanted.minutes * 60.0).ok().filter(|work| work.as_secs() > 0);
    let work = work.ok_or("--minutes has to be a time of at least a second, such as 0.5")?;
    if !(1.0..=1000.0).contains(&wanted.rate) {
        return Err("--rate has to be from 1 to 1000".to_owned());
    }
    Ok(Pace { work, rate: wanted.rate, seed: wanted.seed.unwrap_or_else(clock) })
}

/// A seed that another run does not have.
fn clock() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

fn all(root: &Path, faces: &[Face], pace: Pace, one_by_one: bool) -> Result<Vec<Finding>, String> {
    let plan = Plan::read(root)?;
    let emulator = binary::build(root, "spice-cloud-cli", "spice-cloud")?;
    let mut programs = Vec::new();
    for face in faces {
        programs.extend(programs::of(root, *face).map_err(|why| format!("{}: {why}", face.name()))?);
    }
    note(&format!(
        "{} programs for {} s, {} steps per second each; seed {}",
        programs.len(),
        pace.work.as_secs(),
        pace.rate,
        pace.seed
    ));
    if one_by_one {
        let mut findings = Vec::new();
        for program in programs {
            findings.extend(beside(vec![program], &plan, &emulator, pace)?);
        }
        return Ok(findings);
    }
    beside(programs, &plan, &emulator, pace)
}

/// Runs programs beside each other, and says from time to time how far they are.
fn beside(programs: Vec<Program>, plan: &Plan, emulator: &Path, pace: Pace) -> Result<Vec<Finding>, String> {
    let counts: Vec<(&str, AtomicU64)> =
        programs.iter().map(|program| (program.title, AtomicU64::new(0))).collect();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let teller = scope.spawn(|| tell(&counts, &done));
        let running: Vec<_> = programs
            .into_iter()
            .zip(&counts)
            .map(|(program, (_, calls))| scope.spawn(move || one(program, plan, emulator, pace, calls)))
            .collect();
        let findings = running
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| Err("a thread of the soak panicked".to_owned())))
            .collect();
        done.store(true, Ordering::Relaxed);
        teller.thread().unpark();
        findings
    })
}

fn tell(counts: &[(&str, AtomicU64)], done: &AtomicBool) {
    let began = Instant::now();
    let mut told = began;
    while !done.load(Ordering::Relaxed) {
        thread::park_timeout(PROGRESS);
        if told.elapsed() >= PROGRESS {
            told = Instant::now();
            let calls =
                counts.iter().map(|(title, calls)| format!("{title} {}", calls.load(Ordering::Relaxed)));
            let calls = calls.collect::<Vec<_>>().join("; ");
            note(&format!("{} s, calls: {calls}", began.elapsed().as_secs()));
        }
    }
}

/// Runs one program to its end.
fn one(
    program: Program,
    plan: &Plan,
    emulator: &Path,
    pace: Pace,
    calls: &AtomicU64,
) -> Result<Finding, String> {
    let Program { title, client, mut command } = program;
    let wrong = |why: String| format!("{title}: {why}");
    let emulator = Emulator::start(emulator, pace.seed).map_err(wrong)?;
    let seconds = pace.work.as_secs_f64();
    command.arg(
        json!({
            "url": emulator.url,
            "token": emulator.token,
            "client": client,
            "rate": pace.rate,
            "seconds": seconds,
            "at_once": AT_ONCE,
            "call_limit": CALL_LIMIT.as_secs_f64(),
            "mixture": plan.mixture,
        })
        .to_string(),
    );
    let on_ready = || emulator.spoil(&plan.faults);
    let on_calls = |number| calls.store(number, Ordering::Relaxed);
    let seen = watch::watch(command, pace.work, CALL_LIMIT, on_ready, on_calls).map_err(wrong)?;
    let spoilt = emulator.spoilt().map_err(wrong)?;
    let growth = pace.work >= JUDGED;
    let measure = Measure { seconds, rate: pace.rate, growth, excused: &plan.excused };
    Ok(judge(title, seen, spoilt, measure))
}

fn problems(findings: &[Finding]) -> Vec<String> {
    let of = |finding: &Finding| {
        let title = finding.title;
        finding.problems.iter().map(|problem| format!("{title}: {problem}")).collect::<Vec<_>>()
    };
    findings.iter().flat_map(of).collect()
}

/// What the page keeps.
fn told(findings: &[Finding], wanted: &Soak, pace: Pace) -> String {
    let date =
        first_line(Command::new("date").arg("+%Y-%m-%d")).unwrap_or_else(|_| "unknown date".to_owned());
    let beside = if wanted.one_by_one { "one after the other" } else { "beside each other" };
    format!(
        "{date}: {} minutes each, {beside}, {} steps per second, seed {}.\n\n{}\nErrors that the faults led to: {}.",
        wanted.minutes,
        pace.rate,
        pace.seed,
        report::table(findings),
        report::errors(findings)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The steps that each program knows.
    const STEPS: [&str; 9] =
        ["list", "get", "update", "set", "delete", "keys", "regenerate", "deploy", "create"];

    #[test]
    fn one_request_in_twenty_is_spoilt_and_every_step_is_made() {
        let plan = Plan::read(&crate::root()).unwrap();
        let shares = plan.faults.iter().map(|fault| fault["probability"].as_f64().unwrap());
        let all: f64 = shares.sum();
        assert!((all - 0.05).abs() < 1e-9, "{all}");
        for step in STEPS {
            assert!(plan.mixture.iter().any(|known| known == step), "{step} is not made");
        }
        for step in &plan.mixture {
            assert!(STEPS.contains(&step.as_str()), "no program knows {step}");
        }
    }

    #[test]
    fn a_bug_of_the_sdk_is_never_excused() {
        let excused = Plan::read(&crate::root()).unwrap().excused;
        for code in ["SPICE_INTERNAL", "SPICE_CONFIG", "SPICE_VALIDATION", "SPICE_CLIENT_CLOSED"] {
            assert!(!excused.iter().any(|known| known == code), "{code}");
        }
    }

    #[test]
    fn what_cannot_be_run_is_refused() {
        let wanted = |minutes, rate| Soak {
            faces: Vec::new(),
            minutes,
            rate,
            seed: Some(7),
            one_by_one: false,
            write: false,
        };
        let pace = pace(&wanted(0.5, 20.0)).ok().unwrap();
        assert_eq!((pace.work, pace.seed), (Duration::from_secs(30), 7));
        for (minutes, rate) in [(0.0, 20.0), (-1.0, 20.0), (f64::NAN, 20.0), (1.0, 0.0), (1.0, f64::INFINITY)]
        {
            assert!(super::pace(&wanted(minutes, rate)).is_err(), "{minutes} {rate}");
        }
    }
}
