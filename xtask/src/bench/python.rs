//! The environment that the Python package and its peers are measured in.

use std::path::Path;

use crate::process::note;
use crate::python::{self, Options};
use crate::venv::{Missing, Venv};

/// Names the peers, each in one version.
const REQUIREMENTS: &str = "bench/python/requirements.txt";

/// An environment of its own with the peers, and with the package as its wheel has it: built for release.
pub(super) fn environment(root: &Path) -> Result<Venv, String> {
    let tools = python::environment(root).map_err(Missing::words)?;
    let made = python::make(root, &tools, &Options::default())?;
    note("installing it beside its peers …");
    let peers = Venv::ensure(&root.join("target/python/bench"), &root.join(REQUIREMENTS));
    let installed = peers.and_then(|venv| {
        // The version may be that of the wheel that is there; what is in it is not.
        let install = ["install", "--quiet", "--no-index", "--force-reinstall"];
        venv.pip(&install, &made.wheel).map(|()| venv)
    });
    installed.map_err(Missing::words)
}
