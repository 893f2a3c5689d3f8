//! The data directory: what survives a restart, and what happens when nothing can be written.

use std::fs;

use serde_json::{Value, json};
use spice_cloud_emulator::{ClockMode, EmulatorBuilder, MintToken, Progression, Seed, StartError};
use tempfile::TempDir;

use crate::support::{Api, builder, read};

fn kept_in(folder: &TempDir) -> EmulatorBuilder {
    builder().data_dir(folder.path().join("data"))
}

fn document(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("data/state.json")).unwrap()
}

#[tokio::test]
async fn a_restart_keeps_everything() {
    let folder = tempfile::tempdir().unwrap();
    let api = Api::from(kept_in(&folder).seed(Seed::Demo));
    let app = api.deployable("kept-app").await;
    api.post(&format!("{app}/secrets"), json!({ "name": "A", "value": "hush-hush" })).await;
    api.post(&format!("{app}/api-keys"), json!({ "key_number": 2 })).await;
    api.post("/v1/members", json!({ "username": "margaret" })).await;
    let deployment =
        format!("{app}/deployments/{}", api.post(&format!("{app}/deployments"), json!({})).await.id());
    let minted = api.emulator.mint(MintToken::new().label("minted"));
    let revoked = api.emulator.mint(MintToken::new());
    api.admin("POST", "/tokens/revoke", Some(json!({ "token": revoked }))).await;
    api.admin("POST", "/clock", Some(json!({ "advance": "350ms" }))).await;
    let before = api.emulator.state();
    let keys = api.get(&format!("{app}/api-keys")).await.body;
    let next = {
        let snapshot = api.emulator.snapshot();
        let next = api.app("next-app").await;
        api.emulator.restore(&snapshot);
        next
    };
    assert!(!document(&folder).contains("hush-hush"));
    api.emulator.stop();

    // The seed and the clock of the start are those of the first one.
    let again = Api::from(kept_in(&folder).clock(ClockMode::Real));
    assert_eq!(again.emulator.state(), before);
    assert_eq!(again.get(&format!("{app}/api-keys")).await.body, keys);
    assert_eq!(again.get(&deployment).await.body["status"], "in_progress");
    assert_eq!(again.with_token(Some(&minted)).get("/v1/apps").await.status, 200);
    assert_eq!(again.with_token(Some(&revoked)).get("/v1/apps").await.error(), "Token revoked");
    assert_eq!(again.app("next-app").await, next, "identifiers and randomness go on");
    again.advance(1000);
    assert_eq!(again.get(&deployment).await.body["status"], "succeeded");
}

#[tokio::test]
async fn documents_without_runtimes_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let api = Api::from(kept_in(&folder).progression(Progression::Immediate));
    let app = api.deployable("my-app").await;
    api.post(&format!("{app}/deployments"), json!({})).await;
    api.emulator.stop();
    let mut document: Value = serde_json::from_str(&document(&folder)).unwrap();
    for app in document["world"]["state"]["apps"].as_object_mut().unwrap().values_mut() {
        assert!(app.as_object_mut().unwrap().remove("runtime").is_some());
        for deployment in app["deployments"].as_array_mut().unwrap() {
            assert!(deployment.as_object_mut().unwrap().remove("spicepod").is_some());
        }
    }
    fs::write(folder.path().join("data/state.json"), document.to_string()).unwrap();
    let again = Api::from(kept_in(&folder));
    let keys = again.get(&format!("{app}/api-keys")).await.body;
    let runtime = again.with_token(keys["api_key"].as_str());
    assert_eq!(read(runtime.request("GET", "/v1/datasets")).await.body, json!([]));
}

#[tokio::test]
async fn tokens_of_clients_survive() {
    let folder = tempfile::tempdir().unwrap();
    let api = Api::from(kept_in(&folder));
    let credentials = json!({
        "grant_type": "client_credentials",
        "client_id": api.emulator.client_id(),
        "client_secret": api.emulator.client_secret()
    });
    let token = api.post("/api/oauth/token", credentials).await.body["access_token"].clone();
    api.emulator.stop();
    let again = Api::from(kept_in(&folder)).with_token(token.as_str());
    assert_eq!(again.get("/v1/apps").await.status, 200);
}

#[tokio::test]
async fn only_changes_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let api = Api::from(kept_in(&folder).progression(Progression::Polls(1)));
    let app = api.deployable("my-app").await;
    api.post(&format!("{app}/deployments"), json!({})).await;
    let written = document(&folder);
    fs::write(folder.path().join("data/state.json"), "not touched").unwrap();
    for path in ["", "/deployments", "/secrets"] {
        assert_eq!(api.get(&format!("{app}{path}")).await.status, 200);
    }
    assert_eq!(api.post("/v1/apps", json!({ "name": "my-app" })).await.status, 409);
    assert_eq!(document(&folder), "not touched");
    api.app("other-app").await;
    assert!(document(&folder).len() > written.len());
}

#[tokio::test]
async fn what_cannot_be_stored_is_not_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let api = Api::from(kept_in(&folder));
    let data = folder.path().join("data");
    let kept = document(&folder);
    fs::remove_dir_all(&data).unwrap();
    let answer = api.post("/v1/apps", json!({ "name": "lost-app" })).await;
    assert_eq!(answer.status, 500);
    assert!(answer.error().contains("could not be stored"), "{}", answer.error());
    assert_eq!(api.get("/v1/apps").await.body, json!({ "apps": [] }));
    let state = api.emulator.state();
    let credentials = json!({
        "grant_type": "client_credentials",
        "client_id": api.emulator.client_id(),
        "client_secret": api.emulator.client_secret()
    });
    assert_eq!(
        crate::support::read(api.request("POST", "/api/oauth/token").body(credentials.to_string()))
            .await
            .status,
        500
    );
    assert_eq!(api.admin("POST", "/tokens", None).await.status, 500);
    assert_eq!(api.admin("POST", "/clock", Some(json!({ "advance": "1h" }))).await.status, 500);
    assert_eq!(api.admin("POST", "/reset", None).await.status, 500);
    assert_eq!(api.emulator.state(), state, "nothing has changed");
    fs::create_dir(&data).unwrap();
    fs::write(data.join("state.json"), kept).unwrap();
    api.app("lost-app").await;
    assert_eq!(Api::from(kept_in(&folder)).emulator.state(), api.emulator.state());
}

#[tokio::test]
async fn a_reset_is_stored() {
    let folder = tempfile::tempdir().unwrap();
    let api = Api::from(kept_in(&folder));
    let before = api.emulator.state();
    api.app("my-app").await;
    assert_eq!(api.admin("POST", "/reset", None).await.status, 204);
    assert_eq!(Api::from(kept_in(&folder)).emulator.state(), before);
    api.app("my-app").await;
    api.emulator.reset();
    assert_eq!(Api::from(kept_in(&folder)).emulator.state(), before);
}

#[test]
fn a_damaged_document_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("data")).unwrap();
    fs::write(folder.path().join("data/state.json"), "{\"format\":").unwrap();
    let error = kept_in(&folder).start().unwrap_err();
    assert!(matches!(error, StartError::DataDir { .. }));
    let words = error.to_string();
    assert!(words.contains("data") && words.contains("damaged"), "{words}");
    fs::write(folder.path().join("file"), "").unwrap();
    let error = builder().data_dir(folder.path().join("file")).start().unwrap_err();
    assert!(error.to_string().contains("cannot be made"), "{error}");
}

#[tokio::test]
async fn without_a_directory_nothing_is_stored() {
    let api = Api::start();
    assert_eq!(api.admin("GET", "/info", None).await.body["stored"], Value::Bool(false));
    let folder = tempfile::tempdir().unwrap();
    let api = Api::from(kept_in(&folder));
    assert_eq!(api.admin("GET", "/info", None).await.body["stored"], Value::Bool(true));
}
