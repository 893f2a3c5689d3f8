//! Deployments of an app: starting, listing, reading.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::deployment::{Deployment, Plan};
use super::{Env, State, catalog, integer, lifecycle, page, text};
use crate::contract::Parameters;
use crate::errors::ApiFailure;
use crate::state::orgs;

/// Starts a deployment, in the name of `created_by`.
pub(crate) fn create(
    state: &mut State,
    env: &mut Env<'_>,
    org_id: i64,
    app_id: i64,
    body: &Map<String, Value>,
    created_by: &str,
) -> Result<Value, ApiFailure> {
    let org = state.org(org_id)?;
    let app = state.app(org_id, app_id)?;
    org.check_replicas(integer(body.get("replicas")))?;
    if app.paused {
        let message = "The app is paused; resume it before deploying";
        return Err(ApiFailure::new(400, message).with_code("spicepod_paused"));
    }
    if !app.config.is_deployable() {
        return Err(ApiFailure::new(
            400,
            "App has no valid spicepod; update the app with one before deploying",
        ));
    }
    let tag = text(body.get("image_tag")).or_else(|| app.config.image_tag.clone());
    let tag = tag.unwrap_or_else(|| catalog::default_tag().to_owned());
    check_tag(org.plan, &tag)?;
    if let Some(running) = app.deployments.iter().find(|deployment| deployment.status.is_running()) {
        let id = running.id;
        return Err(ApiFailure::new(409, format!("A deployment is already in progress (deployment {id})")));
    }

    let replicas = integer(body.get("replicas")).or(app.config.replicas).unwrap_or(1);
    let channel = text(body.get("channel")).or_else(|| app.config.update_channel.clone());
    let spicepod = app.config.spicepod.clone();
    let plan = Plan::new(state.progression_of(app_id), env.now);
    let id = state.next_id(env);
    let deployment = Deployment {
        image_tag: tag,
        channel,
        replicas,
        branch: text(body.get("branch")),
        commit_sha: text(body.get("commit_sha")),
        commit_message: text(body.get("commit_message")),
        debug: body.get("debug").and_then(Value::as_bool).unwrap_or(false),
        created_by: created_by.to_owned(),
        spicepod,
        ..Deployment::queued(id, env.now, plan)
    };
    let view = deployment.view();
    state.app_mut(org_id, app_id)?.deployments.push(deployment);
    Ok(view)
}

fn check_tag(plan: orgs::Plan, tag: &str) -> Result<(), ApiFailure> {
    match catalog::image(tag) {
        None => Err(ApiFailure::field("image_tag", format!("Unknown image tag '{tag}'"))),
        Some(image) if image.channel == catalog::ENTERPRISE && plan != orgs::Plan::Enterprise => {
            Err(ApiFailure::new(403, format!("Image tag '{tag}' requires the enterprise plan"))
                .with_code("image_tag_requires_enterprise"))
        }
        Some(_) => Ok(()),
    }
}

/// One page of an app's deployments, newest first; only those with a status when one is named. It counts as a read of
/// every one of them, so that a filter sees what it lets through.
pub(crate) fn list(
    state: &mut State,
    now: Timestamp,
    org_id: i64,
    app_id: i64,
    parameters: &Parameters,
) -> Result<Value, ApiFailure> {
    let status = text(parameters.get("status"));
    for deployment in &mut state.app_mut(org_id, app_id)?.deployments {
        lifecycle::look(deployment, now);
    }
    let deployments = state.app(org_id, app_id)?.deployments.iter().rev();
    let deployments = deployments
        .filter(|deployment| status.as_deref().is_none_or(|status| deployment.status_name() == status));
    let deployments: Vec<Value> = page(deployments, parameters, state.quirks).map(Deployment::view).collect();
    Ok(json!({ "deployments": deployments }))
}

pub(crate) fn get(
    state: &mut State,
    now: Timestamp,
    org_id: i64,
    app_id: i64,
    id: i64,
) -> Result<Value, ApiFailure> {
    if state.quirks.no_single_deployment {
        return Err(ApiFailure::new(404, "Not found"));
    }
    let mut deployments = state.app_mut(org_id, app_id)?.deployments.iter_mut();
    match deployments.find(|deployment| deployment.id == id) {
        Some(deployment) => {
            lifecycle::look(deployment, now);
            Ok(deployment.view())
        }
        None => Err(ApiFailure::new(404, format!("Deployment with ID {id} not found"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_checked_against_the_plan() {
        assert!(check_tag(orgs::Plan::Pro, "1.5.0-models").is_ok());
        assert_eq!(check_tag(orgs::Plan::Pro, "0.0.1").unwrap_err().status, 400);
        let failure = check_tag(orgs::Plan::Pro, "1.5.0-enterprise").unwrap_err();
        assert_eq!((failure.status, failure.code), (403, Some("image_tag_requires_enterprise")));
        assert!(check_tag(orgs::Plan::Enterprise, "1.5.0-enterprise").is_ok());
    }
}
