//! A client, as the TypeScript classes have it.

use napi::Result;
use napi_derive::napi;
use spice_cloud::ErrorKind;
use spice_cloud::channel::Session as Inner;

use crate::call::Call;
use crate::errors::thrown;
use crate::guard::guard;
use crate::step;
use crate::wakes::Wakes;

/// A client with its connections, its credentials and its log.
#[napi]
pub struct Session(Inner);

#[napi]
impl Session {
    /// Opens a client with options as JSON.
    #[napi(constructor)]
    pub fn new(options: String) -> Result<Self> {
        guard(|| Inner::open(&options).map(|session| Self(session.written_by(step::bytes))).map_err(thrown))
    }

    /// Makes a call with parameters as JSON. It sends nothing before its first step is asked for.
    #[napi]
    pub fn call(&self, operation: String, params: String) -> Result<Call> {
        guard(|| {
            #[cfg(debug_assertions)]
            assert_ne!(operation, "__panic_in_native_for_tests", "a panic for tests");
            Ok(Call(self.0.call(operation, params)))
        })
    }

    /// Ends all calls, and every later one.
    #[napi]
    pub fn close(&self) {
        self.0.close();
    }

    /// Says how much is to be logged.
    #[napi]
    pub fn set_log_level(&self, level: String) -> Result<()> {
        guard(|| self.0.set_log_level(&level).map_err(thrown))
    }

    /// What there is to log since the last time, each line as JSON.
    #[napi]
    pub fn drain_log(&self) -> Vec<String> {
        self.0.drain_log()
    }

    /// Wakes once when there is something to log.
    #[napi]
    pub fn watch_log(&self, wakes: &Wakes, token: u32) {
        self.0.watch_log(wakes.bell(token));
    }

    /// Name and code of every kind of error.
    #[napi]
    pub fn error_kinds() -> Vec<Vec<String>> {
        let kinds = ErrorKind::ALL.iter();
        kinds.map(|kind| vec![kind.name().to_owned(), kind.code().to_owned()]).collect()
    }
}
