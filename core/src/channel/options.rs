//! Options of a client, from JSON.

use std::sync::Arc;

use serde::Deserialize;

use super::log::{Level, Log};
use super::parameters::{dedupe, seconds};
use crate::client::{Client, ClientBuilder};
use crate::config::PathStyle;
use crate::engine::TrustStore;
use crate::error::{Error, ErrorKind, Result};

/// Options of a client, as `INTERFACE` names them. Durations are in seconds.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Options {
    token: Option<String>,
    client_id: Option<String>,
    client_secret: Option<String>,
    scope: Option<String>,
    /// The host is asked for tokens.
    token_provider: bool,
    allow_dotenv: bool,
    base_url: Option<String>,
    oauth_url: Option<String>,
    org: Option<String>,
    timeout: Option<f64>,
    attempt_timeout: Option<f64>,
    connect_timeout: Option<f64>,
    max_retries: Option<u32>,
    max_in_flight: Option<usize>,
    dedupe: Option<String>,
    reconcile_timeout: Option<f64>,
    headers: Vec<(String, String)>,
    proxy: Option<String>,
    ca_bundle: Option<String>,
    trust_store: Option<String>,
    user_agent_suffix: Option<String>,
    allow_insecure_http: bool,
    path_style: Option<String>,
    validate: Option<bool>,
    time_scale: Option<u32>,
    /// What is told to the host's logger; `SPICE_CLOUD_LOG` if not given.
    log: Option<String>,
}

/// A mistake of whoever opens a client.
fn wrong(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::ConfigError, message)
}

/// The client that the options describe, and its log.
pub(super) fn client(json: &str) -> Result<(Client, Arc<Log>)> {
    let options: Options = serde_json::from_str(json).map_err(|error| {
        wrong(format!("the options cannot be read, line {} column {}", error.line(), error.column()))
    })?;
    let log = Arc::new(Log::new(options.log_level()?));
    let client = options.builder()?.observer(Arc::clone(&log)).build()?;
    Ok((client, log))
}

impl Options {
    fn log_level(&self) -> Result<Level> {
        if let Some(word) = &self.log {
            return Level::named(word);
        }
        // A word for somebody else's taste is no reason to fail.
        Ok(std::env::var("SPICE_CLOUD_LOG").ok().and_then(|word| Level::read(&word)).unwrap_or(Level::Off))
    }

    fn builder(self) -> Result<ClientBuilder> {
        let mut builder =
            Client::builder().allow_dotenv(self.allow_dotenv).allow_insecure_http(self.allow_insecure_http);
        macro_rules! set {
            ($($option:ident),*) => {$(
                if let Some(value) = self.$option {
                    builder = builder.$option(value);
                }
            )*};
        }
        set!(
            token,
            scope,
            base_url,
            oauth_url,
            org,
            max_retries,
            max_in_flight,
            proxy,
            ca_bundle,
            user_agent_suffix
        );
        set!(validate, time_scale);
        macro_rules! set_duration {
            ($($option:ident),*) => {$(
                if let Some(value) = self.$option {
                    builder = builder.$option(seconds(stringify!($option), value)?);
                }
            )*};
        }
        set_duration!(timeout, attempt_timeout, connect_timeout, reconcile_timeout);
        builder = match (self.client_id, self.client_secret) {
            (None, None) => builder,
            (Some(id), Some(secret)) => builder.client_credentials(id, secret),
            _ => return Err(wrong("client_id and client_secret go together")),
        };
        if self.token_provider {
            builder = builder.host_tokens();
        }
        for (name, value) in self.headers {
            builder = builder.header(name, value);
        }
        if let Some(how) = self.dedupe {
            builder = builder.dedupe(dedupe(&how)?);
        }
        if let Some(style) = self.path_style {
            builder = builder.path_style(match style.as_str() {
                "apps" => PathStyle::Apps,
                "projects" => PathStyle::Projects,
                _ => return Err(wrong("path_style must be apps or projects")),
            });
        }
        if let Some(store) = self.trust_store {
            builder = builder.trust_store(match store.as_str() {
                "auto" => TrustStore::Auto,
                "platform" => TrustStore::Platform,
                "bundled" => TrustStore::Bundled,
                _ => return Err(wrong("trust_store must be auto, platform or bundled")),
            });
        }
        Ok(builder)
    }
}
