//! `cargo xtask bench`: builds the benchmarks for release and runs them.

mod kotlin;
mod node;
mod python;
mod swift;

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
    /// The Kotlin library beside `OkHttp` and Java's `HttpClient`.
    Kotlin,
    /// The Swift package beside `URLSession`.
    Swift,
}

/// A program that measures a client whenever it is asked.
struct Worker {
    /// What is known of it: the toolchain, and versions of packages.
    about: serde_json::Value,
    /// How it is started.
    command: Command,
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
        Part::Kotlin => return beside(root, "kotlin", kotlin::worker(root), write),
        Part::Swift => return beside(root, "swift", swift::worker(root), write),
    }
    if write {
        command.arg("--write");
    }
    ended(&mut command)
}

/// Measures a package with a program that was built for it and its peers.
fn beside(root: &Path, language: &str, worker: Result<Worker, String>, write: bool) -> ExitCode {
    let Worker { about, command: worker } = match worker {
        Ok(worker) => worker,
        Err(why) => return fail(&why, 1),
    };
    note("building the benchmark for release; then 4 cells of 9 rounds and first calls, about 2 minutes …");
    let mut command = benchmark(root);
    command.arg(language).args(write.then_some("--write")).arg(about.to_string());
    ended(command.arg(worker.get_program()).args(worker.get_args()))
}

/// Runs a benchmark to its end, which is also ours.
fn ended(command: &mut Command) -> ExitCode {
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
