//! The layers between the languages under the address sanitizer, driven from Rust as their hosts drive them.

use std::fmt::Write as _;
use std::path::Path;

use super::nightly;
use crate::artefact::host;
use crate::libtest::{Reader, Tally};
use crate::process::{note, watch};

/// Tests that go through a layer: the channel by which every language calls, and what is generated for Kotlin and Swift.
const RUNS: [(&str, &[&str]); 3] = [
    ("the channel, driven as from C", &["--package", "spice-cloud-tests", "--test", "driver"]),
    ("the core's unit tests", &["--package", "spice-cloud", "--lib"]),
    ("the layer of Kotlin and Swift", &["--package", "spice-cloud-uniffi", "--lib", "--tests"]),
];

pub(super) fn run(root: &Path) -> Result<String, String> {
    let host = host()?;
    let mut lines = String::from(
        "With the address sanitizer of a nightly compiler, leaks included; nothing was reported.\n\n",
    );
    for (what, arguments) in RUNS {
        note(&format!("--- {what}"));
        let mut command = nightly(root)?;
        command
            .args(["cargo", "test", "--locked", "--target", &host, "--target-dir", "target/sanitizer"])
            .args(arguments);
        command
            .env("RUSTFLAGS", "-Zsanitizer=address")
            .env("ASAN_OPTIONS", "detect_leaks=1:abort_on_error=0");
        let mut reader = Reader::default();
        let status = watch(&mut command, |line| reader.line(line))
            .map_err(|error| format!("cargo did not start: {error}"))?;
        let Tally { passed, failed, .. } = reader.finish(status.success());
        if failed > 0 || passed == 0 {
            return Err(format!("{what}: {passed} passed, {failed} failed"));
        }
        // Writing to a String cannot fail.
        let _ = writeln!(lines, "- {what}: {passed} tests");
    }
    Ok(lines)
}
