//! Plans and what they do, against a scripted server.

use std::sync::Arc;

use serde_json::json;

use super::super::Document;
use super::NOON;
use crate::engine::tests::script::{Script, json as answer, served, status};
use crate::error::ErrorKind;
use crate::wire::Secret;
use crate::{ApplyPlan, Client, PlanState};

/// A server with an app of its own, and one secret.
fn server(replicas: i64) -> (Client, Arc<Script>) {
    let app = json!({ "id": 7, "name": "bi", "config": { "replicas": replicas } });
    served([
        ("GET /v1/apps", vec![answer(json!({ "apps": [{ "id": 7, "name": "bi" }] }))]),
        ("GET /v1/apps/7", vec![answer(app)]),
        ("GET /v1/apps/7/secrets", vec![answer(json!({ "secrets": [] }))]),
        ("GET /v1/apps/7/deployments", vec![answer(json!({ "deployments": [] }))]),
    ])
}

fn wanted() -> PlanState {
    let state = json!({ "app": { "name": "bi", "replicas": 2 }, "secrets": ["A"] });
    PlanState::builder().desired(state).values([("A", Secret::from("canary-value"))]).build()
}

fn applied(document: impl Into<String>) -> ApplyPlan {
    ApplyPlan::builder().document(document).values([("A", Secret::from("canary-value"))]).build()
}

#[tokio::test(start_paused = true)]
async fn a_plan_changes_nothing_and_holds_no_secret() {
    let (client, script) = server(1);
    let plan = client.plan(wanted()).await.unwrap();
    assert!(script.asked().iter().all(|asked| asked.starts_with("GET ")), "{:?}", script.asked());
    assert!(!plan.is_empty && plan.text.starts_with("~ app bi: replicas 1 → 2\n+ secret A"), "{plan:?}");
    assert!(!format!("{plan:?}").contains("canary") && !plan.document.contains("canary"), "{plan:?}");
    let document = Document::read(&plan.document).unwrap();
    assert_eq!((document.steps.len(), document.prune), (2, false));
    assert_eq!(serde_json::to_string(&document).unwrap(), plan.document);
}

#[tokio::test(start_paused = true)]
async fn a_document_that_is_none_of_this_version_is_refused() {
    let (client, script) = server(1);
    let document = client.plan(wanted()).await.unwrap().document;
    let before = script.asked().len();
    let newer = document.replace("\"version\":1", "\"version\":2");
    for (text, problem) in
        [(newer.as_str(), "another version"), ("{}", "not that of a plan"), ("plan", "not that of a plan")]
    {
        let error = client.apply(applied(text)).await.unwrap_err();
        assert_eq!((error.kind(), error.operation()), (ErrorKind::ValidationError, Some("client.apply")));
        assert!(error.field_errors()["document"][0].contains(problem), "{error}");
    }
    assert_eq!(script.asked().len(), before, "nothing is asked for");
}

#[tokio::test(start_paused = true)]
async fn a_plan_that_no_longer_fits_is_refused() {
    let (client, _) = server(1);
    let document = client.plan(wanted()).await.unwrap().document;
    // Of what the plan speaks of, or of anything that an update may set.
    let elsewhere = server(1);
    let app = json!({ "id": 7, "name": "bi", "description": "new", "config": { "replicas": 1 } });
    elsewhere.1.serve([("GET /v1/apps/7", vec![answer(app)])]);
    for (client, script) in [server(3), elsewhere] {
        let error = client.apply(applied(document.clone())).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Conflict);
        assert!(script.asked().iter().all(|asked| asked.starts_with("GET ")), "{:?}", script.asked());
    }
    // Nor does an apply do more than was read.
    let fewer = document.replace("\"secret A\"", "\"secret B\"");
    assert_ne!(fewer, document);
    let (client, _) = server(1);
    assert_eq!(client.apply(applied(fewer)).await.unwrap_err().kind(), ErrorKind::Conflict);
}

#[tokio::test(start_paused = true)]
async fn an_apply_does_what_was_planned_and_says_how_far_it_got() {
    const UPDATE: &str = "PUT /v1/apps/7";
    const SET: &str = "POST /v1/apps/7/secrets";
    let updated = || answer(json!({ "id": 7, "name": "bi", "config": { "replicas": 2 } }));
    let set = answer(json!({ "name": "A", "updated_at": NOON }));
    let (client, script) = server(1);
    script.serve([(UPDATE, vec![updated()]), (SET, vec![set])]);
    let plan = client.plan(wanted()).await.unwrap();
    let applied_plan = client.apply(applied(plan.document.clone())).await.unwrap();
    assert_eq!(applied_plan.changes, plan.changes);
    assert_eq!(script.bodies(UPDATE), [json!({ "replicas": 2 })]);
    let prints = &applied_plan.fingerprints;
    assert!(prints.contains("\"A\"") && !prints.contains("canary"), "{prints}");

    let (client, script) = server(1);
    script.serve([(UPDATE, vec![updated()]), (SET, vec![status(400)])]);
    let error = client.apply(applied(plan.document)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BadRequest);
    let hint = error.hint().unwrap();
    assert!(hint.contains("this failed: secret A. Done before it: app bi: replicas 1 → 2."), "{hint}");
}

#[tokio::test(start_paused = true)]
async fn a_secret_without_a_value_is_refused_before_anything_is_sent() {
    let (client, _) = server(1);
    let state = json!({ "app": { "name": "bi" }, "secrets": { "A": { "env": "SPICE_CLOUD_TEST_UNSET" } } });
    let error = client.plan(PlanState::builder().desired(state).build()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ValidationError);
    assert!(error.field_errors()["secrets.A"][0].contains("SPICE_CLOUD_TEST_UNSET"), "{error}");
}
