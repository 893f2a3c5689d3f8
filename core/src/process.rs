//! What belongs to one process: after a fork it is made anew, and what was the parent's is left alone.

use std::fmt;
use std::sync::Arc;

use arc_swap::ArcSwapOption;

/// A value for each process. No lock is taken: a fork could leave it locked for ever.
pub(crate) struct PerProcess<T>(ArcSwapOption<Owned<T>>);

struct Owned<T> {
    process: u32,
    value: Arc<T>,
}

impl<T> Default for PerProcess<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for PerProcess<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PerProcess")
    }
}

impl<T> PerProcess<T> {
    pub(crate) const fn new() -> Self {
        Self(ArcSwapOption::const_empty())
    }

    /// Takes the value of this process out; the next who asks has it made anew.
    pub(crate) fn take(&self) -> Option<Arc<T>> {
        let current = self.0.load();
        let owned = current.as_ref().filter(|owned| owned.process == std::process::id())?;
        let value = Arc::clone(&owned.value);
        self.0.compare_and_swap(&current, None);
        Some(value)
    }

    /// The value of this process, made when it is first asked for.
    pub(crate) fn get<E>(&self, make: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let process = std::process::id();
        let current = self.0.load();
        if let Some(owned) = current.as_ref().filter(|owned| owned.process == process) {
            return Ok(Arc::clone(&owned.value));
        }
        let value = Arc::new(make()?);
        let owned = Arc::new(Owned { process, value: Arc::clone(&value) });
        let before = self.0.compare_and_swap(&current, Some(owned));
        if let Some(faster) = before.as_ref().filter(|owned| owned.process == process) {
            // Another thread was faster: its value serves, and this one is dropped.
            return Ok(Arc::clone(&faster.value));
        }
        if before.is_some() {
            // The parent's: to drop it could wait for threads or locks that nobody here will ever release.
            std::mem::forget((before, current));
        }
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::PerProcess;

    #[test]
    fn it_is_made_once() {
        let slot = PerProcess::new();
        let first = slot.get(|| Ok::<_, ()>(1)).unwrap();
        assert!(Arc::ptr_eq(&first, &slot.get(|| Ok::<_, ()>(2)).unwrap()));
    }

    #[test]
    fn a_failure_is_tried_again() {
        let slot = PerProcess::new();
        assert_eq!(slot.get(|| Err::<i32, _>("no")).unwrap_err(), "no");
        assert_eq!(*slot.get(|| Ok::<_, &str>(3)).unwrap(), 3);
    }

    #[test]
    fn all_threads_get_the_same() {
        let slot = Arc::new(PerProcess::new());
        let threads: Vec<_> = (0..8)
            .map(|number| {
                let slot = Arc::clone(&slot);
                std::thread::spawn(move || *slot.get(|| Ok::<_, ()>(number)).unwrap())
            })
            .collect();
        let values: std::collections::HashSet<i32> =
            threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        assert_eq!(values.len(), 1);
    }
}
