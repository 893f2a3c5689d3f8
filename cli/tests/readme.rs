//! The README's terminal blocks, run as a newcomer would: one shell, the real command, the emulator beside it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use spice_cloud_emulator::{Emulator, Seed};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// The code blocks of the README in a language.
fn blocks(language: &str) -> Vec<String> {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let fence = format!("```{language}\n");
    readme.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn what_is_typed_into_a_shell_is_run_by_the_tests() {
    // The first block is run by `cargo xtask test` itself and by its step that runs the demo; the second serves until
    // it is stopped, and is started by the tour below; the third is a step of `cargo xtask test`, too.
    let expected =
        ["cargo xtask demo\ncargo xtask test\n", "spice-cloud emulator\n", "npm install\nnpm run build\n"];
    assert_eq!(blocks("sh"), expected);
}

#[test]
fn the_tour_works_as_written() {
    let emulator = Emulator::builder().seed(Seed::Demo).start().unwrap();
    let tour = blocks("bash").concat();
    assert!(tour.contains("http://127.0.0.1:8787"), "the tour names the emulator's usual port");
    assert!(tour.contains(emulator.token()), "the tour names the emulator's token");
    let tour = tour.replace("http://127.0.0.1:8787", emulator.url());

    let binaries = Path::new(env!("CARGO_BIN_EXE_spice-cloud")).parent().unwrap();
    let path = format!("{}:{}", binaries.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("bash")
        .args(["-euo", "pipefail", "-x"])
        .current_dir(root())
        .env("PATH", path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    shell.stdin.take().unwrap().write_all(tour.as_bytes()).unwrap();
    let output = shell.wait_with_output().unwrap();
    let (said, shown) = (String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{said}\n{shown}");
    assert!(shown.contains("succeeded"), "the deployment is told: {shown}");
    assert!(!shown.contains("s3cret") && !shown.contains("sk-123"), "no secret is shown: {shown}");
}
