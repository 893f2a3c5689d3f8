//! Secrets of an app. A value is kept as a salted hash and its length only, unless a test asks for more.

use std::fmt::Write as _;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::{Env, State, text};
use crate::clock::rfc3339;
use crate::errors::ApiFailure;

/// What answers show in place of a value.
pub(crate) const MASK: &str = "********";

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Secret {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
    pub(crate) stored: Stored,
}

/// What is kept of a value: enough to prove what was stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Stored {
    pub(crate) salt: String,
    /// SHA-256 of the salt's text followed by the value, in hexadecimal digits.
    pub(crate) sha256: String,
    /// In bytes.
    pub(crate) length: usize,
    /// Only when the emulator was built to keep values.
    pub(crate) value: Option<String>,
}

impl Stored {
    fn new(value: &str, keep: bool, env: &mut Env<'_>) -> Self {
        let salt = hexadecimal(&env.random.bytes::<16>());
        let mut hasher = Sha256::new();
        hasher.update(salt.as_bytes());
        hasher.update(value.as_bytes());
        let sha256 = hexadecimal(&hasher.finalize());
        Self { salt, sha256, length: value.len(), value: keep.then(|| value.to_owned()) }
    }
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl Secret {
    fn view(&self) -> Value {
        json!({
            "id": self.id,
            "name": self.name,
            "value": MASK,
            "created_at": rfc3339(self.created_at),
            "updated_at": rfc3339(self.updated_at),
        })
    }
}

pub(crate) fn list(state: &State, org_id: i64, app_id: i64) -> Result<Value, ApiFailure> {
    let secrets: Vec<Value> = state.app(org_id, app_id)?.secrets.values().map(Secret::view).collect();
    Ok(json!({ "secrets": secrets }))
}

pub(crate) fn get(state: &State, org_id: i64, app_id: i64, name: &str) -> Result<Value, ApiFailure> {
    state.app(org_id, app_id)?.secrets.get(name).map(Secret::view).ok_or_else(|| not_found(name))
}

/// Creates a secret or replaces its value.
pub(crate) fn set(
    state: &mut State,
    env: &mut Env<'_>,
    org_id: i64,
    app_id: i64,
    body: &Map<String, Value>,
) -> Result<Value, ApiFailure> {
    let name = text(body.get("name")).unwrap_or_default();
    let value = text(body.get("value")).unwrap_or_default();
    let stored = Stored::new(&value, state.keep_secret_values, env);
    let known = state.app(org_id, app_id)?.secrets.get(&name).map(|secret| (secret.id, secret.created_at));
    let (id, created_at) = match known {
        Some(known) => known,
        None => (state.next_id(env), env.now),
    };
    let secret = Secret { id, name: name.clone(), created_at, updated_at: env.now, stored };
    let view = secret.view();
    state.app_mut(org_id, app_id)?.secrets.insert(name, secret);
    Ok(view)
}

pub(crate) fn delete(state: &mut State, org_id: i64, app_id: i64, name: &str) -> Result<(), ApiFailure> {
    state.app_mut(org_id, app_id)?.secrets.remove(name).map(|_| ()).ok_or_else(|| not_found(name))
}

fn not_found(name: &str) -> ApiFailure {
    ApiFailure::new(404, format!("Secret '{name}' not found"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Randomness;

    #[test]
    fn a_value_is_kept_only_when_asked_for() {
        let mut random = Randomness::new(1);
        let mut env = Env { now: Timestamp::UNIX_EPOCH, random: &mut random };
        let plain = Stored::new("hush", false, &mut env);
        assert!(!format!("{plain:?}").contains("hush"));
        assert_eq!((plain.length, plain.sha256.len()), (4, 64));
        let again = Stored::new("hush", true, &mut env);
        assert_ne!(plain.sha256, again.sha256, "the salt differs");
        assert_eq!(again.value.as_deref(), Some("hush"));
    }

    #[test]
    fn the_hash_is_of_salt_and_value() {
        let mut random = Randomness::new(1);
        let mut env = Env { now: Timestamp::UNIX_EPOCH, random: &mut random };
        let stored = Stored::new("hush", false, &mut env);
        let expected = Sha256::digest(format!("{}hush", stored.salt).as_bytes());
        assert_eq!(stored.sha256, hexadecimal(&expected));
    }
}
