//! The answer to a raw request.

use serde::Serialize;

use crate::engine::transport::HttpResponse;
use crate::engine::{ApiResult, Unreadable};
use crate::meta::Meta;
use crate::operation::Operation;
use crate::wire::JsonValue;

/// The answer to a [`RawRequest`](crate::RawRequest).
///
/// `Debug` leaves out the body: it may hold secrets that the SDK cannot know of.
#[derive(Clone, Serialize)]
#[non_exhaustive]
pub struct RawResponse {
    /// The HTTP status.
    pub status: u16,
    /// The body; null when there was none.
    pub body: JsonValue,
    /// About the call.
    #[serde(skip)]
    pub meta: Meta,
}

impl ApiResult for RawResponse {
    fn read(_operation: &Operation, answer: &HttpResponse) -> Result<Self, Unreadable> {
        let body = if answer.body.is_empty() { JsonValue::Null } else { Unreadable::json(&answer.body)? };
        Ok(Self { status: answer.status, body, meta: Meta::default() })
    }

    fn stamp(&mut self, meta: &Meta) {
        self.meta = meta.clone();
    }

    fn told(&self) -> Meta {
        self.meta.clone()
    }
}

impl std::fmt::Debug for RawResponse {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("RawResponse").field("status", &self.status).finish_non_exhaustive()
    }
}
