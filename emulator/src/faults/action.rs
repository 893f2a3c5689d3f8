//! What a fault does to a request.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::errors::AdminError;

/// What a fault does to a request. To carry a request out is to commit it; unless its kind says otherwise, a fault does so
/// first. All times are real ones, in milliseconds.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Action {
    /// Answers this; the request is not carried out, unless `after_commit` says so.
    Status {
        status: u16,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<Value>,
        /// A body as it is, in place of JSON.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        #[serde(default)]
        headers: BTreeMap<String, String>,
        #[serde(default)]
        after_commit: bool,
    },
    /// Answers with a page of HTML, as a proxy does; the request is not carried out.
    HtmlPage {
        #[serde(default = "bad_gateway")]
        status: u16,
    },
    /// Points elsewhere; the request is not carried out.
    Redirect {
        to: String,
        #[serde(default = "permanent")]
        status: u16,
    },

    /// Cuts the answer short, so that it is no JSON.
    #[serde(alias = "truncate_json")]
    BadJson,
    /// Says that the answer is something else.
    WrongContentType {
        #[serde(default = "plain_text")]
        content_type: String,
    },
    /// Adds members that nobody knows to every object of the answer.
    ExtraFields,
    /// Puts words that nobody knows where the answer has a word of a list.
    UnknownEnum,
    /// Makes every member of the answer null that need not be there.
    NullFields,
    /// Answers with a text of so many bytes.
    HugeBody { bytes: u64 },
    /// Answers with lists in lists, so deep.
    DeepJson { depth: usize },
    /// Answers with a small body that unpacks to so many bytes.
    GzipBomb { bytes: u64 },

    /// Waits, before or after the request is carried out.
    #[serde(alias = "delay_headers")]
    Delay {
        ms: u64,
        #[serde(default)]
        when: When,
    },
    /// Waits between the head of the answer and its body.
    DelayBody { ms: u64 },
    /// Sends the answer in pieces of so many bytes, each after so long.
    Dribble { bytes: usize, ms: u64 },
    /// Never answers; the request is not carried out, unless `after_commit` says so.
    Hang {
        #[serde(default)]
        after_commit: bool,
    },

    /// Lets no connection in for so long. It fires at a connection, whatever its request would be.
    Refuse { ms: u64 },
    /// Breaks the connection off before anything is read. It fires at a connection, whatever its request would be.
    ResetBeforeRead,
    /// Breaks the connection off after the head of the answer.
    ResetAfterHeaders,
    /// Breaks the connection off after so many bytes of the answer's body.
    ResetMidBody { bytes: usize },
    /// Answers, and closes the connection without having said so.
    CloseIdle,
    /// Closes the connection without an answer; the request is carried out only if `after_commit` says so.
    EmptyResponse {
        #[serde(default)]
        after_commit: bool,
    },
    /// Sends so many bytes that are no HTTP, and closes.
    Garbage {
        #[serde(default = "some_bytes")]
        bytes: usize,
    },
    /// Sends a body in pieces of which one is no piece.
    BadChunk,
    /// Says that the body is longer or shorter than it is, by so many bytes.
    WrongLength { by: i64 },
    /// Says no length, and closes the connection only so long after the end of the answer.
    SlowClose { ms: u64 },

    /// Closes the connection without an answer; the request is not carried out. `reset` breaks it off instead.
    DropBeforeCommit {
        #[serde(default)]
        reset: bool,
    },
    /// Carries the request out and closes the connection without an answer. `reset` breaks it off instead.
    DropAfterCommit {
        #[serde(default)]
        reset: bool,
    },
    /// Carries the request out twice, and answers what came of the first.
    CommitTwice,
    /// Leaves out of a list what was created so long ago or later, by the emulator's clock.
    ListLag { ms: u64 },
    /// Answers with what was there before the last change.
    StaleRead,
    /// Somebody else makes the same request first, or one with another body.
    ForeignWrite {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<Value>,
        #[serde(default)]
        then: Then,
    },
    /// Shows deployments in the state in which they began.
    StatusRegress,
    /// Answers as if there were no such thing: 404, or a list without its first item.
    Vanish,
}

/// On which side of the commit a delay lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum When {
    #[default]
    Before,
    After,
}

/// What becomes of a request after somebody else's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Then {
    /// It is carried out and answered.
    #[default]
    Commit,
    /// It is not carried out, and the connection closes without an answer.
    DropBeforeCommit,
    /// It is carried out, and the connection closes without an answer.
    DropAfterCommit,
}

fn bad_gateway() -> u16 {
    502
}

fn permanent() -> u16 {
    308
}

fn plain_text() -> String {
    "text/plain".to_owned()
}

fn some_bytes() -> usize {
    512
}

impl Action {
    /// Whether it fires at a connection, before there is a request.
    pub(super) fn is_of_connections(&self) -> bool {
        matches!(self, Self::Refuse { .. } | Self::ResetBeforeRead)
    }

    /// Refuses what could not be sent when the time comes.
    pub(super) fn check(&self) -> Result<(), AdminError> {
        let wrong = |message: String| Err(AdminError::new(message));
        match self {
            Self::Dribble { bytes: 0, .. } => wrong("bytes is at least 1".to_owned()),
            Self::Redirect { to, .. } | Self::WrongContentType { content_type: to } if !is_value(to) => {
                wrong(format!("'{}' is not a header that can be sent", to.escape_debug()))
            }
            Self::Status { status, .. } | Self::HtmlPage { status } | Self::Redirect { status, .. }
                if !(200..=599).contains(status) =>
            {
                wrong(format!("status {status} is not between 200 and 599"))
            }
            Self::Status { body: Some(_), text: Some(_), .. } => {
                wrong("a status takes a body, which is JSON, or a text, not both".to_owned())
            }
            Self::Status { headers, .. } => headers
                .iter()
                .find(|(name, value)| {
                    axum::http::HeaderName::try_from(name.as_str()).is_err() || !is_value(value)
                })
                .map_or(Ok(()), |(name, _)| wrong(format!("'{name}' is not a header that can be sent"))),
            _ => Ok(()),
        }
    }
}

fn is_value(text: &str) -> bool {
    axum::http::HeaderValue::try_from(text).is_ok()
}
