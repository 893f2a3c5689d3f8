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
