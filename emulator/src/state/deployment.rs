//! A deployment as a record: where it stands, and what it is going to do.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::catalog;
use crate::clock::{later, rfc3339};
use crate::progression::Progression;
use crate::script::{Script, Walk};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Plan {
    pub(super) start: Option<Timestamp>,
    pub(super) finish: Option<Timestamp>,
    pub(super) wait_for: Option<String>,
    pub(super) fail_with: Option<String>,
    /// What successive reads show, when reads move it and not the clock.
    pub(super) walk: Option<Walk>,
}

impl Plan {
    pub(crate) fn new(progression: &Progression, now: Timestamp) -> Self {
        let (pace, wait_for, fail_with) = progression.clone().into_parts();
        let mut plan = Self { wait_for, fail_with, ..Self::default() };
        match pace {
            Progression::Immediate => (plan.start, plan.finish) = (Some(now), Some(now)),
            Progression::After { queued, in_progress } => {
                let start = later(now, queued);
                (plan.start, plan.finish) = (Some(start), Some(later(start, in_progress)));
            }
            Progression::Polls(reads) => {
                let script = Script::of_polls(reads, plan.wait_for.clone(), plan.fail_with.clone());
                plan.walk = Some(Walk::new(script));
            }
            Progression::Script(script) => return Self { walk: Some(Walk::new(script)), ..Self::default() },
            Progression::Manual | Progression::Scripted { .. } => {}
        }
        plan
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Deployment {
    pub(crate) id: i64,
    pub(crate) status: Status,
    /// A word that a script shows in place of the status.
    pub(crate) shown: Option<String>,
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
    /// What was deployed; documents of older emulators do not have it.
    #[serde(default)]
    pub(crate) spicepod: Option<Value>,
    pub(crate) plan: Plan,
}

impl Deployment {
    /// A deployment of the default image that has just been asked for.
    pub(crate) fn queued(id: i64, now: Timestamp, plan: Plan) -> Self {
        Self {
            id,
            status: Status::Queued,
            shown: None,
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
            spicepod: None,
            plan,
        }
    }

    /// The status as answers show it.
    pub(crate) fn status_name(&self) -> &str {
        self.shown.as_deref().unwrap_or(self.status.name())
    }

    pub(crate) fn view(&self) -> Value {
        json!({
            "id": self.id,
            "status": self.status_name(),
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
