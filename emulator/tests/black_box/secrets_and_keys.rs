//! Secrets and runtime keys.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::support::{Api, START, builder};

#[tokio::test]
async fn secrets_are_set_masked_and_deleted() {
    let api = Api::start();
    let app = api.app("my-app").await;
    let path = format!("{app}/secrets");
    let created = api.post(&path, json!({ "name": "PG_PASS", "value": "hush-one" })).await;
    assert_eq!(created.status, 200);
    assert_eq!((&created.body["value"], &created.body["created_at"]), (&json!("********"), &json!(START)));
    api.advance(1000);
    let replaced = api.post(&path, json!({ "name": "PG_PASS", "value": "hush-two" })).await;
    assert_eq!(replaced.body["id"], created.body["id"]);
    assert_eq!(replaced.body["created_at"], START);
    assert_eq!(replaced.body["updated_at"], "2026-01-01T00:00:01.000Z");
    assert_eq!(api.get(&format!("{path}/PG_PASS")).await.body, replaced.body);
    assert_eq!(api.get(&path).await.body["secrets"], json!([replaced.body]));
    assert_eq!(api.delete(&format!("{path}/PG_PASS")).await.status, 204);
    assert_eq!(api.delete(&format!("{path}/PG_PASS")).await.status, 404);
    assert_eq!(api.get(&format!("{path}/PG_PASS")).await.status, 404);
}

#[tokio::test]
async fn secret_names_have_their_form() {
    let api = Api::start();
    let path = format!("{}/secrets", api.app("my-app").await);
    for name in ["1A", "A-B", "", "A B"] {
        let answer = api.post(&path, json!({ "name": name, "value": "v" })).await;
        assert_eq!(answer.status, 400, "{name}");
        assert!(answer.body["details"]["fieldErrors"]["name"].is_array());
    }
    assert_eq!(api.post(&path, json!({ "name": "A" })).await.status, 400);
    let answer = api.post(&path, json!({ "name": "A", "value": "v", "scope": "all" })).await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.body["details"]["formErrors"], json!(["Unknown fields: scope"]));
    assert_eq!(api.get(&format!("{path}/1A")).await.status, 400);
}

#[tokio::test]
async fn values_leave_no_trace() {
    let api = Api::start();
    let path = format!("{}/secrets", api.app("my-app").await);
    let mut seen = api.post(&path, json!({ "name": "A", "value": "hush-hush" })).await.text;
    seen += &api.post(&path, json!({ "name": "1", "value": "hush-hush" })).await.text;
    seen += &api.get(&path).await.text;
    seen += &api.admin("GET", "/state", None).await.text;
    seen += &api.admin("GET", "/requests", None).await.text;
    write!(seen, "{:?} {:?}", api.emulator, api.emulator.snapshot()).unwrap();
    assert!(!seen.contains("hush-hush"));
    let stored = &api.emulator.state()["apps"][0]["secrets"]["A"];
    assert_eq!(stored["length"], 9);
    assert_eq!(stored["sha256"].as_str().map(str::len), Some(64));
}

#[tokio::test]
async fn values_are_kept_when_a_test_asks_for_it() {
    let api = Api::from(builder().keep_secret_values(true));
    let path = format!("{}/secrets", api.app("my-app").await);
    let answer = api.post(&path, json!({ "name": "A", "value": "hush-hush" })).await;
    assert_eq!(answer.body["value"], "********");
    assert_eq!(api.emulator.state()["apps"][0]["secrets"]["A"]["value"], "hush-hush");
}

#[tokio::test]
async fn keys_are_replaced_one_by_one_or_both() {
    let api = Api::start();
    let path = format!("{}/api-keys", api.app("my-app").await);
    let mut before = api.get(&path).await.body;
    assert!(before["api_key"].as_str().unwrap().starts_with("spice_emu_key_"));
    assert!(before.get("regenerated_key").is_none());
    let cases: [(Option<Value>, i64); 5] = [
        (None, 1),
        (Some(json!({})), 1),
        (Some(json!({ "key_number": 1 })), 1),
        (Some(json!({ "key_number": 2 })), 2),
        (Some(json!({ "key_number": 0 })), 0),
    ];
    for (body, number) in cases {
        let answer = api.send("POST", &path, body).await;
        assert_eq!((answer.status, &answer.body["regenerated_key"]), (200, &json!(number)));
        let after = api.get(&path).await.body;
        assert_eq!(after["api_key"] != before["api_key"], number != 2);
        assert_eq!(after["api_key_2"] != before["api_key_2"], number != 1);
        assert_eq!(
            (&answer.body["api_key"], &answer.body["api_key_2"]),
            (&after["api_key"], &after["api_key_2"])
        );
        before = after;
    }
    for number in [json!(3), json!("1"), json!(null)] {
        assert_eq!(api.post(&path, json!({ "key_number": number })).await.status, 400);
    }
}
