//! `api/workflows.json`: what the SDK makes of the API's operations, written down like them so that every language gets it the
//! same way. Here it is brought into the contract's form.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::ir::Called;
use super::schema::{array, flag, strings, text};

type Result<T> = std::result::Result<T, String>;

/// The host of operations that are calls of others.
pub(super) const HOST: &str = "workflow";

/// The contract with the workflows beside its operations.
pub(super) fn merged(contract: &Value, workflows: &Value) -> Result<Value> {
    let mut merged = contract.clone();
    let known = operations(contract);
    for (id, workflow) in members(workflows, "operations") {
        let item = operation(id, workflow, &known, contract)
            .map_err(|problem| format!("api/workflows.json: {id}: {problem}"))?;
        merged["paths"][format!("/workflows/{id}{}", path(workflow))] = json!({ "post": item });
    }
    for (name, schema) in members(workflows, "schemas") {
        let schemas = &mut merged["components"]["schemas"];
        if schemas.get(name).is_some() {
            return Err(format!("api/workflows.json: the contract has a schema {name}, too"));
        }
        schemas[name] = schema.clone();
    }
    for (name, resource) in members(workflows, "resources") {
        merged["x-sdk-resources"][name] = resource["description"].clone();
        if flag(resource, "bound") {
            match merged["x-sdk-bound"].as_array_mut() {
                Some(bound) => bound.push(json!(name)),
                None => merged["x-sdk-bound"] = json!([name]),
            }
        }
    }
    Ok(merged)
}

/// What stands in the path: the workflow's ids, so that they are taken like those of operations.
fn path(workflow: &Value) -> String {
    strings(&workflow["of"]).iter().flat_map(|name| ["/{", name, "}"].map(str::to_owned)).collect()
}

fn operation(
    id: &str,
    workflow: &Value,
    known: &BTreeMap<String, &Value>,
    contract: &Value,
) -> Result<Value> {
    let (resource, method) = id.split_once('.').ok_or("is called <resource>.<method>")?;
    let calls = strings(&workflow["calls"]);
    let mut responses = Map::new();
    for name in &calls {
        let called =
            known.get(name).ok_or_else(|| format!("calls {name}, which the contract does not have"))?;
        let refusals = members(called, "responses").filter(|(status, _)| status.as_str() >= "400");
        responses.extend(refusals.map(|(status, response)| (status.clone(), response.clone())));
    }
    let answer = match workflow["answers"].as_str().or(workflow["lists"].as_str()) {
        Some(name) => json!({ "content": content(name) }),
        None => json!({}),
    };
    responses.insert("200".to_owned(), answer);
    let parameters: Vec<Value> =
        strings(&workflow["of"]).iter().map(|name| parameter(name, contract)).collect::<Result<_>>()?;
    let mut made = json!({
        "operationId": id,
        "summary": workflow["summary"],
        "description": workflow["description"],
        "parameters": parameters,
        "responses": responses,
        "x-evidence": "official-spec",
        "x-sdk": {
            "resource": resource,
            "method": method,
            "retry": "never",
            "host": HOST,
            "paging": "none",
            "calls": calls,
            "asks": workflow["asks"],
            "tells": workflow["tells"],
            "streams": workflow["lists"].is_string(),
            "positional": workflow["positional"],
        },
    });
    if let Some(body) = workflow["takes"].as_str() {
        made["requestBody"] = json!({ "required": true, "content": content(body) });
    }
    Ok(made)
}

fn content(schema: &str) -> Value {
    json!({ "application/json": { "schema": { "$ref": format!("#/components/schemas/{schema}") } } })
}

/// A parameter of the path as the contract has it.
fn parameter(name: &str, contract: &Value) -> Result<Value> {
    let operations = operations(contract);
    let mut parameters = operations.values().flat_map(|operation| array(operation, "parameters"));
    let found =
        parameters.find(|parameter| text(parameter, "in") == "path" && text(parameter, "name") == name);
    found.cloned().ok_or_else(|| format!("no operation has {name} in its path"))
}

/// The contract's operations by their names.
fn operations(contract: &Value) -> BTreeMap<String, &Value> {
    let items = members(contract, "paths").flat_map(|(_, item)| item.as_object().into_iter().flatten());
    items.map(|(_, operation)| (text(operation, "operationId"), operation)).collect()
}

fn members<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    value.get(key).and_then(Value::as_object).into_iter().flatten()
}

/// The operations that a workflow calls.
pub(super) fn called(contract: &Value, sdk: &Value) -> Vec<Called> {
    let mut found = Vec::new();
    for name in sdk.get("calls").map(strings).unwrap_or_default() {
        for (path, item) in members(contract, "paths") {
            let operations = item.as_object().into_iter().flatten();
            found.extend(operations.filter(|(_, operation)| text(operation, "operationId") == name).map(
                |(verb, operation)| Called {
                    id: name.clone(),
                    verb: verb.to_uppercase(),
                    path: path.clone(),
                    scope: operation.get("x-required-scope").and_then(Value::as_str).map(str::to_owned),
                },
            ));
        }
    }
    found
}
