//! What takes more than one call, built from the operations.

mod apps;
mod deployments;
mod secrets;
mod wait;

pub use deployments::Watch;
pub use wait::{DeploymentEvent, WaitOptions};
