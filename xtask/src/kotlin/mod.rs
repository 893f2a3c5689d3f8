//! The Kotlin library: what is built into its jar, and Maven.

mod docs;
mod package;
mod surefire;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use crate::artefact::clear;
use crate::native::{self, Build};
use crate::process::{fail, finish, note, say, without_cargos_libraries};

pub(crate) use docs::run as run_docs;
pub(crate) use package::{make, package};
pub(crate) use surefire::Reader;

/// Where the library's sources and tests are.
pub(crate) const FOLDER: &str = "bindings-uniffi/kotlin";

/// Maven in a folder of the workspace.
pub(crate) fn mvn(root: &Path, folder: &str) -> Command {
    let mut command = Command::new(if cfg!(windows) { "mvn.cmd" } else { "mvn" });
    command.current_dir(root.join(folder)).args(["--batch-mode", "--no-transfer-progress"]);
    without_cargos_libraries(root, &mut command);
    command
}

/// Builds what Maven takes from outside: the native library, and the Kotlin that `UniFFI` writes for it.
pub(crate) fn prepare(root: &Path, build: Build) -> Result<(), String> {
    let folder = root.join("target/kotlin");
    // What `UniFFI` reads are the symbols, which only builds for ourselves have.
    let readable = native::library(root, Build::Debug)?;
    let library = if build == Build::Debug { readable.clone() } else { native::library(root, build)? };
    native::bindings(root, "kotlin", &readable, &folder.join("uniffi"))?;
    let resources = folder.join("resources").join(platform()?);
    fs::create_dir_all(&resources).map_err(|error| format!("{}: {error}", resources.display()))?;
    place(&library, &resources.join(native::file_name()))
}

/// The file of a process that still runs cannot be written over, but it can be replaced.
fn place(from: &Path, to: &Path) -> Result<(), String> {
    let fresh = to.with_extension("new");
    let placed = fs::copy(from, &fresh).and_then(|_| fs::rename(&fresh, to));
    placed.map_err(|error| format!("{}: {error}", to.display()))
}

/// This machine, as JNA names the folders of native libraries.
fn platform() -> Result<&'static str, String> {
    let known = match (env::consts::OS, env::consts::ARCH) {
        ("linux", "x86_64") => "linux-x86-64",
        ("linux", "aarch64") => "linux-aarch64",
        ("macos", "x86_64") => "darwin-x86-64",
        ("macos", "aarch64") => "darwin-aarch64",
        ("windows", "x86_64") => "win32-x86-64",
        ("windows", "aarch64") => "win32-aarch64",
        (system, machine) => return Err(format!("there is no native library for {system} on {machine}")),
    };
    Ok(known)
}

/// Puts the library as it is now where Maven's projects on this machine find it.
pub(crate) fn install(root: &Path) -> Result<(), String> {
    prepare(root, Build::Debug)?;
    finish(mvn(root, FOLDER).args(["--quiet", "install", "-DskipTests"]))
}

/// Runs the main class of a project that uses the installed library.
pub(crate) fn program(root: &Path, folder: &str) -> Command {
    let mut command = mvn(root, folder);
    command.args(["--quiet", "compile", "exec:java"]);
    command
}

/// Compiles a project that uses the installed library into a folder, beside the jars that it needs, and gives the class path.
/// The project has its classes in that folder's `classes`.
pub(crate) fn compiled(root: &Path, project: &str, folder: &str) -> Result<OsString, String> {
    let folder = root.join(folder);
    let jars = folder.join("jars");
    clear(&jars)?;
    let place = format!("-DoutputDirectory={}", jars.display());
    finish(mvn(root, project).args(["--quiet", "compile", "dependency:copy-dependencies", &place]))?;
    env::join_paths([folder.join("classes"), jars.join("*")]).map_err(|error| error.to_string())
}

/// The formatter, of which newer ones may want it otherwise.
const KTLINT: &str = "1.8.0";

/// Looks whether all Kotlin is laid out as its formatter does it; what `UniFFI` writes is not ours.
pub(crate) fn lint(root: &Path) -> Result<(), String> {
    let jar = root.join(format!("target/kotlin/tools/ktlint-cli-{KTLINT}-all.jar"));
    if !jar.exists() {
        let artifact = format!("-Dartifact=com.pinterest.ktlint:ktlint-cli:{KTLINT}:jar:all");
        let place = format!("-DoutputDirectory={}", jar.parent().unwrap_or(root).display());
        finish(mvn(root, FOLDER).args(["--quiet", "dependency:copy", &artifact, &place]))?;
    }
    let others = ["examples/kotlin/src", "bench/kotlin/src", "tests/soak/kotlin/src"]
        .map(|folder| root.join(folder).join("**/*.kt"));
    let mut ktlint = Command::new("java");
    finish(ktlint.current_dir(root.join(FOLDER)).arg("-jar").arg(jar).arg("src/**/*.kt").args(others))
}

/// `cargo xtask develop kotlin`: the library built and installed, and how to use it.
pub(crate) fn develop(root: &Path) -> ExitCode {
    note("building the Kotlin library …");
    if let Err(why) = install(root) {
        return fail(&why, 1);
    }
    note(
        "\nspice-cloud is in Maven's repository of this machine; after a change run this again. Then, for example:",
    );
    say("mvn -q -f examples/kotlin compile exec:java");
    note(&format!("mvn -f {FOLDER} test"));
    ExitCode::SUCCESS
}

/// Where what is given away lies.
pub(crate) fn dist(root: &Path) -> PathBuf {
    root.join("target/dist/kotlin")
}
