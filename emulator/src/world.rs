//! What one emulator is made of: state, clock, randomness and faults behind one lock, and the request log.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use crate::clock::Clock;
use crate::errors::AdminError;
use crate::faults::Faults;
use crate::progression::Progression;
use crate::request_log::RequestLog;
use crate::rng::Randomness;
use crate::seeds::{CLIENT_ID, Seed, TOKEN};
use crate::state::deployment::Status;
use crate::state::lifecycle;
use crate::state::tokens::{self, MintToken};
use crate::state::{Env, State};

/// What an emulator is built from, and goes back to on a reset.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) seed: Seed,
    pub(crate) random_seed: u64,
    pub(crate) clock: Clock,
    pub(crate) progression: Progression,
    pub(crate) keep_secret_values: bool,
}

/// Everything that a request can change, as one value that can be copied and put back.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) state: State,
    pub(crate) clock: Clock,
    pub(crate) random: Randomness,
    pub(crate) faults: Faults,
}

impl World {
    pub(crate) fn new(origin: &Origin) -> Self {
        let clock = origin.clock.clone();
        let mut random = Randomness::new(origin.random_seed);
        let mut env = Env { now: clock.now(), random: &mut random };
        let mut state = origin.seed.plant(origin.keep_secret_values, &mut env);
        state.progression = origin.progression.clone();
        Self { state, clock, random, faults: Faults::default() }
    }

    /// The state, brought up to now, and what a rule needs beside it.
    pub(crate) fn turn(&mut self) -> (&mut State, Env<'_>) {
        let now = self.clock.now();
        self.state.settle(now);
        (&mut self.state, Env { now, random: &mut self.random })
    }

    pub(crate) fn mint(&mut self, wanted: MintToken) -> String {
        let (state, mut env) = self.turn();
        tokens::mint(state, &mut env, wanted)
    }

    /// Sets the progression of one app, or of every app that has none of its own.
    pub(crate) fn set_progression(&mut self, app_id: Option<i64>, progression: Progression) {
        match app_id {
            Some(app_id) => {
                self.state.app_progressions.insert(app_id, progression);
            }
            None => self.state.progression = progression,
        }
    }

    /// Moves a deployment by hand and shows it; nothing when there is no such deployment.
    pub(crate) fn advance_deployment(
        &mut self,
        id: i64,
        to: Option<Status>,
        error_code: Option<String>,
    ) -> Option<Result<Value, AdminError>> {
        let (state, env) = self.turn();
        let mut deployments = state.apps.values_mut().flat_map(|app| &mut app.deployments);
        let deployment = deployments.find(|deployment| deployment.id == id)?;
        Some(lifecycle::advance(deployment, env.now, to, error_code).map(|()| deployment.view()))
    }
}

/// What the server, the administration and the handle share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) origin: Origin,
    world: Mutex<World>,
    log: Mutex<RequestLog>,
}

impl Shared {
    pub(crate) fn new(origin: Origin) -> Self {
        let world = World::new(&origin);
        Self { origin, world: Mutex::new(world), log: Mutex::default() }
    }

    /// Hold it only for pure functions: never across an await. A panic under the lock has been answered with a 500,
    /// and the state is still a value, so a poisoned lock is used on.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn log(&self) -> MutexGuard<'_, RequestLog> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Goes back to the origin, with an empty request log and no faults.
    pub(crate) fn reset(&self) {
        *self.world() = World::new(&self.origin);
        self.log().reset();
    }

    pub(crate) fn info(&self) -> Value {
        let world = self.world();
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "seed": self.origin.seed.name(),
            "random_seed": self.origin.random_seed,
            "clock": world.clock.describe(),
            "orgs": world.state.orgs.iter().map(|org| org.name.as_str()).collect::<Vec<_>>(),
            "apps": world.state.apps.values().filter(|app| app.deleted_at.is_none()).count(),
            "token": TOKEN,
            "client_id": CLIENT_ID,
        })
    }
}
