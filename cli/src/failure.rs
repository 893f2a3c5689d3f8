//! Why a command did not do what was asked, and how that is told.

use std::io;

use serde_json::{Map, Value, json};
use spice_cloud::{Error, ErrorKind};

use crate::exit::Exit;
use crate::hints;
use crate::output::plain;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: Exit,
    /// One line; empty when there is nothing more to say.
    message: String,
    hint: Option<String>,
    error: Option<Error>,
}

impl Failure {
    fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into(), hint: None, error: None }
    }

    /// The command line asks for something that cannot be.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// Something on this machine did not work.
    pub(crate) fn local(message: impl Into<String>) -> Self {
        Self::new(Exit::Error, message)
    }

    /// There is nothing of this name.
    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(Exit::NotFound, message)
    }

    /// The person said no.
    pub(crate) fn declined() -> Self {
        Self::local("nothing was changed")
    }

    /// The command was told to stop.
    pub(crate) fn interrupted() -> Self {
        Self::new(Exit::Interrupted, "interrupted")
    }

    /// A client could not be made because of its credentials.
    pub(crate) fn credentials(error: Error) -> Self {
        Self { exit: Exit::Authentication, ..Self::from(error) }
    }

    /// Data could not be written. Whoever closes the pipe early has seen enough: that is no error.
    pub(crate) fn output(error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::new(Exit::Ok, "");
        }
        Self::local(format!("the result could not be written to the standard output: {error}"))
    }

    /// How far a rotation of keys got, if it was one.
    pub(crate) fn journal(&self) -> Option<&str> {
        self.error.as_ref().and_then(Error::journal)
    }

    /// Says what to do about it.
    pub(crate) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says one thing more about what to do.
    pub(crate) fn with_further_hint(self, hint: &str) -> Self {
        let whole = match &self.hint {
            Some(first) => format!("{first}; {hint}"),
            None => hint.to_owned(),
        };
        self.with_hint(whole)
    }

    /// How the command ends.
    pub(crate) fn exit(&self) -> Exit {
        self.exit
    }

    /// What the SDK said, if it was the SDK.
    pub(crate) fn kind(&self) -> Option<ErrorKind> {
        self.error.as_ref().map(Error::kind)
    }

    /// What went wrong, in one line.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// The words for a person: a line, and what to do.
    pub(crate) fn to_text(&self) -> String {
        if self.message.is_empty() {
            return String::new();
        }
        let hint = self.hint.as_ref().map(|hint| format!("hint: {}\n", plain(hint)));
        format!("error: {}\n{}", plain(&self.message), hint.unwrap_or_default())
    }

    /// The same for programs: what the SDK tells of an error, without what is not known.
    pub(crate) fn to_json(&self) -> Value {
        let mut facts = match json!(self.error) {
            Value::Object(facts) => facts,
            _ => Map::from_iter([
                ("kind".to_owned(), json!(self.name())),
                ("message".to_owned(), json!(self.message)),
            ]),
        };
        facts.insert("hint".to_owned(), json!(self.hint));
        facts.insert("exit_code".to_owned(), json!(self.exit.code()));
        facts.retain(|_, value| !value.is_null());
        json!({ "error": facts })
    }

    fn name(&self) -> &'static str {
        match self.exit {
            Exit::Usage => "UsageError",
            Exit::NotFound => ErrorKind::NotFound.name(),
            Exit::Interrupted => "Interrupted",
            _ => "Error",
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        if error.kind() == ErrorKind::DryRun {
            // What would have been sent is shown; there is nothing more to say.
            return Self { error: Some(error), ..Self::new(Exit::Ok, "") };
        }
        // The line of the SDK holds its hint, which is told on a line of its own here.
        let line = error.to_string();
        let message = match error.hint() {
            Some(hint) => line.replacen(&format!(". Hint: {hint}"), "", 1),
            None => line,
        };
        let message = hints::for_the_shell(&message);
        let hint = error.hint().map(hints::for_the_shell);
        Self { exit: Exit::of(error.kind()), message, hint, error: Some(error) }
    }
}
