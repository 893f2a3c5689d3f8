//! Rate limits: a bucket for each token, filled by the emulator's clock.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::clock::{http_date, later};

/// What one request takes out of a bucket. A bucket gains `per_minute` of these units in a millisecond.
const COST: i64 = 60_000;

/// How many requests a token may make.
///
/// ```
/// use spice_cloud_emulator::{Emulator, RateLimit, RetryAfter};
///
/// let limit = RateLimit::per_minute(60).retry_after(RetryAfter::Date);
/// let emulator = Emulator::builder().rate_limit(limit).start()?;
/// emulator.set_rate_limit(None);
/// # Ok::<(), spice_cloud_emulator::StartError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateLimit {
    per_minute: u32,
    #[serde(default)]
    retry_after: RetryAfter,
}

/// How a refusal says when to come back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RetryAfter {
    /// `Retry-After` with a number of seconds.
    #[default]
    Seconds,
    /// `Retry-After` with a date of the emulator's clock, which the answer's `Date` shows as well.
    Date,
    /// `Retry-After-Ms` with a number of milliseconds.
    #[serde(rename = "ms")]
    Milliseconds,
    /// Not at all.
    None,
}

impl RateLimit {
    /// So many requests at once, and as many again in a minute. Zero counts as one.
    #[must_use]
    pub fn per_minute(requests: u32) -> Self {
        Self { per_minute: requests, retry_after: RetryAfter::default() }
    }

    /// How a refusal says when to come back.
    #[must_use]
    pub fn retry_after(mut self, form: RetryAfter) -> Self {
        self.retry_after = form;
        self
    }

    pub(crate) fn is_zero(self) -> bool {
        self.per_minute == 0
    }

    fn requests(self) -> i64 {
        i64::from(self.per_minute.max(1))
    }
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    level: i64,
    at: Timestamp,
}

/// The limit in force, if any, and the buckets of the tokens that it has met.
#[derive(Clone, Debug, Default)]
pub(crate) struct RateLimits {
    limit: Option<RateLimit>,
    buckets: BTreeMap<String, Bucket>,
}

/// How a token stands after a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    limit: i64,
    remaining: i64,
    /// When the bucket is full again.
    reset: Timestamp,
    now: Timestamp,
    /// How long a refused token has to wait, and how it is told.
    refusal: Option<(Duration, RetryAfter)>,
}

impl RateLimits {
    pub(crate) fn new(limit: Option<RateLimit>) -> Self {
        Self { limit, buckets: BTreeMap::new() }
    }

    pub(crate) fn limit(&self) -> Option<RateLimit> {
        self.limit
    }

    /// Counts a request; nothing when there is no limit.
    pub(crate) fn take(&mut self, token: &str, now: Timestamp) -> Option<Standing> {
        let limit = self.limit?;
        let rate = limit.requests();
        let capacity = rate * COST;
        let bucket = self.buckets.entry(token.to_owned()).or_insert(Bucket { level: capacity, at: now });
        let elapsed = now.as_millisecond().saturating_sub(bucket.at.as_millisecond()).max(0);
        bucket.level = bucket.level.saturating_add(elapsed.saturating_mul(rate)).min(capacity);
        bucket.at = now;
        let time_for = |units: i64| {
            let millis = units.saturating_add(rate - 1) / rate;
            Duration::from_millis(u64::try_from(millis).unwrap_or(0))
        };
        let refusal = if bucket.level >= COST {
            bucket.level -= COST;
            None
        } else {
            Some((time_for(COST - bucket.level), limit.retry_after))
        };
        let reset = later(now, time_for(capacity - bucket.level));
        Some(Standing { limit: rate, remaining: bucket.level / COST, reset, now, refusal })
    }
}

impl Standing {
    /// The headers of the answer.
    pub(crate) fn headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = vec![
            ("x-ratelimit-limit", self.limit.to_string()),
            ("x-ratelimit-remaining", self.remaining.to_string()),
            ("x-ratelimit-reset", whole_second(self.reset).as_second().to_string()),
        ];
        match self.refusal {
            Some((_, RetryAfter::Seconds)) => {
                headers.push(("retry-after", self.wait_seconds().to_string()));
            }
            Some((wait, RetryAfter::Date)) => {
                headers.push(("date", http_date(self.now)));
                headers.push(("retry-after", http_date(whole_second(later(self.now, wait)))));
            }
            Some((wait, RetryAfter::Milliseconds)) => {
                headers.push(("retry-after-ms", wait.as_millis().to_string()));
            }
            Some((_, RetryAfter::None)) | None => {}
        }
        headers
    }

    pub(crate) fn is_refused(&self) -> bool {
        self.refusal.is_some()
    }

    fn wait_seconds(&self) -> u64 {
        self.refusal.map_or(0, |(wait, _)| wait.as_millis().div_ceil(1000)).try_into().unwrap_or(u64::MAX)
    }

    /// What the body of a refusal says.
    pub(crate) fn message(&self) -> String {
        format!("Rate limit of {} requests per minute exceeded", self.limit)
    }
}

/// The next whole second.
fn whole_second(instant: Timestamp) -> Timestamp {
    let seconds =
        instant.as_millisecond().div_euclid(1000) + i64::from(instant.as_millisecond().rem_euclid(1000) > 0);
    Timestamp::from_second(seconds).unwrap_or(instant)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(millis).unwrap()
    }

    #[test]
    fn a_bucket_empties_and_fills() {
        let mut limits = RateLimits::new(Some(RateLimit::per_minute(2)));
        let mut take = |millis| {
            let standing = limits.take("a", at(millis)).unwrap();
            (standing.remaining, standing.refusal.map(|(wait, _)| wait.as_millis()))
        };
        assert_eq!(take(0), (1, None));
        assert_eq!(take(0), (0, None));
        assert_eq!(take(0), (0, Some(30_000)));
        assert_eq!(take(29_999), (0, Some(1)));
        assert_eq!(take(30_000), (0, None));
        assert_eq!(take(1_000_000), (1, None));
        assert_eq!(limits.take("b", at(0)).unwrap().remaining, 1, "each token has its own");
        assert_eq!(RateLimits::default().take("a", at(0)), None);
    }

    #[test]
    fn a_refusal_has_its_form() {
        for (form, expected) in [
            (RetryAfter::Seconds, vec![("retry-after", "60".to_owned())]),
            (
                RetryAfter::Date,
                vec![
                    ("date", "Thu, 01 Jan 1970 00:00:00 GMT".to_owned()),
                    ("retry-after", "Thu, 01 Jan 1970 00:01:01 GMT".to_owned()),
                ],
            ),
            (RetryAfter::Milliseconds, vec![("retry-after-ms", "60000".to_owned())]),
            (RetryAfter::None, vec![]),
        ] {
            let mut limits = RateLimits::new(Some(RateLimit::per_minute(0).retry_after(form)));
            limits.take("a", at(500));
            let standing = limits.take("a", at(500)).unwrap();
            assert_eq!(standing.headers()[3..], expected);
            assert_eq!(standing.headers()[2].1, "61");
        }
    }
}
