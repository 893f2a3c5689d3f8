//! The page on what the emulator's behaviour rests on.

use std::path::Path;

use serde_json::{Value, json};

use super::outputs;

const PAGE: &str = "docs/differences.md";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn contract() -> Value {
    serde_json::from_str(&std::fs::read_to_string(root().join("api/openapi.json")).unwrap()).unwrap()
}

fn page(contract: &Value) -> String {
    let outputs = outputs(contract, root()).unwrap();
    outputs.into_iter().find(|output| output.path == Path::new(PAGE)).unwrap().text
}

fn assumptions(page: &str) -> u32 {
    let (before, _) = page.split_once("operations rest on an assumption").unwrap();
    before.rsplit("**").next().unwrap().split(' ').next().unwrap().parse().unwrap()
}

#[test]
fn every_operation_has_its_row() {
    let contract = contract();
    let page = page(&contract);
    let items = contract["paths"].as_object().unwrap().values();
    let operations = items.flat_map(|item| item.as_object().unwrap().values());
    for id in operations.filter_map(|operation| operation["operationId"].as_str()) {
        assert_eq!(page.matches(&format!("\n| `{id}` |")).count(), 1, "{id}");
    }
}

#[test]
fn a_new_guess_raises_the_number() {
    let mut contract = contract();
    let before = assumptions(&page(&contract));
    contract["paths"]["/v1/members"]["get"]["x-scope-confidence"] = json!("guess");
    assert_eq!(assumptions(&page(&contract)), before + 1);
}

#[test]
fn what_is_said_of_an_operation_is_said_of_one_that_exists() {
    let differences = std::fs::read_to_string(root().join("emulator/differences.json")).unwrap();
    let differences: Value = serde_json::from_str(&differences).unwrap();
    let page = page(&contract());
    for (id, text) in differences["assumed"].as_object().unwrap() {
        assert!(page.contains(&format!("- **{id}**: {}", text.as_str().unwrap())), "{id}");
    }
    for entry in differences["not_modelled"].as_array().unwrap() {
        let row = format!("| {} | {} |", entry["topic"].as_str().unwrap(), entry["text"].as_str().unwrap());
        assert!(page.contains(&row), "{row}");
    }
}
