//! Waiting for a deployment, as a machine that is told what each look showed and says what to do next.

use std::time::Duration;

use serde::Serialize;

use crate::error::{Error, ErrorKind, Result};
use crate::generated::enums::{DeploymentErrorCode, DeploymentStatus};
use crate::generated::models::Deployment;

/// Waits grow to this, so that a long deployment is not asked about all the time.
const LONGEST_INTERVAL: Duration = Duration::from_secs(10);
const GROWTH: f64 = 1.5;
/// Looks that fail in a row, and for how long, before the wait fails too.
const FAILURES: u32 = 5;
const FAILING: Duration = Duration::from_secs(120);
/// A deployment that was there may be missing for so long: lists lag behind.
const MISSING: Duration = Duration::from_secs(30);

/// How to wait for a deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bon::Builder)]
#[non_exhaustive]
pub struct WaitOptions {
    /// Limit of the wait; 15 minutes if not given. The deployment itself goes on.
    #[builder(default = Duration::from_secs(15 * 60))]
    pub timeout: Duration,
    /// How long to wait between the first looks; 2 s if not given. It grows to 10 s.
    #[builder(default = Duration::from_secs(2))]
    pub poll_interval: Duration,
}

impl Default for WaitOptions {
    fn default() -> Self {
        Self::builder().build()
    }
}

/// A step of a deployment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DeploymentEvent {
    /// The deployment as it is now.
    pub deployment: Deployment,
    /// Since the wait began; written in seconds.
    #[serde(serialize_with = "crate::attempt::as_seconds")]
    pub elapsed: Duration,
    /// How long deployments of this app usually take, by those that succeeded lately; written in seconds. Only `deploy` knows.
    #[serde(serialize_with = "crate::attempt::as_seconds_if_any", skip_serializing_if = "Option::is_none")]
    pub expected: Option<Duration>,
    /// What there is to say besides, such as what capacity it waits for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl DeploymentEvent {
    pub(crate) fn new(deployment: Deployment, elapsed: Duration) -> Self {
        let mut event = Self { deployment, elapsed, expected: None, note: None };
        event.note = event.waits_for().map(|code| {
            let words = event
                .deployment
                .error_message
                .as_ref()
                .map(|words| format!(" ({words})"))
                .unwrap_or_default();
            format!("waiting for capacity: {code}{words}")
        });
        event
    }

    /// Where the deployment stands.
    pub fn status(&self) -> &DeploymentStatus {
        &self.deployment.status
    }

    /// The capacity that it waits for, which is no failure: the platform goes on trying.
    pub fn waits_for(&self) -> Option<&DeploymentErrorCode> {
        self.deployment.error_code.as_ref().filter(|_| !self.deployment.status.is_terminal())
    }
}

/// What to do after a look.
#[derive(Debug)]
pub(super) enum Next {
    LookAfter(Duration),
    Finished(Result<()>),
}

/// Waits for one deployment.
#[derive(Debug)]
pub(super) struct Waiter {
    id: i64,
    options: WaitOptions,
    interval: Duration,
    last: Option<Deployment>,
    /// When the last look that succeeded was.
    seen: Duration,
    failures: u32,
}

impl Waiter {
    pub(super) fn new(id: i64, options: WaitOptions) -> Self {
        let interval = options.poll_interval.max(Duration::from_millis(1));
        Self { id, options, interval, last: None, seen: Duration::ZERO, failures: 0 }
    }

    /// Takes in a look, and says what is new and what to do next.
    pub(super) fn observe(
        &mut self,
        elapsed: Duration,
        look: Result<Deployment>,
        random: f64,
    ) -> (Option<DeploymentEvent>, Next) {
        let event = match look {
            Ok(deployment) => {
                self.seen = elapsed;
                self.failures = 0;
                self.take(deployment, elapsed)
            }
            Err(error) if self.is_survivable(elapsed, &error) => {
                self.failures += 1;
                None
            }
            Err(error) => return (None, Next::Finished(Err(error))),
        };
        let next = match &self.last {
            Some(last) if last.status == DeploymentStatus::Succeeded => Next::Finished(Ok(())),
            Some(last) if last.status == DeploymentStatus::Failed => {
                Next::Finished(Err(failed(last, elapsed)))
            }
            _ if elapsed >= self.options.timeout => Next::Finished(Err(self.timed_out(elapsed))),
            // The last look is at the limit, not after it.
            _ => Next::LookAfter(self.pause(random).min(self.options.timeout.saturating_sub(elapsed))),
        };
        (event, next)
    }

    /// The event that a deployment means, if anything about it is new.
    fn take(&mut self, deployment: Deployment, elapsed: Duration) -> Option<DeploymentEvent> {
        let is_new = self.last.as_ref().is_none_or(|last| {
            (&last.status, &last.error_code) != (&deployment.status, &deployment.error_code)
        });
        self.last = Some(deployment.clone());
        is_new.then(|| DeploymentEvent::new(deployment, elapsed))
    }

    fn is_survivable(&self, elapsed: Duration, error: &Error) -> bool {
        let for_how_long = elapsed.saturating_sub(self.seen);
        if error.kind() == ErrorKind::NotFound {
            return self.last.is_some() && for_how_long < MISSING;
        }
        error.retryable() && self.failures < FAILURES && for_how_long < FAILING
    }

    fn pause(&mut self, random: f64) -> Duration {
        let pause = self.interval.mul_f64(0.8 + 0.4 * random);
        let longest = LONGEST_INTERVAL.max(self.options.poll_interval);
        self.interval = self.interval.mul_f64(GROWTH).min(longest);
        pause
    }

    fn timed_out(&self, elapsed: Duration) -> Error {
        let state = self.last.as_ref().map_or("never seen", |last| last.status.as_str());
        let message = format!("deployment {} is still {state} after {}", self.id, seconds(elapsed));
        Error::new(ErrorKind::WaitTimeout, message)
            .with_hint("the deployment goes on: wait for it again, or allow more time")
            .with_retryable(true)
            .with_deployment(self.last.clone(), elapsed)
    }
}

fn failed(deployment: &Deployment, elapsed: Duration) -> Error {
    let code = deployment.error_code.as_ref();
    let mut message = format!("deployment {} failed after {}", deployment.id, seconds(elapsed));
    if let Some(code) = code {
        message = format!("{message}: {code}");
    }
    if let Some(words) = &deployment.error_message {
        message = format!("{message} ({words})");
    }
    let hint = match code {
        Some(code) if code.is_capacity() => "the platform is short of capacity: deploy again later",
        Some(DeploymentErrorCode::PodExceedsNodeCapacity) => {
            "ask for less CPU, memory or storage for each replica"
        }
        Some(DeploymentErrorCode::UnableToStart) => {
            "check the spicepod, the secrets it refers to and the image tag, then deploy again"
        }
        _ => "look at the deployment in the portal, then deploy again",
    };
    Error::new(ErrorKind::DeploymentFailed, message)
        .with_hint(hint)
        .with_retryable(code.is_some_and(DeploymentErrorCode::is_capacity))
        .with_deployment(Some(deployment.clone()), elapsed)
}

fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{:.1}s", duration.as_secs_f64())
    } else {
        format!("{}m{:02}s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
#[path = "wait_tests.rs"]
mod tests;
