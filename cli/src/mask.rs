//! API keys that may be looked at: just enough of them to tell one from the other.

use serde_json::Value;

/// How many letters of a key are shown at most.
const SHOWN: usize = 4;
/// Shorter texts show nothing: their end would be too much of them.
const LEAST: usize = 16;

/// The end of a key.
pub(crate) fn masked(key: &str) -> String {
    let length = key.chars().count();
    let end: String = if length < LEAST { String::new() } else { key.chars().skip(length - SHOWN).collect() };
    format!("****{end}")
}

/// Members of the API's answers that hold an API key.
const KEYS: [&str; 4] = ["api_key", "api_key_2", "apiKey", "apiKey2"];

/// Masks every API key in an answer, and says whether there was one.
pub(crate) fn mask_keys(value: &mut Value) -> bool {
    match value {
        Value::Object(members) => {
            let mut found = false;
            for (name, value) in members {
                match value {
                    Value::String(key) if KEYS.contains(&name.as_str()) => {
                        *key = masked(key);
                        found = true;
                    }
                    value => found |= mask_keys(value),
                }
            }
            found
        }
        // Every item is visited, not only those up to the first that has a key.
        Value::Array(items) => items.iter_mut().map(mask_keys).filter(|found| *found).count() > 0,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_the_end_of_a_key_is_shown() {
        assert_eq!(masked("spice_key_0123456789f3a9"), "****f3a9");
        assert_eq!(masked("short-key"), "****");
        assert_eq!(masked(""), "****");
        assert_eq!(masked("schlüssel-mit-ümläüt"), "****läüt");
    }

    #[test]
    fn keys_are_found_at_any_depth() {
        let mut answer = json!({ "apps": [{ "api_key": "spice_key_0123456789f3a9", "name": "x" }], "n": 1 });
        assert!(mask_keys(&mut answer));
        assert_eq!(answer, json!({ "apps": [{ "api_key": "****f3a9", "name": "x" }], "n": 1 }));
        assert!(!mask_keys(&mut json!({ "name": "api_key" })));
    }
}
