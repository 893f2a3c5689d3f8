//! Faults at the level of bytes, and of meaning, as clients meet them.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::{Api, SPICEPOD, read};

/// What a connection gives for one request until it ends, and how it ends.
pub(crate) fn ask(stream: &mut (impl Read + Write), token: &str, path: &str) -> (String, io::Result<()>) {
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\nconnection: close\r\n\r\n"
    );
    let sent = stream.write_all(request.as_bytes());
    let mut answer = Vec::new();
    let ended = sent.and_then(|()| stream.read_to_end(&mut answer));
    (String::from_utf8_lossy(&answer).into_owned(), ended.map(drop))
}

pub(crate) fn connect(api: &Api) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", api.emulator.port())).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

/// What a new connection gives for one request until it ends, and whether it was broken off.
fn raw(api: &Api, path: &str) -> (String, bool) {
    let (answer, ended) = ask(&mut connect(api), api.emulator.token(), path);
    (answer, ended.is_err())
}

pub(crate) fn fault(api: &Api, action: &Value) {
    let rule = json!({ "id": "it", "do": action, "times": 1 });
    api.emulator.add_fault(rule).unwrap();
}

/// Ways to break an answer: how what is left of it begins and ends, and whether the connection is broken off.
pub(crate) fn ways() -> Vec<(Value, &'static str, &'static str, bool)> {
    vec![
        (json!({ "kind": "drop_before_commit" }), "", "", false),
        (json!({ "kind": "drop_after_commit", "reset": true }), "", "", true),
        (json!({ "kind": "empty_response" }), "", "", false),
        (json!({ "kind": "reset_before_read" }), "", "", true),
        (json!({ "kind": "reset_after_headers" }), "HTTP/1.1 200", "\r\n\r\n", true),
        (json!({ "kind": "reset_mid_body", "bytes": 5 }), "HTTP/1.1 200", "\r\n\r\n{\"sta", true),
        (json!({ "kind": "bad_chunk" }), "HTTP/1.1 200", "not a size\r\n", false),
        (json!({ "kind": "wrong_length", "by": 7 }), "HTTP/1.1 200", "}", false),
        (json!({ "kind": "slow_close", "ms": 20 }), "HTTP/1.1 200", "}", false),
        (json!({ "kind": "dribble", "bytes": 40, "ms": 2 }), "HTTP/1.1 200", "}", false),
        (json!({ "kind": "delay_body", "ms": 20 }), "HTTP/1.1 200", "}", false),
        (json!({ "kind": "close_idle" }), "HTTP/1.1 200", "}", false),
        (json!({ "kind": "html_page" }), "HTTP/1.1 502", "</html>\n", false),
        (json!({ "kind": "redirect", "to": "/elsewhere" }), "HTTP/1.1 308", "}", false),
        (json!({ "kind": "deep_json", "depth": 3 }), "HTTP/1.1 200", "[[[]]]", false),
        (json!({ "kind": "huge_body", "bytes": 3_000_000 }), "HTTP/1.1 200", "a\r\n0\r\n\r\n", false),
    ]
}

#[tokio::test]
async fn every_way_to_break_an_answer_breaks_it() {
    let api = Api::start();
    for (action, begins, ends, broken) in ways() {
        fault(&api, &action);
        let (answer, was_broken) = raw(&api, "/v1/health");
        assert!(answer.starts_with(begins) && answer.ends_with(ends), "{action}: {answer:.300}");
        // The system may give up what it has already got when the other side breaks off.
        assert!(was_broken == broken || broken && answer.is_empty(), "{action}: {answer:.300}");
        let record = api.emulator.requests().into_iter().last().unwrap();
        assert_eq!(record.fault.as_deref(), Some("it"), "{action}");
    }
    assert_eq!(api.get("/v1/health").await.status, 200);
}

#[tokio::test]
async fn noise_is_seeded() {
    let noise = || {
        let api = Api::start();
        fault(&api, &json!({ "kind": "garbage", "bytes": 64 }));
        raw(&api, "/v1/health").0
    };
    let (one, two) = (noise(), noise());
    assert!(!one.is_empty() && one == two);
}

#[tokio::test]
async fn connections_are_refused_for_a_while() {
    let api = Api::start();
    let address = api.emulator.url().strip_prefix("http://").unwrap().to_owned();
    fault(&api, &json!({ "kind": "refuse", "ms": 300 }));
    raw(&api, "/v1/health");
    assert_eq!(TcpStream::connect(&address).unwrap_err().kind(), std::io::ErrorKind::ConnectionRefused);
    let began = Instant::now();
    while TcpStream::connect(&address).is_err() {
        assert!(began.elapsed() < Duration::from_secs(10), "it stays away");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(api.get("/v1/health").await.status, 200);
}

#[tokio::test]
async fn a_hang_ends_with_its_client() {
    let api = Api::start();
    fault(&api, &json!({ "kind": "hang", "after_commit": true }));
    let request = api.request("POST", "/v1/apps").body(json!({ "name": "my-app" }).to_string());
    let answer = tokio::time::timeout(Duration::from_millis(200), request.send()).await;
    assert!(answer.is_err());
    let began = Instant::now();
    while api.emulator.requests().is_empty() && began.elapsed() < Duration::from_secs(10) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let record = &api.emulator.requests()[0];
    assert_eq!((record.client_left, record.status), (true, 0));
    assert_eq!(api.get("/v1/apps").await.body["apps"][0]["name"], "my-app");
}

#[tokio::test]
async fn a_bomb_is_small_on_the_wire() {
    let api = Api::start();
    fault(&api, &json!({ "kind": "gzip_bomb", "bytes": 50_000_000 }));
    let mut stream = TcpStream::connect(api.emulator.url().strip_prefix("http://").unwrap()).unwrap();
    stream.write_all(b"GET /v1/health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    assert!(String::from_utf8_lossy(&answer).contains("content-encoding: gzip"));
    assert!((1000..500_000).contains(&answer.len()), "{}", answer.len());
}

#[tokio::test]
async fn answers_can_say_something_else() {
    let api = Api::start();
    let path = api.app("my-app").await;
    fault(&api, &json!({ "kind": "extra_fields" }));
    assert!(api.get(&path).await.body["x_new_field"].is_object());
    fault(&api, &json!({ "kind": "unknown_enum" }));
    assert_eq!(api.get(&path).await.body["visibility"], "brand_new");
    fault(&api, &json!({ "kind": "null_fields" }));
    // Not what the contract says, so that it is not held to it.
    let nulls: Value = serde_json::from_str(&read(api.request("GET", &path)).await.text).unwrap();
    assert_eq!((&nulls["name"], &nulls["created_at"]), (&json!("my-app"), &Value::Null));
    fault(&api, &json!({ "kind": "wrong_content_type" }));
    assert_eq!(read(api.request("GET", &path)).await.header("content-type"), "text/plain");
    fault(&api, &json!({ "kind": "vanish" }));
    assert_eq!(api.get(&path).await.status, 404);
    fault(&api, &json!({ "kind": "vanish" }));
    assert_eq!(api.get("/v1/apps").await.body, json!({ "apps": [] }));
    fault(&api, &json!({ "kind": "list_lag", "ms": 60_000 }));
    assert_eq!(api.get("/v1/apps").await.body, json!({ "apps": [] }));
    assert_eq!(api.get("/v1/apps").await.body["apps"][0]["name"], "my-app");
}

#[tokio::test]
async fn reads_can_be_stale_and_states_go_back() {
    let api = Api::start();
    let path = api.app("my-app").await;
    api.emulator
        .add_fault(json!({ "match": { "method": "GET" }, "do": { "kind": "stale_read" }, "nth": 1 }))
        .unwrap();
    api.put(&path, json!({ "description": "after", "spicepod": SPICEPOD })).await;
    assert_ne!(api.get(&path).await.body["description"], "after");
    assert_eq!(api.get(&path).await.body["description"], "after");
    api.emulator.set_progression(None, spice_cloud_emulator::Progression::Immediate);
    let deployments = format!("{path}/deployments");
    api.post(&deployments, json!({})).await;
    fault(&api, &json!({ "kind": "status_regress" }));
    assert_eq!(api.get(&deployments).await.body["deployments"][0]["status"], "queued");
    assert_eq!(api.get(&deployments).await.body["deployments"][0]["status"], "succeeded");
}

#[tokio::test]
async fn somebody_else_is_faster() {
    let api = Api::start();
    let path = api.app("my-app").await;
    fault(
        &api,
        &json!({ "kind": "foreign_write", "body": { "description": "theirs" }, "then": "drop_before_commit" }),
    );
    assert!(
        api.request("PUT", &path).body(json!({ "description": "ours" }).to_string()).send().await.is_err()
    );
    assert_eq!(api.get(&path).await.body["description"], "theirs");
    let keys = api.get(&format!("{path}/api-keys")).await.body;
    fault(&api, &json!({ "kind": "commit_twice" }));
    let answered = api.post(&format!("{path}/api-keys"), json!({})).await.body;
    let now = api.get(&format!("{path}/api-keys")).await.body;
    assert!(keys["api_key"] != now["api_key"] && answered["api_key"] != now["api_key"]);
}

#[tokio::test]
async fn presets_add_several_rules() {
    let api = Api::start();
    let added = api.admin("POST", "/faults", Some(json!({ "preset": "flaky-network" }))).await;
    assert_eq!((added.status, added.body["ids"].as_array().map(Vec::len)), (201, Some(4)));
    assert_eq!(api.admin("POST", "/faults", Some(json!({ "preset": "storm" }))).await.status, 400);
}
