//! What all calls of a client share: how many run at once, the pause that a server asked for, the quota of retries.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::Instant;

use super::retry::Class;
use crate::pace::Pace;

/// Retries that a client may have in reserve: a server that is down is not flooded.
const QUOTA: u32 = 500;
const RETRY_COST: u32 = 14;
const THROTTLED_COST: u32 = 5;

/// The traffic of a client in one process.
pub(crate) struct Flow {
    slots: Semaphore,
    /// Whether to look at the next at all: nearly never, and a lock costs something.
    pausing: AtomicBool,
    paused_until: Mutex<Option<Instant>>,
    quota: AtomicU32,
}

impl Flow {
    pub(crate) fn new(max_in_flight: usize) -> Self {
        let slots = Semaphore::new(max_in_flight);
        Self {
            slots,
            pausing: AtomicBool::new(false),
            paused_until: Mutex::new(None),
            quota: AtomicU32::new(QUOTA),
        }
    }

    /// A slot, when there is one at once and no pause.
    pub(crate) fn try_enter(&self) -> Option<SemaphorePermit<'_>> {
        if self.pause_left().is_some() {
            return None;
        }
        self.slots.try_acquire().ok()
    }

    /// Waits until a request may be sent: for the end of a pause, then for a free slot.
    pub(crate) async fn enter(&self, pace: Pace) -> Option<SemaphorePermit<'_>> {
        loop {
            // Taken first, so that those who leave the pause together still come through the slots.
            let slot = self.slots.acquire().await.ok()?;
            let Some(left) = self.pause_left() else { return Some(slot) };
            drop(slot);
            // Not all at the same moment.
            tokio::time::sleep(
                left.mul_f64(1.0 + 0.1 * fastrand::f64()) + pace.real(JITTER).mul_f64(fastrand::f64()),
            )
            .await;
        }
    }

    /// No request is sent for so long: the server asked for fewer.
    pub(crate) fn pause(&self, pace: Pace, duration: Duration) {
        let until = Instant::now() + pace.real(duration);
        let mut paused = self.paused_until.lock().unwrap_or_else(PoisonError::into_inner);
        *paused = Some(paused.map_or(until, |before| before.max(until)));
        self.pausing.store(true, Ordering::Release);
    }

    fn pause_left(&self) -> Option<Duration> {
        if !self.pausing.load(Ordering::Acquire) {
            return None;
        }
        let paused = self.paused_until.lock().unwrap_or_else(PoisonError::into_inner);
        let left = paused
            .and_then(|until| until.checked_duration_since(Instant::now()))
            .filter(|left| !left.is_zero());
        self.pausing.store(left.is_some(), Ordering::Release);
        left
    }

    /// Whether the quota has room for another retry.
    pub(crate) fn may_retry(&self, class: Class) -> bool {
        self.quota.load(Ordering::Relaxed) >= cost(class)
    }

    /// Takes a retry from the quota.
    pub(crate) fn spend(&self, class: Class) -> u32 {
        let cost = cost(class);
        let _ = self
            .quota
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| Some(left.saturating_sub(cost)));
        cost
    }

    /// A call succeeded: what its last retry cost comes back, or a little when it needed none.
    pub(crate) fn refund(&self, last_retry: Option<u32>) {
        let refund = last_retry.unwrap_or(1);
        let _ = self
            .quota
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| Some((left + refund).min(QUOTA)));
    }
}

/// Those who wait for the same moment spread over at least this.
const JITTER: Duration = Duration::from_millis(50);

fn cost(class: Class) -> u32 {
    if class == Class::Throttled { THROTTLED_COST } else { RETRY_COST }
}

#[cfg(test)]
#[path = "flow_interleavings.rs"]
mod interleavings;
