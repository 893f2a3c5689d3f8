//! Waking an event loop: threads of the SDK say which calls are worth another look, and one function in JavaScript is
//! called for all that have been said since.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Wake, Waker};

use napi::Status;
use napi::bindgen_prelude::{Function, Result};
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};
use napi_derive::napi;

/// It does not keep a process alive: whoever waits does that.
type Ring = ThreadsafeFunction<(), (), (), Status, false, true>;

/// The calls of an event loop that are worth another look.
#[napi]
pub struct Wakes(Arc<Shared>);

struct Shared {
    state: Mutex<State>,
    ring: Ring,
}

#[derive(Default)]
struct State {
    tokens: Vec<u32>,
    /// JavaScript has been called and has not looked yet.
    is_rung: bool,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake(&self, token: u32) {
        let mut state = self.lock();
        state.tokens.push(token);
        let is_first = !std::mem::replace(&mut state.is_rung, true);
        drop(state);
        if is_first {
            // A loop that has ended waits for nothing.
            self.ring.call((), ThreadsafeFunctionCallMode::NonBlocking);
        }
    }
}

/// What a call rings when it has something to say.
struct Bell {
    shared: Arc<Shared>,
    token: u32,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.shared.wake(self.token);
    }
}

impl Wakes {
    /// Wakes the loop for a token.
    pub(crate) fn bell(&self, token: u32) -> Waker {
        Waker::from(Arc::new(Bell { shared: Arc::clone(&self.0), token }))
    }
}

#[napi]
impl Wakes {
    /// `ring` is called in the event loop when `drain` has something.
    #[napi(constructor)]
    pub fn new(ring: Function<'_, (), ()>) -> Result<Self> {
        let ring = ring.build_threadsafe_function().weak::<true>().build()?;
        Ok(Self(Arc::new(Shared { state: Mutex::default(), ring })))
    }

    /// The tokens since the last time.
    #[napi]
    pub fn drain(&self) -> Vec<u32> {
        let mut state = self.0.lock();
        state.is_rung = false;
        std::mem::take(&mut state.tokens)
    }
}
