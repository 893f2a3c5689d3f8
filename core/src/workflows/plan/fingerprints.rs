//! Secrets are told apart by keyed fingerprints, because the API never gives their values back.
//!
//! What is written down is an HMAC of each value under a key that is not: without it nobody can try out which value it was.

use std::collections::BTreeMap;

use ring::{digest, hmac};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::client::Client;
use crate::credentials::{Credentials, Source};
use crate::error::{Error, ErrorKind, Result};
use crate::generated::operations::CLIENT_PLAN;
use crate::wire::Secret;

/// The fingerprints of secrets, as they were when they were set. Those of several apps can be kept together.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct Fingerprints {
    /// By the names of the apps and of their secrets.
    prints: BTreeMap<String, BTreeMap<String, Print>>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Print {
    print: String,
    /// When the API says that it was set.
    updated_at: Option<String>,
}

/// What is known of a secret that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sameness {
    Same,
    Other,
    /// Somebody else has set it since, to whatever.
    Overwritten,
    Unknown,
}

impl Fingerprints {
    /// Reads what an apply gave.
    pub(super) fn read(text: Option<&str>) -> Result<Self> {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return Ok(Self::default()) };
        serde_json::from_str(text).map_err(|_| {
            Error::new(ErrorKind::ValidationError, "nothing was sent, because of fingerprints")
                .with_field_errors(
                    [("fingerprints".to_owned(), vec!["are not what `apply` gave".to_owned()])].into(),
                )
                .of(&CLIENT_PLAN)
        })
    }

    pub(super) fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(super) fn note(
        &mut self,
        key: &Key,
        app: &str,
        name: &str,
        value: &Secret,
        updated_at: Option<String>,
    ) {
        let print = Print { print: key.print(app, name, value), updated_at };
        self.prints.entry(app.to_owned()).or_default().insert(name.to_owned(), print);
    }

    pub(super) fn forget(&mut self, app: &str, name: &str) {
        if let Some(prints) = self.prints.get_mut(app) {
            prints.remove(name);
        }
    }

    pub(super) fn compare(
        &self,
        key: &Key,
        app: &str,
        name: &str,
        value: &Secret,
        updated_at: Option<&str>,
    ) -> Sameness {
        let Some(known) = self.prints.get(app).and_then(|prints| prints.get(name)) else {
            return Sameness::Unknown;
        };
        if known.updated_at.is_some() && known.updated_at.as_deref() != updated_at {
            return Sameness::Overwritten;
        }
        if known.print == key.print(app, name, value) { Sameness::Same } else { Sameness::Other }
    }
}

/// What fingerprints are made with.
pub(super) struct Key(hmac::Key);

impl Key {
    /// The key that was given, or one made of what the client signs in with; nothing where that changes.
    pub(super) fn of(client: &Client, given: Option<&str>) -> Option<Self> {
        let secret = match (given, client.credentials()) {
            (Some(given), _) => given,
            (None, Credentials::Fixed(token)) => token.secret().reveal(),
            (None, Credentials::Renewed { source: Source::Client { secret, .. }, .. }) => secret.reveal(),
            (None, Credentials::Renewed { .. }) => return None,
        };
        Some(Self(hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes())))
    }

    fn print(&self, app: &str, name: &str, value: &Secret) -> String {
        let mut context = hmac::Context::with_key(&self.0);
        for part in ["spice-cloud secret", app, name, value.reveal()] {
            // With their lengths, so that no two sets of parts run together alike.
            context.update(&part.len().to_be_bytes());
            context.update(part.as_bytes());
        }
        hex(&context.sign().as_ref()[..16])
    }
}

/// What tells one state from another. The order in which the members of an object were written does not count.
pub(super) fn digest(state: &Value) -> String {
    hex(&digest::digest(&digest::SHA256, sorted(state).to_string().as_bytes()).as_ref()[..16])
}

/// The same with the members of every object in one order.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let ordered: BTreeMap<&String, Value> =
                members.iter().map(|(name, member)| (name, sorted(member))).collect();
            ordered.into_iter().map(|(name, member)| (name.clone(), member)).collect()
        }
        Value::Array(items) => items.iter().map(sorted).collect(),
        other => other.clone(),
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_recognised_with_the_key_only() {
        let key = |text: &str| Key(hmac::Key::new(hmac::HMAC_SHA256, text.as_bytes()));
        let value = Secret::from("s3cr3t");
        let mut prints = Fingerprints::default();
        prints.note(&key("k"), "bi", "A", &value, Some("then".to_owned()));
        let prints = Fingerprints::read(Some(&prints.write())).unwrap();
        assert!(!prints.write().contains("s3cr3t"));
        let compare = |secret: &str, name, value: &str, at| {
            prints.compare(&key(secret), "bi", name, &Secret::from(value), at)
        };
        assert_eq!(compare("k", "A", "s3cr3t", Some("then")), Sameness::Same);
        assert_eq!(compare("k", "A", "other", Some("then")), Sameness::Other);
        assert_eq!(compare("K", "A", "s3cr3t", Some("then")), Sameness::Other);
        assert_eq!(compare("k", "A", "s3cr3t", Some("later")), Sameness::Overwritten);
        assert_eq!(compare("k", "B", "s3cr3t", None), Sameness::Unknown);
        // What is known of one app's secret says nothing about another's of the same name.
        assert_eq!(prints.compare(&key("k"), "other", "A", &value, Some("then")), Sameness::Unknown);
        let mut both = prints.clone();
        both.note(&key("k"), "other", "A", &Secret::from("else"), None);
        assert_eq!(both.compare(&key("k"), "bi", "A", &value, Some("then")), Sameness::Same);
        assert_eq!(both.compare(&key("k"), "other", "A", &value, None), Sameness::Other);
        both.forget("other", "A");
        assert_eq!(both.compare(&key("k"), "other", "A", &value, None), Sameness::Unknown);
        assert_eq!(both.compare(&key("k"), "bi", "A", &value, Some("then")), Sameness::Same);
    }

    #[test]
    fn the_order_of_members_does_not_count() {
        let one: Value = serde_json::from_str(r#"{"a":1,"b":[{"c":2,"d":3}]}"#).unwrap();
        let other: Value = serde_json::from_str(r#"{"b":[{"d":3,"c":2}],"a":1}"#).unwrap();
        let third: Value = serde_json::from_str(r#"{"b":[{"d":2,"c":3}],"a":1}"#).unwrap();
        assert_eq!(digest(&one), digest(&other));
        assert_ne!(digest(&one), digest(&third));
    }

    #[test]
    fn what_apply_did_not_give_is_refused() {
        assert!(Fingerprints::read(Some("nonsense")).is_err());
        assert!(Fingerprints::read(None).is_ok() && Fingerprints::read(Some(" ")).is_ok());
    }
}
