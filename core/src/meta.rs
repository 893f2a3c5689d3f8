//! What a result tells about the call that it came from.

use std::sync::Arc;

use serde::{Serialize, Serializer};

/// About the call that a result came from. Two results are equal whatever their calls were.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Meta {
    #[serde(serialize_with = "text")]
    request_id: Option<Arc<str>>,
    attempts: u32,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    reactivated: bool,
}

impl Meta {
    pub(crate) fn new(request_id: Option<&str>, attempts: u32) -> Self {
        Self { request_id: request_id.map(Arc::from), attempts, reactivated: false }
    }

    /// The server's name for the request that succeeded.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Whether a new app is in fact one that existed before under its name: the API brings deleted apps back, with their
    /// old keys and secrets. Known from its time of creation, which lies before the request.
    pub fn reactivated(&self) -> bool {
        self.reactivated
    }

    pub(crate) fn with_reactivated(mut self, reactivated: bool) -> Self {
        self.reactivated = reactivated;
        self
    }

    /// How many times the request was sent; 0 for a result that no call gave.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }
}

#[allow(clippy::ref_option)] // How serde hands a field over.
fn text<S: Serializer>(text: &Option<Arc<str>>, serializer: S) -> Result<S::Ok, S::Error> {
    text.as_deref().serialize(serializer)
}

/// What happened on the way is not part of what a result is.
impl PartialEq for Meta {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for Meta {}
