//! Deployments: refusals, the way through the states, scripts and steps by hand.

use std::time::Duration;

use serde_json::{Value, json};
use spice_cloud_emulator::Progression;

use crate::support::{Api, START, builder};

async fn deploy(api: &Api, app: &str) -> String {
    let answer = api.post(&format!("{app}/deployments"), json!({})).await;
    assert_eq!(answer.status, 202, "{}", answer.text);
    assert_eq!(answer.body["status"], "queued");
    format!("{app}/deployments/{}", answer.id())
}

async fn status(api: &Api, deployment: &str) -> (String, Value) {
    let body = api.get(deployment).await.body;
    assert_eq!(body["error_code"].is_null(), body["error_message"].is_null());
    (body["status"].as_str().unwrap().to_owned(), body["error_code"].clone())
}

#[tokio::test]
async fn a_deployment_goes_through_its_states_in_time() {
    let api = Api::start();
    let app = api.deployable("my-app").await;
    let body = json!({ "branch": "main", "commit_sha": "abc123", "commit_message": "Add", "replicas": 2, "debug": true });
    let created = api.post(&format!("{app}/deployments"), body).await;
    assert_eq!(created.status, 202);
    assert_eq!(created.body["created_at"], START);
    assert_eq!(created.body["started_at"], Value::Null);
    assert_eq!(created.body["image"], "spiceai/spiceai:1.5.0-models");
    assert_eq!(created.body["created_by"], "ada@example.com");
    assert_eq!((&created.body["replicas"], &created.body["debug"]), (&json!(2), &json!(true)));
    let deployment = format!("{app}/deployments/{}", created.id());
    for (millis, expected) in [(299, "queued"), (1, "in_progress"), (699, "in_progress"), (1, "succeeded")] {
        api.advance(millis);
        assert_eq!(status(&api, &deployment).await.0, expected);
    }
    let done = api.get(&deployment).await.body;
    assert_eq!(done["started_at"], "2026-01-01T00:00:00.300Z");
    assert_eq!(done["finished_at"], "2026-01-01T00:00:01.000Z");
    assert_eq!(done["updated_at"], done["finished_at"]);
}

#[tokio::test]
async fn there_must_be_something_to_deploy() {
    let api = Api::start();
    let app = api.app("empty-app").await;
    assert_eq!(api.post(&format!("{app}/deployments"), json!({})).await.status, 400);
    api.put(&app, json!({ "spicepod": {} })).await;
    assert_eq!(api.post(&format!("{app}/deployments"), json!({})).await.status, 400);
    assert_eq!(api.post("/v1/apps/1/deployments", json!({})).await.status, 404);
}

#[tokio::test]
async fn images_must_exist_and_be_in_the_plan() {
    let api = Api::start();
    let app = api.deployable("my-app").await;
    let path = format!("{app}/deployments");
    let answer = api.post(&path, json!({ "image_tag": "0.0.1" })).await;
    assert_eq!(answer.status, 400);
    assert!(answer.body["details"]["fieldErrors"]["image_tag"].is_array());
    let answer = api.post(&path, json!({ "image_tag": "1.5.0-enterprise" })).await;
    assert_eq!((answer.status, &answer.body["code"]), (403, &json!("image_tag_requires_enterprise")));
    assert_eq!(api.post(&path, json!({ "replicas": 0 })).await.status, 400);
    assert_eq!(api.get(&path).await.body, json!({ "deployments": [] }));
    api.put(&app, json!({ "image_tag": "1.4.2", "replicas": 4, "update_channel": "preview" })).await;
    let answer = api.post(&path, json!({})).await.body;
    let expected = (&json!("1.4.2"), &json!(4), &json!("preview"));
    assert_eq!((&answer["image_tag"], &answer["replicas"], &answer["channel"]), expected);
}

#[tokio::test]
async fn one_deployment_runs_at_a_time() {
    let api = Api::start();
    let app = api.deployable("my-app").await;
    let first = deploy(&api, &app).await;
    for _ in 0..2 {
        assert_eq!(api.post(&format!("{app}/deployments"), json!({})).await.status, 409);
        api.advance(400);
    }
    api.advance(1000);
    assert_eq!(status(&api, &first).await.0, "succeeded");
    deploy(&api, &app).await;
}

#[tokio::test]
async fn a_body_may_be_absent() {
    let api = Api::start();
    let app = api.deployable("my-app").await;
    assert_eq!(api.send("POST", &format!("{app}/deployments"), None).await.status, 202);
}

#[tokio::test]
async fn lists_are_newest_first_filtered_and_paged() {
    let api = Api::start();
    let app = api.deployable("my-app").await;
    api.emulator.set_progression(None, Progression::Immediate);
    let mut ids = Vec::new();
    for index in 0..25 {
        if index == 24 {
            api.emulator.set_progression(None, Progression::Immediate.failing("unable_to_start"));
        }
        ids.insert(0, api.post(&format!("{app}/deployments"), json!({})).await.id());
    }
    let list = async |query: &str| -> Vec<i64> {
        let body = api.get(&format!("{app}/deployments{query}")).await.body;
        body["deployments"].as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap()).collect()
    };
    assert_eq!(list("").await, ids[..20]);
    assert_eq!(list("?limit=100&offset=20").await, ids[20..]);
    assert_eq!(list("?limit=1").await, ids[..1]);
    assert_eq!(list("?status=failed").await, ids[..1]);
    assert_eq!(list("?status=succeeded&limit=3").await, ids[1..4]);
    assert!(list("?status=running").await.is_empty());
    assert_eq!(api.get(&format!("{app}/deployments?limit=101")).await.status, 400);
}

#[tokio::test]
async fn deployments_are_found_only_under_their_app() {
    let api = Api::start();
    let (one, two) = (api.deployable("app-one").await, api.deployable("app-two").await);
    let deployment = deploy(&api, &one).await;
    let elsewhere = deployment.replace(&one, &two);
    assert_eq!(api.get(&elsewhere).await.status, 404);
    assert_eq!(api.get(&format!("{one}/deployments/abc")).await.status, 400);
}

#[tokio::test]
async fn waiting_for_capacity_can_be_scripted() {
    let api = Api::start();
    let app = api.deployable("my-app").await;
    let pace = Progression::After { queued: Duration::ZERO, in_progress: Duration::from_secs(60) };
    let app_id = app.rsplit('/').next().unwrap().parse().unwrap();
    api.emulator.set_progression(Some(app_id), pace.waiting_for("insufficient_memory"));
    let deployment = deploy(&api, &app).await;
    assert_eq!(status(&api, &deployment).await, ("in_progress".to_owned(), json!("insufficient_memory")));
    api.advance(60_000);
    assert_eq!(status(&api, &deployment).await, ("succeeded".to_owned(), Value::Null));
}

#[tokio::test]
async fn failures_can_be_scripted_over_the_administration() {
    let api = Api::start();
    let app = api.deployable("my-app").await;
    let app_id: i64 = app.rsplit('/').next().unwrap().parse().unwrap();
    let script = json!({ "app_id": app_id, "kind": "after", "queued_ms": 10, "in_progress_ms": 10, "fail_with": "unable_to_start" });
    assert_eq!(api.admin("POST", "/progression", Some(script)).await.status, 204);
    let deployment = deploy(&api, &app).await;
    api.advance(20);
    assert_eq!(status(&api, &deployment).await, ("failed".to_owned(), json!("unable_to_start")));
    let other = api.deployable("other-app").await;
    let deployment = deploy(&api, &other).await;
    api.advance(20);
    assert_eq!(status(&api, &deployment).await.0, "queued", "the script was for one app");
}

#[tokio::test]
async fn manual_deployments_move_step_by_step() {
    let api = Api::start();
    api.admin("POST", "/progression", Some(json!({ "kind": "manual" }))).await;
    let app = api.deployable("my-app").await;
    let deployment = deploy(&api, &app).await;
    let step = format!("/deployments/{}/advance", deployment.rsplit('/').next().unwrap());
    api.advance(3_600_000);
    assert_eq!(status(&api, &deployment).await.0, "queued");
    assert_eq!(api.admin("POST", &step, None).await.body["status"], "in_progress");
    let waiting = json!({ "status": "in_progress", "error_code": "insufficient_cpu" });
    assert_eq!(api.admin("POST", &step, Some(waiting)).await.body["error_code"], "insufficient_cpu");
    assert_eq!(api.admin("POST", &step, None).await.body["status"], "succeeded");
    assert_eq!(status(&api, &deployment).await, ("succeeded".to_owned(), Value::Null));
    assert_eq!(api.admin("POST", &step, None).await.status, 400);
    assert_eq!(api.admin("POST", "/deployments/1/advance", None).await.status, 404);
}

#[tokio::test]
async fn reads_move_a_deployment() {
    let api = Api::from(builder().progression(Progression::Polls(2)));
    let app = api.deployable("my-app").await;
    let deployment = deploy(&api, &app).await;
    let list = async || {
        let body = api.get(&format!("{app}/deployments?limit=1")).await.body;
        body["deployments"][0]["status"].as_str().unwrap().to_owned()
    };
    assert_eq!(status(&api, &deployment).await.0, "queued");
    assert_eq!(list().await, "queued");
    assert_eq!(list().await, "in_progress");
    assert_eq!(api.post(&format!("{app}/deployments"), json!({})).await.status, 409, "no read");
    api.advance(3_600_000);
    assert_eq!(status(&api, &deployment).await.0, "in_progress");
    assert_eq!(status(&api, &deployment).await, ("succeeded".to_owned(), Value::Null));
    api.emulator.set_progression(None, Progression::Polls(1).failing("unable_to_start"));
    let deployment = deploy(&api, &app).await;
    for expected in ["queued", "in_progress", "failed", "failed"] {
        assert_eq!(status(&api, &deployment).await.0, expected);
    }
}

#[tokio::test]
async fn a_script_says_what_each_read_shows() {
    let api = Api::start();
    let app = api.deployable("my-app").await;
    let app_id: i64 = app.rsplit('/').next().unwrap().parse().unwrap();
    let entries =
        ["queued", "pending", "in_progress:insufficient_memory*2", "in_progress", "failed:insufficient_cpu"];
    let script = json!({ "app_id": app_id, "kind": "script", "entries": entries });
    assert_eq!(api.admin("POST", "/progression", Some(script)).await.status, 204);
    let deployment = deploy(&api, &app).await;
    for (expected, code) in [
        ("queued", Value::Null),
        ("pending", Value::Null),
        ("in_progress", json!("insufficient_memory")),
        ("in_progress", json!("insufficient_memory")),
        ("in_progress", Value::Null),
        ("failed", json!("insufficient_cpu")),
        ("failed", json!("insufficient_cpu")),
    ] {
        assert_eq!(status(&api, &deployment).await, (expected.to_owned(), code));
    }
    for (body, named) in [
        (json!({ "kind": "script" }), "entries"),
        (json!({ "kind": "script", "entries": [] }), "at least one"),
        (json!({ "kind": "script", "entries": ["queued*x"] }), "queued*x"),
        (json!({ "kind": "script", "entries": ["succeeded"], "fail_with": "internal_error" }), "entries"),
        (json!({ "kind": "polls", "reads": 0 }), "at least 1"),
        (json!({ "kind": "manual", "reads": 1 }), "only polls"),
        (json!({ "kind": "polls", "entries": ["queued"] }), "only script"),
    ] {
        let answer = api.admin("POST", "/progression", Some(body.clone())).await;
        assert_eq!(answer.status, 400, "{body}");
        assert!(answer.error().contains(named), "{body}: {}", answer.error());
    }
}
