//! The program that the Swift package and its peers are measured with.

use std::ffi::OsStr;
use std::path::Path;

use serde_json::json;

use super::Worker;
use crate::native::Build;
use crate::process::{first_line, note};
use crate::swift::{self, Toolchain};

/// Where the package with the peers is; `SwiftPM` takes the name of its folder for its own.
const FOLDER: &str = "bench/swift-peers";

/// A program with the peers, and with the package as it is given away; built for release.
pub(super) fn worker(root: &Path) -> Result<Worker, String> {
    swift::prepare(root, Build::Published)?;
    let toolchain = Toolchain::find()?;
    note("building it beside its peers …");
    let command = swift::built(root, &toolchain, FOLDER, "Worker", "release")?;
    let version = first_line(toolchain.command(root, root, OsStr::new("swift")).arg("--version"))?;
    Ok(Worker {
        about: json!({ "toolchain": version, "packages": { "spice-cloud": env!("CARGO_PKG_VERSION") } }),
        command,
    })
}
