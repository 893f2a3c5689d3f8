//! `--dry-run`: changes as commands for a shell, instead of on their way.

use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use serde_json::{Map, Value, json};
use spice_cloud::{ClientBuilder, PlannedRequest};

use crate::output::plain;

/// What the SDK writes in place of a secret.
const REDACTED: &str = "[redacted]";
/// What curl brings itself.
const LEFT_OUT: [&str; 5] = ["accept-encoding", "content-length", "host", "user-agent", "traceparent"];

/// The changes that a command would make, in their order. Clones share them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plans(Arc<Mutex<Vec<Plan>>>);

impl Plans {
    /// Takes the changes of a client instead of letting it send them.
    pub(crate) fn catch(&self, builder: ClientBuilder) -> ClientBuilder {
        let plans = self.clone();
        builder.dry_run(move |request| {
            plans.0.lock().unwrap_or_else(PoisonError::into_inner).push(Plan::new(request));
        })
    }

    /// The changes so far.
    pub(crate) fn take(&self) -> Vec<Plan> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A change that was not sent. It holds no token and no secret.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Plan {
    operation: &'static str,
    method: &'static str,
    url: String,
    headers: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Value>,
    #[serde(skip)]
    is_for_a_runtime: bool,
}

impl Plan {
    fn new(request: &PlannedRequest) -> Self {
        let headers = request.headers().filter(|(name, _)| !LEFT_OUT.contains(name));
        Self {
            operation: request.operation(),
            method: request.method().as_str(),
            url: request.url().to_owned(),
            headers: headers.map(|(name, value)| (name.to_owned(), json!(value))).collect(),
            body: request.body().cloned(),
            is_for_a_runtime: request.is_for_a_runtime(),
        }
    }

    /// Whether somebody has to fill in a secret.
    pub(crate) fn has_secrets(&self) -> bool {
        self.body.as_ref().is_some_and(|body| body.to_string().contains(REDACTED))
    }

    /// The change as a command for a POSIX shell.
    pub(crate) fn to_curl(&self) -> String {
        let mut parts = vec![format!("curl -X {} {}", self.method, quoted(&self.url))];
        if self.url.contains(['[', ']', '{', '}']) {
            parts.push("--globoff".to_owned());
        }
        let credential = if self.is_for_a_runtime {
            "-H \"X-API-Key: $SPICE_API_KEY\""
        } else {
            "-H \"Authorization: Bearer $SPICE_API_TOKEN\""
        };
        parts.push(credential.to_owned());
        for (name, value) in &self.headers {
            parts.push(format!("-H {}", quoted(&format!("{name}: {}", value.as_str().unwrap_or_default()))));
        }
        if let Some(body) = &self.body {
            let text = match body {
                Value::String(text) if self.is_for_a_runtime => plain(text),
                body => visible(&body.to_string()),
            };
            parts.push(format!("--data-raw {}", quoted(&text)));
        }
        parts.join(" \\\n  ") + "\n"
    }
}

/// JSON in which nothing can move a terminal's cursor. Letters of that kind stand only in texts, where JSON can spell
/// them.
fn visible(json: &str) -> String {
    let spell = |letter: char| {
        if letter.is_control() { format!("\\u{:04x}", u32::from(letter)) } else { letter.to_string() }
    };
    json.chars().map(spell).collect()
}

/// A word that a POSIX shell takes as it is.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./:@%+=,".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_for_a_shell() {
        for (word, safe) in [
            ("https://api.spice.ai/v1/apps", "https://api.spice.ai/v1/apps"),
            ("", "''"),
            ("a b", "'a b'"),
            ("$HOME`id`", "'$HOME`id`'"),
            ("it's", r"'it'\''s'"),
        ] {
            assert_eq!(quoted(word), safe);
        }
    }

    #[test]
    fn terminals_take_no_orders_from_a_body() {
        let body = json!({ "text": "a\u{9b}31m\u{7f}b" }).to_string();
        let text = visible(&body);
        assert!(text.chars().all(|letter| !letter.is_control()), "{text}");
        assert_eq!(
            serde_json::from_str::<Value>(&text).unwrap(),
            serde_json::from_str::<Value>(&body).unwrap()
        );
    }
}
