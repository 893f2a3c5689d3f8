//! `emulator`.
#![cfg(feature = "emulator")]

use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use serde_json::Value;
use spice_cloud::blocking::Client;
use spice_cloud::{ClientBuilder, ErrorKind};

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

/// Runs the command with these options beside some work, which gets the ready line.
fn beside(shell: &Shell, options: &[&str], work: impl FnOnce(&Value)) {
    let (send, lines) = channel();
    thread::scope(|scope| {
        let args = [&["emulator", "--port", "0", "--seed", "empty"], options].concat();
        let serving = scope.spawn(move || shell.run_into(&args, &mut Line(send), &mut io::sink()));
        let line = lines.recv().unwrap();
        work(&serde_json::from_str(&line).unwrap());
        shell.cancel.cancel();
        assert_eq!(serving.join().unwrap(), 0);
    });
}

fn client(ready: &Value, authority: &Path) -> ClientBuilder {
    let url = ready["url"].as_str().unwrap();
    assert!(url.starts_with("https://"), "{url}");
    Client::builder().base_url(url).ca_bundle(authority).org("acme")
}

#[test]
fn it_can_be_reached_over_tls_by_whoever_trusts_it() {
    let folder = tempfile::tempdir().unwrap();
    let authority = folder.path().join("authority.pem");
    beside(&Shell::new(), &["--tls", "--ca-file", authority.to_str().unwrap()], |ready| {
        let pem = std::fs::read_to_string(&authority).unwrap();
        assert_eq!(ready["ca_certificate"].as_str(), Some(&*pem));
        let by_token = client(ready, &authority).token(ready["token"].as_str().unwrap());
        let by_credentials =
            client(ready, &authority).client_credentials("spice_emu_client", "spice_emu_secret");
        for builder in [by_token, by_credentials] {
            assert!(builder.build_blocking().unwrap().apps().list().try_collect().unwrap().is_empty());
        }
        let stranger = Client::builder().base_url(ready["url"].as_str().unwrap()).token("token");
        let error = stranger.build_blocking().unwrap().health().unwrap_err();
        assert_eq!((error.kind(), error.attempts().len()), (ErrorKind::TlsError, 1), "{error}");
    });
    assert!(!authority.exists(), "the authority is gone with the emulator");
}

#[test]
fn certificates_that_are_wrong_are_refused_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let authority = folder.path().join("authority.pem");
    for (certificate, reason) in [
        ("expired", "expired"),
        ("not-yet-valid", "not valid yet"),
        ("wrong-host", "not valid for name"),
        ("self-signed", "UnknownIssuer"),
        ("unknown-authority", "UnknownIssuer"),
    ] {
        let option = format!("--tls={certificate}");
        beside(&Shell::new(), &[&option, "--ca-file", authority.to_str().unwrap()], |ready| {
            let client = client(ready, &authority).token("canary-token").build_blocking().unwrap();
            let error = client.apps().get(7).unwrap_err();
            assert_eq!((error.kind(), error.attempts().len()), (ErrorKind::TlsError, 1), "{error}");
            assert!(error.message().contains(reason), "{certificate}: {error}");
        });
    }
}

#[test]
fn a_taken_port_is_an_error_with_a_way_out() {
    let shell = Shell::new();
    let refused = shell.run(&format!("emulator --port {}", shell.emulator.port())).ended(1);
    assert!(refused.err.contains("--port 0"), "{refused:?}");
    assert_eq!(refused.out, "");
}

#[test]
fn a_file_that_cannot_be_written_is_an_error() {
    for options in ["--ready-file /no/such/folder/ready", "--tls --ca-file /no/such/folder/authority"] {
        let refused = Shell::new().run(&format!("emulator --port 0 {options}")).ended(1);
        assert_eq!(refused.out, "");
        assert!(refused.err.contains("/no/such/folder"), "{refused:?}");
    }
}

#[test]
fn people_are_told_how_to_use_it() {
    let shell = Shell::new().at_a_terminal();
    shell.cancel.cancel();
    let told = shell.run("emulator --port 0").ended(0);
    assert!(told.err.contains("export SPICE_CLOUD_API_URL=http://127.0.0.1:"), "{told:?}");
    assert!(told.err.contains("export SPICE_API_TOKEN="), "{told:?}");
    assert!(!told.err.contains("SSL_CERT_FILE"), "{told:?}");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("authority.pem");
    let told = shell.run(&format!("emulator --port 0 --tls --ca-file {}", file.display())).ended(0);
    assert!(told.err.contains("export SPICE_CLOUD_API_URL=https://127.0.0.1:"), "{told:?}");
    assert!(told.err.contains(&format!("export SSL_CERT_FILE={}", file.display())), "{told:?}");
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
        "--tls=old",
        "--ca-file authority.pem",
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
