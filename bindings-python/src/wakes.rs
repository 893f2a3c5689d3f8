//! Waking event loops: Rust threads say which calls are worth another look, through a pipe that a loop can watch. They never
//! enter Python for it.

use std::io::{PipeReader, PipeWriter, Read, Write, pipe};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Wake, Waker};
use std::time::Duration;

use pyo3::prelude::*;

use crate::exit::{detached, ends};

/// How often a thread that waits looks whether the interpreter ends.
const LOOK: Duration = Duration::from_millis(200);

/// The calls of an event loop that are worth another look.
#[pyclass(frozen, module = "spice_cloud._native")]
pub(crate) struct Wakes(Arc<Shared>);

struct Shared {
    state: Mutex<State>,
    told: Condvar,
    reader: PipeReader,
    writer: PipeWriter,
}

#[derive(Default)]
struct State {
    tokens: Vec<u64>,
    /// There is a byte in the pipe, and never more than one.
    signalled: bool,
    closed: bool,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake(&self, token: u64) {
        let mut state = self.lock();
        state.tokens.push(token);
        if !state.signalled {
            // The reader lives as long as the writer, and one byte always fits.
            state.signalled = (&self.writer).write(&[1]).is_ok();
        }
        self.told.notify_all();
    }

    fn drain(&self) -> Vec<u64> {
        let mut state = self.lock();
        if state.signalled {
            let _ = (&self.reader).read(&mut [0]);
            state.signalled = false;
        }
        std::mem::take(&mut state.tokens)
    }

    /// Whether there is something, or nothing will come any more; nothing when the time is up first.
    fn wait(&self) -> Option<bool> {
        let state = self.lock();
        let idle = |state: &mut State| state.tokens.is_empty() && !state.closed;
        let (state, _) =
            self.told.wait_timeout_while(state, LOOK, idle).unwrap_or_else(PoisonError::into_inner);
        if !state.tokens.is_empty() {
            Some(true)
        } else if state.closed {
            Some(false)
        } else {
            None
        }
    }
}

impl Wakes {
    /// Wakes the loop for a token.
    pub(crate) fn bell(&self, token: u64) -> Waker {
        Waker::from(Arc::new(Bell { shared: Arc::clone(&self.0), token }))
    }
}

/// What a call rings when it has something to say.
struct Bell {
    shared: Arc<Shared>,
    token: u64,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        if !ends() {
            self.shared.wake(self.token);
        }
    }
}

#[pymethods]
impl Wakes {
    #[new]
    fn new() -> PyResult<Self> {
        let (reader, writer) = pipe()?;
        Ok(Self(Arc::new(Shared { state: Mutex::default(), told: Condvar::new(), reader, writer })))
    }

    /// The end of the pipe that a loop can watch: readable when `drain()` has something.
    #[cfg(unix)]
    fn fileno(&self) -> i32 {
        use std::os::fd::AsRawFd;
        self.0.reader.as_raw_fd()
    }

    /// There is nothing that a loop of this system could watch.
    #[cfg(not(unix))]
    fn fileno(&self) -> PyResult<i32> {
        Err(pyo3::exceptions::PyNotImplementedError::new_err("no pipe can be watched here"))
    }

    /// The tokens since the last time. Does not wait.
    fn drain(&self) -> Vec<u64> {
        self.0.drain()
    }

    /// Waits until there is something; false when there will be nothing any more.
    fn wait(&self, py: Python<'_>) -> bool {
        loop {
            if let Some(something) = detached(py, || self.0.wait()) {
                return something;
            }
        }
    }

    /// Ends the waiting.
    fn close(&self) {
        self.0.lock().closed = true;
        self.0.told.notify_all();
    }
}
