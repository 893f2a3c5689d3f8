//! The command line, in a Node process.

use std::ffi::OsString;
use std::sync::{Arc, OnceLock};
use std::thread;

use napi::Result;
use napi_derive::napi;
use spice_cloud_cli::{Cancel, run_on_stdio};

use crate::guard::guard;
use crate::wakes::Wakes;

/// The command `spice-cloud` on the streams of the process. It runs on a thread of its own, which nobody waits for: it may
/// be reading what a person types while the process ends.
#[napi]
pub struct Command {
    cancel: Cancel,
    code: Arc<OnceLock<u8>>,
}

#[napi]
impl Command {
    /// Starts it. The first argument is the name of the program. `token` comes out of `wakes` when there is a code.
    #[napi(factory)]
    pub fn start(args: Vec<String>, wakes: &Wakes, token: u32) -> Self {
        let (cancel, code) = (Cancel::new(), Arc::new(OnceLock::new()));
        let (told, ended, bell) = (cancel.clone(), Arc::clone(&code), wakes.bell(token));
        thread::spawn(move || {
            let args = args.into_iter().map(OsString::from);
            // A panic has told why.
            let code = guard(|| Ok(run_on_stdio(args, &told))).unwrap_or(1);
            // This thread alone sets it.
            let _ = ended.set(code);
            bell.wake();
        });
        Self { cancel, code }
    }

    /// The exit code, once it has ended.
    #[napi(getter)]
    pub fn code(&self) -> Option<u8> {
        self.code.get().copied()
    }

    /// Asks it to stop.
    #[napi]
    pub fn cancel(&self) -> Result<()> {
        guard(|| {
            self.cancel.cancel();
            Ok(())
        })
    }
}
