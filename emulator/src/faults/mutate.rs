//! Answers that say something else than they should.

use serde_json::{Map, Value, json};

/// Members that hold one word of a list.
const WORDS: [&str; 7] =
    ["status", "visibility", "update_channel", "channel", "error_code", "roles", "creation_source"];

/// Members without which nothing is what it is.
const NEEDED: [&str; 9] =
    ["id", "name", "user_id", "username", "status", "region", "default", "tag", "timestamp"];

/// Members whose members are somebody else's.
const FREE: [&str; 2] = ["tags", "spicepod"];

/// Every object of a value, the innermost first.
fn each_object(value: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| each_object(item, change)),
        Value::Object(members) => {
            let inner = members.iter_mut().filter(|(name, _)| !FREE.contains(&name.as_str()));
            inner.for_each(|(_, member)| each_object(member, change));
            change(members);
        }
        _ => {}
    }
}

pub(crate) fn extra_fields(body: &mut Value) {
    each_object(body, &mut |members| {
        members.insert("x_new_field".to_owned(), json!({ "since": "2027", "items": [1, null, true] }));
    });
}

pub(crate) fn unknown_enum(body: &mut Value) {
    each_object(body, &mut |members| {
        for name in WORDS {
            match members.get_mut(name) {
                Some(Value::String(word)) => "brand_new".clone_into(word),
                Some(Value::Array(words)) => words.push("brand_new".into()),
                _ => {}
            }
        }
    });
}

pub(crate) fn null_fields(body: &mut Value) {
    each_object(body, &mut |members| {
        for (name, member) in members.iter_mut() {
            if !NEEDED.contains(&name.as_str()) && !is_items(member) {
                *member = Value::Null;
            }
        }
    });
}

/// The items of a list that is an answer.
fn is_items(value: &Value) -> bool {
    value.as_array().is_some_and(|items| items.iter().any(Value::is_object))
}

/// Leaves out of the lists of an answer what is not to be seen.
pub(crate) fn keep(body: &mut Value, mut seen: impl FnMut(&Value) -> bool) {
    if let Value::Object(members) = body {
        for items in members.values_mut().filter_map(Value::as_array_mut) {
            items.retain(&mut seen);
        }
    }
}

/// Whether an answer is a list.
pub(crate) fn is_list(body: &Value) -> bool {
    body.as_object().is_some_and(|members| members.len() == 1 && members.values().all(Value::is_array))
}

pub(crate) fn status_regress(body: &mut Value) {
    each_object(body, &mut |members| {
        if members.contains_key("created_at") && members.contains_key("status") {
            members.insert("status".to_owned(), "queued".into());
            for later in ["started_at", "finished_at", "error_code", "error_message"] {
                members.remove(later);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_to_be_there_stays() {
        let mut body =
            json!({ "apps": [{ "id": 1, "name": "a", "description": "b", "visibility": "private" }] });
        null_fields(&mut body);
        assert_eq!(body["apps"][0], json!({ "id": 1, "name": "a", "description": null, "visibility": null }));
        unknown_enum(&mut body);
        extra_fields(&mut body);
        assert!(body["x_new_field"].is_object() && body["apps"][0]["x_new_field"].is_object());
    }

    #[test]
    fn words_and_states_change() {
        let mut body = json!({ "id": 1, "status": "failed", "created_at": "x", "error_code": "y" });
        status_regress(&mut body);
        assert_eq!(body, json!({ "id": 1, "status": "queued", "created_at": "x" }));
        unknown_enum(&mut body);
        assert_eq!(body["status"], "brand_new");
    }

    #[test]
    fn lists_are_thinned() {
        let mut body = json!({ "apps": [1, 2, 3] });
        assert!(is_list(&body) && !is_list(&json!({ "id": 1, "apps": [] })));
        keep(&mut body, |item| item != 2);
        assert_eq!(body, json!({ "apps": [1, 3] }));
    }
}
