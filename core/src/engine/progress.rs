//! One call, attempt by attempt.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use reqwest::header::AUTHORIZATION;
use tokio::time::Instant;
use tracing::{Span, debug};

use super::answer::{self, ApiResult, Verdict, judge};
use super::flow::Flow;
use super::prepare::{Prepared, prepare};
use super::redact::Redactor;
use super::retry::{Class, Decision, Reason, Situation, decide};
use super::transport::{HttpRequest, HttpResponse, TransportFailure};
use super::{Engine, redirect, retry_after};
use crate::attempt::Attempt;
use crate::config::Settings;
use crate::conversation::Conversation;
use crate::credentials::{Token, claims};
use crate::error::{Error, ErrorKind, Result};
use crate::meta::Meta;
use crate::observe::AttemptReport;
use crate::operation::{Operation, Retry, Strategy};
use crate::request::Request;

/// How a call went so far.
pub(super) struct Progress<'a> {
    engine: &'a Arc<Engine>,
    settings: &'a Settings,
    request: &'a Request,
    operation: &'static Operation,
    flow: Arc<Flow>,
    started: Instant,
    attempts: Vec<Attempt>,
    waited: Duration,
    retries: u32,
    /// What the last retry took from the quota.
    spent: Option<u32>,
    /// An attempt before this one may have been carried out.
    may_have_happened: bool,
    /// A token was refused and replaced once; that is all that is tried.
    renewed: bool,
}

/// One failed attempt: the error it would end with, and what may follow.
struct Failed {
    error: Error,
    class: Class,
    retry_after: Option<Duration>,
}

impl Failed {
    fn final_one(error: Error) -> Self {
        Self { error, class: Class::Final, retry_after: None }
    }

    /// The same, with what the token says that it grants.
    fn knowing(mut self, token: Option<&Arc<Token>>) -> Self {
        let lacks_a_scope = self.error.kind() == ErrorKind::PermissionDenied
            && matches!(self.error.api_code(), None | Some("insufficient_scope"));
        if let Some(scopes) = token.filter(|_| lacks_a_scope).and_then(|token| claims(token.secret())?.scopes)
        {
            self.error = self.error.with_granted_scopes(scopes);
        }
        self
    }

    fn lost(kind: ErrorKind, class: Class, message: String) -> Self {
        let error = Error::new(kind, message).with_retryable(class != Class::Final);
        Self { error, class, retry_after: None }
    }
}

impl<'a> Progress<'a> {
    pub(super) fn new(engine: &'a Arc<Engine>, settings: &'a Settings, request: &'a Request) -> Self {
        Self {
            engine,
            settings,
            request,
            operation: request.operation,
            flow: engine.flow(),
            started: Instant::now(),
            attempts: Vec::new(),
            waited: Duration::ZERO,
            retries: 0,
            spent: None,
            may_have_happened: false,
            renewed: false,
        }
    }

    /// Runs the call; `first` is the request, ready to be sent.
    pub(super) async fn run<T: ApiResult>(mut self, first: Prepared) -> Result<T> {
        let mut ready = Some(first);
        let mut token = match self.sign().await {
            Ok(token) => token,
            Err(error) => return Err(error.of(self.operation)),
        };
        loop {
            let prepared = match ready.take() {
                Some(prepared) => prepared,
                None => self.prepared()?,
            };
            let failed = match self.attempt(prepared, token.as_ref()).await {
                Ok(result) => return Ok(result),
                Err(failed) => failed,
            };
            if let Some(replaced) = self.replaced(&failed, token.as_ref()).await {
                match replaced {
                    Ok(new) => token = Some(new),
                    Err(error) => return Err(error.of(self.operation).with_attempts(self.attempts)),
                }
                continue;
            }
            self.may_have_happened |= failed.class == Class::Ambiguous;
            let decision = decide(&Situation {
                class: failed.class,
                retry: self.request.retry(),
                retries: self.retries,
                max_retries: self.settings.max_retries,
                retry_after: failed.retry_after,
                quota: self.flow.may_retry(failed.class),
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
            if failed.class == Class::Throttled {
                // Nobody else need find out that the server wants fewer requests.
                self.flow.pause(self.settings.pace, wait);
            }
            self.report(Some(wait));
            debug!(wait_ms = wait.as_millis(), error = failed.error.kind().name(), "retrying");
            self.settings.pace.sleep(wait).await;
            (self.waited, self.retries) = (wait, self.retries + 1);
            self.spent = Some(self.flow.spend(failed.class));
        }
    }

    /// The request once more, for another attempt.
    fn prepared(&self) -> Result<Prepared> {
        prepare(&self.engine.config, self.settings, self.request).map_err(|error| error.of(self.operation))
    }

    /// The token to sign with, within the call's time; nothing for operations that need none.
    async fn sign(&self) -> Result<Option<Arc<Token>>> {
        if !self.operation.authenticated {
            return Ok(None);
        }
        if let Some(token) = self.engine.fixed_token() {
            return Ok(Some(token));
        }
        let token = self.engine.token(self.settings);
        match self.settings.pace.within(self.remaining(), token).await {
            Some(token) => token.map(Some),
            None => Err(Error::new(ErrorKind::Timeout, "no token came in time").with_retryable(true)),
        }
    }

    /// A token in place of the one that was refused, once in a call.
    async fn replaced(&mut self, failed: &Failed, token: Option<&Arc<Token>>) -> Option<Result<Arc<Token>>> {
        let refused = token.filter(|_| failed.error.status() == Some(401) && !self.renewed)?;
        let renewal = self.engine.renewed(self.settings, refused);
        let replaced = match self.settings.pace.within(self.remaining(), renewal).await {
            Some(replaced) => replaced?,
            None => Err(Error::new(ErrorKind::Timeout, "no new token came in time").with_retryable(true)),
        };
        debug!(error = replaced.as_ref().err().map(|error| error.kind().name()), "token renewed");
        self.report(replaced.is_ok().then_some(Duration::ZERO));
        self.renewed = true;
        self.waited = Duration::ZERO;
        Some(replaced)
    }

    async fn attempt<T: ApiResult>(
        &mut self,
        mut prepared: Prepared,
        token: Option<&Arc<Token>>,
    ) -> std::result::Result<T, Failed> {
        let pace = self.settings.pace;
        let flow = Arc::clone(&self.flow);
        let slot = match flow.try_enter() {
            Some(slot) => Some(slot),
            None => pace.within(self.remaining(), flow.enter(pace)).await.flatten(),
        };
        let Some(_slot) = slot else {
            let message = "the request found no free place in time".to_owned();
            let failed = Failed::lost(ErrorKind::Timeout, Class::NeverSent, message);
            self.push(Duration::ZERO, None, failed.error.kind().name(), None);
            return Err(failed);
        };
        if let Some(token) = token {
            prepared.http.headers.insert(AUTHORIZATION, token.header());
        }
        let redactor = Redactor::new(&prepared.secrets, token.map(|token| token.secret()));
        if self.operation.retry != Retry::Safe {
            Conversation::mark_sent();
        }
        let began = Instant::now();
        let limit = self.settings.attempt_timeout.min(self.remaining());
        let outcome = pace.within(limit, self.exchange(prepared.http, token)).await;
        let (status, request_id) = match &outcome {
            Some(Ok(response)) => (Some(response.status), answer::request_id(&response.headers, redactor)),
            _ => (None, None),
        };
        let now = match &outcome {
            Some(Ok(response)) => retry_after::server_time(&response.headers),
            _ => None,
        };
        let judged = match outcome {
            None => {
                Err(Failed::lost(ErrorKind::Timeout, Class::Ambiguous, format!("no answer within {limit:?}")))
            }
            Some(Err(TransportFailure { kind, class, message })) => {
                Err(Failed::lost(kind, class, redactor.clean(&message)))
            }
            Some(Ok(response)) => self.judged(&response, redactor, request_id.as_deref()),
        };
        let judged = judged.map_err(|failed| failed.knowing(token));
        let outcome = judged.as_ref().map_or_else(|failed| failed.error.kind().name(), |_| "ok");
        self.push(pace.since(began), status, outcome, request_id);
        let mut result: T = judged?;
        self.report(None);
        self.record("ok");
        self.flow.refund(self.spent);
        let server_time = now.and_then(|now| now.duration_since(SystemTime::UNIX_EPOCH).ok());
        let meta = Meta::new(std::mem::take(&mut self.attempts)).with_server_time(server_time);
        let is_creation = self.operation.retry == Retry::Reconcile(Strategy::App);
        result.stamp(
            &meta.with_reactivated(
                is_creation && is_older(result.created_at(), now, pace.since(self.started)),
            ),
        );
        Ok(result)
    }

    /// Sends a request, and once more wherever an answer points to within the origin.
    async fn exchange(
        &self,
        mut request: HttpRequest,
        token: Option<&Arc<Token>>,
    ) -> std::result::Result<HttpResponse, TransportFailure> {
        for _ in 0..redirect::MOST_HOPS {
            let response = self.engine.transport.send(request).await?;
            let Some(next) = &response.points_to else { return Ok(response) };
            let Some(next) = redirect::followed(self.operation.method, response.status, next) else {
                return Ok(response);
            };
            let again = self.prepared().map_err(|error| TransportFailure::internal(error.message()))?;
            request = HttpRequest { url: next, ..again.http };
            if let Some(token) = token {
                request.headers.insert(AUTHORIZATION, token.header());
            }
        }
        self.engine.transport.send(request).await
    }

    fn judged<T: ApiResult>(
        &self,
        response: &HttpResponse,
        redactor: Redactor<'_>,
        request_id: Option<&str>,
    ) -> std::result::Result<T, Failed> {
        match judge(self.operation, response, redactor) {
            Verdict::Result(result) => Ok(result),
            // What was to be deleted is gone, and an attempt of ours may be the reason.
            Verdict::Refused(error, _) if self.is_deleted(&error) => {
                T::gone().ok_or_else(|| Failed::final_one(*error))
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

    /// Writes an attempt into the call's history.
    fn push(
        &mut self,
        took: Duration,
        status: Option<u16>,
        outcome: &'static str,
        request_id: Option<String>,
    ) {
        let number = u32::try_from(self.attempts.len() + 1).unwrap_or(u32::MAX);
        debug!(attempt = number, status, request_id = request_id.as_deref(), outcome, "attempt");
        self.attempts.push(Attempt { number, waited: self.waited, took, status, outcome, request_id });
    }

    fn finish(self, failed: Failed, reason: Reason) -> Error {
        let mut error = failed.error;
        if error.kind() == ErrorKind::RateLimited {
            error = error.with_retry_after(failed.retry_after);
        }
        if reason == Reason::NoQuota {
            error = error
                .with_hint("the client has retried so much lately that it stopped; the service may be down");
        }
        if reason == Reason::NotRepeatable {
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

/// Clocks and databases may differ by so much without it meaning anything.
const SLACK: Duration = Duration::from_secs(60);

/// Whether something was created before a call that began so long ago, by the server's own clock.
fn is_older(created_at: Option<i64>, now: Option<SystemTime>, since: Duration) -> bool {
    let Some((created_at, now)) = created_at.zip(now) else { return false };
    let Ok(now) = now.duration_since(SystemTime::UNIX_EPOCH) else { return false };
    let began = now.saturating_sub(since + SLACK);
    i64::try_from(began.as_millis()).is_ok_and(|began| created_at < began)
}
