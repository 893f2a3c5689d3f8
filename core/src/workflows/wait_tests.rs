//! The waiter, look by look, without a clock.

use std::time::Duration;

use super::{Next, WaitOptions, Waiter};
use crate::error::{Error, ErrorKind};
use crate::{Deployment, DeploymentStatus, Result};

#[allow(clippy::unnecessary_wraps)] // A look that succeeded, beside those that fail.
fn deployment(status: &str, code: Option<&str>) -> Result<Deployment> {
    let json = serde_json::json!({"id": 7, "status": status, "error_code": code, "error_message": code});
    Ok(serde_json::from_value(json).unwrap())
}

fn failing(kind: ErrorKind, retryable: bool) -> Result<Deployment> {
    Err(Error::new(kind, "scripted").with_retryable(retryable))
}

fn waiter() -> Waiter {
    Waiter::new(7, WaitOptions::builder().timeout(Duration::from_secs(600)).build())
}

/// Tells the waiter what each look shows; gives the events and the end, if it came.
fn walk(waiter: &mut Waiter, looks: Vec<Result<Deployment>>) -> (Vec<String>, Option<Result<()>>) {
    let (mut elapsed, mut events) = (Duration::ZERO, Vec::new());
    for look in looks {
        let (event, next) = waiter.observe(elapsed, look, 0.5);
        events.extend(event.map(|event| {
            let waits = event.waits_for().map(|code| format!(" for {code}")).unwrap_or_default();
            format!("{}{waits}", event.status())
        }));
        match next {
            Next::LookAfter(pause) => elapsed += pause,
            Next::Finished(end) => return (events, Some(end)),
        }
    }
    (events, None)
}

#[test]
fn each_step_is_told_once() {
    let looks = ["queued", "queued", "in_progress", "in_progress", "succeeded"].map(|s| deployment(s, None));
    let (events, end) = walk(&mut waiter(), looks.into());
    assert_eq!(events, ["queued", "in_progress", "succeeded"]);
    assert!(end.unwrap().is_ok());
}

#[test]
fn waiting_for_capacity_is_progress() {
    let looks = vec![
        deployment("in_progress", None),
        deployment("in_progress", Some("insufficient_memory")),
        deployment("in_progress", Some("insufficient_cpu")),
        deployment("succeeded", None),
    ];
    let (events, end) = walk(&mut waiter(), looks);
    let told = [
        "in_progress",
        "in_progress for insufficient_memory",
        "in_progress for insufficient_cpu",
        "succeeded",
    ];
    assert_eq!(events, told);
    assert!(end.unwrap().is_ok());
}

#[test]
fn a_failure_says_why_and_whether_to_try_again() {
    for (code, retryable) in [("insufficient_cpu", true), ("unable_to_start", false), ("new_reason", false)] {
        let (_, end) = walk(&mut waiter(), vec![deployment("failed", Some(code))]);
        let error = end.unwrap().unwrap_err();
        assert_eq!((error.kind(), error.retryable()), (ErrorKind::DeploymentFailed, retryable));
        assert!(error.message().contains(code) && error.hint().is_some());
        assert_eq!(error.deployment().unwrap().status, DeploymentStatus::Failed);
    }
}

#[test]
fn unknown_states_are_waited_through() {
    let looks = ["pending", "paused_by_policy", "running", "succeeded"].map(|s| deployment(s, None));
    let (events, end) = walk(&mut waiter(), looks.into());
    assert_eq!((events.len(), end.unwrap().is_ok()), (4, true));
}

#[test]
fn failing_looks_are_survived_up_to_a_point() {
    let bad = || failing(ErrorKind::ServerError, true);
    let mut looks = vec![deployment("queued", None)];
    looks.extend((0..5).map(|_| bad()));
    looks.push(deployment("succeeded", None));
    assert!(walk(&mut waiter(), looks).1.unwrap().is_ok());

    let looks = (0..6).map(|_| bad()).collect();
    assert_eq!(walk(&mut waiter(), looks).1.unwrap().unwrap_err().kind(), ErrorKind::ServerError);

    let looks = vec![failing(ErrorKind::PermissionDenied, false)];
    assert_eq!(walk(&mut waiter(), looks).1.unwrap().unwrap_err().kind(), ErrorKind::PermissionDenied);
}

#[test]
fn a_deployment_that_vanishes_is_given_some_time() {
    let gone = || failing(ErrorKind::NotFound, false);
    assert_eq!(walk(&mut waiter(), vec![gone()]).1.unwrap().unwrap_err().kind(), ErrorKind::NotFound);

    let looks = vec![deployment("queued", None), gone(), gone(), deployment("succeeded", None)];
    assert!(walk(&mut waiter(), looks).1.unwrap().is_ok());

    let mut looks = vec![deployment("queued", None)];
    looks.extend((0..20).map(|_| gone()));
    assert_eq!(walk(&mut waiter(), looks).1.unwrap().unwrap_err().kind(), ErrorKind::NotFound);
}

#[test]
fn the_wait_ends_at_its_limit() {
    let mut waiter = waiter();
    let (mut elapsed, mut looks) = (Duration::ZERO, 0);
    let error = loop {
        looks += 1;
        match waiter.observe(elapsed, deployment("queued", None), 1.0).1 {
            Next::LookAfter(pause) => {
                assert!(pause <= Duration::from_secs(12));
                elapsed += pause;
            }
            Next::Finished(end) => break end.unwrap_err(),
        }
    };
    assert_eq!(elapsed, Duration::from_secs(600));
    assert_eq!((error.kind(), error.elapsed()), (ErrorKind::WaitTimeout, Some(elapsed)));
    assert_eq!(error.deployment().unwrap().id, 7);
    assert!((50..70).contains(&looks), "{looks} looks");
}
