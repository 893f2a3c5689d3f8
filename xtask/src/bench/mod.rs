//! `cargo xtask bench`: builds the benchmarks for release and runs them.

mod node;
mod python;

use std::path::Path;
use std::process::{Command, ExitCode};

use crate::process::{cargo, fail, note, same_code};

/// What can be measured.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum Part {
    /// The Rust core beside reqwest and serde by hand, and the emulator.
    Core,
    /// The Python package beside httpx, requests and aiohttp.
    Python,
    /// The npm package beside undici, fetch and axios.
    Node,
}

/// Runs a benchmark; its exit code is this one's.
pub(crate) fn run(root: &Path, part: Part, write: bool) -> ExitCode {
    let mut command = benchmark(root);
    match part {
        Part::Core => {
            note("building for release; then 4 cells of 9 rounds, about half a minute …");
            command.arg("core");
        }
        Part::Python => match python::environment(root) {
            Ok(venv) => {
                note(
                    "building the benchmark for release; then 4 cells of 9 rounds, memory and a long list, about 3 minutes …",
                );
                command.arg("python").arg(venv.program("python"));
            }
            Err(why) => return fail(&why, 1),
        },
        Part::Node => match node::environment(root) {
            Ok(folder) => {
                note(
                    "building the benchmark for release; then 4 cells of 9 rounds, loading and memory, about 2 minutes …",
                );
                command.arg("node").arg(folder);
            }
            Err(why) => return fail(&why, 1),
        },
    }
    if write {
        command.arg("--write");
    }
    match command.status() {
        Ok(status) => same_code(status),
        Err(error) => fail(&format!("cargo did not start: {error}"), 1),
    }
}

/// The program that measures.
fn benchmark(root: &Path) -> Command {
    let mut command = cargo(root);
    command.args(["run", "--quiet", "--release", "--locked", "--package=spice-cloud-bench", "--"]);
    command
}
