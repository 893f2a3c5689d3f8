//! Forks of apps, and the end of a pause.

use serde_json::{Value, json};

use crate::support::{Api, SPICEPOD, START};

async fn pause(api: &Api, app: &str) {
    let id = app.rsplit('/').next().unwrap();
    assert_eq!(api.admin("POST", &format!("/apps/{id}"), Some(json!({ "paused": true }))).await.status, 200);
}

#[tokio::test]
async fn resuming_starts_a_deployment() {
    let api = Api::start();
    let app = api.deployable("my-app").await;
    assert_eq!(api.send("POST", &format!("{app}/resume"), None).await.status, 409, "it is not paused");
    pause(&api, &app).await;
    let refused = api.post(&format!("{app}/deployments"), json!({})).await;
    assert_eq!((refused.status, &refused.body["code"]), (400, &json!("spicepod_paused")));
    let resumed = api.send("POST", &format!("{app}/resume"), None).await;
    assert_eq!(resumed.status, 200);
    let deployment = api.get(&format!("{app}/deployments/{}", resumed.body["deployment_id"])).await;
    assert_eq!((deployment.status, &deployment.body["status"]), (200, &json!("queued")));
    api.advance(5000);
    assert_eq!(api.post(&format!("{app}/deployments"), json!({})).await.status, 202);
}

#[tokio::test]
async fn what_cannot_be_deployed_stays_paused() {
    let api = Api::start();
    let app = api.app("my-app").await;
    pause(&api, &app).await;
    for _ in 0..2 {
        assert_eq!(api.send("POST", &format!("{app}/resume"), None).await.status, 400);
    }
    assert_eq!(api.emulator.state()["apps"][0]["paused"], true);
}

#[tokio::test]
async fn a_fork_is_like_its_app_and_yet_its_own() {
    let api = Api::start();
    let app = api.app("my-app").await;
    let config = json!({
        "spicepod": SPICEPOD, "description": "Sales", "tags": { "team": "bi" }, "visibility": "public",
        "replicas": 3, "update_channel": "stable", "version": "2.x", "image_tag": "1.5.0",
        "resources": { "limits": { "cpu": "2" } }, "storage_size_gb": 20,
    });
    assert_eq!(api.put(&app, config).await.status, 200);
    api.post(&format!("{app}/secrets"), json!({ "name": "PG_PASS", "value": "example-1" })).await;
    api.post(&format!("{app}/deployments"), json!({})).await;
    let forked = api.send("POST", &format!("{app}/forks"), None).await;
    assert_eq!(forked.status, 201, "{}", forked.text);
    let fork = &forked.body;
    let expected = json!({ "id": app.rsplit('/').next().unwrap().parse::<i64>().unwrap(), "name": "my-app" });
    assert_eq!((&fork["name"], &fork["forked_from"]), (&json!("my-app-fork"), &expected));
    assert_eq!((&fork["description"], &fork["tags"]), (&json!("Sales"), &json!({ "team": "bi" })));
    assert_eq!((&fork["visibility"], &fork["shared_state"]), (&json!("private"), &json!([])));
    let config = &fork["config"];
    assert_eq!((&config["replicas"], &config["version"]), (&json!(3), &json!("2.x")));
    assert_eq!((&config["image_tag"], &config["resources"]), (&Value::Null, &Value::Null));
    assert_eq!(config["storage_size_gb"], 20);
    let path = format!("/v1/apps/{}", fork["id"]);
    let secrets = api.get(&format!("{path}/secrets")).await.body["secrets"].clone();
    assert_eq!((&secrets[0]["name"], &secrets[0]["created_at"]), (&json!("PG_PASS"), &json!(START)));
    assert_eq!(api.get(&format!("{path}/deployments")).await.body["deployments"], json!([]));
    assert_ne!(
        api.get(&format!("{path}/api-keys")).await.body,
        api.get(&format!("{app}/api-keys")).await.body
    );
    assert!(api.get(&path).await.body.get("shared_state").is_none());
    let forks = api.get(&format!("{app}/forks")).await.body;
    assert_eq!((forks["forks"].as_array().unwrap().len(), &forks["forks"][0]["id"]), (1, &fork["id"]));
    assert_eq!(api.get(&app).await.body["forked_from"], Value::Null);
    assert_eq!(api.delete(&path).await.status, 204);
    assert_eq!(api.get(&format!("{app}/forks")).await.body["forks"], json!([]));
}

#[tokio::test]
async fn forks_are_refused_as_the_documents_say() {
    let api = Api::start();
    let empty = api.app("no-spicepod").await;
    let refused = api.send("POST", &format!("{empty}/forks"), None).await;
    assert_eq!((refused.status, &refused.body["code"]), (422, &json!("fork_source_has_no_spicepod")));
    let app = api.deployable("my-app").await;
    let fork = async |body: Value| api.post(&format!("{app}/forks"), body).await;
    assert_eq!(fork(json!({ "name": "NO-spicepod" })).await.status, 409);
    assert_eq!(fork(json!({ "description": "no" })).await.status, 400);
    assert_eq!(fork(json!({ "region": "mars-north-1" })).await.status, 400);
    let refused = fork(json!({ "scheduler_state_location": "s3://a/b" })).await;
    assert_eq!(
        (refused.status, &refused.body["code"]),
        (400, &json!("scheduler_state_location_not_applicable"))
    );
    assert_eq!(api.send("POST", "/v1/apps/404404/forks", None).await.status, 404);
    assert_eq!(fork(json!({ "name": "elsewhere", "region": "us-east-1" })).await.body["region"], "us-east-1");
}
