//! Faults, as clients meet them.

use serde_json::json;

use crate::support::{Api, read};

#[tokio::test]
async fn a_status_is_answered_before_anything_happens() {
    let api = Api::start();
    let rule = json!({
        "id": "f1",
        "match": { "method": "POST", "path": "/v1/apps" },
        "do": { "kind": "status", "status": 429, "body": { "error": "Slow down" }, "headers": { "Retry-After": "7" } },
        "times": 1
    });
    assert_eq!(api.admin("POST", "/faults", Some(rule)).await.body, json!({ "id": "f1" }));
    let answer = api.post("/v1/apps", json!({ "name": "my-app" })).await;
    assert_eq!((answer.status, answer.header("retry-after"), answer.error()), (429, "7", "Slow down"));
    assert_eq!(api.get("/v1/apps").await.body, json!({ "apps": [] }));
    api.app("my-app").await;
    let faults: Vec<_> = api.emulator.requests().into_iter().map(|record| record.fault).collect();
    assert_eq!(faults, [Some("f1".to_owned()), None, None]);
    let rules = api.admin("GET", "/faults", None).await.body;
    assert_eq!(rules["faults"][0]["fired"], 1);
    assert_eq!(api.admin("DELETE", "/faults/f1", None).await.status, 204);
    assert_eq!(api.admin("DELETE", "/faults/f1", None).await.status, 404);
}

#[tokio::test]
async fn a_page_can_stand_in_for_the_api() {
    let api = Api::start();
    api.emulator.add_fault(json!({ "match": { "path": "/v1/**" }, "do": { "kind": "html_page" } })).unwrap();
    let answer = read(api.request("GET", "/v1/apps")).await;
    assert_eq!(answer.status, 502);
    assert!(answer.header("content-type").starts_with("text/html") && answer.text.contains("<html>"));
    api.admin("DELETE", "/faults", None).await;
    assert_eq!(api.get("/v1/apps").await.status, 200);
}

#[tokio::test]
async fn broken_json_comes_after_the_fact() {
    let api = Api::start();
    api.emulator.add_fault(json!({ "do": { "kind": "bad_json" }, "nth": 1 })).unwrap();
    let request = api.request("POST", "/v1/apps").body(json!({ "name": "my-app" }).to_string());
    let answer = read(request).await;
    assert_eq!(answer.status, 201);
    assert!(serde_json::from_str::<serde_json::Value>(&answer.text).is_err());
    assert_eq!(api.get("/v1/apps").await.body["apps"][0]["name"], "my-app");
}

#[tokio::test]
async fn a_delay_lets_the_request_through() {
    let api = Api::start();
    api.emulator.add_fault(json!({ "id": "slow", "do": { "kind": "delay", "ms": 20 }, "times": 1 })).unwrap();
    assert_eq!(api.get("/v1/apps").await.status, 200);
    let record = &api.emulator.requests()[0];
    assert!(record.duration_us >= 20_000, "{}", record.duration_us);
    assert_eq!(record.fault.as_deref(), Some("slow"));
}

#[tokio::test]
async fn nonsense_is_refused_with_a_reason() {
    let api = Api::start();
    let answer = api.admin("POST", "/faults", Some(json!({ "do": { "kind": "explode" } }))).await;
    assert_eq!(answer.status, 400);
    assert!(answer.error().contains("explode"), "{}", answer.text);
}
