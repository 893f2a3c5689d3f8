//! The state machine of a deployment: queued, in progress, succeeded or failed. It is worked out from the clock
//! whenever somebody looks, so nothing has to run in between.

use jiff::Timestamp;

use super::deployment::{Deployment, Status};
use crate::errors::AdminError;
use crate::script::Walk;

/// Moves a deployment to where it is at `now`; steps that lie in the past carry the time at which they fell due.
pub(crate) fn settle(deployment: &mut Deployment, now: Timestamp) {
    if deployment.status == Status::Queued
        && let Some(start) = deployment.plan.start.filter(|start| *start <= now)
    {
        begin(deployment, start);
    }
    if deployment.status == Status::InProgress
        && let Some(finish) = deployment.plan.finish.filter(|finish| *finish <= now)
    {
        let code = deployment.plan.fail_with.clone();
        end(deployment, finish, code);
    }
}

/// Counts a read of a deployment that reads move, and brings it to what its script shows at this read.
pub(crate) fn look(deployment: &mut Deployment, now: Timestamp) {
    let Some(entry) = deployment.plan.walk.as_mut().and_then(Walk::read).cloned() else { return };
    deployment.shown = None;
    match entry.status.as_str() {
        "succeeded" if deployment.status.is_running() => end(deployment, now, None),
        "failed" if deployment.status.is_running() => {
            end(deployment, now, Some(entry.error_code.unwrap_or_else(|| "internal_error".to_owned())));
        }
        "created" => {
            if deployment.status.is_running() {
                end(deployment, now, None);
            }
            deployment.status = Status::Created;
        }
        "succeeded" | "failed" => {}
        word => {
            if word == "in_progress" && deployment.status == Status::Queued {
                begin(deployment, now);
            }
            if word != deployment.status.name() {
                deployment.shown = Some(word.to_owned());
            }
            if deployment.error_code != entry.error_code {
                deployment.updated_at = now;
                set_error(deployment, entry.error_code);
            }
        }
    }
}

/// A step that an administrator makes by hand. Without a status it is the next one; an error code without a status
/// makes a deployment fail. A deployment that reads have moved is moved by hand from then on.
pub(crate) fn advance(
    deployment: &mut Deployment,
    now: Timestamp,
    to: Option<Status>,
    error_code: Option<String>,
) -> Result<(), AdminError> {
    let from = deployment.status;
    let next = to.unwrap_or(match from {
        Status::Queued if error_code.is_none() => Status::InProgress,
        _ if error_code.is_some() || deployment.plan.fail_with.is_some() => Status::Failed,
        _ => Status::Succeeded,
    });
    match (from, next) {
        (Status::Queued, Status::InProgress) => begin(deployment, now),
        (Status::InProgress, Status::InProgress) if error_code.is_some() => deployment.updated_at = now,
        (Status::Queued | Status::InProgress, Status::Succeeded) => {
            end(deployment, now, None);
            by_hand(deployment);
            return Ok(());
        }
        (Status::Queued | Status::InProgress, Status::Failed) => {
            let code = error_code.or_else(|| deployment.plan.fail_with.clone());
            end(deployment, now, Some(code.unwrap_or_else(|| "internal_error".to_owned())));
            by_hand(deployment);
            return Ok(());
        }
        _ => {
            return Err(AdminError::new(format!(
                "deployment {} is {} and cannot become {}",
                deployment.id,
                from.name(),
                next.name()
            )));
        }
    }
    by_hand(deployment);
    if error_code.is_some() {
        set_error(deployment, error_code);
    }
    Ok(())
}

/// Ends a running deployment whose app goes away.
pub(crate) fn abandon(deployment: &mut Deployment, now: Timestamp) {
    if deployment.status.is_running() {
        end(deployment, now, Some("internal_error".to_owned()));
    }
    by_hand(deployment);
}

/// Ends what a script would have shown.
fn by_hand(deployment: &mut Deployment) {
    deployment.plan.walk = None;
    deployment.shown = None;
}

fn begin(deployment: &mut Deployment, at: Timestamp) {
    deployment.status = Status::InProgress;
    deployment.started_at = Some(at);
    deployment.updated_at = at;
    let code = deployment.plan.wait_for.clone();
    set_error(deployment, code);
}

fn end(deployment: &mut Deployment, at: Timestamp, error_code: Option<String>) {
    let at = at.max(deployment.started_at.unwrap_or(deployment.created_at));
    deployment.status = if error_code.is_some() { Status::Failed } else { Status::Succeeded };
    deployment.started_at.get_or_insert(at);
    deployment.updated_at = at;
    deployment.finished_at = Some(at);
    set_error(deployment, error_code);
}

/// Sets or clears code and message, which always go together.
fn set_error(deployment: &mut Deployment, code: Option<String>) {
    deployment.error_message = code.as_deref().map(error_message);
    deployment.error_code = code;
}

/// What the code means, in words.
pub(crate) fn error_message(code: &str) -> String {
    match code {
        "insufficient_cpu" => "Not enough CPU is free; waiting for capacity".to_owned(),
        "insufficient_memory" => "Not enough memory is free; waiting for capacity".to_owned(),
        "insufficient_storage" => "Not enough storage is free; waiting for capacity".to_owned(),
        "insufficient_instances" => "Not enough instances are free; waiting for capacity".to_owned(),
        "pod_exceeds_node_capacity" => "The app asks for more than any node has".to_owned(),
        "unable_to_start" => "The runtime did not start".to_owned(),
        "internal_error" => "The platform failed".to_owned(),
        other => format!("The deployment met {other}"),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::progression::Progression;
    use crate::state::deployment::Plan;

    const T0: Timestamp = Timestamp::UNIX_EPOCH;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(millis).unwrap()
    }

    fn deployment(progression: &Progression) -> Deployment {
        Deployment::queued(1, T0, Plan::new(progression, T0))
    }

    /// What must hold of every deployment at every time.
    fn check(deployment: &Deployment) {
        assert_eq!(deployment.error_code.is_some(), deployment.error_message.is_some());
        assert_eq!(deployment.started_at.is_none(), deployment.status == Status::Queued);
        assert_eq!(deployment.finished_at.is_none(), deployment.status.is_running());
        let started = deployment.started_at.unwrap_or(deployment.created_at);
        let finished = deployment.finished_at.unwrap_or(started);
        assert!(deployment.created_at <= started && started <= finished);
        assert!(deployment.updated_at >= finished);
    }

    #[test]
    fn time_moves_a_deployment_through_its_states() {
        let mut deployment = deployment(&Progression::default());
        let steps = [
            (299, "queued"),
            (300, "in_progress"),
            (999, "in_progress"),
            (1000, "succeeded"),
            (9000, "succeeded"),
        ];
        for (millis, status) in steps {
            settle(&mut deployment, at(millis));
            assert_eq!(deployment.status.name(), status, "{millis}");
            check(&deployment);
        }
        assert_eq!(deployment.started_at, Some(at(300)));
        assert_eq!(deployment.finished_at, Some(at(1000)));
    }

    #[test]
    fn a_late_look_finds_the_times_at_which_steps_fell_due() {
        let mut deployment = deployment(&Progression::default());
        settle(&mut deployment, at(60_000));
        assert_eq!((deployment.started_at, deployment.finished_at), (Some(at(300)), Some(at(1000))));
        check(&deployment);
    }

    #[test]
    fn immediate_has_ended_at_the_first_look() {
        let mut deployment = deployment(&Progression::Immediate.failing("unable_to_start"));
        settle(&mut deployment, T0);
        assert_eq!(deployment.status, Status::Failed);
        assert_eq!(deployment.error_code.as_deref(), Some("unable_to_start"));
        check(&deployment);
    }

    #[test]
    fn waiting_for_capacity_is_no_failure() {
        let pace = Progression::After { queued: Duration::ZERO, in_progress: Duration::from_secs(1) };
        let mut deployment = deployment(&pace.waiting_for("insufficient_memory"));
        settle(&mut deployment, at(500));
        assert_eq!(deployment.status, Status::InProgress);
        assert_eq!(deployment.error_code.as_deref(), Some("insufficient_memory"));
        check(&deployment);
        settle(&mut deployment, at(1000));
        assert_eq!((deployment.status, &deployment.error_code), (Status::Succeeded, &None));
        check(&deployment);
    }

    #[test]
    fn a_final_state_is_final() {
        let mut deployment = deployment(&Progression::Immediate);
        settle(&mut deployment, T0);
        settle(&mut deployment, at(-5000));
        abandon(&mut deployment, at(1));
        assert_eq!(deployment.status, Status::Succeeded);
        assert!(advance(&mut deployment, at(1), None, None).is_err());
        assert!(advance(&mut deployment, at(1), Some(Status::Queued), None).is_err());
    }

    #[test]
    fn manual_moves_only_when_told() {
        let mut deployment = deployment(&Progression::Manual);
        settle(&mut deployment, at(1_000_000));
        assert_eq!(deployment.status, Status::Queued);
        advance(&mut deployment, at(10), None, None).unwrap();
        assert_eq!(deployment.status, Status::InProgress);
        advance(&mut deployment, at(20), Some(Status::InProgress), Some("insufficient_cpu".to_owned()))
            .unwrap();
        check(&deployment);
        advance(&mut deployment, at(30), None, None).unwrap();
        assert_eq!((deployment.status, &deployment.error_code), (Status::Succeeded, &None));
        check(&deployment);
    }

    #[test]
    fn a_hand_made_failure_has_its_code() {
        let mut queued = deployment(&Progression::Manual);
        advance(&mut queued, at(5), None, Some("pod_exceeds_node_capacity".to_owned())).unwrap();
        assert_eq!(queued.error_code.as_deref(), Some("pod_exceeds_node_capacity"));
        check(&queued);
        let mut scripted = deployment(&Progression::Manual.failing("unable_to_start"));
        advance(&mut scripted, at(5), None, None).unwrap();
        advance(&mut scripted, at(6), None, None).unwrap();
        assert_eq!(scripted.error_code.as_deref(), Some("unable_to_start"));
        check(&scripted);
    }

    #[test]
    fn a_script_shows_a_word_at_each_read() {
        let script = Progression::script([
            "pending",
            "queued",
            "in_progress:insufficient_memory",
            "running",
            "in_progress",
            "succeeded",
            "created",
        ]);
        let mut deployment = deployment(&script.unwrap());
        let code = |waits: bool| waits.then_some("insufficient_memory");
        for (millis, word, waits) in [
            (1, "pending", false),
            (2, "queued", false),
            (3, "in_progress", true),
            (4, "running", false),
            (5, "in_progress", false),
            (6, "succeeded", false),
            (7, "created", false),
            (8, "created", false),
        ] {
            settle(&mut deployment, at(millis));
            look(&mut deployment, at(millis));
            assert_eq!((deployment.status_name(), deployment.error_code.as_deref()), (word, code(waits)));
            check(&deployment);
        }
        assert_eq!((deployment.started_at, deployment.finished_at), (Some(at(3)), Some(at(6))));
    }

    #[test]
    fn a_hand_takes_over_from_a_script() {
        let mut deployment = deployment(&Progression::script(["pending*9", "failed"]).unwrap());
        look(&mut deployment, at(1));
        advance(&mut deployment, at(2), None, None).unwrap();
        look(&mut deployment, at(3));
        assert_eq!(deployment.status_name(), "in_progress");
        abandon(&mut deployment, at(4));
        assert_eq!(deployment.status_name(), "failed");
    }

    #[test]
    fn an_abandoned_deployment_fails() {
        let mut deployment = deployment(&Progression::Manual);
        abandon(&mut deployment, at(7));
        assert_eq!(
            (deployment.status, deployment.error_code.as_deref()),
            (Status::Failed, Some("internal_error"))
        );
        check(&deployment);
    }
}
