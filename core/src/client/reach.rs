//! How a client reaches the network, from what people give.

use std::path::Path;

use url::Url;

use crate::error::{Error, ErrorKind, Result};
use crate::headers::visible;

/// A proxy's address. Its error shows nothing of it: it may hold a password.
pub(super) fn proxy(text: &str) -> Result<Url> {
    let url =
        Url::parse(text.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    url.ok_or_else(|| {
        Error::new(ErrorKind::ConfigError, "proxy must be a URL that starts with http:// or https://")
    })
}

/// The certificates of a file in PEM.
pub(super) fn authorities(file: &Path) -> Result<Vec<reqwest::Certificate>> {
    let wrong = |problem: &dyn std::fmt::Display| {
        Error::new(ErrorKind::ConfigError, format!("ca_bundle {}: {problem}", file.display()))
    };
    let pem = std::fs::read(file).map_err(|error| wrong(&error))?;
    match reqwest::Certificate::from_pem_bundle(&pem) {
        Ok(certificates) if !certificates.is_empty() => Ok(certificates),
        _ => Err(wrong(&"holds no certificates in PEM")),
    }
}

pub(super) fn user_agent(suffix: Option<&str>) -> Result<String> {
    let name = concat!("spice-cloud/", env!("CARGO_PKG_VERSION"));
    let Some(suffix) = suffix else { return Ok(name.to_owned()) };
    if visible(suffix).is_none() {
        return Err(Error::new(ErrorKind::ConfigError, "user_agent_suffix has unprintable characters"));
    }
    Ok(format!("{name} {suffix}"))
}
