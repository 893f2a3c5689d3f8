//! The program that the Swift package and its peers are measured with.

use std::ffi::OsStr;
use std::path::Path;

use serde_json::json;

use super::{Worker, first_line};
use crate::native::Build;
use crate::process::{finish, note};
use crate::swift::{self, Mode, Toolchain};

/// Where the package with the peers is; `SwiftPM` takes the name of its folder for its own.
const FOLDER: &str = "bench/swift-peers";

/// A program with the peers, and with the package as it is given away; built for release.
pub(super) fn worker(root: &Path) -> Result<Worker, String> {
    swift::prepare(root, Build::Published)?;
    let toolchain = Toolchain::find()?;
    note("building it beside its peers …");
    let release = ["--configuration", "release"];
    finish(swift::swift(root, &toolchain, FOLDER, "build", Mode::Six).args(release))?;
    let mut where_is_it = swift::swift(root, &toolchain, FOLDER, "build", Mode::Six);
    let folder = first_line(where_is_it.args(release).arg("--show-bin-path"))?;
    let version = first_line(toolchain.command(root, root, OsStr::new("swift")).arg("--version"))?;
    let command = toolchain.command(root, root, Path::new(&folder).join("Worker").as_os_str());
    Ok(Worker {
        about: json!({ "toolchain": version, "packages": { "spice-cloud": env!("CARGO_PKG_VERSION") } }),
        command,
    })
}
