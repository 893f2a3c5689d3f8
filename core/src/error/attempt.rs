//! One line of a call's history.

use std::time::Duration;

use serde::Serialize;

/// One attempt of a call.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Attempt {
    /// 1 for the first.
    pub number: u32,
    /// How long was waited before it.
    pub waited: Duration,
    /// How long it took.
    pub took: Duration,
    /// The status that was answered, if any was.
    pub status: Option<u16>,
    /// How it ended: the name of an [`ErrorKind`](crate::ErrorKind), or `ok`.
    pub outcome: &'static str,
    /// The server's name for the request.
    pub request_id: Option<String>,
}
