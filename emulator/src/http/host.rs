//! The checks of the `Host` and `Origin` headers: a page from elsewhere must not get in, neither by a name that was pointed
//! at this machine nor by a blind request.

use std::net::IpAddr;

use axum::http::Uri;
use axum::http::header::{HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::uri::Authority;

/// Whether a request was meant for this machine's loopback address.
pub(crate) fn is_local(parts: &Parts) -> bool {
    let mut hosts = parts.headers.get_all(HOST).iter();
    let header = match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().ok().is_some_and(names_loopback),
        _ => false,
    };
    header && parts.uri.authority().is_none_or(|authority| names_loopback(authority.as_str()))
}

/// Whether a request was sent by a web page that does not come from this machine. Programs send no `Origin`.
pub(crate) fn is_from_elsewhere(parts: &Parts) -> bool {
    let is_local = |origin: &str| {
        let uri = origin.parse::<Uri>().ok();
        uri.is_some_and(|uri| {
            uri.scheme().is_some() && uri.authority().is_some_and(|host| names_loopback(host.as_str()))
        })
    };
    parts.headers.get_all(ORIGIN).iter().any(|origin| !origin.to_str().is_ok_and(is_local))
}

fn names_loopback(text: &str) -> bool {
    let Ok(authority) = text.parse::<Authority>() else { return false };
    let host = authority.host();
    let address = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    host.eq_ignore_ascii_case("localhost")
        || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_from_elsewhere_are_known() {
        let request = |origin: &str| {
            axum::http::Request::builder().header(ORIGIN, origin).body(()).unwrap().into_parts().0
        };
        for origin in ["http://localhost:3000", "http://127.0.0.1", "https://[::1]:80"] {
            assert!(!is_from_elsewhere(&request(origin)), "{origin}");
        }
        for origin in ["https://evil.example", "null", "", "localhost", "http://localhost.evil.example"] {
            assert!(is_from_elsewhere(&request(origin)), "{origin}");
        }
        assert!(!is_from_elsewhere(&axum::http::Request::new(()).into_parts().0));
    }

    #[test]
    fn only_loopback_names_pass() {
        for host in
            ["localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:8787", "127.8.0.1", "[::1]:80", "[::1]"]
        {
            assert!(names_loopback(host), "{host}");
        }
        for host in [
            "",
            "example.com",
            "127.0.0.1.example.com",
            "localhost.example.com",
            "192.168.0.1",
            "0.0.0.0",
            "::1:x",
        ] {
            assert!(!names_loopback(host), "{host}");
        }
    }
}
