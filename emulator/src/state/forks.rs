//! Forks: apps that are made from another one's configuration and remember it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::apps::{self, App};
use super::placement::Placement;
use super::{Env, State, text};
use crate::errors::ApiFailure;

/// The longest name that an app may have.
const LONGEST_NAME: usize = 38;

/// The app that a fork was made from, as it was called then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Source {
    pub(crate) id: i64,
    pub(crate) name: String,
}

pub(crate) fn list(state: &State, org_id: i64, app_id: i64) -> Result<Value, ApiFailure> {
    let org = state.org(org_id)?;
    let source = state.app(org_id, app_id)?.id;
    let is_fork = |app: &&App| app.forked_from.as_ref().is_some_and(|from| from.id == source);
    let forks = state.apps.values().filter(|app| app.is_visible_to(org_id)).filter(is_fork);
    let forks: Vec<Value> = forks.map(|app| app.brief_view(org)).collect();
    Ok(json!({ "forks": forks }))
}

/// Makes an app of another one's configuration and secrets. It is private, has keys of its own and is not deployed.
pub(crate) fn create(
    state: &mut State,
    env: &mut Env<'_>,
    org_id: i64,
    app_id: i64,
    body: &Map<String, Value>,
) -> Result<Value, ApiFailure> {
    let source = state.app(org_id, app_id)?.clone();
    if !source.config.is_deployable() {
        return Err(
            ApiFailure::new(422, "The app has no spicepod to fork").with_code("fork_source_has_no_spicepod")
        );
    }
    check_scheduler(source.config.is_distributed(), body)?;
    let mut wanted = source.config.copied();
    wanted.insert("name".to_owned(), json!(name(state, &source, body)?));
    wanted.insert("description".to_owned(), json!(source.description));
    wanted.insert("tags".to_owned(), json!(source.tags));
    wanted.extend(place(state, &source, body)?);

    let id = apps::create(state, env, org_id, &wanted)?["id"].as_i64().unwrap_or_default();
    let mut secrets = source.secrets.clone();
    for secret in secrets.values_mut() {
        secret.id = state.next_id(env);
        (secret.created_at, secret.updated_at) = (env.now, env.now);
    }
    let org = state.org(org_id)?.clone();
    let fork = state.app_mut(org_id, id)?;
    fork.secrets = secrets;
    fork.forked_from = Some(Source { id: source.id, name: source.name });
    let mut view = fork.view(&org);
    // Manifests are not read, so nothing is known that both would use.
    view["shared_state"] = json!([]);
    Ok(view)
}

/// The wanted name, or the first of `app-fork`, `app-fork-2` and so on that nobody has.
fn name(state: &State, source: &App, body: &Map<String, Value>) -> Result<String, ApiFailure> {
    if let Some(name) = text(body.get("name")) {
        return Ok(name);
    }
    let is_taken = |name: &str| {
        let mut live = state.apps.values().filter(|app| app.is_visible_to(source.org_id));
        live.any(|app| app.name.eq_ignore_ascii_case(name))
    };
    let numbered = (2..).map(|number| format!("{}-fork-{number}", source.name));
    std::iter::once(format!("{}-fork", source.name))
        .chain(numbered)
        .take_while(|name| name.len() <= LONGEST_NAME)
        .find(|name| !is_taken(name))
        .ok_or_else(|| {
            ApiFailure::new(409, "Every name that the fork would get by itself is taken or too long")
                .with_code("fork_name_unavailable")
        })
}

/// Where the fork goes: where the body says, or where the app is, unless nothing new may go there.
fn place(state: &State, source: &App, body: &Map<String, Value>) -> Result<Map<String, Value>, ApiFailure> {
    let named = |place: &Map<String, Value>| {
        ["region", "cluster_name"].iter().any(|name| place.get(*name).is_some_and(Value::is_string))
    };
    if named(body) {
        let wanted = ["region", "cluster_name"].iter();
        return Ok(wanted.filter_map(|name| Some(((*name).to_owned(), body.get(*name)?.clone()))).collect());
    }
    let mut here = Map::from_iter([("region".to_owned(), json!(source.placement.region))]);
    if let Some(cluster) = &source.placement.cluster {
        here.insert("cluster_name".to_owned(), json!(cluster));
    }
    match Placement::read(state.org(source.org_id)?, &here, None) {
        Ok(_) => Ok(here),
        Err(_) => {
            Err(ApiFailure::new(400, "The fork cannot be where the app is; name a region or a cluster")
                .with_code("fork_placement_required"))
        }
    }
}

/// A distributed app needs a place for the state of its scheduler, and no other takes one.
fn check_scheduler(is_distributed: bool, body: &Map<String, Value>) -> Result<(), ApiFailure> {
    let refused =
        |message: &str, code| Err(ApiFailure::field("scheduler_state_location", message).with_code(code));
    match text(body.get("scheduler_state_location")) {
        None if is_distributed => refused("A distributed app needs it", "scheduler_state_location_required"),
        Some(_) if !is_distributed => {
            refused("The app is not distributed", "scheduler_state_location_not_applicable")
        }
        Some(location) if !location.starts_with("s3://") => {
            refused("Must be an s3:// address", "scheduler_state_location_unsupported")
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

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

        fn app(&mut self, body: &Value) -> i64 {
            let mut env = Env { now: Timestamp::UNIX_EPOCH, random: &mut self.random };
            let app = apps::create(&mut self.state, &mut env, self.org_id, body.as_object().unwrap());
            app.unwrap()["id"].as_i64().unwrap()
        }

        fn fork(&mut self, app: i64, body: &Value) -> Result<Value, ApiFailure> {
            let mut env = Env { now: Timestamp::UNIX_EPOCH, random: &mut self.random };
            create(&mut self.state, &mut env, self.org_id, app, body.as_object().unwrap())
        }
    }

    const SPICEPOD: &str = "version: v1\nkind: Spicepod\nname: demo\n";

    #[test]
    fn names_are_counted_until_they_are_too_long() {
        let mut world = World::new();
        let app = world.app(&json!({ "name": "a-name-of-thirty-two-letters-xxx", "spicepod": SPICEPOD }));
        let forked = world.fork(app, &json!({})).unwrap();
        assert_eq!(forked["name"], "a-name-of-thirty-two-letters-xxx-fork");
        assert_eq!(world.fork(app, &json!({})).unwrap_err().code, Some("fork_name_unavailable"));
        let other = world.app(&json!({ "name": "short", "spicepod": SPICEPOD }));
        let names: Vec<Value> =
            (0..3).map(|_| world.fork(other, &json!({})).unwrap()["name"].clone()).collect();
        assert_eq!(names, ["short-fork", "short-fork-2", "short-fork-3"]);
    }

    #[test]
    fn a_fork_goes_where_something_new_may_go() {
        let mut world = World::new();
        let app = world.app(&json!({ "name": "steady", "spicepod": SPICEPOD, "region": "us-east-1" }));
        assert_eq!(world.fork(app, &json!({})).unwrap()["region"], "us-east-1");
        assert_eq!(world.fork(app, &json!({ "region": "us-west-2" })).unwrap()["region"], "us-west-2");
        "us-east-2".clone_into(&mut world.state.apps.get_mut(&app).unwrap().placement.region);
        let failure = world.fork(app, &json!({})).unwrap_err();
        assert_eq!((failure.status, failure.code), (400, Some("fork_placement_required")));
    }

    #[test]
    fn only_distributed_apps_have_a_scheduler() {
        for (is_distributed, location, code) in [
            (false, None, None),
            (true, None, Some("scheduler_state_location_required")),
            (false, Some("s3://a"), Some("scheduler_state_location_not_applicable")),
            (true, Some("gs://a"), Some("scheduler_state_location_unsupported")),
            (true, Some("s3://a"), None),
        ] {
            let body = location.map(|location| ("scheduler_state_location".to_owned(), json!(location)));
            let checked = check_scheduler(is_distributed, &body.into_iter().collect());
            assert_eq!(checked.err().and_then(|failure| failure.code), code, "{location:?}");
        }
    }
}
