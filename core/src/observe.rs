//! What a program may watch of its own calls: routes, statuses and times, never values.

use std::sync::Arc;
use std::time::Duration;

use crate::attempt::Attempt;
use crate::error::ErrorKind;
use crate::operation::Method;

/// One attempt, told right after it ended. It holds no value that was sent or received.
#[derive(Debug)]
#[non_exhaustive]
pub struct AttemptReport<'a> {
    /// The operation, such as `apps.create`; `request` for a raw request.
    pub operation: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path with placeholders.
    pub path: &'static str,
    /// The attempt.
    pub attempt: &'a Attempt,
    /// When it will be followed by another.
    pub retry_in: Option<Duration>,
}

/// A token that was fetched or renewed, or was not. It holds nothing of the token.
#[derive(Debug)]
#[non_exhaustive]
pub struct TokenReport {
    /// Why there is none: the name of an [`ErrorKind`].
    pub error: Option<ErrorKind>,
    /// How long the fetch took.
    pub took: Duration,
}

/// Is told about every attempt of a client. Implemented by closures.
pub trait Observer: Send + Sync {
    /// Called right after an attempt ended, on the thread that runs the call: it should return soon.
    fn on_attempt(&self, report: &AttemptReport<'_>);

    /// Called right after a token was fetched or renewed, or was not.
    fn on_token(&self, report: &TokenReport) {
        let _ = report;
    }
}

impl<O: Observer> Observer for Arc<O> {
    fn on_attempt(&self, report: &AttemptReport<'_>) {
        self.as_ref().on_attempt(report);
    }

    fn on_token(&self, report: &TokenReport) {
        self.as_ref().on_token(report);
    }
}

impl<F: Fn(&AttemptReport<'_>) + Send + Sync> Observer for F {
    fn on_attempt(&self, report: &AttemptReport<'_>) {
        self(report);
    }
}
