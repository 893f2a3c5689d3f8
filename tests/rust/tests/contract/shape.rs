//! The contract as an OpenAPI 3.1 document: its frame, parameters, bodies and answers.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::{Contract, METHODS, Operation, Violations, entries, items, text, texts, unknown_keys};

const ROOT: [&str; 11] = [
    "openapi",
    "info",
    "servers",
    "security",
    "tags",
    "paths",
    "components",
    "x-scopes",
    "x-source-keys",
    "x-path-aliases",
    "x-sdk-resources",
];
const OPERATION: [&str; 16] = [
    "operationId",
    "summary",
    "description",
    "tags",
    "parameters",
    "requestBody",
    "responses",
    "security",
    "deprecated",
    "externalDocs",
    "x-required-scope",
    "x-scope-confidence",
    "x-evidence",
    "x-sources",
    "x-notes",
    "x-sdk",
];
const PARAMETER: [&str; 8] =
    ["in", "name", "required", "schema", "description", "deprecated", "x-sdk-accepts", "x-notes"];

/// The frame: version, title, servers, tags, and no member that nobody reads.
pub(crate) fn frame(contract: Contract<'_>, out: &mut Violations) {
    let document = contract.0;
    if !text(document, "openapi").starts_with("3.1.") {
        out.push("openapi: the contract is OpenAPI 3.1".into());
    }
    for key in ["title", "version", "description"] {
        if text(&document["info"], key).is_empty() {
            out.push(format!("info: no {key}"));
        }
    }
    if document["info"]["license"]["identifier"] != "Apache-2.0" {
        out.push("info: the licence is Apache-2.0".into());
    }
    servers("the contract", document, out);
    let unknown = unknown_keys(document, &ROOT);
    out.extend(unknown.into_iter().map(|key| format!("the contract: unknown member {key}")));
    for path in entries(&document["paths"]).map(|(path, _)| path).filter(|path| !path.starts_with('/')) {
        out.push(format!("{path}: a path begins with a slash"));
    }
    for (path, item) in entries(&document["paths"]) {
        let known = [METHODS.as_slice(), &["servers", "parameters", "summary", "description"]].concat();
        out.extend(unknown_keys(item, &known).into_iter().map(|key| format!("{path}: unknown member {key}")));
    }
    for scheme in items(&document["security"]).flat_map(entries).map(|(name, _)| name) {
        if document["components"]["securitySchemes"].get(scheme).is_none() {
            out.push(format!("security: {scheme} is not among the security schemes"));
        }
    }
}

fn servers(place: &str, value: &Value, out: &mut Violations) {
    if items(&value["servers"]).next().is_none() {
        out.push(format!("{place}: no server"));
    }
    for server in items(&value["servers"]) {
        if !text(server, "url").starts_with("https://") {
            out.push(format!("{place}: a server without https"));
        }
    }
}

/// Tags are declared once, and every declared one is used.
pub(crate) fn tags(contract: Contract<'_>, out: &mut Violations) {
    let mut declared = BTreeSet::new();
    for tag in items(&contract.0["tags"]) {
        if !declared.insert(text(tag, "name")) {
            out.push(format!("tags: {} is declared twice", text(tag, "name")));
        }
    }
    let mut used = BTreeSet::new();
    for operation in contract.operations() {
        let tags = texts(&operation.value["tags"]);
        if tags.is_empty() {
            out.push(format!("{}: no tag", operation.id()));
        }
        for tag in tags {
            used.insert(tag);
            if !declared.contains(tag) {
                out.push(format!("{}: tag {tag} is not declared", operation.id()));
            }
        }
    }
    out.extend(declared.difference(&used).map(|tag| format!("tags: {tag} is not used")));
}

/// Parameters: complete, unique, and the path's own all declared.
pub(crate) fn parameters(contract: Contract<'_>, out: &mut Violations) {
    for operation in contract.operations() {
        let id = operation.id();
        let mut seen = BTreeSet::new();
        for parameter in operation.parameters().map(|parameter| contract.resolve(parameter)) {
            let (place, name) = (text(parameter, "in"), text(parameter, "name"));
            if name.is_empty() || !["path", "query", "header"].contains(&place) {
                out.push(format!("{id}: a parameter {name:?} in {place:?}"));
            }
            if !seen.insert((place, name)) {
                out.push(format!("{id}: parameter {name} is declared twice"));
            }
            if text(parameter, "description").is_empty() {
                out.push(format!("{id}: parameter {name} has no description"));
            }
            if !parameter["schema"].is_object() {
                out.push(format!("{id}: parameter {name} has no schema"));
            }
            if place == "path" && parameter["required"] != true {
                out.push(format!("{id}: path parameter {name} is not required"));
            }
            let unknown = unknown_keys(parameter, &PARAMETER);
            out.extend(
                unknown.into_iter().map(|key| format!("{id}: parameter {name}: unknown member {key}")),
            );
        }
        let declared: BTreeSet<_> =
            seen.iter().filter(|(place, _)| *place == "path").map(|(_, name)| *name).collect();
        let in_path: BTreeSet<_> = operation.placeholders().into_iter().collect();
        out.extend(in_path.difference(&declared).map(|name| format!("{id}: {{{name}}} is not declared")));
        out.extend(declared.difference(&in_path).map(|name| format!("{id}: {name} is not in the path")));
        if operation.is_scoped() && !seen.contains(&("header", "X-Org-Name")) {
            out.push(format!("{id}: no X-Org-Name parameter"));
        }
    }
}

/// Operations hold known members only, say what they do, and send JSON when they send anything.
pub(crate) fn operations(contract: Contract<'_>, out: &mut Violations) {
    for operation in contract.operations() {
        let id = operation.id();
        for key in ["summary", "description"] {
            if text(operation.value, key).is_empty() {
                out.push(format!("{id}: no {key}"));
            }
        }
        let unknown = unknown_keys(operation.value, &OPERATION);
        out.extend(unknown.into_iter().map(|key| format!("{id}: unknown member {key}")));
        let body = &operation.value["requestBody"];
        if body.is_object() && !body["content"]["application/json"]["schema"].is_object() {
            out.push(format!("{id}: the body has no JSON schema"));
        }
        if body.is_object() && !body["required"].is_boolean() {
            out.push(format!("{id}: whether the body is required is not said"));
        }
        if body.is_object() && ["get", "delete", "head"].contains(&operation.method) {
            out.push(format!("{id}: {} takes no body", operation.method));
        }
    }
}

/// Every operation succeeds in exactly one way, and fails in all the ways that it must.
pub(crate) fn responses(contract: Contract<'_>, out: &mut Violations) {
    for operation in contract.operations() {
        let id = operation.id();
        for (status, response) in entries(&operation.value["responses"]) {
            let resolved = contract.resolve(response);
            if status.len() != 3 || status.parse::<u16>().is_err() {
                out.push(format!("{id}: {status} is no status"));
            }
            if text(resolved, "description").is_empty() {
                out.push(format!("{id}: {status} has no description"));
            }
            let schema = &resolved["content"]["application/json"]["schema"];
            if !status.starts_with('2') && schema["$ref"] != "#/components/schemas/Error" {
                out.push(format!("{id}: {status} is not answered with an Error"));
            }
            if status.starts_with('2') && (status == "204") == schema.is_object() {
                out.push(format!("{id}: {status} and its content do not go together"));
            }
        }
        if operation.successes().len() != 1 {
            out.push(format!("{id}: {} ways to succeed", operation.successes().len()));
        }
        for status in expected_failures(&operation) {
            if operation.value["responses"].get(status).is_none() {
                out.push(format!("{id}: {status} is not answered"));
            }
        }
    }
}

fn expected_failures(operation: &Operation<'_>) -> Vec<&'static str> {
    let mut expected = vec!["429", "500"];
    if operation.is_scoped() {
        expected.extend(["401", "403"]);
    }
    if !operation.placeholders().is_empty() {
        expected.extend(["400", "404"]);
    }
    if operation.value["requestBody"].is_object() {
        expected.push("400");
    }
    expected
}
