//! The cache on a stopped clock, with fetches that are counted.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use super::{Cache, Fetched};
use crate::error::{Error, ErrorKind};
use crate::pace::Pace;
use crate::pending::Pending;

/// A token endpoint: its tokens are numbered, and it may be down.
#[derive(Clone, Default)]
struct Endpoint {
    fetches: Arc<AtomicU32>,
    down: Arc<AtomicU32>,
    lifetime: Option<Duration>,
}

impl Endpoint {
    fn living(seconds: u64) -> Self {
        Self { lifetime: Some(Duration::from_secs(seconds)), ..Self::default() }
    }

    fn fetch(&self) -> Pending<Fetched> {
        let this = self.clone();
        Pending::new(async move {
            let number = this.fetches.fetch_add(1, Ordering::SeqCst) + 1;
            tokio::time::sleep(Duration::from_millis(100)).await;
            if this.down.load(Ordering::SeqCst) > 0 {
                return Err(Error::new(ErrorKind::ServerError, "down"));
            }
            Ok(Fetched { token: format!("token-{number}").into(), lifetime: this.lifetime })
        })
    }

    fn count(&self) -> u32 {
        self.fetches.load(Ordering::SeqCst)
    }
}

fn cache() -> Arc<Cache> {
    Cache::new(Pace::REAL, || SystemTime::UNIX_EPOCH)
}

async fn get(cache: &Arc<Cache>, endpoint: &Endpoint) -> Result<String, ErrorKind> {
    let token = cache.get(|| endpoint.fetch()).await.map_err(|error| error.kind())?;
    Ok(token.secret().reveal().to_owned())
}

async fn pass(seconds: u64) {
    tokio::time::sleep(Duration::from_secs(seconds)).await;
}

#[tokio::test(start_paused = true)]
async fn many_who_ask_at_once_cause_one_fetch() {
    let (cache, endpoint) = (cache(), Endpoint::living(3600));
    let tasks: Vec<_> = (0..1000)
        .map(|_| {
            let (cache, endpoint) = (Arc::clone(&cache), endpoint.clone());
            tokio::spawn(async move { get(&cache, &endpoint).await })
        })
        .collect();
    for task in tasks {
        assert_eq!(task.await.unwrap().unwrap(), "token-1");
    }
    assert_eq!(endpoint.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn whoever_asked_first_may_go_away() {
    let (cache, endpoint) = (cache(), Endpoint::living(3600));
    let (leader_cache, leader_endpoint) = (Arc::clone(&cache), endpoint.clone());
    let leader = tokio::spawn(async move { get(&leader_cache, &leader_endpoint).await });
    tokio::task::yield_now().await;
    leader.abort();
    assert_eq!(get(&cache, &endpoint).await.unwrap(), "token-1");
    assert_eq!(endpoint.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_aging_token_serves_while_the_next_is_fetched() {
    let (cache, endpoint) = (cache(), Endpoint::living(3600));
    get(&cache, &endpoint).await.unwrap();
    pass(3500).await;
    assert_eq!(get(&cache, &endpoint).await.unwrap(), "token-1", "nobody waits");
    pass(1).await;
    assert_eq!(get(&cache, &endpoint).await.unwrap(), "token-2");
    assert_eq!(endpoint.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_ending_token_is_renewed_first_and_serves_if_that_fails() {
    let (cache, endpoint) = (cache(), Endpoint::living(3600));
    get(&cache, &endpoint).await.unwrap();
    pass(3590).await;
    endpoint.down.store(1, Ordering::SeqCst);
    assert_eq!(get(&cache, &endpoint).await.unwrap(), "token-1");
    pass(2).await;
    endpoint.down.store(0, Ordering::SeqCst);
    assert_eq!(get(&cache, &endpoint).await.unwrap(), "token-3");
}

#[tokio::test(start_paused = true)]
async fn a_failure_is_told_to_all_and_not_repeated_at_once() {
    let (cache, endpoint) = (cache(), Endpoint::living(3600));
    endpoint.down.store(1, Ordering::SeqCst);
    assert_eq!(get(&cache, &endpoint).await, Err(ErrorKind::ServerError));
    assert_eq!(get(&cache, &endpoint).await, Err(ErrorKind::ServerError));
    assert_eq!(endpoint.count(), 1);
    pass(1).await;
    assert_eq!(get(&cache, &endpoint).await, Err(ErrorKind::ServerError));
    assert_eq!(endpoint.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_without_a_lifetime_is_fetched_for_every_call() {
    let (cache, endpoint) = (cache(), Endpoint::default());
    assert_eq!(get(&cache, &endpoint).await.unwrap(), "token-1");
    assert_eq!(get(&cache, &endpoint).await.unwrap(), "token-2");
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_renewed_once_for_all() {
    let (cache, endpoint) = (cache(), Endpoint::living(3600));
    let refused = cache.get(|| endpoint.fetch()).await.unwrap();
    let tasks: Vec<_> = (0..200)
        .map(|_| {
            let (cache, endpoint, refused) = (Arc::clone(&cache), endpoint.clone(), Arc::clone(&refused));
            tokio::spawn(async move { cache.renew(&refused, || endpoint.fetch()).await.unwrap() })
        })
        .collect();
    for task in tasks {
        assert_eq!(task.await.unwrap().secret().reveal(), "token-2");
    }
    assert_eq!(endpoint.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn sleep_and_clock_steps_are_noticed() {
    static NOW: AtomicU64 = AtomicU64::new(1_000_000);
    let wall = || SystemTime::UNIX_EPOCH + Duration::from_secs(NOW.load(Ordering::SeqCst));
    let (cache, endpoint) = (Cache::new(Pace::REAL, wall), Endpoint::living(3600));
    get(&cache, &endpoint).await.unwrap();
    NOW.fetch_add(7200, Ordering::SeqCst);
    assert_eq!(get(&cache, &endpoint).await.unwrap(), "token-2", "the machine slept two hours");
    NOW.fetch_sub(100_000, Ordering::SeqCst);
    assert_eq!(get(&cache, &endpoint).await.unwrap(), "token-2", "a clock set back makes nothing younger");
    pass(3700).await;
    assert_eq!(get(&cache, &endpoint).await.unwrap(), "token-3");
}
