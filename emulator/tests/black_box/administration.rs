//! The administration under `/_emulator/`.

use serde_json::{Value, json};

use crate::support::{Api, START};

#[tokio::test]
async fn info_says_what_this_is() {
    let api = Api::demo();
    let info = api.admin("GET", "/info", None).await;
    assert_eq!(info.status, 200);
    assert_eq!(info.header("x-spice-emulator"), env!("CARGO_PKG_VERSION"));
    assert_eq!((&info.body["seed"], &info.body["apps"]), (&json!("demo"), &json!(29)));
    assert_eq!(info.body["token"], api.emulator.token());
    assert_eq!((&info.body["rate_limit"], &info.body["faults"]), (&Value::Null, &json!(0)));
    let quirks = json!({ "ignore_offset": false, "ignore_limit": false, "short_pages": null, "no_single_deployment": false });
    assert_eq!((&info.body["quirks"], &info.body["stored"]), (&quirks, &json!(false)));
    assert_eq!(api.emulator.admin_url(), format!("{}/_emulator", api.emulator.url()));
    assert_eq!(api.emulator.requests().len(), 0, "the administration leaves no record");
}

#[tokio::test]
async fn the_clock_is_set_over_http() {
    let api = Api::start();
    let clock = async |body: Value| api.admin("POST", "/clock", Some(body)).await;
    assert_eq!(api.admin("GET", "/clock", None).await.body, json!({ "mode": "frozen", "now": START }));
    assert_eq!(clock(json!({ "advance": "1h30m" })).await.body["now"], "2026-01-01T01:30:00.000Z");
    assert_eq!(
        clock(json!({ "freeze": "2030-05-06T07:08:09Z" })).await.body["now"],
        "2030-05-06T07:08:09.000Z"
    );
    assert_eq!(api.get("/v1/health").await.body["timestamp"], "2030-05-06T07:08:09.000Z");
    assert_eq!(clock(json!({ "real": true })).await.body["mode"], "real");
    assert_eq!(clock(json!({ "freeze": true })).await.body["mode"], "frozen");
    for body in [
        json!({}),
        json!({ "advance": "soon" }),
        json!({ "advance": 5 }),
        json!({ "freeze": 5 }),
        json!({ "back": "1s" }),
    ] {
        assert_eq!(clock(body.clone()).await.status, 400, "{body}");
    }
}

#[tokio::test]
async fn tokens_are_made_and_revoked() {
    let api = Api::start();
    let body = json!({ "kind": "oauth", "scopes": ["apps:read"], "expires_in": 60, "label": "ci" });
    let made = api.admin("POST", "/tokens", Some(body)).await;
    assert_eq!((made.status, &made.body["label"]), (201, &json!("ci")));
    let token = made.body["token"].as_str().unwrap();
    let machine = api.with_token(Some(token));
    assert_eq!(machine.get("/v1/apps").await.status, 200);
    assert_eq!(api.emulator.requests()[0].token.as_deref(), Some("ci"));
    assert_eq!(api.admin("DELETE", &format!("/tokens/{token}"), None).await.status, 204);
    assert_eq!(machine.get("/v1/apps").await.error(), "Token revoked");
    assert_eq!(api.admin("DELETE", "/tokens/unknown", None).await.status, 404);
    assert_eq!(api.admin("POST", "/tokens", Some(json!({ "kind": "cookie" }))).await.status, 400);
    assert_eq!(api.admin("POST", "/tokens", Some(json!({ "scope": "typo" }))).await.status, 400);
}

#[tokio::test]
async fn a_reset_goes_back_to_the_seed() {
    let api = Api::start();
    let before = api.emulator.state();
    let app = api.app("my-app").await;
    api.advance(1000);
    api.emulator.add_fault(json!({ "do": { "kind": "status", "status": 500 } })).unwrap();
    assert_eq!(api.admin("POST", "/reset", None).await.status, 204);
    assert_eq!(api.emulator.state(), before);
    assert_eq!(api.emulator.requests().len(), 0);
    assert_eq!(api.get("/v1/health").await.body["timestamp"], START);
    assert_eq!(api.app("other-app").await, app, "identifiers start again as well");
}

#[tokio::test]
async fn the_state_shows_no_secret() {
    let api = Api::demo();
    let text = api.admin("GET", "/state", None).await.text;
    assert!(!text.contains(api.emulator.token()));
    assert!(!text.contains(api.emulator.client_secret()));
    assert!(!text.contains("spice_emu_key_"));
}

#[tokio::test]
async fn unknown_calls_are_refused() {
    let api = Api::start();
    assert_eq!(api.admin("GET", "/nothing", None).await.status, 404);
    let answer = api.admin("PUT", "/clock", None).await;
    assert_eq!((answer.status, answer.header("allow")), (405, "GET, POST"));
    for body in [
        json!({ "kind": "fast" }),
        json!({ "kind": "manual", "queued_ms": 1 }),
        json!({ "kind": "after", "queued_ms": 1 }),
    ] {
        assert_eq!(api.admin("POST", "/progression", Some(body.clone())).await.status, 400, "{body}");
    }
    let body = json!({ "kind": "manual", "app_id": 1 });
    assert_eq!(api.admin("POST", "/progression", Some(body)).await.status, 404);
}
