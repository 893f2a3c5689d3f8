//! Changes that happen once: when nobody knows whether a request was carried out, what is there now tells.
//!
//! A change is looked at before it is sent, where that is needed to tell later. When its outcome is unknown, the SDK looks for
//! its trace, a few times within a few seconds. A trace that can only be its own is the result; none at all allows it to be sent
//! once more; whatever else is left to the caller, as an error that tells what was seen.

mod api_keys;
mod apps;
mod change;
mod deployments;
mod members;
mod settle;
mod update;

use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;

use crate::attempt::Attempt;
use crate::client::Client;
use crate::config::{Dedupe, Settings};
use crate::conversation::Conversation;
use crate::engine::ApiResult;
use crate::error::{Error, ErrorKind, Result};
use crate::meta::Meta;
use crate::pending::Pending;
use crate::request::Request;

pub(crate) use change::Change;
pub use settle::{Candidate, Settled};
pub(crate) use update::{same, settings_of};

/// When the SDK looks for the trace of a change, each counted from the look before: what was done may show a little later.
const LOOKS: [Duration; 4] =
    [Duration::ZERO, Duration::from_secs(1), Duration::from_secs(2), Duration::from_secs(3)];

/// What a look has found.
#[derive(Debug)]
pub(crate) enum Finding<T> {
    /// The change, which can only be ours.
    Happened(T),
    /// No trace of it.
    Nothing,
    /// Something that may be ours, or not: nobody can tell.
    Unclear(Vec<Candidate>),
    /// Something that keeps it from happening, as the server would have said.
    Refused(Error),
}

/// A result of a change that leaves a trace.
pub(crate) trait Traced: ApiResult {
    /// What the present tells the change about itself later.
    fn before(client: &Client, change: &Change) -> Pending<Option<Value>>;

    /// Looks for the trace.
    fn look(client: &Client, change: &Change) -> Pending<Finding<Self>>;

    /// What is added to the request so that its trace is unmistakable.
    fn mark(_request: &mut Request) {}
}

impl Client {
    /// Makes a change that must happen once.
    pub(crate) fn change<T: Traced>(&self, request: Request) -> Pending<T> {
        let client = self.clone();
        Pending::new(async move {
            if client.settings().dedupe == Dedupe::Off || client.shows_changes() {
                return client.send(request).await;
            }
            client.check(&request)?;
            Sending::new(client, request).run().await
        })
    }
}

/// A change on its way.
struct Sending {
    client: Client,
    request: Request,
    change: Change,
    started: Instant,
    /// Those of all requests.
    attempts: Vec<Attempt>,
}

impl Sending {
    fn new(client: Client, request: Request) -> Self {
        let change = Change::of(&request);
        Self { client, request, change, started: Instant::now(), attempts: Vec::new() }
    }

    async fn run<T: Traced>(mut self) -> Result<T> {
        if self.client.settings().dedupe == Dedupe::Marker {
            T::mark(&mut self.request);
            self.change.body.clone_from(&self.request.body.members);
        }
        match T::before(&self.within_timeout(), &self.change).await {
            Ok(before) => self.change.before = before,
            // A token that is not good now is no better a moment later, and somebody else was first.
            Err(error) if matches!(error.kind(), ErrorKind::AuthenticationError | ErrorKind::Conflict) => {
                return Err(self.told(error));
            }
            // Nobody can tell whether somebody else was.
            Err(error) if self.request.once => return Err(self.not_sent(error)),
            // Whoever may not look, or looks for what is not there, is told so by the change itself.
            Err(error) if is_refusal(&error) => {}
            Err(error) => return Err(self.not_sent(error)),
        }
        Conversation::remember(&self.change);
        let lost = match self.send::<T>().await {
            Sent::Result(result) => return Ok(result),
            Sent::Failed(error) => return Err(self.told(error)),
            Sent::Lost(error) => error,
        };
        if let Some(result) = self.find(&lost).await? {
            return Ok(result);
        }
        // Nothing of it is there: once more, if retries are wanted and the client has some left.
        if self.client.settings().max_retries == 0 || !self.client.spend_retry() {
            return Err(self.ambiguous(lost, Vec::new()));
        }
        tracing::debug!(
            operation = self.request.operation.id,
            "no trace of the change: it is sent once more"
        );
        let lost = match self.send::<T>().await {
            Sent::Result(result) => return Ok(result),
            // What the server says now may be due to the first request.
            Sent::Failed(error) if error.kind() == ErrorKind::Conflict || !is_refusal(&error) => error,
            Sent::Failed(error) => return Err(self.told(error)),
            Sent::Lost(error) => error,
        };
        self.find(&lost).await?.ok_or_else(|| self.ambiguous(lost, Vec::new()))
    }

    /// Sends the change; retries that are harmless are the engine's.
    async fn send<T: Traced>(&mut self) -> Sent<T> {
        let client = self.within(self.left(Duration::ZERO).max(SHORTEST));
        match client.send::<T>(self.request.clone()).await {
            Ok(mut result) => {
                let meta = result.told();
                self.remember(meta.history());
                result.stamp(&meta.with_history(std::mem::take(&mut self.attempts)));
                Sent::Result(result)
            }
            Err(error) => {
                self.remember(error.attempts());
                if error.kind() == ErrorKind::AmbiguousOutcome {
                    Sent::Lost(error)
                } else {
                    Sent::Failed(error)
                }
            }
        }
    }

    fn remember(&mut self, attempts: &[Attempt]) {
        for attempt in attempts {
            let number = u32::try_from(self.attempts.len() + 1).unwrap_or(u32::MAX);
            self.attempts.push(Attempt { number, ..attempt.clone() });
        }
    }

    /// Looks for the trace of the change; nothing when there is none. Otherwise the error is the one that was lost.
    async fn find<T: Traced>(&mut self, lost: &Error) -> Result<Option<T>> {
        let budget = self.client.settings().reconcile_timeout;
        let found = look_for::<T>(&self.change, |pause| {
            let left = self.left(budget).saturating_sub(pause);
            (!budget.is_zero() && !left.is_zero()).then(|| self.within(left))
        })
        .await;
        match found {
            Found::Result(mut result) => {
                tracing::debug!(operation = self.request.operation.id, "the change had happened");
                let meta = Meta::new(std::mem::take(&mut self.attempts)).with_adopted();
                result.stamp(&meta);
                Ok(Some(result))
            }
            Found::Nothing => Ok(None),
            Found::Refused(error) => Err(self.told(error)),
            Found::Unclear(candidates) => Err(self.ambiguous(lost.clone(), candidates)),
            Found::Unknown(_) => Err(self.ambiguous(lost.clone(), Vec::new())),
        }
    }

    /// What is left of the call's time, with more for what comes after it.
    fn left(&self, more: Duration) -> Duration {
        let settings = self.client.settings();
        (settings.timeout + more).saturating_sub(settings.pace.since(self.started))
    }

    fn within_timeout(&self) -> Client {
        self.within(self.left(Duration::ZERO))
    }

    fn within(&self, timeout: Duration) -> Client {
        let settings = self.client.settings();
        self.client.with_settings(Settings { timeout: timeout.min(settings.timeout), ..settings.clone() })
    }

    fn not_sent(&self, error: Error) -> Error {
        let message =
            format!("nothing was sent, for what is there now could not be read: {}", error.message());
        let hint = error.hint().map(str::to_owned);
        error.with_words(message, hint).of(self.request.operation)
    }

    /// The error with the attempts of all requests.
    fn told(&self, error: Error) -> Error {
        let error = error.of(self.request.operation);
        if self.attempts.is_empty() { error } else { error.with_attempts(self.attempts.clone()) }
    }

    fn ambiguous(&self, lost: Error, candidates: Vec<Candidate>) -> Error {
        let lost = if lost.kind() == ErrorKind::AmbiguousOutcome { lost } else { lost.into_ambiguous() };
        self.told(lost.with_change(self.change.clone(), candidates))
    }
}

/// A request needs some time, even when a look took all there was.
const SHORTEST: Duration = Duration::from_millis(1);

enum Sent<T> {
    Result(T),
    /// It was refused, or never sent.
    Failed(Error),
    /// It may have been carried out.
    Lost(Error),
}

enum Found<T> {
    Result(T),
    Refused(Error),
    Nothing,
    Unclear(Vec<Candidate>),
    /// It could not be looked for, for lack of time or for what is told here.
    Unknown(Option<Error>),
}

/// Looks for the trace of a change until it is clear. `client` gives who looks after a pause, while there is time for it.
async fn look_for<T: Traced>(change: &Change, client: impl Fn(Duration) -> Option<Client>) -> Found<T> {
    let mut last = Found::Unknown(None);
    for pause in LOOKS {
        let Some(client) = client(pause) else { return last };
        client.settings().pace.sleep(pause).await;
        last = match T::look(&client, change).await {
            Ok(Finding::Happened(result)) => return Found::Result(result),
            Ok(Finding::Refused(error)) => return Found::Refused(error),
            Ok(Finding::Unclear(candidates)) => return Found::Unclear(candidates),
            Ok(Finding::Nothing) => Found::Nothing,
            Err(error) => {
                tracing::debug!(error = error.kind().name(), "the trace of a change could not be looked for");
                Found::Unknown(Some(error))
            }
        };
    }
    last
}

/// Whether the server has understood and said no, so that nothing has happened.
fn is_refusal(error: &Error) -> bool {
    error.kind().is_api() && !matches!(error.kind(), ErrorKind::RateLimited | ErrorKind::ServerError)
}
