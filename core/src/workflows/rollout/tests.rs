//! Deploying as one call, against a scripted server.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use super::middle;
use crate::engine::tests::script::{Answer, Script, json as answer, ok, served, status};
use crate::error::{Error, ErrorKind};
use crate::{
    Client, CreateDeployment, DeployOptions, Deployment, DeploymentErrorCode, DeploymentEvent,
    DeploymentStatus,
};

const START: &str = "POST /v1/apps/7/deployments";
const LIST: &str = "GET /v1/apps/7/deployments";
const NINE: &str = "GET /v1/apps/7/deployments/9";
const TEN: &str = "GET /v1/apps/7/deployments/10";

fn created(id: i64) -> Answer {
    answer(json!({ "id": id, "status": "queued" }))
}

fn is(id: i64, status: &str) -> Answer {
    answer(json!({ "id": id, "status": status }))
}

fn failed(id: i64, code: &str) -> Answer {
    answer(json!({ "id": id, "status": "failed", "error_code": code, "error_message": "scripted" }))
}

fn past(deployments: &Value) -> Vec<Answer> {
    vec![answer(json!({ "deployments": deployments }))]
}

/// A server with one deployment of the past that succeeded.
fn server(routes: impl IntoIterator<Item = (&'static str, Vec<Answer>)>) -> (Client, Arc<Script>) {
    let five = json!([{ "id": 5, "status": "succeeded", "image_tag": "1.2.3", "branch": "main" }]);
    let (client, script) = served([(LIST, past(&five))]);
    script.serve(routes);
    (client, script)
}

/// The states that were told, with their notes, and how it ended.
async fn roll_out(
    client: &Client,
    options: DeployOptions,
) -> (Vec<(i64, String, Option<String>)>, Result<(), Error>) {
    let mut events = client.deployments().deploy_events(7, CreateDeployment::default(), options);
    let mut told = Vec::new();
    while let Some(event) = events.next().await {
        match event {
            Ok(DeploymentEvent { deployment, note, .. }) => {
                told.push((deployment.id, deployment.status.to_string(), note));
            }
            Err(error) => {
                assert!(events.next().await.is_none(), "nothing comes after an error");
                return (told, Err(error));
            }
        }
    }
    (told, Ok(()))
}

fn again(most: u32) -> DeployOptions {
    DeployOptions::builder().redeploy_on(["insufficient_cpu"]).max_redeploys(most).build()
}

#[tokio::test(start_paused = true)]
async fn a_deployment_without_room_is_tried_again_and_no_more_often_than_allowed() {
    let (client, script) = server([
        (START, vec![created(9), created(10)]),
        (NINE, vec![failed(9, "insufficient_cpu")]),
        (TEN, vec![is(10, "succeeded")]),
    ]);
    let (told, ended) = roll_out(&client, again(1)).await;
    let states: Vec<(i64, &str)> = told.iter().map(|(id, state, _)| (*id, state.as_str())).collect();
    assert_eq!(states, [(9, "queued"), (9, "failed"), (9, "failed"), (10, "queued"), (10, "succeeded")]);
    let note = told[2].2.as_deref().unwrap();
    assert!(note.contains("insufficient_cpu") && note.ends_with("deploying again, 1 of at most 1"), "{note}");
    assert!(ended.is_ok() && script.times(START) == 2);

    let (client, script) = server([(START, vec![created(9)]), (NINE, vec![failed(9, "insufficient_cpu")])]);
    let (_, ended) = roll_out(&client, again(2)).await;
    let error = ended.unwrap_err();
    assert_eq!((error.kind(), script.times(START)), (ErrorKind::DeploymentFailed, 3));
}

#[tokio::test(start_paused = true)]
async fn the_time_that_is_allowed_counts_from_the_call_not_from_what_it_created() {
    let (client, script) = server([(START, vec![status(429), created(9)]), (NINE, vec![is(9, "queued")])]);
    let started = Instant::now();
    let timeout = Duration::from_secs(60);
    let (_, ended) = roll_out(&client, DeployOptions { timeout, ..DeployOptions::default() }).await;
    let error = ended.unwrap_err();
    assert_eq!((error.kind(), script.times(START)), (ErrorKind::WaitTimeout, 2));
    assert_eq!((error.elapsed(), started.elapsed()), (Some(timeout), timeout));
    assert_eq!(error.message(), "deployment 9 is still queued after 1m00s");
}

#[tokio::test(start_paused = true)]
async fn any_other_failure_is_not_tried_again() {
    for (code, options) in [("unable_to_start", again(3)), ("insufficient_cpu", DeployOptions::default())] {
        let (client, script) = server([(START, vec![created(9)]), (NINE, vec![failed(9, code)])]);
        let (_, ended) = roll_out(&client, options).await;
        let error = ended.unwrap_err();
        assert_eq!((error.kind(), script.times(START)), (ErrorKind::DeploymentFailed, 1));
        assert_eq!(error.deployment().unwrap().error_code, Some(DeploymentErrorCode::from(code)));
        assert_eq!(error.rollback_to().map(|target| target.id), Some(5));
    }
}

#[tokio::test(start_paused = true)]
async fn a_try_for_which_no_time_is_left_is_not_made() {
    let (client, script) = server([
        (START, vec![created(9)]),
        (NINE, vec![is(9, "in_progress"), failed(9, "insufficient_cpu")]),
    ]);
    let started = Instant::now();
    let options = DeployOptions { timeout: Duration::from_secs(12), ..again(3) };
    let (_, ended) = roll_out(&client, options).await;
    assert_eq!((ended.unwrap_err().kind(), script.times(START)), (ErrorKind::DeploymentFailed, 1));
    assert!(started.elapsed() <= Duration::from_secs(12));
}

#[tokio::test(start_paused = true)]
async fn a_deployment_that_fails_for_good_goes_back_to_what_ran_before() {
    let (client, script) = server([
        (START, vec![created(9), created(10)]),
        (NINE, vec![failed(9, "unable_to_start")]),
        (TEN, vec![is(10, "succeeded")]),
    ]);
    let options = DeployOptions::builder().rollback_on_failure(true).build();
    let (told, ended) = roll_out(&client, options).await;
    let back: Vec<(i64, &str)> = told
        .iter()
        .filter(|(_, _, note)| note.as_deref() == Some("going back"))
        .map(|(id, state, _)| (*id, state.as_str()))
        .collect();
    assert_eq!(back, [(10, "queued"), (10, "succeeded")]);
    // What was asked for has failed all the same.
    let error = ended.unwrap_err();
    assert_eq!((error.kind(), error.deployment().unwrap().id), (ErrorKind::DeploymentFailed, 9));
    let hint = error.hint().unwrap();
    assert!(hint.starts_with("deployment 10 has gone back to what ran before;"), "{hint}");
    assert!(!hint.contains("rollback(app)"), "what is done is not advised: {hint}");
    let sent = &script.bodies(START)[1];
    let wanted =
        json!({ "image_tag": "1.2.3", "branch": "main", "commit_message": "Roll back to deployment 5" });
    assert_eq!(*sent, wanted);
}

#[tokio::test(start_paused = true)]
async fn without_an_earlier_success_there_is_nothing_to_go_back_to() {
    let never = json!([{ "id": 9, "status": "failed" }, { "id": 8, "status": "failed" }]);
    let (client, script) =
        server([(START, vec![created(9)]), (NINE, vec![failed(9, "unable_to_start")]), (LIST, past(&never))]);
    let options = DeployOptions::builder().rollback_on_failure(true).build();
    let (_, ended) = roll_out(&client, options).await;
    let error = ended.unwrap_err();
    assert_eq!((error.kind(), script.times(START)), (ErrorKind::DeploymentFailed, 1));
    assert!(error.rollback_to().is_none());
    let hint = error.hint().unwrap();
    assert!(hint.ends_with("there is no earlier deployment that succeeded to go back to"), "{hint}");
}

#[tokio::test(start_paused = true)]
async fn a_way_back_that_fails_too_is_told_beside_the_failure() {
    let options = DeployOptions::builder().rollback_on_failure(true).build();
    for (second, words) in [
        (
            vec![(START, vec![created(9), created(10)]), (TEN, vec![failed(10, "unable_to_start")])],
            "deployment 10 failed",
        ),
        (vec![(START, vec![created(9), status(400)])], "going back failed, too"),
    ] {
        let (client, script) = server([(NINE, vec![failed(9, "unable_to_start")])]);
        script.serve(second);
        let (_, ended) = roll_out(&client, options.clone()).await;
        let error = ended.unwrap_err();
        assert_eq!((error.kind(), error.deployment().unwrap().id), (ErrorKind::DeploymentFailed, 9));
        let hint = error.hint().unwrap();
        assert!(hint.contains("going back failed, too") && hint.contains(words), "{hint}");
        assert_eq!(script.times(START), 2);
    }
}

/// A server whose deployment succeeds, with a runtime that answers so.
fn with_runtime(ready: Vec<Answer>, datasets: Vec<Answer>) -> (Client, Arc<Script>) {
    server([
        (START, vec![created(9)]),
        (NINE, vec![is(9, "succeeded")]),
        ("GET /v1/apps/7", vec![ok(r#"{"id":7,"name":"bi","region":"us-east-1"}"#)]),
        ("GET /v1/apps/7/api-keys", vec![ok(r#"{"api_key":"canary"}"#)]),
        ("GET /v1/ready", ready),
        ("GET /v1/datasets", datasets),
    ])
}

fn until_ready(seconds: u64) -> DeployOptions {
    DeployOptions::builder().until_ready(true).timeout(Duration::from_secs(seconds)).build()
}

fn datasets(trips: &str) -> Answer {
    answer(json!([
        { "name": "orders", "status": "Ready" },
        { "name": "trips", "status": trips, "error_message": "no such bucket" },
    ]))
}

#[tokio::test(start_paused = true)]
async fn a_deployment_is_over_when_its_runtime_and_its_datasets_are_ready() {
    let (client, script) = with_runtime(
        vec![status(503), status(502), ok("ready")],
        vec![datasets("Initializing"), datasets("Initializing"), datasets("ready")],
    );
    let (told, ended) = roll_out(&client, until_ready(60)).await;
    ended.unwrap();
    let notes: Vec<&str> = told.iter().filter_map(|(_, _, note)| note.as_deref()).collect();
    assert!(notes.iter().all(|note| note.starts_with("waiting until the runtime is ready: ")), "{notes:?}");
    assert!(notes.last().unwrap().ends_with("dataset trips is Initializing (no such bucket)"), "{notes:?}");
    assert_eq!(notes.len(), 3, "what has been told is not told again");
    assert_eq!((script.times("GET /v1/ready"), script.times("GET /v1/datasets")), (5, 3));
}

#[tokio::test(start_paused = true)]
async fn a_dataset_that_does_not_get_ready_is_named() {
    let (client, _) = with_runtime(vec![ok("ready")], vec![datasets("Error")]);
    let started = Instant::now();
    let (_, ended) = roll_out(&client, until_ready(30)).await;
    let error = ended.unwrap_err();
    assert_eq!((error.kind(), error.retryable()), (ErrorKind::WaitTimeout, true));
    assert!(error.message().ends_with("not ready: dataset trips is Error (no such bucket)"), "{error}");
    assert_eq!(error.deployment().unwrap().status, DeploymentStatus::Succeeded);
    let took = started.elapsed();
    assert!((30..=32).contains(&took.as_secs()) && error.elapsed() == Some(took), "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn how_long_it_usually_takes_is_the_middle_of_what_it_took() {
    let one = |id: i64, status: &str, seconds: i64| {
        json!({
            "id": id, "status": status, "created_at": "2026-01-01T00:00:00Z",
            "started_at": "2026-01-01T00:01:00Z", "updated_at": format!("2026-01-01T00:{:02}:00Z", 1 + seconds / 60),
        })
    };
    let history = json!([
        one(5, "succeeded", 120),
        one(4, "failed", 2400),
        one(3, "succeeded", 1200),
        one(2, "succeeded", 180),
        // Times that say nothing.
        { "id": 1, "status": "succeeded" },
    ]);
    let (client, script) = server([
        (START, vec![created(9)]),
        (NINE, vec![is(9, "in_progress"), is(9, "succeeded")]),
        (LIST, past(&history)),
    ]);
    let mut events =
        client.deployments().deploy_events(7, CreateDeployment::default(), DeployOptions::default());
    let mut expected = Vec::new();
    while let Some(event) = events.try_next().await.unwrap() {
        expected.push(event.expected);
    }
    assert_eq!(expected, [Some(Duration::from_secs(180)); 3]);
    assert_eq!(script.times(LIST), 2, "one look before it began, and one at the past");
}

#[test]
fn times_that_cannot_be_are_no_measure() {
    let took = |started: &str, updated: &str| {
        let deployment =
            json!({ "id": 1, "status": "succeeded", "started_at": started, "updated_at": updated });
        let deployment: Deployment = serde_json::from_value(deployment).unwrap();
        super::took(&deployment)
    };
    assert_eq!(took("2026-01-01T00:00:00Z", "2026-01-01T00:00:01.5Z"), Some(Duration::from_millis(1500)));
    assert_eq!(took("2026-01-01T00:00:01Z", "2026-01-01T00:00:00Z"), None);
    assert_eq!(took("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"), None);
    assert_eq!(took("yesterday", "2026-01-01T00:00:00Z"), None);
    let seconds = |all: &[u64]| middle(all.iter().copied().map(Duration::from_secs).collect());
    assert_eq!((seconds(&[]), seconds(&[5])), (None, Some(Duration::from_secs(5))));
    assert_eq!(seconds(&[9, 1, 5]), Some(Duration::from_secs(5)));
}
