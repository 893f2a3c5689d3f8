//! Faults: rules that make chosen requests go wrong.

mod action;
pub(crate) mod mutate;
pub(crate) mod presets;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::errors::AdminError;
use crate::rng::Randomness;
pub(crate) use action::{Action, Then, When};

/// Which requests a rule is for; what is left out matches all.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Matcher {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    method: Option<String>,
    /// `*` stands for anything within a segment, `**` for anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    /// The label of the token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

impl Matcher {
    fn is_empty(&self) -> bool {
        self.method.is_none() && self.path.is_none() && self.token.is_none()
    }

    fn matches(&self, method: &str, path: &str, token: Option<&str>) -> bool {
        self.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
            && self.token.as_deref().is_none_or(|wanted| token == Some(wanted))
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
    /// How likely it is to fire when it may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    probability: Option<f64>,
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
        rule.action.check()?;
        if rule.action.is_of_connections() && !rule.matcher.is_empty() {
            return Err(AdminError::new(
                "a fault of connections has nothing to match: there is no request yet",
            ));
        }
        if rule.probability.is_some_and(|probability| !(0.0..=1.0).contains(&probability)) {
            return Err(AdminError::new("probability is not between 0 and 1"));
        }
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

    /// Finds the rule that a request meets. Every matching rule counts the request; the first that may fire does, if
    /// chance does not let the request pass.
    pub(crate) fn meet(
        &mut self,
        random: &mut Randomness,
        method: &str,
        path: &str,
        token: Option<&str>,
    ) -> Option<Fired> {
        self.fire(random, |rule| {
            !rule.action.is_of_connections() && rule.matcher.matches(method, path, token)
        })
    }

    /// Finds the rule that a connection meets.
    pub(crate) fn meet_connection(&mut self, random: &mut Randomness) -> Option<Fired> {
        self.fire(random, |rule| rule.action.is_of_connections())
    }

    /// Whether a rule shows what was there before.
    pub(crate) fn look_back(&self) -> bool {
        self.rules.iter().any(|rule| matches!(rule.action, Action::StaleRead))
    }

    fn fire(&mut self, random: &mut Randomness, concerns: impl Fn(&Rule) -> bool) -> Option<Fired> {
        let mut fired = None;
        for rule in self.rules.iter_mut().filter(|rule| concerns(rule)) {
            rule.seen += 1;
            let due = rule.nth.as_ref().is_none_or(|nth| nth.contains(rule.seen));
            let left = rule.times.is_none_or(|times| rule.fired < times);
            let strikes = |random: &mut Randomness| {
                rule.probability.is_none_or(|probability| random.fault_chance() < probability)
            };
            if fired.is_none() && due && left && strikes(random) {
                rule.fired += 1;
                fired = Some(Fired { id: rule.id.clone(), action: rule.action.clone() });
            }
        }
        fired
    }

    pub(crate) fn view(&self) -> Value {
        serde_json::json!({ "faults": self.rules })
    }

    pub(crate) fn len(&self) -> usize {
        self.rules.len()
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
        faults.meet(&mut Randomness::new(1), method, path, None).map(|fired| fired.id)
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
    fn connections_meet_their_own_rules() {
        let (mut faults, mut random) = (Faults::default(), Randomness::new(1));
        faults.add(json!({ "id": "gone", "do": { "kind": "reset_before_read" }, "times": 1 })).unwrap();
        assert!(faults.meet(&mut random, "GET", "/", None).is_none());
        assert_eq!(faults.meet_connection(&mut random).map(|fired| fired.id), Some("gone".to_owned()));
        assert!(faults.meet_connection(&mut random).is_none());
    }

    #[test]
    fn tokens_are_told_apart() {
        let (mut faults, mut random) = (Faults::default(), Randomness::new(1));
        faults.add(json!({ "match": { "token": "ci" }, "do": { "kind": "hang" } })).unwrap();
        assert!(faults.meet(&mut random, "GET", "/", Some("ada")).is_none());
        assert!(faults.meet(&mut random, "GET", "/", Some("ci")).is_some());
    }

    #[test]
    fn every_preset_can_be_added() {
        for name in presets::NAMES {
            let mut faults = Faults::default();
            for rule in presets::rules(name).unwrap() {
                assert!(faults.add(rule).unwrap().starts_with(name));
            }
        }
        assert!(presets::rules("calm").is_none());
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
    fn chance_is_seeded() {
        let pattern = |seed: u64, probability: f64| -> Vec<bool> {
            let (mut faults, mut random) = (Faults::default(), Randomness::new(seed));
            faults.add(json!({ "do": { "kind": "bad_json" }, "probability": probability })).unwrap();
            (0..64).map(|_| faults.meet(&mut random, "GET", "/", None).is_some()).collect()
        };
        assert_eq!(pattern(1, 0.5), pattern(1, 0.5));
        assert_ne!(pattern(1, 0.5), pattern(2, 0.5));
        assert!(pattern(1, 1.0).iter().all(|fired| *fired));
        assert!(!pattern(1, 0.0).contains(&true));
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
            json!({ "do": { "kind": "delay", "ms": 1, "when": "never" } }),
            json!({ "do": { "kind": "delay", "ms": 1 }, "probability": 1.5 }),
            json!({ "do": { "kind": "status", "status": 500, "body": {}, "text": "" } }),
            json!({ "do": { "kind": "redirect", "to": "a\nb" } }),
            json!({ "do": { "kind": "dribble", "bytes": 0, "ms": 1 } }),
            json!({ "do": { "kind": "refuse", "ms": 1 }, "match": { "path": "/v1/apps" } }),
            json!({ "do": { "kind": "h2_goaway" } }),
        ] {
            assert!(faults.add(rule.clone()).is_err(), "{rule}");
        }
    }
}
