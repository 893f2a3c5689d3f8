//! One fetch at a time, whoever asks, is refused or goes away, and in whatever order.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use fastrand::Rng;

use super::{Cache, Fetched};
use crate::error::{Error, ErrorKind};
use crate::interleaving::{Shuffled, each};
use crate::pace::Pace;
use crate::pending::Pending;

/// A token endpoint that sees how many ask at once.
#[derive(Default)]
struct Endpoint {
    under_way: AtomicU32,
    most: AtomicU32,
    fetches: AtomicU32,
    failures: AtomicU32,
}

impl Endpoint {
    /// Every tenth fetch fails where failures are wanted.
    fn fetch(self: &Arc<Self>, fails: bool, slow: u64) -> Pending<Fetched> {
        let this = Arc::clone(self);
        Pending::new(async move {
            let now = this.under_way.fetch_add(1, Ordering::SeqCst) + 1;
            this.most.fetch_max(now, Ordering::SeqCst);
            let number = this.fetches.fetch_add(1, Ordering::SeqCst) + 1;
            if slow > 0 {
                tokio::time::sleep(Duration::from_millis(slow)).await;
            }
            this.under_way.fetch_sub(1, Ordering::SeqCst);
            if fails && number.is_multiple_of(3) {
                this.failures.fetch_add(1, Ordering::SeqCst);
                return Err(Error::new(ErrorKind::ServerError, "down"));
            }
            Ok(Fetched { token: format!("token-{number}").into(), lifetime: Some(Duration::from_secs(3600)) })
        })
    }
}

fn play(given_up: f64, fails: bool) {
    each(|seed| async move {
        let (cache, endpoint) =
            (Cache::new(Pace::REAL, || SystemTime::UNIX_EPOCH), Arc::new(Endpoint::default()));
        let mut shuffled = Shuffled::new(seed, given_up);
        for caller in 0..12 {
            let (cache, endpoint) = (Arc::clone(&cache), Arc::clone(&endpoint));
            let mut rng = Rng::with_seed(seed ^ (caller << 32));
            shuffled.add(async move {
                let slow = rng.u64(..3);
                let fetch = || endpoint.fetch(fails, slow);
                let token = cache.get(fetch).await.ok()?;
                // The token before the second is refused to everybody.
                if token.secret().reveal() != "token-1" {
                    return Some(token);
                }
                let renewed = cache.renew(&token, fetch).await.ok()?;
                assert!(!Arc::ptr_eq(&token, &renewed), "a refused token comes back");
                Some(renewed)
            });
        }
        // Nobody waits for ever.
        let results = tokio::time::timeout(Duration::from_secs(60), shuffled).await.expect("everybody ends");
        assert!(endpoint.most.load(Ordering::SeqCst) <= 1, "two fetches at once");
        let fetches = endpoint.fetches.load(Ordering::SeqCst);
        if !fails {
            assert!(fetches <= 2, "{fetches} fetches for one token and its successor");
            if given_up == 0.0 {
                assert!(results.iter().flatten().flatten().all(|token| token.secret().reveal() == "token-2"));
                assert_eq!(results.iter().flatten().flatten().count(), 12);
            }
        }
        // A failure serves all who waited for it, and keeps the others from asking for a while.
        assert!(endpoint.failures.load(Ordering::SeqCst) <= fetches.div_ceil(3));
    });
}

#[test]
fn everybody_gets_the_second_token_for_two_fetches() {
    play(0.0, false);
}

#[test]
fn those_who_go_away_take_nobody_with_them() {
    play(0.05, false);
}

#[test]
fn a_fetch_that_fails_leaves_nobody_waiting() {
    play(0.0, true);
    play(0.05, true);
}
