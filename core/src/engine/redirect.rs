//! Where an answer points elsewhere, and when that is followed: reads only, and only within the origin.

use reqwest::header::{HeaderMap, LOCATION};
use url::Url;

use crate::operation::Method;

/// More than this is a loop, or as good as one.
pub(super) const MOST_HOPS: usize = 3;

/// Where an answer points to, if it points anywhere.
#[derive(Clone, Debug)]
pub(crate) struct PointsTo {
    target: Option<Url>,
    /// Whether that is within the origin of what was asked.
    same_origin: bool,
}

impl PointsTo {
    /// What the headers of an answer say.
    pub(super) fn read(from: &Url, status: u16, headers: &HeaderMap) -> Option<Self> {
        if !(300..400).contains(&status) {
            return None;
        }
        let target = headers.get(LOCATION).and_then(|to| to.to_str().ok()).and_then(|to| from.join(to).ok());
        let same_origin =
            target.as_ref().is_some_and(|to| to.origin() == from.origin() && to.username().is_empty());
        Some(Self { target, same_origin })
    }

    /// The place, without anything that could be a secret: its origin only.
    pub(super) fn origin(&self) -> String {
        self.target.as_ref().map_or_else(|| "elsewhere".to_owned(), |to| to.origin().ascii_serialization())
    }
}

/// The address to read instead; nothing when the answer is not to be followed.
pub(super) fn followed(method: Method, status: u16, points_to: &PointsTo) -> Option<Url> {
    let moves = matches!(status, 301 | 302 | 303 | 307 | 308);
    points_to.target.clone().filter(|_| moves && method == Method::Get && points_to.same_origin)
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;

    use super::*;

    fn target(method: Method, status: u16, location: &'static str) -> Option<String> {
        let headers = [(LOCATION, HeaderValue::from_static(location))].into_iter().collect();
        let from = Url::parse("https://api.example/v1/apps?limit=5").unwrap();
        let points_to = PointsTo::read(&from, status, &headers)?;
        followed(method, status, &points_to).map(|url| url.to_string())
    }

    #[test]
    fn reads_stay_within_the_origin() {
        let moved = Some("https://api.example/v1/projects".to_owned());
        for location in
            ["/v1/projects", "https://api.example/v1/projects", "https://api.example:443/v1/projects"]
        {
            assert_eq!(target(Method::Get, 308, location), moved, "{location}");
        }
        for location in [
            "https://evil.example/",
            "//evil.example/",
            "http://api.example/",
            "https://api.example:444/",
            "https://user@api.example/",
            "data:,x",
        ] {
            assert_eq!(target(Method::Get, 307, location), None, "{location}");
        }
    }

    #[test]
    fn changes_are_never_sent_elsewhere() {
        for method in [Method::Post, Method::Put, Method::Patch, Method::Delete] {
            assert_eq!(target(method, 307, "/v1/projects"), None);
        }
        assert_eq!(target(Method::Get, 304, "/v1/projects"), None);
    }
}
