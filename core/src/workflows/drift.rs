//! Secrets that were set after the deployment that runs: the runtime goes on with what it was started with.

use super::rollback::last_succeeded;
use crate::client::Client;
use crate::error::Result;
use crate::generated::inputs::AppId;
use crate::generated::models::{AppSecret, Deployment, SecretDrift};
use crate::request::Request;
use crate::wire::{Extra, Timestamp};

pub(crate) async fn secrets_drift(client: Client, request: Request) -> Result<SecretDrift> {
    let app = AppId::from(request.id("app_id"));
    let secrets = client.secrets().list(app).await?;
    let deployment = last_succeeded(&client, app, None).await?;
    Ok(judge(secrets, deployment))
}

/// Which secrets are newer than a deployment, as far as their times tell.
pub(super) fn judge(secrets: Vec<AppSecret>, deployment: Option<Deployment>) -> SecretDrift {
    let began = deployment.as_ref().and_then(began);
    let (mut changed, mut unknown) = (Vec::new(), Vec::new());
    let meta = secrets.first().map(|secret| secret.meta.clone()).unwrap_or_default();
    for secret in secrets {
        let set = secret.updated_at.as_ref().or(secret.created_at.as_ref()).and_then(Timestamp::unix_millis);
        match (set, began) {
            // Nothing runs that could have it.
            (_, None) if deployment.is_none() => changed.push(secret),
            (Some(set), Some(began)) if set > began => changed.push(secret),
            (Some(_), Some(_)) => {}
            (None, _) | (_, None) => unknown.push(secret.name),
        }
    }
    SecretDrift { ok: changed.is_empty(), changed, deployment, unknown, extra: Extra::default(), meta }
}

/// When a deployment took the secrets as they were.
fn began(deployment: &Deployment) -> Option<i64> {
    let times = [&deployment.started_at, &deployment.created_at];
    times.into_iter().flatten().find_map(Timestamp::unix_millis)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn secret(name: &str, created_at: Option<&str>, updated_at: Option<&str>) -> AppSecret {
        let secret = json!({ "name": name, "created_at": created_at, "updated_at": updated_at });
        serde_json::from_value(secret).unwrap()
    }

    fn deployment(times: &Value) -> Deployment {
        let mut deployment = json!({ "id": 5, "status": "succeeded" });
        deployment.as_object_mut().unwrap().extend(times.as_object().unwrap().clone());
        serde_json::from_value(deployment).unwrap()
    }

    /// The secrets that have changed, and those of which nobody knows.
    fn told(report: &SecretDrift) -> (bool, Vec<&str>, Vec<&str>) {
        let changed = report.changed.iter().map(|secret| secret.name.as_str()).collect();
        (report.ok, changed, report.unknown.iter().map(String::as_str).collect())
    }

    const EARLY: Option<&str> = Some("2026-01-01T00:00:00Z");
    const NOON: Option<&str> = Some("2026-01-01T12:00:00Z");
    const LATE: Option<&str> = Some("2026-01-01T23:00:00Z");

    fn secrets() -> Vec<AppSecret> {
        vec![
            secret("OLD", EARLY, EARLY),
            secret("NEW", LATE, None),
            secret("SET_AGAIN", EARLY, LATE),
            secret("AT_ONCE", EARLY, NOON),
            secret("TIMELESS", None, None),
            secret("ODD", None, Some("yesterday")),
        ]
    }

    #[test]
    fn secrets_that_were_set_since_it_began_have_changed() {
        let report = judge(secrets(), Some(deployment(&json!({ "started_at": NOON, "updated_at": LATE }))));
        assert_eq!(told(&report), (false, vec!["NEW", "SET_AGAIN"], vec!["TIMELESS", "ODD"]));
        assert_eq!(report.deployment.unwrap().id, 5);
        // What is not known is no reason to deploy.
        let report =
            judge(vec![secret("TIMELESS", None, None)], Some(deployment(&json!({ "started_at": NOON }))));
        assert_eq!(told(&report), (true, vec![], vec!["TIMELESS"]));
    }

    #[test]
    fn a_deployment_that_does_not_say_when_it_began_was_asked_for_at_some_time() {
        for times in [json!({ "created_at": NOON }), json!({ "started_at": "soon", "created_at": NOON })] {
            assert_eq!(told(&judge(secrets(), Some(deployment(&times)))).1, ["NEW", "SET_AGAIN"]);
        }
        let report = judge(secrets(), Some(deployment(&json!({ "updated_at": NOON }))));
        assert_eq!((report.ok, report.changed.len(), report.unknown.len()), (true, 0, 6));
    }

    #[test]
    fn nothing_that_runs_has_any_secret() {
        let report = judge(secrets(), None);
        assert_eq!((report.ok, report.changed.len(), report.unknown.len()), (false, 6, 0));
        assert_eq!(told(&judge(Vec::new(), None)), (true, vec![], vec![]));
    }
}
