//! A session and its calls, from the host's side.

use std::fmt;
use std::future::{Future, poll_fn};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::task::AbortHandle;
use zeroize::Zeroizing;

use super::log::{Level, Log};
use super::{dispatch, options};
use crate::client::Client;
use crate::conversation::{Answer, Conversation, Step, Writer};
use crate::error::{Error, ErrorKind, Result};
use crate::reply::Reply;
use crate::runtime;

/// A client, as hosts have it.
#[derive(Clone)]
pub struct Session {
    client: Client,
    log: Arc<Log>,
    writer: Option<Writer>,
}

impl Session {
    /// Opens a session with options as a JSON object; `token_provider: true` says that the host gives tokens.
    ///
    /// # Errors
    ///
    /// [`ConfigError`](ErrorKind::ConfigError): an option is wrong, or there is nothing to sign in with.
    pub fn open(options: &str) -> Result<Self> {
        options::client(options).map(|(client, log)| Self { client, log, writer: None })
    }

    /// Has the steps of calls written where they are made: they are [`Written`](Step::Written) then.
    #[must_use]
    pub fn written_by(self, writer: Writer) -> Self {
        Self { writer: Some(writer), ..self }
    }

    /// Makes a call; it starts when its first step is asked for. `parameters` is a JSON object with `path`, `query`,
    /// `body`, `options`, and for lists `page_size`, `offset` and `limit`.
    pub fn call(&self, operation: impl Into<String>, parameters: impl Into<String>) -> Call {
        Call {
            process: std::process::id(),
            log: Arc::clone(&self.log),
            conversation: Arc::new(Conversation::new(self.writer)),
            state: Mutex::new(State::Made {
                client: self.client.clone(),
                operation: operation.into(),
                parameters: Zeroizing::new(parameters.into()),
            }),
        }
    }

    /// Ends all calls of the session, and every later one, with [`ClientClosed`](ErrorKind::ClientClosed).
    pub fn close(&self) {
        self.client.close();
    }

    /// What there is to log since the last time, as JSON objects with `level` and `event`: `request`, `retry`, `token`,
    /// `cancelled`. They hold routes, statuses and times, never a value. The option `log` or `SPICE_CLOUD_LOG` says how
    /// much.
    pub fn drain_log(&self) -> Vec<String> {
        self.log.drain()
    }

    /// Whether there is something to log.
    pub fn has_log(&self) -> bool {
        self.log.has_lines()
    }

    /// Wakes somebody once, when there is something to log.
    pub fn watch_log(&self, waker: Waker) {
        self.log.watch(waker);
    }

    /// Says how much is to be logged: `debug`, `info`, `warn`, `error` or `off`.
    ///
    /// # Errors
    ///
    /// [`ValidationError`](ErrorKind::ValidationError) for another word.
    pub fn set_log_level(&self, level: &str) -> Result<()> {
        self.log.set_level(Level::named(level)?);
        Ok(())
    }
}

/// A call: a conversation with the core. Dropping it cancels it.
pub struct Call {
    /// After a fork there is nobody to talk to.
    process: u32,
    log: Arc<Log>,
    conversation: Arc<Conversation>,
    state: Mutex<State>,
}

enum State {
    Made { client: Client, operation: String, parameters: Zeroizing<String> },
    Running { task: AbortHandle, operation: String },
    Cancelled { sent: bool },
}

/// Ends the conversation whatever becomes of the task.
struct Ending(Arc<Conversation>);

impl Drop for Ending {
    fn drop(&mut self) {
        self.0.end();
    }
}

impl Call {
    /// The next step, for hosts that are woken. An answer goes with it when the step before asked for one.
    pub async fn next(&self, answer: Option<Answer>) -> Step {
        if let Some(step) = self.advance(answer) {
            return step;
        }
        poll_fn(|context| self.conversation.poll(context)).await
    }

    /// The same for hosts that poll: say the answer with [`answer`](Self::answer) before.
    pub fn poll_next(&self, context: &mut Context<'_>) -> Poll<Step> {
        match self.advance(None) {
            Some(step) => Poll::Ready(step),
            None => self.conversation.poll(context),
        }
    }

    /// The next step, for hosts that wait in a thread; nothing when the time is up first. Ask again then.
    pub fn wait(&self, limit: Duration) -> Option<Step> {
        let step = match self.advance(None) {
            Some(step) => Some(step),
            None => self.conversation.wait(limit),
        };
        // Another thread may have given the call up meanwhile; what was said before that still counts.
        match (&*self.lock(), step) {
            (State::Cancelled { sent }, None | Some(Step::Failed(_))) => {
                Some(Step::Failed(Error::cancelled(*sent, self.conversation.change())))
            }
            (_, step) => step,
        }
    }

    /// Answers the step before.
    pub fn answer(&self, answer: Answer) {
        self.conversation.answer(answer);
    }

    /// Gives the call up: its request is dropped. The next step is then [`Cancelled`](ErrorKind::Cancelled).
    pub fn cancel(&self) {
        let mut state = self.lock();
        let sent = match &*state {
            State::Made { .. } => false,
            State::Running { task, operation } => {
                task.abort();
                let sent = self.conversation.has_sent();
                if sent {
                    self.log.cancelled(operation);
                    tracing::warn!(
                        operation,
                        "cancelled, but the request of a change may have been sent already"
                    );
                }
                sent
            }
            State::Cancelled { .. } => return,
        };
        *state = State::Cancelled { sent };
        drop(state);
        self.conversation.leave();
        // Whoever waits for a step is told.
        self.conversation.end();
    }

    /// Starts the call if it has not started; gives a step when there will be none from a task.
    fn advance(&self, answer: Option<Answer>) -> Option<Step> {
        if self.process != std::process::id() {
            let message = "the call belongs to the process before the fork: make a new one";
            return Some(Step::Failed(Error::new(ErrorKind::InternalError, message)));
        }
        if let Some(answer) = answer {
            self.conversation.answer(answer);
        }
        let mut state = self.lock();
        match &*state {
            State::Running { .. } => None,
            State::Cancelled { sent } => {
                Some(Step::Failed(Error::cancelled(*sent, self.conversation.change())))
            }
            State::Made { client, operation, parameters } => {
                let conversation = Arc::clone(&self.conversation);
                let work = dispatch::run(
                    client.clone(),
                    operation.clone(),
                    parameters.clone(),
                    Arc::clone(&conversation),
                );
                match runtime::spawn(talk(conversation, work)) {
                    Ok(task) => {
                        *state = State::Running { task, operation: operation.clone() };
                        None
                    }
                    Err(error) => Some(Step::Failed(error)),
                }
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs the work and says how it ended.
async fn talk(conversation: Arc<Conversation>, work: impl Future<Output = Result<Reply>>) {
    let ending = Ending(Arc::clone(&conversation));
    let last = match Arc::clone(&conversation).scope(work).await {
        Ok(value) => Step::Done(value),
        Err(error) => Step::Failed(error),
    };
    // A host that is gone wants no last word.
    let _ = conversation.say(last).await;
    drop(ending);
}

impl Drop for Call {
    fn drop(&mut self) {
        // In a forked child the task is the parent's.
        if self.process == std::process::id() {
            let state = self.state.get_mut().unwrap_or_else(PoisonError::into_inner);
            if let State::Running { task, .. } = state {
                task.abort();
                self.conversation.leave();
            }
        }
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Session").field("client", &self.client).finish_non_exhaustive()
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Call")
    }
}
