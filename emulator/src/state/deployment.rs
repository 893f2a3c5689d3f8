//! A deployment as a record: where it stands, and what it is going to do.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};

use super::catalog;
use crate::clock::{later, rfc3339};
use crate::progression::Progression;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    Queued,
    InProgress,
    Succeeded,
    Failed,
    /// A record that a newer deployment has replaced; only seeds make it.
    Created,
}

impl Status {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::InProgress => "in_progress",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Created => "created",
        }
    }

    pub(crate) const fn is_running(self) -> bool {
        matches!(self, Self::Queued | Self::InProgress)
    }
}

/// What a deployment is going to do. A step without an instant waits to be told.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    pub(super) start: Option<Timestamp>,
    pub(super) finish: Option<Timestamp>,
    pub(super) wait_for: Option<String>,
    pub(super) fail_with: Option<String>,
}

impl Plan {
    pub(crate) fn new(progression: &Progression, now: Timestamp) -> Self {
        let (pace, wait_for, fail_with) = progression.clone().into_parts();
        let (start, finish) = match pace {
            Progression::Immediate => (Some(now), Some(now)),
            Progression::After { queued, in_progress } => {
                let start = later(now, queued);
                (Some(start), Some(later(start, in_progress)))
            }
            Progression::Manual | Progression::Scripted { .. } => (None, None),
        };
        Self { start, finish, wait_for, fail_with }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Deployment {
    pub(crate) id: i64,
    pub(crate) status: Status,
    pub(crate) created_at: Timestamp,
    pub(crate) started_at: Option<Timestamp>,
    pub(crate) updated_at: Timestamp,
    pub(crate) finished_at: Option<Timestamp>,
    pub(crate) image_tag: String,
    pub(crate) channel: Option<String>,
    pub(crate) replicas: i64,
    pub(crate) branch: Option<String>,
    pub(crate) commit_sha: Option<String>,
    pub(crate) commit_message: Option<String>,
    pub(crate) debug: bool,
    pub(crate) error_code: Option<String>,
    pub(crate) error_message: Option<String>,
    pub(crate) created_by: String,
    pub(crate) plan: Plan,
}

impl Deployment {
    /// A deployment of the default image that has just been asked for.
    pub(crate) fn queued(id: i64, now: Timestamp, plan: Plan) -> Self {
        Self {
            id,
            status: Status::Queued,
            created_at: now,
            started_at: None,
            updated_at: now,
            finished_at: None,
            image_tag: catalog::default_tag().to_owned(),
            channel: None,
            replicas: 1,
            branch: None,
            commit_sha: None,
            commit_message: None,
            debug: false,
            error_code: None,
            error_message: None,
            created_by: String::new(),
            plan,
        }
    }

    pub(crate) fn view(&self) -> Value {
        json!({
            "id": self.id,
            "status": self.status,
            "created_at": rfc3339(self.created_at),
            "started_at": self.started_at.map(rfc3339),
            "updated_at": rfc3339(self.updated_at),
            "finished_at": self.finished_at.map(rfc3339),
            "image": catalog::image(&self.image_tag).map(catalog::Image::name),
            "image_tag": self.image_tag,
            "channel": self.channel,
            "replicas": self.replicas,
            "branch": self.branch,
            "commit_sha": self.commit_sha,
            "commit_message": self.commit_message,
            "debug": self.debug,
            "error_code": self.error_code,
            "error_message": self.error_message,
            "creation_source": "api",
            "created_by": self.created_by,
        })
    }
}
