//! What the Kotlin library must pass: its tests, and that what is given away works where it lands.

use std::path::Path;

use super::{Ran, canaries, check, failure, one, step};
use crate::canary;
use crate::faces::Face;
use crate::kotlin::{self, FOLDER, Reader};
use crate::libtest::Tally;
use crate::native::{self, Build};
use crate::process::{cargo, note};
use crate::soak;

/// The library as it is worked on. Every step runs that can, whatever became of the ones before: one run shows all there is to mend.
pub(super) fn from_sources(root: &Path, ran: &mut Ran) {
    note("\n=== kotlin: native library");
    if let Err(why) = kotlin::prepare(root, Build::Debug) {
        ran.outcomes.push(failure("kotlin: native library", why));
        return;
    }
    ran.outcomes.extend([
        step("kotlin: ktlint", || one(kotlin::lint(root))),
        step("kotlin: mvn test", || tests_of(root)),
        canaries(root, Face::Kotlin),
        step("kotlin: cargo xtask demo kotlin", || one(check(cargo(root).args(["xtask", "demo", "kotlin"])))),
        step("kotlin: a short soak", || one(soak::smoke(root, Face::Kotlin))),
        // The demo has installed what they use.
        step("kotlin: blocks of the pages", || one(kotlin::run_docs(root))),
        step("kotlin: the benchmark compiles", || {
            one(check(kotlin::mvn(root, "bench/kotlin").args(["--quiet", "compile"])))
        }),
    ]);
}

/// The library as it is given away.
pub(super) fn packaged(root: &Path, ran: &mut Ran) {
    ran.outcomes.extend([
        step("kotlin: size without the emulator", || one(native::size_for_phones(root))),
        step("kotlin: cargo xtask package kotlin", || one(kotlin::make(root).map(drop))),
        step("kotlin: the jar in another project", || {
            one(check(&mut kotlin::program(root, "bindings-uniffi/kotlin/consumer")))
        }),
    ]);
}

fn tests_of(root: &Path) -> Tally {
    let mut reader = Reader::default();
    let mut command = kotlin::mvn(root, FOLDER);
    match canary::watch(root, Face::Kotlin, command.arg("test"), |line| reader.line(line)) {
        Ok(status) => reader.finish(status.success()),
        Err(error) => one(Err(format!("mvn did not start: {error}"))),
    }
}
