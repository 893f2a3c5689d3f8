//! `emulator`.
#![cfg(feature = "emulator")]

use std::io::{self, Write};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use serde_json::Value;
use spice_cloud::blocking::Client;

use crate::shell::Shell;

/// Hands on what is written.
struct Line(Sender<String>);

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.send(String::from_utf8(bytes.to_vec()).unwrap()).unwrap();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn it_serves_until_it_is_cancelled() {
    let shell = Shell::new();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ready.json");
    let path = file.to_str().unwrap();
    let (send, lines) = channel();
    thread::scope(|scope| {
        let serving = scope.spawn(|| {
            let args = [
                "emulator",
                "--port",
                "0",
                "--seed",
                "empty",
                "--progression",
                "immediate",
                "--ready-file",
                path,
            ];
            shell.run_into(&args, &mut Line(send), &mut io::sink())
        });
        let line = lines.recv().unwrap();
        assert_eq!(line.matches('\n').count(), 1, "{line}");
        let ready: Value = serde_json::from_str(&line).unwrap();
        let written: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        assert_eq!(ready, written);
        assert!(ready["admin"].as_str().unwrap().starts_with(ready["url"].as_str().unwrap()));
        let client = Client::builder()
            .base_url(ready["url"].as_str().unwrap())
            .token(ready["token"].as_str().unwrap())
            .org("acme")
            .build_blocking()
            .unwrap();
        assert!(client.apps().list().try_collect().unwrap().is_empty());
        shell.cancel.cancel();
        assert_eq!(serving.join().unwrap(), 0);
        assert!(client.health().is_err(), "it still answers");
    });
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "the ready file is gone");
}

#[test]
fn a_taken_port_is_an_error_with_a_way_out() {
    let shell = Shell::new();
    let refused = shell.run(&format!("emulator --port {}", shell.emulator.port())).ended(1);
    assert!(refused.err.contains("--port 0"), "{refused:?}");
    assert_eq!(refused.out, "");
}

#[test]
fn a_ready_file_that_cannot_be_written_is_an_error() {
    let refused = Shell::new().run("emulator --port 0 --ready-file /no/such/folder/ready").ended(1);
    assert_eq!(refused.out, "");
}

#[test]
fn people_are_told_how_to_use_it() {
    let shell = Shell::new().at_a_terminal();
    shell.cancel.cancel();
    let told = shell.run("emulator --port 0").ended(0);
    assert!(told.err.contains("export SPICE_CLOUD_API_URL=http://127.0.0.1:"), "{told:?}");
    assert!(told.err.contains("export SPICE_API_TOKEN="), "{told:?}");
}

#[test]
fn it_ends_with_the_program_that_started_it() {
    // Standard input has ended already.
    let started = Shell::new().run("emulator --port 0 --exit-with-parent").ended(0);
    assert!(started.json()["url"].is_string());
    Shell::new().typing("words that nobody reads").run("emulator --port 0 --exit-with-parent").ended(0);
}

#[test]
fn it_starts_as_it_is_told() {
    let shell = Shell::new();
    for line in [
        "--progression polls:2",
        "--progression manual",
        "--progression script:queued,in_progress*2,failed:insufficient_cpu",
        "--clock 2026-01-01T00:00:00Z --random-seed 7",
    ] {
        shell.run(&format!("emulator --port 0 --exit-with-parent {line}")).ended(0);
    }
    for line in [
        "--progression polls:0",
        "--progression soon",
        "--progression script:done*0",
        "--clock noon",
        "--random-seed x",
    ] {
        let refused = shell.run(&format!("emulator --port 0 --exit-with-parent {line}")).ended(2);
        assert_eq!(refused.out, "", "{line}");
    }
}

#[test]
fn its_state_is_kept_in_a_directory() {
    let shell = Shell::new();
    let folder = tempfile::tempdir().unwrap();
    let line = format!("emulator --port 0 --exit-with-parent --data-dir {}", folder.path().display());
    shell.run(&format!("{line} --seed empty")).ended(0);
    let kept = || std::fs::read_to_string(folder.path().join("state.json")).unwrap();
    let before = kept();
    assert!(!before.contains("orders-api"), "the seed was empty");
    // The directory goes before the seed.
    shell.run(&format!("{line} --seed demo")).ended(0);
    assert!(!kept().contains("orders-api"));
    let file = folder.path().join("state.json");
    let refused =
        shell.run(&format!("emulator --port 0 --exit-with-parent --data-dir {}", file.display())).ended(1);
    assert!(refused.err.contains("data directory"), "{refused:?}");
}
