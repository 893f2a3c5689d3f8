//! A request, made ready to be signed and sent: checked and addressed.

use std::borrow::Cow;

use bytes::Bytes;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};

use serde_json::{Map, Value};

use super::redact::Redactor;
use super::transport::HttpRequest;
use crate::config::{Config, PathStyle, Settings};
use crate::error::{Error, ErrorKind, Result};
use crate::generated::operations::PATH_ALIASES;
use crate::operation::{Host, Method, Operation};
use crate::planned::PlannedRequest;
use crate::request::Request;
use crate::wire::{REDACTED, Secret, wiped, wiped_json};
use crate::{path, validate};

/// A request that can be sent once; another attempt prepares it anew.
pub(super) struct Prepared {
    pub(super) http: HttpRequest,
    /// What it carries and nothing may show.
    pub(super) secrets: Vec<Secret>,
    /// Whether it goes with a token.
    pub(super) signed: bool,
}

impl Prepared {
    /// The request for people to see.
    pub(super) fn planned(&self, operation: &Operation) -> PlannedRequest {
        let redactor = Redactor::new(&self.secrets, None);
        let text = |value: &HeaderValue| value.to_str().unwrap_or_default().to_owned();
        let shown = self.http.headers.iter().filter(|(_, value)| !value.is_sensitive());
        let headers = shown.map(|(name, value)| (name.to_string(), text(value)));
        // What is no JSON is text: a statement for a runtime.
        let read = |body: &Bytes| {
            serde_json::from_slice(body).unwrap_or_else(|_| String::from_utf8_lossy(body).into())
        };
        let body = self.http.body.as_ref().map(read);
        PlannedRequest {
            operation: operation.id,
            method: self.http.method,
            url: self.http.url.clone(),
            headers: headers.collect(),
            body: body.map(|body| redacted(body, &self.secrets, redactor)),
        }
    }
}

/// A body without its secrets, whatever their length.
fn redacted(body: Value, secrets: &[Secret], redactor: Redactor<'_>) -> Value {
    match body {
        Value::String(text) if secrets.iter().any(|secret| secret.reveal() == text) => REDACTED.into(),
        Value::String(text) => redactor.clean(&text).into(),
        Value::Array(items) => items.into_iter().map(|item| redacted(item, secrets, redactor)).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(name, member)| (name, redacted(member, secrets, redactor))).collect()
        }
        other => other,
    }
}

pub(super) fn prepare(config: &Config, settings: &Settings, request: &Request) -> Result<Prepared> {
    if config.validate {
        validate::check(request)?;
    }
    validate::confirmed(request)?;
    let url = match request.operation.host {
        Host::Portal => config.oauth_url.clone(),
        Host::Runtime => {
            let base = request.runtime.as_ref().map_or(&config.base_url, |runtime| &runtime.door.url);
            path::url(base, &[], request)?
        }
        // A workflow is nowhere: only what it calls is sent.
        Host::Control | Host::Workflow => {
            let aliases = if config.path_style == PathStyle::Projects { PATH_ALIASES } else { &[] };
            path::url(&config.base_url, aliases, request)?
        }
    };
    let signed = request.operation.authenticated;
    // Headers of the client's own are meant for the API, not for the portal.
    let mut headers = if signed { settings.headers.clone() } else { HeaderMap::new() };
    let accept = request.runtime.as_ref().map_or("application/json", |runtime| runtime.accept);
    headers.insert(ACCEPT, HeaderValue::from_static(accept));
    if let Some(runtime) = &request.runtime {
        headers.insert("x-api-key", key_header(&runtime.door.key)?);
    }
    if let Some(org) = settings.org.as_ref().filter(|_| signed) {
        headers.insert("x-org-name", org.clone());
    }
    let text = request.runtime.as_ref().and_then(|runtime| runtime.text.clone());
    let kind = if text.is_some() { "text/plain" } else { "application/json" };
    let body = match text {
        Some(text) => Some(Bytes::from(text)),
        None => body(request)?,
    };
    if body.is_some() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    let fresh = !request.retry().is_repeatable();
    let http =
        HttpRequest { method: request.operation.method, url, headers, body, fresh, idle: settings.idle() };
    let key = request.runtime.iter().map(|runtime| &runtime.door.key);
    let secrets = request.body.secrets.iter().chain(&config.secrets).chain(key).cloned().collect();
    Ok(Prepared { http, secrets, signed })
}

/// An app's key, as it is sent.
fn key_header(key: &Secret) -> Result<HeaderValue> {
    let bytes = wiped(key.reveal().as_bytes().to_vec());
    let mut header = HeaderValue::from_maybe_shared(bytes).map_err(|_| {
        Error::new(ErrorKind::ConfigError, "the API key contains characters that cannot be sent")
            .with_hint("copy it once more")
    })?;
    header.set_sensitive(true);
    Ok(header)
}

/// What is sent of a body: that something is meant concerns nobody but the SDK.
fn without_confirmations(request: &Request) -> Cow<'_, Map<String, Value>> {
    let mut members = Cow::Borrowed(&request.body.members);
    for field in request.operation.body {
        if field.rules.confirms.is_some() && members.contains_key(field.name) {
            members.to_mut().shift_remove(field.name);
        }
    }
    members
}

fn body(request: &Request) -> Result<Option<Bytes>> {
    let operation = request.operation;
    let members = without_confirmations(request);
    let bytes = match &request.raw {
        Some((_, body)) => body.as_ref().map(|body| wiped_json(&body.0)),
        // Where the body may be left out, an empty one is.
        None if members.is_empty() && (!operation.body_required || operation.method == Method::Get) => None,
        None if request.body.secrets.is_empty() => Some(serde_json::to_vec(&members).map(Bytes::from)),
        None => Some(wiped_json(&members)),
    };
    bytes
        .transpose()
        .map_err(|error| Error::new(ErrorKind::InternalError, format!("the body cannot be written: {error}")))
}
