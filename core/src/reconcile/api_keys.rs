//! Keys are told apart from those before by their fingerprints; the keys themselves are not kept.

use serde_json::{Value, json};

use super::{Change, Finding, Traced};
use crate::client::Client;
use crate::generated::models::ApiKeys;
use crate::pending::Pending;
use crate::wire::Secret;

impl Traced for ApiKeys {
    fn before(client: &Client, change: &Change) -> Pending<Option<Value>> {
        let present = client.api_keys().get(change.id("app_id"));
        Pending::new(async move { Ok(Some(json!(prints(&present.await?)))) })
    }

    fn look(client: &Client, change: &Change) -> Pending<Finding<Self>> {
        let (present, change) = (client.api_keys().get(change.id("app_id")), change.clone());
        Pending::new(async move {
            let keys = present.await?;
            let now = prints(&keys);
            let Some(Value::Array(before)) = &change.before else { return Ok(Finding::Unclear(Vec::new())) };
            let changed = [0, 1].map(|slot| before.get(slot) != Some(&json!(now[slot])));
            Ok(judge(keys, changed, change.body.get("key_number").and_then(Value::as_i64).unwrap_or(1)))
        })
    }
}

/// Whether those keys have changed that were to, and no other: then somebody else is at it.
fn judge(keys: ApiKeys, changed: [bool; 2], number: i64) -> Finding<ApiKeys> {
    let wanted = match number {
        0 => [true, true],
        2 => [false, true],
        _ => [true, false],
    };
    if changed == wanted {
        Finding::Happened(keys)
    } else if changed == [false, false] {
        Finding::Nothing
    } else {
        Finding::Unclear(Vec::new())
    }
}

fn prints(keys: &ApiKeys) -> [Option<String>; 2] {
    [&keys.api_key, &keys.api_key_2].map(|key| key.as_ref().map(print))
}

/// The first half of a SHA-256: enough to tell keys apart, and nothing to get a key from.
fn print(key: &Secret) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, key.reveal().as_bytes());
    let half = digest.as_ref().first_chunk().copied().map(u128::from_be_bytes);
    format!("{:032x}", half.unwrap_or_default())
}
