//! Quirks of older servers.

use serde_json::json;
use spice_cloud_emulator::Quirks;

use crate::support::{Api, builder};

async fn names(api: &Api, query: &str) -> Vec<String> {
    let body = api.get(&format!("/v1/apps{query}")).await.body;
    let apps = body["apps"].as_array().unwrap();
    apps.iter().map(|app| app["name"].as_str().unwrap().to_owned()).collect()
}

async fn four_apps(quirks: Quirks) -> Api {
    let api = Api::from(builder().quirks(quirks));
    for name in ["app-1", "app-2", "app-3", "app-4"] {
        api.app(name).await;
    }
    api
}

#[tokio::test]
async fn an_ignored_offset_starts_again() {
    let api = four_apps(Quirks::new().ignore_offset(true)).await;
    assert_eq!(names(&api, "?limit=2&offset=2").await, ["app-4", "app-3"]);
    assert_eq!(names(&api, "?limit=2&after_id=1").await, ["app-4", "app-3"]);
}

#[tokio::test]
async fn an_ignored_limit_gives_everything() {
    let api = four_apps(Quirks::new().ignore_limit(true)).await;
    assert_eq!(names(&api, "?limit=2").await.len(), 4);
    assert_eq!(names(&api, "?limit=2&offset=1").await, ["app-3", "app-2", "app-1"]);
}

#[tokio::test]
async fn short_pages_hold_less_than_asked_for() {
    let api = four_apps(Quirks::new().short_pages(3)).await;
    assert_eq!(names(&api, "?limit=100").await.len(), 3);
    assert_eq!(names(&api, "?limit=2").await.len(), 2);
    assert_eq!(names(&api, "?limit=100&offset=3").await, ["app-1"]);
    api.emulator.set_quirks(Quirks::new().ignore_limit(true).short_pages(1));
    assert_eq!(names(&api, "?limit=100").await.len(), 1);
}

#[tokio::test]
async fn single_deployments_can_be_missing() {
    let api = Api::start();
    let app = api.deployable("my-app").await;
    let id = api.post(&format!("{app}/deployments"), json!({})).await.id();
    let set = api.admin("POST", "/quirks", Some(json!({ "no_single_deployment": true }))).await;
    assert_eq!((set.status, &set.body["no_single_deployment"]), (200, &json!(true)));
    assert_eq!(api.get(&format!("{app}/deployments/{id}")).await.status, 404);
    assert_eq!(api.get(&format!("{app}/deployments")).await.body["deployments"][0]["id"], id);
    assert_eq!(api.admin("POST", "/quirks", None).await.status, 200);
    assert_eq!(api.admin("GET", "/quirks", None).await.body["no_single_deployment"], false);
    assert_eq!(api.get(&format!("{app}/deployments/{id}")).await.status, 200);
    assert_eq!(api.admin("POST", "/quirks", Some(json!({ "short": 1 }))).await.status, 400);
    api.admin("POST", "/quirks", Some(json!({ "ignore_limit": true }))).await;
    api.emulator.reset();
    assert_eq!(api.admin("GET", "/quirks", None).await.body["ignore_limit"], false);
}
