//! What the engine needs of whatever carries its requests.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use reqwest::header::HeaderMap;
use url::Url;

use super::redirect::PointsTo;
use super::retry::Class;
use crate::error::ErrorKind;
use crate::operation::Method;

/// A request, complete.
#[derive(Clone)]
pub(crate) struct HttpRequest {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
    /// Over a connection of its own.
    pub(crate) fresh: bool,
    /// How long nothing may come, by the clock.
    pub(crate) idle: Option<Duration>,
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub(crate) struct HttpResponse {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// Where the answer points to.
    pub(crate) points_to: Option<PointsTo>,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) struct TransportFailure {
    pub(crate) kind: ErrorKind,
    pub(crate) class: Class,
    pub(crate) message: String,
}

impl TransportFailure {
    /// A bug of the SDK.
    pub(crate) fn internal(message: &str) -> Self {
        Self { kind: ErrorKind::InternalError, class: Class::Final, message: message.to_owned() }
    }
}

/// An answer that is still coming.
pub(crate) enum Opened {
    Coming(Chunks),
    /// A refusal, read to its end.
    Whole(Box<HttpResponse>),
}

/// The pieces of an answer, as they come.
pub(crate) struct Chunks(pub(crate) Box<dyn Pieces>);

/// Gives pieces until there are no more.
pub(crate) trait Pieces: Send {
    fn next(&mut self) -> Piece<'_>;
}

pub(crate) type Piece<'a> =
    Pin<Box<dyn Future<Output = Result<Option<Bytes>, TransportFailure>> + Send + 'a>>;

impl Chunks {
    pub(crate) fn next(&mut self) -> Piece<'_> {
        self.0.next()
    }
}

pub(crate) type Opening<'a> = Pin<Box<dyn Future<Output = Result<Opened, TransportFailure>> + Send + 'a>>;

pub(crate) type Sending<'a> =
    Pin<Box<dyn Future<Output = Result<HttpResponse, TransportFailure>> + Send + 'a>>;

/// Carries requests.
pub(crate) trait Transport: Send + Sync {
    /// Sends a request once. Dropping the future drops the request.
    fn send(&self, request: HttpRequest) -> Sending<'_>;

    /// Sends a request once, and gives its answer while it is coming.
    fn open(&self, request: HttpRequest) -> Opening<'_>;
}
