//! What should be: read from a file's text or from an object, and refused when it cannot be meant so.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::error::{Error, ErrorKind, Result};
use crate::generated::operations::{APPS_CREATE, APPS_UPDATE, CLIENT_PLAN};
use crate::validate;
use crate::workflows::spicepod;

/// What should be, in one form whatever it was written in.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Desired {
    pub(super) name: String,
    /// What an update can set, and what only a creation can.
    pub(super) settings: Map<String, Value>,
    /// Names of secrets, each with the variable that holds its value.
    pub(super) secrets: BTreeMap<String, String>,
    /// Whether secrets were spoken of at all.
    pub(super) has_secrets: bool,
    /// Usernames with their roles; nothing when members were not spoken of.
    pub(super) members: Option<BTreeMap<String, Vec<String>>>,
    /// Whether the app may be deployed.
    pub(super) deploy: bool,
}

type Problems = BTreeMap<String, Vec<String>>;

impl Desired {
    pub(super) fn read(desired: &Value) -> Result<Self> {
        let mut problems = Problems::new();
        let read = match desired {
            Value::String(text) => serde_norway::from_str(text).unwrap_or_default(),
            other => other.clone(),
        };
        let Value::Object(mut members) = read else {
            return Err(refused(
                [("desired".to_owned(), vec!["must be an object, as YAML, JSON or data".to_owned()])].into(),
            ));
        };
        let mut settings = if let Some(Value::Object(settings)) = members.remove("app") {
            settings
        } else {
            note(&mut problems, "app", "must be an object with a name");
            Map::new()
        };
        let name = if let Some(Value::String(name)) = settings.remove("name") {
            name
        } else {
            note(&mut problems, "app.name", "is required");
            String::new()
        };
        check_settings(&mut settings, &mut problems);
        let secrets = members.remove("secrets");
        let desired = Self {
            name,
            settings,
            has_secrets: secrets.is_some(),
            secrets: secrets.map(|given| read_secrets(&given, &mut problems)).unwrap_or_default(),
            members: members.remove("members").map(|given| read_members(&given, &mut problems)),
            deploy: match members.remove("deploy") {
                None => true,
                Some(Value::Bool(deploy)) => deploy,
                Some(_) => {
                    note(&mut problems, "deploy", "must be true or false");
                    true
                }
            },
        };
        for unknown in members.keys() {
            note(&mut problems, unknown, "is unknown: what may be given is app, secrets, members, deploy");
        }
        if problems.is_empty() { Ok(desired) } else { Err(refused(problems)) }
    }

    /// A setting, if it was spoken of.
    pub(super) fn setting(&self, name: &str) -> Option<&Value> {
        self.settings.get(name)
    }
}

/// The error for a desired state that is wrong.
pub(super) fn refused(problems: Problems) -> Error {
    let places: Vec<&str> = problems.keys().map(String::as_str).collect();
    let message = format!("nothing was sent, because of {}", places.join(", "));
    Error::new(ErrorKind::ValidationError, message)
        .with_field_errors(problems)
        .with_hint("correct the desired state")
        .of(&CLIENT_PLAN)
}

fn note(problems: &mut Problems, place: &str, words: impl Into<String>) {
    problems.entry(place.to_owned()).or_default().push(words.into());
}

/// Checks settings of an app against the contract, and brings the spicepod into one form.
fn check_settings(settings: &mut Map<String, Value>, problems: &mut Problems) {
    for (name, value) in settings.iter_mut() {
        let field = APPS_UPDATE.body.iter().chain(APPS_CREATE.body).find(|field| field.name == name);
        let place = format!("app.{name}");
        let Some(field) = field else {
            let known: Vec<&str> = APPS_UPDATE.body.iter().map(|field| field.name).collect();
            note(problems, &place, format!("is unknown: what may be given is name, {}", known.join(", ")));
            continue;
        };
        for problem in validate::field(field, value) {
            note(problems, &place, problem);
        }
        if name == "spicepod" && !value.is_null() {
            match spicepod::read(value) {
                Ok(read) => *value = read,
                Err(problem) => note(problems, &place, problem),
            }
        }
    }
}

/// Secrets as a list of names, or as an object of names with where their values come from.
fn read_secrets(given: &Value, problems: &mut Problems) -> BTreeMap<String, String> {
    let mut secrets = BTreeMap::new();
    match given {
        Value::Array(names) => {
            for (number, name) in names.iter().enumerate() {
                match name.as_str() {
                    Some(name) => drop(secrets.insert(name.to_owned(), name.to_owned())),
                    None => note(problems, &format!("secrets[{number}]"), "must be the name of a secret"),
                }
            }
        }
        Value::Object(members) => {
            for (name, from) in members {
                let variable = match from {
                    Value::Null => Some(name.as_str()),
                    Value::Object(from) if from.len() == 1 => from.get("env").and_then(Value::as_str),
                    _ => None,
                };
                match variable {
                    Some(variable) => drop(secrets.insert(name.clone(), variable.to_owned())),
                    // A value that was written here must not be repeated.
                    None => note(
                        problems,
                        &format!("secrets.{name}"),
                        "must be nothing, or `env` with the variable that holds the value; values are not written down",
                    ),
                }
            }
        }
        _ => note(problems, "secrets", "must be a list of names, or an object"),
    }
    secrets
}

/// Members as an object of usernames with roles.
fn read_members(given: &Value, problems: &mut Problems) -> BTreeMap<String, Vec<String>> {
    let mut read = BTreeMap::new();
    let Value::Object(members) = given else {
        note(problems, "members", "must be an object of usernames with their roles");
        return read;
    };
    for (username, roles) in members {
        let words: Option<Vec<String>> = match roles {
            Value::Array(roles) => roles.iter().map(|role| role.as_str().map(str::to_owned)).collect(),
            Value::String(role) => Some(vec![role.clone()]),
            _ => None,
        };
        match words.filter(|words| !words.is_empty()) {
            Some(mut words) => {
                words.sort();
                read.insert(username.clone(), words);
            }
            None => note(problems, &format!("members.{username}"), "must be a list of roles"),
        }
    }
    read
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_and_objects_say_the_same() {
        let text = "app:\n  name: sales-bi\n  replicas: 2\n  spicepod: |\n    name: sales-bi\nsecrets: [PG_PASS]\nmembers:\n  ada: [viewer, admin]\n";
        let object = json!({
            "app": { "name": "sales-bi", "replicas": 2, "spicepod": { "name": "sales-bi" } },
            "secrets": { "PG_PASS": null },
            "members": { "ada": ["admin", "viewer"] },
        });
        let read = |desired: &Value| serde_json::to_value(Desired::read(desired).unwrap()).unwrap();
        assert_eq!(read(&json!(text)), read(&object));
    }

    #[test]
    fn mistakes_are_named_together_and_values_of_secrets_are_not_repeated() {
        let error = Desired::read(&json!({
            "app": { "replicas": 99, "colour": "red", "spicepod": "- a" },
            "secrets": { "A": "s3cr3t", "B": { "env": 5 } },
            "members": { "ada": [] },
            "deploy": "yes",
            "extra": 1,
        }))
        .unwrap_err();
        let places: Vec<&str> = error.field_errors().keys().map(String::as_str).collect();
        let expected = [
            "app.colour",
            "app.name",
            "app.replicas",
            "app.spicepod",
            "deploy",
            "extra",
            "members.ada",
            "secrets.A",
            "secrets.B",
        ];
        assert_eq!(places, expected);
        assert!(!error.to_string().contains("s3cr3t"), "{error}");
        assert!(Desired::read(&json!("- a: [")).is_err() && Desired::read(&json!(null)).is_err());
    }
}
