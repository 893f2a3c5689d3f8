//! Faults: rules that make chosen requests go wrong.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::errors::AdminError;

/// What a fault does to a request.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Action {
    /// Answers at once; the request is not carried out.
    Status {
        status: u16,
        #[serde(default)]
        body: Option<Value>,
        #[serde(default)]
        headers: BTreeMap<String, String>,
    },
    /// Waits in real time, then carries the request out.
    Delay { ms: u64 },
    /// Answers with a page of HTML, as a proxy does; the request is not carried out.
    HtmlPage {
        #[serde(default = "bad_gateway")]
        status: u16,
    },
    /// Carries the request out and cuts its answer short, so that it is no JSON.
    BadJson,
}

fn bad_gateway() -> u16 {
    502
}

/// Which requests a rule is for; what is left out matches all.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Matcher {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    method: Option<String>,
    /// `*` stands for anything within a segment, `**` for anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

impl Matcher {
    fn matches(&self, method: &str, path: &str) -> bool {
        self.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
            && self.path.as_deref().is_none_or(|pattern| glob(pattern.as_bytes(), path.as_bytes()))
    }
}

/// One count or several.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Nth {
    One(u64),
    Many(Vec<u64>),
}

impl Nth {
    fn contains(&self, count: u64) -> bool {
        match self {
            Self::One(wanted) => *wanted == count,
            Self::Many(wanted) => wanted.contains(&count),
        }
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    #[serde(default)]
    id: String,
    #[serde(default, rename = "match")]
    matcher: Matcher,
    #[serde(rename = "do")]
    action: Action,
    /// How often it fires at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    times: Option<u64>,
    /// Fires only at these matching requests, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nth: Option<Nth>,
    #[serde(skip_deserializing)]
    seen: u64,
    #[serde(skip_deserializing)]
    fired: u64,
}

/// A rule that fires.
#[derive(Clone, Debug)]
pub(crate) struct Fired {
    pub(crate) id: String,
    pub(crate) action: Action,
}

/// The rules in force, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults {
    rules: Vec<Rule>,
    named: u64,
}

impl Faults {
    /// Adds a rule and gives its id. A rule with the id of an earlier one replaces it.
    pub(crate) fn add(&mut self, rule: Value) -> Result<String, AdminError> {
        let mut rule: Rule =
            serde_json::from_value(rule).map_err(|error| AdminError::new(format!("not a fault: {error}")))?;
        check(&rule.action)?;
        if rule.id.is_empty() {
            self.named += 1;
            rule.id = format!("fault-{}", self.named);
        }
        let id = rule.id.clone();
        match self.rules.iter_mut().find(|known| known.id == id) {
            Some(known) => *known = rule,
            None => self.rules.push(rule),
        }
        Ok(id)
    }

    /// Finds the rule that a request meets. Every matching rule counts the request; the first that may fire does.
    pub(crate) fn meet(&mut self, method: &str, path: &str) -> Option<Fired> {
        let mut fired = None;
        for rule in self.rules.iter_mut().filter(|rule| rule.matcher.matches(method, path)) {
            rule.seen += 1;
            let due = rule.nth.as_ref().is_none_or(|nth| nth.contains(rule.seen));
            let left = rule.times.is_none_or(|times| rule.fired < times);
            if fired.is_none() && due && left {
                rule.fired += 1;
                fired = Some(Fired { id: rule.id.clone(), action: rule.action.clone() });
            }
        }
        fired
    }

    pub(crate) fn view(&self) -> Value {
        serde_json::json!({ "faults": self.rules })
    }

    pub(crate) fn clear(&mut self) {
        self.rules.clear();
    }

    /// Takes a rule away; says whether there was one.
    pub(crate) fn remove(&mut self, id: &str) -> bool {
        let before = self.rules.len();
        self.rules.retain(|rule| rule.id != id);
        self.rules.len() < before
    }
}

/// Refuses what could not be sent when the time comes.
fn check(action: &Action) -> Result<(), AdminError> {
    let (Action::Status { status, .. } | Action::HtmlPage { status }) = action else { return Ok(()) };
    if !(200..=599).contains(status) {
        return Err(AdminError::new(format!("status {status} is not between 200 and 599")));
    }
    let Action::Status { headers, .. } = action else { return Ok(()) };
    for (name, value) in headers {
        let name_is_good = axum::http::HeaderName::try_from(name.as_str()).is_ok();
        if !name_is_good || axum::http::HeaderValue::try_from(value.as_str()).is_err() {
            return Err(AdminError::new(format!("'{name}' is not a header that can be sent")));
        }
    }
    Ok(())
}

/// Whether a text fits a pattern with `*` (anything but `/`) and `**` (anything).
fn glob(pattern: &[u8], text: &[u8]) -> bool {
    match pattern {
        [] => text.is_empty(),
        [b'*', b'*', rest @ ..] => (0..=text.len()).any(|skip| glob(rest, &text[skip..])),
        [b'*', rest @ ..] => {
            let segment = text.iter().position(|byte| *byte == b'/').unwrap_or(text.len());
            (0..=segment).any(|skip| glob(rest, &text[skip..]))
        }
        [wanted, rest @ ..] => text.first() == Some(wanted) && glob(rest, &text[1..]),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fires(faults: &mut Faults, method: &str, path: &str) -> Option<String> {
        faults.meet(method, path).map(|fired| fired.id)
    }

    #[test]
    fn globs_know_segments() {
        let cases = [
            ("/v1/apps", "/v1/apps", true),
            ("/v1/*", "/v1/apps", true),
            ("/v1/*", "/v1/apps/1", false),
            ("/v1/**", "/v1/apps/1/secrets", true),
            ("/v1/apps/*/deployments", "/v1/apps/12/deployments", true),
            ("/v1/apps/*/deployments", "/v1/apps/deployments", false),
            ("/v1/*apps", "/v1/apps", true),
            ("**/deployments", "/v1/apps/12/deployments", true),
            ("", "/v1", false),
        ];
        for (pattern, path, fits) in cases {
            assert_eq!(glob(pattern.as_bytes(), path.as_bytes()), fits, "{pattern} {path}");
        }
    }

    #[test]
    fn times_and_nth_limit_a_rule() {
        let mut faults = Faults::default();
        faults.add(json!({ "id": "twice", "do": { "kind": "bad_json" }, "times": 2 })).unwrap();
        faults.add(json!({ "id": "fourth", "do": { "kind": "bad_json" }, "nth": 4 })).unwrap();
        let fired: Vec<_> = (0..5).map(|_| fires(&mut faults, "GET", "/")).collect();
        let expected = [Some("twice"), Some("twice"), None, Some("fourth"), None];
        assert_eq!(fired, expected.map(|id| id.map(str::to_owned)));
    }

    #[test]
    fn rules_are_matched_replaced_and_removed() {
        let mut faults = Faults::default();
        let id = faults
            .add(json!({ "match": { "method": "post" }, "do": { "kind": "status", "status": 503 }, "nth": [1, 2] }))
            .unwrap();
        assert_eq!(fires(&mut faults, "GET", "/"), None);
        assert_eq!(fires(&mut faults, "POST", "/"), Some(id.clone()));
        faults.add(json!({ "id": id, "do": { "kind": "delay", "ms": 1 } })).unwrap();
        assert_eq!(faults.view()["faults"].as_array().map(Vec::len), Some(1));
        assert_eq!(faults.view()["faults"][0]["do"]["kind"], "delay");
        assert!(faults.remove(&id));
        assert!(!faults.remove(&id));
    }

    #[test]
    fn nonsense_is_refused() {
        let mut faults = Faults::default();
        for rule in [
            json!({}),
            json!({ "do": { "kind": "explode" } }),
            json!({ "do": { "kind": "delay", "ms": 1 }, "match": { "host": "x" } }),
            json!({ "do": { "kind": "status", "status": 99 } }),
            json!({ "do": { "kind": "status", "status": 500, "headers": { "a b": "c" } } }),
            json!({ "do": { "kind": "delay", "ms": 1 }, "time": 3 }),
        ] {
            assert!(faults.add(rule.clone()).is_err(), "{rule}");
        }
    }
}
