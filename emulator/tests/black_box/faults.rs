//! Faults, as clients meet them.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::{Value, json};

use crate::support::{Api, builder, read};

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
    assert!(serde_json::from_str::<Value>(&answer.text).is_err());
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

/// What the log says of the last request.
async fn last_record(api: &Api) -> Value {
    let log = api.admin("GET", "/requests", None).await.body;
    log["requests"].as_array().unwrap().last().unwrap().clone()
}

#[tokio::test]
async fn a_connection_can_be_dropped_before_the_change() {
    let api = Api::start();
    api.emulator.add_fault(json!({ "id": "d", "do": { "kind": "drop_before_commit" }, "times": 1 })).unwrap();
    let request = api.request("POST", "/v1/apps").body(json!({ "name": "my-app" }).to_string());
    assert!(request.send().await.is_err());
    let record = last_record(&api).await;
    assert_eq!((&record["status"], &record["fault"]), (&Value::Null, &json!("d")));
    assert_eq!(api.emulator.requests()[0].status, 0);
    assert_eq!(api.get("/v1/apps").await.body, json!({ "apps": [] }));
}

#[tokio::test]
async fn a_connection_can_be_dropped_after_the_change() {
    let api = Api::start();
    api.emulator.add_fault(json!({ "do": { "kind": "drop_after_commit" }, "times": 1 })).unwrap();
    let request = api.request("POST", "/v1/apps").body(json!({ "name": "my-app" }).to_string());
    assert!(request.send().await.is_err());
    assert_eq!(last_record(&api).await["status"], Value::Null);
    assert_eq!(api.get("/v1/apps").await.body["apps"][0]["name"], "my-app");
}

#[test]
fn a_dropped_connection_carries_no_byte() {
    let api = Api::start();
    for kind in ["drop_before_commit", "drop_after_commit"] {
        api.emulator
            .add_fault(json!({ "do": { "kind": kind }, "match": { "path": "/v1/health" }, "times": 1 }))
            .unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", api.emulator.port())).unwrap();
        // The same connection has answered before.
        stream.write_all(b"GET /v1/regions HTTP/1.1\r\nhost: localhost\r\n\r\n").unwrap();
        let mut first = [0; 12];
        stream.read_exact(&mut first).unwrap();
        assert_eq!(&first, b"HTTP/1.1 401");
        stream.write_all(b"GET /v1/health HTTP/1.1\r\nhost: localhost\r\n\r\n").unwrap();
        let mut rest = String::new();
        stream.read_to_string(&mut rest).unwrap();
        assert!(!rest.contains("HTTP/1.1"), "{kind}: {rest}");
    }
}

#[tokio::test]
async fn a_status_can_hide_a_change() {
    let api = Api::start();
    let action = json!({
        "kind": "status", "status": 504, "text": "upstream timed out", "after_commit": true,
        "headers": { "content-type": "text/html" }
    });
    api.emulator.add_fault(json!({ "match": { "method": "POST" }, "do": action })).unwrap();
    let request = api.request("POST", "/v1/apps").body(json!({ "name": "my-app" }).to_string());
    let answer = read(request).await;
    assert_eq!((answer.status, answer.text.as_str()), (504, "upstream timed out"));
    assert_eq!(answer.header("content-type"), "text/html");
    assert_eq!(last_record(&api).await["status"], 504);
    assert_eq!(api.get("/v1/apps").await.body["apps"][0]["name"], "my-app");
}

#[tokio::test]
async fn a_client_that_gives_up_does_not_undo_a_change() {
    let api = Api::start();
    let delay = json!({ "kind": "delay", "ms": 250, "when": "after" });
    api.emulator.add_fault(json!({ "match": { "method": "POST" }, "do": delay })).unwrap();
    let request = api.request("POST", "/v1/apps").body(json!({ "name": "my-app" }).to_string());
    assert!(request.timeout(std::time::Duration::from_millis(120)).send().await.is_err());
    assert_eq!(api.get("/v1/apps").await.body["apps"][0]["name"], "my-app");
    while !api.emulator.requests().iter().any(|record| record.method == "POST") {
        tokio::task::yield_now().await;
    }
}

#[test]
fn a_client_that_leaves_before_its_answer_is_in_the_log_at_once() {
    let api = Api::start();
    let delay = json!({ "kind": "delay", "ms": 600_000 });
    api.emulator.add_fault(json!({ "do": delay, "match": { "path": "/v1/health" } })).unwrap();
    let mut stream = TcpStream::connect(("127.0.0.1", api.emulator.port())).unwrap();
    stream.write_all(b"GET /v1/health HTTP/1.1\r\nhost: localhost\r\n\r\n").unwrap();
    // Another request has been answered, so the first one has been met.
    while api.emulator.admin("GET", "/faults", &Value::Null).unwrap()["faults"][0]["fired"] == 0 {
        std::thread::yield_now();
    }
    drop(stream);
    let record = loop {
        if let Some(record) = api.emulator.requests().pop() {
            break record;
        }
        std::thread::yield_now();
    };
    assert_eq!((record.path.as_str(), record.status, record.client_left), ("/v1/health", 0, true));
}

#[tokio::test]
async fn chance_strikes_by_the_seed() {
    let mut runs = Vec::new();
    for seed in [5, 5, 6] {
        let api = Api::from(builder().random_seed(seed));
        let action = json!({ "kind": "status", "status": 503 });
        api.emulator.add_fault(json!({ "do": action, "probability": 0.5 })).unwrap();
        let mut run = Vec::new();
        for _ in 0..24 {
            run.push(read(api.request("GET", "/v1/regions")).await.status);
        }
        assert!(run.contains(&200) && run.contains(&503), "{run:?}");
        runs.push(run);
    }
    assert_eq!(runs[0], runs[1]);
    assert_ne!(runs[0], runs[2]);
}
