//! A request, made ready to be sent: checked, addressed, signed.

use bytes::Bytes;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};

use super::Engine;
use super::redact::Redactor;
use super::transport::HttpRequest;
use crate::config::{PathStyle, Settings};
use crate::error::{Error, ErrorKind, Result};
use crate::generated::operations::PATH_ALIASES;
use crate::request::Request;
use crate::{path, validate};

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
