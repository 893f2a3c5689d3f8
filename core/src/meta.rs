//! What a result tells about the call that it came from.

use std::sync::Arc;
use std::time::Duration;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::attempt::Attempt;

/// About the call that a result came from. Two results are equal whatever their calls were.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// Nothing for a result that no call gave.
    history: Option<Arc<[Attempt]>>,
    reactivated: bool,
    adopted: bool,
    /// What the server's clock said, since 1970.
    server_time: Option<Duration>,
}

impl Meta {
    pub(crate) fn new(history: Vec<Attempt>) -> Self {
        Self { history: Some(history.into()), ..Self::default() }
    }

    /// The server's name for the request that succeeded.
    pub fn request_id(&self) -> Option<&str> {
        self.history().last().and_then(|attempt| attempt.request_id.as_deref())
    }

    /// How many times the request was sent; 0 for a result that no call gave.
    pub fn attempts(&self) -> usize {
        self.history().len()
    }

    /// Every attempt that was made, in order; the last one succeeded.
    pub fn history(&self) -> &[Attempt] {
        self.history.as_deref().unwrap_or_default()
    }

    /// Whether a new app is in fact one that existed before under its name: the API brings deleted apps back, with their
    /// old keys and secrets. Known from its time of creation, which lies before the request.
    pub fn reactivated(&self) -> bool {
        self.reactivated
    }

    /// Whether the answer was lost and the result was found afterwards: the change had happened.
    pub fn adopted(&self) -> bool {
        self.adopted
    }

    pub(crate) fn server_time(&self) -> Option<Duration> {
        self.server_time
    }

    pub(crate) fn with_reactivated(mut self, reactivated: bool) -> Self {
        self.reactivated = reactivated;
        self
    }

    pub(crate) fn with_adopted(mut self) -> Self {
        self.adopted = true;
        self
    }

    pub(crate) fn with_server_time(mut self, time: Option<Duration>) -> Self {
        self.server_time = time;
        self
    }

    pub(crate) fn with_history(mut self, history: Vec<Attempt>) -> Self {
        self.history = Some(history.into());
        self
    }
}

impl Serialize for Meta {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut facts = serializer.serialize_struct("Meta", 5)?;
        facts.serialize_field("request_id", &self.request_id())?;
        facts.serialize_field("attempts", &self.attempts())?;
        facts.serialize_field("history", self.history())?;
        facts.serialize_field("reactivated", &self.reactivated)?;
        facts.serialize_field("adopted", &self.adopted)?;
        facts.end()
    }
}

/// What happened on the way is not part of what a result is.
impl PartialEq for Meta {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for Meta {}
