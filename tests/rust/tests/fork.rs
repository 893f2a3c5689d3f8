//! A process that has used the SDK forks: its children can use it, and so can it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::exit, missing_docs)]

use std::time::Duration;

use fork::{Fork, fork, waitpid};
use spice_cloud::blocking::Client;
use spice_cloud::channel::{Session, Step};
use spice_cloud_emulator::Emulator;

/// What each process does: calls by the blocking client, and by the native channel.
fn works(client: &Client, session: &Session) -> bool {
    let listed = client.regions().list().is_ok_and(|regions| !regions.regions.is_empty());
    let called = matches!(session.call("orgs.list", "{}").wait(Duration::from_secs(20)), Some(Step::Done(_)));
    listed && called
}

#[test]
fn children_have_a_runtime_and_connections_of_their_own() {
    let emulator = Emulator::builder().start().unwrap();
    let client = Client::builder().base_url(emulator.url()).token(emulator.token()).build_blocking().unwrap();
    let options = serde_json::json!({ "base_url": emulator.url(), "token": emulator.token() });
    let session = Session::open(&options.to_string()).unwrap();
    let begun = session.call("regions.list", "{}");
    assert!(works(&client, &session), "before the fork");
    assert!(matches!(begun.wait(Duration::from_secs(20)), Some(Step::Done(_))));

    let children: Vec<_> = (0..3)
        .map(|_| match fork().unwrap() {
            Fork::Parent(child) => child,
            // The status of a child says whether all went well: nothing else of the test may run in it.
            Fork::Child => {
                let refused = matches!(begun.wait(Duration::from_secs(1)), Some(Step::Failed(_)));
                std::process::exit(i32::from(!(refused && works(&client, &session))));
            }
        })
        .collect();
    for child in children {
        assert_eq!(waitpid(child).unwrap(), 0, "a child could not use the SDK");
    }
    assert!(works(&client, &session), "after the fork");
    assert_eq!(emulator.requests().len(), 2 * 5 + 1);
}
