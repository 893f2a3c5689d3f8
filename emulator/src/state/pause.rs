//! The end of a pause. Apps are paused by the administration: no path of the API for it is documented.

use serde_json::{Map, Value, json};

use super::{Env, State, deployments};
use crate::errors::ApiFailure;

/// Ends the pause of an app and starts a deployment. An app that cannot be deployed stays paused.
pub(crate) fn resume(
    state: &mut State,
    env: &mut Env<'_>,
    org_id: i64,
    app_id: i64,
    created_by: &str,
) -> Result<Value, ApiFailure> {
    let app = state.app_mut(org_id, app_id)?;
    if !std::mem::replace(&mut app.paused, false) {
        return Err(ApiFailure::new(409, "The app is not paused"));
    }
    let deployment = deployments::create(state, env, org_id, app_id, &Map::new(), created_by);
    if deployment.is_err() {
        state.app_mut(org_id, app_id)?.paused = true;
    }
    Ok(json!({ "deployment_id": deployment?["id"] }))
}
