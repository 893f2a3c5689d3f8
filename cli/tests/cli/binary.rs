//! The program itself: signals and pipes.

#[cfg(feature = "emulator")]
use std::io::{BufRead, BufReader};
#[cfg(unix)]
use std::process::Command;
use std::process::Stdio;

use crate::shell::Shell;
use crate::sign_in::program;

#[test]
fn a_value_goes_through_a_pipe() {
    let shell = Shell::new();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("value");
    std::fs::write(&file, "piped-value\n").unwrap();
    let answer = program()
        .args(["secrets", "set", "orders-api", "PIPED"])
        .env("SPICE_CLOUD_API_URL", shell.emulator.url())
        .env("SPICE_API_TOKEN", shell.emulator.token())
        .stdin(std::fs::File::open(file).unwrap())
        .output()
        .unwrap();
    assert_eq!(answer.status.code(), Some(0), "{answer:?}");
    assert!(shell.run("secrets list orders-api").ended(0).out.contains("PIPED"));
}

#[test]
fn a_closed_pipe_is_no_panic() {
    let shell = Shell::new();
    let mut child = program()
        .args(["apps", "list"])
        .env("SPICE_CLOUD_API_URL", shell.emulator.url())
        .env("SPICE_API_TOKEN", shell.emulator.token())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let answer = child.wait_with_output().unwrap();
    assert_eq!((answer.status.code(), answer.stderr), (Some(0), Vec::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_is_told_and_no_panic() {
    let shell = Shell::new();
    let run = |command: &[&str]| {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        program()
            .args(command)
            .env("SPICE_CLOUD_API_URL", shell.emulator.url())
            .env("SPICE_API_TOKEN", shell.emulator.token())
            // Nowhere to write and nothing to read: neither the SDK nor the command needs a home.
            .env("HOME", "/dev/null/nowhere")
            .stdin(Stdio::null())
            .stdout(full)
            .output()
            .unwrap()
    };
    for command in [&["apps", "list"][..], &["apps", "list", "-o", "json"], &["--help"]] {
        let answer = run(command);
        let said = String::from_utf8(answer.stderr).unwrap();
        assert_eq!(answer.status.code(), Some(1), "{command:?}: {said}");
        assert!(said.contains("standard output") && !said.contains("panicked"), "{command:?}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn nobody_needs_a_home() {
    let shell = Shell::new();
    let answer = program()
        .args(["apps", "list"])
        .env_clear()
        .env("SPICE_CLOUD_API_URL", shell.emulator.url())
        .env("SPICE_API_TOKEN", shell.emulator.token())
        .env("HOME", "/dev/null/nowhere")
        .current_dir("/")
        .output()
        .unwrap();
    assert_eq!(answer.status.code(), Some(0), "{answer:?}");
}

#[cfg(all(unix, feature = "emulator"))]
#[test]
fn signals_stop_the_emulator_in_order() {
    for signal in ["-INT", "-TERM"] {
        let mut child = program()
            .args(["emulator", "--port", "0"])
            .stdout(Stdio::piped())
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(&line).unwrap()["url"].is_string());
        let told = Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        assert!(told.success());
        assert_eq!(child.wait().unwrap().code(), Some(0), "{signal}");
    }
}

#[cfg(unix)]
#[test]
fn a_signal_ends_a_command_that_waits_for_input() {
    let shell = Shell::new();
    let mut child = program()
        .args(["secrets", "set", "orders-api", "NEVER"])
        .env("SPICE_CLOUD_API_URL", shell.emulator.url())
        .env("SPICE_API_TOKEN", shell.emulator.token())
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Kept open until it has ended: `wait` would close it, and an end of input is an answer too.
    let input = child.stdin.take();
    // It has looked for the app, so it is past its beginning.
    while shell.routes().is_empty() {
        std::thread::yield_now();
    }
    let told = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(told.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    drop(input);
    assert_eq!(shell.routes(), ["GET /v1/apps"]);
}

#[cfg(feature = "emulator")]
#[test]
fn the_emulator_ends_when_its_parent_is_gone() {
    let mut child = program()
        .args(["emulator", "--port", "0", "--exit-with-parent"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.contains("url"), "{line}");
    assert!(child.try_wait().unwrap().is_none(), "it serves while its input is open");
    drop(child.stdin.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// What a shell is told that could come next, as its script asks for it.
#[cfg(unix)]
fn completed(shell: &Shell, words: &[&str]) -> Vec<String> {
    let answer = program()
        .arg("--")
        .arg("spice-cloud")
        .args(words)
        .env("SPICE_CLOUD_COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", words.len().to_string())
        .env("_CLAP_IFS", "\n")
        .env("SPICE_CLOUD_API_URL", shell.emulator.url())
        .env("SPICE_API_TOKEN", shell.emulator.token())
        .output()
        .unwrap();
    assert_eq!((answer.status.code(), answer.stderr.as_slice()), (Some(0), &[] as &[u8]), "{words:?}");
    String::from_utf8(answer.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[cfg(unix)]
#[test]
fn command_lines_are_completed_with_the_names_of_apps() {
    let shell = Shell::new();
    assert_eq!(completed(&shell, &["apps", "get", "ord"]), ["orders-api"]);
    assert_eq!(completed(&shell, &["runtime", "sql", "ORD"]), ["orders-api"]);
    assert_eq!(completed(&shell, &["keys", "ro"]), ["rotate"]);
    assert!(completed(&shell, &["list-ap"]).is_empty(), "hidden verbs stay hidden");
    let nobody = Shell::new();
    nobody.emulator.stop();
    assert!(completed(&nobody, &["apps", "get", "ord"]).is_empty());
}

#[cfg(unix)]
#[test]
fn a_folder_belongs_to_an_app_and_so_do_those_below() {
    let shell = Shell::new();
    let folder = tempfile::tempdir().unwrap();
    let below = folder.path().join("a/b");
    std::fs::create_dir_all(&below).unwrap();
    let run = |place: &std::path::Path, command: &[&str]| {
        program()
            .args(command)
            .current_dir(place)
            .env("SPICE_CLOUD_API_URL", shell.emulator.url())
            .env("SPICE_API_TOKEN", shell.emulator.token())
            .output()
            .unwrap()
    };
    assert_eq!(run(folder.path(), &["apps", "get", "."]).status.code(), Some(5));
    assert_eq!(run(folder.path(), &["use", "orders-api"]).status.code(), Some(0));
    let written = std::fs::read_to_string(folder.path().join(".spice-cloud.json")).unwrap();
    assert!(written.contains("orders-api") && !written.contains(shell.emulator.token()), "{written}");
    let shown = run(&below, &["apps", "get", ".", "-o", "json"]);
    assert!(String::from_utf8_lossy(&shown.stdout).contains("\"orders-api\""), "{shown:?}");
    assert_eq!(run(&below, &["use", "--clear"]).status.code(), Some(0));
    assert_eq!(run(&below, &["use"]).status.code(), Some(5));
}
