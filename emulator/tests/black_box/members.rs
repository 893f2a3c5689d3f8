//! Members of an organization.

use serde_json::json;

use crate::support::{Api, START};

#[tokio::test]
async fn members_are_added_changed_and_removed() {
    let api = Api::start();
    let added = api.post("/v1/members", json!({ "username": "Grace" })).await;
    assert_eq!(added.status, 201);
    assert_eq!((&added.body["username"], &added.body["roles"]), (&json!("grace"), &json!(["member"])));
    assert_eq!(added.body["created_at"], START);
    assert!(added.body.get("is_owner").is_none());
    let path = format!("/v1/members/{}", added.body["user_id"]);
    let changed = api.send("PATCH", &path, Some(json!({ "roles": ["admin", "billing"] }))).await;
    assert_eq!((changed.status, &changed.body["roles"]), (200, &json!(["admin", "billing"])));
    let read = api.get(&path).await.body;
    assert_eq!((&read["roles"], &read["is_owner"]), (&json!(["admin", "billing"]), &json!(false)));
    assert_eq!(api.get("/v1/members").await.body["members"].as_array().unwrap().len(), 2);
    assert_eq!(api.delete(&path).await.status, 204);
    assert_eq!(api.delete(&path).await.status, 404);
    assert_eq!(api.get(&path).await.status, 404);
}

#[tokio::test]
async fn only_known_users_join_and_only_once() {
    let api = Api::start();
    let unknown = api.post("/v1/members", json!({ "username": "nobody" })).await;
    assert_eq!(unknown.status, 404);
    assert!(unknown.error().starts_with("User not found"));
    assert_eq!(api.post("/v1/members", json!({ "username": "ada" })).await.status, 409);
    let viewer = api.post("/v1/members", json!({ "username": "linus", "roles": ["viewer"] })).await;
    assert_eq!(viewer.body["roles"], json!(["viewer"]));
    assert_eq!(api.post("/v1/members", json!({ "username": "linus" })).await.status, 409);
    assert_eq!(api.post("/v1/members", json!({})).await.status, 400);
}

#[tokio::test]
async fn the_owner_stays() {
    let api = Api::start();
    let owner = &api.get("/v1/members").await.body["members"][0];
    assert_eq!((&owner["is_owner"], &owner["roles"]), (&json!(true), &json!(["owner"])));
    let path = format!("/v1/members/{}", owner["user_id"]);
    assert_eq!(api.delete(&path).await.status, 403);
    assert_eq!(api.send("PATCH", &path, Some(json!({ "roles": ["member"] }))).await.status, 403);
    assert_eq!(api.send("PATCH", &path, Some(json!({ "roles": [] }))).await.status, 400);
}
