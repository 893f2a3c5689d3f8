//! The wire fixtures' own shape: what tests/wire/README.md promises to whoever replays them, in any language.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

/// Errors that an answer can lead to, by their names in the interface.
const KINDS: [&str; 11] = [
    "ApiError",
    "AuthenticationError",
    "BadRequest",
    "Conflict",
    "DecodeError",
    "NotFound",
    "PaymentRequired",
    "PermissionDenied",
    "RateLimited",
    "ServerError",
    "Unprocessable",
];
const MEMBERS: [&str; 10] = [
    "name",
    "source",
    "note",
    "operation",
    "status",
    "headers",
    "body",
    "body_text",
    "expect",
    "expect_error",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A case with the file and the name that violations are told by.
struct Case {
    place: String,
    value: Value,
}

impl Case {
    fn text(&self, key: &str) -> &str {
        self.value[key].as_str().unwrap_or("")
    }

    fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some()
    }
}

fn cases() -> Vec<Case> {
    let folder = root().join("tests/wire");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(&folder).expect("tests/wire is there") {
        let path = entry.expect("a folder can be listed").path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let file = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let document = read(&path);
        let list = document["cases"].as_array().unwrap_or_else(|| panic!("{file}: no cases"));
        assert!(!list.is_empty(), "{file}: no cases");
        assert_eq!(document.as_object().map(Map::len), Some(1), "{file}: more than cases");
        found.extend(list.iter().map(|value| Case {
            place: format!("{file}: {}", value["name"].as_str().unwrap_or("(no name)")),
            value: value.clone(),
        }));
    }
    found
}

struct Contract(Value);

impl Contract {
    fn load() -> Self {
        Self(read(&root().join("api/openapi.json")))
    }

    fn operations(&self) -> impl Iterator<Item = (&str, &str, &Value)> {
        let paths = self.0["paths"].as_object().expect("the contract has paths");
        paths.values().flat_map(|item| item.as_object().expect("a path has methods")).filter_map(
            |(method, operation)| Some((operation["operationId"].as_str()?, method.as_str(), operation)),
        )
    }

    fn operation(&self, id: &str) -> Option<&Value> {
        self.operations().find(|(known, ..)| *known == id).map(|(.., operation)| operation)
    }

    fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        if let Some(reference) = schema["$ref"].as_str() {
            return self.0.pointer(&reference[1..]).unwrap_or_else(|| panic!("{reference} names nothing"));
        }
        let choices = schema["oneOf"].as_array();
        choices
            .and_then(|choices| choices.iter().find(|one| one.get("$ref").is_some()))
            .map_or(schema, |one| self.resolve(one))
    }

    /// The schema of what the SDK gives back: the items, where the answer is an envelope around them.
    fn answer<'a>(&'a self, operation: &'a Value) -> (&'a Value, bool) {
        let responses = operation["responses"].as_object().expect("an operation has responses");
        let success =
            responses.iter().find(|(status, _)| status.starts_with('2')).expect("an operation can succeed").1;
        let schema = self.resolve(&success["content"]["application/json"]["schema"]);
        match operation["x-sdk"]["envelope"]["items"].as_str() {
            Some(items) => (self.resolve(&schema["properties"][items]["items"]), true),
            None => (schema, false),
        }
    }

    /// Names in an expectation that the SDK's object cannot have, and extras that it would know.
    fn strangers(&self, schema: &Value, expected: &Value, place: &str, out: &mut Vec<String>) {
        let schema = self.resolve(schema);
        if let Some(list) = expected.as_array() {
            for one in list {
                self.strangers(&schema["items"], one, place, out);
            }
            return;
        }
        let Some(members) = expected.as_object() else { return };
        if members.contains_key("$secret") {
            if schema["x-secret"] != true {
                out.push(format!("{place}: a $secret where the contract knows none"));
            }
            return;
        }
        let Some(properties) = schema["properties"].as_object() else {
            let values = &schema["additionalProperties"];
            if values.is_object() {
                for one in members.values() {
                    self.strangers(values, one, place, out);
                }
            }
            return;
        };
        let named = |name: &str| {
            let called = |(wire, property): &(&String, &Value)| {
                property["x-sdk-name"].as_str().unwrap_or(wire) == name
            };
            properties.iter().find(called).map(|(_, property)| property)
        };
        for (name, value) in members {
            match named(name) {
                Some(property) if property["x-secret"] == true && value.is_string() => {
                    out.push(format!("{place}: {name} is a secret and is expected as $secret"));
                }
                Some(property) => self.strangers(property, value, place, out),
                None if name == "extra" => {
                    let known = value
                        .as_object()
                        .into_iter()
                        .flatten()
                        .filter(|(name, _)| properties.contains_key(*name));
                    out.extend(known.map(|(name, _)| format!("{place}: {name} is no extra")));
                }
                None => out.push(format!("{place}: the object has no {name}")),
            }
        }
    }
}

#[track_caller]
fn assert_none(violations: &[String]) {
    assert!(violations.is_empty(), "{} violations:\n  {}", violations.len(), violations.join("\n  "));
}

#[test]
fn cases_have_the_promised_members() {
    let (mut wrong, mut names) = (Vec::new(), BTreeSet::new());
    for case in cases() {
        let place = &case.place;
        let mut must = |holds: bool, what: &str| {
            if !holds {
                wrong.push(format!("{place}: {what}"));
            }
        };
        for (name, _) in case.value.as_object().expect("a case is an object") {
            must(MEMBERS.contains(&name.as_str()), &format!("unknown member {name}"));
        }
        for name in ["name", "source", "operation"] {
            must(!case.text(name).trim().is_empty(), &format!("no {name}"));
        }
        let status = case.value["status"].as_u64().unwrap_or(0);
        must((200..600).contains(&status), "no status");
        must(case.has("body") != case.has("body_text"), "a body or a body_text");
        must(!case.has("body_text") || case.value["body_text"].is_string(), "body_text is a text");
        must(case.has("expect") != case.has("expect_error"), "an expect or an expect_error");
        must(status < 300 || case.has("expect_error"), "an error answer leads to an error");
        must(!case.has("note") || !case.text("note").is_empty(), "an empty note");
        let headers = case.value["headers"].as_object();
        must(headers.is_some() == case.has("headers"), "headers is an object");
        must(headers.into_iter().flatten().all(|(_, value)| value.is_string()), "headers are texts");
        must(names.insert(place.clone()), "the name is there twice");
    }
    assert_none(&wrong);
}

#[test]
fn operations_sources_and_statuses_are_the_contracts() {
    let (contract, mut wrong) = (Contract::load(), Vec::new());
    for case in cases() {
        let (place, id, source) = (&case.place, case.text("operation"), case.text("source"));
        if source == "guess" {
            if !case.has("note") {
                wrong.push(format!("{place}: a guess says in a note what it is for"));
            }
        } else if contract.0["x-source-keys"].get(source).is_none() {
            wrong.push(format!("{place}: {source} is not in x-source-keys"));
        }
        let Some(operation) = contract.operation(id) else {
            wrong.push(format!("{place}: {id} is no operation"));
            continue;
        };
        let status = case.value["status"].to_string();
        if case.has("expect") && operation["responses"].get(&status).is_none() {
            wrong.push(format!("{place}: {id} does not succeed with {status}"));
        }
    }
    assert_none(&wrong);
}

#[test]
fn expected_errors_are_told_in_known_words() {
    let mut wrong = Vec::new();
    for case in cases().iter().filter(|case| case.has("expect_error")) {
        let (place, error) = (&case.place, &case.value["expect_error"]);
        if !error["kind"].as_str().is_some_and(|kind| KINDS.contains(&kind)) {
            wrong.push(format!("{place}: kind {} is none of {KINDS:?}", error["kind"]));
        }
        for (name, value) in error.as_object().expect("an error is an object") {
            let fits = match name.as_str() {
                "kind" | "message" => value.is_string(),
                "api_code" => value.is_string() || value.is_null(),
                "field_errors" => {
                    value.as_object().is_some_and(|fields| fields.values().all(Value::is_array))
                }
                _ => false,
            };
            if !fits {
                wrong.push(format!("{place}: expect_error cannot say {name}: {value}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn expected_objects_have_the_names_of_the_sdk() {
    let (contract, mut wrong) = (Contract::load(), Vec::new());
    for case in cases().iter().filter(|case| case.has("expect")) {
        let Some(operation) = contract.operation(case.text("operation")) else { continue };
        let ((schema, is_list), expected) = (contract.answer(operation), &case.value["expect"]);
        if expected.is_array() != is_list {
            wrong.push(format!("{}: a list is expected as a list, all else as an object", case.place));
        }
        let items = expected.as_array().map_or_else(|| std::slice::from_ref(expected), Vec::as_slice);
        for item in items {
            contract.strangers(schema, item, &case.place, &mut wrong);
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_operation_has_a_success_to_show() {
    let (contract, cases) = (Contract::load(), cases());
    let shown: BTreeSet<_> =
        cases.iter().filter(|case| case.has("expect")).map(|case| case.text("operation")).collect();
    let unshown = contract.operations().filter(|(id, method, _)| *method != "delete" && !shown.contains(id));
    assert_none(&unshown.map(|(id, ..)| format!("{id} has no case that succeeds")).collect::<Vec<_>>());
}

#[test]
fn a_name_that_the_object_does_not_have_is_found() {
    let contract = Contract::load();
    for (operation, expected, stranger) in [
        ("apps.get", json!({"nam": "x"}), "the object has no nam"),
        ("apps.get", json!({"extra": {"id": 1}}), "id is no extra"),
        ("apps.get", json!({"api_key": "x"}), "api_key is a secret and is expected as $secret"),
        ("apps.get", json!({"name": {"$secret": "x"}}), "a $secret where the contract knows none"),
        ("apps.get", json!({"config": {"replica": 1}}), "the object has no replica"),
        ("regions.list", json!({"regions": [{"isDefault": true}]}), "the object has no isDefault"),
        ("apps.metrics", json!({"metrics": {"a": {"cpu": 1}}}), "the object has no cpu"),
        ("deployments.list", json!({"state": "x"}), "the object has no state"),
    ] {
        let mut found = Vec::new();
        let (schema, _) = contract.answer(contract.operation(operation).expect("an operation"));
        contract.strangers(schema, &expected, "here", &mut found);
        assert_eq!(found, [format!("here: {stranger}")]);
    }
}
