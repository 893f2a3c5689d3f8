//! How to deploy.

use std::time::Duration;

use crate::generated::enums::DeploymentErrorCode;
use crate::workflows::WaitOptions;

/// How to deploy: how long to wait, and what to do when it fails.
#[derive(Clone, Debug, PartialEq, Eq, bon::Builder)]
#[non_exhaustive]
pub struct DeployOptions {
    /// Limit of the wait, from the first request on; 15 minutes if not given. The deployment itself goes on.
    #[builder(default = WaitOptions::default().timeout)]
    pub timeout: Duration,
    /// How long to wait between the first looks; 2 s if not given. It grows to 10 s.
    #[builder(default = WaitOptions::default().poll_interval)]
    pub poll_interval: Duration,
    /// Codes of failures after which it is deployed again, such as those of missing capacity; none if not given.
    #[builder(default, with = |codes: impl IntoIterator<Item = impl Into<DeploymentErrorCode>>| codes.into_iter().map(Into::into).collect())]
    pub redeploy_on: Vec<DeploymentErrorCode>,
    /// How often at most it is deployed again; 3 times if not given.
    #[builder(default = 3)]
    pub max_redeploys: u32,
    /// Whether a deployment that fails for good is followed by one that goes back to what ran before.
    #[builder(default)]
    pub rollback_on_failure: bool,
    /// Whether to wait until the app's runtime is ready, too, with all its datasets.
    #[builder(default)]
    pub until_ready: bool,
}

impl Default for DeployOptions {
    fn default() -> Self {
        Self::builder().build()
    }
}

impl From<WaitOptions> for DeployOptions {
    fn from(wait: WaitOptions) -> Self {
        Self::builder().timeout(wait.timeout).poll_interval(wait.poll_interval).build()
    }
}
