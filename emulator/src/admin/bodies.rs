//! The bodies that the administration reads. Unknown members are refused: a typing error must not pass for a setting.

use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::errors::AdminError;
use crate::progression::Progression;
use crate::state::datasets::Row;
use crate::state::deployment::Status;
use crate::state::tokens::{MintToken, TokenKind};

/// Reads a body; an empty one is an empty object.
pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, AdminError> {
    let body = if body.trim_ascii().is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|error| AdminError::new(format!("wrong body: {error}")))
}

/// `{"advance":"10m"}`, `{"freeze":true}`, `{"freeze":"2026-01-01T00:00:00Z"}` or `{"real":true}`.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ClockChange {
    Advance(String),
    Freeze(Value),
    Real(bool),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Revoke {
    pub(super) token: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TokenRequest {
    kind: Option<String>,
    scopes: Option<Vec<String>>,
    /// In seconds.
    expires_in: Option<u64>,
    role: Option<String>,
    org: Option<String>,
    user: Option<String>,
    label: Option<String>,
}

impl TokenRequest {
    pub(super) fn into_token(self) -> Result<MintToken, AdminError> {
        let kind = match self.kind.as_deref() {
            None | Some("pat") => TokenKind::Pat,
            Some("oauth") => TokenKind::OAuth,
            Some("session") => TokenKind::Session,
            Some(other) => {
                return Err(AdminError::new(format!("kind '{other}' is not pat, oauth or session")));
            }
        };
        let mut token = MintToken::new().kind(kind);
        if let Some(scopes) = self.scopes {
            token = token.scopes(scopes);
        }
        if let Some(seconds) = self.expires_in {
            token = token.expires_in(Duration::from_secs(seconds));
        }
        if let Some(role) = self.role {
            token = token.role(role);
        }
        if let Some(org) = self.org {
            token = token.org(org);
        }
        if let Some(user) = self.user {
            token = token.user(user);
        }
        if let Some(label) = self.label {
            token = token.label(label);
        }
        Ok(token)
    }
}

/// `{"kind":"after","queued_ms":300,"in_progress_ms":700}` and its like, for one app or for all.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProgressionChange {
    app_id: Option<i64>,
    kind: String,
    queued_ms: Option<u64>,
    in_progress_ms: Option<u64>,
    /// For `polls`.
    reads: Option<u32>,
    /// For `script`.
    entries: Option<Vec<String>>,
    wait_for: Option<String>,
    fail_with: Option<String>,
}

impl ProgressionChange {
    pub(crate) fn into_progression(self) -> Result<(Option<i64>, Progression), AdminError> {
        let wrong = |message: &str| Err(AdminError::new(message));
        let kind = self.kind.as_str();
        if kind != "after" && (self.queued_ms.is_some() || self.in_progress_ms.is_some()) {
            return wrong("only after takes queued_ms and in_progress_ms");
        }
        if kind != "polls" && self.reads.is_some() {
            return wrong("only polls takes reads");
        }
        if kind != "script" && self.entries.is_some() {
            return wrong("only script takes entries");
        }
        let mut progression = match kind {
            "immediate" => Progression::Immediate,
            "manual" => Progression::Manual,
            "after" => match (self.queued_ms, self.in_progress_ms) {
                (Some(queued), Some(in_progress)) => Progression::After {
                    queued: Duration::from_millis(queued),
                    in_progress: Duration::from_millis(in_progress),
                },
                (None, None) => Progression::default(),
                _ => return wrong("after takes queued_ms and in_progress_ms together"),
            },
            "polls" => match self.reads {
                Some(0) => return wrong("reads is at least 1"),
                reads => Progression::Polls(reads.unwrap_or(1)),
            },
            "script" => match self.entries {
                Some(_) if self.wait_for.is_some() || self.fail_with.is_some() => {
                    return wrong("the entries of a script have the error codes: failed:insufficient_cpu");
                }
                Some(entries) => Progression::script(entries)?,
                None => {
                    return wrong(
                        "script takes entries, such as [\"queued\",\"in_progress*2\",\"succeeded\"]",
                    );
                }
            },
            other => {
                return Err(AdminError::new(format!(
                    "kind '{other}' is not immediate, after, polls, script or manual"
                )));
            }
        };
        if let Some(code) = self.wait_for {
            progression = progression.waiting_for(code);
        }
        if let Some(code) = self.fail_with {
            progression = progression.failing(code);
        }
        Ok((self.app_id, progression))
    }
}

/// `{"paused":true,"github_connected":true}`; what is left out stays.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Marks {
    pub(super) paused: Option<bool>,
    pub(super) github_connected: Option<bool>,
}

/// `{"rows":[{"id":1}],"from":"s3://bucket/"}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Load {
    pub(super) rows: Vec<Row>,
    pub(super) from: Option<String>,
}

/// `{}` for the next step, or a status and an error code.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Advance {
    status: Option<String>,
    pub(super) error_code: Option<String>,
}

impl Advance {
    pub(super) fn status(&self) -> Result<Option<Status>, AdminError> {
        Ok(match self.status.as_deref() {
            None => None,
            Some("in_progress") => Some(Status::InProgress),
            Some("succeeded") => Some(Status::Succeeded),
            Some("failed") => Some(Status::Failed),
            Some(other) => {
                return Err(AdminError::new(format!(
                    "status '{other}' is not in_progress, succeeded or failed"
                )));
            }
        })
    }
}
