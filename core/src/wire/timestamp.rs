//! Points in time, as the API writes them.

use std::fmt;
use std::time::SystemTime;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::lenient::{Lenient, text};

/// A point in time.
///
/// A text that is no time is kept instead of failing the whole answer; then only [`as_text`](Self::as_text) serves.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Timestamp(Moment);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Moment {
    Known(jiff::Timestamp),
    Unreadable(Box<str>),
}

impl Timestamp {
    pub(crate) fn parse(text: &str) -> Self {
        // Without an offset, which RFC 3339 demands, the API means UTC.
        let known = text.parse().or_else(|error: jiff::Error| {
            text.parse::<jiff::civil::DateTime>()
                .and_then(|civil| jiff::tz::TimeZone::UTC.to_timestamp(civil))
                .map_err(|_| error)
        });
        Self(known.map_or_else(|_| Moment::Unreadable(text.into()), Moment::Known))
    }

    /// A number of seconds since 1970, as tokens have it.
    pub(crate) fn of_unix_seconds(seconds: i64) -> Option<Self> {
        jiff::Timestamp::from_second(seconds).ok().map(|moment| Self(Moment::Known(moment)))
    }

    /// Milliseconds since 1970-01-01T00:00:00Z, unless the text was no time.
    pub fn unix_millis(&self) -> Option<i64> {
        match &self.0 {
            Moment::Known(moment) => Some(moment.as_millisecond()),
            Moment::Unreadable(_) => None,
        }
    }

    /// The same as a system time, unless the text was no time.
    pub fn to_system_time(&self) -> Option<SystemTime> {
        match &self.0 {
            Moment::Known(moment) => Some(SystemTime::from(*moment)),
            Moment::Unreadable(_) => None,
        }
    }

    /// RFC 3339 in UTC, or the text as it came when it was no time.
    pub fn as_text(&self) -> String {
        match &self.0 {
            Moment::Known(moment) => moment.to_string(),
            Moment::Unreadable(text) => text.to_string(),
        }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.as_text())
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.as_text())
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            // Hosts have a type of their own for times: see `Sink::time`.
            Moment::Known(moment) if !serializer.is_human_readable() => {
                serializer.serialize_i128(moment.as_nanosecond())
            }
            Moment::Known(_) | Moment::Unreadable(_) => serializer.serialize_str(&self.as_text()),
        }
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::lenient(deserializer)
    }
}

impl Lenient for Timestamp {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text(deserializer, Self::parse)
    }
}

#[cfg(test)]
mod tests {
    use super::Timestamp;

    #[test]
    fn every_published_form_is_the_same_moment() {
        for text in [
            "2024-01-15T10:30:00Z",
            "2024-01-15T10:30:00.000Z",
            "2024-01-15T11:30:00+01:00",
            "2024-01-15T10:30:00",
        ] {
            assert_eq!(Timestamp::parse(text).unix_millis(), Some(1_705_314_600_000), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_kept() {
        let odd = Timestamp::parse("yesterday");
        assert_eq!((odd.unix_millis(), odd.as_text().as_str()), (None, "yesterday"));
    }
}
