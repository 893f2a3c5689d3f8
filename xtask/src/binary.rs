//! Programs of the workspace, built as they are now.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::process::{cargo, read};

/// Builds a binary, with cargo's progress on standard error, and gives its path.
pub(crate) fn build(root: &Path, package: &str, name: &str) -> Result<PathBuf, String> {
    let mut command = cargo(root);
    command.args(["build", "--locked", "--message-format=json-render-diagnostics"]);
    command.arg(format!("--package={package}")).arg(format!("--bin={name}"));
    let mut binary = None;
    let status = read(&mut command, |line| binary = executable(line, name).or(binary.take()))
        .map_err(|error| format!("cargo did not start: {error}"))?;
    if !status.success() {
        return Err(format!("{name} of {package} does not build"));
    }
    binary.ok_or_else(|| format!("cargo built no {name}"))
}

/// Cargo's own word for where the binary is: it knows about target folders and platforms, a guess would not.
fn executable(line: &str, name: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    let ours = message["reason"] == "compiler-artifact" && message["target"]["name"].as_str() == Some(name);
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
        let read = |line: &str| executable(line, "spice-cloud");
        assert_eq!(read(&message("compiler-artifact", "spice-cloud", &quoted)), Some(PathBuf::from(path)));
        for other in [
            message("compiler-artifact", "spice-cloud", "null"),
            message("compiler-artifact", "another", &quoted),
            message("build-finished", "spice-cloud", &quoted),
            "   Compiling spice-cloud".to_owned(),
        ] {
            assert_eq!(read(&other), None, "{other}");
        }
    }
}
