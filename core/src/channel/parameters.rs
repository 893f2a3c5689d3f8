//! Parameters of a call, from JSON.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::reply::Extent;
use crate::config::{Dedupe, Overrides};
use crate::engine::Unreadable;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::models::App;
use crate::operation::{AsWire, Field, Method, Operation};
use crate::plane::RuntimeTarget;
use crate::reconcile::Change;
use crate::request::{RawRequest, Request};
use crate::wire::{Secret, Segment, Wiped, WipedMap};
use crate::workflows::{DeployOptions, WaitOptions};

/// Parameters of a call: what fills the path, the query, the body, and what the call does differently.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Parameters {
    path: Map<String, Value>,
    query: Map<String, Value>,
    /// What is here, or among the secrets, is wiped afterwards.
    body: WipedMap,
    pub(super) options: Option<OptionsJson>,
    /// Whose runtime is called.
    #[serde(skip)]
    pub(super) target: Option<RuntimeTarget>,
    page_size: Option<u32>,
    offset: Option<u64>,
    limit: Option<usize>,
    pub(super) name: Option<String>,
    /// An app as it was read.
    unchanged: Value,
    /// In the order in which they are set.
    secrets: WipedMap,
    wait: WaitJson,
    /// Whether the host verifies keys itself.
    pub(super) verifies: bool,
    raw: Option<RawJson>,
    /// What an error has carried of a change.
    change: Option<String>,
}

/// Options of one call. Durations are in seconds.
#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct OptionsJson {
    timeout: Option<f64>,
    attempt_timeout: Option<f64>,
    max_retries: Option<u32>,
    headers: Vec<(String, String)>,
    org: Option<String>,
    dedupe: Option<String>,
    reconcile_timeout: Option<f64>,
    runtime: Option<TargetJson>,
}

/// Whose runtime is called: that of an app, or of a key.
#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct TargetJson {
    app_id: Option<i64>,
    key: Option<Wiped>,
    url: Option<String>,
}

/// Options of a wait. Durations are in seconds.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct WaitJson {
    timeout: Option<f64>,
    poll_interval: Option<f64>,
    redeploy_on: Vec<String>,
    max_redeploys: Option<u32>,
    rollback_on_failure: bool,
    until_ready: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawJson {
    method: String,
    path: String,
    #[serde(default)]
    query: Vec<(String, String)>,
    body: Option<Wiped>,
    #[serde(default)]
    idempotent: bool,
}

/// A mistake of whoever calls, found before anything is sent.
pub(super) fn wrong(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::ValidationError, message)
}

/// A member of the body that is not what it should be.
fn misfit(operation: &'static Operation, name: &str, words: String) -> Error {
    wrong("nothing was sent, because of the body")
        .with_field_errors([(name.to_owned(), vec![words])].into())
        .of(operation)
}

/// An object of a body, or each object of a list, as it stands on the wire.
fn parts(as_wire: AsWire, value: &Value, secrets: &mut Vec<Secret>) -> std::result::Result<Value, String> {
    match value {
        Value::Object(_) => as_wire(value, secrets),
        Value::Array(items) => items.iter().map(|item| parts(as_wire, item, secrets)).collect(),
        other => Ok(other.clone()),
    }
}

/// How changes are kept from happening twice.
pub(super) fn dedupe(word: &str) -> Result<Dedupe> {
    match word {
        "off" => Ok(Dedupe::Off),
        "list" => Ok(Dedupe::List),
        "marker" => Ok(Dedupe::Marker),
        _ => Err(Error::new(ErrorKind::ConfigError, "dedupe must be off, list or marker")),
    }
}

/// A duration in seconds.
pub(super) fn seconds(name: &str, seconds: f64) -> Result<Duration> {
    Duration::try_from_secs_f64(seconds)
        .map_err(|_| wrong(format!("{name} must be a number of seconds, not {seconds}")))
}

impl Parameters {
    pub(super) fn read(json: &str) -> Result<Self> {
        let mut reader = serde_json::Deserializer::from_str(json);
        // What was given is not repeated: it may be a secret.
        serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let place = error.path().to_string();
            wrong(format!(
                "nothing was sent, because of {place}: it is unknown, or not of the type that it must be"
            ))
            .with_field_errors([(place, vec!["is not what it must be".to_owned()])].into())
        })
    }

    /// The request of an operation.
    pub(super) fn request(&self, operation: &'static Operation) -> Result<Request> {
        let mut request = Request::new(operation);
        request.target.clone_from(&self.target);
        for param in operation.path_params {
            let segment = match self.path.get(param.name) {
                Some(Value::Number(id)) => id.as_i64().map(Segment::Id),
                Some(Value::String(text)) => Some(Segment::Text(text.clone())),
                _ => None,
            };
            let segment = segment.ok_or_else(|| wrong(format!("{} must be given", param.name)))?;
            request = request.path::<Segment>(param.name, segment);
        }
        for (name, value) in &self.query {
            request.query.put(name, value.clone());
        }
        for (name, value) in &self.body.0 {
            let field = operation.body.iter().find(|field| field.name == name);
            match (value, field) {
                (Value::String(secret), Some(field)) if field.secret => {
                    request.body.put(name, Secret::from(secret.as_str()));
                }
                // What is no text in it is refused with the other mistakes of the body.
                (Value::Object(secrets), Some(field))
                    if field.secret && secrets.values().all(Value::is_string) =>
                {
                    let secret = |(name, value): (&String, &Value)| {
                        (name.clone(), Secret::from(value.as_str().unwrap_or_default()))
                    };
                    request.body.put(name, secrets.iter().map(secret).collect::<BTreeMap<_, _>>());
                }
                // What is no object is refused with the other mistakes of the body.
                (Value::Object(_) | Value::Array(_), Some(Field { model: Some(as_wire), .. })) => {
                    let secrets = &mut request.body.secrets;
                    let value =
                        parts(*as_wire, value, secrets).map_err(|words| misfit(operation, name, words))?;
                    request.body.put(name, value);
                }
                _ => request.body.put(name, value.clone()),
            }
        }
        Ok(request)
    }

    /// Which part of a list is wanted.
    pub(super) fn extent(&self) -> Extent {
        Extent { page_size: self.page_size, offset: self.offset, limit: self.limit }
    }

    /// A number of the path.
    pub(super) fn id(&self, name: &str) -> Result<i64> {
        self.path.get(name).and_then(Value::as_i64).ok_or_else(|| wrong(format!("{name} must be given")))
    }

    /// Names and values of secrets.
    pub(super) fn secrets(&self) -> Result<Vec<(String, Secret)>> {
        let secret = |(name, value): (&String, &Value)| match value {
            Value::String(value) => Ok((name.clone(), Secret::from(value.as_str()))),
            _ => Err(wrong(format!(
                "nothing was sent, because of secrets.{}: it must be text",
                name.escape_debug()
            ))),
        };
        self.secrets.0.iter().map(secret).collect()
    }

    /// The change that an error has carried.
    pub(super) fn change(&self) -> Result<Change> {
        Change::read(self.change.as_deref().unwrap_or_default())
    }

    /// The app as it was read, that it still has to be.
    pub(super) fn unchanged(&self) -> Result<App> {
        Unreadable::model(self.unchanged.to_string().as_bytes())
            .map_err(|unreadable| wrong(format!("nothing was sent: the app {}", unreadable.message)))
    }

    pub(super) fn wait(&self) -> Result<WaitOptions> {
        let mut options = WaitOptions::default();
        if let Some(timeout) = self.wait.timeout {
            options.timeout = seconds("timeout", timeout)?;
        }
        if let Some(interval) = self.wait.poll_interval {
            options.poll_interval = seconds("poll_interval", interval)?;
        }
        Ok(options)
    }

    /// How to deploy, and to wait for it.
    pub(super) fn deploy(&self) -> Result<DeployOptions> {
        let wait = &self.wait;
        let mut options = DeployOptions::from(self.wait()?);
        options.redeploy_on = wait.redeploy_on.iter().map(|code| code.as_str().into()).collect();
        options.max_redeploys = wait.max_redeploys.unwrap_or(options.max_redeploys);
        options.rollback_on_failure = wait.rollback_on_failure;
        options.until_ready = wait.until_ready;
        Ok(options)
    }

    pub(super) fn raw(&self) -> Result<RawRequest> {
        let raw = self.raw.as_ref().ok_or_else(|| wrong("raw must be given"))?;
        let method = match raw.method.to_ascii_uppercase().as_str() {
            "GET" => Method::Get,
            "POST" => Method::Post,
            "PUT" => Method::Put,
            "PATCH" => Method::Patch,
            "DELETE" => Method::Delete,
            _ => return Err(wrong("method must be GET, POST, PUT, PATCH or DELETE")),
        };
        let mut request = RawRequest::new(method, raw.path.as_str());
        for (name, value) in &raw.query {
            request = request.query(name, value);
        }
        if let Some(body) = &raw.body {
            request = request.body(body.0.clone());
        }
        Ok(if raw.idempotent { request.idempotent() } else { request })
    }
}

impl OptionsJson {
    /// Whose runtime is called.
    pub(super) fn target(&mut self) -> Result<Option<RuntimeTarget>> {
        let Some(target) = self.runtime.take() else { return Ok(None) };
        let of = match (target.app_id, target.key.as_ref().and_then(|key| key.0.as_str())) {
            (Some(app), None) => RuntimeTarget::from(app),
            (None, Some(key)) => RuntimeTarget::from(Secret::from(key)),
            _ => return Err(wrong("a runtime is that of an app or of a key")),
        };
        Ok(Some(match target.url {
            Some(url) => of.url(url),
            None => of,
        }))
    }

    pub(super) fn overrides(self) -> Result<Overrides> {
        Ok(Overrides {
            timeout: self.timeout.map(|timeout| seconds("timeout", timeout)).transpose()?,
            attempt_timeout: self
                .attempt_timeout
                .map(|timeout| seconds("attempt_timeout", timeout))
                .transpose()?,
            max_retries: self.max_retries,
            headers: self.headers,
            org: self.org,
            dedupe: self.dedupe.as_deref().map(dedupe).transpose()?,
            reconcile_timeout: self
                .reconcile_timeout
                .map(|timeout| seconds("reconcile_timeout", timeout))
                .transpose()?,
        })
    }
}
