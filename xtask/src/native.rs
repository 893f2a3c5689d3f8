//! The native library of the Kotlin and Swift packages, and what `UniFFI` writes for it.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::artefact::size;
use crate::process::{cargo, finish, note, read};

/// Where the crate, both packages and the generator are.
pub(crate) const FOLDER: &str = "bindings-uniffi";

/// How the library is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Build {
    /// Without optimisation, with the emulator.
    Debug,
    /// As it is given away, with the emulator.
    Published,
    /// As apps for phones have it: without the emulator.
    Mobile,
}

impl Build {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Debug => &[],
            Self::Published => &["--profile=published"],
            Self::Mobile => &["--profile=mobile", "--no-default-features"],
        }
    }
}

/// What the library's file is called here.
pub(crate) fn file_name() -> String {
    format!("{DLL_PREFIX}spice_cloud_native{DLL_SUFFIX}")
}

/// Builds the library, and gives where cargo put it.
pub(crate) fn library(root: &Path, build: Build) -> Result<PathBuf, String> {
    let mut command = cargo(root);
    command.args([
        "build",
        "--locked",
        "--package=spice-cloud-uniffi",
        "--message-format=json-render-diagnostics",
    ]);
    command.args(build.arguments());
    let mut library = None;
    let status = read(&mut command, |line| library = artifact(line).or(library.take()))
        .map_err(|error| format!("cargo did not start: {error}"))?;
    if !status.success() {
        return Err("the native library does not build".into());
    }
    library.ok_or_else(|| "cargo built no native library".into())
}

/// Cargo's own word for where the library is: it has several forms, of which one is for other languages.
fn artifact(line: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    let ours = message["reason"] == "compiler-artifact" && message["target"]["name"] == "spice_cloud_native";
    let files = message["filenames"].as_array().filter(|_| ours)?;
    files.iter().filter_map(Value::as_str).find(|file| file.ends_with(DLL_SUFFIX)).map(PathBuf::from)
}

/// Has `UniFFI` write what a language needs to call a library, which must have its symbols.
pub(crate) fn bindings(root: &Path, language: &str, library: &Path, folder: &Path) -> Result<(), String> {
    note("writing what `UniFFI` needs …");
    let mut command = cargo(root);
    command.args(["run", "--quiet", "--locked", "--package=spice-cloud-bindgen", "--", language]);
    finish(command.arg(library).arg(root.join(FOLDER).join("uniffi.toml")).arg(folder))
}

/// The most that the library may have without the emulator, in bytes.
const PHONES: u64 = 6_000_000;

/// Holds the library, as apps for phones have it, to its budget.
pub(crate) fn size_for_phones(root: &Path) -> Result<(), String> {
    let bytes = size(&library(root, Build::Mobile)?)?;
    note(&format!("the native library has {bytes} bytes without the emulator"));
    if bytes < PHONES { Ok(()) } else { Err(format!("{bytes} bytes, and {PHONES} are too many")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_is_found_in_cargos_messages() {
        let file = file_name();
        let message = |reason: &str, name: &str| {
            format!(
                r#"{{"reason":"{reason}","target":{{"name":"{name}"}},"filenames":["/t/libx.rlib","/t/{file}"]}}"#
            )
        };
        let found = artifact(&message("compiler-artifact", "spice_cloud_native"));
        assert_eq!(found, Some(Path::new("/t").join(&file)));
        for other in [
            message("compiler-artifact", "another"),
            message("build-finished", "spice_cloud_native"),
            "   Compiling".to_owned(),
        ] {
            assert_eq!(artifact(&other), None, "{other}");
        }
    }
}
