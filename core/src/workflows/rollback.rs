//! Going back to an earlier deployment: the API has no way back, so that it is deployed once more.

use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::enums::DeploymentStatus;
use crate::generated::inputs::{AppId, CreateDeployment, DeploymentId, ListDeployments};
use crate::generated::models::Deployment;
use crate::generated::operations::DEPLOYMENTS_ROLLBACK;
use crate::request::Request;

/// How far back a deployment that succeeded is looked for: one page.
const NEWEST: usize = 100;

pub(crate) async fn deployments_rollback(client: Client, request: Request) -> Result<Deployment> {
    let app = AppId::from(request.id("app_id"));
    let target = match request.given("to").and_then(serde_json::Value::as_i64) {
        Some(id) => client.deployments().seen(app, DeploymentId::from(id)).await?,
        None => before_the_newest(&client, app).await?,
    };
    if target.status != DeploymentStatus::Succeeded {
        let message = format!("deployment {} did not succeed: it is {}", target.id, target.status);
        return Err(
            refused(&message).with_hint("go back to one that succeeded; `deployments.list` shows them")
        );
    }
    client.deployments().create(app, once_more(&target)).await
}

/// The same deployment, to be started again.
pub(super) fn once_more(target: &Deployment) -> CreateDeployment {
    let params = CreateDeployment::builder()
        .maybe_image_tag(target.image_tag.clone())
        // A count that the API would not take says nothing about what ran.
        .maybe_replicas(target.replicas.filter(|replicas| (1..=10).contains(replicas)))
        .maybe_branch(target.branch.clone())
        .maybe_commit_sha(target.commit_sha.clone());
    params.commit_message(format!("Roll back to deployment {}", target.id)).build()
}

/// The last deployment that succeeded before the newest one.
async fn before_the_newest(client: &Client, app: AppId) -> Result<Deployment> {
    let newest = client.deployments().list(app, ListDeployments::default()).limit(1).try_next().await?;
    let found = match &newest {
        Some(newest) => last_succeeded(client, app, Some(newest.id)).await?,
        None => None,
    };
    found.ok_or_else(|| {
        refused("there is no earlier deployment that succeeded")
            .with_hint("correct the app and deploy it again")
    })
}

fn refused(message: &str) -> Error {
    Error::new(ErrorKind::ValidationError, format!("nothing was sent: {message}")).of(&DEPLOYMENTS_ROLLBACK)
}

/// The newest deployment that succeeded, or the newest before another.
pub(super) async fn last_succeeded(
    client: &Client,
    app: AppId,
    before: Option<i64>,
) -> Result<Option<Deployment>> {
    let filter = ListDeployments::builder().status(DeploymentStatus::Succeeded).build();
    let mut succeeded = client.deployments().list(app, filter).limit(NEWEST);
    while let Some(deployment) = succeeded.try_next().await? {
        // Not every server goes by the filter.
        let fits = deployment.status == DeploymentStatus::Succeeded;
        if fits && before.is_none_or(|newer| deployment.id < newer) {
            return Ok(Some(deployment));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::RollbackDeployment;
    use crate::engine::tests::script::{json as answer, served};

    const START: &str = "POST /v1/apps/7/deployments";

    /// What goes back, of an app with these deployments, to one of them or to the last that succeeded.
    async fn back(past: &Value, to: Option<i64>) -> (Result<Deployment>, Vec<Value>) {
        let one = past.as_array().unwrap().iter().find(|one| Some(one["id"].as_i64().unwrap()) == to);
        let (client, script) = served([
            ("GET /v1/apps/7/deployments", vec![answer(json!({ "deployments": past }))]),
            ("GET /v1/apps/7/deployments/3", vec![answer(one.cloned().unwrap_or_default())]),
            (START, vec![answer(json!({ "id": 9, "status": "queued" }))]),
        ]);
        let params = RollbackDeployment::builder().maybe_to(to).build();
        (client.deployments().rollback(7, params).await, script.bodies(START))
    }

    #[tokio::test(start_paused = true)]
    async fn the_last_that_succeeded_before_the_newest_is_deployed_once_more() {
        let past = json!([
            { "id": 5, "status": "succeeded", "image_tag": "2.0.0" },
            { "id": 4, "status": "failed", "image_tag": "1.9.0" },
            { "id": 3, "status": "succeeded", "image_tag": "1.8.0", "replicas": 2, "commit_sha": "abc" },
            { "id": 2, "status": "succeeded", "image_tag": "1.7.0" },
        ]);
        let (started, sent) = back(&past, None).await;
        assert_eq!(started.unwrap().id, 9);
        let wanted = json!({
            "image_tag": "1.8.0", "replicas": 2, "commit_sha": "abc",
            "commit_message": "Roll back to deployment 3",
        });
        assert_eq!(sent, [wanted]);
    }

    #[tokio::test(start_paused = true)]
    async fn without_an_earlier_success_nothing_is_sent() {
        for past in [
            json!([]),
            json!([{ "id": 5, "status": "succeeded" }]),
            json!([{ "id": 5, "status": "failed" }, { "id": 4, "status": "failed" }]),
        ] {
            let (refused, sent) = back(&past, None).await;
            let error = refused.unwrap_err();
            assert_eq!(
                (error.kind(), error.operation()),
                (ErrorKind::ValidationError, Some("deployments.rollback"))
            );
            assert!(error.message().starts_with("nothing was sent") && sent.is_empty(), "{error}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn only_what_succeeded_can_be_gone_back_to() {
        let past = |status: &str| json!([{ "id": 5, "status": "succeeded" }, { "id": 3, "status": status, "replicas": 0 }]);
        let (started, sent) = back(&past("succeeded"), Some(3)).await;
        assert_eq!(started.unwrap().id, 9);
        // A count that the API would refuse is not sent.
        assert_eq!(sent, [json!({ "commit_message": "Roll back to deployment 3" })]);
        for status in ["failed", "in_progress"] {
            let (refused, sent) = back(&past(status), Some(3)).await;
            let error = refused.unwrap_err();
            assert!(error.message().contains(status) && sent.is_empty(), "{error}");
        }
    }
}
