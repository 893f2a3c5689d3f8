//! The folder that the npm package and its peers are measured in.

use std::path::{Path, PathBuf};

use crate::node::{self, Options};
use crate::process::note;

/// A folder of its own with the peers, and with the package as it is given away: built for release.
pub(super) fn environment(root: &Path) -> Result<PathBuf, String> {
    node::environment(root)?;
    let made = node::make(root, &Options::default())?;
    note("installing it beside its peers …");
    node::project(root, &root.join("bench/node"), &root.join("target/node/bench"), &made)
}
