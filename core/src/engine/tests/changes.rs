//! Changes that happen once, whatever becomes of their answers.

use super::*;
use crate::{Candidate, CreateDeployment, Dedupe, Deployment, MemberRole, RegenerateApiKey, Settled};

const NONE: &str = r#"{"deployments":[]}"#;
const OLD: &str = r#"{"deployments":[{"id":5,"status":"succeeded"}]}"#;
const NEW: &str =
    r#"{"deployments":[{"id":9,"status":"queued","branch":"main"},{"id":5,"status":"succeeded"}]}"#;
const CREATED: &str = r#"{"id":9,"status":"queued"}"#;

/// Ways to lose an answer.
fn lost() -> [Answer; 4] {
    [Never, status(503), Fails(ErrorKind::ConnectError, Class::Ambiguous), ok("{\"id\":")]
}

async fn deploy(client: &Client) -> Result<Deployment, Error> {
    let params = CreateDeployment::builder().branch("main").build();
    client.deployments().create(7, params).await
}

/// How often something was asked for.
fn count(script: &Script, method: Method) -> usize {
    script.requests.lock().unwrap().iter().filter(|request| request.method == method).count()
}

#[tokio::test(start_paused = true)]
async fn a_deployment_that_is_there_afterwards_is_the_result() {
    for answer in lost() {
        let (client, script) = client([ok(OLD), answer, ok(OLD), ok(NEW)]);
        let deployment = deploy(&client).await.unwrap();
        assert_eq!((deployment.id, deployment.meta.adopted(), deployment.meta.attempts()), (9, true, 1));
        assert_eq!((count(&script, Method::Post), count(&script, Method::Get)), (1, 3));
    }
}

#[tokio::test(start_paused = true)]
async fn a_deployment_that_left_no_trace_is_started_once_more() {
    for answer in lost() {
        let looks = || [ok(OLD), ok(OLD), ok(OLD), ok(OLD)];
        let (client, script) = client([ok(OLD), answer.clone()].into_iter().chain(looks()).chain([reply(
            202,
            CREATED,
            Vec::new(),
        )]));
        let deployment = deploy(&client).await.unwrap();
        assert_eq!((deployment.id, deployment.meta.adopted(), deployment.meta.attempts()), (9, false, 2));
        let numbers: Vec<u32> = deployment.meta.history().iter().map(|attempt| attempt.number).collect();
        assert_eq!((numbers, count(&script, Method::Post)), (vec![1, 2], 2));

        let (client, script) = client_of([ok(OLD), answer.clone()], [looks(), looks()], answer);
        let error = deploy(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.watermark()), (ErrorKind::AmbiguousOutcome, Some(5)));
        assert_eq!((error.attempts().len(), count(&script, Method::Post)), (2, 2));
    }
}

fn client_of(first: [Answer; 2], looks: [[Answer; 4]; 2], second: Answer) -> (Client, Arc<Script>) {
    let [before, after] = looks;
    client(first.into_iter().chain(before).chain([second]).chain(after))
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_told_apart_is_left_to_the_caller() {
    const TWO: &str = r#"{"deployments":[{"id":9,"status":"queued"},{"id":8,"status":"queued"}]}"#;
    const FOREIGN: &str = r#"{"deployments":[{"id":9,"status":"queued","creation_source":"portal"}]}"#;
    const OTHER: &str = r#"{"deployments":[{"id":9,"status":"queued","branch":"dev"}]}"#;
    for (list, candidates) in [(TWO, 2), (FOREIGN, 1)] {
        let (client, script) = client([ok(OLD), status(503), ok(list)]);
        let error = deploy(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.candidates().len()), (ErrorKind::AmbiguousOutcome, candidates));
        assert!(matches!(error.candidates()[0], Candidate::Deployment(_)));
        assert!(error.hint().unwrap().contains("reconcile"), "{error}");
        assert_eq!(count(&script, Method::Post), 1);
    }
    // Another branch was not ours.
    let looks = [ok(OTHER), ok(OTHER), ok(OTHER), ok(OTHER)];
    let (client, _) = client([ok(OLD), status(503)].into_iter().chain(looks).chain([ok(CREATED)]));
    assert!(!deploy(&client).await.unwrap().meta.adopted());
}

#[tokio::test(start_paused = true)]
async fn without_a_look_beforehand_nothing_is_sent() {
    let (client, script) = client([status(503), status(503), status(503)]);
    let error = deploy(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::ServerError, Some("deployments.create")));
    assert!(error.message().starts_with("nothing was sent"), "{error}");
    assert_eq!(count(&script, Method::Post), 0);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_is_refused_before_the_change_sends_no_change() {
    let (client, script) = client([status(401)]);
    let error = deploy(&client).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.operation()),
        (ErrorKind::AuthenticationError, Some("deployments.create"))
    );
    assert_eq!((sent(&script), count(&script, Method::Post)), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn what_the_look_beforehand_took_is_gone_for_the_change() {
    let limits = Overrides::builder().timeout(Duration::from_secs(40)).reconcile_timeout(Duration::ZERO);
    let (client, script) = client([Never, ok(OLD), Never]);
    let started = Instant::now();
    let error = deploy(&client.with_options(limits.build()).unwrap()).await.unwrap_err();
    assert_eq!((error.kind(), sent(&script)), (ErrorKind::AmbiguousOutcome, 3));
    assert!(started.elapsed() <= Duration::from_secs(40), "{:?}", started.elapsed());
}

#[tokio::test(start_paused = true)]
async fn whoever_may_not_look_may_still_deploy() {
    let (client, _) = client([status(403), reply(202, CREATED, Vec::new())]);
    assert_eq!(deploy(&client).await.unwrap().id, 9);
    // But then nothing can be told.
    let (client, script) = super::client([status(403), status(503)]);
    let error = deploy(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.watermark()), (ErrorKind::AmbiguousOutcome, None));
    assert_eq!((error.candidates().len(), count(&script, Method::Post)), (0, 1));
}

#[tokio::test(start_paused = true)]
async fn a_second_request_that_finds_the_first_at_work_is_looked_at_again() {
    let looks = || [ok(OLD), ok(OLD), ok(OLD), ok(OLD)];
    let first = || [ok(OLD), status(504)].into_iter().chain(looks()).chain([status(409)]);
    let (client, _) = client(first().chain([ok(NEW)]));
    assert!(deploy(&client).await.unwrap().meta.adopted());
    let (client, _) = super::client(first().chain(looks()));
    assert_eq!(deploy(&client).await.unwrap_err().kind(), ErrorKind::AmbiguousOutcome);
    // Any other refusal is what became of it.
    let (client, _) = super::client([ok(OLD), status(504)].into_iter().chain(looks()).chain([status(400)]));
    assert_eq!(deploy(&client).await.unwrap_err().kind(), ErrorKind::BadRequest);
}

#[tokio::test(start_paused = true)]
async fn a_change_that_surely_did_not_happen_is_sent_again() {
    for answer in [Fails(ErrorKind::ConnectError, Class::NeverSent), status(429)] {
        let (client, script) = client([ok(NONE), answer, reply(202, CREATED, Vec::new())]);
        assert_eq!(deploy(&client).await.unwrap().meta.attempts(), 2);
        assert_eq!(sent(&script), 3);
    }
}

#[tokio::test(start_paused = true)]
async fn looking_has_its_own_time_and_can_be_turned_off() {
    let (client, _) = client([ok(OLD), Never, Never, ok(OLD), ok(NEW)]);
    let started = Instant::now();
    let quick = Overrides::builder().timeout(Duration::from_secs(10)).build();
    let deployment = deploy(&client.with_options(quick).unwrap()).await.unwrap();
    assert!(deployment.meta.adopted());
    assert!(started.elapsed() <= Duration::from_secs(25), "{:?}", started.elapsed());

    for (overrides, watermark, requests) in [
        (Overrides::builder().dedupe(Dedupe::Off).build(), None, 1),
        (Overrides::builder().reconcile_timeout(Duration::ZERO).build(), Some(5), 2),
    ] {
        let answers = if requests == 1 { vec![status(503)] } else { vec![ok(OLD), status(503)] };
        let (client, script) = super::client(answers);
        let error = deploy(&client.with_options(overrides).unwrap()).await.unwrap_err();
        assert_eq!((error.kind(), error.watermark()), (ErrorKind::AmbiguousOutcome, watermark));
        assert_eq!(sent(&script), requests);
    }
}

#[tokio::test(start_paused = true)]
async fn without_retries_a_change_is_looked_for_and_not_sent_again() {
    let (client, script) = client([ok(OLD), status(503), ok(OLD), ok(OLD), ok(OLD), ok(OLD)]);
    let once = client.with_options(Overrides::builder().max_retries(0).build()).unwrap();
    assert_eq!(deploy(&once).await.unwrap_err().kind(), ErrorKind::AmbiguousOutcome);
    assert_eq!(count(&script, Method::Post), 1);
}

#[tokio::test(start_paused = true)]
async fn a_mark_goes_into_the_commit_message() {
    let (client, script) = client([ok(OLD), reply(202, CREATED, Vec::new())]);
    let marked = client.with_options(Overrides::builder().dedupe(Dedupe::Marker).build()).unwrap();
    let params = CreateDeployment::builder().commit_message("ship it").build();
    marked.deployments().create(7, params).await.unwrap();
    let body = script.requests.lock().unwrap()[1].body.clone().unwrap();
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    let message = body["commit_message"].as_str().unwrap();
    assert!(message.starts_with("ship it [k:") && message.len() == "ship it [k:01234567]".len(), "{message}");
}

#[tokio::test(start_paused = true)]
async fn input_that_cannot_be_sent_asks_for_nothing() {
    let (client, script) = client([]);
    let error =
        client.deployments().create(7, CreateDeployment::builder().replicas(99).build()).await.unwrap_err();
    assert_eq!((error.kind(), sent(&script)), (ErrorKind::ValidationError, 0));
}

const KEYS: &str = r#"{"api_key":"canary-one","api_key_2":"canary-two"}"#;

#[tokio::test(start_paused = true)]
async fn a_key_that_has_changed_is_the_new_one() {
    const SECOND: &str = r#"{"api_key":"canary-one","api_key_2":"canary-new"}"#;
    const FIRST: &str = r#"{"api_key":"canary-new","api_key_2":"canary-two"}"#;
    const BOTH: &str = r#"{"api_key":"canary-new","api_key_2":"canary-newer"}"#;
    let second = RegenerateApiKey::builder().key_number(2).build();
    let (client, script) = client([ok(KEYS), status(503), ok(SECOND)]);
    let keys = client.api_keys().regenerate(7, second.clone()).await.unwrap();
    assert!(keys.meta.adopted());
    assert_eq!((keys.api_key_2.unwrap().reveal(), count(&script, Method::Post)), ("canary-new", 1));
    // Somebody else is at the other one.
    let (client, _) = super::client([ok(KEYS), status(503), ok(FIRST)]);
    let error = client.api_keys().regenerate(7, second.clone()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::AmbiguousOutcome);
    let shown = format!("{error} {error:?} {}", serde_json::to_string(&error).unwrap());
    assert!(!shown.contains("canary"), "{shown}");
    // Unchanged, it is asked for once more.
    let looks = [ok(KEYS), ok(KEYS), ok(KEYS), ok(KEYS)];
    let (client, script) =
        super::client([ok(KEYS), status(503)].into_iter().chain(looks).chain([ok(SECOND)]));
    client.api_keys().regenerate(7, second).await.unwrap();
    assert_eq!(count(&script, Method::Post), 2);
    // When both were to change, one that did not says that somebody else is at it.
    let both = RegenerateApiKey::builder().key_number(0).both_keys_stop_working(true).build();
    for (found, adopted) in [(BOTH, Some(true)), (FIRST, None), (SECOND, None)] {
        let (client, script) = super::client([ok(KEYS), status(503), ok(found)]);
        let keys = client.api_keys().regenerate(7, both.clone()).await;
        assert_eq!((keys.ok().map(|keys| keys.meta.adopted()), count(&script, Method::Post)), (adopted, 1));
    }
}

#[tokio::test(start_paused = true)]
async fn a_member_with_the_same_roles_is_the_one_that_was_added() {
    const MEMBERS: &str = r#"{"members":[{"user_id":3,"username":"Grace","roles":["viewer"]}]}"#;
    let add = |client: &Client, role| {
        let params = crate::AddMember::builder().username("grace").roles(vec![role]).build();
        client.members().add(params)
    };
    let (client, script) = client([status(503), ok(MEMBERS)]);
    let member = add(&client, MemberRole::Viewer).await.unwrap();
    assert_eq!((member.user_id, member.meta.adopted(), sent(&script)), (3, true, 2));
    let (client, _) = super::client([status(503), ok(MEMBERS)]);
    let error = add(&client, MemberRole::Admin).await.unwrap_err();
    assert_eq!((error.kind(), error.conflict_kind()), (ErrorKind::Conflict, Some("already_member")));
}

#[tokio::test(start_paused = true)]
async fn an_app_of_the_name_is_ours_when_it_is_new() {
    const DATE: (&str, &str) = ("date", "Thu, 01 Jan 2026 00:01:00 GMT");
    let app =
        |created: &str| format!(r#"{{"apps":[{{"id":7,"name":"Sales-BI","created_at":"{created}"}}]}}"#);
    let create = |client: &Client| client.apps().create(CreateApp::builder().name("sales-bi").build());
    let (client, script) = client([status(503), reply(200, app("2026-01-01T00:00:58Z"), vec![DATE])]);
    let created = create(&client).await.unwrap();
    assert_eq!((created.id, created.meta.adopted(), sent(&script)), (7, true, 2));
    // An older one may be somebody else's, or a deleted one that is back.
    for headers in [vec![DATE], Vec::new()] {
        let (client, _) = super::client([status(503), reply(200, app("2025-06-01T00:00:00Z"), headers)]);
        let error = create(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AmbiguousOutcome);
        assert!(matches!(&error.candidates()[0], Candidate::App(app) if app.id == 7));
        // Nothing that was sent is shown.
        assert!(!format!("{error:?}").contains("sales-bi"), "{error:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_can_be_settled_later() {
    let (client, script) =
        client([ok(OLD), status(503)].into_iter().chain(std::iter::repeat_n(status(503), 12)));
    let error = deploy(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.watermark()), (ErrorKind::AmbiguousOutcome, Some(5)));
    script.answers.lock().unwrap().extend([ok(NEW)]);
    let settled = client.reconcile(&error).await.unwrap();
    assert!(
        matches!(settled, Settled::Deployment(deployment) if deployment.id == 9 && deployment.meta.adopted())
    );
    script.answers.lock().unwrap().extend([ok(OLD), ok(OLD), ok(OLD), ok(OLD)]);
    assert_eq!(client.reconcile(&error).await.unwrap(), Settled::NotDone);
    assert_eq!(count(&script, Method::Post), 1);
    // Other errors tell of nothing.
    let (client, _) = super::client([status(404)]);
    let error = client.apps().get(7).await.unwrap_err();
    assert_eq!(client.reconcile(&error).await.unwrap_err().kind(), ErrorKind::ValidationError);
}

#[tokio::test(start_paused = true)]
async fn keys_and_members_can_be_settled_later_too() {
    const NEWER: &str = r#"{"api_key":"canary-new","api_key_2":"canary-two"}"#;
    const GRACE: &str = r#"{"members":[{"user_id":3,"username":"grace","roles":["viewer"]}]}"#;
    let lost = || std::iter::repeat_n(status(503), 13);
    let (client, script) = client([ok(KEYS)].into_iter().chain(lost()));
    let regenerated = client.api_keys().regenerate(7, RegenerateApiKey::builder().build()).await;
    script.answers.lock().unwrap().extend([ok(NEWER)]);
    let settled = client.reconcile(&regenerated.unwrap_err()).await.unwrap();
    assert!(settled.meta().adopted());
    assert!(
        matches!(settled, Settled::ApiKeys(keys) if keys.api_key.as_ref().unwrap().reveal() == "canary-new")
    );

    let (client, script) = super::client(lost());
    let params = crate::AddMember::builder().username("grace").roles(vec![MemberRole::Viewer]).build();
    let error = client.members().add(params).await.unwrap_err();
    script.answers.lock().unwrap().extend([ok(GRACE)]);
    let settled = client.reconcile(&error).await.unwrap();
    assert!(settled.meta().adopted());
    assert!(matches!(settled, Settled::Member(member) if member.user_id == 3));
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_settled_either_says_what_it_is_about() {
    const TWO: &str = r#"{"deployments":[{"id":9,"status":"queued"},{"id":8,"status":"queued"}]}"#;
    let (client, script) = client([ok(OLD), status(503), ok(TWO), ok(TWO)]);
    let error = deploy(&client).await.unwrap_err();
    let still = client.reconcile(&error).await.unwrap_err();
    assert_eq!((still.kind(), still.operation()), (ErrorKind::AmbiguousOutcome, Some("deployments.create")));
    assert_eq!((still.candidates().len(), still.watermark()), (2, Some(5)));
    // It was looked for in the same app.
    assert!(seen(&script).iter().all(|line| line.starts_with("api.example/v1/apps/7/deployments")));
}

#[tokio::test(start_paused = true)]
async fn an_app_made_while_the_change_was_under_way_is_ours_later_too() {
    const LIST: &str = r#"{"apps":[{"id":7,"name":"sales-bi","created_at":"2026-01-01T00:00:30Z"}]}"#;
    let later = |minutes: u64| {
        let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_millis();
        let began = u64::try_from(now).unwrap() - minutes * 60_000;
        let change = serde_json::json!({
            "operation": "apps.create", "path": {}, "body": { "name": "sales-bi" }, "before": null, "began": began,
        });
        crate::reconcile::Change::read(&change.to_string())
    };
    let found = || reply(200, LIST, vec![("date", "Thu, 01 Jan 2026 00:10:00 GMT")]);
    let (client, _) = client([found(), found()]);
    let settled = client.settle(later(10)).await.unwrap();
    assert!(matches!(settled, Settled::App(app) if app.id == 7 && app.meta.adopted()));
    // It was there before a change that began later.
    assert_eq!(client.settle(later(5)).await.unwrap_err().kind(), ErrorKind::AmbiguousOutcome);
}
