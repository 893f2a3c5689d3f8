//! The contract's own extensions: scope, evidence and sources of every operation, and how the SDK shows it.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::{Contract, Operation, Violations, entries, is_of, items, text, texts, unknown_keys};

const EVIDENCE: [&str; 4] = ["official-spec", "official-docs", "official-client-only", "inferred"];
const CONFIDENCE: [&str; 2] = ["documented", "guess"];
const HOSTS: [&str; 3] = ["control", "portal", "runtime"];
const PAGING: [&str; 2] = ["none", "offset"];
const RECONCILE: [&str; 4] = ["app", "deployment", "api-keys", "member"];
const SDK: [&str; 10] =
    ["resource", "method", "internal", "retry", "host", "paging", "envelope", "page", "params", "positional"];
/// What works without a token.
const OPEN: [&str; 2] = ["health.get", "oauth.token"];

/// Ids are unique and follow from what the SDK calls the operation.
pub(crate) fn ids(contract: Contract<'_>, out: &mut Violations) {
    let (mut ids, mut methods) = (BTreeSet::new(), BTreeSet::new());
    for operation in contract.operations() {
        let (id, sdk) = (operation.id(), operation.sdk());
        if operation.value["operationId"].as_str().is_none() {
            out.push(format!("{id}: no operationId"));
        }
        if !ids.insert(id.clone()) {
            out.push(format!("{id}: the operationId is not unique"));
        }
        let (resource, method) = (text(sdk, "resource"), text(sdk, "method"));
        if sdk["internal"] == true {
            if !(resource.is_empty() && method.is_empty()) {
                out.push(format!("{id}: internal, and yet shown as {resource}.{method}"));
            }
            continue;
        }
        let expected =
            if resource == "client" { format!("{method}.get") } else { format!("{resource}.{method}") };
        if id != expected {
            out.push(format!("{id}: the SDK calls it {expected}"));
        }
        for name in [resource, method] {
            let snake = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            if !snake {
                out.push(format!("{id}: {name:?} is no name in snake case"));
            }
        }
        if !methods.insert((resource, method)) {
            out.push(format!("{id}: {resource}.{method} is there twice"));
        }
    }
}

/// Resources are described, and those that are described exist.
pub(crate) fn resources(contract: Contract<'_>, out: &mut Violations) {
    let described: BTreeSet<_> = entries(&contract.0["x-sdk-resources"]).map(|(name, _)| name).collect();
    let mut used = BTreeSet::new();
    for operation in contract.operations().iter().filter(|operation| operation.sdk()["internal"] != true) {
        let resource = text(operation.sdk(), "resource");
        used.insert(resource);
        if resource != "client" && !described.contains(resource) {
            out.push(format!("{}: resource {resource} is not in x-sdk-resources", operation.id()));
        }
    }
    for (name, description) in entries(&contract.0["x-sdk-resources"]) {
        if description.as_str().is_none_or(|words| words.trim().is_empty()) {
            out.push(format!("x-sdk-resources: {name} has no description"));
        }
        if !used.contains(name) {
            out.push(format!("x-sdk-resources: {name} is not used"));
        }
    }
}

/// Scopes are known ones; what needs none needs no token either.
pub(crate) fn scopes(contract: Contract<'_>, out: &mut Violations) {
    for operation in contract.operations() {
        let id = operation.id();
        let security = operation.value.get("security");
        match operation.value.get("x-required-scope") {
            Some(Value::String(scope)) => {
                if scope == "*" || contract.0["x-scopes"].get(scope).is_none() {
                    out.push(format!("{id}: {scope} is not a scope"));
                }
                if security.is_some() {
                    out.push(format!("{id}: has a scope and a security rule of its own"));
                }
            }
            Some(Value::Null) => {
                if !OPEN.contains(&id.as_str()) {
                    out.push(format!("{id}: no scope"));
                }
                if security.and_then(Value::as_array).is_none_or(|rules| !rules.is_empty()) {
                    out.push(format!("{id}: needs no scope, and yet a token"));
                }
            }
            _ => out.push(format!("{id}: x-required-scope is missing")),
        }
        if !CONFIDENCE.contains(&text(operation.value, "x-scope-confidence")) {
            out.push(format!("{id}: x-scope-confidence is none of {CONFIDENCE:?}"));
        }
    }
}

/// Every operation says how well it is known and where from.
pub(crate) fn evidence(contract: Contract<'_>, out: &mut Violations) {
    for operation in contract.operations() {
        let id = operation.id();
        if !EVIDENCE.contains(&text(operation.value, "x-evidence")) {
            out.push(format!("{id}: x-evidence is none of {EVIDENCE:?}"));
        }
        let (mut seen, sources) = (BTreeSet::new(), texts(&operation.value["x-sources"]));
        if sources.is_empty() {
            out.push(format!("{id}: no source"));
        }
        for source in sources {
            if contract.0["x-source-keys"].get(source).is_none() {
                out.push(format!("{id}: {source} is not in x-source-keys"));
            }
            if !seen.insert(source) {
                out.push(format!("{id}: {source} is named twice"));
            }
        }
        if let Some(notes) = operation.value.get("x-notes")
            && (texts(notes).is_empty() || items(notes).any(|note| note.as_str().is_none_or(str::is_empty)))
        {
            out.push(format!("{id}: x-notes are no texts"));
        }
    }
}

/// Retry class, paging, host: known values that go with the method and the path.
pub(crate) fn policies(contract: Contract<'_>, out: &mut Violations) {
    for operation in contract.operations() {
        let (id, sdk) = (operation.id(), operation.sdk());
        let unknown = unknown_keys(sdk, &SDK);
        out.extend(unknown.into_iter().map(|key| format!("{id}: x-sdk: unknown member {key}")));
        let retry = text(sdk, "retry");
        let fits = match retry.split_once(':') {
            Some(("reconcile", strategy)) => RECONCILE.contains(&strategy) && operation.method == "post",
            Some(_) => false,
            None => match retry {
                "safe" => operation.method == "get",
                "delete" => operation.method == "delete",
                "upsert" | "never" => ["post", "put", "patch"].contains(&operation.method),
                _ => false,
            },
        };
        if !fits {
            out.push(format!("{id}: retry class {retry:?} does not go with {}", operation.method));
        }
        if !PAGING.contains(&text(sdk, "paging")) {
            out.push(format!("{id}: paging is none of {PAGING:?}"));
        }
        if !HOSTS.contains(&text(sdk, "host")) {
            out.push(format!("{id}: host is none of {HOSTS:?}"));
        }
        let on_control = sdk["host"] == "control";
        if on_control && !operation.path.starts_with("/v1/") {
            out.push(format!("{id}: the control plane's paths begin with /v1/"));
        }
        if on_control == operation.item["servers"].is_array() {
            out.push(format!("{id}: host and servers do not go together"));
        }
    }
}

/// Lists: where the items are, and what a pager needs.
pub(crate) fn lists(contract: Contract<'_>, out: &mut Violations) {
    for operation in contract.operations() {
        let (id, sdk) = (operation.id(), operation.sdk());
        let answer = answer(contract, &operation);
        let item = item(contract, answer, &sdk["envelope"]["items"]);
        if sdk.get("envelope").is_some() && item.is_none() {
            out.push(format!("{id}: the envelope's items are no list of its answer"));
        }
        for also in texts(&sdk["envelope"]["also"]) {
            if !is_of(&answer["properties"][also], "array") {
                out.push(format!("{id}: {also} is no list of its answer"));
            }
        }
        if sdk["paging"] != "offset" {
            if sdk.get("page").is_some() {
                out.push(format!("{id}: a page without paging"));
            }
            continue;
        }
        match item.map(|item| &item["properties"]) {
            Some(properties) if properties.get(text(&sdk["page"], "key")).is_some() => {}
            Some(_) => out.push(format!("{id}: paging without a page.key that its items have")),
            None => out.push(format!("{id}: paging without an envelope")),
        }
        for name in ["limit", "offset"] {
            let known =
                operation.parameters().map(|parameter| contract.resolve(parameter)).any(|parameter| {
                    parameter["in"] == "query"
                        && parameter["name"] == name
                        && parameter["schema"]["type"] == "integer"
                });
            if !known {
                out.push(format!("{id}: paging without a query parameter {name}"));
            }
        }
    }
}

/// What `positional` and `x-sdk-accepts` name exists.
pub(crate) fn names(contract: Contract<'_>, out: &mut Violations) {
    for operation in contract.operations() {
        let id = operation.id();
        let body = contract.resolve(&operation.value["requestBody"]["content"]["application/json"]["schema"]);
        for name in texts(&operation.sdk()["positional"]) {
            if body["properties"].get(name).is_none() {
                out.push(format!("{id}: positional {name} is not in the body"));
            }
        }
        for parameter in operation.parameters().map(|parameter| contract.resolve(parameter)) {
            let Some(accepts) = parameter.get("x-sdk-accepts") else { continue };
            let (model, field) = (text(accepts, "model"), text(accepts, "field"));
            if contract.0["components"]["schemas"][model]["properties"].get(field).is_none() {
                out.push(format!(
                    "{id}: {} accepts {model}.{field}, which is nothing",
                    text(parameter, "name")
                ));
            }
        }
    }
}

/// A path alias begins where a path begins, and its list key is one that the list's answer knows.
pub(crate) fn aliases(contract: Contract<'_>, out: &mut Violations) {
    for alias in items(&contract.0["x-path-aliases"]) {
        let (from, key) = (text(alias, "from"), text(alias, "list-key"));
        let list = contract.operations().into_iter().find(|one| one.path == from && one.method == "get");
        if !list.is_some_and(|list| texts(&list.sdk()["envelope"]["also"]).contains(&key)) {
            out.push(format!("x-path-aliases: {from} is no list that also knows {key:?}"));
        }
        if !text(alias, "to").starts_with('/') {
            out.push(format!("x-path-aliases: {from} leads nowhere"));
        }
    }
}

/// The schema of an operation's success.
fn answer<'a>(contract: Contract<'a>, operation: &Operation<'a>) -> &'a Value {
    let success = operation.successes().first().map_or(&Value::Null, |(_, response)| *response);
    contract.resolve(&contract.resolve(success)["content"]["application/json"]["schema"])
}

/// The schema of an envelope's items, when it holds a list of that name.
fn item<'a>(contract: Contract<'a>, answer: &'a Value, name: &Value) -> Option<&'a Value> {
    let list = answer["properties"].get(name.as_str()?)?;
    is_of(list, "array").then(|| contract.resolve(&list["items"]))
}
