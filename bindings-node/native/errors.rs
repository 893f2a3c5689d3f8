//! Errors on their way to JavaScript, which makes objects of its own classes from them.

use napi::{Error, Status};
use spice_cloud as core;
use spice_cloud::channel::{in_camel_case, tell};

use crate::text::Text;

/// An error of the core: its reason is the whole error as JSON.
pub(crate) fn thrown(error: core::Error) -> Error {
    Error::new(Status::GenericFailure, json(error))
}

/// A bug in the SDK: its reason is no JSON, but words.
pub(crate) fn bug(words: &str) -> Error {
    Error::new(Status::GenericFailure, format!("a bug in the SDK: {words}"))
}

/// All that an error of the core tells.
pub(crate) fn json(error: core::Error) -> String {
    let mut text = Text::default();
    // This sink stops nothing.
    let _ = tell(&in_camel_case(error), &mut text);
    text.finish()
}
