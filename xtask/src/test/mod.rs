//! `cargo xtask test`: every check of the languages asked for, ending with the plain line `N passed, M failed`.

pub(crate) mod given_away;
mod kotlin;
mod node;
mod pytest;
mod python;
mod rust;
mod swift;
mod tap;

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::canary;
use crate::faces::{Face, Standing};
use crate::libtest::Tally;
use crate::process::{fail, note, say, watch};

/// One line of the summary.
struct Outcome {
    what: String,
    tally: Tally,
    took: Duration,
}

/// What was run, and what could not be.
#[derive(Default)]
struct Ran {
    outcomes: Vec<Outcome>,
    left_out: Vec<String>,
}

impl Ran {
    /// Something that this machine lacks: an error where everything has to be tested, named elsewhere.
    fn lacks(&mut self, what: &str, how_to_get: &str) {
        let words = format!("{what}: left out, {how_to_get}");
        if std::env::var("CI").is_ok_and(|value| value == "true") {
            self.outcomes.push(failure(what, words));
        } else {
            self.left_out.push(words);
        }
    }
}

/// Runs the tests of these faces, or of every face when none is named.
pub(crate) fn run(root: &Path, asked: &[Face]) -> ExitCode {
    let faces = match plan(root, asked) {
        Ok(faces) => faces,
        Err(absent) => return fail(&format!("{} is not in this checkout yet", absent.name()), 2),
    };
    let mut ran = Ran::default();
    let faces: Vec<(Face, Standing)> = faces.into_iter().map(|face| (face, face.standing(root))).collect();
    let ready: Vec<Face> =
        faces.iter().filter(|(_, standing)| *standing == Standing::Ready).map(|(face, _)| *face).collect();
    let builds = given_away::start(root, &ready);
    for (face, standing) in faces {
        match standing {
            Standing::Ready => from_sources(root, face, &mut ran),
            Standing::NotHere => ran.left_out.push(format!("{}: not in this checkout yet", face.name())),
            Standing::NoToolchain => ran.lacks(face.name(), face.how_to_get()),
        }
    }
    ran.outcomes.extend(match builds {
        Ok(builds) => builds.finish(),
        Err(why) => Some(failure(given_away::WHAT, why)),
    });
    for face in ready {
        packaged(root, face, &mut ran);
    }
    note("");
    for line in summary(&ran.outcomes, &ran.left_out) {
        say(&line);
    }
    if succeeded(&ran.outcomes) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The faces to test, each once; an error names one that was asked for and is not in this checkout.
fn plan(root: &Path, asked: &[Face]) -> Result<Vec<Face>, Face> {
    if let Some(absent) = asked.iter().find(|face| face.standing(root) == Standing::NotHere) {
        return Err(*absent);
    }
    let wanted = |face: &Face| asked.is_empty() || asked.contains(face);
    Ok(Face::ALL.into_iter().filter(wanted).collect())
}

/// A face as it is worked on.
fn from_sources(root: &Path, face: Face, ran: &mut Ran) {
    match face {
        Face::Rust => rust::run(root, ran),
        Face::Python => python::from_sources(root, ran),
        Face::Node => node::from_sources(root, ran),
        Face::Kotlin => kotlin::from_sources(root, ran),
        Face::Swift => swift::run(root, ran),
    }
}

/// A face as it is given away. Rust and Swift are used as sources, by other projects too, in the steps above.
fn packaged(root: &Path, face: Face, ran: &mut Ran) {
    match face {
        Face::Rust | Face::Swift => {}
        Face::Python => python::packaged(root, ran),
        Face::Node => node::packaged(root, ran),
        Face::Kotlin => kotlin::packaged(root, ran),
    }
}

/// Runs one step, with its name before it and its time kept.
fn step(what: &str, work: impl FnOnce() -> Tally) -> Outcome {
    note(&format!("\n=== {what}"));
    let began = Instant::now();
    let tally = work();
    Outcome { what: what.to_owned(), tally, took: began.elapsed() }
}

/// Whether nothing that the tests of a face have just recorded shows a planted secret.
fn canaries(root: &Path, face: Face) -> Outcome {
    step(&format!("{}: canaries", face.name()), || one(canary::search(root, face).map(drop)))
}

fn failure(what: &str, why: String) -> Outcome {
    Outcome { what: what.to_owned(), tally: one(Err(why)), took: Duration::ZERO }
}

/// A check that counts as one.
fn one(result: Result<(), String>) -> Tally {
    match result {
        Ok(()) => Tally { passed: 1, ..Tally::default() },
        Err(why) => Tally { failed: 1, remarks: vec![why], ..Tally::default() },
    }
}

/// Runs a command whose output the person sees, and which has to end well.
fn check(command: &mut Command) -> Result<(), String> {
    let program = command.get_program().to_owned();
    let name = Path::new(&program).file_stem().unwrap_or(&program).to_string_lossy().into_owned();
    match watch(command, |_| ()) {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} ended with {status}")),
        Err(error) => Err(format!("{name} did not start: {error}")),
    }
}

/// Nothing failed, and something was tested at all.
fn succeeded(outcomes: &[Outcome]) -> bool {
    outcomes.iter().all(|outcome| outcome.tally.failed == 0)
        && outcomes.iter().any(|outcome| outcome.tally.passed > 0)
}

/// The summary, whose last line is the plain count. What failed comes last before it, where it is seen even if
/// only the end of a long output is kept.
fn summary(outcomes: &[Outcome], left_out: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut passed, mut failed) = (0, 0);
    lines.extend(left_out.iter().cloned());
    let (bad, good): (Vec<_>, Vec<_>) = outcomes.iter().partition(|outcome| outcome.tally.failed > 0);
    for Outcome { what, tally, took } in good.into_iter().chain(bad) {
        let verdict = if tally.failed == 0 { "ok    " } else { "FAILED" };
        let counts = format!("{} passed, {} failed", tally.passed, tally.failed);
        lines.push(format!("{verdict}  {what:<34} {counts:<24} {:>6.1} s", took.as_secs_f64()));
        // What a step says may have many lines, of which none may look like the final one.
        lines.extend(
            tally.remarks.iter().flat_map(|words| words.lines()).map(|line| format!("        {line}")),
        );
        passed += tally.passed;
        failed += tally.failed;
    }
    lines.push(format!("{passed} passed, {failed} failed"));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(what: &str, tally: Tally) -> Outcome {
        Outcome { what: what.into(), tally, took: Duration::from_millis(1500) }
    }

    #[test]
    fn the_summary_ends_with_what_failed_and_the_sum() {
        let outcomes = [
            outcome("rust: cargo test", Tally { passed: 7, failed: 1, remarks: vec!["failed: a".into()] }),
            outcome("rust: cargo fmt", one(Ok(()))),
        ];
        let lines = summary(&outcomes, &["python: not in this checkout yet".into()]);
        assert_eq!(lines.last().unwrap(), "8 passed, 1 failed");
        let before = &lines[..lines.len() - 1];
        assert_eq!(before[0], "python: not in this checkout yet");
        assert!(before[1].starts_with("ok ") && before[1].ends_with("1.5 s"), "{before:?}");
        assert!(before[2].starts_with("FAILED") && before[2].contains("7 passed, 1 failed"), "{before:?}");
        assert_eq!(before[3].trim(), "failed: a");
    }

    #[test]
    fn a_remark_cannot_pass_for_the_final_line() {
        let outcomes = [outcome("x", one(Err("first\n9 passed, 0 failed".into())))];
        let finals = summary(&outcomes, &[]).iter().filter(|line| line.starts_with(char::is_numeric)).count();
        assert_eq!(finals, 1);
    }

    #[test]
    fn nothing_passed_is_no_success() {
        assert!(!succeeded(&[]));
        assert!(!succeeded(&[outcome("x", Tally::default())]));
        assert!(succeeded(&[outcome("x", one(Ok(())))]));
        assert!(!succeeded(&[outcome("x", one(Ok(()))), outcome("y", one(Err("no".into())))]));
    }

    #[test]
    fn a_face_that_is_not_here_cannot_be_asked_for() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("core")).unwrap();
        assert_eq!(plan(root.path(), &[Face::Rust, Face::Python]), Err(Face::Python));
        assert_eq!(plan(root.path(), &[Face::Rust, Face::Rust]), Ok(vec![Face::Rust]));
        assert_eq!(plan(root.path(), &[]), Ok(Face::ALL.to_vec()));
    }
}
