//! What a client is told: once, when it is built, and per copy.

mod address;
mod environment;
mod overrides;

use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderValue};
use url::Url;

use crate::engine::TrustStore;
use crate::error::{Error, ErrorKind, Result};
use crate::pace::Pace;
use crate::wire::Secret;

pub(crate) use address::{DEFAULT_BASE_URL, base_url, is_loopback, oauth_url};
pub use environment::CREDENTIAL_VARIABLES;
pub(crate) use environment::{Environment, Found};
pub use overrides::Overrides;

/// What holds for a client and all its copies.
#[derive(Debug)]
pub(crate) struct Config {
    pub(crate) base_url: Url,
    pub(crate) path_style: PathStyle,
    pub(crate) validate: bool,
    /// Where client credentials are exchanged.
    pub(crate) oauth_url: Url,
    pub(crate) max_in_flight: usize,
    /// What no text may show besides what a request carries: the password of a proxy.
    pub(crate) secrets: Vec<Secret>,
    /// The proxy that was given, without its password; whoever asks why nothing works is told.
    pub(crate) proxy: Option<String>,
    pub(crate) trust_store: TrustStore,
    /// How many authorities were given.
    pub(crate) own_roots: usize,
}

/// What may differ between copies of a client.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) timeout: Duration,
    pub(crate) attempt_timeout: Duration,
    pub(crate) max_retries: u32,
    pub(crate) headers: HeaderMap,
    pub(crate) org: Option<HeaderValue>,
    pub(crate) dedupe: Dedupe,
    pub(crate) reconcile_timeout: Duration,
    pub(crate) pace: Pace,
}

/// The usual limit of one attempt.
pub(crate) const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(30);
/// A connection from which nothing comes for so long is taken for dead.
const IDLE: Duration = Duration::from_secs(20);

impl Settings {
    /// How long nothing may come within an attempt, by the clock. Whoever allows an attempt more time than usual knows of a
    /// server that is slow to begin.
    pub(crate) fn idle(&self) -> Option<Duration> {
        (self.attempt_timeout > IDLE && self.attempt_timeout <= ATTEMPT_TIMEOUT).then(|| self.pace.real(IDLE))
    }
}

/// How the SDK sees to it that a change happens once, where sending it twice would do it twice: starting a deployment, creating an
/// app, regenerating a key, adding a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Dedupe {
    /// Not at all: nothing is read beforehand, and an unknown outcome is an error at once.
    Off,
    /// By what is there before and afterwards.
    #[default]
    List,
    /// So, and a deployment's commit message gets a mark such as ` [k:9f3c2a1b]`, so that it cannot be taken for another.
    Marker,
}

/// Which of the API's two names for apps stands in paths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PathStyle {
    /// `/v1/apps`, which every version of the API serves.
    #[default]
    Apps,
    /// `/v1/projects`, the name since Aug 2026.
    Projects,
}

/// An organization's handle, as the header takes it.
pub(crate) fn org(name: &str) -> Result<HeaderValue> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    let value = (1..=255).contains(&name.len()) && name.bytes().all(allowed);
    value.then(|| HeaderValue::from_str(name).ok()).flatten().ok_or_else(|| {
        Error::new(
            ErrorKind::ConfigError,
            "org must be 1 to 255 letters, digits, dots, underscores or hyphens",
        )
    })
}

/// How often a failed attempt may be followed by another.
pub(crate) fn max_retries(retries: u32) -> Result<u32> {
    if retries > 10 {
        return Err(Error::new(ErrorKind::ConfigError, "max_retries must be at most 10"));
    }
    Ok(retries)
}

/// A limit of time that lets something happen.
pub(crate) fn positive(name: &str, duration: Duration) -> Result<Duration> {
    if duration.is_zero() {
        return Err(Error::new(ErrorKind::ConfigError, format!("{name} must be longer than nothing")));
    }
    Ok(duration)
}
