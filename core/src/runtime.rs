//! The runtime behind blocking calls: one for the process, built when it is first needed.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;

use tokio::runtime::{Builder, Runtime};
use tokio::task::AbortHandle;

use crate::error::{Error, ErrorKind, Result};
use crate::process::PerProcess;

static RUNTIME: PerProcess<Workers> = PerProcess::new();

/// The threads that run the calls.
struct Workers(Option<Runtime>);

impl Drop for Workers {
    /// Without waiting: whoever drops it may be a thread that must not wait.
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

fn workers() -> Result<Arc<Workers>> {
    if ENDED.load(Ordering::SeqCst) == std::process::id() {
        return Err(Error::new(ErrorKind::ClientClosed, "the process is about to end"));
    }
    RUNTIME.get(|| {
        Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("spice-cloud")
            .enable_all()
            .on_thread_start(outlive_closed_connections)
            .build()
            .map(|runtime| Workers(Some(runtime)))
            .map_err(|error| {
                Error::new(ErrorKind::InternalError, format!("no runtime could be started: {error}"))
            })
    })
}

/// Writing to a connection that the other side has given up is an error of the call. Where nobody has said otherwise, as in a
/// program in Swift, the system would end the whole process with a signal; threads of ours do not take it.
fn outlive_closed_connections() {
    #[cfg(unix)]
    {
        let mut signals = nix::sys::signal::SigSet::empty();
        signals.add(nix::sys::signal::Signal::SIGPIPE);
        // It can only fail for arguments that do not exist.
        let _ = signals.thread_block();
    }
}

/// Set when the process is about to end: no thread may be needed from then on.
static ENDED: AtomicU32 = AtomicU32::new(0);

/// Ends the process's runtime and whatever runs on it, before the host unloads what its threads may still touch. Calls
/// that wait get an error, and so does every later one.
pub(crate) fn shutdown() {
    ENDED.store(std::process::id(), Ordering::SeqCst);
    if let Some(workers) = RUNTIME.take() {
        drop(workers);
    }
}

/// Starts a task on the process's runtime.
pub(crate) fn spawn(task: impl Future<Output = ()> + Send + 'static) -> Result<AbortHandle> {
    let workers = workers()?;
    let spawned = workers.0.as_ref().map(|runtime| runtime.spawn(task).abort_handle());
    spawned.ok_or_else(|| Error::new(ErrorKind::InternalError, "the runtime has ended"))
}

/// Runs a task on the process's runtime and waits for it.
///
/// # Errors
///
/// [`InternalError`](ErrorKind::InternalError) when the task panics: a bug in the SDK must not end its host.
pub(crate) fn wait<T: Send + 'static>(task: impl Future<Output = Result<T>> + Send + 'static) -> Result<T> {
    let (answer, result) = mpsc::sync_channel(1);
    spawn(async move {
        // Whoever waits may have gone; then nobody wants the result.
        let _ = answer.send(task.await);
    })?;
    result.recv().unwrap_or_else(|_| Err(Error::without_result()))
}

#[cfg(test)]
mod tests {
    use crate::ErrorKind;

    #[test]
    fn a_panic_is_an_error_and_the_next_call_works() {
        let panicked = super::wait::<()>(async { panic!("a bug") });
        assert_eq!(panicked.unwrap_err().kind(), ErrorKind::InternalError);
        assert_eq!(super::wait(async { Ok(7) }).unwrap(), 7);
    }

    #[cfg(unix)]
    #[test]
    fn no_thread_of_ours_takes_the_signal_of_a_closed_connection() {
        use nix::sys::signal::{SigSet, Signal};

        let blocked = super::wait(async { Ok(SigSet::thread_get_mask().unwrap().contains(Signal::SIGPIPE)) });
        assert!(blocked.unwrap());
    }

    #[test]
    fn it_works_from_inside_another_runtime_too() {
        let outer = tokio::runtime::Builder::new_current_thread().build().unwrap();
        assert_eq!(outer.block_on(async { super::wait(async { Ok(7) }).unwrap() }), 7);
    }
}
