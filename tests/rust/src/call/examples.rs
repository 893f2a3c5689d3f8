//! A good call of each operation, for tests that are about the answer alone.

use serde_json::{Map, Value, json};

/// Arguments that an operation of the contract takes, by its id.
pub fn arguments(operation_id: &str) -> Map<String, Value> {
    let arguments = match operation_id {
        "apps.create" => json!({ "name": "sales-bi" }),
        "apps.update" => json!({ "app": 12345, "description": "Sales dashboards" }),
        "apps.get"
        | "apps.delete"
        | "apps.metrics"
        | "deployments.list"
        | "deployments.create"
        | "secrets.list"
        | "api_keys.get"
        | "api_keys.regenerate" => json!({ "app": 12345 }),
        "deployments.get" => json!({ "app": 12345, "deployment": 67891 }),
        "secrets.set" => json!({ "app": 12345, "name": "PG_PASS", "value": "example-1" }),
        "secrets.get" | "secrets.delete" => json!({ "app": 12345, "name": "PG_PASS" }),
        "members.add" => json!({ "username": "grace" }),
        "members.get" | "members.remove" => json!({ "user": 4 }),
        "members.update" => json!({ "user": 4, "roles": ["admin"] }),
        _ => json!({}),
    };
    arguments.as_object().cloned().unwrap_or_default()
}
