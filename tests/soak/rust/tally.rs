//! What came of the calls.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use serde_json::{Value, json};
use spice_cloud::Error;

/// So many examples of what was wrong are kept.
const EXAMPLES: usize = 5;

/// Counts calls and what went wrong with them.
pub(crate) struct Tally {
    call_limit: f64,
    counts: Mutex<Counts>,
}

#[derive(Default)]
struct Counts {
    calls: u64,
    errors: BTreeMap<&'static str, u64>,
    bad: u64,
    examples: Vec<String>,
    hung: u64,
    slowest: f64,
}

impl Tally {
    pub(crate) fn new(call_limit: f64) -> Self {
        Self { call_limit, counts: Mutex::default() }
    }

    /// Makes a call; gives what came, or nothing when it failed, which is counted.
    pub(crate) async fn call<T>(&self, call: impl Future<Output = Result<T, Error>>) -> Option<T> {
        let began = Instant::now();
        let outcome = call.await;
        let took = began.elapsed().as_secs_f64();
        let mut counts = self.counts();
        counts.calls += 1;
        counts.slowest = counts.slowest.max(took);
        counts.hung += u64::from(took > self.call_limit);
        match outcome {
            Ok(result) => Some(result),
            Err(error) => {
                *counts.errors.entry(error.code()).or_default() += 1;
                None
            }
        }
    }

    /// Counts an answer that is not what it has to be.
    pub(crate) fn expect(&self, holds: bool, what: impl FnOnce() -> String) {
        if holds {
            return;
        }
        let mut counts = self.counts();
        counts.bad += 1;
        if counts.examples.len() < EXAMPLES {
            counts.examples.push(what());
        }
    }

    pub(crate) fn calls(&self) -> u64 {
        self.counts().calls
    }

    pub(crate) fn result(&self) -> Value {
        let counts = self.counts();
        json!({
            "calls": counts.calls,
            "errors": counts.errors,
            "bad": counts.bad,
            "examples": counts.examples,
            "hung": counts.hung,
            "slowest": counts.slowest,
        })
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        // Whoever panicked has been told of; what was counted still counts.
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
