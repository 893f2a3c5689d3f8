//! HTTP itself: routes, methods, bodies, hosts, documents, marks on every answer.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::{Value, json};

use crate::support::{Api, check, read};

#[tokio::test]
async fn unknown_routes_and_methods_are_told_apart() {
    let api = Api::start();
    for path in ["/", "/v1", "/v1/apps/", "/v1/apps/1/forks", "/v2/apps"] {
        let answer = api.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.error().is_empty());
    }
    for (method, path, allow) in [
        ("PATCH", "/v1/apps/1", "GET, PUT, DELETE, HEAD"),
        ("DELETE", "/v1/projects", "GET, POST, HEAD"),
        ("GET", "/api/oauth/token", "POST"),
        ("OPTIONS", "/v1/health", "GET, HEAD"),
    ] {
        let answer = read(api.request(method, path)).await;
        assert_eq!((answer.status, answer.header("allow")), (405, allow), "{method} {path}");
        assert!(!answer.error().is_empty());
        assert_eq!(answer.header("access-control-allow-origin"), "");
    }
}

#[tokio::test]
async fn head_is_get_without_a_body() {
    let api = Api::start();
    let answer = read(api.request("HEAD", "/v1/health")).await;
    assert_eq!((answer.status, answer.text.as_str()), (200, ""));
}

#[tokio::test]
async fn bodies_must_be_json_of_the_right_size() {
    let api = Api::start();
    for body in ["{", "name=my-app", "\u{0}"] {
        let answer = read(api.request("POST", "/v1/apps").body(body)).await;
        check("POST", "/v1/apps", &answer);
        assert_eq!((answer.status, answer.error()), (400, "Invalid JSON in request body"));
    }
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(read(api.request("POST", "/v1/apps").body(deep)).await.status, 400);
    assert_eq!(api.send("POST", "/v1/apps", None).await.status, 400);
    let body = json!({ "name": "big-app", "description": "x".repeat(2 * 1024 * 1024) });
    assert_eq!(api.post("/v1/apps", body).await.status, 413);
    let body = json!({ "name": "big-app", "description": "x".repeat(1024 * 1024 - 100) });
    assert_eq!(api.post("/v1/apps", body).await.status, 201);
}

#[tokio::test]
async fn the_contract_is_served() {
    let api = Api::start().with_token(None);
    let text = include_str!("../../../api/openapi.json");
    for path in ["/v1/docs/openapi.json", "/v1/docs", "/openapi.json"] {
        let answer = api.get(path).await;
        assert_eq!((answer.status, answer.text.as_str()), (200, text));
    }
}

#[tokio::test]
async fn every_answer_has_an_id_of_its_own() {
    let api = Api::start();
    let one = api.get("/v1/apps").await;
    let two = api.get("/nowhere").await;
    assert_ne!(one.header("x-request-id"), two.header("x-request-id"));
    assert_eq!(api.emulator.requests()[0].request_id, one.header("x-request-id"));
}

/// Sends bytes as they are and gives the status line.
fn raw(api: &Api, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", api.emulator.port())).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn only_loopback_hosts_are_served() {
    let api = Api::start();
    let get = |target: &str, host: &str| {
        raw(&api, &format!("GET {target} HTTP/1.1\r\n{host}connection: close\r\n\r\n"))
    };
    for host in ["localhost", "127.0.0.1:1", "[::1]:80"] {
        assert!(get("/v1/health", &format!("host: {host}\r\n")).contains("200"), "{host}");
    }
    for path in ["/v1/health", "/_emulator/info"] {
        for host in ["host: evil.example\r\n", "host: 127.0.0.1.evil.example\r\n", "host: 10.0.0.1\r\n", ""] {
            let line = get(path, host);
            assert!(line.contains("421") || line.contains("400"), "{host} {line}");
        }
    }
    assert!(get("http://evil.example/v1/health", "host: localhost\r\n").contains("421"));
    assert_eq!(api.emulator.requests().len(), 3, "who is refused leaves no record");
}

#[tokio::test]
async fn the_log_tells_what_happened() {
    let api = Api::start();
    api.post("/v1/projects", json!({ "name": "my-app", "tags": { "a": "b" } })).await;
    api.get("/v1/apps/7?limit=1").await;
    api.with_token(None).get("/nowhere").await;
    let [created, missed, lost] = &api.emulator.requests()[..] else { panic!() };
    assert_eq!(
        (created.method.as_str(), created.path.as_str(), created.status),
        ("POST", "/v1/projects", 201)
    );
    assert_eq!(created.operation.as_deref(), Some("apps.create"));
    assert_eq!(created.template.as_deref(), Some("/v1/projects"));
    assert_eq!(created.token.as_deref(), Some("default"));
    assert_eq!(created.body["tags"], json!({ "a": "b" }));
    assert_eq!(missed.template.as_deref(), Some("/v1/apps/{app_id}"));
    assert_eq!((missed.query.as_deref(), &missed.body), (Some("limit=1"), &Value::Null));
    assert_eq!((&lost.operation, &lost.template, &lost.token), (&None, &None, &None));
    let served = api.admin("GET", "/requests?since=2", None).await.body;
    assert_eq!(served["requests"].as_array().unwrap().len(), 1);
    assert_eq!(served["requests"][0], serde_json::to_value(lost).unwrap());
    assert!(!api.admin("GET", "/requests", None).await.text.contains(api.emulator.token()));
    api.emulator.clear_requests();
    assert_eq!(api.emulator.requests().len(), 0);
}

#[tokio::test]
async fn pages_from_elsewhere_change_nothing() {
    let api = Api::start();
    let sent = async |method: &str, path: &str, origin: &str| {
        let request = api.request(method, path).header("origin", origin);
        read(request.body(json!({ "name": "my-app" }).to_string())).await.status
    };
    for origin in ["https://evil.example", "null"] {
        assert_eq!(sent("POST", "/v1/apps", origin).await, 403);
        assert_eq!(sent("DELETE", "/v1/apps/1", origin).await, 403);
        assert_eq!(sent("POST", "/api/oauth/token", origin).await, 403);
        assert_eq!(sent("POST", "/_emulator/reset", origin).await, 403);
        assert_eq!(sent("GET", "/_emulator/info", origin).await, 403);
        assert_eq!(sent("GET", "/v1/apps", origin).await, 200, "a page cannot read the answer");
    }
    assert_eq!(api.get("/v1/apps").await.body, json!({ "apps": [] }));
    assert_eq!(sent("POST", "/v1/apps", "http://localhost:5173").await, 201);
}
