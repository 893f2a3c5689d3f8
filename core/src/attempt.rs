//! One line of a call's history.

use std::time::Duration;

use serde::{Serialize, Serializer};

/// One attempt of a call.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Attempt {
    /// 1 for the first.
    pub number: u32,
    /// How long was waited before it; written in seconds.
    #[serde(serialize_with = "as_seconds")]
    pub waited: Duration,
    /// How long it took; written in seconds.
    #[serde(serialize_with = "as_seconds")]
    pub took: Duration,
    /// The status that was answered, if any was.
    pub status: Option<u16>,
    /// How it ended: the name of an [`ErrorKind`](crate::ErrorKind), or `ok`.
    pub outcome: &'static str,
    /// The server's name for the request.
    pub request_id: Option<String>,
}

/// The same, where there may be none.
#[allow(clippy::ref_option)] // How serde calls it.
pub(crate) fn as_seconds_if_any<S: Serializer>(
    duration: &Option<Duration>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    duration.map(|duration| duration.as_secs_f64()).serialize(serializer)
}

pub(crate) fn as_seconds<S: Serializer>(duration: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(duration.as_secs_f64())
}
