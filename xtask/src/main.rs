//! The project's own tasks: `cargo xtask codegen`, `cargo xtask demo`, `cargo xtask test`.

mod codegen;
mod demo;
mod faces;
mod libtest;
mod process;
mod test;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use faces::Face;

/// The project's own tasks.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Write what is generated from api/openapi.json.
    Codegen {
        /// Write nothing; fail when a generated file differs from what would be written.
        #[arg(long)]
        check: bool,
    },
    /// Show a whole session against the embedded emulator.
    Demo,
    /// Run every check of the given languages, or of all that are in this checkout.
    Test {
        /// Languages to test.
        #[arg(value_enum)]
        faces: Vec<Face>,
    },
}

fn main() -> ExitCode {
    let root = root();
    match Cli::parse().task {
        Task::Codegen { check } => match codegen::run(&root, check) {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => process::fail(&message, 1),
        },
        Task::Demo => demo::run(&root),
        Task::Test { faces } => test::run(&root, &faces),
    }
}

/// The folder that holds the workspace.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
