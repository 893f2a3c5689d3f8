//! Futures that are polled in an order of chance, for tests: a seed stands for one interleaving and gives it again.

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

use fastrand::Rng;

/// How many seeds a test tries: `INTERLEAVINGS`, or a second's worth.
pub(crate) fn seeds() -> std::ops::Range<u64> {
    let wanted = std::env::var("INTERLEAVINGS").ok().and_then(|text| text.parse().ok());
    0..wanted.unwrap_or(400)
}

/// Runs a test on a stopped clock for every seed, and names the seed that fails.
pub(crate) fn each<F: Future<Output = ()>>(test: impl Fn(u64) -> F) {
    for seed in seeds() {
        let named = Named(seed);
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(test(seed));
        std::mem::forget(named);
    }
}

/// Says its seed when a panic drops it.
struct Named(u64);

impl Drop for Named {
    fn drop(&mut self) {
        let _ = std::io::Write::write_fmt(
            &mut std::io::stderr(),
            format_args!("the interleaving of seed {} failed\n", self.0),
        );
    }
}

/// Futures, one of which is polled at a time.
pub(crate) struct Shuffled<T> {
    tasks: Vec<Task<T>>,
    rng: Rng,
    /// How likely it is that a future is dropped instead of polled.
    given_up: f64,
}

struct Task<T> {
    future: Option<Pin<Box<dyn Future<Output = T>>>>,
    result: Option<T>,
    bell: Arc<Bell>,
}

#[derive(Default)]
struct Bell {
    rung: AtomicBool,
    whole: Mutex<Option<Waker>>,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.rung.store(true, Ordering::SeqCst);
        if let Some(whole) = self.whole.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            whole.wake_by_ref();
        }
    }
}

impl<T> Shuffled<T> {
    pub(crate) fn new(seed: u64, given_up: f64) -> Self {
        Self { tasks: Vec::new(), rng: Rng::with_seed(seed), given_up }
    }

    pub(crate) fn add(&mut self, future: impl Future<Output = T> + 'static) {
        let bell = Arc::new(Bell { rung: AtomicBool::new(true), ..Bell::default() });
        self.tasks.push(Task { future: Some(Box::pin(future)), result: None, bell });
    }
}

impl<T: Unpin> Future for Shuffled<T> {
    /// What each future has given; nothing where it was given up.
    type Output = Vec<Option<T>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        if this.tasks.iter().all(|task| task.future.is_none()) {
            return Poll::Ready(this.tasks.drain(..).map(|task| task.result).collect());
        }
        let mut ready: Vec<&mut Task<T>> = this
            .tasks
            .iter_mut()
            .filter(|task| {
                *task.bell.whole.lock().unwrap_or_else(PoisonError::into_inner) =
                    Some(context.waker().clone());
                task.future.is_some() && task.bell.rung.load(Ordering::SeqCst)
            })
            .collect();
        if ready.is_empty() {
            return Poll::Pending;
        }
        let task = ready.swap_remove(this.rng.usize(..ready.len()));
        task.bell.rung.store(false, Ordering::SeqCst);
        let waker = Waker::from(Arc::clone(&task.bell));
        if this.rng.f64() < this.given_up {
            task.future = None;
        } else if let Some(Poll::Ready(result)) =
            task.future.as_mut().map(|future| future.as_mut().poll(&mut Context::from_waker(&waker)))
        {
            (task.future, task.result) = (None, Some(result));
        }
        // Whatever else runs may do so in between.
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_give_different_orders_and_the_same_one_again() {
        let order = |seed| {
            let said = Arc::new(Mutex::new(Vec::new()));
            let mut shuffled = Shuffled::new(seed, 0.0);
            for name in 0..5 {
                let said = Arc::clone(&said);
                shuffled.add(async move {
                    for _ in 0..3 {
                        said.lock().unwrap().push(name);
                        tokio::task::yield_now().await;
                    }
                });
            }
            tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(shuffled);
            std::mem::take(&mut *said.lock().unwrap())
        };
        let orders: std::collections::HashSet<Vec<i32>> = (0..20).map(order).collect();
        assert!(orders.len() > 15, "{}", orders.len());
        assert_eq!(order(7), order(7));
    }
}
