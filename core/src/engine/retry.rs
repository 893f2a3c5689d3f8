//! Whether a failed attempt is followed by another, and when: a pure function of what is known.

use std::time::Duration;

use crate::operation::Retry;

/// First waits, and how long a wait may grow.
const BASE: Duration = Duration::from_millis(250);
const CAP: Duration = Duration::from_secs(8);
/// The same when the server asks for fewer requests.
const THROTTLED_BASE: Duration = Duration::from_secs(1);
const THROTTLED_CAP: Duration = Duration::from_secs(20);
/// A server that asks for more than this gets its answer passed on instead.
const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(60);

/// What a failure says about whether the server acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// No byte of the request can have been processed.
    NeverSent,
    /// The server says that it did not process it.
    Throttled,
    /// It may have been processed.
    Ambiguous,
    /// Another attempt would end the same way.
    Final,
}

/// All that the decision depends on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Situation {
    pub(crate) class: Class,
    pub(crate) retry: Retry,
    /// How many times the request was sent again already.
    pub(crate) retries: u32,
    pub(crate) max_retries: u32,
    /// What the server asks to wait.
    pub(crate) retry_after: Option<Duration>,
    /// Whether the client's quota of retries has room.
    pub(crate) quota: bool,
    /// What is left of the call's time.
    pub(crate) remaining: Duration,
    /// A random number from 0 up to 1.
    pub(crate) random: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Decision {
    RetryAfter(Duration),
    Stop(Reason),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// Another attempt would end the same way.
    Final,
    /// It may have been processed and cannot be repeated safely.
    NotRepeatable,
    /// Every attempt was used.
    Exhausted,
    /// The wait would take longer than the call may.
    NoTime,
    /// The client has retried so much lately that another retry would only add to the trouble.
    NoQuota,
}

/// Decides what follows a failed attempt.
pub(crate) fn decide(situation: &Situation) -> Decision {
    match situation.class {
        Class::Final => return Decision::Stop(Reason::Final),
        Class::Ambiguous if !situation.retry.is_repeatable() => return Decision::Stop(Reason::NotRepeatable),
        Class::NeverSent | Class::Throttled | Class::Ambiguous => {}
    }
    if situation.retries >= situation.max_retries {
        return Decision::Stop(Reason::Exhausted);
    }
    if !situation.quota {
        return Decision::Stop(Reason::NoQuota);
    }
    let wait = match situation.retry_after {
        Some(asked) if asked > LONGEST_RETRY_AFTER => return Decision::Stop(Reason::NoTime),
        // Never earlier than asked; a little later, so that not everyone comes back at once.
        Some(asked) => asked + asked.div_f64(10.0).min(Duration::from_secs(1)).mul_f64(situation.random),
        None => backoff(situation),
    };
    if wait >= situation.remaining { Decision::Stop(Reason::NoTime) } else { Decision::RetryAfter(wait) }
}

/// Full jitter: anything from nothing to a limit that doubles.
fn backoff(situation: &Situation) -> Duration {
    let (base, cap) =
        if situation.class == Class::Throttled { (THROTTLED_BASE, THROTTLED_CAP) } else { (BASE, CAP) };
    let limit =
        base.checked_mul(2_u32.checked_pow(situation.retries).unwrap_or(u32::MAX)).unwrap_or(cap).min(cap);
    limit.mul_f64(situation.random)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::operation::Strategy as Reconcile;

    fn situation(class: Class, retry: Retry) -> Situation {
        Situation {
            class,
            retry,
            retries: 0,
            max_retries: 2,
            retry_after: None,
            quota: true,
            remaining: Duration::from_secs(60),
            random: 0.5,
        }
    }

    const CHANGE: Retry = Retry::Reconcile(Reconcile::Deployment);

    #[test]
    fn what_may_have_happened_is_repeated_only_when_that_is_harmless() {
        for retry in [Retry::Safe, Retry::Upsert, Retry::Delete] {
            assert!(matches!(decide(&situation(Class::Ambiguous, retry)), Decision::RetryAfter(_)));
        }
        for retry in [CHANGE, Retry::Never] {
            assert_eq!(decide(&situation(Class::Ambiguous, retry)), Decision::Stop(Reason::NotRepeatable));
        }
    }

    #[test]
    fn what_surely_did_not_happen_is_always_repeated() {
        for class in [Class::NeverSent, Class::Throttled] {
            for retry in [Retry::Safe, CHANGE, Retry::Never] {
                assert!(matches!(decide(&situation(class, retry)), Decision::RetryAfter(_)));
            }
        }
    }

    #[test]
    fn an_empty_quota_ends_retrying() {
        let poor = Situation { quota: false, ..situation(Class::Ambiguous, Retry::Safe) };
        assert_eq!(decide(&poor), Decision::Stop(Reason::NoQuota));
    }

    #[test]
    fn a_final_failure_is_final() {
        assert_eq!(decide(&situation(Class::Final, Retry::Safe)), Decision::Stop(Reason::Final));
    }

    #[test]
    fn a_server_that_asks_for_too_long_is_not_asked_again() {
        let long = Situation {
            retry_after: Some(Duration::from_secs(86_400)),
            remaining: Duration::MAX,
            ..situation(Class::Throttled, Retry::Safe)
        };
        assert_eq!(decide(&long), Decision::Stop(Reason::NoTime));
    }

    #[test]
    fn limits_double_up_to_the_cap() {
        let limit = |class, retries| {
            let at =
                Situation { retries, max_retries: u32::MAX, random: 1.0, ..situation(class, Retry::Safe) };
            backoff(&at).as_millis()
        };
        assert_eq!(
            [0, 1, 2, 5, 6, 100_000].map(|n| limit(Class::NeverSent, n)),
            [250, 500, 1000, 8000, 8000, 8000]
        );
        assert_eq!([0, 1, 4, 5, 9].map(|n| limit(Class::Throttled, n)), [1000, 2000, 16_000, 20_000, 20_000]);
    }

    proptest! {
        #[test]
        fn no_wait_overruns_the_call_or_comes_before_what_was_asked(
            retries in 0_u32..40, remaining in 0_u64..120_000, asked in proptest::option::of(0_u64..120_000), random in 0.0..1.0_f64,
        ) {
            let at = Situation {
                retries, max_retries: 10, random,
                remaining: Duration::from_millis(remaining),
                retry_after: asked.map(Duration::from_millis),
                ..situation(Class::Throttled, Retry::Safe)
            };
            if let Decision::RetryAfter(wait) = decide(&at) {
                prop_assert!(retries < 10);
                prop_assert!(wait < at.remaining);
                prop_assert!(at.retry_after.is_none_or(|asked| wait >= asked && wait <= asked + Duration::from_secs(1)));
            }
        }
    }
}
