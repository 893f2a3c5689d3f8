//! Where calls and their host meet: threads of the SDK note which calls have something to say, and one thread of the host's
//! takes it.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

use spice_cloud::channel::{Answer, Call};
use zeroize::Zeroize as _;

use crate::failure::{Result, bug};
use crate::guard::guard;
use crate::shelf::Shelf;
use crate::step;

static HUBS: Shelf<Arc<Hub>> = Shelf::new();

/// The calls of a host, and what they have to say.
#[derive(Default)]
pub(crate) struct Hub {
    calls: Mutex<HashMap<u64, Arc<Call>>>,
    ready: Mutex<Vec<Ready>>,
    noted: Condvar,
}

/// What is worth a look.
#[derive(Clone)]
enum Ready {
    /// A call has something to say.
    Call(u64),
    /// A call has said something already.
    Step(u64, Vec<u8>),
    /// A session has something to log.
    Log(u64),
}

/// What a call rings when it has something to say.
struct Bell {
    hub: Arc<Hub>,
    ready: Ready,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.hub.note(self.ready.clone());
    }
}

/// A hub for whoever takes from it.
#[uniffi::export]
pub fn hub_open() -> u64 {
    HUBS.put(Arc::default())
}

/// Waits until there is something, and gives all of it: each with the number of its call or session in 8 bytes, its length in
/// 4, and its step.
#[uniffi::export]
pub fn hub_take(hub: u64) -> Result<Vec<u8>> {
    guard(|| Ok(find(hub)?.take()))
}

/// The hub with a number.
pub(crate) fn find(hub: u64) -> Result<Arc<Hub>> {
    HUBS.get(hub).map(|hub| Arc::clone(&*hub)).ok_or_else(|| bug("there is no such hub"))
}

impl Hub {
    /// Starts a call under a number of the host's.
    pub(crate) fn start(self: &Arc<Self>, number: u64, call: Call) {
        let call = Arc::new(call);
        lock(&self.calls).insert(number, Arc::clone(&call));
        let bell = self.bell(Ready::Call(number));
        if let Poll::Ready(step) = call.poll_next(&mut Context::from_waker(&bell)) {
            self.note(Ready::Step(number, step::bytes(step)));
        }
    }

    /// The host wants the next step of a call.
    pub(crate) fn next(&self, number: u64) {
        self.note(Ready::Call(number));
    }

    /// The host answers a call, and wants its next step.
    pub(crate) fn answer(&self, number: u64, answer: Answer) {
        let call = lock(&self.calls).get(&number).cloned();
        if let Some(call) = call {
            call.answer(answer);
            self.note(Ready::Call(number));
        }
    }

    /// The host wants nothing more of a call.
    pub(crate) fn give_up(&self, number: u64) {
        let call = lock(&self.calls).remove(&number);
        if let Some(call) = call {
            call.cancel();
        }
    }

    /// What tells the host once that a session has something to log.
    pub(crate) fn log_bell(self: &Arc<Self>, session: u64) -> Waker {
        self.bell(Ready::Log(session))
    }

    fn bell(self: &Arc<Self>, ready: Ready) -> Waker {
        Waker::from(Arc::new(Bell { hub: Arc::clone(self), ready }))
    }

    fn note(&self, ready: Ready) {
        lock(&self.ready).push(ready);
        self.noted.notify_one();
    }

    fn take(self: &Arc<Self>) -> Vec<u8> {
        let mut taken = Vec::new();
        while taken.is_empty() {
            let mut ready = lock(&self.ready);
            while ready.is_empty() {
                ready = self.noted.wait(ready).unwrap_or_else(PoisonError::into_inner);
            }
            let noted = std::mem::take(&mut *ready);
            drop(ready);
            for ready in noted {
                match ready {
                    Ready::Call(number) => self.look(number, &mut taken),
                    Ready::Step(number, step) => self.give(number, step, &mut taken),
                    Ready::Log(session) => put(&mut taken, session, &step::log()),
                }
            }
        }
        taken
    }

    /// Takes the step of a call, if it has one.
    fn look(self: &Arc<Self>, number: u64, taken: &mut Vec<u8>) {
        let Some(call) = lock(&self.calls).get(&number).cloned() else { return };
        let bell = self.bell(Ready::Call(number));
        let Poll::Ready(step) = call.poll_next(&mut Context::from_waker(&bell)) else { return };
        self.give(number, step::bytes(step), taken);
    }

    fn give(&self, number: u64, mut step: Vec<u8>, taken: &mut Vec<u8>) {
        if step::is_last(&step) {
            lock(&self.calls).remove(&number);
        }
        put(taken, number, &step);
        if step::is_ask(&step) {
            step.zeroize();
        }
    }
}

fn put(taken: &mut Vec<u8>, number: u64, step: &[u8]) {
    taken.extend(number.to_be_bytes());
    // No step has four gigabytes: answers are limited to far less.
    taken.extend(u32::try_from(step.len()).unwrap_or(u32::MAX).to_be_bytes());
    taken.extend(step);
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
