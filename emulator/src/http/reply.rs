//! An answer before it is sent.

use std::fmt::Write as _;

use axum::body::{Body, Bytes};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::flood::Flood;
use crate::clock::http_date;
use crate::errors::{AdminError, ApiFailure};

pub(crate) const JSON: &str = "application/json";

pub(crate) struct Reply {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    body: Bytes,
    /// In place of the body.
    flood: Option<Flood>,
}

impl Reply {
    pub(crate) fn json(status: u16, body: &Value) -> Self {
        Self::text(status, JSON, body.to_string())
    }

    pub(crate) fn text(status: u16, content_type: &str, body: impl Into<Bytes>) -> Self {
        let headers = vec![(header::CONTENT_TYPE.to_string(), content_type.to_owned())];
        Self { status, headers, body: body.into(), flood: None }
    }

    /// A text for people.
    pub(crate) fn plain(status: u16, text: impl Into<Bytes>) -> Self {
        Self::text(status, "text/plain; charset=utf-8", text)
    }

    /// A 204.
    pub(crate) fn empty() -> Self {
        Self { status: 204, headers: Vec::new(), body: Bytes::new(), flood: None }
    }

    pub(crate) fn not_allowed(allow: &str) -> Self {
        Self::json(405, &json!({ "error": "Method not allowed" })).header("allow", allow)
    }

    /// A text of so many bytes.
    pub(crate) fn huge(bytes: u64) -> Self {
        Self { flood: Some(Flood::text(bytes)), ..Self::text(200, JSON, "") }
    }

    /// So many bytes, compressed to a thousandth.
    pub(crate) fn bomb(bytes: u64) -> Self {
        Self { flood: Some(Flood::packed(bytes)), ..Self::text(200, JSON, "") }
            .header("content-encoding", "gzip")
    }

    /// The same answer with another body.
    pub(crate) fn with_body(self, body: String) -> Self {
        Self { body: body.into(), ..self }
    }

    /// The head as it goes out where no server writes it, with further lines in place of the body's length.
    pub(crate) fn head(&self, request_id: &str, lines: &str) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} Injected\r\n{lines}x-request-id: {request_id}\r\n", self.status);
        for (name, value) in &self.headers {
            // Writing to a String cannot fail.
            let _ = write!(head, "{name}: {value}\r\n");
        }
        (head + "\r\n").into_bytes()
    }

    pub(crate) fn body(&self) -> &[u8] {
        &self.body
    }

    /// Sets a header, in place of one of the same name.
    pub(crate) fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// The same answer with its body cut in two.
    pub(crate) fn cut_short(mut self) -> Self {
        self.body.truncate(self.body.len() / 2);
        self
    }

    /// Says when it was given, by the emulator's clock, unless it says so already.
    pub(crate) fn dated(self, now: Timestamp) -> Self {
        let is_dated = self.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("date"));
        if is_dated { self } else { self.header("date", http_date(now)) }
    }

    /// The answer as it goes out, with the marks that every answer of the emulator carries.
    pub(crate) fn into_response(self, request_id: &str) -> Response {
        let reply =
            self.header("x-request-id", request_id).header("x-spice-emulator", env!("CARGO_PKG_VERSION"));
        let body = reply.flood.map_or_else(|| Body::from(reply.body), Body::from_stream);
        let mut response = Response::new(body);
        *response.status_mut() =
            StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in reply.headers {
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

impl From<ApiFailure> for Reply {
    fn from(failure: ApiFailure) -> Self {
        let reply = Self::json(failure.status, &failure.body());
        match failure.challenge {
            Some(challenge) => reply.header("www-authenticate", challenge),
            None => reply,
        }
    }
}

impl From<AdminError> for Reply {
    fn from(error: AdminError) -> Self {
        Self::json(error.status(), &json!({ "error": error.to_string() }))
    }
}
