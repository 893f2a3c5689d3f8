//! What the npm package must pass: its style, its tests, its types, and that what is given away works where it lands.

use std::path::{Path, PathBuf};

use super::tap::Reader;
use super::{Ran, canaries, check, failure, one, step};
use crate::canary;
use crate::faces::Face;
use crate::libtest::Tally;
use crate::node::{self, FOLDER, Made, Options};
use crate::process::{cargo, note};
use crate::soak;

/// The package as it is worked on. Every step runs that can, whatever became of the ones before: one run shows all there is to mend.
pub(super) fn from_sources(root: &Path, ran: &mut Ran) {
    note("\n=== node: npm ci");
    if let Err(why) = node::environment(root) {
        ran.outcomes.push(failure("node: npm ci", why));
        return;
    }
    let biome = || one(check(node::tool(root, "@biomejs/biome", "bin/biome").arg("ci")));
    ran.outcomes.push(step("node: biome", biome));
    let built = step("node: build", || one(node::build(root)));
    let is_built = built.tally.failed == 0;
    ran.outcomes.push(built);
    if !is_built {
        // Everything that follows would fail for this one reason.
        return;
    }
    let tests = root.join(FOLDER).join("tests");
    let compiled = || one(check(node::tool(root, "typescript", "bin/tsc").arg("--project").arg(&tests)));
    ran.outcomes.extend([
        step("node: tsc --strict", compiled),
        step("node: node --test", || tests_of(root)),
        canaries(root, Face::Node),
        step("node: cargo xtask demo node", || one(check(cargo(root).args(["xtask", "demo", "node"])))),
        step("node: a short soak", || one(soak::smoke(root, Face::Node))),
    ]);
}

/// The package as it is given away.
pub(super) fn packaged(root: &Path, ran: &mut Ran) {
    // Whatever is wrong with them has been said.
    if node::environment(root).is_err() {
        return;
    }
    // As the README has it.
    let by_hand = || {
        let installed = check(node::npm(root).args(["install", "--ignore-scripts"]));
        one(installed.and_then(|()| check(node::npm(root).args(["run", "build"]))))
    };
    ran.outcomes.push(step("node: npm install, npm run build", by_hand));
    let mut made: Option<Made> = None;
    let package = step("node: cargo xtask package node", || {
        one(node::make(root, &Options::default()).map(|result| made = Some(result)))
    });
    ran.outcomes.push(package);
    let Some(made) = made else { return };
    ran.outcomes.push(step("node: size of the native package", || one(node::tarball_size(&made.native))));
    let mut installed: Option<PathBuf> = None;
    ran.outcomes.push(step("node: tarballs in an empty project", || {
        let result = node::install_tarballs(root, &made);
        one(result.and_then(|project| node::try_out(root, installed.insert(project))))
    }));
    if let Some(project) = installed {
        ran.outcomes.extend([
            step("node: time to load", || one(node::load_time(root, &project))),
            step("node: types for consumers", || one(node::types(root, &project))),
        ]);
    }
    for runner in node::RUNNERS {
        ran.outcomes.push(step(&format!("node: {runner}"), || one(node::runner(root, runner, &made))));
    }
}

fn tests_of(root: &Path) -> Tally {
    let mut files = match compiled_tests(&root.join(FOLDER).join("build/tests")) {
        Ok(files) => files,
        Err(why) => return one(Err(why)),
    };
    files.sort();
    let mut reader = Reader::default();
    let mut command = node::node(root);
    command.args(["--expose-gc", "--test", "--test-reporter=tap", "--test-timeout=120000"]);
    // Most of them wait most of the time.
    command.arg("--test-concurrency=4").args(files);
    match canary::watch(root, Face::Node, &mut command, |line| reader.line(line)) {
        Ok(status) => reader.finish(status.success()),
        Err(error) => one(Err(format!("node did not start: {error}"))),
    }
}

fn compiled_tests(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = folder.read_dir().map_err(|error| format!("{}: {error}", folder.display()))?;
    let is_test = |path: &PathBuf| path.to_string_lossy().ends_with(".test.mjs");
    Ok(entries.flatten().map(|entry| entry.path()).filter(is_test).collect())
}
