//! The command line, in an interpreter.

use std::ffi::OsString;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use pyo3::prelude::*;
use spice_cloud_cli::{Cancel, run_on_stdio};

use crate::exit::detached;

/// Python handles Ctrl-C only when it is asked to.
const TICK: Duration = Duration::from_millis(50);
/// How a process ends that was told to stop and did not wait for its command.
const INTERRUPTED: u8 = 130;

/// Runs the command `spice-cloud` on the streams of the process and gives its exit code. The first Ctrl-C asks it to
/// stop, the second does not wait any longer.
#[pyfunction]
pub(crate) fn run_cli(py: Python<'_>, args: Vec<OsString>) -> u8 {
    let cancel = Cancel::new();
    let (send, finished) = mpsc::sync_channel(1);
    let told = cancel.clone();
    thread::spawn(move || {
        // Nobody wants the code after a second Ctrl-C.
        let _ = send.send(run_on_stdio(args, &told));
    });
    let receive = std::sync::Mutex::new(finished);
    loop {
        let waited = detached(py, || {
            let receive = receive.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            receive.recv_timeout(TICK)
        });
        match waited {
            Ok(code) => return code,
            // Without a code the command has panicked, and the panic has told why.
            Err(RecvTimeoutError::Disconnected) => return 1,
            Err(RecvTimeoutError::Timeout) => {}
        }
        if py.check_signals().is_err() {
            if cancel.is_cancelled() {
                return INTERRUPTED;
            }
            cancel.cancel();
        }
    }
}
