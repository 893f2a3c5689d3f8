//! Apps: creation, reading, change, soft deletion and return under an old name.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::alerts::Alert;
use super::config::Config;
use super::deployment::Deployment;
use super::keys::Keys;
use super::orgs::Org;
use super::placement::Placement;
use super::runtime::Runtime;
use super::secrets::Secret;
use super::{Env, State, forks, integer, lifecycle, page, text};
use crate::clock::rfc3339;
use crate::contract::Parameters;
use crate::errors::ApiFailure;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct App {
    pub(crate) id: i64,
    pub(crate) org_id: i64,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) visibility: String,
    pub(crate) created_at: Timestamp,
    pub(crate) deleted_at: Option<Timestamp>,
    /// Whether it has come back under the name of a deleted app.
    pub(crate) reactivated: bool,
    /// Whether it refuses to be deployed.
    pub(crate) paused: bool,
    /// Whether its spicepod comes from a repository and cannot be changed here.
    pub(crate) github_connected: bool,
    pub(crate) placement: Placement,
    pub(crate) production_branch: Option<String>,
    pub(crate) tags: BTreeMap<String, String>,
    pub(crate) config: Config,
    pub(crate) keys: Keys,
    pub(crate) secrets: BTreeMap<String, Secret>,
    /// Oldest first.
    pub(crate) deployments: Vec<Deployment>,
    // States that were stored before there were forks and alerts have neither.
    #[serde(default)]
    pub(crate) forked_from: Option<forks::Source>,
    #[serde(default)]
    pub(crate) alerts: Vec<Alert>,
    #[serde(default)]
    pub(crate) runtime: Runtime,
}

impl App {
    pub(crate) fn is_visible_to(&self, org_id: i64) -> bool {
        self.org_id == org_id && self.deleted_at.is_none()
    }

    /// Takes over what a body names, apart from the placement.
    fn apply(&mut self, body: &Map<String, Value>) -> Result<(), ApiFailure> {
        self.config.apply(body)?;
        if let Some(description) = text(body.get("description")) {
            self.description = Some(description);
        }
        if let Some(visibility) = text(body.get("visibility")) {
            self.visibility = visibility;
        }
        if let Some(branch) = text(body.get("production_branch")) {
            self.production_branch = Some(branch);
        }
        if let Some(tags) = body.get("tags") {
            let pairs = tags.as_object().into_iter().flatten();
            self.tags = pairs.filter_map(|(key, value)| Some((key.clone(), text(Some(value))?))).collect();
        }
        Ok(())
    }

    /// The app as a list shows it.
    pub(crate) fn brief_view(&self, org: &Org) -> Value {
        let cname = self.placement.cname(org);
        json!({
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "visibility": self.visibility,
            "created_at": rfc3339(self.created_at),
            "region": self.placement.region,
            "endpoint": format!("https://{cname}.spiceai.io"),
            "cname": cname,
            "cluster_id": self.placement.cluster(org).map(|cluster| cluster.id.as_str()),
            "cluster_name": self.placement.cluster,
            "production_branch": self.production_branch,
            "tags": self.tags,
            "forked_from": self.forked_from,
        })
    }

    pub(crate) fn view(&self, org: &Org) -> Value {
        let mut view = self.brief_view(org);
        view["config"] = self.config.view(&self.placement);
        view
    }
}

/// One page of the organization's apps, in descending order of id, under the given key.
pub(crate) fn list(
    state: &State,
    org_id: i64,
    parameters: &Parameters,
    key: &str,
) -> Result<Value, ApiFailure> {
    let org = state.org(org_id)?;
    let after = integer(parameters.get("after_id")).filter(|_| !state.quirks.ignore_offset);
    let apps = state.apps.values().rev().filter(|app| app.is_visible_to(org_id));
    let apps = apps.filter(|app| after.is_none_or(|after| app.id < after));
    let apps: Vec<Value> = page(apps, parameters, state.quirks).map(|app| app.brief_view(org)).collect();
    Ok(json!({ key: apps }))
}

pub(crate) fn get(state: &State, org_id: i64, id: i64) -> Result<Value, ApiFailure> {
    Ok(state.app(org_id, id)?.view(state.org(org_id)?))
}

/// Creates an app. The name of a deleted app brings that app back: with its old id, time of creation, secrets, keys
/// and deployments, but with nothing of its configuration.
pub(crate) fn create(
    state: &mut State,
    env: &mut Env<'_>,
    org_id: i64,
    body: &Map<String, Value>,
) -> Result<Value, ApiFailure> {
    let org = state.org(org_id)?.clone();
    let placement = Placement::read(&org, body, None)?;
    let name = text(body.get("name")).unwrap_or_default();
    let mut live = state.apps.values().filter(|app| app.is_visible_to(org_id));
    if live.clone().any(|app| app.name.eq_ignore_ascii_case(&name)) {
        return Err(ApiFailure::new(409, format!("App \"{name}\" already exists in this organization")));
    }
    let count = i64::try_from(live.by_ref().count()).unwrap_or(i64::MAX);
    if count >= org.limits.apps {
        return Err(ApiFailure::new(403, "Organization has reached the maximum app limit"));
    }
    org.check_replicas(integer(body.get("replicas")))?;

    let former = state.apps.values().find(|app| app.org_id == org_id && app.name.eq_ignore_ascii_case(&name));
    let former = former.cloned();
    let mut app = match former {
        Some(former) => App {
            name,
            description: None,
            visibility: "private".to_owned(),
            deleted_at: None,
            reactivated: true,
            paused: false,
            github_connected: false,
            placement,
            production_branch: None,
            tags: BTreeMap::new(),
            config: Config::default(),
            forked_from: None,
            alerts: Vec::new(),
            ..former
        },
        None => App {
            id: state.next_id(env),
            org_id,
            name,
            description: None,
            visibility: "private".to_owned(),
            created_at: env.now,
            deleted_at: None,
            reactivated: false,
            paused: false,
            github_connected: false,
            placement,
            production_branch: None,
            tags: BTreeMap::new(),
            config: Config::default(),
            keys: Keys::new(env),
            secrets: BTreeMap::new(),
            deployments: Vec::new(),
            forked_from: None,
            alerts: Vec::new(),
            runtime: Runtime::default(),
        },
    };
    app.apply(body)?;
    let view = app.view(&org);
    state.apps.insert(app.id, app);
    Ok(view)
}

/// Changes what the body names. A body that is refused changes nothing.
pub(crate) fn update(
    state: &mut State,
    org_id: i64,
    id: i64,
    body: &Map<String, Value>,
) -> Result<Value, ApiFailure> {
    let org = state.org(org_id)?.clone();
    let app = state.app_mut(org_id, id)?;
    let differs = |spicepod: &Value| app.config.spicepod.as_ref() != Some(spicepod);
    if app.github_connected && body.get("spicepod").is_some_and(differs) {
        let message = "The app is connected to a GitHub repository, where its spicepod is changed";
        return Err(ApiFailure::new(409, message).with_code("github_connected"));
    }
    let mut changed = app.clone();
    changed.placement = Placement::read(&org, body, Some(&app.placement))?;
    org.check_replicas(integer(body.get("replicas")))?;
    changed.apply(body)?;
    *app = changed;
    Ok(app.view(&org))
}

/// Hides the app and ends what it runs and what watches it.
pub(crate) fn delete(state: &mut State, org_id: i64, id: i64, now: Timestamp) -> Result<(), ApiFailure> {
    let app = state.app_mut(org_id, id)?;
    app.deleted_at = Some(now);
    app.alerts.clear();
    app.runtime.ended = app.deployments.last().map(|deployment| deployment.id);
    for deployment in &mut app.deployments {
        lifecycle::abandon(deployment, now);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Randomness;
    use crate::seeds;

    struct World {
        state: State,
        random: Randomness,
        org_id: i64,
    }

    impl World {
        fn new() -> Self {
            let (state, random) = seeds::example_state();
            let org_id = state.orgs[0].id;
            Self { state, random, org_id }
        }

        fn create(&mut self, body: &Value) -> Result<Value, ApiFailure> {
            let mut env = Env { now: Timestamp::UNIX_EPOCH, random: &mut self.random };
            create(&mut self.state, &mut env, self.org_id, body.as_object().unwrap())
        }

        fn update(&mut self, id: i64, body: &Value) -> Result<Value, ApiFailure> {
            update(&mut self.state, self.org_id, id, body.as_object().unwrap())
        }
    }

    #[test]
    fn names_are_unique_whatever_the_case() {
        let mut world = World::new();
        world.create(&json!({ "name": "My-App" })).unwrap();
        let failure = world.create(&json!({ "name": "my-app" })).unwrap_err();
        assert_eq!(
            (failure.status, failure.message.as_str()),
            (409, "App \"my-app\" already exists in this organization")
        );
    }

    #[test]
    fn a_deleted_name_brings_the_app_back_without_its_configuration() {
        let mut world = World::new();
        let old =
            world.create(&json!({ "name": "back-again", "replicas": 4, "tags": { "a": "b" } })).unwrap();
        let id = old["id"].as_i64().unwrap();
        let keys = world.state.apps[&id].keys.clone();
        delete(&mut world.state, world.org_id, id, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(get(&world.state, world.org_id, id).unwrap_err().status, 404);
        let new = world.create(&json!({ "name": "Back-Again" })).unwrap();
        assert_eq!((&new["id"], &new["created_at"]), (&old["id"], &old["created_at"]));
        assert_eq!(
            (&new["name"], &new["tags"], &new["config"]["replicas"]),
            (&json!("Back-Again"), &json!({}), &json!(1))
        );
        assert_eq!(world.state.apps[&id].keys, keys);
        assert!(world.state.apps[&id].reactivated);
    }

    #[test]
    fn the_plan_limits_apps_and_replicas() {
        let mut world = World::new();
        world.state.orgs[0].limits.apps = 1;
        world.state.orgs[0].limits.replicas = 2;
        assert_eq!(world.create(&json!({ "name": "big-app", "replicas": 3 })).unwrap_err().status, 403);
        world.create(&json!({ "name": "one-app" })).unwrap();
        assert_eq!(
            world.create(&json!({ "name": "two-app" })).unwrap_err().message,
            "Organization has reached the maximum app limit"
        );
    }

    #[test]
    fn a_refused_change_changes_nothing() {
        let mut world = World::new();
        let id = world.create(&json!({ "name": "steady" })).unwrap()["id"].as_i64().unwrap();
        assert!(world.update(id, &json!({ "description": "new", "spicepod": "- no" })).is_err());
        assert!(world.update(id, &json!({ "description": "new", "region": "mars-north-1" })).is_err());
        assert_eq!(get(&world.state, world.org_id, id).unwrap()["description"], Value::Null);
    }

    #[test]
    fn tags_are_replaced_as_a_whole() {
        let mut world = World::new();
        let id = world.create(&json!({ "name": "tagged", "tags": { "a": "1", "b": "2" } })).unwrap()["id"]
            .as_i64()
            .unwrap();
        assert_eq!(world.update(id, &json!({ "tags": { "c": "3" } })).unwrap()["tags"], json!({ "c": "3" }));
        assert_eq!(world.update(id, &json!({ "tags": null })).unwrap()["tags"], json!({}));
    }
}
