//! What takes more than one call, built from the operations.

mod apps;
mod deployments;
mod doctor;
mod drift;
mod plan;
mod rollback;
mod rollout;
pub(crate) mod rotate;
mod runtime;
mod scopes;
mod secrets;
mod spicepod;
mod wait;

pub use deployments::Watch;
pub(crate) use doctor::client_doctor;
pub(crate) use drift::secrets_drift;
pub(crate) use plan::{client_apply, client_plan};
pub(crate) use rollback::deployments_rollback;
pub use rollout::DeployOptions;
pub(crate) use rollout::Rollout;
pub use rotate::Handover;
pub(crate) use runtime::{
    runtime_chat, runtime_chat_stream, runtime_datasets, runtime_health, runtime_metrics, runtime_ready,
    runtime_search, runtime_sql,
};
pub(crate) use scopes::{client_require, client_whoami};
pub(crate) use spicepod::apps_lint;
pub use wait::{DeploymentEvent, WaitOptions};
