//! Every operation of the contract succeeds once with the status and the body that the contract gives it. That every
//! other answer of these tests conforms is checked in `support`.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::support::{Api, SPICEPOD, operation, operations};

/// Sends requests and notes which operations have succeeded.
struct Walk {
    api: Api,
    succeeded: HashMap<String, u16>,
}

impl Walk {
    async fn step(&mut self, method: &str, path: &str, body: Option<Value>) -> Value {
        let answer = self.api.send(method, path, body).await;
        let id = operation(method, path).unwrap()["operationId"].as_str().unwrap();
        assert!(answer.status < 300, "{id}: {}", answer.text);
        self.succeeded.insert(id.to_owned(), answer.status);
        answer.body
    }
}

async fn walk(prefix: &str) -> HashMap<String, u16> {
    let mut walk = Walk { api: Api::demo(), succeeded: HashMap::new() };
    for path in [
        "/v1/health",
        "/v1/limits",
        "/v1/regions",
        "/v1/container-images",
        "/v1/orgs",
        "/v1/clusters",
        prefix,
    ] {
        walk.step("GET", path, None).await;
    }
    let app = walk.step("POST", prefix, Some(json!({ "name": "walked-app" }))).await["id"].clone();
    let app = format!("{prefix}/{app}");
    let config = json!({
        "spicepod": SPICEPOD,
        "resources": { "limits": { "cpu": "2", "memory": "4Gi" } },
        "executor": { "replicas": 2 },
        "update_channel": "stable",
        "storage_size_gb": 12.5
    });
    walk.step("PUT", &app, Some(config)).await;
    walk.step("GET", &app, None).await;
    walk.step("GET", &format!("{app}/metrics"), None).await;
    let id = app.rsplit('/').next().unwrap_or_default();
    walk.api.admin("POST", &format!("/apps/{id}"), Some(json!({ "paused": true }))).await;
    let resumed = walk.step("POST", &format!("{app}/resume"), None).await;
    walk.api.admin("POST", &format!("/deployments/{}/advance", resumed["deployment_id"]), None).await;
    walk.api.advance(2000);
    let deployment = walk.step("POST", &format!("{app}/deployments"), Some(json!({}))).await["id"].clone();
    walk.step("GET", &format!("{app}/deployments"), None).await;
    walk.step("GET", &format!("{app}/deployments/{deployment}"), None).await;
    walk.step("POST", &format!("{app}/secrets"), Some(json!({ "name": "A", "value": "v" }))).await;
    walk.step("GET", &format!("{app}/secrets"), None).await;
    walk.step("GET", &format!("{app}/secrets/A"), None).await;
    walk.step("DELETE", &format!("{app}/secrets/A"), None).await;
    walk.step("GET", &format!("{app}/api-keys"), None).await;
    walk.step("POST", &format!("{app}/api-keys"), None).await;
    let state = "s3://walked/state";
    walk.step("POST", &format!("{app}/forks"), Some(json!({ "scheduler_state_location": state }))).await;
    walk.step("GET", &format!("{app}/forks"), None).await;
    for (kind, template) in [("monitors", "container_cpu"), ("reactions", "task_history_error")] {
        let spec = json!({ "op": "GT", "threshold": 90 });
        let alert = json!({ "name": kind, "templateId": template, "spec": spec });
        let alert = walk.step("POST", &format!("{app}/{kind}"), Some(alert)).await;
        let path = format!("{app}/{kind}/{}", alert["id"].as_str().unwrap());
        walk.step("GET", &format!("{app}/{kind}"), None).await;
        walk.step("GET", &path, None).await;
        walk.step("PATCH", &path, Some(json!({ "status": "disabled" }))).await;
        walk.step("DELETE", &path, None).await;
    }
    walk.step("DELETE", &app, None).await;
    walk.step("GET", "/v1/members", None).await;
    let member = walk.step("POST", "/v1/members", Some(json!({ "username": "margaret" }))).await;
    let member = format!("/v1/members/{}", member["user_id"]);
    walk.step("GET", &member, None).await;
    walk.step("PATCH", &member, Some(json!({ "roles": ["admin"] }))).await;
    walk.step("DELETE", &member, None).await;
    let credentials = json!({
        "grant_type": "client_credentials",
        "client_id": walk.api.emulator.client_id(),
        "client_secret": walk.api.emulator.client_secret()
    });
    walk.step("POST", "/api/oauth/token", Some(credentials)).await;
    walk.succeeded
}

#[tokio::test]
async fn every_operation_succeeds_as_the_contract_says() {
    let expected: HashMap<String, u16> =
        operations().into_iter().map(|(id, status)| (id.to_owned(), status)).collect();
    for prefix in ["/v1/apps", "/v1/projects"] {
        assert_eq!(walk(prefix).await, expected, "{prefix}");
    }
}

#[tokio::test]
async fn everything_in_the_demo_conforms() {
    let api = Api::demo();
    for api in [&api, &api.with_org("northwind")] {
        let apps = api.get("/v1/apps?limit=1000").await.body;
        for app in apps["apps"].as_array().unwrap() {
            let path = format!("/v1/apps/{}", app["id"]);
            for rest in [
                "",
                "/deployments",
                "/secrets",
                "/api-keys",
                "/metrics",
                "/metrics?window=5m",
                "/forks",
                "/monitors",
                "/reactions",
            ] {
                assert_eq!(api.get(&format!("{path}{rest}")).await.status, 200);
            }
        }
        for path in ["/v1/members", "/v1/limits", "/v1/orgs", "/v1/clusters"] {
            assert_eq!(api.get(path).await.status, 200);
        }
    }
}
