//! A call, as Python takes it step by step.

use std::task::{Context, Poll};
use std::time::Duration;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use serde::Deserialize;
use spice_cloud::channel::{self, Answer, Reply, Step};
use spice_cloud::{ProvidedToken, Secret};

use crate::build::build;
use crate::encode::json;
use crate::errors;
use crate::exit::detached;
use crate::guard::guard;
use crate::meta::Meta;
use crate::raised::raised;
use crate::shape::Kind;
use crate::wakes::Wakes;

/// Python handles Ctrl-C only when it is asked to, so a thread that waits asks so often.
const TICK: Duration = Duration::from_millis(50);

/// A step: it is done.
pub(crate) const DONE: u8 = 0;
/// A step: something happened on the way.
pub(crate) const EVENT: u8 = 1;
/// A step: it needs a token.
pub(crate) const NEED_TOKEN: u8 = 2;
/// A step: it needs something to be done.
pub(crate) const ASK: u8 = 3;

/// What a call said, and with what.
type Said<'py> = (u8, Bound<'py, PyAny>);

/// A call: a conversation with the core. Dropping it cancels it.
#[pyclass(frozen, module = "spice_cloud._native")]
pub(crate) struct Call {
    pub(crate) inner: channel::Call,
    /// What its result becomes.
    pub(crate) result: Kind,
    /// What happens on the way becomes.
    pub(crate) event: Kind,
}

#[pymethods]
impl Call {
    /// Waits for the next step, without the GIL. Ctrl-C cancels the call.
    fn wait<'py>(&self, py: Python<'py>) -> PyResult<Said<'py>> {
        guard(py, || {
            let step = loop {
                if let Some(step) = detached(py, || self.inner.wait(TICK)) {
                    break step;
                }
                if let Err(interrupt) = py.check_signals() {
                    self.inner.cancel();
                    return Err(interrupt);
                }
            };
            self.said(py, step)
        })
    }

    /// The next step, if it is there; else the token comes out of `wakes` when it is.
    fn poll<'py>(&self, py: Python<'py>, wakes: &Wakes, token: u64) -> PyResult<Option<Said<'py>>> {
        guard(py, || {
            let bell = wakes.bell(token);
            match self.inner.poll_next(&mut Context::from_waker(&bell)) {
                Poll::Ready(step) => self.said(py, step).map(Some),
                Poll::Pending => Ok(None),
            }
        })
    }

    /// Gives the token that was asked for, and how many seconds it is valid, if that is known.
    fn answer_token(&self, token: &str, expires_in: Option<f64>) {
        let provided = ProvidedToken::new(token);
        // A lifetime that is none is as good as not known.
        let lifetime = expires_in.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        self.inner.answer(Answer::Token(match lifetime {
            Some(lifetime) => provided.expires_in(lifetime),
            None => provided,
        }));
    }

    /// Says what came of what was asked for.
    fn answer_value(&self, value: &Bound<'_, PyAny>) -> PyResult<()> {
        let value = serde_json::from_str(&json(value)?);
        self.inner.answer(Answer::Value(value.unwrap_or_default()));
        Ok(())
    }

    /// Says why there is no token, or why nothing came of what was asked for.
    fn answer_failed(&self, words: String) {
        self.inner.answer(Answer::Failed(words));
    }

    /// Gives the call up: its request is dropped.
    fn cancel(&self) {
        self.inner.cancel();
    }
}

impl Call {
    fn said<'py>(&self, py: Python<'py>, step: Step) -> PyResult<Said<'py>> {
        match step {
            Step::Done(reply) => Ok((DONE, made(py, &self.result, &reply)?)),
            Step::Event(reply) => match reply.offset() {
                Some(offset) => {
                    let meta = Bound::new(py, Meta(reply.meta().clone()))?.into_any();
                    let items = build(py, &self.event, Some(&meta), |sink| reply.tell(sink))?;
                    Ok((EVENT, (items, offset, meta).into_pyobject(py)?.into_any()))
                }
                None => Ok((EVENT, made(py, &self.event, &reply)?)),
            },
            Step::NeedToken => Ok((NEED_TOKEN, py.None().into_bound(py))),
            Step::Ask { step, value } => {
                Ok((ASK, asked(py, step, &Secret::from(value))?.into_pyobject(py)?.into_any()))
            }
            Step::Failed(error) => Err(raised(py, &error)),
            _ => Err(errors::internal(py, "the call said something that this version does not know")),
        }
    }
}

/// A key to be handed on, or to be tried.
#[derive(Deserialize)]
struct Asked {
    slot: i64,
    key: Secret,
}

/// What is to be done, and with which key. The text that it comes in is wiped like any secret.
fn asked<'py>(
    py: Python<'py>,
    step: &'static str,
    value: &Secret,
) -> PyResult<(&'static str, i64, Bound<'py, PyAny>)> {
    static SECRET: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    // What the reader says of it might hold the key.
    let Ok(Asked { slot, key }) = serde_json::from_str(value.reveal()) else {
        return Err(errors::internal(py, "the call asked for something that this version does not know"));
    };
    let class = SECRET.import(py, "spice_cloud", "SecretStr")?;
    Ok((step, slot, class.call1((key.reveal(),))?))
}

/// The object of a reply, which tells about its call.
fn made<'py>(py: Python<'py>, kind: &Kind, reply: &Reply) -> PyResult<Bound<'py, PyAny>> {
    let meta = Bound::new(py, Meta(reply.meta().clone()))?.into_any();
    build(py, kind, Some(&meta), |sink| reply.tell(sink))
}
