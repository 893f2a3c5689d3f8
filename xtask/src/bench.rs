//! `cargo xtask bench`: builds the benchmarks for release and runs them.

use std::path::Path;
use std::process::ExitCode;

use crate::process::{cargo, fail, note, same_code};

/// What can be measured.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum Part {
    /// The Rust core beside reqwest and serde by hand, and the emulator.
    Core,
}

/// Runs a benchmark; its exit code is this one's.
pub(crate) fn run(root: &Path, part: Part, write: bool) -> ExitCode {
    let Part::Core = part;
    note("building for release; then 4 cells of 9 rounds, about half a minute …");
    let mut command = cargo(root);
    command.args(["run", "--quiet", "--release", "--locked", "--package=spice-cloud-bench", "--"]);
    if write {
        command.arg("--write");
    }
    match command.status() {
        Ok(status) => same_code(status),
        Err(error) => fail(&format!("cargo did not start: {error}"), 1),
    }
}
