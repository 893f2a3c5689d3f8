//! The Swift package: what it links, what `UniFFI` writes for it, and the tools of Swift.

mod docs;
mod package;
mod reader;
mod toolchain;

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use crate::native::{self, Build};
use crate::process::{fail, finish, first_line, note, say};

pub(crate) use docs::run as run_docs;
pub(crate) use package::package;
pub(crate) use reader::Reader;
pub(crate) use toolchain::{CAN_PREPARE, Toolchain};

/// Where the package is.
pub(crate) const FOLDER: &str = "bindings-uniffi/swift";

/// Where the native library is linked from.
const LIBRARY: &str = "target/swift";

/// A way to build Swift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// As the package says: Swift 6.
    Six,
    /// With the rules of Swift 5.
    Five,
}

/// Puts what Swift needs of the native library where the package finds it.
pub(crate) fn prepare(root: &Path, build: Build) -> Result<(), String> {
    // What `UniFFI` reads are the symbols, which only builds for ourselves have.
    let readable = native::library(root, Build::Debug)?;
    let library = if build == Build::Debug { readable.clone() } else { native::library(root, build)? };
    let written = root.join(LIBRARY).join("uniffi");
    native::bindings(root, "swift", &readable, &written)?;
    let sources = root.join(FOLDER).join("Sources");
    place(
        &written.join("SpiceCloudNative.swift"),
        &sources.join("SpiceCloudNative/generated/SpiceCloudNative.swift"),
    )?;
    place(&written.join("SpiceCloudFFI.h"), &sources.join("SpiceCloudFFI/SpiceCloudFFI.h"))?;
    place(&library, &root.join(LIBRARY).join(native::file_name()))
}

/// Copies what differs: a file that is written anew is compiled anew.
fn place(from: &Path, to: &Path) -> Result<(), String> {
    let wrong = |error: std::io::Error| format!("{}: {error}", to.display());
    let wanted = fs::read(from).map_err(|error| format!("{}: {error}", from.display()))?;
    if fs::read(to).is_ok_and(|present| present == wanted) {
        return Ok(());
    }
    to.parent().map(fs::create_dir_all).transpose().map_err(wrong)?;
    // A library that a process still has cannot be written over, but it can be replaced.
    let fresh = to.with_extension("new");
    fs::write(&fresh, wanted).and_then(|()| fs::rename(&fresh, to)).map_err(wrong)
}

/// `swift` with a task of its own, such as `build`, in a folder with a package.
pub(crate) fn swift(root: &Path, toolchain: &Toolchain, folder: &str, task: &str, mode: Mode) -> Command {
    let library = root.join(LIBRARY);
    let mut command = toolchain.command(root, &root.join(folder), OsStr::new("swift"));
    command.arg(task);
    // Each mode and package has a folder for what it builds, outside of the sources.
    let name = folder.replace(['/', '\\'], "-");
    command.arg("--scratch-path").arg(library.join(format!("build/{name}-{mode:?}")));
    command.arg("-Xlinker").arg(format!("-L{}", library.display()));
    command.args(["-Xlinker", "-rpath", "-Xlinker"]).arg(&library);
    if mode == Mode::Five {
        command.args(["-Xswiftc", "-swift-version", "-Xswiftc", "5"]);
    }
    command
}

/// Looks whether all Swift is laid out as its formatter does it; what `UniFFI` writes is not ours.
pub(crate) fn lint(root: &Path, toolchain: &Toolchain) -> Command {
    let mut command = toolchain.command(root, &root.join(FOLDER), OsStr::new("swift"));
    command.args(["format", "lint", "--strict", "--recursive", "Package.swift", "Sources/SpiceCloud"]);
    command.args(["Sources/SpiceCloudTesting", "Tests"]);
    command.args(
        ["examples/swift-demo", "bench/swift-peers", "tests/soak/swift-soak"].map(|folder| root.join(folder)),
    );
    command
}

/// `cargo xtask develop swift`: what the package needs, and how to use it.
pub(crate) fn develop(root: &Path) -> ExitCode {
    note("building what the Swift package needs …");
    let toolchain = match prepare(root, Build::Debug).and_then(|()| Toolchain::find()) {
        Ok(toolchain) => toolchain,
        Err(why) => return fail(&why, 1),
    };
    note("\nThe package has what it needs; after a change of the Rust run this again. Then, for example:");
    match toolchain {
        Toolchain::Here => {
            let library = root.join(LIBRARY);
            let library = library.display();
            say(&format!(
                "swift test --package-path {FOLDER} -Xlinker -L{library} -Xlinker -rpath -Xlinker {library}"
            ));
        }
        Toolchain::Root(_) => say("cargo xtask test swift"),
    }
    ExitCode::SUCCESS
}

/// Runs an executable of a package.
pub(crate) fn program(root: &Path, toolchain: &Toolchain, folder: &str) -> Command {
    let mut command = swift(root, toolchain, folder, "run", Mode::Six);
    command.arg("--quiet");
    command
}

/// Builds a package in a configuration, `debug` or `release`, and gives what starts one of its executables.
pub(crate) fn built(
    root: &Path,
    toolchain: &Toolchain,
    folder: &str,
    executable: &str,
    configuration: &str,
) -> Result<Command, String> {
    let build = || {
        let mut command = swift(root, toolchain, folder, "build", Mode::Six);
        command.args(["--configuration", configuration]);
        command
    };
    finish(&mut build())?;
    let place = first_line(build().arg("--show-bin-path"))?;
    Ok(toolchain.command(root, root, Path::new(&place).join(executable).as_os_str()))
}
