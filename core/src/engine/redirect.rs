//! Where an answer points elsewhere, and when that is followed: reads only, and only within the origin.

use reqwest::header::{HeaderMap, LOCATION};
use url::Url;

use crate::operation::Method;

/// More than this is a loop, or as good as one.
pub(super) const MOST_HOPS: usize = 3;

/// The address to read instead; nothing when the answer is not to be followed.
pub(super) fn next(method: Method, from: &Url, status: u16, headers: &HeaderMap) -> Option<Url> {
    let points_elsewhere = matches!(status, 301 | 302 | 303 | 307 | 308);
    if !points_elsewhere || method != Method::Get {
        return None;
    }
    target(from, headers).filter(|target| target.origin() == from.origin() && target.username().is_empty())
}

/// What an answer points at, without anything that could be a secret: its origin only.
pub(super) fn origin(from: &Url, headers: &HeaderMap) -> Option<String> {
    target(from, headers).map(|target| target.origin().ascii_serialization())
}

fn target(from: &Url, headers: &HeaderMap) -> Option<Url> {
    from.join(headers.get(LOCATION)?.to_str().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;

    use super::*;

    fn followed(method: Method, status: u16, location: &'static str) -> Option<String> {
        let headers = [(LOCATION, HeaderValue::from_static(location))].into_iter().collect();
        let from = Url::parse("https://api.example/v1/apps?limit=5").unwrap();
        next(method, &from, status, &headers).map(|url| url.to_string())
    }

    #[test]
    fn reads_stay_within_the_origin() {
        let moved = Some("https://api.example/v1/projects".to_owned());
        for location in
            ["/v1/projects", "https://api.example/v1/projects", "https://api.example:443/v1/projects"]
        {
            assert_eq!(followed(Method::Get, 308, location), moved, "{location}");
        }
        for location in [
            "https://evil.example/",
            "//evil.example/",
            "http://api.example/",
            "https://api.example:444/",
            "https://user@api.example/",
            "data:,x",
        ] {
            assert_eq!(followed(Method::Get, 307, location), None, "{location}");
        }
    }

    #[test]
    fn changes_are_never_sent_elsewhere() {
        for method in [Method::Post, Method::Put, Method::Patch, Method::Delete] {
            assert_eq!(followed(method, 307, "/v1/projects"), None);
        }
        assert_eq!(followed(Method::Get, 304, "/v1/projects"), None);
    }
}
