//! The native library of the Kotlin and Swift packages: what they need of the core. It converts, hands over and names; it has
//! no policy.
//!
//! A host opens a hub, sessions at it, and makes calls by numbers of its own. Requests come as JSON; what calls say goes out as
//! rows of bytes, all that have been said at once, to one thread of the host's that takes them. So nothing here calls the
//! host, no thread of the SDK enters its code, and the two cross paths as seldom as they can: Kotlin pays six microseconds for
//! the simplest crossing, and several times that for each object or text in it.
//!
//! Each thing that can go wrong between two languages is done in one place: panics (`guard`), errors (`failure`), values to
//! the host (`rows`), handing over (`hub`).

// What hosts give arrives as ours.
#![allow(clippy::needless_pass_by_value)]

#[cfg(feature = "emulator")]
mod emulator;
mod failure;
mod guard;
mod hub;
mod rows;
mod session;
mod shelf;
mod step;

#[cfg(feature = "emulator")]
pub use emulator::{NativeEmulator, NativeSnapshot};
pub use failure::NativeFailure;
pub use hub::{hub_open, hub_take};
pub use session::{
    ErrorName, call_answer_failed, call_answer_token, call_answer_value, call_give_up, call_next, call_start,
    error_names, read_model, session_close, session_drain_log, session_drop, session_open,
    session_set_log_level,
};

uniffi::setup_scaffolding!("spice_cloud_native");
