//! What a session tells its host's logger: a bounded buffer that the host empties when it likes. Nothing here calls the
//! host, and nothing that was sent or received gets in: only what is listed below.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde_json::json;

use crate::observe::{AttemptReport, Observer, TokenReport};

/// A host that empties the buffer too seldom loses the oldest lines.
const MOST: usize = 1000;

/// From which weight on something is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Debug)]
pub(super) struct Log {
    level: Level,
    lines: Mutex<Lines>,
}

#[derive(Debug, Default)]
struct Lines {
    waiting: VecDeque<String>,
    lost: u64,
}

impl Log {
    pub(super) fn new(level: Level) -> Self {
        Self { level, lines: Mutex::default() }
    }

    /// The lines since the last time, as JSON objects.
    pub(super) fn drain(&self) -> Vec<String> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let lost = std::mem::take(&mut lines.lost);
        let note = (lost > 0).then(|| json!({ "level": "warn", "event": "lost", "lines": lost }).to_string());
        note.into_iter().chain(lines.waiting.drain(..)).collect()
    }

    fn tell(&self, level: Level, mut line: serde_json::Value) {
        if level < self.level {
            return;
        }
        line["level"] = level.name().into();
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.waiting.len() == MOST {
            lines.waiting.pop_front();
            lines.lost += 1;
        }
        lines.waiting.push_back(line.to_string());
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
