//! Queries: what a runtime is sent as SQL, and what it answers.

use serde_json::{Value, json};
use spice_cloud_emulator::Seed;

use crate::runtime::Running;
use crate::support::{Api, builder, read};

#[tokio::test]
async fn rows_come_as_a_list_or_with_their_schema() {
    let running = Running::start().await;
    let plain = running.sql("SELECT id, km FROM trips ORDER BY id").await;
    assert_eq!((plain.status, plain.header("content-type")), (200, "application/json"));
    assert_eq!(plain.body, json!([{ "id": 1, "km": 12.5 }, { "id": 2, "km": 3.0 }]));
    let request = running.api.with_token(Some(&running.key)).request("POST", "/v1/sql");
    let request = request.header("accept", "application/vnd.spiceai.sql.v1+json");
    let full =
        read(request.header("content-type", "text/plain").body("SELECT km, \"to\" FROM trips LIMIT 1")).await;
    assert_eq!(full.header("content-type"), "application/vnd.spiceai.sql.v1+json");
    let field = |name: &str, data_type: &str| {
        json!({
            "name": name, "data_type": data_type, "nullable": true, "dict_id": 0, "dict_is_ordered": false,
            "metadata": {},
        })
    };
    let schema = json!({ "fields": [field("km", "Float64"), field("to", "Utf8")], "metadata": {} });
    let expected = json!({
        "row_count": 1, "schema": schema, "data": [{ "km": 12.5, "to": "Reno" }], "execution_time_ms": 0,
    });
    assert_eq!(full.body, expected);
}

#[tokio::test]
async fn a_body_in_json_needs_parameters() {
    let running = Running::start().await;
    let statement = "SELECT \"to\" FROM trips WHERE id = $1";
    let answer = running.post("/v1/sql", json!({ "sql": statement, "parameters": [2] })).await;
    assert_eq!(answer.body, json!([{ "to": "Tampere" }]));
    let none = running.post("/v1/sql", json!({ "sql": "SELECT 1" })).await;
    assert!(none.status == 400 && none.text.contains("parameters"), "{}", none.text);
}

#[tokio::test]
async fn mistakes_and_changes_are_refused_in_words() {
    let running = Running::start().await;
    for (statement, words) in [
        ("SELECT * FROM cabs", "no such table: cabs"),
        ("SELEC", "syntax error"),
        ("DELETE FROM trips", "Only queries"),
        ("PRAGMA query_only = 0", "Only queries"),
        ("", "no query"),
    ] {
        let answer = running.sql(statement).await;
        assert!(answer.status == 400 && answer.text.contains(words), "{statement}: {}", answer.text);
        assert!(answer.header("content-type").starts_with("text/plain"));
    }
    assert_eq!(running.sql("SELECT count(*) AS n FROM trips").await.body, json!([{ "n": 2 }]));
    assert!(running.get("/v1/metrics").await.text.contains("query_executions 1\n"));
}

#[tokio::test]
async fn a_long_query_keeps_nobody_waiting() {
    let running = Running::start().await;
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
    let mut query = std::pin::pin!(running.sql(endless));
    // Far more than can be answered before it begins.
    let mut left = 500;
    let ended = loop {
        tokio::select! {
            biased;
            ended = &mut query => break ended,
            ready = running.get("/v1/ready"), if left > 0 => {
                assert_eq!(ready.status, 200);
                left -= 1;
            }
        }
    };
    assert_eq!(left, 0, "others were answered meanwhile");
    assert!(ended.status == 408 && ended.text.contains("5s"), "{}", ended.text);
    let queries = running.api.emulator.requests().into_iter().filter(|request| request.path == "/v1/sql");
    assert_eq!(queries.map(|request| request.status).collect::<Vec<_>>(), [408]);
}

#[tokio::test]
async fn rows_survive_snapshots_and_restarts() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || builder().seed(Seed::Demo).data_dir(folder.path());
    let api = Api::from(kept());
    let apps = api.get("/v1/apps?limit=100").await.body;
    let orders = apps["apps"].as_array().unwrap().iter().find(|app| app["name"] == "orders-api").unwrap();
    let keys = api.get(&format!("/v1/apps/{}/api-keys", orders["id"])).await.body;
    let count = async |api: &Api| {
        let request = api.with_token(keys["api_key"].as_str()).request("POST", "/v1/sql");
        let answer = read(request.body("SELECT count(*) AS n FROM orders_api")).await;
        answer.body[0]["n"].clone()
    };
    assert_eq!(count(&api).await, 5, "the demo has rows");
    let snapshot = api.emulator.snapshot();
    let place = format!("/apps/{}/datasets/orders_api", orders["id"]);
    api.admin("PUT", &place, Some(json!({ "rows": [{ "id": 1 }] }))).await;
    assert_eq!(count(&api).await, 1);
    api.emulator.stop();
    let again = Api::from(kept());
    assert_eq!(count(&again).await, 1);
    again.emulator.restore(&snapshot);
    assert_eq!(count(&again).await, 5);
    again.admin("DELETE", &place, None).await;
    assert_eq!(count(&again).await, Value::Null);
    again.admin("POST", "/reset", None).await;
    assert_eq!(count(&again).await, 5);
}
