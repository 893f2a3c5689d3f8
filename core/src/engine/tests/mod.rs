//! The engine against a scripted transport, on a clock that waits for nobody.

mod changes;
mod credentials;
mod lists;
pub(crate) mod script;
mod traffic;
mod updates;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::Instant;

use super::Engine;
use super::retry::Class;
use super::transport::HttpRequest;
use crate::client::testing::{test_engine, test_settings};
use crate::error::{Error, ErrorKind};
use crate::observe::AttemptReport;
use crate::{Client, CreateApp, Method, Overrides, RawRequest};
use script::Answer::{self, Fails, Never};
use script::{Script, client, ok, reply, seen, sent, status};

const APP: &str = r#"{"id":7,"name":"sales-bi"}"#;

fn outcomes(error: &Error) -> Vec<&'static str> {
    error.attempts().iter().map(|attempt| attempt.outcome).collect()
}

#[tokio::test(start_paused = true)]
async fn a_read_survives_failures_and_tells_about_the_call() {
    let (client, script) = client([status(500), Fails(ErrorKind::ConnectError, Class::Ambiguous), ok(APP)]);
    let app = client.apps().get(7).await.unwrap();
    assert_eq!((app.meta.attempts(), app.meta.request_id()), (3, Some("req_1")));
    assert_eq!(sent(&script), 3);
}

#[tokio::test(start_paused = true)]
async fn when_every_attempt_fails_the_error_lists_them() {
    let (client, _) = client([status(503), Never, status(500)]);
    let error = client.apps().get(7).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::ServerError, Some(500)));
    assert_eq!(outcomes(&error), ["ServerError", "Timeout", "ServerError"]);
    assert_eq!(error.attempts()[1].took, Duration::from_secs(30));
    assert!(error.retryable());
}

#[tokio::test(start_paused = true)]
async fn a_call_never_takes_longer_than_its_limit() {
    let (client, script) = client([Never, Never, Never]);
    let started = Instant::now();
    let error = client.apps().get(7).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(started.elapsed() <= Duration::from_secs(60));
    assert_eq!(sent(&script), 2, "the second attempt used up what was left");
}

#[tokio::test(start_paused = true)]
async fn a_raw_change_is_repeated_only_when_it_is_said_to_be_harmless() {
    let (client, _) = client([status(500), status(500), ok("{}")]);
    let post = || RawRequest::new(Method::Post, "/v1/x").body(serde_json::json!({}));
    assert_eq!(client.request(post()).await.unwrap_err().kind(), ErrorKind::AmbiguousOutcome);
    assert_eq!(client.request(post().idempotent()).await.unwrap().meta.attempts(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_delete_whose_retry_meets_nothing_has_succeeded() {
    let (client, _) = client([Never, status(404), status(404)]);
    client.apps().delete(7).await.unwrap();
    assert_eq!(client.apps().delete(7).await.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test(start_paused = true)]
async fn the_servers_wish_to_wait_is_kept() {
    let (client, _) = client([reply(429, "{}", vec![("retry-after", "2")]), ok(APP)]);
    let started = Instant::now();
    client.apps().get(7).await.unwrap();
    assert!((2000..=2200).contains(&started.elapsed().as_millis()));

    let (client, script) = self::client([reply(429, "{}", vec![("retry-after", "86400")])]);
    let error = client.apps().get(7).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.retry_after()),
        (ErrorKind::RateLimited, Some(Duration::from_secs(86_400)))
    );
    assert_eq!(sent(&script), 1);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_retried_when_retries_are_off() {
    let (client, script) = client([status(500)]);
    let impatient = client.with_options(Overrides::builder().max_retries(0).build()).unwrap();
    assert_eq!(impatient.apps().get(7).await.unwrap_err().kind(), ErrorKind::ServerError);
    assert_eq!(sent(&script), 1);
}

#[tokio::test(start_paused = true)]
async fn refusals_are_final_and_say_what_to_do() {
    let body = r#"{"error":"Insufficient scope. Required: apps:read","code":"insufficient_scope"}"#;
    let (client, _) = client([reply(403, body, Vec::new())]);
    let error = client.apps().get(7).await.unwrap_err();
    assert_eq!(error.required_scope(), Some("apps:read"));
    assert_eq!(
        error.to_string(),
        "PermissionDenied (403 insufficient_scope): Insufficient scope. Required: apps:read. Hint: the operation \
         needs the scope apps:read: grant it to the token, or use another [GET /v1/apps/{app_id}]"
    );
}

#[tokio::test(start_paused = true)]
async fn wrong_answers_are_errors_and_never_objects() {
    for (answer, attempts) in [
        (reply(200, "<html>sign in</html>", vec![("content-type", "text/html")]), 1),
        (ok(r#"{"name":"sales-bi"}"#), 1),
        (ok(r#"{"id":"seven","name":"sales-bi"}"#), 1),
        (ok("[]"), 1),
        (ok("null"), 1),
        (ok(""), 3),
        (ok(r#"{"id":7,"name":"sales"#), 3),
        (ok("\u{0}\u{1}"), 3),
    ] {
        let (client, _) = client(std::iter::repeat_n(answer.clone(), 3));
        let error = client.apps().get(7).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts().len()), (ErrorKind::DecodeError, attempts), "{answer:?}");
    }
    let deep = "{\"id\":7,\"name\":\"deep\",\"x\":".to_owned() + &"[".repeat(100_000);
    let (client, _) = client(std::iter::repeat_n(ok(deep), 3));
    assert_eq!(client.apps().get(7).await.unwrap_err().kind(), ErrorKind::DecodeError);
}

#[tokio::test(start_paused = true)]
async fn a_decode_error_names_the_place_and_not_the_value() {
    let (client, _) = client([ok(r#"{"apps":[{"id":1,"name":"a"},{"id":2,"name":"b","config":"canary"}]}"#)]);
    let error = client.apps().list().try_collect().await.unwrap_err();
    assert!(error.message().contains("apps[1].config"), "{error}");
    assert!(!error.message().contains("canary"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_redirect_is_followed_only_within_the_origin() {
    let moved = |to| reply(308, "", vec![("location", to)]);
    let (client, script) = client([moved("/v1/projects/7"), ok(APP)]);
    assert_eq!(client.apps().get(7).await.unwrap().meta.attempts(), 1);
    assert_eq!(seen(&script)[1], "api.example/v1/projects/7 Bearer canary-token");

    let (client, script) = self::client([moved("https://evil.example/?secret=canary")]);
    let error = client.apps().get(7).await.unwrap_err();
    assert_eq!((error.kind(), sent(&script)), (ErrorKind::RedirectError, 1));
    assert!(
        error.message().contains("https://evil.example;") && !error.message().contains("canary"),
        "{error}"
    );

    let (client, script) = self::client(std::iter::repeat_n(moved("/v1/apps/7"), 4));
    assert_eq!(client.apps().get(7).await.unwrap_err().kind(), ErrorKind::RedirectError);
    assert_eq!(sent(&script), 4, "three hops and no more");

    let (client, script) = self::client([moved("/v1/projects")]);
    let error = client.apps().create(CreateApp::builder().name("sales-bi").build()).await.unwrap_err();
    assert_eq!((error.kind(), sent(&script)), (ErrorKind::RedirectError, 1));
}

#[tokio::test(start_paused = true)]
async fn what_a_server_echoes_is_redacted() {
    let body = r#"{"error":"bad canary-token and canary-value","details":{"fieldErrors":{"value":["canary-value"]}}}"#;
    let (client, _) = client([reply(400, body, Vec::new())]);
    let error = client.secrets().set(7, "NAME", "canary-value").await.unwrap_err();
    assert_eq!(error.message(), "bad [redacted] and [redacted]");
    assert!(!format!("{error} {error:?}").contains("canary"));
}

#[tokio::test(start_paused = true)]
async fn wrong_input_is_refused_before_anything_is_sent() {
    let (client, script) = client([]);
    let app =
        CreateApp::builder().name("a_b").replicas(11).tags([("team", "a b")]).visibility("secret").build();
    let error = client.apps().create(app).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ValidationError);
    let fields: Vec<&str> = error.field_errors().keys().map(String::as_str).collect();
    assert_eq!(fields, ["name", "replicas", "tags", "visibility"]);
    assert_eq!(client.secrets().get(7, "a/b").await.unwrap_err().kind(), ErrorKind::ValidationError);
    assert_eq!(client.apps().get(0).await.unwrap_err().kind(), ErrorKind::ValidationError);
    assert_eq!(sent(&script), 0);
}

#[tokio::test(start_paused = true)]
async fn the_observer_is_told_about_every_attempt() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let (sink, script) = (Arc::clone(&seen), Arc::new(Script::default()));
    script.answers.lock().unwrap().extend([status(500), ok(APP)]);
    let mut engine: Engine = test_engine("canary-token", Box::new(Arc::clone(&script)));
    engine.observer = Some(Arc::new(move |report: &AttemptReport<'_>| {
        let line = format!("{} {} {}", report.operation, report.path, report.attempt.outcome);
        sink.lock().unwrap().push((line, report.retry_in.is_some()));
    }));
    Client::new(engine, test_settings()).apps().get(7).await.unwrap();
    let expected = [("ServerError", true), ("ok", false)]
        .map(|(outcome, retried)| (format!("apps.get /v1/apps/{{app_id}} {outcome}"), retried));
    assert_eq!(*seen.lock().unwrap(), expected);
}
