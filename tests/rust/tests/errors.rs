//! What each operation may answer when it refuses, and whether a scenario meets it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeSet;

use serde_json::{Value, json};
use spice_cloud_tests::call::names;
use spice_cloud_tests::files;

/// The refusals that a caller has to tell apart, where an operation may give them.
const MAIN: [&str; 6] = ["400", "401", "403", "404", "409", "429"];

/// Each main refusal of each public operation, as the contract has them. A 400 counts where there is a body: other input
/// the SDK checks, or it is the organization's name, which is the same for all.
fn possible(contract: &Value) -> BTreeSet<(String, u16)> {
    let paths = contract["paths"].as_object().expect("the contract has paths");
    let operations = paths.values().flat_map(|item| item.as_object().expect("a path has methods").values());
    let public = names::public();
    let mut found = BTreeSet::new();
    for operation in operations {
        let name = operation["operationId"].as_str().map(names::public_name).unwrap_or_default();
        if !public.contains(&name) {
            continue;
        }
        let has_body = operation.get("requestBody").is_some();
        let refusals = MAIN.iter().filter(|status| operation["responses"].get(**status).is_some());
        let refusals = refusals.filter(|status| **status != "400" || has_body);
        found.extend(refusals.map(|status| (name.clone(), status.parse().expect("a status is a number"))));
    }
    found
}

/// The refusals that the steps of scenarios expect, with their status, of the operations that they call.
fn met<'a>(scenarios: impl Iterator<Item = &'a Value>) -> BTreeSet<(String, u16)> {
    let steps = scenarios.flat_map(|scenario| scenario["steps"].as_array().into_iter().flatten());
    let refusal = |step: &Value| {
        let status = step["error"]["status"].as_u64().and_then(|status| status.try_into().ok())?;
        Some((names::operation_of(step["call"].as_str()?).to_owned(), status))
    };
    steps.filter_map(refusal).collect()
}

fn gaps(contract: &Value, scenarios: &[Value]) -> Vec<String> {
    let met = met(scenarios.iter());
    possible(contract).difference(&met).map(|(name, status)| format!("{name}: {status}")).collect()
}

fn scenarios() -> Vec<Value> {
    let documents = files::documents("tests/scenarios").expect("the scenarios can be read");
    documents.into_iter().map(|document| document.value).collect()
}

fn contract() -> Value {
    files::json("api/openapi.json").expect("the contract can be read")
}

#[test]
fn every_main_refusal_of_every_operation_is_met() {
    let gaps = gaps(&contract(), &scenarios());
    assert!(gaps.is_empty(), "no scenario meets\n  {}", gaps.join("\n  "));
}

#[test]
fn a_refusal_that_is_not_met_is_found() {
    let contract = contract();
    let scenario = json!({ "steps": [
        { "call": "apps.get", "error": { "kind": "NotFound", "status": 404 } },
        { "call": "apps.list.first", "error": { "status": 401 } },
        { "call": "apps.create", "error": { "kind": "Conflict" } },
        { "call": "apps.update" },
    ] });
    let gaps = gaps(&contract, &[scenario]);
    for met in ["apps.get: 404", "apps.list: 401"] {
        assert!(!gaps.iter().any(|gap| gap == met), "{met}");
    }
    for unmet in ["apps.create: 409", "apps.update: 400", "members.remove: 404", "client.health: 429"] {
        assert!(gaps.iter().any(|gap| gap == unmet), "{unmet} is not among {gaps:?}");
    }
}

/// The refusals are the server's own: an injected one shows nothing about who may do what.
#[test]
fn refusals_come_from_rules_and_not_from_faults() {
    let real: Vec<Value> = scenarios()
        .into_iter()
        .filter(|scenario| !scenario.to_string().contains("\"kind\":\"status\""))
        .collect();
    let met = met(real.iter());
    let injected: Vec<String> = possible(&contract())
        .difference(&met)
        .filter(|(_, status)| matches!(status, 400 | 401 | 403 | 404))
        .map(|(name, status)| format!("{name}: {status}"))
        .collect();
    assert!(injected.is_empty(), "only injected\n  {}", injected.join("\n  "));
}
