//! The HTTP calls of the story, as the client saw them.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use spice_cloud::{AttemptReport, Method, Observer};

/// One HTTP call.
#[derive(Clone, Debug)]
pub(super) struct HttpCall {
    pub(super) method: Method,
    /// With placeholders.
    pub(super) path: &'static str,
    /// Nothing when no answer came.
    pub(super) status: Option<u16>,
    pub(super) took: Duration,
}

/// Keeps the calls until somebody takes them.
#[derive(Clone, Debug, Default)]
pub(super) struct Recorder(Arc<Mutex<Vec<HttpCall>>>);

impl Recorder {
    /// The calls since they were last taken.
    pub(super) fn take(&self) -> Vec<HttpCall> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Observer for Recorder {
    fn on_attempt(&self, report: &AttemptReport<'_>) {
        let call = HttpCall {
            method: report.method,
            path: report.path,
            status: report.attempt.status,
            took: report.attempt.took,
        };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(call);
    }
}
