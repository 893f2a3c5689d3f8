//! How deployments move from state to state: at which pace and to which end.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::errors::AdminError;
use crate::script::Script;

/// How a deployment moves on. The setting that holds when a deployment is created holds for its whole life.
///
/// ```
/// use std::time::Duration;
/// use spice_cloud_emulator::Progression;
///
/// // Waits for memory for a minute, then succeeds.
/// let slow = Progression::After { queued: Duration::ZERO, in_progress: Duration::from_secs(60) }
///     .waiting_for("insufficient_memory");
/// // Fails as soon as it is looked at.
/// let broken = Progression::Immediate.failing("unable_to_start");
/// # assert_ne!(slow, broken);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Progression {
    /// Answers `queued` when it is created and has ended by the next request.
    Immediate,
    /// Spends these times in `queued` and in `in_progress`, on the emulator's clock.
    After {
        /// Time in `queued`.
        queued: Duration,
        /// Time in `in_progress`.
        in_progress: Duration,
    },
    /// Takes a step after this many reads of it, one by one or in lists: `queued`, `in_progress`, and its end. It needs
    /// no clock. Zero counts as one.
    Polls(u32),
    /// Shows at successive reads what a list says. Made by [`Progression::script`].
    Script(Script),
    /// Moves only when it is told to (`POST /_emulator/deployments/{id}/advance`).
    Manual,
    /// Moves at some pace, with error codes along the way. Made by [`Progression::failing`] and
    /// [`Progression::waiting_for`].
    Scripted {
        /// When it moves.
        pace: Box<Progression>,
        /// Error code while in progress, such as `insufficient_memory`; cleared when the deployment succeeds.
        wait_for: Option<String>,
        /// Error code of a failure at the end, such as `unable_to_start`; without one it succeeds.
        fail_with: Option<String>,
    },
}

impl Default for Progression {
    fn default() -> Self {
        Self::After { queued: Duration::from_millis(300), in_progress: Duration::from_millis(700) }
    }
}

impl Progression {
    /// Shows at successive reads of a deployment what `entries` say: a status, perhaps `:` and an error code, perhaps `*`
    /// and how many reads it lasts. The last entry stays. Starting the deployment still answers `queued`; a status that
    /// the contract does not know, such as `pending`, counts as not ended. The error codes are the entries' own:
    /// [`Progression::failing`] and [`Progression::waiting_for`] change nothing.
    ///
    /// ```
    /// use spice_cloud_emulator::Progression;
    ///
    /// let script = Progression::script(["queued", "in_progress:insufficient_memory*2", "failed:internal_error"])?;
    /// assert!(Progression::script(["done*0"]).is_err());
    /// # assert_ne!(script, Progression::Polls(1));
    /// # Ok::<(), spice_cloud_emulator::AdminError>(())
    /// ```
    pub fn script<S: AsRef<str>>(entries: impl IntoIterator<Item = S>) -> Result<Self, AdminError> {
        Script::parse(entries).map(Self::Script)
    }

    /// The same pace, ending in a failure with this error code.
    #[must_use]
    pub fn failing(self, error_code: impl Into<String>) -> Self {
        let (pace, wait_for, _) = self.into_parts();
        Self::Scripted { pace: Box::new(pace), wait_for, fail_with: Some(error_code.into()) }
    }

    /// The same pace, waiting for capacity with this error code while it is in progress.
    #[must_use]
    pub fn waiting_for(self, error_code: impl Into<String>) -> Self {
        let (pace, _, fail_with) = self.into_parts();
        Self::Scripted { pace: Box::new(pace), wait_for: Some(error_code.into()), fail_with }
    }

    /// Pace, code while waiting, code of a failure. A script inside a script counts where the outer one is silent.
    pub(crate) fn into_parts(self) -> (Self, Option<String>, Option<String>) {
        match self {
            Self::Scripted { pace, wait_for, fail_with } => {
                let (pace, inner_wait, inner_fail) = pace.into_parts();
                (pace, wait_for.or(inner_wait), fail_with.or(inner_fail))
            }
            pace => (pace, None, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_keeps_the_pace_and_gathers_the_codes() {
        let script = Progression::Manual.waiting_for("insufficient_cpu").failing("internal_error");
        let (pace, wait_for, fail_with) = script.into_parts();
        assert_eq!(pace, Progression::Manual);
        assert_eq!(wait_for.as_deref(), Some("insufficient_cpu"));
        assert_eq!(fail_with.as_deref(), Some("internal_error"));
    }
}
