//! `cargo xtask package kotlin`: the jar that is published, with its sources.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{FOLDER, dist, mvn, prepare};
use crate::artefact::{clear, host, only, size_line};
use crate::native::Build;
use crate::process::{fail, finish, note, say};
use crate::sbom;

/// Makes the jar, and says where it is.
pub(crate) fn package(root: &Path) -> ExitCode {
    match make(root).and_then(|jar| Ok([size_line(&jar)?, bill(root)?])) {
        Ok(lines) => {
            for line in &lines {
                say(line);
            }
            ExitCode::SUCCESS
        }
        Err(why) => fail(&why, 1),
    }
}

/// What is compiled into the native library, beside the jar.
fn bill(root: &Path) -> Result<String, String> {
    Ok(sbom::write(root, "spice-cloud-uniffi", &host()?, &dist(root))?.display().to_string())
}

/// Makes the jar with the native library as it is given away.
pub(crate) fn make(root: &Path) -> Result<PathBuf, String> {
    note("building the native library as it is given away …");
    prepare(root, Build::Published)?;
    let folder = dist(root);
    clear(&folder)?;
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    // Installed, too, so that another project can try it.
    finish(mvn(root, FOLDER).args(["--quiet", "install", "-DskipTests", "-Prelease"]))?;
    let built = root.join(FOLDER).join("target");
    for entry in built.read_dir().map_err(|error| format!("{}: {error}", built.display()))?.flatten() {
        let name = entry.file_name();
        if name.to_string_lossy().ends_with(".jar") {
            fs::copy(entry.path(), folder.join(&name)).map_err(|error| error.to_string())?;
        }
    }
    let pom = folder.join("pom.xml");
    fs::copy(root.join(FOLDER).join("pom.xml"), pom).map_err(|error| error.to_string())?;
    only(&folder, "-sources.jar")?;
    only(&folder, "-javadoc.jar")?;
    only(&folder, "0.jar")
}
