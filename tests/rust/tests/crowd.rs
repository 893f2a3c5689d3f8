//! Many calls at once: they share one token, one renewal of it, and the places on the way to the server.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::time::{Duration, Instant};

use serde_json::json;
use spice_cloud::{Client, ClientBuilder};
use spice_cloud_emulator::{ClockMode, Emulator};
use tokio::task::JoinSet;

const CALLS: usize = 100;

fn emulator() -> Emulator {
    let clock = ClockMode::Frozen("2026-01-01T00:00:00Z".to_owned());
    Emulator::builder().clock(clock).start().expect("the emulator starts")
}

fn machine(emulator: &Emulator) -> ClientBuilder {
    let builder = Client::builder().base_url(emulator.url());
    builder.client_credentials(emulator.client_id(), emulator.client_secret())
}

/// Makes calls all at once, each of which has to succeed.
async fn call_at_once(client: &Client, calls: usize) {
    let mut crowd = JoinSet::new();
    for _ in 0..calls {
        let client = client.clone();
        crowd.spawn(async move { client.regions().list().await });
    }
    while let Some(done) = crowd.join_next().await {
        done.expect("a call ends").expect("a call succeeds");
    }
}

/// How many requests of an operation are in the log that were answered with a status.
fn seen(emulator: &Emulator, operation: &str, status: u16) -> usize {
    let fits = |record: &&spice_cloud_emulator::RequestRecord| {
        record.operation.as_deref() == Some(operation) && record.status == status
    };
    emulator.requests().iter().filter(fits).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_that_start_together_ask_for_one_token() {
    let emulator = emulator();
    let client = machine(&emulator).build().expect("a client");
    call_at_once(&client, CALLS).await;
    assert_eq!(seen(&emulator, "oauth.token", 200), 1);
    assert_eq!(seen(&emulator, "regions.list", 200), CALLS);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_is_refused_to_many_is_renewed_once() {
    let emulator = emulator();
    let client = machine(&emulator).build().expect("a client");
    call_at_once(&client, 1).await;
    emulator.advance(Duration::from_secs(1_000_000));
    emulator.clear_requests();
    call_at_once(&client, CALLS).await;
    assert_eq!(seen(&emulator, "oauth.token", 200), 1);
    assert_eq!(seen(&emulator, "regions.list", 200), CALLS);
    // Each is refused once at most.
    assert!((1..=CALLS).contains(&seen(&emulator, "regions.list", 401)));
}

/// Where two requests may be on their way at a time, each pair waits for the pair before it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_more_requests_are_on_their_way_than_may_be() {
    let (calls, delay) = (8, Duration::from_millis(20));
    let emulator = emulator();
    let rule = json!({ "match": { "path": "/v1/regions" }, "do": { "kind": "delay", "ms": 20 } });
    emulator.add_fault(rule).expect("a fault");
    let client =
        Client::builder().base_url(emulator.url()).token(emulator.token()).max_in_flight(2).build().unwrap();
    let began = Instant::now();
    call_at_once(&client, calls).await;
    assert!(began.elapsed() >= delay * 4, "two at a time: {:?}", began.elapsed());
}
