//! The check of the `Host` header: a page from elsewhere whose name was pointed at this machine must not get in.

use std::net::IpAddr;

use axum::http::header::HOST;
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
