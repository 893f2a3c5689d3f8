//! What a session tells its host's logger: a bounded buffer that the host empties when it likes. Nothing here calls the
//! host, and nothing that was sent or received gets in: only what is listed below.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;

use serde_json::json;

use super::parameters::wrong;
use crate::error::Result;
use crate::observe::{AttemptReport, Observer, TokenReport};
use crate::process::PerProcess;

/// A host that empties the buffer too seldom loses the oldest lines.
const MOST: usize = 1000;

/// From which weight on something is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Level {
    Debug,
    Info,
    Warn,
    Error,
    Off,
}

impl Level {
    /// The level of `SPICE_CLOUD_LOG` or of the option `log`; nothing for another word.
    pub(super) fn read(word: &str) -> Option<Self> {
        Some(match word.trim().to_ascii_lowercase().as_str() {
            "debug" | "trace" => Self::Debug,
            "info" => Self::Info,
            "warn" | "warning" => Self::Warn,
            "error" => Self::Error,
            "off" | "" => Self::Off,
            _ => return None,
        })
    }

    /// The level of a word that a program has given.
    pub(super) fn named(word: &str) -> Result<Self> {
        Self::read(word).ok_or_else(|| wrong("log must be debug, info, warn, error or off"))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
            Self::Off => "off",
        }
    }
}

/// Lines for the host's logger.
pub(super) struct Log {
    level: AtomicU8,
    /// Those of this process: a fork may happen while a thread holds the lock.
    lines: PerProcess<Mutex<Lines>>,
}

#[derive(Default)]
struct Lines {
    waiting: VecDeque<String>,
    lost: u64,
    /// Who wants to know of the next line, such as the event loops of a program.
    watchers: Vec<Waker>,
}

impl Log {
    pub(super) fn new(level: Level) -> Self {
        Self { level: AtomicU8::new(level as u8), lines: PerProcess::new() }
    }

    /// Tells from another weight on.
    pub(super) fn set_level(&self, level: Level) {
        self.level.store(level as u8, Ordering::Relaxed);
    }

    /// Whether there are lines.
    pub(super) fn has_lines(&self) -> bool {
        !self.locked(|lines| lines.waiting.is_empty())
    }

    /// Wakes somebody when the next line is there, or at once when one is.
    pub(super) fn watch(&self, waker: Waker) {
        self.locked(|lines| {
            if lines.waiting.is_empty() {
                lines.watchers.push(waker);
            } else {
                waker.wake();
            }
        });
    }

    fn locked<T>(&self, act: impl FnOnce(&mut MutexGuard<'_, Lines>) -> T) -> T {
        let Ok(lines) = self.lines.get(|| Ok::<_, Infallible>(Mutex::default()));
        let lines: Arc<Mutex<Lines>> = lines;
        act(&mut lines.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The lines since the last time, as JSON objects.
    pub(super) fn drain(&self) -> Vec<String> {
        self.locked(|lines| {
            let lost = std::mem::take(&mut lines.lost);
            let note =
                (lost > 0).then(|| json!({ "level": "warn", "event": "lost", "lines": lost }).to_string());
            note.into_iter().chain(lines.waiting.drain(..)).collect()
        })
    }

    /// A change was given up whose request may have been sent already.
    pub(super) fn cancelled(&self, operation: &str) {
        self.tell(Level::Warn, json!({ "event": "cancelled", "operation": operation }));
    }

    fn tell(&self, level: Level, mut line: serde_json::Value) {
        if !self.wants(level) {
            return;
        }
        line["level"] = level.name().into();
        self.locked(|lines| {
            if lines.waiting.len() == MOST {
                lines.waiting.pop_front();
                lines.lost += 1;
            }
            lines.waiting.push_back(line.to_string());
            lines.watchers.drain(..).for_each(Waker::wake);
        });
    }

    fn wants(&self, level: Level) -> bool {
        level as u8 >= self.level.load(Ordering::Relaxed)
    }
}

impl Observer for Log {
    fn on_attempt(&self, report: &AttemptReport<'_>) {
        let attempt = report.attempt;
        let level = match (attempt.outcome, report.retry_in) {
            ("ok", _) => Level::Debug,
            (_, Some(_)) => Level::Info,
            (_, None) => Level::Warn,
        };
        if !self.wants(level) {
            // Most calls succeed and most programs do not listen: nothing is written for them.
            return;
        }
        let line = json!({
            "event": if report.retry_in.is_some() { "retry" } else { "request" },
            "operation": report.operation,
            "method": report.method.as_str(),
            "path": report.path,
            "attempt": attempt.number,
            "status": attempt.status,
            "outcome": attempt.outcome,
            "took": attempt.took.as_secs_f64(),
            "request_id": attempt.request_id,
            "retry_in": report.retry_in.map(|wait| wait.as_secs_f64()),
        });
        self.tell(level, line);
    }

    fn on_token(&self, report: &TokenReport) {
        let level = if report.error.is_some() { Level::Warn } else { Level::Info };
        let outcome = report.error.map_or("ok", crate::error::ErrorKind::name);
        self.tell(level, json!({ "event": "token", "outcome": outcome, "took": report.took.as_secs_f64() }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(level: Level) -> Vec<String> {
        let log = Log::new(level);
        for weight in [Level::Debug, Level::Info, Level::Warn] {
            log.tell(weight, json!({}));
        }
        log.drain()
    }

    #[test]
    fn only_what_weighs_enough_is_told() {
        assert_eq!(levels(Level::Info), [r#"{"level":"info"}"#, r#"{"level":"warn"}"#]);
        assert_eq!(levels(Level::Off).len(), 0);
        assert_eq!(Level::read(" WARN "), Some(Level::Warn));
        assert_eq!(Level::read("loud"), None);
    }

    #[test]
    fn somebody_who_waits_is_woken_by_the_next_line() {
        let log = Log::new(Level::Warn);
        let woken = Arc::new(Woken::default());
        log.watch(Arc::clone(&woken).into());
        log.tell(Level::Debug, json!({}));
        assert_eq!((woken.0.load(Ordering::Relaxed), log.has_lines()), (0, false));
        log.set_level(Level::Debug);
        log.tell(Level::Debug, json!({}));
        log.cancelled("apps.create");
        assert_eq!((woken.0.load(Ordering::Relaxed), log.has_lines()), (1, true), "once, for the first line");
        log.watch(Arc::clone(&woken).into());
        assert_eq!(woken.0.load(Ordering::Relaxed), 2, "at once: there are lines");
        assert_eq!(log.drain()[1], r#"{"event":"cancelled","operation":"apps.create","level":"warn"}"#);
    }

    #[derive(Default)]
    struct Woken(AtomicU8);

    impl std::task::Wake for Woken {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn a_host_that_never_listens_costs_no_memory() {
        let log = Log::new(Level::Debug);
        for number in 0..MOST + 5 {
            log.tell(Level::Info, json!({ "number": number }));
        }
        let lines = log.drain();
        assert_eq!(
            (lines.len(), lines[0].as_str()),
            (MOST + 1, r#"{"level":"warn","event":"lost","lines":5}"#)
        );
        assert!(log.drain().is_empty());
    }
}
