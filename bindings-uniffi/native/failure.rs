//! Errors on their way to the host, which makes objects of its own classes from them.

use spice_cloud as core;
use spice_cloud::channel::{in_camel_case, tell};

use crate::rows::Rows;

/// Why something was not done.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum NativeFailure {
    /// An error of the core, as rows.
    #[error("an error of the core")]
    Core {
        /// All that it tells.
        rows: Vec<u8>,
    },
    /// The emulator refuses.
    #[error("the emulator refuses: {words}")]
    Refused {
        /// Why.
        words: String,
        /// The HTTP status of the refusal, where there is one.
        status: Option<u16>,
    },
    /// A bug in the SDK.
    #[error("a bug in the SDK: {words}")]
    Bug {
        /// What is known of it.
        words: String,
    },
}

pub(crate) type Result<T> = std::result::Result<T, NativeFailure>;

/// An error of the core.
pub(crate) fn failed(error: core::Error) -> NativeFailure {
    NativeFailure::Core { rows: rows(error) }
}

/// All that an error of the core tells, with names as Kotlin and Swift write them.
pub(crate) fn rows(error: core::Error) -> Vec<u8> {
    let mut rows = Rows::default();
    // This sink stops nothing.
    let _ = tell(&in_camel_case(error), &mut rows);
    rows.finish()
}

/// A bug in the SDK.
pub(crate) fn bug(words: &str) -> NativeFailure {
    NativeFailure::Bug { words: words.to_owned() }
}
