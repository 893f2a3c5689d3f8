//! A call, as JavaScript takes it step by step.

use std::task::{Context, Poll};
use std::time::Duration;

use napi::Result;
use napi_derive::napi;
use spice_cloud::ProvidedToken;
use spice_cloud::channel::{self, Answer};

use crate::guard::guard;
use crate::step;
use crate::wakes::Wakes;

/// A call: a conversation with the core. When it is collected as garbage it is cancelled.
#[napi]
pub struct Call(pub(crate) channel::Call);

#[napi]
impl Call {
    /// The next step as JSON, if it is there; else the token comes out of `wakes` when it is worth another look.
    #[napi]
    pub fn poll(&self, wakes: &Wakes, token: u32) -> Result<Option<String>> {
        guard(|| {
            let bell = wakes.bell(token);
            match self.0.poll_next(&mut Context::from_waker(&bell)) {
                Poll::Ready(step) => Ok(Some(step::text(step))),
                Poll::Pending => Ok(None),
            }
        })
    }

    /// Gives the token that was asked for, and how many seconds it is valid, if that is known.
    #[napi]
    pub fn answer_token(&self, token: String, expires_in: Option<f64>) {
        let provided = ProvidedToken::new(token);
        // A lifetime that is none is as good as not known.
        let lifetime = expires_in.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        self.0.answer(Answer::Token(match lifetime {
            Some(lifetime) => provided.expires_in(lifetime),
            None => provided,
        }));
    }

    /// Says what came of what was asked for, as JSON.
    #[napi]
    pub fn answer_value(&self, value: String) {
        self.0.answer(Answer::Value(serde_json::from_str(&value).unwrap_or_default()));
    }

    /// Says why there is no token, or why nothing came of what was asked for.
    #[napi]
    pub fn answer_failed(&self, words: String) {
        self.0.answer(Answer::Failed(words));
    }

    /// Gives the call up: its request is dropped.
    #[napi]
    pub fn cancel(&self) {
        self.0.cancel();
    }
}
