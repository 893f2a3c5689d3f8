//! What the Swift package must pass: its tests, under the rules of Swift 6 and of Swift 5.

use std::path::Path;

use super::{Ran, canaries, check, failure, one, step};
use crate::canary;
use crate::faces::Face;
use crate::libtest::Tally;
use crate::native::Build;
use crate::process::{cargo, note};
use crate::soak;
use crate::swift::{self, FOLDER, Mode, Reader, Toolchain};

/// Every step runs that can, whatever became of the ones before: one run shows all there is to mend.
pub(super) fn run(root: &Path, ran: &mut Ran) {
    note("\n=== swift: toolchain and native library");
    let toolchain = match swift::prepare(root, Build::Debug).and_then(|()| Toolchain::find()) {
        Ok(toolchain) => toolchain,
        Err(why) => return ran.outcomes.push(failure("swift: toolchain and native library", why)),
    };
    let build = |mode| {
        let mut command = swift::swift(root, &toolchain, FOLDER, "build", mode);
        one(check(command.args(["--build-tests", "-Xswiftc", "-warnings-as-errors"])))
    };
    ran.outcomes.extend([
        step("swift: swift format", || one(check(&mut swift::lint(root, &toolchain)))),
        step("swift: swift build", || build(Mode::Six)),
        step("swift: swift test", || tests_of(root, &toolchain)),
        canaries(root, Face::Swift),
        step("swift: swift build, Swift 5", || build(Mode::Five)),
        step("swift: the benchmark builds", || {
            one(check(&mut swift::swift(root, &toolchain, "bench/swift-peers", "build", Mode::Six)))
        }),
        step("swift: blocks of the pages", || one(swift::run_docs(root, &toolchain))),
        step("swift: cargo xtask demo swift", || one(check(cargo(root).args(["xtask", "demo", "swift"])))),
        step("swift: a short soak", || one(soak::smoke(root, Face::Swift))),
    ]);
}

fn tests_of(root: &Path, toolchain: &Toolchain) -> Tally {
    let mut reader = Reader::default();
    let mut command = swift::swift(root, toolchain, FOLDER, "test", Mode::Six);
    // With the same flags nothing is built again.
    command.args(["-Xswiftc", "-warnings-as-errors"]);
    match canary::watch(root, Face::Swift, &mut command, |line| reader.line(line)) {
        Ok(status) => reader.finish(status.success()),
        Err(error) => one(Err(format!("swift did not start: {error}"))),
    }
}
