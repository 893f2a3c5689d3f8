//! Paths and queries: every value ends up as one encoded segment, and nothing can climb out of its place.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use crate::error::{Error, ErrorKind};
use crate::request::Request;
use crate::wire::Segment;

/// What RFC 3986 calls unreserved stays as it is; all else is encoded.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The address of a request below a base URL.
pub(crate) fn url(base: &Url, aliases: &[(&str, &str)], request: &Request) -> Result<Url, Error> {
    let path = match &request.raw {
        Some((path, _)) => raw(path)?,
        None => filled(&aliased(request.operation.path, aliases), request)?,
    };
    let mut url = base.clone();
    url.set_path(&format!("{}{path}", base.path().trim_end_matches('/')));
    if !request.query.0.is_empty() {
        url.query_pairs_mut().extend_pairs(&request.query.0);
    }
    Ok(url)
}

fn aliased(path: &str, aliases: &[(&str, &str)]) -> String {
    for (from, to) in aliases {
        if let Some(rest) = path.strip_prefix(from) {
            return format!("{to}{rest}");
        }
    }
    path.to_owned()
}

fn filled(template: &str, request: &Request) -> Result<String, Error> {
    let mut path = template.to_owned();
    for (name, segment) in &request.segments {
        let value = match segment {
            Segment::Id(id) if *id > 0 => id.to_string(),
            Segment::Id(id) => {
                return Err(unsafe_value(name, &format!("must be a positive number, not {id}")));
            }
            Segment::Text(text) => encoded(name, text)?,
        };
        path = path.replace(&format!("{{{name}}}"), &value);
    }
    Ok(path)
}

fn encoded(name: &str, text: &str) -> Result<String, Error> {
    match text {
        "" => Err(unsafe_value(name, "must not be empty")),
        // Servers resolve these even when they are encoded.
        "." | ".." => Err(unsafe_value(name, "must not be a relative path")),
        text => Ok(utf8_percent_encode(text, ENCODED).to_string()),
    }
}

fn raw(path: &str) -> Result<String, Error> {
    let problem = if !path.starts_with('/') || path.starts_with("//") {
        Some("must start with one slash")
    } else if path.contains(['?', '#']) {
        Some("must not contain a query or a fragment; give the query with `query(name, value)`")
    } else if path.split('/').any(is_relative) {
        Some("must not contain relative segments")
    } else if path.chars().any(|c| c.is_control() || c == '\\' || c.is_whitespace()) {
        Some("must not contain spaces, backslashes or control characters")
    } else {
        None
    };
    match problem {
        Some(problem) => Err(unsafe_value("path", problem)),
        None => Ok(path.to_owned()),
    }
}

/// Also in the encoded forms that servers resolve.
fn is_relative(segment: &str) -> bool {
    let plain = segment.to_ascii_lowercase().replace("%2e", ".");
    plain == "." || plain == ".."
}

fn unsafe_value(name: &str, problem: &str) -> Error {
    let errors = [(name.to_owned(), vec![problem.to_owned()])].into();
    Error::new(ErrorKind::ValidationError, "nothing was sent, because the path would not be safe")
        .with_field_errors(errors)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use url::Url;

    use super::url;
    use crate::generated::operations;
    use crate::request::{RawRequest, Request};
    use crate::{ErrorKind, Method};

    fn base() -> Url {
        Url::parse("https://api.example/prefix/").unwrap()
    }

    fn secret(name: &str) -> Result<Url, crate::Error> {
        let request = Request::new(&operations::SECRETS_GET)
            .path::<crate::AppId>("app_id", 7)
            .path::<String>("name", name);
        url(&base(), &[], &request)
    }

    #[test]
    fn dangerous_names_stay_one_segment_or_are_refused() {
        for name in ["", ".", ".."] {
            assert_eq!(secret(name).unwrap_err().kind(), ErrorKind::ValidationError);
        }
        assert_eq!(
            secret("../../members").unwrap().as_str(),
            "https://api.example/prefix/v1/apps/7/secrets/..%2F..%2Fmembers"
        );
        assert_eq!(secret("x?y#z").unwrap().path(), "/prefix/v1/apps/7/secrets/x%3Fy%23z");
    }

    #[test]
    fn ids_are_positive() {
        for id in [0, -1, i64::MIN] {
            let request = Request::new(&operations::APPS_GET).path::<crate::AppId>("app_id", id);
            assert_eq!(url(&base(), &[], &request).unwrap_err().kind(), ErrorKind::ValidationError);
        }
    }

    #[test]
    fn the_newer_prefix_replaces_the_contracts() {
        let request = Request::new(&operations::APPS_GET).path::<crate::AppId>("app_id", 7);
        let url = url(&base(), operations::PATH_ALIASES, &request).unwrap();
        assert_eq!(url.path(), "/prefix/v1/projects/7");
    }

    #[test]
    fn raw_paths_cannot_leave_the_base() {
        for path in
            ["v1/apps", "//evil.example/", "/v1/../x", "/v1/%2E%2e/x", "/v1?x=1", "/v1#x", "/v1/a b", "/\\x"]
        {
            let request = Request::from(RawRequest::new(Method::Get, path));
            assert_eq!(url(&base(), &[], &request).unwrap_err().kind(), ErrorKind::ValidationError, "{path}");
        }
    }

    proptest! {
        #[test]
        fn any_name_is_one_segment_of_the_same_host(name in "\\PC{1,40}") {
            if let Ok(url) = secret(&name) {
                prop_assert_eq!(url.host_str(), Some("api.example"));
                prop_assert_eq!(url.path_segments().unwrap().count(), 6);
                prop_assert_eq!(url.query(), None);
            }
        }
    }
}
