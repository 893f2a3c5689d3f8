//! `cargo xtask demo`: builds the command line and lets it tell the story, then names who cannot tell it yet.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use serde_json::Value;

use crate::faces::{Face, Standing};
use crate::process::{cargo, fail, note, read, same_code};

/// Shows the demo; its exit code is this one's.
pub(crate) fn run(root: &Path) -> ExitCode {
    note("building the spice-cloud command …");
    let binary = match build(root) {
        Ok(binary) => binary,
        Err(message) => return fail(&message, 1),
    };
    let status = match Command::new(&binary).arg("demo").current_dir(root).status() {
        Ok(status) => status,
        Err(error) => return fail(&format!("{} did not start: {error}", binary.display()), 1),
    };
    for face in Face::ALL.into_iter().filter(|face| *face != Face::Rust) {
        note(&format!("{}: {}", face.name(), untold(face.standing(root))));
    }
    same_code(status)
}

/// Why a face does not tell the story.
const fn untold(standing: Standing) -> &'static str {
    match standing {
        Standing::NotHere => "not in this checkout yet",
        Standing::NoToolchain => "its toolchain is not installed here",
        Standing::Ready => "has no demo yet",
    }
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
