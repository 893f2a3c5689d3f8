//! What a fault does to a request.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::errors::AdminError;

/// What a fault does to a request. To carry a request out is to commit it.
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
    /// Waits in real time, before or after the request is carried out.
    Delay {
        ms: u64,
        #[serde(default)]
        when: When,
    },
    /// Closes the connection without an answer; the request is not carried out.
    DropBeforeCommit,
    /// Carries the request out and closes the connection without an answer.
    DropAfterCommit,
    /// Answers with a page of HTML, as a proxy does; the request is not carried out.
    HtmlPage {
        #[serde(default = "bad_gateway")]
        status: u16,
    },
    /// Carries the request out and cuts its answer short, so that it is no JSON.
    BadJson,
}

/// On which side of the commit a delay lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum When {
    #[default]
    Before,
    After,
}

fn bad_gateway() -> u16 {
    502
}

impl Action {
    /// Refuses what could not be sent when the time comes.
    pub(super) fn check(&self) -> Result<(), AdminError> {
        let (Self::Status { status, .. } | Self::HtmlPage { status }) = self else { return Ok(()) };
        if !(200..=599).contains(status) {
            return Err(AdminError::new(format!("status {status} is not between 200 and 599")));
        }
        let Self::Status { body, text, headers, .. } = self else { return Ok(()) };
        if body.is_some() && text.is_some() {
            return Err(AdminError::new("a status takes a body, which is JSON, or a text, not both"));
        }
        for (name, value) in headers {
            let name_is_good = axum::http::HeaderName::try_from(name.as_str()).is_ok();
            if !name_is_good || axum::http::HeaderValue::try_from(value.as_str()).is_err() {
                return Err(AdminError::new(format!("'{name}' is not a header that can be sent")));
            }
        }
        Ok(())
    }
}
