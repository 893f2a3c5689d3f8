//! Plays scenarios and faults in a language, with all that shows recorded.

use std::path::Path;
use std::process::Command;

use super::capture::watch;
use crate::faces::Face;
use crate::native::Build;
use crate::process::{cargo, finish};
use crate::swift::{Mode, Toolchain};
use crate::venv::Missing;
use crate::{kotlin, node, python, swift};

/// Plays them, which must go well.
pub(super) fn play(root: &Path, face: Face) -> Result<(), String> {
    let mut command = match face {
        Face::Rust => rust(root),
        Face::Python => of_python(root)?,
        Face::Node => of_node(root)?,
        Face::Kotlin => of_kotlin(root)?,
        Face::Swift => of_swift(root)?,
    };
    match watch(root, face, &mut command, |_| ()) {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("the scenarios and faults ended with {status}")),
        Err(error) => Err(format!("the scenarios and faults did not start: {error}")),
    }
}

fn rust(root: &Path) -> Command {
    let mut command = cargo(root);
    command.args(["test", "--quiet", "--package=spice-cloud-tests", "--test=scenarios", "--test=faults"]);
    command
}

fn of_python(root: &Path) -> Result<Command, String> {
    let venv = python::environment(root).map_err(Missing::words)?;
    python::build(root, &venv)?;
    let mut command = venv.command("pytest");
    let files = ["scenarios", "faults"].map(|name| format!("bindings-python/tests/test_{name}.py"));
    command.current_dir(root).arg("--quiet").args(files);
    Ok(command)
}

fn of_node(root: &Path) -> Result<Command, String> {
    node::environment(root)?;
    node::build(root)?;
    let folder = root.join(node::FOLDER);
    finish(node::tool(root, "typescript", "bin/tsc").arg("--project").arg(folder.join("tests")))?;
    let mut command = node::node(root);
    let files = ["scenarios", "faults"].map(|name| folder.join(format!("build/tests/{name}.test.mjs")));
    command.args(["--test", "--test-reporter=tap"]).args(files);
    Ok(command)
}

fn of_kotlin(root: &Path) -> Result<Command, String> {
    kotlin::prepare(root, Build::Debug)?;
    let mut command = kotlin::mvn(root, kotlin::FOLDER);
    command.args(["-Dtest=ScenariosTest,FaultsTest", "test"]);
    Ok(command)
}

fn of_swift(root: &Path) -> Result<Command, String> {
    swift::prepare(root, Build::Debug)?;
    let mut command = swift::swift(root, &Toolchain::find()?, swift::FOLDER, "test", Mode::Six);
    command.args(["-Xswiftc", "-warnings-as-errors", "--filter", "ScenariosTests|FaultsTests"]);
    Ok(command)
}
