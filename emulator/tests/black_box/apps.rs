//! Apps: creation, reading, change, deletion, paging.

use serde_json::{Value, json};

use crate::support::{Api, SPICEPOD, START};

#[tokio::test]
async fn an_app_is_created_with_its_defaults() {
    let api = Api::start();
    let answer = api.post("/v1/apps", json!({ "name": "my-app" })).await;
    assert_eq!(answer.status, 201);
    let app = &answer.body;
    assert_eq!(app["visibility"], "private");
    assert_eq!(app["created_at"], START);
    assert_eq!(app["region"], "us-west-2");
    assert_eq!(app["cname"], "us-west-2-prod-aws-data");
    assert_eq!(app["endpoint"], "https://us-west-2-prod-aws-data.spiceai.io");
    assert_eq!(app["config"]["replicas"], 1);
    assert!(app.get("api_key").is_none());
    assert_eq!(api.get(&format!("/v1/apps/{}", answer.id())).await.body, *app);
}

#[tokio::test]
async fn every_spelling_of_a_region_is_taken() {
    let api = Api::start();
    let spellings = ["us-east-1", "us-east-1.spice.cloud", "us-east-1-prod-aws-data"];
    for (index, spelling) in spellings.into_iter().enumerate() {
        for field in ["region", "cname"] {
            let body = json!({ "name": format!("app-{field}-{index}"), field: spelling });
            let answer = api.post("/v1/apps", body).await;
            assert_eq!(answer.status, 201, "{field} {spelling}: {}", answer.text);
            assert_eq!(answer.body["region"], "us-east-1");
        }
    }
    for region in ["mars-north-1", "us-east-2", "nonsense"] {
        let answer = api.post("/v1/apps", json!({ "name": "lost-app", "region": region })).await;
        assert_eq!(answer.status, 400);
        assert!(answer.body["details"]["fieldErrors"]["region"].is_array(), "{}", answer.text);
    }
}

#[tokio::test]
async fn wrong_bodies_are_explained() {
    let api = Api::start();
    let app = api.app("my-app").await;
    for (body, field) in [
        (json!({ "name": "abc" }), "name"),
        (json!({ "name": "x".repeat(39) }), "name"),
        (json!({ "name": "under_score" }), "name"),
        (json!({}), "name"),
        (json!({ "name": "good", "visibility": "hidden" }), "visibility"),
        (json!({ "name": "good", "replicas": 11 }), "replicas"),
        (json!({ "name": "good", "tags": { "a": "b c" } }), "tags"),
        (json!({ "name": "good", "cluster_name": "none" }), "cluster_name"),
    ] {
        let answer = api.post("/v1/apps", body).await;
        assert_eq!(answer.status, 400, "{}", answer.text);
        assert!(answer.body["details"]["fieldErrors"][field].is_array(), "{}", answer.text);
        assert!(answer.body["details"]["formErrors"].is_array());
    }
    for (body, field) in [
        (json!({ "replicas": 0 }), "replicas"),
        (json!({ "spicepod": "- a list" }), "spicepod"),
        (json!({ "spicepod": 7 }), "spicepod"),
        (json!({ "region": "us-east-2" }), "region"),
        (json!({ "storage_size_gb": 0 }), "storage_size_gb"),
    ] {
        let answer = api.put(&app, body).await;
        assert_eq!(answer.status, 400, "{}", answer.text);
        assert!(answer.body["details"]["fieldErrors"][field].is_array(), "{}", answer.text);
    }
}

#[tokio::test]
async fn a_change_touches_only_what_it_names() {
    let api = Api::start();
    let app = api.app("my-app").await;
    let body = json!({ "replicas": 3, "image_tag": "1.5.0-models", "description": "One", "tags": { "a": "1", "b": "2" } });
    api.put(&app, body).await;
    let body =
        json!({ "tags": { "c": "3" }, "spicepod": { "version": "v1", "kind": "Spicepod" }, "colour": "red" });
    let answer = api.put(&app, body).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body["description"], "One");
    assert_eq!(answer.body["tags"], json!({ "c": "3" }));
    let config = &answer.body["config"];
    assert_eq!((&config["replicas"], &config["image_tag"]), (&json!(3), &json!("1.5.0-models")));
    assert_eq!(config["spicepod"]["kind"], "Spicepod");
    let body = json!({ "image_tag": null, "tags": null, "update_channel": null, "spicepod": SPICEPOD });
    let answer = api.put(&app, body).await;
    assert_eq!(answer.body["config"]["image_tag"], Value::Null);
    assert_eq!(answer.body["config"]["spicepod"], SPICEPOD);
    assert_eq!(answer.body["tags"], json!({}));
    assert_eq!(
        api.put(&app, json!({ "region": "us-east-1" })).await.body["cname"],
        "us-east-1-prod-aws-data"
    );
}

#[tokio::test]
async fn names_are_unique_whatever_the_case() {
    let api = Api::start();
    api.app("My-App").await;
    let answer = api.post("/v1/apps", json!({ "name": "my-app" })).await;
    assert_eq!((answer.status, answer.error()), (409, "App \"my-app\" already exists in this organization"));
}

#[tokio::test]
async fn deletion_hides_an_app_and_its_name_brings_it_back() {
    let api = Api::start();
    let app = api.deployable("come-back").await;
    let before = api.get(&app).await.body;
    let keys = api.get(&format!("{app}/api-keys")).await.body;
    api.post(&format!("{app}/secrets"), json!({ "name": "A", "value": "v" })).await;
    assert_eq!(api.post(&format!("{app}/deployments"), json!({})).await.status, 202);
    assert_eq!(api.delete(&app).await.status, 204);
    for path in
        [app.clone(), format!("{app}/deployments"), format!("{app}/secrets"), format!("{app}/metrics")]
    {
        assert_eq!(api.get(&path).await.status, 404, "{path}");
    }
    let id = before["id"].as_i64().unwrap();
    assert_eq!(api.delete(&app).await.error(), format!("App with ID {id} not found"));
    assert_eq!(api.get("/v1/apps").await.body, json!({ "apps": [] }));

    api.advance(60_000);
    let again = api.post("/v1/apps", json!({ "name": "Come-Back" })).await;
    assert_eq!(again.status, 201);
    assert_eq!((&again.body["id"], &again.body["created_at"]), (&before["id"], &before["created_at"]));
    assert_eq!(again.body["config"]["spicepod"], Value::Null);
    assert_eq!(api.get(&format!("{app}/api-keys")).await.body, keys);
    assert_eq!(api.get(&format!("{app}/secrets")).await.body["secrets"][0]["name"], "A");
    let deployment = &api.get(&format!("{app}/deployments")).await.body["deployments"][0];
    assert_eq!(
        (&deployment["status"], &deployment["error_code"]),
        (&json!("failed"), &json!("internal_error"))
    );
    assert_eq!(deployment["finished_at"], START);
}

#[tokio::test]
async fn lists_are_paged_in_three_ways() {
    let api = Api::start();
    for index in 0..45 {
        api.app(&format!("app-{index:02}")).await;
    }
    let ids = |body: &Value| -> Vec<i64> {
        body["apps"].as_array().unwrap().iter().map(|app| app["id"].as_i64().unwrap()).collect()
    };
    let all = ids(&api.get("/v1/apps?limit=1000").await.body);
    assert_eq!(all.len(), 45);
    assert!(all.windows(2).all(|pair| pair[0] > pair[1]), "newest first");
    assert_eq!(ids(&api.get("/v1/apps").await.body), all[..20]);
    assert_eq!(ids(&api.get("/v1/apps?limit=10&offset=40").await.body), all[40..]);
    assert!(ids(&api.get("/v1/apps?offset=99").await.body).is_empty());
    assert_eq!(ids(&api.get(&format!("/v1/apps?limit=5&after_id={}", all[9])).await.body), all[10..15]);
    let listed = &api.get("/v1/apps?limit=1").await.body["apps"][0];
    assert!(listed.get("config").is_none());
    for query in ["limit=0", "limit=1001", "limit=ten", "limit=", "offset=-1", "after_id=0"] {
        assert_eq!(api.get(&format!("/v1/apps?{query}")).await.status, 400, "{query}");
    }
}

#[tokio::test]
async fn projects_are_apps_under_another_name() {
    let api = Api::start();
    let created = api.post("/v1/projects", json!({ "name": "one-store" })).await;
    assert_eq!(created.status, 201);
    let id = created.id();
    let by_apps = api.get("/v1/apps").await;
    let by_projects = api.get("/v1/projects").await;
    assert_eq!(by_apps.body["apps"], by_projects.body["projects"]);
    assert!(by_apps.body.get("projects").is_none() && by_projects.body.get("apps").is_none());
    assert_eq!(by_apps.header("deprecation"), "true");
    assert_eq!(by_projects.header("deprecation"), "");
    assert_eq!(api.get(&format!("/v1/projects/{id}/secrets")).await.body, json!({ "secrets": [] }));
}

#[tokio::test]
async fn ids_that_are_no_positive_numbers_are_refused() {
    let api = Api::start();
    for id in ["0", "-1", "abc", "1.5", "%31x", "99999999999999999999"] {
        assert_eq!(api.get(&format!("/v1/apps/{id}")).await.status, 400, "{id}");
    }
    assert_eq!(api.get("/v1/apps/7?app_id=1").await.error(), "App with ID 7 not found");
}

#[tokio::test]
async fn marks_have_their_effects() {
    let api = Api::start();
    let app = api.deployable("my-app").await;
    let id = app.rsplit('/').next().unwrap();
    let mark = async |body: Value| api.admin("POST", &format!("/apps/{id}"), Some(body)).await;
    let marked = mark(json!({ "paused": true, "github_connected": true })).await;
    assert_eq!((marked.status, &marked.body["paused"]), (200, &json!(true)));
    let refused = api.post(&format!("{app}/deployments"), json!({})).await;
    assert_eq!((refused.status, &refused.body["code"]), (400, &json!("spicepod_paused")));
    let refused = api.put(&app, json!({ "spicepod": { "version": "v2" }, "replicas": 2 })).await;
    assert_eq!((refused.status, &refused.body["code"]), (409, &json!("github_connected")));
    assert_eq!(
        api.put(&app, json!({ "replicas": 2, "spicepod": SPICEPOD })).await.body["config"]["replicas"],
        2
    );
    let state = api.emulator.state();
    assert_eq!(
        (&state["apps"][0]["paused"], &state["apps"][0]["github_connected"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(mark(json!({ "paused": false })).await.body["github_connected"], true);
    assert_eq!(api.post(&format!("{app}/deployments"), json!({})).await.status, 202);
    assert_eq!(mark(json!({ "pause": true })).await.status, 400);
    assert_eq!(api.admin("POST", "/apps/1", None).await.status, 404);
    assert_eq!(api.admin("POST", "/apps/x", None).await.status, 400);
    assert_eq!(api.admin("GET", "/apps/1", None).await.header("allow"), "POST");
}

#[tokio::test]
async fn the_state_tells_who_came_back() {
    let api = Api::start();
    let app = api.app("my-app").await;
    assert_eq!(api.emulator.state()["apps"][0]["reactivated"], false);
    api.delete(&app).await;
    assert_eq!(api.app("my-app").await, app);
    assert_eq!(api.emulator.state()["apps"][0]["reactivated"], true);
}
