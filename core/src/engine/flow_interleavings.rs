//! No more calls at once than may be, and none within a pause, in whatever order they come.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use fastrand::Rng;
use tokio::time::Instant;

use super::Flow;
use crate::interleaving::{Shuffled, each};
use crate::pace::Pace;

const MOST: usize = 3;

#[derive(Default)]
struct Seen {
    inside: Cell<usize>,
    passed: Cell<usize>,
    paused_until: Cell<Option<Instant>>,
}

fn play(given_up: f64) {
    each(|seed| async move {
        let (flow, seen) = (Arc::new(Flow::new(MOST)), Rc::new(Seen::default()));
        let mut shuffled = Shuffled::new(seed, given_up);
        for caller in 0..12 {
            let (flow, seen) = (Arc::clone(&flow), Rc::clone(&seen));
            let mut rng = Rng::with_seed(seed ^ (caller << 32));
            shuffled.add(async move {
                for _ in 0..3 {
                    let slot = match flow.try_enter() {
                        Some(slot) => slot,
                        None => flow.enter(Pace::REAL).await.expect("nobody closes the door"),
                    };
                    // Whoever is given up leaves.
                    let _inside = Inside::new(&seen);
                    let until = seen.paused_until.get();
                    assert!(until.is_none_or(|until| Instant::now() >= until), "a request within a pause");
                    if rng.bool() {
                        tokio::time::sleep(Duration::from_millis(rng.u64(1..50))).await;
                    }
                    if rng.u8(..4) == 0 {
                        let pause = Duration::from_millis(rng.u64(1..2_000));
                        flow.pause(Pace::REAL, pause);
                        let until = Instant::now() + pause;
                        seen.paused_until.set(seen.paused_until.get().max(Some(until)));
                    }
                    drop(slot);
                    seen.passed.set(seen.passed.get() + 1);
                }
            });
        }
        let ended = tokio::time::timeout(Duration::from_secs(600), shuffled).await.expect("everybody ends");
        if given_up == 0.0 {
            assert_eq!((ended.len(), seen.passed.get()), (12, 36));
        }
        // Nobody has taken a place along.
        let places: Vec<_> = (0..MOST).map(|_| flow.slots.try_acquire()).collect();
        assert!(places.iter().all(Result::is_ok) && flow.slots.try_acquire().is_err());
    });
}

struct Inside(Rc<Seen>);

impl Inside {
    fn new(seen: &Rc<Seen>) -> Self {
        seen.inside.set(seen.inside.get() + 1);
        assert!(seen.inside.get() <= MOST, "too many at once");
        Self(Rc::clone(seen))
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        self.0.inside.set(self.0.inside.get() - 1);
    }
}

#[test]
fn pauses_hold_and_everybody_passes() {
    play(0.0);
}

#[test]
fn those_who_go_away_leave_their_place() {
    play(0.03);
}
