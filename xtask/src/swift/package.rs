//! `cargo xtask package swift`: the package with the native library for this machine.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use super::{FOLDER, LIBRARY, prepare};
use crate::artefact::{clear, host, size_line};
use crate::native::{self, Build};
use crate::process::{fail, finish, note, say};
use crate::sbom;

/// Makes the package, and says where it is.
pub(crate) fn package(root: &Path) -> ExitCode {
    match make(root).and_then(|line| Ok([line, bill(root)?])) {
        Ok(lines) => {
            for line in &lines {
                say(line);
            }
            ExitCode::SUCCESS
        }
        Err(why) => fail(&why, 1),
    }
}

/// What is compiled into the native library, beside the archive.
fn bill(root: &Path) -> Result<String, String> {
    let file = sbom::write(root, "spice-cloud-uniffi", &host()?, &root.join("target/dist/swift"))?;
    Ok(file.display().to_string())
}

fn make(root: &Path) -> Result<String, String> {
    note("building the native library as it is given away …");
    prepare(root, Build::Published)?;
    let folder = root.join("target/dist/swift");
    clear(&folder)?;
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let archive = folder.join("spice-cloud-swift.tar.gz");
    let mut tar = std::process::Command::new("tar");
    tar.arg("--create").arg("--gzip").arg("--file").arg(&archive);
    tar.arg("--directory").arg(root.join(FOLDER)).args(["Package.swift", "Sources"]);
    finish(tar.arg("--directory").arg(root.join(LIBRARY)).arg(native::file_name()))?;
    size_line(&archive)
}
