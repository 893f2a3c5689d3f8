//! Waiting without the GIL, and the end of the interpreter.
//!
//! A thread that comes back to an interpreter which is ending is unwound by force, through whatever frames it has, and Rust
//! frames abort the process. So, once the interpreter ends, threads that wait in here never come back.

use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use pyo3::marker::Ungil;
use pyo3::prelude::*;
use spice_cloud::channel;

/// The process that is ending, and its thread that ends it.
static ENDING: Mutex<Option<(u32, ThreadId)>> = Mutex::new(None);

/// Threads on their way back to the interpreter.
static RETURNING: AtomicUsize = AtomicUsize::new(0);

/// Threads that had something to say get so long to come back before the interpreter ends.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does something that takes time, while other threads run Python.
pub(crate) fn detached<T: Ungil>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> T {
    let done = py.detach(|| {
        let done = work();
        RETURNING.fetch_add(1, Ordering::SeqCst);
        if ends_elsewhere() {
            RETURNING.fetch_sub(1, Ordering::SeqCst);
            loop {
                thread::park();
            }
        }
        done
    });
    RETURNING.fetch_sub(1, Ordering::SeqCst);
    done
}

/// Whether the interpreter of this process is ending: nobody is woken any more.
pub(crate) fn ends() -> bool {
    let ending = *ENDING.lock().unwrap_or_else(PoisonError::into_inner);
    ending.is_some_and(|(pid, _)| pid == process::id())
}

/// Whether another thread of this process is ending the interpreter.
fn ends_elsewhere() -> bool {
    let ending = *ENDING.lock().unwrap_or_else(PoisonError::into_inner);
    ending.is_some_and(|(pid, thread)| pid == process::id() && thread != thread::current().id())
}

/// Ends the SDK's threads before the interpreter ends. Called by `atexit`.
#[pyfunction]
pub(crate) fn shutdown(py: Python<'_>) {
    py.detach(|| {
        *ENDING.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((process::id(), thread::current().id()));
        channel::shutdown();
        let began = Instant::now();
        while RETURNING.load(Ordering::SeqCst) > 0 && began.elapsed() < PATIENCE {
            thread::yield_now();
        }
    });
}
