//! The interleavings of the core's unit tests, at length.

use std::path::Path;
use std::process::Command;

use super::many;
use crate::libtest::Reader;
use crate::process::{cargo, watch};

pub(super) fn run(root: &Path, seeds: u64) -> Result<String, String> {
    let mut reader = Reader::default();
    let status = watch(command(root).env("INTERLEAVINGS", seeds.to_string()), |line| reader.line(line));
    let status = status.map_err(|error| format!("cargo did not start: {error}"))?;
    let tally = reader.finish(status.success());
    if tally.failed > 0 || tally.passed == 0 {
        return Err(format!("{} of {} tests failed", tally.failed, tally.passed + tally.failed));
    }
    Ok(format!("{} seeds in each of {} tests, none failed.\n", many(seeds), tally.passed))
}

fn command(root: &Path) -> Command {
    let mut command = cargo(root);
    command.args(["test", "--locked", "--package", "spice-cloud", "--lib", "--", "::interleavings::"]);
    command
}
