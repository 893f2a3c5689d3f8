//! The emulator's clock: real time with an offset, or a frozen instant. Nothing else in the crate asks the machine.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::errors::AdminError;

/// How the clock of an emulator runs at its start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClockMode {
    /// The machine's time.
    #[default]
    Real,
    /// Stands still at this instant, written as RFC 3339 (`2026-01-01T00:00:00Z`), until it is advanced.
    Frozen(String),
}

/// The running clock.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Clock {
    /// The machine's time and how far this clock is ahead of it.
    Real { ahead: Duration },
    /// An instant that only an advance moves.
    Frozen(Timestamp),
}

impl Clock {
    pub(crate) fn new(mode: &ClockMode) -> Result<Self, AdminError> {
        match mode {
            ClockMode::Real => Ok(Self::Real { ahead: Duration::ZERO }),
            ClockMode::Frozen(text) => Ok(Self::Frozen(parse_instant(text)?)),
        }
    }

    /// The time in whole milliseconds, which is all that the API shows.
    pub(crate) fn now(&self) -> Timestamp {
        let exact = match self {
            Self::Real { ahead } => later(Timestamp::now(), *ahead),
            Self::Frozen(instant) => *instant,
        };
        Timestamp::from_millisecond(exact.as_millisecond()).unwrap_or(exact)
    }

    pub(crate) fn advance(&mut self, by: Duration) {
        match self {
            Self::Real { ahead } => *ahead = ahead.saturating_add(by),
            Self::Frozen(instant) => *instant = later(*instant, by),
        }
    }

    /// Stops the clock, at the given instant or at the present one.
    pub(crate) fn freeze(&mut self, at: Option<Timestamp>) {
        *self = Self::Frozen(at.unwrap_or_else(|| self.now()));
    }

    /// Lets the clock show the machine's time again.
    pub(crate) fn run(&mut self) {
        *self = Self::Real { ahead: Duration::ZERO };
    }

    pub(crate) fn describe(&self) -> Value {
        let mode = match self {
            Self::Real { .. } => "real",
            Self::Frozen(_) => "frozen",
        };
        json!({ "mode": mode, "now": rfc3339(self.now()) })
    }
}

/// An instant plus a duration; the end of time instead of an overflow.
pub(crate) fn later(instant: Timestamp, by: Duration) -> Timestamp {
    instant.saturating_add(by).unwrap_or(Timestamp::MAX)
}

/// An instant minus a duration; the beginning of time instead of an overflow.
pub(crate) fn earlier(instant: Timestamp, by: Duration) -> Timestamp {
    instant.saturating_sub(by).unwrap_or(Timestamp::MIN)
}

/// An instant as HTTP writes it.
pub(crate) fn http_date(instant: Timestamp) -> String {
    instant.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// An instant as the API writes it, with milliseconds.
pub(crate) fn rfc3339(instant: Timestamp) -> String {
    format!("{instant:.3}")
}

pub(crate) fn parse_instant(text: &str) -> Result<Timestamp, AdminError> {
    text.parse().map_err(|_| {
        AdminError::new(format!("'{text}' is not an RFC 3339 time such as 2026-01-01T00:00:00Z"))
    })
}

/// Reads a duration such as `10m`, `1h30m` or `500ms`.
pub(crate) fn parse_duration(text: &str) -> Result<Duration, AdminError> {
    let wrong = || AdminError::new(format!("'{text}' is not a duration such as 10m, 1h30m or 500ms"));
    let signed: jiff::SignedDuration = text.parse().map_err(|_| wrong())?;
    Duration::try_from(signed).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frozen(text: &str) -> Clock {
        Clock::new(&ClockMode::Frozen(text.to_owned())).unwrap()
    }

    #[test]
    fn a_frozen_clock_moves_only_when_advanced() {
        let mut clock = frozen("2026-01-01T00:00:00Z");
        assert_eq!(clock.now(), clock.now());
        clock.advance(Duration::from_secs(90));
        assert_eq!(rfc3339(clock.now()), "2026-01-01T00:01:30.000Z");
    }

    #[test]
    fn a_real_clock_can_be_put_ahead_and_back() {
        let mut clock = Clock::new(&ClockMode::Real).unwrap();
        let before = clock.now();
        clock.advance(Duration::from_secs(3600));
        assert!(clock.now() >= later(before, Duration::from_secs(3600)));
        clock.run();
        assert!(clock.now() < later(before, Duration::from_secs(3600)));
    }

    #[test]
    fn freezing_keeps_the_present_instant() {
        let mut clock = Clock::new(&ClockMode::Real).unwrap();
        clock.freeze(None);
        assert_eq!(clock.now(), clock.now());
        assert_eq!(clock.describe()["mode"], "frozen");
    }

    #[test]
    fn time_is_cut_to_milliseconds() {
        assert_eq!(rfc3339(frozen("2026-01-01T00:00:00.123456789Z").now()), "2026-01-01T00:00:00.123Z");
    }

    #[test]
    fn durations_are_read_or_refused() {
        assert_eq!(parse_duration("10m").unwrap(), Duration::from_secs(600));
        assert_eq!(parse_duration("1h30m").unwrap(), Duration::from_secs(5400));
        assert_eq!(parse_duration("500ms").unwrap(), Duration::from_millis(500));
        for text in ["", "ten", "-5s", "10"] {
            assert!(parse_duration(text).is_err(), "{text}");
        }
        assert!(parse_instant("yesterday").is_err());
    }

    #[test]
    fn the_ends_of_time_hold() {
        let mut clock = frozen("2026-01-01T00:00:00Z");
        clock.advance(Duration::MAX);
        assert!(clock.now() <= Timestamp::MAX);
        assert_eq!(earlier(Timestamp::MIN, Duration::from_secs(1)), Timestamp::MIN);
    }
}
