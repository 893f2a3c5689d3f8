//! What a monitor or a reaction may be, as far as the contract's schemas do not say it.

use serde_json::{Map, Value, json};
use url::{Host, Url};

use super::Kind;
use crate::errors::ApiFailure;
use crate::state::apps::App;
use crate::state::orgs::Org;
use crate::state::{integer, text};

/// The template that needs a limit of the app.
pub(super) const CPU: &str = "container_cpu";
/// The template that only monitors of old have.
const RETIRED: &str = "query_latency_p95";

const MONITORS: [&str; 11] = [
    "instance_health",
    "memory_working_set",
    CPU,
    "query_failures",
    "http_5xx",
    "flight_failures",
    "query_latency_p99",
    "llm_failures",
    "dataset_refresh_errors",
    "dataset_status",
    RETIRED,
];
const REACTIONS: [&str; 5] =
    ["task_history_error", "task_history_timeout", "task_history_slow", "dataset_row_match", "dataset_query"];
const COMPARISONS: [&str; 6] = ["GT", "GEQ", "LT", "LEQ", "EQ", "NEQ"];

const MOST_TARGETS: usize = 3;
const MOST_EMAILS: usize = 20;
const MOST_DATASETS: usize = 20;
const MOST_RECIPIENTS: usize = 50;

fn refused<T>(field: &str, message: impl Into<String>) -> Result<T, ApiFailure> {
    Err(ApiFailure::field(field, message))
}

/// Refuses a template that the kind does not have.
pub(super) fn template(kind: Kind, template: &str) -> Result<(), ApiFailure> {
    let known = match kind {
        Kind::Monitor => MONITORS.as_slice(),
        Kind::Reaction => REACTIONS.as_slice(),
    };
    if known.contains(&template) { Ok(()) } else { refused("templateId", "Unknown template") }
}

/// Refuses a template that this app cannot have. Models and accelerations would count, too, if manifests were read.
pub(super) fn is_available(template: &str, app: &App) -> Result<(), ApiFailure> {
    if template == RETIRED || (template == CPU && !app.config.has_cpu_limit()) {
        let message = format!("The template {template} is not available for this app");
        return Err(ApiFailure::new(404, message).with_code("monitor_template_unavailable"));
    }
    Ok(())
}

/// A spec with what it has when it is not said.
pub(super) fn spec(
    kind: Kind,
    template: &str,
    spec: Option<&Value>,
) -> Result<Map<String, Value>, ApiFailure> {
    let mut spec = spec.and_then(Value::as_object).cloned().unwrap_or_default();
    let has = |spec: &Map<String, Value>, name: &str| spec.get(name).is_some_and(is_given);
    if !text(spec.get("op")).is_some_and(|op| COMPARISONS.contains(&op.as_str())) {
        return refused("spec", "op: Must be one of GT, GEQ, LT, LEQ, EQ, NEQ");
    }
    if !spec.get("threshold").is_some_and(Value::is_number) {
        return refused("spec", "threshold: Must be a number");
    }
    if spec.get("datasets").and_then(Value::as_array).is_some_and(|all| all.len() > MOST_DATASETS) {
        return refused("spec", format!("datasets: Must have at most {MOST_DATASETS} items"));
    }
    let mut defaults = vec![("includeDetails", json!(false))];
    match (kind, template) {
        (Kind::Monitor, _) if has(&spec, "model") => {
            return refused("spec", "model: Only reactions have one");
        }
        (Kind::Monitor, _) => defaults.extend([
            ("window", json!("5m")),
            ("sustainSecs", json!(300)),
            ("severity", json!("critical")),
        ]),
        (Kind::Reaction, "dataset_row_match") => {
            let by_column = ["dataset", "column", "value"].iter().all(|name| has(&spec, name));
            if !by_column && !has(&spec, "conditions") {
                return refused("spec", "Needs dataset, column and value, or conditions");
            }
        }
        (Kind::Reaction, "dataset_query") => {
            if !has(&spec, "query") || !(has(&spec, "dataset") || has(&spec, "datasets")) {
                return refused("spec", "Needs query, and dataset or datasets");
            }
            defaults.push(("queryLanguage", json!("gql")));
        }
        (Kind::Reaction, _) => {}
    }
    for (name, value) in defaults {
        spec.entry(name).or_insert(value);
    }
    Ok(spec)
}

fn is_given(value: &Value) -> bool {
    !value.is_null() && value != "" && value.as_array().is_none_or(|items| !items.is_empty())
}

/// The targets that a body names, without their tokens; nothing when it names none.
pub(super) fn targets(body: &Map<String, Value>) -> Result<Option<Vec<Value>>, ApiFailure> {
    // The older singular member counts where the newer one is not there.
    let given = match (body.get("targets"), body.get("target")) {
        (Some(targets), _) => targets.as_array().cloned().unwrap_or_default(),
        (None, Some(target)) => vec![target.clone()],
        (None, None) => return Ok(None),
    };
    if given.is_empty() || given.len() > MOST_TARGETS {
        return refused("targets", format!("Must have 1 to {MOST_TARGETS} items"));
    }
    let mut kinds: Vec<String> = Vec::new();
    let mut targets = Vec::new();
    for mut target in given {
        let kind = check_target(&target)?;
        if kinds.contains(&kind) {
            return refused("targets", format!("Must have one target of the type {kind}"));
        }
        kinds.push(kind);
        if let Some(members) = target.as_object_mut() {
            members.shift_remove("token");
        }
        targets.push(target);
    }
    Ok(Some(targets))
}

/// The type of a target that has what this needs.
fn check_target(target: &Value) -> Result<String, ApiFailure> {
    let kind = text(target.get("type")).unwrap_or_default();
    let problem = match kind.as_str() {
        "email" => {
            let emails = target.get("emails").and_then(Value::as_array).map_or(0, Vec::len);
            (emails > MOST_EMAILS).then(|| format!("emails: Must have at most {MOST_EMAILS} items"))
        }
        "slack" => {
            let channel = text(target.get("channelId")).unwrap_or_default();
            channel.is_empty().then(|| "channelId: Is required".to_owned())
        }
        "http" => http_problem(target).map(str::to_owned),
        _ => Some("type: Must be one of email, slack, http".to_owned()),
    };
    problem.map_or(Ok(kind), |problem| refused("targets", problem))
}

fn http_problem(target: &Value) -> Option<&'static str> {
    let url = text(target.get("url")).and_then(|url| Url::parse(&url).ok());
    let Some(url) = url.filter(|url| url.scheme() == "https") else {
        return Some("url: Must be an https address");
    };
    let is_private = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback() || ip.is_private() || ip.is_link_local(),
        Some(Host::Ipv6(ip)) => ip.is_loopback() || ip.is_unique_local(),
        None => true,
    };
    if is_private || !url.username().is_empty() || url.password().is_some() {
        return Some("url: Must be a public address without credentials");
    }
    let method = text(target.get("method")).unwrap_or_else(|| "POST".to_owned());
    (!["POST", "PUT", "PATCH"].contains(&method.as_str()))
        .then_some("method: Must be one of POST, PUT, PATCH")
}

/// The members that a body wants to tell; nothing when it does not say.
pub(super) fn recipients(org: &Org, body: &Map<String, Value>) -> Result<Option<Vec<i64>>, ApiFailure> {
    let Some(given) = body.get("recipientUserIds").and_then(Value::as_array) else { return Ok(None) };
    if given.len() > MOST_RECIPIENTS {
        return refused("recipientUserIds", format!("Must have at most {MOST_RECIPIENTS} items"));
    }
    let ids: Vec<i64> = given.iter().filter_map(|id| integer(Some(id))).collect();
    match ids.iter().find(|id| org.member(**id).is_none()) {
        Some(id) => refused("recipientUserIds", format!("{id} is no member of the organization")),
        None => Ok(Some(ids)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spec_of(kind: Kind, template: &str, given: &Value) -> Result<Value, String> {
        spec(kind, template, Some(given)).map(Value::Object).map_err(|failure| failure.message)
    }

    fn targets_of(targets: &Value) -> Result<Value, String> {
        let body = Map::from_iter([("targets".to_owned(), targets.clone())]);
        super::targets(&body).map(|targets| json!(targets)).map_err(|failure| failure.message)
    }

    #[test]
    fn a_spec_gets_what_is_not_said() {
        let given = json!({ "op": "GT", "threshold": 2, "window": "1h" });
        assert_eq!(
            spec_of(Kind::Monitor, "http_5xx", &given).unwrap(),
            json!({
                "op": "GT", "threshold": 2, "window": "1h", "includeDetails": false, "sustainSecs": 300,
                "severity": "critical",
            })
        );
        let query = json!({ "op": "EQ", "threshold": 0, "query": "MATCH (n)", "datasets": ["a"] });
        assert_eq!(spec_of(Kind::Reaction, "dataset_query", &query).unwrap()["queryLanguage"], "gql");
    }

    #[test]
    fn a_spec_has_what_its_template_needs() {
        let with = |more: Value| {
            let mut spec = json!({ "op": "EQ", "threshold": 0 });
            spec.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            spec
        };
        for (kind, template, given) in [
            (Kind::Monitor, "http_5xx", json!({})),
            (Kind::Monitor, "http_5xx", json!({ "op": "GT" })),
            (Kind::Monitor, "http_5xx", json!({ "op": "MORE", "threshold": 1 })),
            (Kind::Monitor, "http_5xx", with(json!({ "model": "m" }))),
            (Kind::Monitor, "dataset_status", with(json!({ "datasets": vec!["a"; 21] }))),
            (Kind::Reaction, "dataset_row_match", with(json!({ "dataset": "a", "column": "b" }))),
            (Kind::Reaction, "dataset_row_match", with(json!({ "conditions": [] }))),
            (Kind::Reaction, "dataset_query", with(json!({ "query": "MATCH (n)" }))),
        ] {
            assert!(spec_of(kind, template, &given).is_err(), "{template} with {given}");
        }
        for (template, given) in [
            ("dataset_row_match", with(json!({ "dataset": "a", "column": "b", "value": 0 }))),
            ("dataset_row_match", with(json!({ "conditions": [{}] }))),
            ("task_history_error", with(json!({ "model": "m" }))),
        ] {
            assert!(spec_of(Kind::Reaction, template, &given).is_ok(), "{template} with {given}");
        }
    }

    #[test]
    fn targets_are_few_public_and_of_different_kinds() {
        let http = |url: &str| json!([{ "type": "http", "url": url }]);
        for wrong in [
            json!([]),
            json!([{ "type": "pager" }]),
            json!([{ "type": "slack" }]),
            json!([{ "type": "email" }, { "type": "email" }]),
            json!([{ "type": "email", "emails": vec!["a@example.com"; 21] }]),
            json!([{ "type": "http", "url": "https://example.com", "method": "GET" }]),
            http("http://example.com"),
            http("https://localhost/"),
            http("https://127.0.0.1/"),
            http("https://[::1]/"),
            http("https://ada:example@example.com/"),
        ] {
            assert!(targets_of(&wrong).is_err(), "{wrong}");
        }
        let token = json!([{ "type": "http", "url": "https://example.com/", "token": "example-1" }]);
        assert_eq!(targets_of(&token).unwrap(), http("https://example.com/"));
        let all = json!([
            { "type": "email" },
            { "type": "slack", "channelId": "C1" },
            { "type": "http", "url": "https://example.com/", "method": "PUT" }
        ]);
        assert_eq!(targets_of(&all).unwrap(), all);
    }

    #[test]
    fn the_singular_target_counts_where_there_are_no_targets() {
        let email = json!({ "type": "email" });
        let mut body = Map::from_iter([("target".to_owned(), email.clone())]);
        assert_eq!(super::targets(&body).unwrap(), Some(vec![email]));
        body.insert("targets".to_owned(), json!([{ "type": "slack", "channelId": "C1" }]));
        assert_eq!(super::targets(&body).unwrap().unwrap()[0]["type"], "slack");
        assert_eq!(super::targets(&Map::new()).unwrap(), None);
    }
}
