//! From method and path to an operation. `/v1/projects` is `/v1/apps` under another name.

use std::iter;

use percent_encoding::percent_decode_str;

use crate::operations::{self, Operation, ROUTES};
use crate::runtime::Route;

/// Under which of its two names the resource was called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Apps,
    Projects,
    /// Routes that have one name only.
    Other,
}

impl Family {
    /// Key of the items in a list.
    pub(crate) fn list_key(self) -> &'static str {
        if self == Self::Projects { "projects" } else { "apps" }
    }
}

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Resolution {
    Found {
        operation: Operation,
        template: String,
        /// Parameters of the path, decoded.
        parameters: Vec<(&'static str, String)>,
        family: Family,
    },
    /// A route of the apps' runtimes, which have hosts of their own in the cloud.
    Runtime(Route),
    /// The path is known, but not with this method; these are.
    MethodNotAllowed {
        template: String,
        allow: String,
    },
    NotFound,
}

impl Resolution {
    pub(crate) fn template(&self) -> Option<&str> {
        match self {
            Self::Found { template, .. } | Self::MethodNotAllowed { template, .. } => Some(template),
            Self::Runtime(route) => Some(route.path()),
            Self::NotFound => None,
        }
    }

    pub(crate) fn operation(&self) -> Option<Operation> {
        match self {
            Self::Found { operation, .. } => Some(*operation),
            Self::Runtime(_) | Self::MethodNotAllowed { .. } | Self::NotFound => None,
        }
    }

    pub(crate) fn runtime_route(&self) -> Option<Route> {
        if let Self::Runtime(route) = self { Some(*route) } else { None }
    }
}

pub(crate) fn resolve(method: &str, path: &str) -> Resolution {
    // HEAD is GET whose answer is sent without its body.
    let wanted = if method == "HEAD" { "GET" } else { method };
    if let Some(route) = Route::at(path) {
        return if route.method() == wanted {
            Resolution::Runtime(route)
        } else {
            let allow = allow(iter::once(route.method()));
            Resolution::MethodNotAllowed { template: route.path().to_owned(), allow }
        };
    }
    let Some(mut segments) = decode(path) else { return Resolution::NotFound };
    let family = match segments.get(..2).map(<[String]>::to_vec).unwrap_or_default().as_slice() {
        [v1, apps] if v1 == "v1" && apps == "apps" => Family::Apps,
        [v1, projects] if v1 == "v1" && projects == "projects" => {
            "apps".clone_into(&mut segments[1]);
            Family::Projects
        }
        _ => Family::Other,
    };
    let fitting: Vec<(&operations::Route, Vec<(&'static str, String)>)> =
        ROUTES.iter().filter_map(|route| Some((route, fit(route.template, &segments)?))).collect();
    let Some((first, _)) = fitting.first() else { return Resolution::NotFound };
    let template = match family {
        Family::Projects => first.template.replacen("/v1/apps", "/v1/projects", 1),
        Family::Apps | Family::Other => first.template.to_owned(),
    };
    let allow = allow(fitting.iter().map(|(route, _)| route.method));
    match fitting.into_iter().find(|(route, _)| route.method == wanted) {
        Some((route, parameters)) => {
            Resolution::Found { operation: route.operation, template, parameters, family }
        }
        None => Resolution::MethodNotAllowed { template, allow },
    }
}

/// The methods of a path, as a refusal names them.
fn allow<'a>(methods: impl Iterator<Item = &'a str>) -> String {
    let mut methods: Vec<&str> = methods.collect();
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    methods.join(", ")
}

fn decode(path: &str) -> Option<Vec<String>> {
    let path = path.strip_prefix('/')?;
    let decode = |segment: &str| percent_decode_str(segment).decode_utf8().map(Into::into).ok();
    path.split('/').map(decode).collect()
}

/// The parameters, if the path fits the template.
fn fit(template: &'static str, segments: &[String]) -> Option<Vec<(&'static str, String)>> {
    let mut parameters = Vec::new();
    let mut given = segments.iter();
    for wanted in template.trim_start_matches('/').split('/') {
        let segment = given.next()?;
        match wanted.strip_prefix('{').and_then(|wanted| wanted.strip_suffix('}')) {
            Some(_) if segment.is_empty() => return None,
            Some(name) => parameters.push((name, segment.clone())),
            None if wanted == segment => {}
            None => return None,
        }
    }
    if given.next().is_some() { None } else { Some(parameters) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_names_lead_to_the_same_operation() {
        for (path, template, family) in [
            ("/v1/apps/7/secrets/A", "/v1/apps/{app_id}/secrets/{name}", Family::Apps),
            ("/v1/projects/7/secrets/A", "/v1/projects/{app_id}/secrets/{name}", Family::Projects),
        ] {
            let parameters = vec![("app_id", "7".to_owned()), ("name", "A".to_owned())];
            let expected = Resolution::Found {
                operation: Operation::SecretsGet,
                template: template.to_owned(),
                parameters,
                family,
            };
            assert_eq!(resolve("GET", path), expected);
        }
    }

    #[test]
    fn wrong_methods_learn_the_right_ones() {
        let Resolution::MethodNotAllowed { allow, .. } = resolve("POST", "/v1/apps/7") else { panic!() };
        assert_eq!(allow, "GET, PUT, DELETE, HEAD");
        assert_eq!(resolve("HEAD", "/v1/health").operation(), Some(Operation::Health));
    }

    #[test]
    fn strange_paths_lead_nowhere() {
        for path in [
            "/",
            "/v1",
            "/v1/apps/",
            "/v1/apps//secrets",
            "/v1/apps/7/other",
            "/v2/apps",
            "*",
            "/v1/apps/%ff",
        ] {
            assert_eq!(resolve("GET", path), Resolution::NotFound, "{path}");
        }
    }

    #[test]
    fn segments_are_decoded_one_by_one() {
        let Resolution::Found { parameters, .. } = resolve("GET", "/v1/apps/7/secrets/a%2Fb") else {
            panic!()
        };
        assert_eq!(parameters[1].1, "a/b");
    }
}
