//! Stopping a command from outside.

use std::sync::Arc;

use tokio::sync::watch;

/// A flag that asks a running command to stop. Clones share it.
///
/// Calls, waits and the emulator notice it at once; nothing can be taken back that was sent already.
#[derive(Clone, Debug)]
pub struct Cancel(Arc<watch::Sender<bool>>);

impl Cancel {
    /// A flag that is not raised.
    pub fn new() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }

    /// Raises the flag, for good.
    pub fn cancel(&self) {
        self.0.send_replace(true);
    }

    /// Whether the flag is raised.
    pub fn is_cancelled(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until the flag is raised.
    pub(crate) async fn cancelled(&self) {
        // The sender lives as long as this flag, so the wait ends with the flag and not before.
        let _ = self.0.subscribe().wait_for(|raised| *raised).await;
    }
}

impl Default for Cancel {
    fn default() -> Self {
        Self::new()
    }
}
