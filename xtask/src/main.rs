//! The project's own tasks: `cargo xtask bench`, `cargo xtask canary`, `cargo xtask codegen`, `cargo xtask deep`,
//! `cargo xtask demo`, `cargo xtask develop`, `cargo xtask faults`, `cargo xtask live`, `cargo xtask package`, `cargo xtask soak`,
//! `cargo xtask test`.

mod artefact;
mod bench;
mod binary;
mod canary;
mod codegen;
mod deep;
mod demo;
mod docs;
mod faces;
mod faults;
mod kotlin;
mod libtest;
mod live;
mod native;
mod node;
mod process;
mod python;
mod reliability;
mod sbom;
mod schemathesis;
mod soak;
mod swift;
mod test;
mod venv;

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
    /// Measure the SDK beside what people would write by hand, in one run.
    Bench {
        /// What to measure.
        #[arg(value_enum)]
        part: bench::Part,
        /// Keep the figures in bench/RESULTS.md.
        #[arg(long)]
        write: bool,
    },
    /// Search all that the SDK shows while scenarios and faults are played for the secrets planted in them.
    Canary {
        /// Languages to search in; all of them if not given.
        #[arg(value_enum)]
        faces: Vec<Face>,
        /// Keep what was searched in docs/reliability.md.
        #[arg(long, conflicts_with = "faces")]
        write: bool,
    },
    /// Write what is generated from api/openapi.json.
    Codegen {
        /// Write nothing; fail when a generated file differs from what would be written.
        #[arg(long)]
        check: bool,
    },
    /// Try at length what the tests try for a few seconds: hours of it, if wanted.
    Deep {
        /// What to try; everything if not given.
        #[arg(value_enum)]
        parts: Vec<deep::Part>,
        /// Changes that the model plays.
        #[arg(long, default_value_t = 100_000)]
        operations: u64,
        /// Seeds of interleavings.
        #[arg(long, default_value_t = 20_000)]
        seeds: u64,
        /// Minutes for each target of the fuzzer.
        #[arg(long, default_value_t = 60)]
        minutes: u64,
        /// Keep the figures in docs/reliability.md.
        #[arg(long)]
        write: bool,
    },
    /// Show a whole session against the embedded emulator.
    Demo {
        /// Languages that tell it; all that can if not given.
        #[arg(value_enum)]
        faces: Vec<Face>,
    },
    /// Build a package for use from its sources, with the tools to work on it.
    Develop {
        /// Which one.
        #[arg(value_enum)]
        package: Package,
    },
    /// Play the cases of tests/faults in every language, and show what passed.
    Faults {
        /// Keep the table in docs/reliability.md.
        #[arg(long)]
        write: bool,
    },
    /// Build native libraries as they are given away, which the tests have done beside them.
    #[command(hide = true)]
    Libraries {
        /// Which ones, in this order.
        #[arg(value_enum)]
        libraries: Vec<test::given_away::Library>,
    },
    /// Read a few things from the real API with the token in the environment; nothing is changed.
    Live,
    /// Make what is published, in target/dist.
    Package {
        /// Which one.
        #[arg(value_enum)]
        package: Package,
        /// Platform to make it for, as Rust names it; this machine's if not given.
        #[arg(long, value_name = "TRIPLE")]
        target: Option<String>,
        /// Python to build the wheel for: one without a GIL needs a wheel of its own.
        #[arg(long, value_name = "PYTHON")]
        interpreter: Option<PathBuf>,
        /// How the native library for Node is linked, as napi's command line calls it, such as `--use-napi-cross`.
        #[arg(long, value_name = "HOW", allow_hyphen_values = true)]
        link: Option<String>,
    },
    /// Use the SDK of each language for long while requests go wrong, and see whether it breaks, hangs or leaks.
    Soak(soak::Soak),
    /// Run every check of the given languages, or of all that are in this checkout.
    Test {
        /// Languages to test.
        #[arg(value_enum)]
        faces: Vec<Face>,
    },
}

/// A package for another language.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Package {
    /// `spice-cloud`, as pip installs it.
    Python,
    /// `spice-cloud`, as npm installs it.
    Node,
    /// `ai.spice:spice-cloud`, as Maven and Gradle take it.
    Kotlin,
    /// `SpiceCloud`, as the Swift Package Manager takes it.
    Swift,
}

fn main() -> ExitCode {
    let root = root();
    match Cli::parse().task {
        Task::Bench { part, write } => bench::run(&root, part, write),
        Task::Canary { faces, write } => canary::run(&root, &faces, write),
        Task::Codegen { check } => match codegen::run(&root, check) {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => process::fail(&message, 1),
        },
        Task::Deep { parts, operations, seeds, minutes, write } => {
            deep::run(&root, &parts, deep::Extent { operations, seeds, minutes }, write)
        }
        Task::Demo { faces } => demo::run(&root, &faces),
        Task::Develop { package: Package::Python } => python::develop(&root),
        Task::Faults { write } => faults::run(&root, write),
        Task::Live => live::run(&root),
        Task::Develop { package: Package::Node } => node::develop(&root),
        Task::Develop { package: Package::Kotlin } => kotlin::develop(&root),
        Task::Develop { package: Package::Swift } => swift::develop(&root),
        Task::Package { package: Package::Python, target, interpreter, .. } => {
            python::package(&root, &python::Options { target, interpreter })
        }
        Task::Package { package: Package::Node, target, link, .. } => {
            node::package(&root, &node::Options { target, link })
        }
        Task::Package { package: Package::Kotlin, .. } => kotlin::package(&root),
        Task::Libraries { libraries } => test::given_away::run(&root, &libraries),
        Task::Package { package: Package::Swift, .. } => swift::package(&root),
        Task::Soak(wanted) => soak::run(&root, &wanted),
        Task::Test { faces } => test::run(&root, &faces),
    }
}

/// The folder that holds the workspace.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
