//! The whole state of the emulated control plane as one plain value, and the rules over it as pure functions.
//! Time and randomness come in through [`Env`]; nothing here knows of HTTP.

pub(crate) mod alerts;
pub(crate) mod apps;
pub(crate) mod catalog;
pub(crate) mod config;
pub(crate) mod datasets;
pub(crate) mod deployment;
pub(crate) mod deployments;
pub(crate) mod forks;
pub(crate) mod inspect;
pub(crate) mod keys;
pub(crate) mod lifecycle;
pub(crate) mod manifest;
pub(crate) mod members;
pub(crate) mod metrics;
pub(crate) mod orgs;
pub(crate) mod pause;
pub(crate) mod placement;
pub(crate) mod quirks;
pub(crate) mod runtime;
pub(crate) mod secrets;
pub(crate) mod tokens;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::contract::Parameters;
use crate::errors::ApiFailure;
use crate::progression::Progression;
use crate::rng::Randomness;

/// The first identifier that is given out.
const FIRST_ID: i64 = 1000;

/// Everything that the control plane knows.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct State {
    pub(crate) orgs: Vec<orgs::Org>,
    pub(crate) users: Vec<orgs::User>,
    pub(crate) apps: BTreeMap<i64, apps::App>,
    /// By the exact text of the token.
    pub(crate) tokens: BTreeMap<String, tokens::Token>,
    pub(crate) clients: Vec<tokens::Client>,
    pub(crate) last_id: Option<i64>,
    // Settings are not stored: each start sets them anew.
    #[serde(skip)]
    pub(crate) progression: Progression,
    #[serde(skip)]
    pub(crate) app_progressions: BTreeMap<i64, Progression>,
    #[serde(skip)]
    pub(crate) quirks: quirks::Quirks,
    #[serde(skip)]
    pub(crate) keep_secret_values: bool,
}

/// Time and chance, handed to every rule that needs them.
pub(crate) struct Env<'a> {
    pub(crate) now: Timestamp,
    pub(crate) random: &'a mut Randomness,
}

impl State {
    /// The next identifier. One sequence serves all kinds, so that an app's id is never also a deployment's.
    pub(crate) fn next_id(&mut self, env: &mut Env<'_>) -> i64 {
        let id = self.last_id.map_or(FIRST_ID, |last| last + env.random.id_step());
        self.last_id = Some(id);
        id
    }

    /// Moves every running deployment to where it is by now.
    pub(crate) fn settle(&mut self, now: Timestamp) {
        for deployment in self.apps.values_mut().flat_map(|app| &mut app.deployments) {
            lifecycle::settle(deployment, now);
        }
    }

    /// The app, if it exists, is not deleted and belongs to the organization; else it is hidden with a 404.
    pub(crate) fn app(&self, org_id: i64, id: i64) -> Result<&apps::App, ApiFailure> {
        self.apps
            .get(&id)
            .filter(|app| app.is_visible_to(org_id))
            .ok_or_else(|| ApiFailure::app_not_found(id))
    }

    pub(crate) fn app_mut(&mut self, org_id: i64, id: i64) -> Result<&mut apps::App, ApiFailure> {
        self.apps
            .get_mut(&id)
            .filter(|app| app.is_visible_to(org_id))
            .ok_or_else(|| ApiFailure::app_not_found(id))
    }

    pub(crate) fn org(&self, id: i64) -> Result<&orgs::Org, ApiFailure> {
        self.orgs.iter().find(|org| org.id == id).ok_or_else(|| ApiFailure::new(500, "Organization lost"))
    }

    pub(crate) fn org_mut(&mut self, id: i64) -> Result<&mut orgs::Org, ApiFailure> {
        self.orgs.iter_mut().find(|org| org.id == id).ok_or_else(|| ApiFailure::new(500, "Organization lost"))
    }

    pub(crate) fn progression_of(&self, app_id: i64) -> &Progression {
        self.app_progressions.get(&app_id).unwrap_or(&self.progression)
    }
}

/// How many items a page holds when the request does not say.
const DEFAULT_LIMIT: i64 = 20;

/// Cuts a page out of a list by `limit` and `offset`, as far as the quirks allow.
fn page<'a, T>(
    items: impl Iterator<Item = T> + 'a,
    parameters: &Parameters,
    quirks: quirks::Quirks,
) -> impl Iterator<Item = T> + 'a {
    let count =
        |name, default| usize::try_from(integer(parameters.get(name)).unwrap_or(default)).unwrap_or(0);
    let offset = if quirks.ignore_offset { 0 } else { count("offset", 0) };
    items.skip(offset).take(quirks.page_size(count("limit", DEFAULT_LIMIT)))
}

/// A whole number, also when JSON writes it as `2.0`, which the contract's schemas let pass.
fn integer(value: Option<&Value>) -> Option<i64> {
    let value = value?;
    value.as_i64().or_else(|| {
        let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
        format!("{number:.0}").parse().ok()
    })
}

/// A text, when it is one.
fn text(value: Option<&Value>) -> Option<String> {
    value.and_then(Value::as_str).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn identifiers_start_at_a_thousand_and_grow() {
        let mut random = Randomness::new(3);
        let mut env = Env { now: Timestamp::UNIX_EPOCH, random: &mut random };
        let mut state = State::default();
        let ids: Vec<i64> = (0..50).map(|_| state.next_id(&mut env)).collect();
        assert_eq!(ids[0], 1000);
        assert!(ids.windows(2).all(|pair| (1..=7).contains(&(pair[1] - pair[0]))));
        assert!(ids.windows(2).any(|pair| pair[1] - pair[0] > 1));
    }

    #[test]
    fn whole_numbers_are_read_in_both_spellings() {
        assert_eq!(integer(Some(&json!(2))), Some(2));
        assert_eq!(integer(Some(&json!(2.0))), Some(2));
        assert_eq!(integer(Some(&json!(2.5))), None);
        assert_eq!(integer(Some(&json!("2"))), None);
        assert_eq!(integer(None), None);
    }
}
