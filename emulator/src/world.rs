//! Everything that requests can change, as one value: state, clock, randomness, faults and rate limits.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::clock::Clock;
use crate::errors::AdminError;
use crate::faults::Faults;
use crate::progression::Progression;
use crate::rate_limit::{RateLimit, RateLimits};
use crate::rng::Randomness;
use crate::seeds::Seed;
use crate::state::deployment::Status;
use crate::state::lifecycle;
use crate::state::quirks::Quirks;
use crate::state::tokens::{self, MintToken};
use crate::state::{Env, State};

/// What an emulator is built from, and goes back to on a reset.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) seed: Seed,
    pub(crate) random_seed: u64,
    pub(crate) clock: Clock,
    pub(crate) progression: Progression,
    pub(crate) rate_limit: Option<RateLimit>,
    pub(crate) quirks: Quirks,
    pub(crate) keep_secret_values: bool,
}

#[cfg(any(test, fuzzing))]
impl Origin {
    /// The defaults with a clock, for unit tests and fuzzers.
    pub(crate) fn new(clock: Clock) -> Self {
        Self {
            seed: Seed::default(),
            random_seed: 0,
            clock,
            progression: Progression::default(),
            rate_limit: None,
            quirks: Quirks::default(),
            keep_secret_values: false,
        }
    }
}

/// Everything that a request can change, as one value that can be copied and put back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct World {
    pub(crate) state: State,
    pub(crate) clock: Clock,
    pub(crate) random: Randomness,
    #[serde(skip)]
    pub(crate) faults: Faults,
    #[serde(skip)]
    pub(crate) rate_limits: RateLimits,
}

impl World {
    pub(crate) fn new(origin: &Origin) -> Self {
        let clock = origin.clock.clone();
        let mut random = Randomness::new(origin.random_seed);
        let mut env = Env { now: clock.now(), random: &mut random };
        let state = origin.seed.plant(origin.keep_secret_values, &mut env);
        let mut world =
            Self { state, clock, random, faults: Faults::default(), rate_limits: RateLimits::default() };
        world.configure(origin);
        world
    }

    /// Sets what is not stored.
    pub(crate) fn configure(&mut self, origin: &Origin) {
        self.state.progression = origin.progression.clone();
        self.state.quirks = origin.quirks;
        self.state.keep_secret_values = origin.keep_secret_values;
        self.rate_limits = RateLimits::new(origin.rate_limit);
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
