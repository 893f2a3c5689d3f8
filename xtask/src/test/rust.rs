//! What the workspace, and what all languages share, must pass.

use std::path::Path;
use std::time::Instant;

use super::{Outcome, Ran, canaries, check, one, step};
use crate::faces::Face;
use crate::libtest::{Reader, Tally};
use crate::process::{cargo, note};
use crate::venv::{self, Missing};
use crate::{canary, codegen, schemathesis, soak};

/// Every step runs, whatever became of the ones before: one run shows all there is to mend.
pub(super) fn run(root: &Path, ran: &mut Ran) {
    let clippy = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    ran.outcomes.extend([
        step("rust: cargo fmt", || cargo_check(root, &["fmt", "--all", "--check"])),
        step("rust: cargo clippy", || cargo_check(root, &clippy)),
        step("rust: cargo xtask codegen --check", || one(codegen::run(root, true))),
        step("rust: cargo test", || cargo_test(root)),
        canaries(root, Face::Rust),
        step("rust: cargo xtask demo rust", || cargo_check(root, &["xtask", "demo", "rust"])),
        step("rust: a short soak", || one(soak::smoke(root, Face::Rust))),
    ]);
    let what = "rust: schemathesis";
    note(&format!("\n=== {what}"));
    let began = Instant::now();
    let result = match schemathesis::run(root) {
        Err(Missing::Python) => return ran.lacks(what, venv::HOW_TO_GET),
        Err(Missing::Failed(why)) => Err(why),
        Ok(()) => Ok(()),
    };
    ran.outcomes.push(Outcome { what: what.to_owned(), tally: one(result), took: began.elapsed() });
}

fn cargo_check(root: &Path, arguments: &[&str]) -> Tally {
    one(check(cargo(root).args(arguments)))
}

fn cargo_test(root: &Path) -> Tally {
    let mut reader = Reader::default();
    let mut command = cargo(root);
    command.args(["test", "--workspace", "--locked", "--no-fail-fast"]);
    match canary::watch(root, Face::Rust, &mut command, |line| reader.line(line)) {
        Ok(status) => reader.finish(status.success()),
        Err(error) => one(Err(format!("cargo did not start: {error}"))),
    }
}
