//! What an emulator starts with.

mod demo;
mod demo_apps;
mod empty;

use crate::state::tokens::{self, Client};
use crate::state::{Env, State, orgs};

/// The token that may do everything, in every emulator: an emulator is reached from its own machine only.
pub(crate) const TOKEN: &str = "spice_emu_pat_demo";
/// Id of the OAuth client that every seed has.
pub(crate) const CLIENT_ID: &str = "spice_emu_client";
/// Secret of that client.
pub(crate) const CLIENT_SECRET: &str = "spice_emu_secret";

/// What an emulator starts with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Seed {
    /// One organization `acme` on the plan `pro` with its owner `ada`; the users `grace`, `linus` and `margaret`, who
    /// can be added; no apps.
    #[default]
    Empty,
    /// Two organizations (`acme` on the plan `pro` with 25 apps, `northwind` on `enterprise` with four apps and dedicated
    /// clusters), users, spicepods and secrets, deployments in every status, an app that is paused, and a few rows for each app's
    /// dataset.
    Demo,
}

impl Seed {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Demo => "demo",
        }
    }

    /// The state that an emulator starts with. [`TOKEN`] may do everything in it.
    pub(crate) fn plant(self, keep_secret_values: bool, env: &mut Env<'_>) -> State {
        let mut state = State { keep_secret_values, ..State::default() };
        match self {
            Self::Empty => empty::plant(&mut state, env),
            Self::Demo => demo::plant(&mut state, env),
        }
        let org = state.orgs.first().map(|org| org.name.clone()).unwrap_or_default();
        state.clients.push(Client {
            id: CLIENT_ID.to_owned(),
            secret: CLIENT_SECRET.to_owned(),
            org,
            scopes: vec!["*".to_owned()],
        });
        tokens::plant(&mut state, TOKEN);
        state
    }
}

/// Adds a user and gives its id.
fn user(state: &mut State, env: &mut Env<'_>, username: &str) -> i64 {
    let id = state.next_id(env);
    let email = format!("{username}@example.com");
    state.users.push(orgs::User { id, username: username.to_owned(), email });
    id
}

/// An organization with one member, its owner.
fn org(state: &mut State, env: &mut Env<'_>, name: &str, plan: orgs::Plan, owner_id: i64) -> orgs::Org {
    orgs::Org {
        id: state.next_id(env),
        name: name.to_owned(),
        plan,
        limits: limits(plan),
        owner_id,
        members: vec![orgs::Member {
            user_id: owner_id,
            roles: vec!["owner".to_owned()],
            created_at: env.now,
        }],
        clusters: Vec::new(),
    }
}

/// Generous: tests that page through many apps must not run into the plan.
fn limits(plan: orgs::Plan) -> orgs::Limits {
    let enterprise = plan == orgs::Plan::Enterprise;
    orgs::Limits {
        apps: if enterprise { 100_000 } else { 10_000 },
        replicas: 10,
        spicepods: if enterprise { 100_000 } else { 10_000 },
        users: -1,
        api_rps: if enterprise { 100_000 } else { 10_000 },
        request_timeout_secs: 90,
        sql_query_timeout_secs: if enterprise { 600 } else { 90 },
    }
}

/// The empty seed and the randomness that goes on from it, for unit tests.
#[cfg(test)]
pub(crate) fn example_state() -> (State, crate::rng::Randomness) {
    let mut random = crate::rng::Randomness::new(1);
    let mut env = Env { now: jiff::Timestamp::UNIX_EPOCH, random: &mut random };
    let state = Seed::Empty.plant(false, &mut env);
    (state, random)
}

/// An organization, for unit tests.
#[cfg(test)]
pub(crate) fn example_org() -> orgs::Org {
    example_state().0.orgs.remove(0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::Timestamp;

    use super::*;
    use crate::rng::Randomness;
    use crate::state::manifest::Manifest;

    fn plant(seed: Seed, random_seed: u64) -> State {
        let mut random = Randomness::new(random_seed);
        seed.plant(false, &mut Env { now: Timestamp::UNIX_EPOCH, random: &mut random })
    }

    #[test]
    fn the_same_seed_plants_the_same() {
        for seed in [Seed::Empty, Seed::Demo] {
            let planted = |random_seed| format!("{:?}", plant(seed, random_seed));
            assert_eq!(planted(5), planted(5));
            assert_ne!(planted(5), planted(6));
        }
    }

    #[test]
    fn empty_is_one_organization_without_apps() {
        let state = plant(Seed::Empty, 1);
        assert_eq!((state.orgs.len(), state.apps.len()), (1, 0));
        assert_eq!(state.orgs[0].members.len(), 1);
        assert!(state.users.len() >= 3);
    }

    #[test]
    fn the_demo_shows_everything() {
        let state = plant(Seed::Demo, 1);
        assert_eq!((state.orgs.len(), state.apps.len()), (2, 29));
        assert!(state.users.len() >= 3);
        let deployments: Vec<_> = state.apps.values().flat_map(|app| &app.deployments).collect();
        let statuses: BTreeSet<&str> =
            deployments.iter().map(|deployment| deployment.status.name()).collect();
        assert_eq!(statuses, BTreeSet::from(["queued", "in_progress", "succeeded", "failed", "created"]));
        assert!(deployments.iter().any(|deployment| {
            deployment.status.name() == "failed"
                && deployment.error_code.as_deref() == Some("insufficient_memory")
        }));
        assert!(state.apps.values().any(|app| !app.secrets.is_empty()));
        assert!(state.apps.values().all(|app| app.config.is_deployable()));
        assert_eq!(state.apps.values().filter(|app| app.paused).count(), 1);
        for app in state.apps.values() {
            let manifest = Manifest::read(app.config.spicepod.as_ref().unwrap());
            let deployed = manifest.datasets.iter().map(|dataset| &dataset.name);
            assert!(deployed.eq(app.runtime.datasets.keys()), "{} has its rows", app.name);
        }
        for pair in state.apps.values().flat_map(|app| app.deployments.windows(2)) {
            assert!(pair[0].id < pair[1].id && pair[0].created_at < pair[1].created_at);
        }
        assert!(
            state.apps.values().filter(|app| app.org_id == state.orgs[0].id).count() > 20,
            "more than a page"
        );
    }
}
