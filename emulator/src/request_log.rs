//! The log of requests, which holds no secret.

use std::collections::VecDeque;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::operations::Operation;
use crate::state::secrets::MASK;

/// The oldest records make way beyond this many.
const CAPACITY: usize = 10_000;

/// A request that the emulator has dealt with. Calls to `/_emulator/` leave no record.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct RequestRecord {
    /// Number of the record, counted from 1 since the start or the last reset.
    pub seq: u64,
    /// When it was dealt with, on the emulator's clock.
    pub at: String,
    /// HTTP method.
    pub method: String,
    /// Path, without the query.
    pub path: String,
    /// Query, if there was one.
    pub query: Option<String>,
    /// Path template such as `/v1/apps/{app_id}`, if the path is known.
    pub template: Option<String>,
    /// Id of the operation in the contract, such as `apps.get`, or of a runtime's route, such as `runtime.sql`, if the
    /// route is known.
    pub operation: Option<String>,
    /// Status of the answer; 0 when there was none, which JSON shows as `null`.
    #[serde(serialize_with = "status_or_null")]
    pub status: u16,
    /// How long the answer took, in microseconds of real time.
    pub duration_us: u64,
    /// Label of the token, if it is one of the emulator's, or `app 1003 key 1` for an app's key; never token or key.
    pub token: Option<String>,
    /// The `x-request-id` of the answer.
    pub request_id: String,
    /// The fault that the request met, if any.
    pub fault: Option<String>,
    /// The client closed the connection before it had an answer. What the request changes is changed all the same.
    pub client_left: bool,
    /// The body, if it was JSON or a form, with secret values masked.
    pub body: Value,
}

impl RequestRecord {
    /// Of a connection that a fault has met before there was a request.
    pub(crate) fn of_connection(at: String, fault: String) -> Self {
        Self {
            seq: 0,
            at,
            method: String::new(),
            path: String::new(),
            query: None,
            template: None,
            operation: None,
            status: 0,
            duration_us: 0,
            token: None,
            request_id: String::new(),
            fault: Some(fault),
            client_left: false,
            body: Value::Null,
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // How serde calls it.
fn status_or_null<S: Serializer>(status: &u16, serializer: S) -> Result<S::Ok, S::Error> {
    Some(*status).filter(|status| *status != 0).serialize(serializer)
}

/// The records, oldest first.
#[derive(Debug, Default)]
pub(crate) struct RequestLog {
    records: VecDeque<RequestRecord>,
    last: u64,
}

impl RequestLog {
    pub(crate) fn push(&mut self, mut record: RequestRecord) {
        self.last += 1;
        record.seq = self.last;
        if self.records.len() == CAPACITY {
            self.records.pop_front();
        }
        self.records.push_back(record);
    }

    /// The records after a number; all of them after 0.
    pub(crate) fn since(&self, seq: u64) -> Vec<RequestRecord> {
        self.records.iter().filter(|record| record.seq > seq).cloned().collect()
    }

    pub(crate) fn clear(&mut self) {
        self.records.clear();
    }

    /// Forgets everything and counts from 1 again.
    pub(crate) fn reset(&mut self) {
        *self = Self::default();
    }
}

/// A body as the log keeps it; nothing when it is neither JSON nor a form.
pub(crate) fn loggable_body(operation: Option<Operation>, bytes: &[u8]) -> Value {
    if bytes.is_empty() {
        return Value::Null;
    }
    // Where a secret is expected, only the members that are known to be harmless stay readable.
    let harmless: Option<&[&str]> = match operation {
        Some(Operation::SecretsSet) => Some(&["name"]),
        Some(Operation::OAuthToken) => Some(&["grant_type", "client_id", "scope"]),
        _ => None,
    };
    let value = match serde_json::from_slice(bytes) {
        Ok(value) => value,
        Err(_) if operation == Some(Operation::OAuthToken) => {
            let pairs = url::form_urlencoded::parse(bytes);
            Value::Object(pairs.map(|(name, value)| (name.into_owned(), json!(value))).collect::<Map<_, _>>())
        }
        Err(_) => return Value::Null,
    };
    match (value, harmless) {
        (Value::Object(members), Some(harmless)) => Value::Object(
            members
                .into_iter()
                .map(|(name, value)| {
                    let value = if harmless.contains(&name.as_str()) { value } else { json!(MASK) };
                    (name, value)
                })
                .collect(),
        ),
        (_, Some(_)) => json!(MASK),
        (mut value, None) => {
            mask(&mut value);
            value
        }
    }
}

/// A query as the log keeps it. One that holds something secret, which no query should, is written anew without it.
pub(crate) fn loggable_query(query: &str) -> String {
    let pairs = || url::form_urlencoded::parse(query.as_bytes());
    if !pairs().any(|(name, _)| is_secret(&name)) {
        return query.to_owned();
    }
    let masked = pairs().map(|(name, value)| {
        let value = if is_secret(&name) { MASK.into() } else { value };
        (name, value)
    });
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(masked).finish()
}

/// Masks members whose name says that they are secret, at any depth.
fn mask(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                if is_secret(name) { *value = json!(MASK) } else { mask(value) }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(mask),
        _ => {}
    }
}

fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let secret = [
        "value",
        "client_secret",
        "api_key",
        "api_key_2",
        "access_token",
        "token",
        "password",
        "authorization",
    ];
    secret.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_never_reach_the_log() {
        let cases = [
            (Some(Operation::SecretsSet), r#"{"name":"A","value":"hush"}"#),
            (Some(Operation::SecretsSet), r#"{"name":"A","Valeu":"hush"}"#),
            (Some(Operation::SecretsSet), r#"["hush"]"#),
            (Some(Operation::SecretsSet), "hush"),
            (Some(Operation::OAuthToken), "client_id=a&client_secret=hush"),
            (Some(Operation::OAuthToken), r#"{"client_id":"a","client_secret":"hush"}"#),
            (None, r#"{"deep":[{"Client_Secret":"hush"}]}"#),
        ];
        for (operation, body) in cases {
            let kept = loggable_body(operation, body.as_bytes()).to_string();
            assert!(!kept.contains("hush"), "{body} gave {kept}");
        }
        assert_eq!(loggable_body(cases[0].0, cases[0].1.as_bytes())["name"], "A");
    }

    #[test]
    fn queries_are_kept_but_for_secrets() {
        assert_eq!(loggable_query("limit=5&status=a%20b"), "limit=5&status=a%20b");
        assert_eq!(loggable_query("client_secret=hush&limit=5"), "client_secret=********&limit=5");
    }

    #[test]
    fn harmless_bodies_are_kept() {
        let body = r#"{"name":"my-app","replicas":2}"#;
        assert_eq!(loggable_body(Some(Operation::AppsCreate), body.as_bytes()).to_string(), body);
    }
}
