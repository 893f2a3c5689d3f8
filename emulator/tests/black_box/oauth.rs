//! The token endpoint.

use serde_json::{Value, json};

use crate::support::{Answer, Api, check, read};

const PATH: &str = "/api/oauth/token";

fn credentials() -> Value {
    json!({ "grant_type": "client_credentials", "client_id": "spice_emu_client", "client_secret": "spice_emu_secret" })
}

async fn form(api: &Api, body: &str) -> Answer {
    let request = api.request("POST", PATH).header("content-type", "application/x-www-form-urlencoded");
    let answer = read(request.body(body.to_owned())).await;
    check("POST", PATH, &answer);
    answer
}

#[tokio::test]
async fn json_and_forms_are_exchanged_for_tokens() {
    let api = Api::start().with_token(None);
    let by_json = api.post(PATH, credentials()).await;
    let by_form = form(
        &api,
        "grant_type=client_credentials&client_id=spice_emu_client&client_secret=spice_emu_secret&scope=apps%3Aread",
    )
    .await;
    for answer in [&by_json, &by_form] {
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert_eq!(
            (&answer.body["token_type"], &answer.body["expires_in"]),
            (&json!("Bearer"), &json!(3600))
        );
        assert_eq!(answer.header("cache-control"), "no-store");
        let token = answer.body["access_token"].as_str().unwrap();
        assert_eq!(token.split('.').count(), 3);
        assert_eq!(api.with_token(Some(token)).get("/v1/apps").await.status, 200);
    }
    assert_eq!(by_json.body["scope"], "*");
    assert_eq!(by_form.body["scope"], "apps:read");
    let reader = api.with_token(by_form.body["access_token"].as_str());
    assert_eq!(reader.post("/v1/apps", json!({ "name": "my-app" })).await.body["code"], "insufficient_scope");
}

#[tokio::test]
async fn tokens_last_an_hour() {
    let api = Api::start();
    let token = api.post(PATH, credentials()).await.body["access_token"].clone();
    let machine = api.with_token(token.as_str());
    api.advance(3_599_999);
    assert_eq!(machine.get("/v1/apps").await.status, 200);
    api.advance(1);
    assert_eq!(machine.get("/v1/apps").await.error(), "Token expired");
}

#[tokio::test]
async fn refusals_carry_their_code() {
    let api = Api::start().with_token(None);
    let with = |name: &str, value: Value| {
        let mut body = credentials();
        body[name] = value;
        body
    };
    let mut without_secret = credentials();
    without_secret.as_object_mut().unwrap().remove("client_secret");
    for (body, status, error) in [
        (with("client_secret", json!("wrong")), 401, "invalid_client"),
        (with("client_id", json!("nobody")), 401, "invalid_client"),
        (with("grant_type", json!("password")), 400, "unsupported_grant_type"),
        (with("scope", json!("apps:read apps:fly")), 400, "invalid_scope"),
        (with("client_id", json!(7)), 400, "invalid_request"),
        (without_secret, 400, "invalid_request"),
        (json!({}), 400, "invalid_request"),
    ] {
        let answer = api.post(PATH, body).await;
        assert_eq!((answer.status, answer.error()), (status, error), "{}", answer.text);
        assert!(answer.body["error_description"].is_string());
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    for body in ["", "nonsense", "{broken", "grant_type=client_credentials"] {
        assert_eq!(form(&api, body).await.error(), "invalid_request", "{body}");
    }
}

#[tokio::test]
async fn the_log_holds_no_client_secret() {
    let api = Api::start().with_token(None);
    let answer = api.post(PATH, credentials()).await;
    form(&api, "grant_type=client_credentials&client_id=spice_emu_client&client_secret=spice_emu_secret")
        .await;
    let log = api.admin("GET", "/requests", None).await.text;
    assert!(!log.contains("spice_emu_secret"));
    assert!(!log.contains(answer.body["access_token"].as_str().unwrap()));
    assert!(log.contains("spice_emu_client"));
}
