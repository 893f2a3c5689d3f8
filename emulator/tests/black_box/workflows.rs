//! The curl workflows of the public documents, call by call.

use serde_json::json;

use crate::support::{Api, SPICEPOD};

/// "Create and Deploy an App" of the spice-cloud-management skill. Its fourth step needs a spicepod, which the skill
/// leaves to the portal and this test sets.
#[tokio::test]
async fn create_and_deploy_an_app() {
    let api = Api::start();
    assert_eq!(api.get("/v1/regions").await.body["default"], "us-west-2");
    let created = api.post("/v1/apps", json!({ "name": "analytics-app", "cname": "us-west-2" })).await;
    assert_eq!(created.status, 201);
    let app = format!("/v1/apps/{}", created.id());
    let secret =
        api.post(&format!("{app}/secrets"), json!({ "name": "PG_PASS", "value": "secret123" })).await;
    assert_eq!(secret.status, 200);
    let body = json!({ "description": "Updated description", "replicas": 3, "image_tag": "1.5.0-models", "spicepod": SPICEPOD });
    assert_eq!(api.put(&app, body).await.status, 200);
    let body = json!({ "branch": "main", "commit_message": "Initial deployment" });
    let deployment = api.post(&format!("{app}/deployments"), body).await;
    assert_eq!((deployment.status, &deployment.body["status"]), (202, &json!("queued")));
    let newest = api.get(&format!("{app}/deployments?limit=1")).await.body;
    assert_eq!(newest["deployments"][0]["id"], deployment.body["id"]);
    api.advance(1000);
    let done = api.get(&format!("{app}/deployments?limit=10&status=succeeded")).await.body;
    assert_eq!(done["deployments"].as_array().unwrap().len(), 1);
    assert_eq!(api.delete(&format!("{app}/secrets/PG_PASS")).await.status, 204);
    assert_eq!(api.delete(&app).await.status, 204);
}

/// "Rotate API Keys (Zero Downtime)": at each step one of the keys that clients may hold is still good.
#[tokio::test]
async fn rotate_api_keys() {
    let api = Api::start();
    let path = format!("{}/api-keys", api.app("my-app").await);
    let before = api.get(&path).await.body;
    let second = api.post(&path, json!({ "key_number": 2 })).await.body;
    assert_eq!(second["api_key"], before["api_key"]);
    let first = api.post(&path, json!({ "key_number": 1 })).await.body;
    assert_eq!(first["api_key_2"], second["api_key_2"]);
    assert_ne!(first["api_key"], before["api_key"]);
}

/// The single calls of the skill, with its own bodies.
#[tokio::test]
async fn the_remaining_calls() {
    let api = Api::start();
    let body = json!({ "name": "my-app", "cname": "us-west-2", "description": "Production analytics app", "visibility": "private" });
    assert_eq!(api.post("/v1/apps", body).await.status, 201);
    let member = api.post("/v1/members", json!({ "username": "grace", "roles": ["member"] })).await;
    assert_eq!(member.status, 201);
    assert_eq!(api.delete(&format!("/v1/members/{}", member.body["user_id"])).await.status, 204);
    assert_eq!(api.get("/v1/container-images").await.body["default"], "1.5.0-models");
    assert_eq!(api.get("/v1/container-images?channel=enterprise").await.status, 200);
    assert_eq!(api.with_token(None).get("/v1/health").await.body["status"], "ok");
}
