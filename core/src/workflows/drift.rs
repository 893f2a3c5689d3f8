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
