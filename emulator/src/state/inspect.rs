//! The state as JSON for people and tests, without anything secret.

use serde_json::{Map, Value, json};

use super::State;
use super::apps::App;
use super::datasets::Loaded;
use super::secrets::Secret;
use super::tokens::Token;
use crate::clock::rfc3339;

/// The whole state. Runtime keys show their last four characters, tokens only their label, datasets how many rows they have.
pub(crate) fn view(state: &State) -> Value {
    let users: Vec<Value> = state
        .users
        .iter()
        .map(|user| json!({ "id": user.id, "username": user.username, "email": user.email }))
        .collect();
    let orgs: Vec<Value> = state
        .orgs
        .iter()
        .map(|org| {
            let members: Vec<Value> = org
                .members
                .iter()
                .map(|member| json!({ "user_id": member.user_id, "roles": member.roles }))
                .collect();
            json!({
                "id": org.id,
                "name": org.name,
                "plan": org.plan.name(),
                "owner_id": org.owner_id,
                "members": members,
                "limits": org.limits_view(),
                "clusters": org.clusters_view()["clusters"],
            })
        })
        .collect();
    json!({
        "users": users,
        "orgs": orgs,
        "apps": state.apps.values().map(|app| app_view(state, app)).collect::<Vec<_>>(),
        "tokens": state.tokens.values().map(token_view).collect::<Vec<_>>(),
    })
}

fn app_view(state: &State, app: &App) -> Value {
    let mut view = state.org(app.org_id).map(|org| app.view(org)).unwrap_or_default();
    let secrets: Map<String, Value> =
        app.secrets.values().map(|secret| (secret.name.clone(), secret_view(secret))).collect();
    view["org_id"] = json!(app.org_id);
    view["deleted_at"] = json!(app.deleted_at.map(rfc3339));
    view["reactivated"] = json!(app.reactivated);
    view["paused"] = json!(app.paused);
    view["github_connected"] = json!(app.github_connected);
    view["api_key"] = json!(tail(&app.keys.primary));
    view["api_key_2"] = json!(tail(&app.keys.secondary));
    view["secrets"] = Value::Object(secrets);
    view["alerts"] = app.alerts.iter().map(|alert| alert.view(app)).collect();
    let rows = |loaded: &Loaded| json!(loaded.rows.len());
    view["datasets"] =
        app.runtime.datasets.iter().map(|(name, loaded)| (name.clone(), rows(loaded))).collect();
    view["deployments"] = app.deployments.iter().map(super::deployment::Deployment::view).collect();
    view
}

fn secret_view(secret: &Secret) -> Value {
    let stored = &secret.stored;
    let mut view = json!({
        "id": secret.id,
        "created_at": rfc3339(secret.created_at),
        "updated_at": rfc3339(secret.updated_at),
        "length": stored.length,
        "salt": stored.salt,
        "sha256": stored.sha256,
    });
    if let Some(value) = &stored.value {
        view["value"] = json!(value);
    }
    view
}

fn token_view(token: &Token) -> Value {
    json!({
        "label": token.label,
        "kind": token.kind.name(),
        "scopes": token.scopes,
        "org": token.org,
        "user": token.user,
        "role": token.role,
        "expires_at": token.expires_at.map(rfc3339),
        "revoked": token.revoked,
    })
}

fn tail(key: &str) -> String {
    format!("…{}", key.get(key.len().saturating_sub(4)..).unwrap_or_default())
}
