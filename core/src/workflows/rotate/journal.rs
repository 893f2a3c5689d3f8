//! How far a rotation is, without the keys: by fingerprints with a salt of their own.

use ring::digest;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind, Result};
use crate::generated::models::ApiKeys;
use crate::generated::operations::API_KEYS_ROTATE;
use crate::wire::Secret;

const VERSION: u32 = 1;

/// How far a rotation is.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Journal {
    version: u32,
    app_id: i64,
    /// Makes fingerprints of two rotations differ, so that nobody can tell whose keys are alike.
    salt: String,
    /// Those of the first and the second key.
    slots: [Slot; 2],
}

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
struct Slot {
    /// What was there before; nothing when there was no key.
    before: Option<String>,
    /// What took its place.
    after: Option<String>,
    verified: bool,
}

impl Journal {
    /// Begins with the keys as they are.
    pub(super) fn begin(app_id: i64, keys: &ApiKeys) -> Self {
        let salt = format!("{:016x}", fastrand::u64(..));
        let slot = |number| Slot { before: print(&salt, key(keys, number)), ..Slot::default() };
        let slots = [slot(1), slot(2)];
        Self { version: VERSION, app_id, salt, slots }
    }

    /// Reads one that a rotation has left.
    pub(super) fn read(text: &str, app_id: i64) -> Result<Self> {
        let refused = |problem: &str| {
            Error::new(ErrorKind::ValidationError, "nothing was sent, because of journal")
                .with_field_errors([("journal".to_owned(), vec![problem.to_owned()])].into())
                .with_hint("give the journal of this app's last rotation, or none to begin anew")
                .of(&API_KEYS_ROTATE)
        };
        let journal: Self = serde_json::from_str(text).map_err(|_| refused("is not that of a rotation"))?;
        if journal.version != VERSION {
            return Err(refused("is of another version of the SDK"));
        }
        if journal.app_id == app_id { Ok(journal) } else { Err(refused("is of another app")) }
    }

    pub(super) fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(super) fn app(&self) -> i64 {
        self.app_id
    }

    /// Whether a key is no longer the one from before. It is then ours, or somebody else's; either way it is new.
    pub(super) fn is_replaced(&self, number: i64, keys: &ApiKeys) -> bool {
        self.slot(number).before != print(&self.salt, key(keys, number))
    }

    /// Whether the key that is there now has passed.
    pub(super) fn is_verified(&self, number: i64, keys: &ApiKeys) -> bool {
        let slot = self.slot(number);
        slot.verified && slot.after.is_some() && slot.after == print(&self.salt, key(keys, number))
    }

    pub(super) fn note_new(&mut self, number: i64, keys: &ApiKeys) {
        let after = print(&self.salt, key(keys, number));
        let slot = self.slot_mut(number);
        slot.after = after;
        slot.verified = false;
    }

    pub(super) fn note_verified(&mut self, number: i64) {
        self.slot_mut(number).verified = true;
    }

    fn slot(&self, number: i64) -> &Slot {
        let [first, second] = &self.slots;
        if number == 1 { first } else { second }
    }

    fn slot_mut(&mut self, number: i64) -> &mut Slot {
        let [first, second] = &mut self.slots;
        if number == 1 { first } else { second }
    }
}

fn key(keys: &ApiKeys, number: i64) -> Option<&Secret> {
    if number == 1 { keys.api_key.as_ref() } else { keys.api_key_2.as_ref() }
}

/// The first half of a SHA-256. Keys are random, so that nobody finds one by trying.
fn print(salt: &str, key: Option<&Secret>) -> Option<String> {
    let mut context = digest::Context::new(&digest::SHA256);
    context.update(salt.as_bytes());
    context.update(key?.reveal().as_bytes());
    let half = context.finish().as_ref().first_chunk().copied().map(u128::from_be_bytes);
    Some(format!("{:032x}", half.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(first: &str, second: Option<&str>) -> ApiKeys {
        serde_json::from_value(serde_json::json!({ "api_key": first, "api_key_2": second })).unwrap()
    }

    #[test]
    fn a_journal_knows_keys_again_and_holds_none() {
        let before = keys("key-one", Some("key-two"));
        let mut journal = Journal::begin(7, &before);
        assert!(!journal.is_replaced(1, &before) && !journal.is_replaced(2, &before));
        let now = keys("key-one", Some("key-new"));
        assert!(journal.is_replaced(2, &now) && !journal.is_verified(2, &now));
        journal.note_new(2, &now);
        journal.note_verified(2);
        let again = Journal::read(&journal.write(), 7).unwrap();
        assert!(again.is_verified(2, &now) && !again.is_verified(2, &before) && !again.is_verified(1, &now));
        assert!(!journal.write().contains("key-"), "{}", journal.write());
    }

    #[test]
    fn an_app_without_a_second_key_gets_one() {
        let before = keys("key-one", None);
        let journal = Journal::begin(7, &before);
        assert!(!journal.is_replaced(2, &before) && journal.is_replaced(2, &keys("key-one", Some("new"))));
        assert!(!journal.is_verified(2, &before));
    }

    #[test]
    fn what_is_no_journal_of_this_app_is_refused() {
        let text = Journal::begin(7, &keys("a", None)).write();
        assert!(Journal::read(&text, 7).is_ok());
        for (text, app) in [(text.as_str(), 8), ("{}", 7), ("nonsense", 7)] {
            assert_eq!(Journal::read(text, app).unwrap_err().kind(), ErrorKind::ValidationError);
        }
        assert!(Journal::read(&text.replace("\"version\":1", "\"version\":2"), 7).is_err());
    }
}
