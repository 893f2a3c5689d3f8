//! One program at work: what it says, what it holds, and whether it comes to an end.

use std::io::{BufRead as _, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::samples::{Sample, look};

/// How often a program is looked at.
const LOOK: Duration = Duration::from_millis(500);
/// How long a program may take to begin.
const BEGINNING: Duration = Duration::from_secs(120);
/// How long it may take to end, beside the time that its last calls may take.
const ENDING: Duration = Duration::from_secs(15);
/// So many lines of alarm are kept.
const ALARMS: usize = 5;

/// What programs print in the languages' own ways when something breaks that should not.
const ALARMING: [&str; 9] = [
    "panicked at",
    "Traceback (most recent call last)",
    "Exception in thread",
    "Exception ignored in",
    "Fatal error",
    "fatal error",
    "UnhandledPromiseRejection",
    "Uncaught",
    "was never awaited",
];

/// What was seen of a program.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// What it said in the end.
    pub(super) result: Option<Value>,
    pub(super) samples: Vec<Sample>,
    /// Bytes in use after a collection of garbage, and when.
    pub(super) heap: Vec<(f64, u64)>,
    /// How it did not begin or end as it should.
    pub(super) broken: Vec<String>,
    /// Lines on standard error that tell of something broken.
    pub(super) alarms: Vec<String>,
}

enum Said {
    Line(Value),
    Error(String),
}

/// Lets a program work for so long; `on_ready` is called when it begins, `on_calls` with how many it has made.
pub(super) fn watch(
    mut command: Command,
    work: Duration,
    last_call: Duration,
    on_ready: impl FnOnce() -> Result<(), String>,
    on_calls: impl Fn(u64),
) -> Result<Seen, String> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| format!("the program did not start: {error}"))?;
    let heard = listen(&mut child);
    let mut seen = Seen::default();
    let mut on_ready = Some(on_ready);
    let (mut began, mut deadline, mut looked) = (None, Instant::now() + BEGINNING, Instant::now());
    loop {
        match heard.recv_timeout(LOOK) {
            Ok(Said::Line(line)) => {
                let at = began.map_or(0.0, |began: Instant| began.elapsed().as_secs_f64());
                if line["ready"] == true
                    && let Some(on_ready) = on_ready.take()
                {
                    if let Err(why) = on_ready() {
                        let _ = child.kill().and_then(|()| child.wait());
                        return Err(why);
                    }
                    began = Some(Instant::now());
                    deadline = Instant::now() + work + last_call + ENDING;
                }
                line["calls"].as_u64().into_iter().for_each(&on_calls);
                seen.heap.extend(line["heap"].as_u64().map(|bytes| (at, bytes)));
                seen.result = Some(line).filter(|line| line["slowest"].is_number()).or(seen.result);
            }
            Ok(Said::Error(line)) => {
                if is_alarming(&line) && seen.alarms.len() < ALARMS {
                    seen.alarms.push(line.clone());
                }
                seen.broken = vec![line];
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if let Some(began) = began
            && looked.elapsed() >= LOOK
        {
            looked = Instant::now();
            let at = looked.duration_since(began);
            // What it holds while it ends is nobody's matter.
            seen.samples.extend(look(child.id(), at.as_secs_f64()).filter(|_| at <= work));
        }
        if Instant::now() > deadline {
            let _ = child.kill();
            seen.broken.push("it hung and was ended".to_owned());
            break;
        }
    }
    finish(&mut child, seen)
}

fn finish(child: &mut Child, mut seen: Seen) -> Result<Seen, String> {
    let status = child.wait().map_err(|error| error.to_string())?;
    // The last line that it wrote tells most of why it failed; of one that did not, it tells nothing.
    if status.success() && seen.result.is_some() {
        seen.broken.clear();
    } else {
        seen.broken.push(format!("it ended with {status}"));
    }
    Ok(seen)
}

/// Reads along what a program says on both of its streams, until it has closed them.
fn listen(child: &mut Child) -> Receiver<Said> {
    let (tell, heard) = channel();
    if let Some(output) = child.stdout.take() {
        let parsed = |line: String| serde_json::from_str(&line).map_or(Said::Error(line), Said::Line);
        each_line(output, tell.clone(), parsed);
    }
    if let Some(errors) = child.stderr.take() {
        each_line(errors, tell, Said::Error);
    }
    heard
}

fn each_line(
    from: impl Read + Send + 'static,
    tell: Sender<Said>,
    said: impl Fn(String) -> Said + Send + 'static,
) {
    thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            if tell.send(said(String::from_utf8_lossy(&line).into_owned())).is_err() {
                return;
            }
        }
    });
}

fn is_alarming(line: &str) -> bool {
    ALARMING.iter().any(|words| line.contains(words))
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn watched(script: &str, work: u64) -> (Seen, Vec<u64>) {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        let calls = Cell::new(Vec::new());
        let seen = watch(
            command,
            Duration::from_secs(work),
            Duration::ZERO,
            || Ok(()),
            |number| {
                let mut all = calls.take();
                all.push(number);
                calls.set(all);
            },
        );
        (seen.unwrap(), calls.take())
    }

    #[test]
    fn what_a_program_says_is_kept() {
        let (seen, calls) = watched(
            r#"echo '{"ready":true}'; echo '{"calls":3,"heap":7}'; echo a warning >&2; echo '{"calls":4,"slowest":0.5}'"#,
            1,
        );
        assert_eq!(seen.result.unwrap()["calls"], 4);
        assert_eq!(seen.heap.iter().map(|(_, bytes)| *bytes).collect::<Vec<_>>(), [7]);
        assert_eq!(calls, [3, 4]);
        assert!(seen.broken.is_empty() && seen.alarms.is_empty(), "{:?} {:?}", seen.broken, seen.alarms);
    }

    #[test]
    fn panics_and_bad_ends_are_seen() {
        let (seen, _) = watched("echo \"thread 'x' panicked at src/lib.rs\" >&2; exit 3", 1);
        assert_eq!(seen.alarms.len(), 1);
        assert!(seen.broken.iter().any(|words| words.contains("exit status: 3")), "{:?}", seen.broken);
        let (seen, _) = watched("true", 1);
        assert_eq!(seen.broken.len(), 1, "a program that says nothing has not done its work");
    }
}
