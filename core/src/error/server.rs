//! What a server says when it refuses, in any of the shapes that are known, or none.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Error, ErrorKind};

/// A person reads the message: what does not fit a few lines is cut.
const LONGEST_MESSAGE: usize = 500;

/// The words of an error body.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct ServerWords {
    message: Option<String>,
    code: Option<String>,
    field_errors: BTreeMap<String, Vec<String>>,
}

impl ServerWords {
    /// Reads a body; whatever it is, this does not fail. Texts are cleaned of secrets, and then cut: half a secret would
    /// not be recognised.
    pub(crate) fn read(body: &[u8], clean: impl Fn(&str) -> String) -> Self {
        let shown = |text: &str| cut(&clean(text));
        let Ok(Value::Object(body)) = serde_json::from_slice(body) else { return Self::default() };
        let text = |key: &str| body.get(key).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
        let (mut message, mut code) = (text("error").or_else(|| text("message")), text("code"));
        if let Some(description) = text("error_description") {
            // The token endpoint: `error` is the code there.
            (message, code) = (Some(description), code.or_else(|| text("error")));
        }
        let details = body.get("details");
        let mut field_errors: BTreeMap<String, Vec<String>> = details
            .and_then(|details| details.get("fieldErrors"))
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(|(field, problems)| (shown(field), texts(problems, &shown)))
            .collect();
        let form = details
            .and_then(|details| details.get("formErrors"))
            .map(|form| texts(form, &shown))
            .unwrap_or_default();
        if !form.is_empty() {
            field_errors.insert("(body)".to_owned(), form);
        }
        Self { message: message.map(&shown), code: code.map(&shown), field_errors }
    }

    /// The words of a runtime, which answers with plain text, or in the form of `OpenAI`.
    pub(crate) fn of_runtime(body: &[u8], clean: impl Fn(&str) -> String) -> Self {
        if let Ok(Value::Object(body)) = serde_json::from_slice::<Value>(body)
            && let Some(Value::Object(error)) = body.get("error")
        {
            let text = |key: &str| error.get(key).and_then(Value::as_str).map(|text| cut(&clean(text)));
            return Self { message: text("message"), code: text("code"), field_errors: BTreeMap::new() };
        }
        let words = Self::read(body, &clean);
        let text = std::str::from_utf8(body).unwrap_or_default().trim();
        // A page is no answer of a runtime's.
        let is_text = !text.is_empty() && !text.starts_with(['<', '{']);
        if words.message.is_none() && is_text {
            Self { message: Some(cut(&clean(text))), ..words }
        } else {
            words
        }
    }

    /// The error of an answer that began well and broke off with these words.
    pub(crate) fn into_error_on_the_way(self) -> Error {
        let message = self.message.unwrap_or_else(|| "the answer broke off without a reason".to_owned());
        let mut error = Error::new(ErrorKind::ApiError, message);
        error.0.api_code = self.code;
        error
    }

    /// The error that these words and their status mean.
    pub(crate) fn into_error(self, status: u16) -> Error {
        let message =
            self.message.unwrap_or_else(|| format!("the server answered {status} without saying why"));
        let mut error =
            Error::new(ErrorKind::of_status(status), message).with_field_errors(self.field_errors);
        error.0.api_code = self.code;
        error.0.status = Some(status);
        error
    }
}

fn texts(value: &Value, shown: &impl Fn(&str) -> String) -> Vec<String> {
    match value {
        Value::String(text) => vec![shown(text)],
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(shown).collect(),
        _ => Vec::new(),
    }
}

fn cut(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(LONGEST_MESSAGE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::ServerWords;
    use crate::ErrorKind;

    fn error(status: u16, body: &str) -> crate::Error {
        ServerWords::read(body.as_bytes(), str::to_owned).into_error(status)
    }

    #[test]
    fn every_known_shape_is_read() {
        let plain = error(404, r#"{"error":"App with ID 7 not found"}"#);
        assert_eq!((plain.kind(), plain.message()), (ErrorKind::NotFound, "App with ID 7 not found"));
        let coded = error(403, r#"{"error":"no","code":"org_forbidden"}"#);
        assert_eq!(coded.api_code(), Some("org_forbidden"));
        let oauth = error(401, r#"{"error":"invalid_client","error_description":"unknown client"}"#);
        assert_eq!((oauth.message(), oauth.api_code()), ("unknown client", Some("invalid_client")));
        let fields = error(
            400,
            r#"{"error":"Invalid","details":{"fieldErrors":{"name":["short"]},"formErrors":["x"]}}"#,
        );
        assert_eq!(fields.field_errors()["name"], ["short"]);
        assert_eq!(fields.field_errors()["(body)"], ["x"]);
    }

    #[test]
    fn bodies_without_words_still_give_an_error() {
        for body in ["", "{}", "<html>", "[1]", "null", "{\"error\": 3}", "\u{feff}{"] {
            let error = error(500, body);
            assert_eq!(error.message(), "the server answered 500 without saying why", "{body}");
        }
    }

    #[test]
    fn a_secret_at_the_cut_is_not_halved() {
        let body = format!("{{\"error\":\"{}canary\"}}", "x".repeat(497));
        let words = ServerWords::read(body.as_bytes(), |text| text.replace("canary", "[redacted]"));
        assert!(!words.into_error(500).message().contains("can"));
    }

    #[test]
    fn a_long_message_is_cut_between_characters() {
        let error = error(500, &format!("{{\"error\":\"{}\"}}", "é".repeat(2000)));
        assert_eq!(error.message().chars().count(), 501);
    }
}
