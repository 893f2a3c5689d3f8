//! Why a runtime does not do what it was asked for.

use serde_json::{Value, json};

use crate::http::reply::Reply;

/// A refusal: most runtimes' are words, some are JSON.
#[derive(Debug)]
pub(super) enum Refusal {
    Words(u16, String),
    Json(u16, Value),
}

impl Refusal {
    pub(super) fn words(status: u16, words: impl Into<String>) -> Self {
        Self::Words(status, words.into())
    }

    /// A 501 for what real runtimes do and this one does not: never an answer that only looks right.
    pub(super) fn not_implemented(what: &str) -> Self {
        Self::Json(501, json!({ "error": what, "code": "emulator_not_implemented" }))
    }
}

impl From<Refusal> for Reply {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Words(status, words) => Self::plain(status, words),
            Refusal::Json(status, body) => Self::json(status, &body),
        }
    }
}
