//! What may stand in a header: nothing that could end it, and nothing that is the SDK's own to set.

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use crate::error::{Error, ErrorKind, Result};

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
        let parsed = HeaderName::from_bytes(name.as_bytes()).map_err(|_| wrong("has no valid name"))?;
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
    if is_visible(value.as_bytes()) { HeaderValue::from_str(value).ok() } else { None }
}

/// Whether there is nothing but visible ASCII and spaces.
pub(crate) fn is_visible(value: &[u8]) -> bool {
    value.iter().all(|byte| *byte == b' ' || byte.is_ascii_graphic())
}
