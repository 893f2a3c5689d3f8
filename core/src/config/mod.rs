//! What a client is told: once, when it is built, and per call.

mod builder;
mod environment;
mod overrides;

use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderValue};
use url::{Host, Url};

use crate::Result;
use crate::engine::time::Pace;
use crate::error::{Error, ErrorKind};

pub use builder::ClientBuilder;
pub use overrides::Overrides;

/// Where the API lives unless told otherwise.
pub(crate) const DEFAULT_BASE_URL: &str = "https://api.spice.ai";

/// What holds for a client and all its copies.
#[derive(Debug)]
pub(crate) struct Config {
    pub(crate) base_url: Url,
    pub(crate) path_style: PathStyle,
    pub(crate) validate: bool,
}

/// What may differ between copies of a client.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) timeout: Duration,
    pub(crate) attempt_timeout: Duration,
    pub(crate) max_retries: u32,
    pub(crate) headers: HeaderMap,
    pub(crate) org: Option<HeaderValue>,
    pub(crate) pace: Pace,
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

/// Whether an address is on this machine for certain: a name that only looks like it is not.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// A base URL that credentials may be sent to.
fn base_url(text: &str, allow_insecure: bool) -> Result<Url> {
    let wrong = |problem: &str| Error::new(ErrorKind::ConfigError, format!("base_url {problem}"));
    let url = Url::parse(text.trim()).map_err(|error| wrong(&format!("is no URL: {error}")))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(wrong("must not contain a user or a password"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(wrong("must not contain a query or a fragment"));
    }
    match url.scheme() {
        "https" => Ok(url),
        "http" if allow_insecure || is_loopback(&url) => Ok(url),
        "http" => Err(wrong("uses http, which would show the token to the network")
            .with_hint("use https; plain http works for this machine (127.0.0.1, [::1], localhost)")),
        _ => Err(wrong("must start with https://")),
    }
}

/// An organization's handle, as the header takes it.
fn org(name: &str) -> Result<HeaderValue> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    let value = (1..=255).contains(&name.len()) && name.bytes().all(allowed);
    value.then(|| HeaderValue::from_str(name).ok()).flatten().ok_or_else(|| {
        Error::new(
            ErrorKind::ConfigError,
            "org must be 1 to 255 letters, digits, dots, underscores or hyphens",
        )
    })
}

/// A limit of time that lets something happen.
fn positive(name: &str, duration: Duration) -> Result<Duration> {
    if duration.is_zero() {
        return Err(Error::new(ErrorKind::ConfigError, format!("{name} must be longer than nothing")));
    }
    Ok(duration)
}

#[cfg(test)]
pub(crate) use testing::{test_client, test_engine, test_settings};

#[cfg(test)]
mod testing {
    //! Clients over a transport of the test's own.

    use crate::client::Client;
    use crate::config::{Config, PathStyle, Settings, base_url};
    use crate::credentials::Credential;
    use crate::engine::Engine;
    use crate::engine::time::Pace;
    use crate::engine::transport::Transport;

    pub(crate) fn test_client(token: &str, transport: Box<dyn Transport>) -> Client {
        Client::new(test_engine(token, transport), test_settings())
    }

    pub(crate) fn test_engine(token: &str, transport: Box<dyn Transport>) -> Engine {
        let base_url = base_url("https://api.example", false).unwrap();
        let config = Config { base_url, path_style: PathStyle::Apps, validate: true };
        Engine { config, credential: Credential::new(&token.into()).unwrap(), transport, observer: None }
    }

    pub(crate) fn test_settings() -> Settings {
        Settings {
            timeout: std::time::Duration::from_secs(60),
            attempt_timeout: std::time::Duration::from_secs(30),
            max_retries: 2,
            headers: reqwest::header::HeaderMap::new(),
            org: None,
            pace: Pace::REAL,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::base_url;

    #[test]
    fn credentials_go_only_where_nobody_listens() {
        for fine in
            ["https://api.spice.ai", "http://127.0.0.1:8787", "http://[::1]:9", "http://localhost:1/x"]
        {
            assert!(base_url(fine, false).is_ok(), "{fine}");
        }
        for refused in [
            "http://example.com",
            "http://127.0.0.1.evil.com",
            "http://localhost.evil.com",
            "https://user:pass@api.spice.ai",
            "https://api.spice.ai?x=1",
            "ftp://api.spice.ai",
            "api.spice.ai",
            "",
        ] {
            assert!(base_url(refused, false).is_err(), "{refused}");
        }
        assert!(base_url("http://example.com", true).is_ok());
    }
}
