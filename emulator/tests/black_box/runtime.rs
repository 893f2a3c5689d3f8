//! The runtimes of the apps: keys, readiness, datasets, search, chat, metrics, and what surrounds them.

use serde_json::{Value, json};
use spice_cloud_emulator::{Progression, RateLimit};

use crate::support::{Answer, Api, builder, read};

const PODS: &str = "version: v1\nkind: Spicepod\nname: demo\ndatasets:\n  - from: s3://acme/trips/\n    name: trips\n  \
                    - from: file:cabs.csv\n    name: cabs\n";

/// An emulator with an app, and the keys of the app.
pub(crate) struct Running {
    pub(crate) api: Api,
    pub(crate) app: String,
    pub(crate) key: String,
    pub(crate) second: String,
}

impl Running {
    /// An app that is deployed and has rows of trips.
    pub(crate) async fn start() -> Self {
        let running = Self::prepared().await;
        running.deploy().await;
        running
            .load(
                "trips",
                json!([{ "id": 1, "to": "Reno", "km": 12.5 }, { "id": 2, "to": "Tampere", "km": 3 }]),
            )
            .await;
        running
    }

    /// An app with a spicepod that was not deployed yet.
    pub(crate) async fn prepared() -> Self {
        Self::of(Api::from(builder().progression(Progression::Immediate))).await
    }

    async fn of(api: Api) -> Self {
        let app = api.app("my-app").await;
        assert_eq!(api.put(&app, json!({ "spicepod": PODS })).await.status, 200);
        let keys = api.get(&format!("{app}/api-keys")).await.body;
        let key = |name: &str| keys[name].as_str().unwrap().to_owned();
        Self { key: key("api_key"), second: key("api_key_2"), api, app }
    }

    pub(crate) async fn deploy(&self) {
        let deployed = self.api.post(&format!("{}/deployments", self.app), json!({})).await;
        assert_eq!(deployed.status, 202, "{}", deployed.text);
    }

    /// Where the administration has the app.
    fn place(&self, name: &str) -> String {
        format!("{}/datasets{name}", self.app.replace("/v1", ""))
    }

    pub(crate) async fn load(&self, name: &str, rows: Value) {
        let body = json!({ "rows": rows });
        let loaded = self.api.admin("PUT", &self.place(&format!("/{name}")), Some(body)).await;
        assert_eq!(loaded.status, 200, "{}", loaded.text);
    }

    /// A request with a key.
    pub(crate) async fn with(&self, key: &str, method: &str, path: &str, body: &str) -> Answer {
        let request = self.api.with_token(None).request(method, path).header("x-api-key", key);
        read(request.body(body.to_owned())).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.with(&self.key, "GET", path, "").await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.with(&self.key, "POST", path, &body.to_string()).await
    }

    pub(crate) async fn sql(&self, statement: &str) -> Answer {
        self.with(&self.key, "POST", "/v1/sql", statement).await
    }
}

#[tokio::test]
async fn only_present_keys_open_a_runtime() {
    let running = Running::start().await;
    let status = async |key: &str| running.with(key, "GET", "/v1/ready", "").await.status;
    assert_eq!((status(&running.key).await, status(&running.second).await), (200, 200));
    let bearer = running.api.with_token(Some(&running.second));
    assert_eq!(read(bearer.request("GET", "/v1/ready")).await.text, "ready");
    let path = format!("{}/api-keys", running.app);
    running.api.post(&path, json!({ "key_number": 2 })).await;
    assert_eq!((status(&running.key).await, status(&running.second).await), (200, 401));
    assert_eq!(read(bearer.request("GET", "/v1/ready")).await.status, 401);
    let both = running.api.post(&path, json!({ "key_number": 0 })).await.body;
    assert_eq!(status(&running.key).await, 401);
    assert_eq!(status(both["api_key"].as_str().unwrap()).await, 200);
    assert_eq!(status(both["api_key_2"].as_str().unwrap()).await, 200);
    // Tokens of the control plane open nothing here, and keys nothing there.
    let none = read(running.api.with_token(None).request("GET", "/v1/ready")).await;
    assert_eq!((none.status, none.text.as_str()), (401, "Missing API key"));
    let token = read(running.api.request("POST", "/v1/sql").body("SELECT 1")).await;
    assert_eq!((token.status, token.text.as_str()), (401, "Invalid API key"));
    let key = running.api.with_token(both["api_key"].as_str());
    assert_eq!(key.get("/v1/apps").await.status, 401);
}

#[tokio::test]
async fn a_runtime_is_ready_while_its_app_runs() {
    let running = Running::of(Api::start()).await;
    let ready = async || {
        let answer = running.get("/v1/ready").await;
        assert!(answer.header("content-type").starts_with("text/plain"));
        (answer.status, answer.text)
    };
    let (up, down) = ((200, "ready".to_owned()), (503, "not ready".to_owned()));
    assert_eq!(ready().await, down);
    running.deploy().await;
    assert_eq!(ready().await, down);
    assert_eq!(running.sql("SELECT 1").await.status, 503);
    running.api.advance(1000);
    assert_eq!(ready().await, up);
    // What runs goes on while the next deployment fails.
    let failing = Progression::Immediate.failing("unable_to_start");
    running.api.emulator.set_progression(None, failing);
    running.deploy().await;
    assert_eq!(ready().await, up);
    let mark = running.app.replace("/v1", "");
    running.api.admin("POST", &mark, Some(json!({ "paused": true }))).await;
    assert_eq!(ready().await, down);
    running.api.admin("POST", &mark, Some(json!({ "paused": false }))).await;
    assert_eq!(ready().await, up);
    running.api.delete(&running.app).await;
    assert_eq!(ready().await, down);
    running.api.emulator.set_progression(None, Progression::Immediate);
    running.api.app("my-app").await;
    assert_eq!(ready().await, down, "an app that comes back has to be deployed again");
    running.api.put(&running.app, json!({ "spicepod": PODS })).await;
    running.deploy().await;
    assert_eq!(ready().await, up);
    let health = read(running.api.with_token(None).request("GET", "/health")).await;
    assert_eq!((health.status, health.text.as_str()), (200, "ok"));
}

#[tokio::test]
async fn datasets_are_those_of_the_deployment_and_what_was_loaded() {
    let running = Running::start().await;
    running.load("extra", json!([{ "a": 1 }])).await;
    // What is not deployed yet does not show.
    running
        .api
        .put(&running.app, json!({ "spicepod": { "datasets": [{ "name": "next", "from": "x" }] } }))
        .await;
    let plain = running.get("/v1/datasets").await.body;
    let names =
        |of: &Value| of.as_array().unwrap().iter().map(|view| view["name"].clone()).collect::<Vec<_>>();
    assert_eq!(names(&plain), ["trips", "cabs", "extra"]);
    assert_eq!(plain[0], json!({ "name": "trips", "from": "s3://acme/trips/" }));
    let full = running.get("/v1/datasets?status=true").await.body;
    assert_eq!(full[0], json!({ "name": "trips", "from": "s3://acme/trips/", "status": "ready" }));
    assert_eq!(full[1]["status"], "error");
    let message = full[1]["error_message"].as_str().unwrap();
    assert!(message.contains("no rows of cabs") && message.contains("PUT /_emulator/apps/"), "{message}");
    assert_eq!(full[2], json!({ "name": "extra", "from": "emulator", "status": "ready" }));
    running.deploy().await;
    assert_eq!(names(&running.get("/v1/datasets").await.body), ["next", "extra", "trips"]);
}

#[tokio::test]
async fn rows_are_loaded_listed_and_removed() {
    let running = Running::start().await;
    let admin = async |method: &str, name: &str, body: Option<Value>| {
        running.api.admin(method, &running.place(name), body).await
    };
    let listed = json!({ "datasets": [{ "name": "trips", "from": null, "rows": 2 }] });
    assert_eq!(admin("GET", "", None).await.body, listed);
    let state = &running.api.emulator.state()["apps"][0]["datasets"];
    assert_eq!(*state, json!({ "trips": 2 }));
    let body = json!({ "rows": [{ "id": 1, "fast": true }], "from": "s3://other/" });
    assert_eq!(
        admin("PUT", "/trips", Some(body)).await.body,
        json!({
            "name": "trips", "from": "s3://other/", "rows": 1,
            "columns": [{ "name": "id", "data_type": "Int64" }, { "name": "fast", "data_type": "Boolean" }],
        })
    );
    assert_eq!(running.get("/v1/datasets").await.body[0]["from"], "s3://other/");
    for body in [
        json!({}),
        json!({ "rows": [] }),
        json!({ "rows": [1] }),
        json!({ "rows": [{ "a": 1 }], "form": "x" }),
    ] {
        assert_eq!(admin("PUT", "/trips", Some(body.clone())).await.status, 400, "{body}");
    }
    assert_eq!(admin("PUT", "/TRIPS", Some(json!({ "rows": [{ "a": 1 }] }))).await.status, 400);
    assert_eq!(admin("DELETE", "/trips", None).await.status, 204);
    assert_eq!(admin("DELETE", "/trips", None).await.status, 404);
    assert_eq!(admin("POST", "/trips", None).await.header("allow"), "PUT, DELETE");
    assert_eq!(running.api.admin("GET", "/apps/7/datasets", None).await.status, 404);
    assert_eq!(running.api.admin("GET", "/apps/x/datasets", None).await.status, 400);
}

#[tokio::test]
async fn search_finds_rows_by_their_words() {
    let running = Running::start().await;
    running
        .load(
            "notes",
            json!([{ "id": 7, "text": "A late parcel to Reno", "days": 3 }, { "id": 8, "text": "Tea" }]),
        )
        .await;
    let body = json!({ "text": "late in Reno", "additional_columns": ["days"] });
    let found = running.post("/v1/search", body).await.body;
    assert_eq!(found["duration_ms"], 0);
    let results = found["results"].as_array().unwrap();
    assert_eq!(
        results[0],
        json!({
            "dataset": "notes", "_score": 2.0 / 3.0, "matches": { "text": "A late parcel to Reno" },
            "primary_key": { "id": 7 }, "data": { "days": 3 }, "metadata": {},
        })
    );
    assert_eq!((results.len(), &results[1]["dataset"]), (2, &json!("trips")));
    let only =
        running.post("/v1/search", json!({ "text": "Reno", "datasets": ["trips"], "limit": 1 })).await.body;
    assert_eq!(
        (only["results"].as_array().unwrap().len(), &only["results"][0]["dataset"]),
        (1, &json!("trips"))
    );
    for (body, status, words) in [
        (json!({ "text": "Reno", "datasets": ["lost"] }), 400, "no dataset lost"),
        (json!({ "text": "Reno", "datasets": ["cabs"] }), 400, "no rows of cabs"),
        (json!({ "text": "Reno", "additional_columns": ["lost"] }), 400, "column lost"),
        (json!({ "text": "Reno", "limit": 0 }), 400, "limit"),
        (json!({ "limit": 1 }), 400, "text"),
        (json!(["Reno"]), 400, "object"),
        (json!({ "text": "Reno", "where": "km > 3" }), 501, "emulator_not_implemented"),
        (json!({ "text": "Reno", "keywords": ["Reno"] }), 501, "emulator_not_implemented"),
    ] {
        let answer = running.post("/v1/search", body.clone()).await;
        assert!(answer.status == status && answer.text.contains(words), "{body}: {}", answer.text);
    }
}

#[tokio::test]
async fn figures_count_what_was_answered() {
    let running = Running::start().await;
    running.get("/v1/ready").await;
    running.get("/v1/ready").await;
    running.with("spice_emu_key_wrong", "GET", "/v1/ready", "").await;
    let before = running.api.emulator.snapshot();
    let metrics = running.get("/v1/metrics").await;
    assert!(metrics.header("content-type").starts_with("text/plain; version=0.0.4"));
    let expected = "# HELP http_requests Requests that this runtime has answered.\n# TYPE http_requests counter\n\
                    http_requests{method=\"GET\",path=\"/v1/ready\",status=\"200\"} 2\n\
                    # HELP query_executions Queries that gave rows.\n# TYPE query_executions counter\n\
                    query_executions 0\n\
                    # HELP dataset_active_count Datasets that can be queried.\n# TYPE dataset_active_count gauge\n\
                    dataset_active_count 1\n";
    assert_eq!(metrics.text, expected);
    assert!(running.get("/v1/metrics").await.text.contains("path=\"/v1/metrics\",status=\"200\"} 1"));
    running.api.emulator.restore(&before);
    assert_eq!(running.get("/v1/metrics").await.text, expected);
}

#[tokio::test]
async fn the_log_and_faults_know_runtimes_and_no_keys() {
    let running = Running::start().await;
    running.api.emulator.clear_requests();
    running.with(&running.second, "GET", "/v1/datasets?status=true", "").await;
    let fault = json!({ "match": { "path": "/v1/search" }, "do": { "kind": "status", "status": 503, "text": "busy" } });
    running.api.emulator.add_fault(fault).unwrap();
    let busy = running.post("/v1/search", json!({ "text": "Reno" })).await;
    assert_eq!((busy.status, busy.text.as_str()), (503, "busy"));
    let requests = running.api.emulator.requests();
    let id = running.app.rsplit('/').next().unwrap();
    assert_eq!(requests[0].operation.as_deref(), Some("runtime.datasets"));
    assert_eq!(requests[0].template.as_deref(), Some("/v1/datasets"));
    assert_eq!(requests[0].token, Some(format!("app {id} key 2")));
    assert_eq!((requests[1].status, requests[1].token.clone()), (503, Some(format!("app {id} key 1"))));
    assert!(requests[1].fault.is_some());
    assert!(!format!("{requests:?}").contains("spice_emu_key_"));
    let wrong = read(running.api.request("DELETE", "/v1/sql")).await;
    assert_eq!((wrong.status, wrong.header("allow")), (405, "POST"));
    let head = running.with(&running.key, "HEAD", "/v1/ready", "").await;
    assert_eq!((head.status, head.text.as_str()), (200, ""));
}

#[tokio::test]
async fn rate_limits_are_the_control_planes() {
    let running = Running::start().await;
    running.api.emulator.set_rate_limit(Some(RateLimit::per_minute(1)));
    for _ in 0..3 {
        let ready = running.get("/v1/ready").await;
        assert_eq!((ready.status, ready.header("x-ratelimit-limit")), (200, ""));
    }
    assert_eq!(running.api.get("/v1/apps").await.status, 200);
    assert_eq!(running.api.get("/v1/apps").await.status, 429);
}
