//! `cargo xtask deep`: what takes too long for every change. The tests run a few seconds of each.

mod fuzz;
mod interleavings;
mod model;
mod mutants;
mod sanitizer;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::process::{cargo, fail, finish, note, say};
use crate::reliability;

/// One of the long runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Part {
    /// Random changes under random faults, beside a model of what has to come of them.
    Model,
    /// Orders in which calls may meet at the token and at the pause that a server asks for.
    Interleavings,
    /// Any bytes for whatever reads bytes; needs a nightly compiler.
    Fuzz,
    /// Small changes of the code of which the tests have to notice each.
    Mutants,
    /// The layers between the languages with an eye on every access to memory; needs a nightly compiler.
    Sanitizer,
}

impl Part {
    const ALL: [Self; 5] = [Self::Model, Self::Interleavings, Self::Fuzz, Self::Mutants, Self::Sanitizer];

    fn name(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Interleavings => "interleavings",
            Self::Fuzz => "fuzz",
            Self::Mutants => "mutants",
            Self::Sanitizer => "sanitizer",
        }
    }
}

/// How long and how much.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    /// Changes that the model plays.
    pub(crate) operations: u64,
    /// Seeds of interleavings.
    pub(crate) seeds: u64,
    /// Minutes for each target of the fuzzer.
    pub(crate) minutes: u64,
}

/// Runs these parts, or all; with `write` their figures are kept in docs/reliability.md.
pub(crate) fn run(root: &Path, parts: &[Part], extent: Extent, write: bool) -> ExitCode {
    let parts = if parts.is_empty() { &Part::ALL } else { parts };
    let mut failed = Vec::new();
    for part in parts {
        note(&format!("\n=== {}", part.name()));
        let found = match part {
            Part::Model => model::run(root, extent.operations),
            Part::Interleavings => interleavings::run(root, extent.seeds),
            Part::Fuzz => fuzz::run(root, extent.minutes),
            Part::Mutants => mutants::run(root),
            Part::Sanitizer => sanitizer::run(root),
        };
        let kept = found.and_then(|text| {
            say(&text);
            if write { reliability::keep(root, &format!("deep {}", part.name()), &text) } else { Ok(()) }
        });
        if let Err(why) = kept {
            note(&format!("{}: {why}", part.name()));
            failed.push(part.name());
        }
    }
    if failed.is_empty() { ExitCode::SUCCESS } else { fail(&format!("failed: {}", failed.join(", ")), 1) }
}

/// A subcommand of cargo, installed below `target` unless it is there.
fn tool(root: &Path, name: &str, version: &str) -> Result<PathBuf, String> {
    let folder = root.join("target/tools");
    let program = folder.join("bin").join(name).with_extension(std::env::consts::EXE_EXTENSION);
    if !program.exists() {
        note(&format!("installing {name} {version}, once"));
        let mut install = cargo(root);
        install.args(["install", "--locked", "--version", version, "--root"]).arg(&folder).arg(name);
        finish(&mut install)?;
    }
    Ok(program)
}

/// The cargo of a nightly compiler: what is tried there is not in a stable one.
fn nightly(root: &Path) -> Result<Command, String> {
    let asked = Command::new("rustup").args(["run", "nightly", "rustc", "-V"]).output();
    if !asked.is_ok_and(|answer| answer.status.success()) {
        return Err("needs a nightly compiler: rustup toolchain install nightly".to_owned());
    }
    let mut command = Command::new("rustup");
    command.args(["run", "nightly"]).current_dir(root);
    // Those of the compiler that runs this task would be taken for its own.
    for variable in ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN", "RUSTDOC"] {
        command.env_remove(variable);
    }
    Ok(command)
}

/// How many, with a comma between thousands.
fn many(number: u64) -> String {
    let digits = number.to_string();
    let grouped: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|part| std::str::from_utf8(part).ok()).collect();
    grouped.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1_000, 12_345_678].map(many), ["0", "999", "1,000", "12,345,678"]);
    }

    #[test]
    fn the_page_has_a_place_for_every_part() {
        for part in Part::ALL {
            assert!(reliability::has_place(&format!("deep {}", part.name())), "{part:?}");
        }
    }
}
