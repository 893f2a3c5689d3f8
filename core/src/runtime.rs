//! The runtime behind blocking calls: one for the process, built when it is first needed.

use std::future::Future;
use std::sync::Arc;
use std::sync::mpsc;

use tokio::runtime::{Builder, Runtime};

use crate::error::{Error, ErrorKind, Result};

/// The runtime of one process. After a fork there are no threads behind it.
struct Slot {
    process: u32,
    runtime: Arc<Runtime>,
}

static SLOT: arc_swap::ArcSwapOption<Slot> = arc_swap::ArcSwapOption::const_empty();

/// The runtime of this process. No lock is taken: a fork could leave it locked for ever.
fn runtime() -> Result<Arc<Runtime>> {
    let current = SLOT.load();
    if let Some(slot) = current.as_ref().filter(|slot| slot.process == std::process::id()) {
        return Ok(Arc::clone(&slot.runtime));
    }
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("spice-cloud")
        .enable_all()
        .build()
        .map_err(|error| {
            Error::new(ErrorKind::InternalError, format!("no runtime could be started: {error}"))
        })?;
    let runtime = Arc::new(runtime);
    let slot = Arc::new(Slot { process: std::process::id(), runtime: Arc::clone(&runtime) });
    let before = SLOT.compare_and_swap(&current, Some(slot));
    if !same(before.as_ref(), current.as_ref()) {
        // Another thread was faster: its runtime serves, and this one ends when it is dropped.
        drop(before);
        return self::runtime();
    }
    // After a fork the runtime is the parent's: to drop it would wait for threads that are not here.
    std::mem::forget((before, current));
    Ok(runtime)
}

fn same(one: Option<&Arc<Slot>>, other: Option<&Arc<Slot>>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        _ => false,
    }
}

/// Runs a task on the process's runtime and waits for it.
///
/// # Errors
///
/// [`InternalError`](ErrorKind::InternalError) when the task panics: a bug in the SDK must not end its host.
pub(crate) fn wait<T: Send + 'static>(task: impl Future<Output = Result<T>> + Send + 'static) -> Result<T> {
    let (answer, result) = mpsc::sync_channel(1);
    runtime()?.spawn(async move {
        // Whoever waits may have gone; then nobody wants the result.
        let _ = answer.send(task.await);
    });
    result
        .recv()
        .unwrap_or_else(|_| Err(Error::new(ErrorKind::InternalError, "the call ended without a result")))
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

    #[test]
    fn it_works_from_inside_another_runtime_too() {
        let outer = tokio::runtime::Builder::new_current_thread().build().unwrap();
        assert_eq!(outer.block_on(async { super::wait(async { Ok(7) }).unwrap() }), 7);
    }
}
