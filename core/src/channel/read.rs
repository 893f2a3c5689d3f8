//! Models as data of a host: read as answers are read, and written as bodies are written.

use serde::Serialize;

use super::parameters::wrong;
use crate::engine::Unreadable;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::dispatch;
use crate::meta::Meta;
use crate::reply::Reply;
use crate::wire::lenient::Lenient;
use crate::wire::{JsonValue, Secret, ToWire, wiped_json};

/// Reads a model, such as `App`, from JSON under the SDK's names or those of the wire, as an answer of the API is read:
/// leniently, and keeping what is not known.
///
/// # Errors
///
/// [`DecodeError`](ErrorKind::DecodeError) when it is no such model, and
/// [`ValidationError`](ErrorKind::ValidationError) when no model has that name.
pub fn read(name: &str, json: &str) -> Result<Reply> {
    dispatch::read(name, json)
        .unwrap_or_else(|| Err(wrong(format!("there is no model {}", name.escape_debug()))))
}

/// One model of the contract.
pub(crate) fn model<T: Lenient + Serialize + Send + 'static>(name: &str, json: &str) -> Result<Reply> {
    match Unreadable::model::<T>(json.as_bytes()) {
        Ok(value) => Ok(Reply::result(value, Meta::default())),
        Err(unreadable) => {
            Err(Error::new(ErrorKind::DecodeError, format!("the {name} {}", unreadable.message)))
        }
    }
}

/// An object of a body, from the SDK's names to those of the wire, and the secrets in it.
pub(crate) fn as_wire<T: Lenient + ToWire>(
    value: &JsonValue,
    secrets: &mut Vec<Secret>,
) -> Result<JsonValue, String> {
    let text = wiped_json(value).map_err(|error| error.to_string())?;
    let read = Unreadable::model::<T>(&text).map_err(|unreadable| unreadable.message)?;
    read.secrets(secrets);
    Ok(read.to_wire().unwrap_or(JsonValue::Null))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::generated::models::{AlertTarget, Resources};

    #[test]
    fn models_are_read_under_either_name() {
        for name in ["ephemeral-storage", "ephemeral_storage"] {
            let text = json!({ name: "1Gi", "later": [1] }).to_string();
            let read = read("ResourceQuantities", &text).unwrap().to_json().unwrap();
            assert!(read.contains(r#""value":{"ephemeral_storage":"1Gi","later":[1]}"#), "{read}");
        }
        let wrong = read("App", r#"{"id":"example-1"}"#).unwrap_err();
        assert_eq!(wrong.kind(), ErrorKind::DecodeError);
        assert!(
            wrong.message().starts_with("the App cannot be read") && !wrong.message().contains("example-1")
        );
        assert_eq!(read("Nobody", "{}").unwrap_err().kind(), ErrorKind::ValidationError);
        assert_eq!(read("OAuthToken", "{}").unwrap_err().kind(), ErrorKind::ValidationError);
    }

    #[test]
    fn bodies_have_the_names_of_the_wire() {
        let given = json!({ "limits": { "cpu": "1", "ephemeral_storage": "1Gi" } });
        let mut secrets = Vec::new();
        let written = as_wire::<Resources>(&given, &mut secrets).unwrap();
        assert_eq!(written, json!({ "limits": { "cpu": "1", "ephemeral-storage": "1Gi" } }));
        assert!(as_wire::<Resources>(&json!(["1"]), &mut secrets).unwrap_err().starts_with("cannot be read"));
        assert!(secrets.is_empty());
    }

    #[test]
    fn secrets_in_a_part_of_a_body_are_known() {
        let given = json!({ "kind": "http", "token": "example-token-1" });
        let mut secrets = Vec::new();
        let written = as_wire::<AlertTarget>(&given, &mut secrets).unwrap();
        assert_eq!(written, json!({ "type": "http", "token": "example-token-1" }));
        assert_eq!(secrets, [Secret::from("example-token-1")]);
    }
}
