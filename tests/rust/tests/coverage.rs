//! The scenarios as a whole: each in the form that they share, and no public operation left out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeSet;

use serde_json::{Value, json};
use spice_cloud_tests::call::{asynchronous, names, waiting};
use spice_cloud_tests::files::{self, Document};
use spice_cloud_tests::scenario::Scenario;

const FOLDER: &str = "tests/scenarios";

fn documents() -> Vec<Document> {
    files::documents(FOLDER).expect("the scenarios can be read")
}

fn schema() -> jsonschema::Validator {
    let schema = files::json("tests/scenarios/schema.json").expect("the schema can be read");
    jsonschema::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::validator_for(&schema).expect("the schema can be used")
}

fn faults(schema: &jsonschema::Validator, value: &Value) -> Vec<String> {
    let place = |error: jsonschema::ValidationError<'_>| format!("{}: {error}", error.instance_path());
    schema.iter_errors(value).map(place).collect()
}

/// Public operations that none of these calls exercises.
fn left_out<'a>(calls: impl Iterator<Item = &'a str>) -> Vec<String> {
    let exercised: BTreeSet<&str> = calls.map(names::operation_of).collect();
    names::public().into_iter().filter(|name| !exercised.contains(name.as_str())).collect()
}

#[test]
fn every_scenario_has_the_form_of_the_schema() {
    let schema = schema();
    let wrong: Vec<String> = documents()
        .iter()
        .flat_map(|document| {
            let found = faults(&schema, &document.value);
            found.into_iter().map(|words| format!("{}: {words}", document.name))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_schema_refuses_what_is_misspelt() {
    let schema = schema();
    let with = |step: Value| json!({ "name": "An example of a scenario", "steps": [step] });
    assert_eq!(faults(&schema, &with(json!({ "call": "apps.list" }))), Vec::<String>::new());
    for step in [
        json!({ "calls": "apps.list" }),
        json!({ "call": "apps.list", "arg": {} }),
        json!({ "call": "apps.list", "error": { "kind": "Missing" } }),
        json!({ "call": "apps.list", "error": { "kind": "NotFound", "statuss": 404 } }),
        json!({ "call": "apps.list", "error": { "kind": "NotFound" }, "result": [] }),
        json!({ "call": "apps.list", "save": { "app": "id" } }),
        json!({ "emulator": "advance", "args": { "minutes": 1 } }),
        json!({ "emulator": "fault", "args": { "do": {} } }),
        json!({ "emulator": "progression", "args": { "kind": "immediate", "queued": 1 } }),
        json!({ "emulator": "progression", "args": { "kind": "polls" } }),
        json!({ "emulator": "progression", "args": { "kind": "script", "entries": ["in progress"] } }),
        json!({ "emulator": "quirks", "args": { "ignore_everything": true } }),
        json!({ "emulator": "rate_limit", "args": { "per_hour": 1 } }),
        json!({ "requests": [{ "verb": "GET" }] }),
    ] {
        assert!(!faults(&schema, &with(step.clone())).is_empty(), "{step}");
    }
    for client in [
        json!({ "token": "a", "client_credentials": {} }),
        json!({ "client_credentials": {}, "token_provider": [] }),
        json!({ "scope": "apps:read" }),
        json!({ "proxy": { "user": "example-user" } }),
    ] {
        let mut scenario = with(json!({ "call": "apps.list" }));
        scenario["client"] = client.clone();
        assert!(!faults(&schema, &scenario).is_empty(), "{client}");
    }
}

#[test]
fn scenarios_say_different_things() {
    let documents = documents();
    let names: BTreeSet<&str> =
        documents.iter().filter_map(|document| document.value["name"].as_str()).collect();
    assert_eq!(names.len(), documents.len(), "each name is a sentence of its own");
    assert!(documents.len() >= 48, "only {} scenarios", documents.len());
}

#[test]
fn every_public_operation_is_exercised() {
    let scenarios: Vec<Scenario> =
        documents().iter().map(|document| Scenario::read(&document.value).expect("a scenario")).collect();
    let left_out = left_out(scenarios.iter().flat_map(Scenario::successes));
    assert!(left_out.is_empty(), "no scenario succeeds with {}", left_out.join(", "));
}

#[test]
fn an_operation_that_is_left_out_is_found() {
    let all = names::public();
    let calls = all.iter().map(String::as_str).filter(|name| !name.starts_with("secrets."));
    let secrets =
        ["secrets.delete", "secrets.drift", "secrets.get", "secrets.list", "secrets.set", "secrets.set_many"];
    assert_eq!(left_out(calls), secrets);
}

/// The list of names is honest: it is what the runner can call, no more and no less.
#[test]
fn the_runner_calls_exactly_the_public_operations() {
    for known in [asynchronous::NAMES, waiting::NAMES] {
        let known: BTreeSet<String> = known.iter().map(|name| names::operation_of(name).to_owned()).collect();
        assert_eq!(known, names::public());
    }
}
