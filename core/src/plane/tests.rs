//! Runtimes as a scripted server plays them: whose key goes where, and answers that come piece by piece.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokio::time::Instant;

use super::{RuntimeTarget, Streamed};
use crate::engine::tests::script::Answer::{self, BreaksOff, InPieces, Never};
use crate::engine::tests::script::{Script, client, json, ok, reply, sent, served, status};
use crate::error::ErrorKind;
use crate::wire::Secret;
use crate::{Chat, ChatChunk, Client, Overrides};

const HOST: &str = "us-east-1-prod-aws-data.spiceai.io";
const APP: &str = r#"{"id":7,"name":"bi","region":"us-east-1"}"#;
const ROWS: &str = r#"[{"one":1}]"#;
const GET_KEYS: &str = "GET /v1/apps/7/api-keys";
const SQL: &str = "POST /v1/sql";

fn keys(first: &str) -> Answer {
    json(json!({ "api_key": first, "api_key_2": "canary-second" }))
}

fn runtime(
    keys: Vec<Answer>,
    routes: impl IntoIterator<Item = (&'static str, Vec<Answer>)>,
) -> (Client, Arc<Script>) {
    let (client, script) = served([("GET /v1/apps/7", vec![ok(APP)]), (GET_KEYS, keys)]);
    script.serve(routes);
    (client, script)
}

/// Where each key of an app went, in the order of the requests.
fn sent_keys(script: &Script) -> Vec<(String, String)> {
    let requests = script.requests.lock().unwrap();
    let key = |request: &crate::engine::transport::HttpRequest| {
        let key = request.headers.get("x-api-key")?.to_str().unwrap().to_owned();
        assert!(!request.headers.contains_key("authorization"), "a runtime is given no token");
        Some((request.url.host_str().unwrap().to_owned(), key))
    };
    requests.iter().filter_map(key).collect()
}

#[tokio::test(start_paused = true)]
async fn the_key_of_an_app_is_fetched_once_and_goes_to_its_runtime_only() {
    let (client, script) = runtime(vec![keys("canary-first")], [(SQL, vec![ok(ROWS)])]);
    for _ in 0..3 {
        let rows = client.runtime(7).sql("SELECT 1 AS one").await.unwrap().rows;
        assert_eq!(rows, [json!({ "one": 1 })]);
    }
    assert_eq!((script.times("GET /v1/apps/7"), script.times(GET_KEYS), script.times(SQL)), (1, 1, 3));
    assert_eq!(sent_keys(&script), vec![(HOST.to_owned(), "canary-first".to_owned()); 3]);
}

#[tokio::test(start_paused = true)]
async fn a_key_that_is_refused_is_fetched_anew() {
    let (client, script) = runtime(
        vec![keys("canary-first"), keys("canary-new")],
        [(SQL, vec![ok(ROWS), status(401), ok(ROWS)])],
    );
    client.runtime(7).sql("SELECT 1").await.unwrap();
    client.runtime(7).sql("SELECT 1").await.unwrap();
    client.runtime(7).sql("SELECT 1").await.unwrap();
    let went: Vec<String> = sent_keys(&script).into_iter().map(|(_, key)| key).collect();
    assert_eq!(went, ["canary-first", "canary-first", "canary-new", "canary-new"]);
    assert_eq!(script.times(GET_KEYS), 2);
}

#[tokio::test(start_paused = true)]
async fn a_key_that_is_refused_and_still_the_same_is_not_sent_again() {
    let (client, script) = runtime(vec![keys("canary-first")], [(SQL, vec![status(401)])]);
    let error = client.runtime(7).sql("SELECT 1").await.unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::AuthenticationError, Some("runtime.sql")));
    assert_eq!((script.times(GET_KEYS), script.times(SQL)), (2, 1));
    // A key that was given is all that there is.
    let (client, script) = self::client([status(401)]);
    let target = RuntimeTarget::from(Secret::from("canary-given"));
    assert_eq!(
        client.runtime(target).sql("SELECT 1").await.unwrap_err().kind(),
        ErrorKind::AuthenticationError
    );
    assert_eq!(sent_keys(&script), [("data.spiceai.io".to_owned(), "canary-given".to_owned())]);
}

#[tokio::test(start_paused = true)]
async fn a_key_that_is_refused_is_fetched_anew_once_however_often_keys_change() {
    let (client, script) = runtime(
        vec![keys("canary-1"), keys("canary-2"), keys("canary-3")],
        [(SQL, vec![status(401), status(401), ok(ROWS)])],
    );
    let error = client.runtime(7).sql("SELECT 1").await.unwrap_err();
    assert_eq!((error.kind(), script.times(SQL)), (ErrorKind::AuthenticationError, 2));
}

#[tokio::test(start_paused = true)]
async fn a_chat_whose_key_was_replaced_goes_on_with_the_new_one() {
    let (client, script) = runtime(
        vec![keys("canary-first"), keys("canary-new")],
        [(CHAT, vec![status(401), InPieces(vec![HEL])])],
    );
    let stream = client.runtime(7).chat_stream(chat()).unwrap();
    assert_eq!(heard(stream).await, ("Hel".to_owned(), None));
    let went: Vec<String> = sent_keys(&script).into_iter().map(|(_, key)| key).collect();
    assert_eq!(went, ["canary-first", "canary-new"]);
}

#[tokio::test(start_paused = true)]
async fn a_model_that_fails_half_way_is_an_error_with_its_words() {
    let failing = "data: {\"error\":{\"message\":\"out of memory\",\"code\":\"oom\"}}\n\n";
    let (mut stream, ..) = chatting(InPieces(vec![HEL, failing, HEL]));
    assert!(stream.next().await.unwrap().is_ok());
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!(
        (error.kind(), error.message(), error.api_code()),
        (ErrorKind::ApiError, "out of memory", Some("oom"))
    );
    assert!(stream.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn an_app_without_a_first_key_is_called_with_the_second() {
    let second = json(json!({ "api_key": null, "api_key_2": "canary-second" }));
    let (client, script) = runtime(vec![second], [(SQL, vec![ok(ROWS)])]);
    client.runtime(7).sql("SELECT 1").await.unwrap();
    assert_eq!(sent_keys(&script), [(HOST.to_owned(), "canary-second".to_owned())]);
    let (client, _) = runtime(vec![ok("{}")], []);
    let error = client.runtime(7).sql("SELECT 1").await.unwrap_err();
    assert!(error.kind() == ErrorKind::NotFound && error.hint().unwrap().contains("regenerate"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn no_key_is_shown() {
    let echo = r#"{"error":"canary-first is no good"}"#;
    let (client, _) = runtime(vec![keys("canary-first")], [(SQL, vec![reply(400, echo, Vec::new())])]);
    let error = client.runtime(7).sql("SELECT 1").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BadRequest);
    let target = RuntimeTarget::from(Secret::from("canary-given")).url("https://runtime.example");
    let runtime = client.runtime(target.clone());
    let written = serde_json::to_string(&error).unwrap();
    let shown = format!("{error} {error:?} {written} {target:?} {runtime:?} {:?}", client.doors());
    assert!(!shown.contains("canary"), "{shown}");
    assert!(shown.contains("runtime.example"), "{shown}");
}

#[tokio::test(start_paused = true)]
async fn a_key_follows_nobody_elsewhere() {
    let moved = reply(308, "", vec![("location", "https://evil.example/")]);
    let (client, script) = runtime(vec![keys("canary-first")], [("GET /v1/datasets", vec![moved])]);
    let error = client.runtime(7).datasets().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RedirectError);
    assert_eq!(sent_keys(&script), [(HOST.to_owned(), "canary-first".to_owned())]);
    // Nor in clear.
    let (client, script) = self::client([]);
    let target = RuntimeTarget::from(Secret::from("canary-given")).url("http://runtime.example");
    assert_eq!(client.runtime(target).sql("SELECT 1").await.unwrap_err().kind(), ErrorKind::ConfigError);
    assert_eq!(sent(&script), 0);
}

#[tokio::test(start_paused = true)]
async fn a_query_that_may_change_something_is_not_sent_twice() {
    let (client, script) = runtime(vec![keys("canary-first")], [(SQL, vec![status(503), ok(ROWS)])]);
    client.runtime(7).sql("SELECT 1").await.unwrap();
    assert_eq!(script.times(SQL), 2);
    script.serve([(SQL, vec![status(503), ok(ROWS)])]);
    let error = client.runtime(7).sql("INSERT INTO t VALUES (1)").await.unwrap_err();
    assert_eq!((error.kind(), script.times(SQL)), (ErrorKind::AmbiguousOutcome, 3));
}

#[tokio::test(start_paused = true)]
async fn a_runtime_that_is_not_ready_says_so_without_failing() {
    let (client, script) = runtime(vec![keys("canary-first")], [("GET /v1/ready", vec![status(503)])]);
    let ready = client.runtime(7).ready().await.unwrap();
    assert_eq!((ready.ok, ready.status, script.times("GET /v1/ready")), (false, 503, 1));
}

fn chat() -> Chat {
    let message = BTreeMap::from([("role", "user"), ("content", "hi")].map(|(a, b)| (a.into(), b.into())));
    Chat::builder().model("gpt").messages([message]).build()
}

fn chatting(answer: Answer) -> (Streamed<ChatChunk>, Client, Arc<Script>) {
    let (client, script) = runtime(vec![keys("canary-first")], [(CHAT, vec![answer])]);
    (client.runtime(7).chat_stream(chat()).unwrap(), client, script)
}

const CHAT: &str = "POST /v1/chat/completions";

/// The words that came, and how it ended.
async fn heard(mut stream: Streamed<ChatChunk>) -> (String, Option<ErrorKind>) {
    let mut words = String::new();
    while let Some(piece) = stream.next().await {
        match piece {
            Ok(piece) => words.push_str(piece.content.as_deref().unwrap_or("?")),
            Err(error) => {
                assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
                assert_eq!(error.operation(), Some("runtime.chat"));
                assert!(stream.next().await.is_none(), "nothing comes after an error");
                return (words, Some(error.kind()));
            }
        }
    }
    assert!(stream.next().await.is_none());
    (words, None)
}

const HEL: &str = "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\n";

#[tokio::test(start_paused = true)]
async fn a_chat_comes_piece_by_piece_wherever_it_is_cut() {
    let (stream, _, script) = chatting(InPieces(vec![
        ": hello\n\n",
        HEL,
        "data: {\"choices\":[{\"delta\":{\"con",
        "tent\":\"lo\"}}]}\r\n\r\ndata: {\"choices\":[]}\n\ndata: [DO",
        "NE]\n\ndata: never read\n\n",
    ]));
    assert_eq!(sent(&script), 0, "nothing is sent before somebody listens");
    assert_eq!(heard(stream).await, ("Hello".to_owned(), None));
    assert_eq!(script.bodies(CHAT)[0]["stream"], true);
    assert_eq!(sent_keys(&script), [(HOST.to_owned(), "canary-first".to_owned())]);
    assert_eq!(script.requests.lock().unwrap().last().unwrap().headers["accept"], "text/event-stream");
    // An answer may end without saying so.
    let (stream, ..) = chatting(InPieces(vec![HEL, "data: {\"choices\":[{\"delta\":{\"content\":\"p\"}}]}"]));
    assert_eq!(heard(stream).await, ("Help".to_owned(), None));
}

#[tokio::test(start_paused = true)]
async fn a_chat_that_breaks_off_gives_what_came_and_its_error() {
    for (answer, ended) in [
        (BreaksOff(vec![HEL]), ErrorKind::ConnectError),
        (InPieces(vec![HEL, "data: canary {\n\n", HEL]), ErrorKind::DecodeError),
        (InPieces(vec![HEL, "data: [\"canary\"]\n\n", HEL]), ErrorKind::DecodeError),
    ] {
        let (stream, _, script) = chatting(answer);
        assert_eq!(heard(stream).await, ("Hel".to_owned(), Some(ended)));
        assert_eq!(script.times(CHAT), 1, "a second try would cost a second answer");
    }
}

#[tokio::test(start_paused = true)]
async fn a_chat_that_never_begins_ends_in_an_error() {
    let refusal = reply(400, r#"{"error":"no model canary-first"}"#, Vec::new());
    for (answer, ended) in [
        (refusal, ErrorKind::BadRequest),
        (status(503), ErrorKind::ServerError),
        (ok(r#"{"choices":[]}"#), ErrorKind::DecodeError),
    ] {
        let (stream, _, script) = chatting(answer);
        assert_eq!(heard(stream).await, (String::new(), Some(ended)));
        assert_eq!(script.times(CHAT), 1);
    }
    let (_, client, _) = chatting(Never);
    let started = Instant::now();
    let hurried = client.with_options(Overrides::builder().attempt_timeout(Duration::from_secs(3)).build());
    let stream = hurried.unwrap().runtime(7).chat_stream(chat()).unwrap();
    assert_eq!(heard(stream).await, (String::new(), Some(ErrorKind::Timeout)));
    assert!(started.elapsed() <= Duration::from_secs(4));
}

#[tokio::test(start_paused = true)]
async fn closing_the_client_ends_a_chat() {
    let (mut stream, client, _) = chatting(InPieces(vec![HEL, HEL]));
    assert!(stream.next().await.unwrap().is_ok());
    client.close();
    assert_eq!(stream.next().await.unwrap().unwrap_err().kind(), ErrorKind::ClientClosed);
    assert!(stream.next().await.is_none());
}
