//! A process that may open no more files: an error, and everything works again afterwards.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::fs::File;

use nix::sys::resource::{Resource, getrlimit, setrlimit};
use spice_cloud::{Client, CreateApp, ErrorKind, blocking};
use spice_cloud_emulator::Emulator;

/// Opens whatever may still be opened.
fn exhaust() -> Vec<File> {
    let mut held = Vec::new();
    while let Ok(file) = File::open("/dev/null") {
        held.push(file);
        assert!(held.len() < 100, "the limit does not hold");
    }
    held
}

// One test, since the limit is one of the whole process.
#[test]
fn no_more_descriptors_is_an_error_and_passes() {
    let emulator = Emulator::builder().start().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (_, hard) = getrlimit(Resource::RLIMIT_NOFILE).unwrap();
    setrlimit(Resource::RLIMIT_NOFILE, 64, hard).unwrap();
    let builder = || Client::builder().base_url(emulator.url()).token(emulator.token()).time_scale(1000);

    let client = builder().build().unwrap();
    let create = |name: &str| client.apps().create(CreateApp::builder().name(name.to_owned()).build());
    let held = exhaust();
    let error = runtime.block_on(client.regions().list().into_future()).unwrap_err();
    assert_eq!((error.kind(), error.attempts().len()), (ErrorKind::ConnectError, 3), "{error}");
    let error = runtime.block_on(create("never-sent").into_future()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ConnectError, "{error}");
    drop(held);
    runtime.block_on(client.regions().list().into_future()).unwrap();
    assert_eq!(runtime.block_on(create("sent").into_future()).unwrap().name, "sent");
    assert_eq!(emulator.state()["apps"].as_array().unwrap().len(), 1);

    // A client that waits starts its threads at its first call, for which it needs descriptors of its own.
    let waiting: blocking::Client = builder().build_blocking().unwrap();
    let held = exhaust();
    assert!(waiting.regions().list().is_err());
    drop(held);
    waiting.regions().list().unwrap();
}
