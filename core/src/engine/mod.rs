//! From a request to a result: attempts, waits, errors.

mod answer;
mod http;
mod prepare;
mod redact;
mod retry;
mod retry_after;
pub(crate) mod transport;

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use tokio::time::Instant;
use tracing::field::Empty;
use tracing::{Instrument, Span, debug, debug_span};

use crate::config::{Config, Settings};
use crate::credentials::Credential;
use crate::error::{Attempt, Error, ErrorKind, Result};
use crate::meta::Meta;
use crate::observe::{AttemptReport, Observer};
use crate::operation::{Operation, Retry};
use crate::request::Request;

pub(crate) use answer::{ApiResult, Unreadable};
use answer::{Verdict, judge};
pub(crate) use http::Network;
use prepare::{Prepared, prepare};
use retry::{Class, Decision, Reason, Situation, decide};
use transport::Transport;

/// What all calls of a client share.
pub(crate) struct Engine {
    pub(crate) config: Config,
    pub(crate) credential: Credential,
    pub(crate) transport: Box<dyn Transport>,
    pub(crate) observer: Option<Arc<dyn Observer>>,
}

/// One failed attempt: the error it would end with, and what may follow.
struct Failed {
    error: Error,
    class: Class,
    retry_after: Option<Duration>,
}

/// How a call went so far.
struct Progress<'a> {
    engine: &'a Engine,
    settings: &'a Settings,
    operation: &'static Operation,
    started: Instant,
    attempts: Vec<Attempt>,
    waited: Duration,
    /// An attempt before this one may have been carried out.
    may_have_happened: bool,
}

impl Engine {
    /// Makes a call.
    pub(crate) async fn call<T: ApiResult>(&self, settings: &Settings, request: Request) -> Result<T> {
        let operation = request.operation;
        let span = debug_span!(
            "spice.request",
            operation = operation.id,
            method = operation.method.as_str(),
            path = operation.path,
            attempts = Empty,
            status = Empty,
            request_id = Empty,
            outcome = Empty,
        );
        let call = async {
            let prepared = prepare(self, settings, &request).map_err(|error| error.of(operation))?;
            let progress = Progress {
                engine: self,
                settings,
                operation,
                started: Instant::now(),
                attempts: Vec::new(),
                waited: Duration::ZERO,
                may_have_happened: false,
            };
            progress.run(&prepared).await
        };
        call.instrument(span).await
    }
}

impl Progress<'_> {
    async fn run<T: ApiResult>(mut self, prepared: &Prepared) -> Result<T> {
        loop {
            let failed = match self.attempt(prepared).await {
                Ok(result) => return Ok(result),
                Err(failed) => failed,
            };
            self.may_have_happened |= failed.class == Class::Ambiguous;
            let decision = decide(&Situation {
                class: failed.class,
                retry: self.operation.retry,
                retries: u32::try_from(self.attempts.len() - 1).unwrap_or(u32::MAX),
                max_retries: self.settings.max_retries,
                retry_after: failed.retry_after,
                remaining: self.remaining(),
                random: fastrand::f64(),
            });
            let wait = match decision {
                Decision::RetryAfter(wait) => wait,
                Decision::Stop(reason) => {
                    self.report(None);
                    return Err(self.finish(failed, reason));
                }
            };
            self.report(Some(wait));
            debug!(wait_ms = wait.as_millis(), error = failed.error.kind().name(), "retrying");
            self.settings.pace.sleep(wait).await;
            self.waited = wait;
        }
    }

    async fn attempt<T: ApiResult>(&mut self, prepared: &Prepared) -> std::result::Result<T, Failed> {
        let began = Instant::now();
        let limit = self.settings.attempt_timeout.min(self.remaining());
        let sending = self.engine.transport.send(prepared.http.clone());
        let outcome = self.settings.pace.within(limit, sending).await;
        let (status, request_id) = match &outcome {
            Some(Ok(response)) => (Some(response.status), answer::request_id(&response.headers)),
            _ => (None, None),
        };
        let judged = match outcome {
            None => {
                let message = format!("no answer within {limit:?}");
                Err(Failed {
                    error: Error::new(ErrorKind::Timeout, message).with_retryable(true),
                    class: Class::Ambiguous,
                    retry_after: None,
                })
            }
            Some(Err(failure)) => {
                let retryable = failure.class != Class::Final;
                Err(Failed {
                    error: Error::new(failure.kind, prepared.redactor.clean(&failure.message))
                        .with_retryable(retryable),
                    class: failure.class,
                    retry_after: None,
                })
            }
            Some(Ok(response)) => self.judged(&response, prepared, request_id.as_deref()),
        };
        let outcome = match &judged {
            Ok(_) => "ok",
            Err(failed) => failed.error.kind().name(),
        };
        debug!(
            attempt = self.attempts.len() + 1,
            status,
            request_id = request_id.as_deref(),
            outcome,
            "attempt"
        );
        self.attempts.push(Attempt {
            number: u32::try_from(self.attempts.len() + 1).unwrap_or(u32::MAX),
            waited: self.waited,
            took: self.settings.pace.since(began),
            status,
            outcome,
            request_id: request_id.clone(),
        });
        let mut result: T = judged?;
        self.report(None);
        self.record("ok");
        let attempts = u32::try_from(self.attempts.len()).unwrap_or(u32::MAX);
        result.stamp(&Meta::new(request_id.as_deref(), attempts));
        Ok(result)
    }

    fn judged<T: ApiResult>(
        &self,
        response: &transport::HttpResponse,
        prepared: &Prepared,
        request_id: Option<&str>,
    ) -> std::result::Result<T, Failed> {
        match judge(self.operation, response, &prepared.redactor) {
            Verdict::Result(result) => Ok(result),
            // What was to be deleted is gone, and an attempt of ours may be the reason.
            Verdict::Refused(error, _) if self.is_deleted(&error) => {
                T::gone().ok_or_else(|| Failed { error: *error, class: Class::Final, retry_after: None })
            }
            Verdict::Refused(error, class) => Err(Failed {
                error: error.with_status(response.status, request_id).with_retryable(class != Class::Final),
                class,
                retry_after: retry_after::read(&response.headers, response.status, SystemTime::now()),
            }),
        }
    }

    fn is_deleted(&self, error: &Error) -> bool {
        self.may_have_happened && self.operation.retry == Retry::Delete && error.kind() == ErrorKind::NotFound
    }

    fn remaining(&self) -> Duration {
        self.settings.timeout.saturating_sub(self.settings.pace.since(self.started))
    }

    fn finish(self, failed: Failed, reason: Reason) -> Error {
        let mut error = failed.error;
        if error.kind() == ErrorKind::RateLimited {
            error = error.with_retry_after(failed.retry_after);
        }
        let unclear = reason == Reason::NotRepeatable
            || self.may_have_happened
                && !self.operation.retry.is_repeatable()
                && failed.class != Class::Final;
        if unclear {
            error = error.into_ambiguous();
        }
        self.record(error.kind().name());
        error.of(self.operation).with_attempts(self.attempts)
    }

    /// Writes how the call ended into its span: nothing that was sent or received but the server's name for it.
    fn record(&self, outcome: &'static str) {
        let span = Span::current();
        span.record("attempts", self.attempts.len());
        span.record("outcome", outcome);
        if let Some(last) = self.attempts.last() {
            span.record("status", last.status);
            span.record("request_id", last.request_id.as_deref());
        }
    }

    /// Tells the observer about the last attempt.
    fn report(&self, retry_in: Option<Duration>) {
        if let (Some(observer), Some(attempt)) = (&self.engine.observer, self.attempts.last()) {
            observer.on_attempt(&AttemptReport {
                operation: self.operation.id,
                method: self.operation.method,
                path: self.operation.path,
                attempt,
                retry_in,
            });
        }
    }
}

#[cfg(test)]
mod tests;
