//! How long a token serves, and when to renew it.

use std::time::Duration;

use serde_json::Value;

/// What a token endpoint means when it does not say.
const USUAL: Duration = Duration::from_secs(3600);
/// What is assumed when it says something that makes no sense.
const CAUTIOUS: Duration = Duration::from_secs(60);
/// Longer ones are as good as this.
const LONGEST: Duration = Duration::from_secs(10 * 365 * 24 * 3600);

/// When a token is renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lifetime {
    whole: Duration,
    /// Renewed in the background when less than this is left.
    soft: Duration,
    /// Renewed before it is used when less than this is left.
    hard: Duration,
}

/// How a token stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Freshness {
    Fresh,
    /// It serves, and should be renewed meanwhile.
    Aging,
    /// It still serves if there is no other.
    Ending,
    Expired,
}

impl Lifetime {
    /// Clients that started together do not renew together: up to half of the soft margin is random.
    pub(crate) fn new(whole: Duration, random: f64) -> Self {
        let soft = Duration::from_secs(60).max(whole / 10).min(whole / 2);
        let hard = Duration::from_secs(15).min(whole / 4);
        Self { whole, soft: soft.mul_f64(1.0 - 0.5 * random).max(hard), hard }
    }

    pub(crate) fn at(&self, age: Duration) -> Freshness {
        match self.whole.saturating_sub(age) {
            Duration::ZERO => Freshness::Expired,
            left if left < self.hard => Freshness::Ending,
            left if left < self.soft => Freshness::Aging,
            _ => Freshness::Fresh,
        }
    }
}

/// What `expires_in` of a token endpoint means, whatever stands there.
pub(crate) fn expires_in(value: Option<&Value>) -> Duration {
    let seconds = match value {
        None | Some(Value::Null) => return USUAL,
        Some(Value::Number(number)) => number.as_f64(),
        Some(Value::String(text)) => text.trim().parse().ok(),
        Some(_) => None,
    };
    if let Some(seconds) = seconds.filter(|seconds: &f64| seconds.is_finite() && *seconds > 0.0) {
        return Duration::try_from_secs_f64(seconds).map_or(LONGEST, |lifetime| lifetime.min(LONGEST));
    }
    tracing::warn!(
        "the token endpoint gave a lifetime that makes no sense; the token is renewed within a minute"
    );
    CAUTIOUS
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn changes(seconds: u64, random: f64) -> Vec<u64> {
        let lifetime = Lifetime::new(Duration::from_secs(seconds), random);
        let at = |age| lifetime.at(Duration::from_secs(age));
        (1..=seconds).filter(|age| at(*age) != at(*age - 1)).collect()
    }

    #[test]
    fn an_hour_is_renewed_in_its_last_minutes() {
        assert_eq!(changes(3600, 0.0), [3241, 3586, 3600]);
        assert_eq!(changes(3600, 1.0), [3421, 3586, 3600]);
    }

    #[test]
    fn a_short_life_is_not_renewed_at_every_call() {
        assert_eq!(changes(45, 0.0), [23, 34, 45]);
    }

    #[test]
    fn whatever_the_endpoint_says_gives_a_lifetime() {
        for (value, seconds) in [
            (json!(3600), 3600),
            (json!(1.5e3), 1500),
            (json!("120"), 120),
            (json!(null), 3600),
            (json!(0), 60),
            (json!(-5), 60),
            (json!("soon"), 60),
            (json!({}), 60),
            (json!(1e300), LONGEST.as_secs()),
        ] {
            assert_eq!(expires_in(Some(&value)).as_secs(), seconds, "{value}");
        }
        assert_eq!(expires_in(None).as_secs(), 3600);
    }

    proptest! {
        #[test]
        fn it_only_ever_gets_older(seconds in 1_u64..100_000, random in 0.0..1.0_f64) {
            let lifetime = Lifetime::new(Duration::from_secs(seconds), random);
            let rank = |age| match lifetime.at(Duration::from_secs(age)) {
                Freshness::Fresh => 0, Freshness::Aging => 1, Freshness::Ending => 2, Freshness::Expired => 3,
            };
            prop_assert_eq!(rank(0), 0);
            prop_assert_eq!(rank(seconds), 3);
            for age in [seconds / 2, seconds - seconds / 4, seconds - 1] {
                prop_assert!(rank(age) <= rank(age + 1));
            }
        }
    }
}
