//! The Rust handle: start, stop, snapshots, determinism.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::json;
use spice_cloud_emulator::{ClockMode, Emulator, MintToken, Seed, StartError};

use crate::support::{Api, builder};

#[test]
fn an_emulator_can_be_shared_between_threads() {
    fn shareable<T: Send + Sync + 'static>() {}
    shareable::<Emulator>();
    shareable::<spice_cloud_emulator::Snapshot>();
}

/// The last result and the shortest time of five: the machine may be busy with something else for a while.
fn quickest<T>(work: impl Fn() -> T) -> (T, Duration) {
    let timed = || {
        let started = Instant::now();
        (work(), started.elapsed())
    };
    (0..4).fold(timed(), |(_, quickest), _| {
        let (result, time) = timed();
        (result, time.min(quickest))
    })
}

#[test]
fn starting_is_quick_and_stopping_frees_the_port() {
    let (emulator, quickest) = quickest(|| builder().seed(Seed::Demo).start().unwrap());
    assert!(quickest < Duration::from_millis(150), "{quickest:?}");
    let port = emulator.port();
    assert_eq!(emulator.url(), format!("http://127.0.0.1:{port}"));
    let idle = TcpStream::connect(("127.0.0.1", port)).unwrap();
    emulator.stop();
    emulator.stop();
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    drop(idle);
    drop(emulator);
}

#[test]
fn a_port_in_use_is_named() {
    let first = builder().start().unwrap();
    let error = builder().port(first.port()).start().unwrap_err();
    assert!(matches!(error, StartError::PortInUse { port } if port == first.port()));
    assert!(error.to_string().contains("in use"), "{error}");
}

#[test]
fn a_wrong_clock_is_refused() {
    let error = Emulator::builder().clock(ClockMode::Frozen("noon".to_owned())).start().unwrap_err();
    assert!(matches!(error, StartError::Setting(_)));
    assert!(error.to_string().contains("noon"));
}

#[tokio::test]
async fn the_same_seed_gives_the_same_answers() {
    let mut runs = Vec::new();
    for seed in [11, 11, 12] {
        let api = Api::from(builder().random_seed(seed));
        let app = api.deployable("my-app").await;
        let keys = api.get(&format!("{app}/api-keys")).await;
        let run = [
            app,
            keys.text.clone(),
            keys.header("x-request-id").to_owned(),
            api.emulator.mint(MintToken::new()),
        ];
        runs.push(run);
    }
    assert_eq!(runs[0], runs[1]);
    assert!(runs[0].iter().zip(&runs[2]).skip(1).all(|(one, other)| one != other));
}

#[tokio::test]
async fn a_snapshot_brings_everything_back() {
    let api = Api::start();
    api.app("kept-app").await;
    let snapshot = api.emulator.snapshot();
    let before = api.emulator.state();
    let first = api.app("lost-app").await;
    api.advance(5000);
    api.emulator.add_fault(json!({ "do": { "kind": "bad_json" } })).unwrap();
    api.emulator.restore(&snapshot);
    assert_eq!(api.emulator.state(), before);
    assert_eq!(api.app("lost-app").await, first);
    api.emulator.restore(&snapshot);
    assert_eq!(api.emulator.state(), before, "a snapshot can be used again");
    assert_eq!(api.emulator.requests().len(), 3, "the log goes on");
}

#[tokio::test]
async fn snapshot_restore_and_reset_are_quick() {
    let api = Api::demo();
    let (snapshot, taken) = quickest(|| api.emulator.snapshot());
    let ((), restored) = quickest(|| api.emulator.restore(&snapshot));
    let ((), reset) = quickest(|| api.emulator.reset());
    let longest = taken.max(restored).max(reset);
    assert!(longest < Duration::from_millis(1), "{taken:?} {restored:?} {reset:?}");
}

#[tokio::test]
async fn a_frozen_handle_stands_still() {
    let api = Api::from(Emulator::builder());
    api.emulator.freeze();
    let now = api.get("/v1/health").await.body;
    assert_eq!(api.get("/v1/health").await.body, now);
    api.emulator.advance(Duration::from_secs(1));
    assert_ne!(api.get("/v1/health").await.body, now);
}

#[tokio::test]
async fn many_requests_at_once_are_answered() {
    let api = std::sync::Arc::new(Api::start());
    let tasks: Vec<_> = (0..50)
        .map(|index| {
            let api = std::sync::Arc::clone(&api);
            tokio::spawn(async move { api.app(&format!("app-{index:03}")).await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(api.get("/v1/apps?limit=1000").await.body["apps"].as_array().unwrap().len(), 50);
}
