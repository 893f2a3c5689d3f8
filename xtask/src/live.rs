//! `cargo xtask live`: reads a few things from the real API with the token in the environment, and changes nothing.

use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::demo;
use crate::process::{fail, note, say};

/// Commands that only read. The first needs credentials: without any, nothing is sent at all.
const COMMANDS: [&[&str]; 5] =
    [&["regions"], &["health"], &["images"], &["orgs"], &["apps", "list", "--limit", "5"]];

/// The command's exit code for credentials that are missing or refused: the others would say the same.
const NOT_AUTHENTICATED: i32 = 3;

/// Why a command failed.
struct Failed {
    code: Option<i32>,
    words: String,
}

/// Runs each command and shows what came of it.
pub(crate) fn run(root: &Path) -> ExitCode {
    let binary = match demo::build(root) {
        Ok(binary) => binary,
        Err(message) => return fail(&message, 1),
    };
    let mut failed = 0;
    for arguments in COMMANDS {
        let began = Instant::now();
        let outcome = read(&binary, arguments);
        if let Some(refused) = outcome.as_ref().err().filter(|failed| failed.code == Some(NOT_AUTHENTICATED))
        {
            return fail(refused.words.trim_start_matches("error: "), 2);
        }
        let outcome = outcome.map_err(|failed| failed.words);
        failed += usize::from(outcome.is_err());
        say(&line(arguments, &outcome, began.elapsed()));
    }
    note(&format!("{} of {} commands succeeded", COMMANDS.len() - failed, COMMANDS.len()));
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Why a command failed, as it says itself. What it reads stays out of sight: it is somebody's own.
fn read(binary: &Path, arguments: &[&str]) -> Result<(), Failed> {
    let output = Command::new(binary)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Failed { code: None, words: format!("it did not start: {error}") })?;
    if output.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&output.stderr);
    let words = words.lines().next().map_or_else(|| output.status.to_string(), str::to_owned);
    Err(Failed { code: output.status.code(), words })
}

fn line(arguments: &[&str], outcome: &Result<(), String>, took: Duration) -> String {
    let (verdict, why) = match outcome {
        Ok(()) => ("ok    ", ""),
        Err(why) => ("FAILED", why.as_str()),
    };
    let command = arguments.join(" ");
    format!("{verdict}  {command:<22} {:>6.1} s  {why}", took.as_secs_f64()).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_command_is_one_line_of_the_table() {
        let took = Duration::from_millis(1500);
        assert_eq!(line(&["regions"], &Ok(()), took), "ok      regions                   1.5 s");
        let failed = line(&["apps", "list"], &Err("error: no".into()), took);
        assert!(failed.starts_with("FAILED  apps list ") && failed.ends_with("1.5 s  error: no"), "{failed}");
    }
}
