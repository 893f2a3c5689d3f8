//! Updates that must not undo what somebody else has changed.

use super::*;
use crate::{Candidate, ErrorKind, Settled, UpdateApp};

const WAS: &str = r#"{"id":7,"name":"shop","description":"old","config":{"replicas":1}}"#;
const OURS: &str = r#"{"id":7,"name":"shop","description":"ours","config":{"replicas":1}}"#;
const THEIRS: &str = r#"{"id":7,"name":"shop","description":"old","config":{"replicas":3}}"#;
const BOTH: &str = r#"{"id":7,"name":"shop","description":"ours","config":{"replicas":3}}"#;

/// Reads an app, and updates it unless it was changed; the rest of the script plays in between.
async fn update(
    answers: impl IntoIterator<Item = Answer>,
    params: UpdateApp,
) -> (Result<crate::App, Error>, Arc<Script>) {
    let (client, script) = client([ok(WAS)].into_iter().chain(answers));
    let app = client.apps().get(7).await.unwrap();
    (client.apps().update_if_unchanged(&app, params).await, script)
}

fn ours() -> UpdateApp {
    UpdateApp::builder().description("ours").build()
}

fn puts(script: &Script) -> usize {
    script.requests.lock().unwrap().iter().filter(|request| request.method == Method::Put).count()
}

#[tokio::test(start_paused = true)]
async fn an_app_that_is_as_it_was_is_updated() {
    let (updated, script) = update([ok(WAS), ok(OURS)], ours()).await;
    assert_eq!((updated.unwrap().description.as_deref(), puts(&script)), (Some("ours"), 1));
}

#[tokio::test(start_paused = true)]
async fn what_somebody_has_changed_since_is_not_written_over() {
    let (refused, script) = update([ok(THEIRS)], ours()).await;
    let error = refused.unwrap_err();
    assert_eq!(
        (error.kind(), error.conflict_kind(), puts(&script)),
        (ErrorKind::Conflict, Some("stale_write"), 0)
    );
    assert!(error.message().contains("replicas") && error.hint().is_some(), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_is_found_out_before_anything_is_sent_again() {
    for lost in [Never, status(503), Fails(ErrorKind::ConnectError, Class::Ambiguous)] {
        for found in [OURS, BOTH] {
            let (updated, script) = update([ok(WAS), lost.clone(), ok(found)], ours()).await;
            assert!(updated.unwrap().meta.adopted(), "{found}");
            assert_eq!(puts(&script), 1);
        }
        // Somebody writes while ours is on its way and does not arrive.
        let (refused, script) = update([ok(WAS), lost.clone(), ok(THEIRS)], ours()).await;
        assert_eq!((refused.unwrap_err().conflict_kind(), puts(&script)), (Some("stale_write"), 1));
        let looks = [ok(WAS), ok(WAS), ok(WAS), ok(WAS)];
        let again = [ok(WAS), lost].into_iter().chain(looks).chain([ok(OURS)]);
        let (updated, script) = update(again, ours()).await;
        assert_eq!((updated.unwrap().meta.adopted(), puts(&script)), (false, 2));
    }
}

#[tokio::test(start_paused = true)]
async fn a_manifest_in_other_words_is_nobodys_to_tell() {
    let other = r#"{"id":7,"name":"shop","description":"old","config":{"replicas":1,"spicepod":{"kind":"Spicepod"}}}"#;
    let params = UpdateApp::builder().spicepod("kind: Spicepod").build();
    let (unclear, script) = update([ok(WAS), Never, ok(other), ok(other)], params).await;
    let error = unclear.unwrap_err();
    assert_eq!((error.kind(), puts(&script)), (ErrorKind::AmbiguousOutcome, 1));
    assert!(matches!(error.candidates(), [Candidate::App(app)] if app.id == 7), "{error:?}");
    let (client, _) = client([ok(WAS), ok(WAS), ok(WAS), ok(WAS)]);
    assert_eq!(client.reconcile(&error).await.unwrap(), Settled::NotDone);
}

#[tokio::test(start_paused = true)]
async fn an_app_that_cannot_be_looked_at_is_not_updated() {
    for answer in [status(403), status(404)] {
        let (refused, script) = update([answer], ours()).await;
        assert!(refused.unwrap_err().message().contains("nothing was sent"));
        assert_eq!(puts(&script), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn an_app_from_a_list_is_no_measure() {
    let (client, script) = client([ok(r#"{"apps":[{"id":7,"name":"shop"}]}"#)]);
    let app = client.apps().list().first().await.unwrap().unwrap();
    let error = client.apps().update_if_unchanged(&app, ours()).await.unwrap_err();
    assert_eq!((error.kind(), sent(&script)), (ErrorKind::ValidationError, 1));
}
