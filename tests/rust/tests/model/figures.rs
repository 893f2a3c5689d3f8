//! What was counted.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use spice_cloud::Error;

#[derive(Debug, Default)]
pub struct Figures {
    /// Calls that change something.
    pub operations: u64,
    /// They succeeded by an answer.
    pub answered: u64,
    /// They succeeded by what the SDK found afterwards.
    pub adopted: u64,
    /// They failed with an unknown outcome.
    pub ambiguous: u64,
    /// What `reconcile` made of those: it had happened, it had not, nobody can tell.
    pub settled: [u64; 3],
    /// They failed otherwise, by kind.
    pub failed: BTreeMap<&'static str, u64>,
    /// Requests whose answer was dropped after they had been carried out.
    pub dropped_after_commit: u64,
    /// Requests that met any fault.
    pub faults: u64,
    pub requests: u64,
    /// Said to have happened, and it has not.
    pub lost: u64,
    /// It has happened more than once.
    pub doubled: u64,
}

impl Figures {
    pub fn failed(&mut self, error: &Error) {
        *self.failed.entry(error.kind().name()).or_default() += 1;
    }

    pub fn add(&mut self, other: &Self) {
        self.operations += other.operations;
        self.answered += other.answered;
        self.adopted += other.adopted;
        self.ambiguous += other.ambiguous;
        for (sum, more) in self.settled.iter_mut().zip(other.settled) {
            *sum += more;
        }
        for (kind, more) in &other.failed {
            *self.failed.entry(kind).or_default() += more;
        }
        self.dropped_after_commit += other.dropped_after_commit;
        self.faults += other.faults;
        self.requests += other.requests;
        self.lost += other.lost;
        self.doubled += other.doubled;
    }

    pub fn to_json(&self, seed: u64) -> Value {
        let [happened, not_done, unclear] = self.settled;
        json!({
            "seed": seed,
            "operations": self.operations,
            "answered": self.answered,
            "adopted": self.adopted,
            "ambiguous": self.ambiguous,
            "settled": { "happened": happened, "not_done": not_done, "unclear": unclear },
            "failed": self.failed,
            "requests": self.requests,
            "faults": self.faults,
            "dropped_after_commit": self.dropped_after_commit,
            "lost": self.lost,
            "doubled": self.doubled,
        })
    }
}
