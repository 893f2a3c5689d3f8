//! The contract, api/openapi.json, held to its rules; and the rules, held to finding what they are there to find.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod document;
mod extensions;
mod mutations;
mod schemas;
mod shape;

use std::path::Path;

use document::{Contract, Violations};
use serde_json::Value;

type Rule = fn(Contract<'_>, &mut Violations);

/// Every rule.
const RULES: [(&str, Rule); 21] = [
    ("frame", shape::frame),
    ("tags", shape::tags),
    ("parameters", shape::parameters),
    ("operations", shape::operations),
    ("responses", shape::responses),
    ("references resolve", schemas::references_resolve),
    ("schemas compile", schemas::compile),
    ("described", schemas::described),
    ("objects", schemas::objects),
    ("secrets", schemas::secrets),
    ("known values", schemas::known_values),
    ("confirmations", schemas::confirmations),
    ("nothing unused", schemas::unused),
    ("ids", extensions::ids),
    ("resources", extensions::resources),
    ("scopes", extensions::scopes),
    ("evidence", extensions::evidence),
    ("policies", extensions::policies),
    ("lists", extensions::lists),
    ("names", extensions::names),
    ("aliases", extensions::aliases),
];

/// What breaks a rule, all of it.
fn violations_of(name: &str, document: &Value) -> Violations {
    let (_, rule) =
        RULES.into_iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no rule {name}"));
    let mut found = Vec::new();
    rule(Contract(document), &mut found);
    // A schema that several operations share is one violation, not several.
    found.dedup();
    found.into_iter().map(|violation| format!("{name}: {violation}")).collect()
}

fn contract() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../api/openapi.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("the contract is JSON")
}

#[test]
fn the_contract_keeps_its_rules() {
    let document = contract();
    let found: Vec<_> = RULES.into_iter().flat_map(|(name, _)| violations_of(name, &document)).collect();
    assert!(found.is_empty(), "{} violations:\n  {}", found.len(), found.join("\n  "));
}

#[test]
fn the_contract_is_read_whole() {
    let document = contract();
    let contract = Contract(&document);
    assert!(contract.operations().len() >= 27, "only {} operations", contract.operations().len());
    assert!(contract.schemas().len() > 200, "only {} schemas", contract.schemas().len());
}
