//! What can go wrong: refusals by the emulated API, and misuse of the emulator itself.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// A refusal by the emulated API, with the body that the real one is documented to send.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ApiFailure {
    pub(crate) status: u16,
    pub(crate) message: String,
    pub(crate) code: Option<&'static str>,
    pub(crate) problems: Option<Problems>,
    /// Sent as `WWW-Authenticate`.
    pub(crate) challenge: Option<String>,
}

/// Messages about a rejected body or parameter, by field and about the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Problems {
    fields: BTreeMap<String, Vec<String>>,
    form: Vec<String>,
}

impl Problems {
    pub(crate) fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.form.is_empty()
    }

    pub(crate) fn field(&mut self, name: &str, message: impl Into<String>) {
        self.fields.entry(name.to_owned()).or_default().push(message.into());
    }

    pub(crate) fn form(&mut self, message: impl Into<String>) {
        self.form.push(message.into());
    }
}

impl ApiFailure {
    pub(crate) fn new(status: u16, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), code: None, problems: None, challenge: None }
    }

    pub(crate) fn with_code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    pub(crate) fn with_problems(mut self, problems: Problems) -> Self {
        self.problems = Some(problems);
        self
    }

    pub(crate) fn with_challenge(mut self, challenge: impl Into<String>) -> Self {
        self.challenge = Some(challenge.into());
        self
    }

    /// A 400 about one field.
    pub(crate) fn field(name: &str, message: impl Into<String>) -> Self {
        let message = message.into();
        let mut problems = Problems::default();
        problems.field(name, message.clone());
        Self::new(400, message).with_problems(problems)
    }

    pub(crate) fn app_not_found(id: i64) -> Self {
        Self::new(404, format!("App with ID {id} not found"))
    }

    pub(crate) fn body(&self) -> Value {
        let mut body = json!({ "error": self.message });
        if let Some(code) = self.code {
            body["code"] = json!(code);
        }
        if let Some(problems) = &self.problems {
            body["details"] = json!({ "fieldErrors": problems.fields, "formErrors": problems.form });
        }
        body
    }
}

/// The emulator was asked for something that it cannot do, such as an unknown kind of fault.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct AdminError {
    message: String,
    status: u16,
}

impl AdminError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), status: 400 }
    }

    pub(crate) fn with_status(message: impl Into<String>, status: u16) -> Self {
        Self { message: message.into(), status }
    }

    /// Status of the answer over HTTP: 404 for what is not there, 400 for a wrong request.
    pub fn status(&self) -> u16 {
        self.status
    }
}

/// A change that could not be stored in the data directory and therefore was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unsaved {
    message: String,
}

impl Unsaved {
    pub(crate) fn new(reason: &str) -> Self {
        Self { message: format!("The change could not be stored and was not made: {reason}") }
    }

    pub(crate) fn message(&self) -> &str {
        &self.message
    }
}

impl From<Unsaved> for AdminError {
    fn from(unsaved: Unsaved) -> Self {
        Self { message: unsaved.message, status: 500 }
    }
}

impl From<Unsaved> for ApiFailure {
    fn from(unsaved: Unsaved) -> Self {
        Self::new(500, unsaved.message)
    }
}

/// The emulator could not be started.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// Another program listens on the port.
    #[error("port {port} on 127.0.0.1 is in use; choose another port, or 0 for any free one")]
    PortInUse {
        /// The port that was asked for.
        port: u16,
    },
    /// The port cannot be listened on.
    #[error("cannot listen on 127.0.0.1:{port}")]
    Listen {
        /// The port that was asked for.
        port: u16,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// The thread or its runtime cannot be started.
    #[error("cannot start the emulator's thread")]
    Thread(#[source] std::io::Error),
    /// The data directory cannot be used, or what is in it cannot be read.
    #[error("data directory {}: {reason}", folder.display())]
    DataDir {
        /// The directory that was asked for.
        folder: std::path::PathBuf,
        /// What is wrong, in words.
        reason: String,
    },
    /// Keys and certificates cannot be made.
    #[error("cannot make the certificates: {reason}")]
    Tls {
        /// What is wrong, in words.
        reason: String,
    },
    /// A setting of the builder is wrong.
    #[error("wrong setting: {0}")]
    Setting(#[source] AdminError),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_shows_only_what_is_known() {
        assert_eq!(ApiFailure::new(404, "gone").body(), json!({ "error": "gone" }));
        let failure = ApiFailure::field("name", "Required").with_code("bad");
        assert_eq!(
            failure.body(),
            json!({
                "error": "Required",
                "code": "bad",
                "details": { "fieldErrors": { "name": ["Required"] }, "formErrors": [] }
            })
        );
    }
}
