//! Time as policies mean it. Under test it may run faster, so that nobody waits for real seconds.

use std::future::Future;
use std::time::Duration;

use tokio::time::Instant;

/// Runs policy durations against the clock of tokio, which unit tests can stop.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace(u32);

impl Pace {
    pub(crate) const REAL: Self = Self(1);

    /// Every policy duration divided by a number.
    pub(crate) fn faster(times: u32) -> Self {
        Self(times.max(1))
    }

    /// How much policy time has passed.
    pub(crate) fn since(self, start: Instant) -> Duration {
        self.scaled(start.elapsed())
    }

    /// A span of the clock as policy time.
    pub(crate) fn scaled(self, real: Duration) -> Duration {
        real.saturating_mul(self.0)
    }

    /// Policy time as a span of the clock.
    pub(crate) fn real(self, duration: Duration) -> Duration {
        duration / self.0
    }

    pub(crate) async fn sleep(self, duration: Duration) {
        tokio::time::sleep(self.real(duration)).await;
    }

    /// The result, or nothing when the time is up first.
    pub(crate) async fn within<T>(self, limit: Duration, task: impl Future<Output = T>) -> Option<T> {
        tokio::time::timeout(self.real(limit), task).await.ok()
    }
}
