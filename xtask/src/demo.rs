//! `cargo xtask demo`: builds what tells the story in each language and lets it, and names who cannot tell it yet.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use serde_json::Value;

use crate::faces::{Face, Standing};
use crate::kotlin;
use crate::native::Build;
use crate::node;
use crate::process::{cargo, fail, note, read, same_code};
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

/// Builds the binary, with cargo's progress on standard error, and gives its path.
pub(crate) fn build(root: &Path) -> Result<PathBuf, String> {
    let mut command = cargo(root);
    command.args([
        "build",
        "--locked",
        "--package=spice-cloud-cli",
        "--bin=spice-cloud",
        "--message-format=json-render-diagnostics",
    ]);
    let mut binary = None;
    let status = read(&mut command, |line| binary = executable(line).or(binary.take()))
        .map_err(|error| format!("cargo did not start: {error}"))?;
    if !status.success() {
        return Err("the spice-cloud command does not build".into());
    }
    binary.ok_or_else(|| "cargo built no spice-cloud binary".into())
}

/// Cargo's own word for where the binary is: it knows about target folders and platforms, a guess would not.
fn executable(line: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    let ours =
        message["reason"] == "compiler-artifact" && message["target"]["name"].as_str() == Some("spice-cloud");
    ours.then(|| message["executable"].as_str().map(PathBuf::from)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_binary_is_found_in_cargos_messages() {
        let path = "/somewhere/target/debug/spice-cloud";
        let message = |reason: &str, name: &str, executable: &str| {
            format!(r#"{{"reason":"{reason}","target":{{"name":"{name}"}},"executable":{executable}}}"#)
        };
        let quoted = format!("\"{path}\"");
        let found = executable(&message("compiler-artifact", "spice-cloud", &quoted));
        assert_eq!(found, Some(PathBuf::from(path)));
        for other in [
            message("compiler-artifact", "spice-cloud", "null"),
            message("compiler-artifact", "another", &quoted),
            message("build-finished", "spice-cloud", &quoted),
            "   Compiling spice-cloud".to_owned(),
        ] {
            assert_eq!(executable(&other), None, "{other}");
        }
    }
}
