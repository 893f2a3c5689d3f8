//! A request, made ready to be sent: checked, addressed, signed.

use bytes::Bytes;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};

use super::Engine;
use super::redact::Redactor;
use super::transport::HttpRequest;
use crate::config::{PathStyle, Settings};
use crate::error::{Error, ErrorKind};
use crate::generated::operations::PATH_ALIASES;
use crate::request::Request;
use crate::{Result, path, validate};

/// A request that can be sent, any number of times.
pub(super) struct Prepared {
    pub(super) http: HttpRequest,
    pub(super) redactor: Redactor,
}

pub(super) fn prepare(engine: &Engine, settings: &Settings, request: &Request) -> Result<Prepared> {
    if engine.config.validate {
        validate::check(request)?;
    }
    let aliases = if engine.config.path_style == PathStyle::Projects { PATH_ALIASES } else { &[] };
    let url = path::url(&engine.config.base_url, aliases, request)?;
    let mut headers = settings.headers.clone();
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    let mut secrets = request.body.secrets.clone();
    if request.operation.authenticated {
        headers.insert(AUTHORIZATION, engine.credential.header());
        secrets.push(engine.credential.token().clone());
        if let Some(org) = &settings.org {
            headers.insert("x-org-name", org.clone());
        }
    }
    let body = body(request)?;
    if body.is_some() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    let http = HttpRequest { method: request.operation.method, url, headers, body };
    Ok(Prepared { http, redactor: Redactor::new(secrets) })
}

fn body(request: &Request) -> Result<Option<Bytes>> {
    let operation = request.operation;
    let bytes = match &request.raw {
        Some((_, body)) => body.as_ref().map(serde_json::to_vec),
        // Where the body may be left out, an empty one is.
        None if operation.body.is_empty() || request.body.members.is_empty() && !operation.body_required => {
            None
        }
        None => Some(serde_json::to_vec(&request.body.members)),
    };
    let bytes = bytes.transpose().map_err(|error| {
        Error::new(ErrorKind::InternalError, format!("the body cannot be written: {error}"))
    })?;
    Ok(bytes.map(Bytes::from))
}

/// Headers of the client's own, checked once.
pub(crate) fn extra_headers(pairs: &[(String, String)]) -> Result<HeaderMap> {
    /// Set by the SDK, or about the connection and not about the request.
    const RESERVED: [&str; 12] = [
        "accept",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "cookie",
        "host",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "x-org-name",
    ];
    let mut headers = HeaderMap::new();
    for (name, value) in pairs {
        let wrong = |problem: &str| {
            Error::new(ErrorKind::ConfigError, format!("the header `{}` {problem}", name.escape_debug()))
        };
        let parsed = reqwest::header::HeaderName::from_bytes(name.as_bytes())
            .map_err(|_| wrong("has no valid name"))?;
        if RESERVED.contains(&parsed.as_str()) {
            return Err(wrong("is set by the SDK and cannot be given"));
        }
        headers
            .insert(parsed, visible(value).ok_or_else(|| wrong("has a value with unprintable characters"))?);
    }
    Ok(headers)
}

/// A header value of visible ASCII and spaces; nothing else is sent.
pub(crate) fn visible(value: &str) -> Option<HeaderValue> {
    let clean = value.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
    if clean { HeaderValue::from_str(value).ok() } else { None }
}
