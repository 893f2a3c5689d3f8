//! What an answer means: a result, or a refusal and whether the server acted.

use bytes::Bytes;
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use serde::de::DeserializeSeed;

use super::redact::Redactor;
use super::redirect::PointsTo;
use super::retry::Class;
use super::transport::HttpResponse;
use crate::error::{Error, ErrorKind, ServerWords};
use crate::meta::Meta;
use crate::operation::{Host, Operation};
use crate::wire::lenient::{Lenient, Seed};
use crate::wire::list::Envelope;
use crate::wire::model::Stamped;

/// What an operation gives back.
pub(crate) trait ApiResult: Sized + Send + 'static {
    /// Reads it from the body.
    fn read(operation: &Operation, answer: &HttpResponse) -> Result<Self, Unreadable>;

    /// Tells it about the call that it came from.
    fn stamp(&mut self, meta: &Meta);

    /// What it tells about the call that it came from.
    fn told(&self) -> Meta;

    /// When it was created, in milliseconds since 1970, for what says so.
    fn created_at(&self) -> Option<i64> {
        None
    }

    /// What stands for the result of a deletion that met nothing any more.
    fn gone() -> Option<Self> {
        None
    }
}

/// Why a body could not be read.
#[derive(Debug)]
pub(crate) struct Unreadable {
    /// What is wrong with it, without its subject and without any value.
    pub(crate) message: String,
    /// The text is whole, but says something else than expected: it would say so again.
    well_formed: bool,
}

impl Unreadable {
    /// Reads a body of any shape.
    pub(crate) fn json(body: &Bytes) -> Result<serde_json::Value, Self> {
        parse(body, Seed::new, Seed::<serde_json::Value>::new)
    }

    /// Reads a model.
    pub(crate) fn model<T: Lenient>(body: &[u8]) -> Result<T, Self> {
        parse(body, Seed::<T>::new, Seed::<T>::new)
    }
}

impl ApiResult for () {
    fn read(_operation: &Operation, _answer: &HttpResponse) -> Result<Self, Unreadable> {
        Ok(())
    }

    fn stamp(&mut self, _meta: &Meta) {}

    fn told(&self) -> Meta {
        Meta::default()
    }

    fn gone() -> Option<Self> {
        Some(())
    }
}

impl<T: Lenient + Stamped + Send + 'static> ApiResult for T {
    fn read(_operation: &Operation, answer: &HttpResponse) -> Result<Self, Unreadable> {
        Unreadable::model(&answer.body)
    }

    fn stamp(&mut self, meta: &Meta) {
        Stamped::stamp(self, meta);
    }

    fn told(&self) -> Meta {
        self.meta().clone()
    }

    fn created_at(&self) -> Option<i64> {
        Stamped::created_at(self).and_then(crate::wire::Timestamp::unix_millis)
    }
}

impl<T: Lenient + Stamped + Send + 'static> ApiResult for Vec<T> {
    fn read(operation: &Operation, answer: &HttpResponse) -> Result<Self, Unreadable> {
        let seed = || Envelope::<T>::new(operation.envelope);
        parse(&answer.body, seed, seed)
    }

    fn stamp(&mut self, meta: &Meta) {
        for item in self {
            item.stamp(meta);
        }
    }

    fn told(&self) -> Meta {
        self.first().map(|item| item.meta().clone()).unwrap_or_default()
    }
}

/// Reads a body; only when that fails is it read once more, to say where.
fn parse<'de, S, R>(
    body: &'de [u8],
    seed: impl Fn() -> S,
    again: impl Fn() -> R,
) -> Result<S::Value, Unreadable>
where
    S: DeserializeSeed<'de>,
    R: DeserializeSeed<'de>,
{
    let mut reader = serde_json::Deserializer::from_slice(body);
    let error = match seed().deserialize(&mut reader).and_then(|value| reader.end().map(|()| value)) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let mut track = serde_path_to_error::Track::new();
    let mut reader = serde_json::Deserializer::from_slice(body);
    // The same failure once more, this time with its place.
    let _ = again().deserialize(serde_path_to_error::Deserializer::new(&mut reader, &mut track));
    let path = track.path().to_string();
    let place = if path == "." { String::new() } else { format!(" at `{path}`") };
    let well_formed = error.is_data();
    Err(Unreadable { message: format!("cannot be read{place}: {}", without_values(&error)), well_formed })
}

/// The words of serde without the values that it quotes: they may be secrets.
fn without_values(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let mut clean = String::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find("string \"") {
        let value = &rest[start + "string \"".len()..];
        let Some(end) = value.rfind('"') else { break };
        clean.push_str(&rest[..start]);
        clean.push_str("text");
        rest = &value[end + 1..];
    }
    clean + rest
}

/// What an answer means.
pub(super) enum Verdict<T> {
    Result(T),
    Refused(Box<Error>, Class),
}

/// Reads an answer.
pub(super) fn judge<T: ApiResult>(
    operation: &Operation,
    answer: &HttpResponse,
    redactor: Redactor<'_>,
) -> Verdict<T> {
    let status = answer.status;
    if (200..300).contains(&status) {
        return match T::read(operation, answer) {
            Ok(result) => Verdict::Result(result),
            Err(unreadable) => Verdict::Refused(Box::new(undecodable(answer, &unreadable, redactor)), {
                if unreadable.well_formed || is_foreign(&answer.headers) {
                    Class::Final
                } else {
                    Class::Ambiguous
                }
            }),
        };
    }
    if (300..400).contains(&status) {
        let place = answer.points_to.as_ref().map_or_else(|| "elsewhere".to_owned(), PointsTo::origin);
        let message = format!("the server answered {status} and points to {place}; that is not followed");
        return Verdict::Refused(Box::new(Error::new(ErrorKind::RedirectError, message)), Class::Final);
    }
    let clean = |text: &str| redactor.clean(text);
    let words = match operation.host {
        Host::Runtime => ServerWords::of_runtime(&answer.body, clean),
        _ => ServerWords::read(&answer.body, clean),
    };
    Verdict::Refused(Box::new(words.into_error(status)), class(status))
}

fn class(status: u16) -> Class {
    match status {
        429 => Class::Throttled,
        408 | 500 | 502..=504 | 520..=527 | 530 => Class::Ambiguous,
        _ => Class::Final,
    }
}

fn undecodable(answer: &HttpResponse, unreadable: &Unreadable, redactor: Redactor<'_>) -> Error {
    let message = if is_foreign(&answer.headers) {
        // Cleaned before it is cut: half a secret would not be recognised.
        let start: String =
            redactor.clean(&String::from_utf8_lossy(&answer.body)).chars().take(200).collect();
        format!(
            "something that is not the API answered: {}",
            start.split_whitespace().collect::<Vec<_>>().join(" ")
        )
    } else {
        format!("the answer {}", unreadable.message)
    };
    Error::new(ErrorKind::DecodeError, redactor.clean(&message))
}

/// Whether the answer says itself that it is no JSON, as pages of proxies and sign-in walls do.
fn is_foreign(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    content_type.to_ascii_lowercase().contains("html")
}

/// The server's name for a request. A server may put anything there: it is cleaned, then cut to a length that makes
/// sense.
pub(super) fn request_id(headers: &HeaderMap, redactor: Redactor<'_>) -> Option<String> {
    let named = ["x-request-id", "x-vercel-id"].iter().find_map(|name| headers.get(*name));
    Some(redactor.clean(named?.to_str().ok()?).chars().take(128).collect())
}
