//! Monitors and reactions.

use serde_json::{Value, json};
use spice_cloud_emulator::MintToken;

use crate::support::Api;

fn monitor(name: &str) -> Value {
    json!({ "name": name, "templateId": "http_5xx", "spec": { "op": "GT", "threshold": 0.5 } })
}

fn reaction(name: &str) -> Value {
    json!({ "name": name, "templateId": "task_history_error", "spec": { "op": "GT", "threshold": 0 } })
}

#[tokio::test]
async fn monitors_are_created_changed_and_deleted() {
    let api = Api::start();
    let monitors = format!("{}/monitors", api.app("my-app").await);
    let owner = api.get("/v1/members").await.body["members"][0]["user_id"].clone();
    let created = api.post(&monitors, monitor("errors")).await;
    assert_eq!(created.status, 201, "{}", created.text);
    let alert = &created.body;
    assert_eq!((&alert["status"], &alert["templateId"]), (&json!("active"), &json!("http_5xx")));
    assert_eq!((&alert["spec"]["window"], &alert["spec"]["sustainSecs"]), (&json!("5m"), &json!(300)));
    assert_eq!(
        (&alert["targets"], &alert["recipientUserIds"]),
        (&json!([{ "type": "email" }]), &json!([owner]))
    );
    let path = format!("{monitors}/{}", alert["id"].as_str().unwrap());
    let change = async |body: Value| api.send("PATCH", &path, Some(body)).await;
    let hook = json!({ "type": "http", "url": "https://example.com/a", "token": "example-1" });
    let changed =
        change(json!({ "description": "Server errors", "status": "disabled", "targets": [hook] })).await;
    assert_eq!((changed.status, &changed.body["status"]), (200, &json!("disabled")));
    assert_eq!(changed.body["target"], json!({ "type": "http", "url": "https://example.com/a" }));
    assert_eq!(changed.body["spec"], alert["spec"], "what is not named stays");
    let changed = change(json!({ "description": null, "spec": { "op": "GEQ", "threshold": 2 } })).await;
    assert_eq!((&changed.body["description"], &changed.body["spec"]["op"]), (&Value::Null, &json!("GEQ")));
    assert_eq!(change(json!({})).await.body, changed.body);
    assert_eq!(api.get(&path).await.body, changed.body);
    assert_eq!(api.get(&monitors).await.body["monitors"], json!([changed.body]));
    let deleted = api.delete(&path).await;
    assert_eq!((deleted.status, &deleted.body), (200, &json!({ "ok": true })));
    assert_eq!((api.delete(&path).await.status, api.get(&path).await.status), (404, 404));
}

#[tokio::test]
async fn both_kinds_share_names_and_room_and_nothing_else() {
    let api = Api::start();
    let app = api.app("my-app").await;
    let (monitors, reactions) = (format!("{app}/monitors"), format!("{app}/reactions"));
    let first = api.post(&monitors, monitor("errors")).await.body["id"].as_str().unwrap().to_owned();
    assert_eq!(api.post(&reactions, reaction("ERRORS")).await.status, 409);
    assert_eq!(api.get(&format!("{reactions}/{first}")).await.status, 404);
    for number in 1..20 {
        assert_eq!(api.post(&reactions, reaction(&format!("reaction {number}"))).await.status, 201);
    }
    assert_eq!(api.post(&monitors, monitor("one too many")).await.status, 409);
    let renamed =
        api.send("PATCH", &format!("{monitors}/{first}"), Some(json!({ "name": "Reaction 1" }))).await;
    assert_eq!(renamed.status, 409);
    let renamed = api.send("PATCH", &format!("{monitors}/{first}"), Some(json!({ "name": "Errors" }))).await;
    assert_eq!((renamed.status, &renamed.body["name"]), (200, &json!("Errors")));
    assert_eq!(api.delete(&format!("{monitors}/{first}")).await.status, 200);
    assert_eq!(api.post(&monitors, monitor("room again")).await.status, 201);
    assert_eq!(api.emulator.state()["apps"][0]["alerts"].as_array().unwrap().len(), 20);
}

#[tokio::test]
async fn templates_depend_on_the_app() {
    let api = Api::start();
    let app = api.app("my-app").await;
    let monitors = format!("{app}/monitors");
    let with = |template: &str| {
        let mut body = monitor("cpu");
        body["templateId"] = json!(template);
        body
    };
    assert_eq!(api.post(&monitors, with("moon_phase")).await.status, 400);
    for template in ["query_latency_p95", "container_cpu"] {
        let refused = api.post(&monitors, with(template)).await;
        assert_eq!((refused.status, &refused.body["code"]), (404, &json!("monitor_template_unavailable")));
    }
    api.put(&app, json!({ "resources": { "limits": { "cpu": "2" } } })).await;
    let created = api.post(&monitors, with("container_cpu")).await.body;
    assert_eq!(created["evaluation_unavailable_reason"], Value::Null);
    api.put(&app, json!({ "resources": {} })).await;
    let path = format!("{monitors}/{}", created["id"].as_str().unwrap());
    assert_eq!(api.get(&path).await.body["evaluation_unavailable_reason"], "cpu_limit_missing");
    let other = api.send("PATCH", &path, Some(json!({ "templateId": "http_5xx" }))).await;
    assert_eq!(other.status, 400, "another template needs a spec");
}

#[tokio::test]
async fn a_paused_app_gets_no_alerts_and_a_deleted_one_has_none() {
    let api = Api::start();
    let app = api.app("my-app").await;
    let monitors = format!("{app}/monitors");
    assert_eq!(api.post(&monitors, monitor("errors")).await.status, 201);
    let id = app.rsplit('/').next().unwrap();
    api.admin("POST", &format!("/apps/{id}"), Some(json!({ "paused": true }))).await;
    assert_eq!(api.post(&monitors, monitor("more")).await.status, 409);
    assert_eq!(api.delete(&app).await.status, 204);
    assert_eq!(api.app("my-app").await, app);
    assert_eq!(api.get(&monitors).await.body["monitors"], json!([]));
}

#[tokio::test]
async fn only_administrators_change_monitors() {
    let api = Api::start();
    let app = api.app("my-app").await;
    let monitor = api.post(&format!("{app}/monitors"), monitor("errors")).await.body["id"].clone();
    let reaction = api.post(&format!("{app}/reactions"), reaction("failures")).await.body["id"].clone();
    let member = api.emulator.mint(MintToken::new().role("member"));
    let member = api.with_token(Some(&member));
    let body = || Some(json!({ "status": "disabled" }));
    let refused =
        member.send("PATCH", &format!("{app}/monitors/{}", monitor.as_str().unwrap()), body()).await;
    assert_eq!((refused.status, &refused.body["code"]), (403, &json!("forbidden")));
    let changed =
        member.send("PATCH", &format!("{app}/reactions/{}", reaction.as_str().unwrap()), body()).await;
    assert_eq!(changed.status, 200);
}

#[tokio::test]
async fn recipients_are_members() {
    let api = Api::start();
    let monitors = format!("{}/monitors", api.app("my-app").await);
    let with = |ids: Value| {
        let mut body = monitor("errors");
        body["recipientUserIds"] = ids;
        body
    };
    assert_eq!(api.post(&monitors, with(json!([404_404]))).await.status, 400);
    assert_eq!(api.post(&monitors, with(json!([]))).await.body["recipientUserIds"], json!([]));
}
