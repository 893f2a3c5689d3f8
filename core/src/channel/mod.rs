//! The native channel: what crosses into every host language is one small thing, a [`Call`], which is a conversation.
//!
//! A host opens a [`Session`] with options as JSON, makes calls by the name of an operation with parameters as JSON, and
//! asks each call for its next [`Step`] until it is `Done` or `Failed`. The core never calls the host: what needs the
//! host, such as a token provider, is a step that the host answers. All work runs on the SDK's own runtime.
//!
//! This module is for language bindings. Rust programs use [`Client`](crate::Client).

mod call;
mod dispatch;
mod log;
mod options;
mod parameters;
mod read;
mod reply;
mod spelling;

pub use crate::conversation::{Answer, Step, Writer};
pub use crate::reply::Reply;
pub use crate::sink::{Sink, Stopped, tell};
pub use call::{Call, Session};
pub use read::read;
pub use spelling::{camel, in_camel_case};

pub(crate) use read::{as_wire, model};
pub(crate) use reply::{AnyPages, AnyPieces, Extent, pages, reply};

/// Ends the runtime of all sessions, before the process does. Every later call fails.
pub fn shutdown() {
    crate::runtime::shutdown();
}
