//! Clients and their calls, as the Kotlin and Swift classes have them.

use std::sync::Arc;
use std::time::Duration;

use spice_cloud::channel::{Answer, Session as Inner, read};
use spice_cloud::{ErrorKind, ProvidedToken};

use crate::failure::{Result, bug, failed};
use crate::guard::guard;
use crate::hub::{self, Hub};
use crate::shelf::Shelf;
use crate::step;

static SESSIONS: Shelf<Session> = Shelf::new();

/// A client with its connections, its credentials and its log, and where its calls meet their host.
struct Session {
    inner: Inner,
    hub: Arc<Hub>,
}

/// What a kind of error is called.
#[derive(uniffi::Record)]
pub struct ErrorName {
    /// Its name, such as `NotFound`.
    pub name: String,
    /// Its code, such as `SPICE_NOT_FOUND`.
    pub code: String,
}

/// Opens a client with options as JSON.
#[uniffi::export]
pub fn session_open(hub: u64, options: String) -> Result<u64> {
    guard(|| {
        let hub = hub::find(hub)?;
        let inner = Inner::open(&options).map_err(failed)?;
        Ok(SESSIONS.put(Session { inner: inner.written_by(step::bytes), hub }))
    })
}

/// Ends all calls, and every later one.
#[uniffi::export]
pub fn session_close(session: u64) -> Result<()> {
    guard(|| {
        find(session)?.inner.close();
        Ok(())
    })
}

/// Nobody has the session any more.
#[uniffi::export]
pub fn session_drop(session: u64) -> Result<()> {
    guard(|| {
        drop(SESSIONS.take(session));
        Ok(())
    })
}

/// Says how much is to be logged. With the first lines, and after each [`session_drain_log`], the hub says that there are some.
#[uniffi::export]
pub fn session_set_log_level(session: u64, level: String) -> Result<()> {
    guard(|| {
        let found = find(session)?;
        found.inner.set_log_level(&level).map_err(failed)?;
        found.inner.watch_log(found.hub.log_bell(session));
        Ok(())
    })
}

/// What there is to log since the last time, each line as JSON.
#[uniffi::export]
pub fn session_drain_log(session: u64) -> Result<Vec<String>> {
    guard(|| {
        let found = find(session)?;
        found.inner.watch_log(found.hub.log_bell(session));
        Ok(found.inner.drain_log())
    })
}

/// Makes a call under a number of the host's, which no call before had. The request is the name of the operation, the end of a
/// line, and parameters as JSON. Steps come from the hub.
#[uniffi::export]
#[allow(clippy::missing_panics_doc)] // The one for tests is caught where it is made.
pub fn call_start(session: u64, call: u64, request: &[u8]) -> Result<()> {
    guard(|| {
        let found = find(session)?;
        let request = str::from_utf8(request).map_err(|_| bug("a request that is no text"))?;
        let (operation, params) = request.split_once('\n').ok_or_else(|| bug("a request without a line"))?;
        #[cfg(debug_assertions)]
        assert_ne!(operation, "__panic_in_native_for_tests", "a panic for tests");
        found.hub.start(call, found.inner.call(operation, params));
        Ok(())
    })
}

/// Wants the next step of a call.
#[uniffi::export]
pub fn call_next(session: u64, call: u64) -> Result<()> {
    guard(|| {
        find(session)?.hub.next(call);
        Ok(())
    })
}

/// Gives the token that a call asked for, and how many seconds it is valid, if that is known; wants the next step.
#[uniffi::export]
pub fn call_answer_token(session: u64, call: u64, token: String, expires_in: Option<f64>) -> Result<()> {
    guard(|| {
        let provided = ProvidedToken::new(token);
        // A lifetime that is none is as good as not known.
        let lifetime = expires_in.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        let provided = match lifetime {
            Some(lifetime) => provided.expires_in(lifetime),
            None => provided,
        };
        find(session)?.hub.answer(call, Answer::Token(provided));
        Ok(())
    })
}

/// Gives what came of what a call asked for, as JSON; wants the next step.
#[uniffi::export]
pub fn call_answer_value(session: u64, call: u64, value: String) -> Result<()> {
    guard(|| {
        let value = serde_json::from_str(&value).map_err(|_| bug("an answer that is no JSON"))?;
        find(session)?.hub.answer(call, Answer::Value(value));
        Ok(())
    })
}

/// Says why there is no token, or why what was asked for was not done, and wants the next step.
#[uniffi::export]
pub fn call_answer_failed(session: u64, call: u64, words: String) -> Result<()> {
    guard(|| {
        find(session)?.hub.answer(call, Answer::Failed(words));
        Ok(())
    })
}

/// Gives a call up: its request is dropped, and no more steps of it come.
#[uniffi::export]
pub fn call_give_up(session: u64, call: u64) -> Result<()> {
    guard(|| {
        find(session)?.hub.give_up(call);
        Ok(())
    })
}

/// Name and code of every kind of error.
#[uniffi::export]
pub fn error_names() -> Vec<ErrorName> {
    let name = |kind: &ErrorKind| ErrorName { name: kind.name().to_owned(), code: kind.code().to_owned() };
    ErrorKind::ALL.iter().map(name).collect()
}

/// Reads a model from JSON as an answer of the API is read, and gives it as the step that ends a call.
#[uniffi::export]
pub fn read_model(name: String, json: String) -> Result<Vec<u8>> {
    guard(|| match read(&name, &json) {
        Ok(reply) => Ok(step::reply(&reply)),
        Err(error) => Err(failed(error)),
    })
}

fn find(session: u64) -> Result<Arc<Session>> {
    SESSIONS.get(session).ok_or_else(|| bug("there is no such session"))
}
