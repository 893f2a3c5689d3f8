//! Memory that held secrets and is given back empty.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::Map;
use zeroize::{Zeroize, Zeroizing};

use super::JsonValue;

/// Bytes that are wiped when the last of their copies is dropped.
pub(crate) fn wiped(bytes: Vec<u8>) -> Bytes {
    Bytes::from_owner(Zeroizing::new(bytes))
}

/// A value as JSON, in memory that is wiped. What has to grow leaves its former place behind, so its length is found first.
pub(crate) fn wiped_json(value: &impl Serialize) -> serde_json::Result<Bytes> {
    let mut length = Length(0);
    serde_json::to_writer(&mut length, value)?;
    let mut bytes = Vec::with_capacity(length.0);
    serde_json::to_writer(&mut bytes, value)?;
    Ok(wiped(bytes))
}

/// A value whose texts are wiped when it is dropped.
#[derive(Clone, Deserialize)]
pub(crate) struct Wiped(pub(crate) JsonValue);

/// The members of an object, whose texts are wiped when they are dropped.
#[derive(Clone, Default, Deserialize)]
pub(crate) struct WipedMap(pub(crate) Map<String, JsonValue>);

impl Drop for WipedMap {
    fn drop(&mut self) {
        self.0.values_mut().for_each(wipe);
    }
}

impl Drop for Wiped {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// Wipes every text of a value.
pub(crate) fn wipe(value: &mut JsonValue) {
    match value {
        JsonValue::String(text) => text.zeroize(),
        JsonValue::Array(items) => items.iter_mut().for_each(wipe),
        JsonValue::Object(members) => members.values_mut().for_each(wipe),
        JsonValue::Null | JsonValue::Bool(_) | JsonValue::Number(_) => {}
    }
}

/// Counts what is written.
struct Length(usize);

impl std::io::Write for Length {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_text_is_wiped() {
        let mut value = json!({ "value": "s3cr3t", "list": ["a", { "b": "c" }], "count": 3 });
        wipe(&mut value);
        assert_eq!(value, json!({ "value": "", "list": ["", { "b": "" }], "count": 3 }));
    }

    #[test]
    fn wiped_json_is_json_and_never_moves() {
        let value = json!({ "value": "\u{1F336} \"hot\"\n".repeat(500) });
        assert_eq!(wiped_json(&value).unwrap(), serde_json::to_vec(&value).unwrap());
        let mut length = Length(0);
        serde_json::to_writer(&mut length, &value).unwrap();
        assert_eq!(length.0, serde_json::to_vec(&value).unwrap().len());
    }
}
