//! The two runtime keys of an app.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::apps::App;
use super::{Env, State, integer};
use crate::errors::ApiFailure;

const PREFIX: &str = "spice_emu_key_";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Keys {
    pub(crate) primary: String,
    pub(crate) secondary: String,
}

impl Keys {
    pub(crate) fn new(env: &mut Env<'_>) -> Self {
        Self { primary: new_key(env), secondary: new_key(env) }
    }

    fn view(&self) -> Value {
        json!({ "api_key": self.primary, "api_key_2": self.secondary })
    }
}

fn new_key(env: &mut Env<'_>) -> String {
    format!("{PREFIX}{}", env.random.text(32))
}

pub(crate) fn get(state: &State, org_id: i64, app_id: i64) -> Result<Value, ApiFailure> {
    Ok(state.app(org_id, app_id)?.keys.view())
}

/// The app that a key opens, and which of its keys it is. Keys that were replaced open nothing.
pub(crate) fn holder<'a>(state: &'a State, key: &str) -> Option<(&'a App, u8)> {
    state.apps.values().find_map(|app| match key {
        _ if key == app.keys.primary => Some((app, 1)),
        _ if key == app.keys.secondary => Some((app, 2)),
        _ => None,
    })
}

/// Replaces one key or both; the primary one when the body does not say. The old key is gone at once.
pub(crate) fn regenerate(
    state: &mut State,
    env: &mut Env<'_>,
    org_id: i64,
    app_id: i64,
    body: &Map<String, Value>,
) -> Result<Value, ApiFailure> {
    let number = integer(body.get("key_number")).unwrap_or(1);
    let keys = &mut state.app_mut(org_id, app_id)?.keys;
    if number != 2 {
        keys.primary = new_key(env);
    }
    if number != 1 {
        keys.secondary = new_key(env);
    }
    let mut view = keys.view();
    view["regenerated_key"] = json!(number);
    Ok(view)
}
