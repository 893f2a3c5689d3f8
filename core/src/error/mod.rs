//! The one error type of the SDK.

mod hint;
mod json;
mod kind;
mod server;

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use crate::attempt::Attempt;
use crate::generated::models::Deployment;
use crate::operation::{Host, Operation};
use crate::reconcile::{Candidate, Change};

pub use kind::ErrorKind;
pub(crate) use server::ServerWords;

/// What every call gives back.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What every call of the SDK may fail with.
///
/// [`kind`](Self::kind) says what went wrong; the other methods give what is known about it. `Display` is one line
/// that a person can act on. Neither it nor `Debug` ever shows a token, a key or the value of a secret.
#[derive(Clone, thiserror::Error)]
#[error("{0}")]
pub struct Error(Box<Facts>);

#[derive(Clone, Debug)]
struct Facts {
    kind: ErrorKind,
    message: String,
    hint: Option<String>,
    operation: Option<&'static str>,
    /// Method and path with placeholders: never the values.
    route: Option<String>,
    status: Option<u16>,
    api_code: Option<String>,
    request_id: Option<String>,
    retryable: bool,
    retry_after: Option<Duration>,
    required_scope: Option<&'static str>,
    granted_scopes: Option<Vec<String>>,
    /// How far a rotation of keys got.
    journal: Option<String>,
    /// The deployment to go back to.
    rollback_to: Option<Box<Deployment>>,
    field_errors: BTreeMap<String, Vec<String>>,
    attempts: Vec<Attempt>,
    deployment: Option<Deployment>,
    elapsed: Option<Duration>,
    /// A change whose outcome is unknown, and what may have come of it.
    change: Option<Change>,
    candidates: Vec<Candidate>,
    /// Where a list goes on.
    next_offset: Option<u64>,
    /// Of a call that was cancelled.
    request_may_have_been_sent: Option<bool>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Facts {
            kind,
            message: message.into(),
            hint: None,
            operation: None,
            route: None,
            status: None,
            api_code: None,
            request_id: None,
            retryable: false,
            retry_after: None,
            required_scope: None,
            granted_scopes: None,
            journal: None,
            rollback_to: None,
            field_errors: BTreeMap::new(),
            attempts: Vec::new(),
            deployment: None,
            elapsed: None,
            change: None,
            candidates: Vec::new(),
            next_offset: None,
            request_may_have_been_sent: None,
        }))
    }

    /// A call that ended without its last word: it has panicked, or was torn down.
    pub(crate) fn without_result() -> Self {
        Self::new(ErrorKind::InternalError, "the call ended without a result")
            .with_hint("this is a bug in the SDK: please report it")
    }

    pub(crate) fn cancelled(sent: bool, change: Option<Change>) -> Self {
        let message =
            if sent { "cancelled; the request of a change may have been sent already" } else { "cancelled" };
        let mut error = Self::new(ErrorKind::Cancelled, message);
        error.0.request_may_have_been_sent = Some(sent);
        // What is known of it can be found out later, as after any other lost answer.
        let Some(change) = change.filter(|_| sent) else { return error };
        let operation = change.operation();
        let error =
            error.with_change(change, Vec::new()).with_hint("`reconcile` finds out what became of it");
        match operation {
            Some(operation) => error.of(operation),
            None => error,
        }
    }

    /// What went wrong.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The SDK's code for the kind, such as `SPICE_NOT_FOUND`.
    pub fn code(&self) -> &'static str {
        self.0.kind.code()
    }

    /// What happened, in words.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What to do about it, where the SDK knows.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// The operation that failed, such as `apps.create`.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// The HTTP status of the last answer.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The server's own code, such as `insufficient_scope`.
    pub fn api_code(&self) -> Option<&str> {
        self.0.api_code.as_deref()
    }

    /// The server's name for the last request, which its operators ask for.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// Whether the same call may succeed later, unchanged.
    pub fn retryable(&self) -> bool {
        self.0.retryable
    }

    /// How long the server asks to wait, of [`RateLimited`](ErrorKind::RateLimited).
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// The scope that the operation needs, of [`PermissionDenied`](ErrorKind::PermissionDenied).
    pub fn required_scope(&self) -> Option<&'static str> {
        self.0.required_scope
    }

    /// The scopes that the token says it has, of [`PermissionDenied`](ErrorKind::PermissionDenied); nothing when it does not
    /// say so.
    pub fn granted_scopes(&self) -> Option<&[String]> {
        self.0.granted_scopes.as_deref()
    }

    /// How far a rotation of keys got, of [`RotationFailed`](ErrorKind::RotationFailed) and whatever else ended one: a later
    /// rotation goes on from there. It holds no key.
    pub fn journal(&self) -> Option<&str> {
        self.0.journal.as_deref()
    }

    /// The last deployment that succeeded before the one that failed, of [`DeploymentFailed`](ErrorKind::DeploymentFailed).
    pub fn rollback_to(&self) -> Option<&Deployment> {
        self.0.rollback_to.as_deref()
    }

    /// What is wrong with each field, of [`ValidationError`](ErrorKind::ValidationError) and
    /// [`BadRequest`](ErrorKind::BadRequest).
    pub fn field_errors(&self) -> &BTreeMap<String, Vec<String>> {
        &self.0.field_errors
    }

    /// Every attempt that was made, in order.
    pub fn attempts(&self) -> &[Attempt] {
        &self.0.attempts
    }

    /// What the conflict is, of [`Conflict`](ErrorKind::Conflict): `name_taken`, `deployment_in_progress`,
    /// `already_member`, `stale_write`, the server's own code, or nothing when the server does not say.
    pub fn conflict_kind(&self) -> Option<&str> {
        if self.0.kind != ErrorKind::Conflict {
            return None;
        }
        self.0.api_code.as_deref().or(match self.0.operation? {
            "apps.create" => Some("name_taken"),
            "deployments.create" => Some("deployment_in_progress"),
            "members.add" => Some("already_member"),
            "client.apply" => Some("stale_plan"),
            // Found out by the SDK, not said by the server.
            "apps.update" if self.0.status.is_none() => Some("stale_write"),
            _ => None,
        })
    }

    /// The deployment, of [`DeploymentFailed`](ErrorKind::DeploymentFailed), or as it was last seen, of
    /// [`WaitTimeout`](ErrorKind::WaitTimeout).
    pub fn deployment(&self) -> Option<&Deployment> {
        self.0.deployment.as_ref()
    }

    /// How long was waited, of [`WaitTimeout`](ErrorKind::WaitTimeout) and
    /// [`DeploymentFailed`](ErrorKind::DeploymentFailed).
    pub fn elapsed(&self) -> Option<Duration> {
        self.0.elapsed
    }

    /// What may have come of the change, of [`AmbiguousOutcome`](ErrorKind::AmbiguousOutcome): objects that nobody can tell from
    /// the one that was asked for.
    pub fn candidates(&self) -> &[Candidate] {
        &self.0.candidates
    }

    /// The newest deployment of the app before the call, of [`AmbiguousOutcome`](ErrorKind::AmbiguousOutcome) from
    /// `deployments.create`; 0 when there was none. What the call has started has a greater id.
    pub fn watermark(&self) -> Option<i64> {
        self.0.change.as_ref().and_then(Change::watermark)
    }

    /// How many items of the list come before those that could not be fetched, of a failed list: start there to go on.
    pub fn next_offset(&self) -> Option<u64> {
        self.0.next_offset
    }

    pub(crate) fn with_next_offset(mut self, offset: u64) -> Self {
        self.0.next_offset = Some(offset);
        self
    }

    pub(crate) fn change(&self) -> Option<&Change> {
        self.0.change.as_ref()
    }

    pub(crate) fn with_change(mut self, change: Change, candidates: Vec<Candidate>) -> Self {
        self.0.change = Some(change);
        self.0.candidates = candidates;
        // There is more to be done now.
        self.0.hint = None;
        self
    }

    /// Whether the request of a change may have been sent, of [`Cancelled`](ErrorKind::Cancelled).
    pub fn request_may_have_been_sent(&self) -> Option<bool> {
        self.0.request_may_have_been_sent
    }

    pub(crate) fn with_granted_scopes(mut self, scopes: Vec<String>) -> Self {
        self.0.granted_scopes = Some(scopes);
        self
    }

    pub(crate) fn with_journal(mut self, journal: String) -> Self {
        self.0.journal = Some(journal);
        self
    }

    pub(crate) fn with_rollback_to(mut self, deployment: Option<Deployment>) -> Self {
        self.0.rollback_to = deployment.map(Box::new);
        self
    }

    pub(crate) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    /// The same in other words.
    pub(crate) fn with_words(mut self, message: String, hint: Option<String>) -> Self {
        self.0.message = message;
        self.0.hint = hint;
        self
    }

    pub(crate) fn with_field_errors(mut self, errors: BTreeMap<String, Vec<String>>) -> Self {
        self.0.field_errors = errors;
        self
    }

    pub(crate) fn with_retryable(mut self, retryable: bool) -> Self {
        self.0.retryable = retryable;
        self
    }

    pub(crate) fn with_retry_after(mut self, after: Option<Duration>) -> Self {
        self.0.retry_after = after;
        self
    }

    pub(crate) fn with_status(mut self, status: u16, request_id: Option<&str>) -> Self {
        self.0.status = Some(status);
        self.0.request_id = request_id.map(str::to_owned);
        self
    }

    pub(crate) fn with_deployment(mut self, deployment: Option<Deployment>, elapsed: Duration) -> Self {
        self.0.request_id = deployment
            .as_ref()
            .and_then(|seen| seen.meta.request_id().map(str::to_owned))
            .or(self.0.request_id);
        self.0.deployment = deployment;
        self.0.elapsed = Some(elapsed);
        self
    }

    /// Says which operation failed, and fills in what follows from it.
    pub(crate) fn of(mut self, operation: &Operation) -> Self {
        self.0.operation = Some(operation.id);
        self.0.route =
            (operation.host != Host::Workflow).then(|| format!("{} {}", operation.method, operation.path));
        if self.0.kind == ErrorKind::PermissionDenied {
            self.0.required_scope = operation.scope();
        }
        self.0.hint = self.0.hint.take().or_else(|| hint::of(&self));
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: Vec<Attempt>) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// A change whose outcome nobody knows, with what was seen of it.
    pub(crate) fn into_ambiguous(mut self) -> Self {
        self.0.message = format!("the change may or may not have happened: {}", self.0.message);
        self.0.kind = ErrorKind::AmbiguousOutcome;
        self.0.retryable = false;
        self.0.hint = None;
        self
    }
}

impl fmt::Display for Facts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.kind.name())?;
        match (self.status, &self.api_code) {
            (Some(status), Some(code)) => write!(formatter, " ({status} {code})")?,
            (Some(status), None) => write!(formatter, " ({status})")?,
            (None, Some(code)) => write!(formatter, " ({code})")?,
            (None, None) => {}
        }
        write!(formatter, ": {}", self.message)?;
        for (field, problems) in &self.field_errors {
            write!(formatter, "; {field}: {}", problems.join(", "))?;
        }
        if let Some(hint) = &self.hint {
            write!(formatter, ". Hint: {hint}")?;
        }
        let attempts = (self.attempts.len() > 1).then(|| format!("{} attempts", self.attempts.len()));
        let request = self.request_id.as_ref().map(|id| format!("request {id}"));
        let trail: Vec<String> = [self.route.clone(), request, attempts].into_iter().flatten().collect();
        if trail.is_empty() { Ok(()) } else { write!(formatter, " [{}]", trail.join(", ")) }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}
