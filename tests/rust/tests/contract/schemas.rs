//! The contract's schemas: that they are JSON Schema, say what they mean, and are all of use.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::document::{Contract, Violations, entries, is_of, items, references, text, texts, unknown_keys};

/// JSON Schema's keywords and the extensions that codegen and the emulator read. A misspelt keyword is allowed by
/// JSON Schema and would quietly mean nothing.
const KEYWORDS: [&str; 33] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "default",
    "deprecated",
    "description",
    "enum",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "not",
    "oneOf",
    "pattern",
    "properties",
    "required",
    "type",
    "uniqueItems",
    "x-any",
    "x-known-values",
    "x-notes",
    "x-pattern-source",
    "x-sdk-confirms",
    "x-secret",
];
const MORE_EXTENSIONS: [&str; 4] =
    ["x-capacity-values", "x-sdk-also-input", "x-sdk-name", "x-terminal-values"];

/// Every `$ref` stays in the document and names something.
pub(crate) fn references_resolve(contract: Contract<'_>, out: &mut Violations) {
    let found: BTreeSet<_> = references(contract.0).into_iter().collect();
    let dangling = found.into_iter().filter(|reference| contract.find(reference).is_none());
    out.extend(dangling.map(|reference| format!("{reference} names nothing")));
}

/// Every schema is JSON Schema 2020-12 and can be compiled.
pub(crate) fn compile(contract: Contract<'_>, out: &mut Violations) {
    for (place, schema) in contract.schemas() {
        if let Err(error) = jsonschema::draft202012::meta::validate(schema) {
            out.push(format!("{place}: no JSON Schema: {error}"));
        }
        let unknown = unknown_keys(schema, &[KEYWORDS.as_slice(), &MORE_EXTENSIONS].concat());
        out.extend(unknown.into_iter().map(|key| format!("{place}: unknown keyword {key}")));
    }
    for (name, _) in entries(&contract.0["components"]["schemas"]) {
        let whole = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$ref": format!("#/components/schemas/{name}"),
            "components": contract.0["components"],
        });
        if let Err(error) = jsonschema::draft202012::new(&whole) {
            out.push(format!("{name}: does not compile: {error}"));
        }
    }
}

/// Every schema and every property says what it is, itself or through what it names.
pub(crate) fn described(contract: Contract<'_>, out: &mut Violations) {
    for (name, schema) in entries(&contract.0["components"]["schemas"]) {
        if text(schema, "description").is_empty() {
            out.push(format!("{name}: no description"));
        }
    }
    for (place, schema) in contract.schemas() {
        for (name, property) in entries(&schema["properties"]) {
            if text(property, "description").is_empty()
                && text(contract.resolve(property), "description").is_empty()
            {
                out.push(format!("{place}.{name}: no description"));
            }
        }
    }
}

/// What is required exists, and objects say what becomes of other members.
pub(crate) fn objects(contract: Contract<'_>, out: &mut Violations) {
    for (place, schema) in contract.schemas() {
        for name in texts(&schema["required"]) {
            if schema["properties"].get(name).is_none() {
                out.push(format!("{place}: requires {name}, which it does not have"));
            }
        }
        if is_of(schema, "object") && schema.get("additionalProperties").is_none() {
            out.push(format!("{place}: does not say what becomes of other members"));
        }
        if is_of(schema, "array") && schema.get("items").is_none() {
            out.push(format!("{place}: does not say what it is a list of"));
        }
        let untyped = ["type", "$ref", "oneOf", "anyOf", "allOf", "const", "enum"];
        if schema["x-any"] != true && untyped.iter().all(|key| schema.get(key).is_none()) {
            out.push(format!("{place}: says nothing about its type"));
        }
    }
}

/// Secrets are texts, so that a type that cannot print can hold them.
pub(crate) fn secrets(contract: Contract<'_>, out: &mut Violations) {
    for (place, schema) in contract.schemas() {
        let Some(secret) = schema.get("x-secret") else { continue };
        if *secret != true || !is_of(schema, "string") {
            out.push(format!("{place}: x-secret is not true, or not of a text"));
        }
    }
    for (place, schema) in contract.schemas() {
        for (name, property) in entries(&schema["properties"]) {
            let sounds_secret = ["api_key", "api_key_2", "client_secret", "access_token"].contains(&name);
            if sounds_secret && property["x-secret"] != true {
                out.push(format!("{place}.{name}: is a secret and not marked as one"));
            }
        }
    }
}

/// What confirms a value is true or false, and the value is one of another member.
pub(crate) fn confirmations(contract: Contract<'_>, out: &mut Violations) {
    for (place, schema) in contract.schemas() {
        for (name, property) in entries(&schema["properties"]) {
            for (field, value) in entries(&property["x-sdk-confirms"]) {
                let confirmed = &schema["properties"][field];
                if !is_of(property, "boolean") || !items(&confirmed["enum"]).any(|one| one == value) {
                    out.push(format!("{place}.{name}: confirms {field} {value}, which cannot be"));
                }
            }
        }
    }
}

/// Known values are texts with a meaning, each once; terminal and capacity values are among them.
pub(crate) fn known_values(contract: Contract<'_>, out: &mut Violations) {
    for (place, schema) in contract.schemas() {
        let mut known = BTreeSet::new();
        for entry in items(&schema["x-known-values"]) {
            let value = text(entry, "value");
            if value.is_empty() || text(entry, "description").is_empty() {
                out.push(format!("{place}: known value {value:?} has no description"));
            }
            if !known.insert(value) {
                out.push(format!("{place}: {value} is known twice"));
            }
        }
        if !known.is_empty() && !is_of(schema, "string") {
            out.push(format!("{place}: known values of something that is no text"));
        }
        for key in ["x-terminal-values", "x-capacity-values"] {
            let strange = texts(&schema[key]).into_iter().filter(|value| !known.contains(value));
            out.extend(strange.map(|value| format!("{place}: {key} names {value}, which is not known")));
        }
    }
}

/// Components that no operation reaches.
pub(crate) fn unused(contract: Contract<'_>, out: &mut Violations) {
    let mut open: Vec<&Value> =
        contract.operations().into_iter().flat_map(|one| [one.value, &one.item["parameters"]]).collect();
    let mut reached = BTreeSet::new();
    while let Some(value) = open.pop() {
        for reference in references(value) {
            if reached.insert(reference) {
                open.extend(contract.find(reference));
            }
        }
    }
    for kind in ["schemas", "parameters", "responses"] {
        for (name, _) in entries(&contract.0["components"][kind]) {
            if !reached.contains(format!("#/components/{kind}/{name}").as_str()) {
                out.push(format!("components.{kind}.{name} is not used"));
            }
        }
    }
}
