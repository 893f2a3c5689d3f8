//! A call and its host, talking: the task's side. Nothing here calls the host; the host asks, and may answer.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use crate::credentials::ProvidedToken;
use crate::error::{Error, ErrorKind, Result};
use crate::reconcile::Change;
use crate::reply::Reply;
use crate::wire::JsonValue;

/// What a call says to its host.
#[derive(Debug)]
#[non_exhaustive]
pub enum Step {
    /// It is done. As JSON: `{"value": …, "meta": {"request_id": …, "attempts": …}}`, with secrets in clear.
    Done(Reply),
    /// It failed.
    Failed(Error),
    /// Something happened on the way; it goes on when the host asks for the next step.
    Event(Reply),
    /// It needs a token: the host answers with [`Answer::Token`].
    NeedToken,
    /// It needs the host to do something: the host answers with [`Answer::Value`].
    Ask {
        /// What is to be done, such as `distribute`.
        step: &'static str,
        /// With what, as JSON, with secrets in clear.
        value: String,
    },
    /// A step as the session's writer wrote it.
    Written(Vec<u8>),
}

/// Writes steps for a host that takes them as text or bytes, in a thread of the SDK: the host's own has better things to do.
pub type Writer = fn(Step) -> Vec<u8>;

impl Step {
    fn is_last(&self) -> bool {
        matches!(self, Self::Done(_) | Self::Failed(_))
    }
}

/// What a host answers to [`Step::NeedToken`] and [`Step::Ask`].
#[derive(Debug)]
#[non_exhaustive]
pub enum Answer {
    /// A token that is valid now.
    Token(ProvidedToken),
    /// What came of it.
    Value(JsonValue),
    /// The host's code failed: its words, which become part of the error.
    Failed(String),
}

/// A call and its host, talking: one step at a time.
#[derive(Default)]
pub(crate) struct Conversation {
    writer: Option<Writer>,
    state: Mutex<State>,
    /// For hosts that wait in a thread.
    told: Condvar,
    /// For the task: the host took a step, answered, or is gone.
    heard: Notify,
    /// A change may have been sent.
    sent: AtomicBool,
    /// What is remembered of a change that is under way, to find out later whether it happened.
    change: Mutex<Option<Change>>,
}

#[derive(Default)]
struct State {
    step: Option<Said>,
    answers: VecDeque<Answer>,
    waker: Option<Waker>,
    /// The task will say nothing more.
    over: bool,
    /// The host wants nothing more.
    gone: bool,
}

/// A step, and whether there is none after it.
struct Said {
    step: Step,
    is_last: bool,
}

tokio::task_local! {
    static HERE: Arc<Conversation>;
}

impl Conversation {
    /// A conversation whose steps are written, if there is a writer.
    pub(crate) fn new(writer: Option<Writer>) -> Self {
        Self { writer, ..Self::default() }
    }

    /// The conversation of the call that is running here.
    pub(crate) fn current() -> Option<Arc<Self>> {
        HERE.try_with(Arc::clone).ok()
    }

    /// Runs a task within a conversation.
    pub(crate) async fn scope<T>(self: Arc<Self>, task: impl Future<Output = T>) -> T {
        HERE.scope(self, task).await
    }

    /// Says a step, once the host has taken the one before. When the host is gone, the task is no longer wanted.
    pub(crate) async fn say(&self, step: Step) -> Result<()> {
        let is_last = step.is_last();
        let step = match self.writer {
            Some(write) => Step::Written(write(step)),
            None => step,
        };
        let mut said = Some(Said { step, is_last });
        loop {
            let heard = self.heard.notified();
            {
                let mut state = self.lock();
                if state.gone {
                    return Err(abandoned());
                }
                if state.step.is_none() {
                    state.step = said.take();
                    if let Some(waker) = state.waker.take() {
                        waker.wake();
                    }
                    self.told.notify_all();
                    return Ok(());
                }
            }
            heard.await;
        }
    }

    /// Says a step and waits for the host's answer.
    pub(crate) async fn ask(&self, step: Step) -> Result<Answer> {
        self.say(step).await?;
        loop {
            let heard = self.heard.notified();
            {
                let mut state = self.lock();
                if let Some(answer) = state.answers.pop_front() {
                    return Ok(answer);
                }
                if state.gone {
                    return Err(abandoned());
                }
            }
            heard.await;
        }
    }

    /// The task ends without another word.
    pub(crate) fn end(&self) {
        let mut state = self.lock();
        state.over = true;
        if let Some(waker) = state.waker.take() {
            waker.wake();
        }
        self.told.notify_all();
    }

    /// The host answers.
    pub(crate) fn answer(&self, answer: Answer) {
        self.lock().answers.push_back(answer);
        self.heard.notify_waiters();
    }

    /// The host wants nothing more.
    pub(crate) fn leave(&self) {
        self.lock().gone = true;
        self.heard.notify_waiters();
    }

    /// The next step, for a host that is woken.
    pub(crate) fn poll(&self, context: &mut Context<'_>) -> Poll<Step> {
        let mut state = self.lock();
        if let Some(step) = self.take(&mut state) {
            return Poll::Ready(step);
        }
        state.waker = Some(context.waker().clone());
        Poll::Pending
    }

    /// The next step, for a host that waits; nothing when the time is up first.
    pub(crate) fn wait(&self, limit: Duration) -> Option<Step> {
        let deadline = Instant::now().checked_add(limit);
        let mut state = self.lock();
        loop {
            if let Some(step) = self.take(&mut state) {
                return Some(step);
            }
            let left = match deadline {
                Some(deadline) => {
                    deadline.checked_duration_since(Instant::now()).filter(|left| !left.is_zero())?
                }
                // Longer than any clock counts.
                None => Duration::from_secs(3600),
            };
            state = self.told.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// The step that was said; a task that ended without its last word has panicked or was torn down.
    fn take(&self, state: &mut State) -> Option<Step> {
        if let Some(Said { step, is_last }) = state.step.take() {
            state.over |= is_last;
            self.heard.notify_waiters();
            return Some(step);
        }
        state.over.then(|| Step::Failed(Error::without_result()))
    }

    /// A change is about to be sent.
    pub(crate) fn mark_sent() {
        let _ = HERE.try_with(|conversation| conversation.sent.store(true, Ordering::Relaxed));
    }

    /// A change is under way that leaves a trace.
    pub(crate) fn remember(change: &Change) {
        let _ = HERE.try_with(|conversation| {
            *conversation.change.lock().unwrap_or_else(PoisonError::into_inner) = Some(change.clone());
        });
    }

    /// The change that was under way last.
    pub(crate) fn change(&self) -> Option<Change> {
        self.change.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether a change may have been sent.
    pub(crate) fn has_sent(&self) -> bool {
        self.sent.load(Ordering::Relaxed)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn abandoned() -> Error {
    Error::new(ErrorKind::Cancelled, "the call was given up")
}
