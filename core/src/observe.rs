//! What a program may watch of its own calls: routes, statuses and times, never values.

use std::time::Duration;

use crate::error::Attempt;
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

/// Is told about every attempt of a client. Implemented by closures.
pub trait Observer: Send + Sync {
    /// Called right after an attempt ended, on the thread that runs the call: it should return soon.
    fn on_attempt(&self, report: &AttemptReport<'_>);
}

impl<F: Fn(&AttemptReport<'_>) + Send + Sync> Observer for F {
    fn on_attempt(&self, report: &AttemptReport<'_>) {
        self(report);
    }
}
