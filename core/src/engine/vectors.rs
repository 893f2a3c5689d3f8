//! The vectors of `tests/vectors` that no caller sees at work: how long to wait, and what not to show.

use std::time::{Duration, SystemTime};

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::redact::Redactor;
use super::retry::{Class, Decision, Reason, Situation, decide};
use super::retry_after;
use crate::operation::Retry;
use crate::wire::Secret;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vectors<T> {
    cases: Vec<T>,
}

fn cases<T: DeserializeOwned>(text: &str) -> Vec<T> {
    serde_json::from_str::<Vectors<T>>(text).unwrap().cases
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    name: String,
    status: u16,
    headers: std::collections::BTreeMap<String, String>,
    now: u64,
    seconds: Option<f64>,
}

#[test]
fn what_servers_ask_to_wait() {
    for case in cases::<Asked>(include_str!("../../../tests/vectors/retry_after.json")) {
        let header = |(name, value): (&String, &String)| {
            (HeaderName::try_from(name).unwrap(), HeaderValue::try_from(value).unwrap())
        };
        let headers: HeaderMap = case.headers.iter().map(header).collect();
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(case.now);
        let seconds = retry_after::read(&headers, case.status, now).map(|wait| wait.as_secs_f64());
        assert!(same(seconds, case.seconds), "{}: {seconds:?}", case.name);
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Failure {
    NeverSent,
    Throttled,
    Ambiguous,
    Final,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Backoff {
    name: String,
    class: Failure,
    retries: u32,
    random: f64,
    retry_after: Option<f64>,
    #[serde(default = "yes")]
    repeatable: bool,
    max_retries: Option<u32>,
    remaining: Option<f64>,
    #[serde(default = "yes")]
    quota: bool,
    seconds: Option<f64>,
    stop: Option<String>,
}

fn yes() -> bool {
    true
}

#[test]
fn what_follows_a_failed_attempt() {
    for case in cases::<Backoff>(include_str!("../../../tests/vectors/backoff.json")) {
        let decision = decide(&Situation {
            class: match case.class {
                Failure::NeverSent => Class::NeverSent,
                Failure::Throttled => Class::Throttled,
                Failure::Ambiguous => Class::Ambiguous,
                Failure::Final => Class::Final,
            },
            retry: if case.repeatable { Retry::Safe } else { Retry::Never },
            retries: case.retries,
            max_retries: case.max_retries.unwrap_or(u32::MAX),
            retry_after: case.retry_after.map(Duration::from_secs_f64),
            quota: case.quota,
            remaining: case.remaining.map_or(Duration::MAX, Duration::from_secs_f64),
            random: case.random,
        });
        let (seconds, stop) = match decision {
            Decision::RetryAfter(wait) => (Some(wait.as_secs_f64()), None),
            Decision::Stop(reason) => (None, Some(word(reason))),
        };
        assert!(same(seconds, case.seconds), "{}: {decision:?}", case.name);
        assert_eq!(stop, case.stop.as_deref(), "{}", case.name);
    }
}

fn word(reason: Reason) -> &'static str {
    match reason {
        Reason::Final => "final",
        Reason::NotRepeatable => "not_repeatable",
        Reason::Exhausted => "exhausted",
        Reason::NoTime => "no_time",
        Reason::NoQuota => "no_quota",
    }
}

fn same(seconds: Option<f64>, expected: Option<f64>) -> bool {
    match (seconds, expected) {
        (Some(seconds), Some(expected)) => (seconds - expected).abs() < 1e-9,
        (None, None) => true,
        _ => false,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Redaction {
    name: String,
    secrets: Vec<String>,
    text: String,
    clean: String,
}

#[test]
fn what_is_not_shown() {
    for case in cases::<Redaction>(include_str!("../../../tests/vectors/redaction.json")) {
        let secrets: Vec<Secret> = case.secrets.into_iter().map(Secret::from).collect();
        assert_eq!(Redactor::new(&secrets, None).clean(&case.text), case.clean, "{}", case.name);
    }
}
