//! The Kotlin and Swift output: of the contract of this checkout, and of contracts that differ from it.

use serde_json::Value;

use super::testing::{contract, named, operations};
use super::{Output, kotlin, parse, swift};

type Render = fn(&super::ir::Api) -> Result<Vec<Output>, String>;

/// The files of a contract in both languages, with their names.
fn files(contract: &Value) -> Vec<(String, String)> {
    let api = parse::api(contract).unwrap();
    [kotlin::render as Render, swift::render as Render]
        .iter()
        .flat_map(|render| named(render(&api).unwrap()))
        .collect()
}

#[test]
fn files_are_as_a_formatter_leaves_them() {
    for (name, text) in files(&contract()) {
        assert!(text.starts_with("// Generated from api/openapi.json"), "{name}");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n") && !text.contains("\n\n\n"), "{name}");
        for line in text.lines() {
            assert!(line.chars().count() <= 132 && line.trim_end() == line, "{name}: {line}");
        }
    }
}

#[test]
fn every_operation_is_told_with_its_route_and_scope() {
    let contract = contract();
    let files = files(&contract);
    for ending in ["Resource.kt", "Blocking.kt", "Futures.kt", "Resource.swift"] {
        let texts = files.iter().filter(|(name, _)| name.ends_with(ending) || name.starts_with("Operations"));
        let words =
            texts.flat_map(|(_, text)| text.split_whitespace().filter(|word| !["*", "///"].contains(word)));
        let text = words.collect::<Vec<_>>().join(" ");
        for (route, operation) in operations(&contract) {
            if operation["x-sdk"].get("internal").is_some() {
                continue;
            }
            assert!(text.contains(&format!("`{route}`")), "{ending}: {route}");
            if let Some(scope) = operation["x-required-scope"].as_str() {
                assert!(text.contains(&format!("scope `{scope}`")), "{ending}: {scope}");
            }
        }
    }
}

#[test]
fn a_name_that_is_taken_is_refused() {
    let mut contract = contract();
    let fields = contract.pointer_mut("/components/schemas/App/properties").unwrap().as_object_mut().unwrap();
    let field = fields.shift_remove("description").unwrap();
    fields.insert("meta".to_owned(), field);
    let api = parse::api(&contract).unwrap();
    assert!(kotlin::render(&api).err().unwrap().contains("App.meta needs another name for Kotlin"));
    assert!(swift::render(&api).err().unwrap().contains("App.meta needs another name for Swift"));
}
