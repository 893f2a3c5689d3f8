//! Where credentials may be sent.

use url::{Host, Url};

use crate::error::{Error, ErrorKind, Result};

/// Where the API lives unless told otherwise.
pub(crate) const DEFAULT_BASE_URL: &str = "https://api.spice.ai";

/// Where client credentials are exchanged unless told otherwise.
const DEFAULT_OAUTH_URL: &str = "https://spice.ai/api/oauth/token";
const OAUTH_PATH: &str = "/api/oauth/token";

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
pub(crate) fn base_url(text: &str, allow_insecure: bool) -> Result<Url> {
    trusted("base_url", text, allow_insecure)
}

/// The token endpoint: as given, or beside an API on this machine, or the vendor's.
pub(crate) fn oauth_url(text: Option<&str>, base: &Url, allow_insecure: bool) -> Result<Url> {
    if let Some(text) = text {
        return trusted("oauth_url", text, allow_insecure);
    }
    if is_loopback(base) {
        let mut url = base.clone();
        url.set_path(OAUTH_PATH);
        return Ok(url);
    }
    trusted("oauth_url", DEFAULT_OAUTH_URL, false)
}

fn trusted(option: &str, text: &str, allow_insecure: bool) -> Result<Url> {
    let wrong = |problem: &str| Error::new(ErrorKind::ConfigError, format!("{option} {problem}"));
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
