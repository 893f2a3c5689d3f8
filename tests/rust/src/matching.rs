//! Partial comparison: what an expectation does not name is not compared.

use regex_lite::Regex;
use serde_json::{Map, Value};

/// Where a value differs from what is expected, in words; nothing when it fits.
///
/// The rules are those of `tests/scenarios/README.md`.
pub fn differences(expected: &Value, actual: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(expected, actual, "", &mut found);
    found
}

fn compare(expected: &Value, actual: &Value, place: &str, found: &mut Vec<String>) {
    let mut differ = |words: String| {
        let place = if place.is_empty() { "the whole" } else { place };
        found.push(format!("{place}: {words}"));
    };
    match expected {
        Value::Object(members) if members.keys().any(|name| name.starts_with('$')) => {
            for (name, argument) in members {
                if let Err(words) = matcher(name, argument, actual) {
                    differ(words);
                }
            }
        }
        Value::Object(members) => match actual {
            // One that names nothing stands for an empty one.
            Value::Object(present) if members.is_empty() && !present.is_empty() => {
                differ(format!("expected nothing in it, got {actual}"));
            }
            Value::Object(present) => compare_members(members, present, place, found),
            Value::Null if members.is_empty() => {}
            other => differ(format!("expected an object, got {other}")),
        },
        Value::Array(items) => match actual {
            Value::Array(present) if items.len() == present.len() => {
                for (index, (item, present)) in items.iter().zip(present).enumerate() {
                    compare(item, present, &format!("{place}/{index}"), found);
                }
            }
            Value::Null if items.is_empty() => {}
            Value::Array(present) => {
                differ(format!("expected {} items, got {}: {actual}", items.len(), present.len()));
            }
            other => differ(format!("expected a list, got {other}")),
        },
        _ if is_equal(expected, actual) => {}
        _ => differ(format!("expected {expected}, got {actual}")),
    }
}

fn compare_members(
    expected: &Map<String, Value>,
    present: &Map<String, Value>,
    place: &str,
    found: &mut Vec<String>,
) {
    for (name, value) in expected {
        match present.get(name) {
            // Members that the contract does not know stand beside those that it knows.
            None if name == "extra" && value.is_object() => {
                let members = value.as_object().into_iter().flatten();
                for (name, value) in members {
                    let actual = present.get(name).unwrap_or(&Value::Null);
                    compare(value, actual, &format!("{place}/{name}"), found);
                }
            }
            actual => compare(value, actual.unwrap_or(&Value::Null), &format!("{place}/{name}"), found),
        }
    }
}

/// Numbers are equal when they mean the same, as 1 and 1.0 do.
fn is_equal(expected: &Value, actual: &Value) -> bool {
    match (expected, actual) {
        (Value::Number(one), Value::Number(other)) => one == other || one.as_f64() == other.as_f64(),
        _ => expected == actual,
    }
}

fn matcher(name: &str, argument: &Value, actual: &Value) -> Result<(), String> {
    let check = |fits: bool, words: String| if fits { Ok(()) } else { Err(format!("{words}, got {actual}")) };
    match (name, argument) {
        ("$any", Value::Bool(true)) => check(!actual.is_null(), "expected some value".to_owned()),
        ("$secret", secret) => check(is_equal(secret, actual), format!("expected the secret {secret}")),
        ("$not", other) => {
            check(!differences(other, actual).is_empty(), format!("expected other than {other}"))
        }
        ("$type", Value::String(kind)) => {
            check(is_a(kind, actual), format!("expected a value of type {kind}"))
        }
        ("$length", length) => {
            check(length_of(actual) == length.as_u64(), format!("expected a length of {length}"))
        }
        ("$contains", part) => {
            check(contains(part, actual), format!("expected something that contains {part}"))
        }
        ("$each", item) => {
            let items = actual.as_array().ok_or_else(|| format!("expected a list, got {actual}"))?;
            let wrong = items.iter().flat_map(|present| differences(item, present)).next();
            wrong.map_or(Ok(()), |words| Err(format!("in an item: {words}")))
        }
        ("$regex", Value::String(pattern)) => {
            let regex = Regex::new(pattern).map_err(|error| format!("{pattern} is no pattern: {error}"))?;
            let fits = actual.as_str().is_some_and(|text| regex.is_match(text));
            check(fits, format!("expected a text that matches {pattern}"))
        }
        _ => Err(format!("there is no matcher {name} that takes {argument}")),
    }
}

fn is_a(kind: &str, value: &Value) -> bool {
    match kind {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}

fn length_of(value: &Value) -> Option<u64> {
    let length = match value {
        Value::String(text) => text.chars().count(),
        Value::Array(items) => items.len(),
        Value::Object(members) => members.len(),
        Value::Null => 0,
        _ => return None,
    };
    u64::try_from(length).ok()
}

/// A text contains a part of it, a list an item that fits.
fn contains(part: &Value, value: &Value) -> bool {
    match (value, part) {
        (Value::String(text), Value::String(part)) => text.contains(part.as_str()),
        (Value::Array(items), part) => items.iter().any(|item| differences(part, item).is_empty()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fits(expected: &Value, actual: &Value) -> bool {
        differences(expected, actual).is_empty()
    }

    #[test]
    fn what_is_not_named_is_not_compared() {
        let actual = json!({ "id": 7, "name": "x", "config": { "replicas": 2 }, "list": [1, 2] });
        for expected in [
            json!({ "id": 7.0 }),
            json!({ "config": { "replicas": 2 }, "absent": null, "empty": [], "none": {} }),
            json!({ "extra": { "name": "x" } }),
            json!({ "list": [1, 2] }),
        ] {
            assert!(fits(&expected, &actual), "{expected}: {:?}", differences(&expected, &actual));
        }
        for expected in [
            json!({ "id": 8 }),
            json!({ "id": "7" }),
            json!({ "absent": 1 }),
            json!({ "absent": false }),
            json!({ "name": null }),
            json!({ "list": [1] }),
            json!({ "list": [] }),
            json!({ "extra": { "other": 1 } }),
            json!([]),
            json!({}),
            json!({ "config": {} }),
            json!({ "config": [] }),
        ] {
            assert!(!fits(&expected, &actual), "{expected}");
        }
    }

    #[test]
    fn matchers_match_what_they_say() {
        for (expected, good, bad) in [
            (json!({ "$any": true }), json!(0), json!(null)),
            (json!({ "$type": "integer" }), json!(1), json!(1.5)),
            (json!({ "$type": "string" }), json!(""), json!(1)),
            (json!({ "$regex": "^a+$" }), json!("aa"), json!("ab")),
            (json!({ "$contains": "b" }), json!("abc"), json!("ac")),
            (
                json!({ "$contains": { "id": 2 } }),
                json!([{ "id": 1 }, { "id": 2, "x": 0 }]),
                json!([{ "id": 1 }]),
            ),
            (json!({ "$length": 2 }), json!(["a", "b"]), json!(["a"])),
            (json!({ "$length": 0 }), json!(null), json!(1)),
            (json!({ "$not": "x" }), json!("y"), json!("x")),
            (json!({ "$each": { "$type": "integer" } }), json!([1, 2]), json!([1, "2"])),
            (json!({ "$secret": "s" }), json!("s"), json!("t")),
            (json!({ "$type": "string", "$contains": "a" }), json!("a"), json!("b")),
        ] {
            assert!(fits(&expected, &good), "{expected} and {good}: {:?}", differences(&expected, &good));
            assert!(!fits(&expected, &bad), "{expected} and {bad}");
        }
    }

    #[test]
    fn a_matcher_that_is_misspelt_never_fits() {
        for expected in [
            json!({ "$anything": true }),
            json!({ "$any": false }),
            json!({ "$type": 1 }),
            json!({ "$any": true, "name": 1 }),
        ] {
            assert!(!fits(&expected, &json!("x")), "{expected}");
        }
    }

    #[test]
    fn differences_say_where() {
        let found = differences(&json!({ "a": [{ "b": 1 }] }), &json!({ "a": [{ "b": 2 }] }));
        assert_eq!(found, ["/a/0/b: expected 1, got 2"]);
    }
}
