//! Tokens that are fetched and renewed.

use std::sync::Arc;

use super::*;
use crate::client::testing::test_config;
use crate::credentials::{Credentials, Source};

fn oauth_client(answers: impl IntoIterator<Item = Answer>) -> (Client, Arc<Script>) {
    let script = Arc::new(Script::default());
    script.answers.lock().unwrap().extend(answers);
    let source = Source::Client { id: "id".to_owned(), secret: "canary-secret".into(), scope: None };
    let transport = Box::new(Arc::clone(&script));
    let engine = Engine::new(test_config(), Credentials::renewed(source), transport, None);
    (Client::new(engine, test_settings()), script)
}

const TOKEN: &str = r#"{"access_token":"canary-token","token_type":"Bearer","expires_in":3600}"#;

#[tokio::test(start_paused = true)]
async fn client_credentials_are_exchanged_once() {
    let (client, script) = oauth_client([ok(TOKEN), ok(APP), ok(APP)]);
    client.apps().get(7).await.unwrap();
    client.apps().get(7).await.unwrap();
    assert_eq!(
        seen(&script),
        [
            "portal.example/api/oauth/token",
            "api.example/v1/apps/7 Bearer canary-token",
            "api.example/v1/apps/7 Bearer canary-token"
        ]
    );
    let body: serde_json::Value =
        serde_json::from_slice(script.requests.lock().unwrap()[0].body.as_ref().unwrap()).unwrap();
    let expected = serde_json::json!({"grant_type": "client_credentials", "client_id": "id", "client_secret": "canary-secret"});
    assert_eq!(body, expected);
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_renewed_and_the_call_replayed_once() {
    let second = r#"{"access_token":"token-2"}"#;
    let (client, script) = oauth_client([ok(TOKEN), status(401), ok(second), ok(APP)]);
    assert_eq!(client.apps().get(7).await.unwrap().meta.attempts(), 2);
    assert_eq!(seen(&script)[3], "api.example/v1/apps/7 Bearer token-2");

    let (client, script) = oauth_client([ok(TOKEN), status(401), ok(second), status(401)]);
    let error = client.apps().get(7).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts().len()), (ErrorKind::AuthenticationError, 2));
    assert_eq!(sent(&script), 4);
}

#[tokio::test(start_paused = true)]
async fn a_403_renews_nothing() {
    let (client, script) = oauth_client([ok(TOKEN), status(403)]);
    assert_eq!(client.apps().get(7).await.unwrap_err().kind(), ErrorKind::PermissionDenied);
    assert_eq!(sent(&script), 2);
}

#[tokio::test(start_paused = true)]
async fn a_wrong_client_is_told_without_its_secret() {
    let body = r#"{"error":"invalid_client","error_description":"canary-secret is wrong"}"#;
    let (client, script) = oauth_client([reply(401, body, Vec::new())]);
    let error = client.apps().get(7).await.unwrap_err();
    assert_eq!((error.kind(), error.api_code()), (ErrorKind::AuthenticationError, Some("invalid_client")));
    assert!(!format!("{error} {error:?}").contains("canary"));
    assert_eq!(sent(&script), 1);
}
