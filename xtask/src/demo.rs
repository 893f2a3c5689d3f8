//! `cargo xtask demo`: builds what tells the story in each language and lets it, and names who cannot tell it yet.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::binary;
use crate::faces::{Face, Standing};
use crate::kotlin;
use crate::native::Build;
use crate::node;
use crate::process::{fail, note, same_code};
use crate::python;
use crate::swift::{self, Toolchain};
use crate::venv::{self, Missing};

/// Lets the faces that are asked for tell the story, or all that can when none is named.
pub(crate) fn run(root: &Path, asked: &[Face]) -> ExitCode {
    let mut outcome = ExitCode::SUCCESS;
    for face in Face::ALL.into_iter().filter(|face| asked.is_empty() || asked.contains(face)) {
        let told = match (face.standing(root), face) {
            (Standing::Ready, Face::Rust) => rust(root),
            (Standing::Ready, Face::Python) => python(root),
            (Standing::Ready, Face::Node) => node(root),
            (Standing::Ready, Face::Kotlin) => kotlin(root),
            (Standing::Ready, Face::Swift) => swift(root),
            (Standing::NotHere, _) => Err(Untold::LeftOut("not in this checkout yet".to_owned())),
            (Standing::NoToolchain, _) => Err(Untold::LeftOut(format!("left out, {}", face.how_to_get()))),
        };
        let code = match told {
            Ok(code) => code,
            Err(Untold::LeftOut(why)) => {
                note(&format!("{}: {why}", face.name()));
                // Who asks for one face wants to see that one.
                if asked.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
            }
            Err(Untold::Failed(why)) => fail(&format!("{}: {why}", face.name()), 1),
        };
        if outcome == ExitCode::SUCCESS {
            outcome = code;
        }
    }
    outcome
}

/// Why a face does not tell the story.
enum Untold {
    /// It cannot here, and that is no failure.
    LeftOut(String),
    /// It should, and could not.
    Failed(String),
}

/// The command tells it.
fn rust(root: &Path) -> Result<ExitCode, Untold> {
    note("building the spice-cloud command …");
    let binary = build(root).map_err(Untold::Failed)?;
    show(Command::new(binary).arg("demo").current_dir(root))
}

/// A script tells it with the package as it is now.
fn python(root: &Path) -> Result<ExitCode, Untold> {
    note("building the Python package …");
    let venv = python::environment(root).map_err(|missing| match missing {
        Missing::Python => Untold::LeftOut(format!("left out, {}", venv::HOW_TO_GET)),
        Missing::Failed(why) => Untold::Failed(why),
    })?;
    python::build(root, &venv).map_err(Untold::Failed)?;
    show(venv.command("python").arg("examples/python/demo.py").current_dir(root))
}

/// A program tells it with the package as it is now.
fn node(root: &Path) -> Result<ExitCode, Untold> {
    note("building the npm package …");
    node::environment(root).and_then(|()| node::build(root)).map_err(Untold::Failed)?;
    show(node::node(root).arg("examples/node/demo.mjs"))
}

/// A program tells it with the library as it is now.
fn kotlin(root: &Path) -> Result<ExitCode, Untold> {
    note("building the Kotlin library …");
    kotlin::install(root).map_err(Untold::Failed)?;
    show(&mut kotlin::program(root, "examples/kotlin"))
}

/// A program tells it with the package as it is now.
fn swift(root: &Path) -> Result<ExitCode, Untold> {
    note("building the Swift package …");
    let prepared = swift::prepare(root, Build::Debug).and_then(|()| Toolchain::find());
    show(&mut swift::program(root, &prepared.map_err(Untold::Failed)?, "examples/swift-demo"))
}

fn show(command: &mut Command) -> Result<ExitCode, Untold> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status();
    status.map(same_code).map_err(|error| Untold::Failed(format!("{program} did not start: {error}")))
}

/// Builds the command, and gives its path.
pub(crate) fn build(root: &Path) -> Result<PathBuf, String> {
    binary::build(root, "spice-cloud-cli", "spice-cloud")
}
