//! What the tests of every language's output begin with.

use std::path::Path;

use serde_json::Value;

use super::Output;

/// The contract of this checkout.
pub(super) fn contract() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("api/openapi.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Texts with the names of their files.
pub(super) fn named(outputs: Vec<Output>) -> Vec<(String, String)> {
    let name = |output: &Output| output.path.file_name().unwrap().display().to_string();
    outputs.into_iter().map(|output| (name(&output), output.text)).collect()
}

/// The operations that people call, by verb and path.
pub(super) fn operations(contract: &Value) -> impl Iterator<Item = (String, &Value)> {
    let items = contract["paths"].as_object().unwrap().iter();
    let operations = items.flat_map(|(path, item)| {
        let verbs = item.as_object().unwrap().iter();
        verbs.map(move |(verb, operation)| (format!("{} {path}", verb.to_uppercase()), operation))
    });
    operations
        .filter(|(_, operation)| operation["x-sdk"].is_object() && operation["x-sdk"]["internal"] != true)
}
