//! What takes more than one call, built from the operations.

mod apps;
mod deployments;
mod doctor;
mod drift;
mod plan;
mod rollback;
mod scopes;
mod secrets;
mod spicepod;
mod wait;

pub use deployments::Watch;
pub(crate) use doctor::client_doctor;
pub(crate) use drift::secrets_drift;
pub(crate) use plan::{client_apply, client_plan};
pub(crate) use rollback::deployments_rollback;
pub(crate) use scopes::{client_require, client_whoami};
pub(crate) use spicepod::apps_lint;
pub use wait::{DeploymentEvent, WaitOptions};
