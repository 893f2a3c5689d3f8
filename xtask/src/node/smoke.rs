//! The packed package in a project that has nothing else: does it do its work there?

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::package::Made;
use super::{FOLDER, failed, finish, node, npm};
use crate::artefact::clear;

/// A project of its own, far from the sources' tools, with the two packages alone.
pub(crate) fn install(root: &Path, made: &Made) -> Result<PathBuf, String> {
    let project = root.join("target/node/smoke");
    clear(&project)?;
    copied(&root.join(FOLDER).join("tests/smoke"), &project).map_err(|error| failed(&project, &error))?;
    add(root, &project, made)?;
    Ok(project)
}

/// Adds the two packages to a project. The optional ones for other machines need not exist anywhere.
pub(super) fn add(root: &Path, project: &Path, made: &Made) -> Result<(), String> {
    let mut command = npm(root);
    command.current_dir(project).args(["install", "--no-save", "--no-package-lock"]);
    command.args(["--ignore-scripts", "--loglevel=error"]);
    finish(command.arg(&made.package).arg(&made.native))
}

/// Lets the programs that try the package out run, as both kinds of module.
pub(crate) fn try_out(root: &Path, project: &Path) -> Result<(), String> {
    for program in ["smoke.mjs", "smoke.cjs"] {
        finish(node(root).current_dir(project).arg(program))?;
    }
    Ok(())
}

/// Copies a folder.
pub(super) fn copied(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in from.read_dir()? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copied(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_copied_with_what_is_in_it() {
        let place = tempfile::tempdir().unwrap();
        let (from, to) = (place.path().join("a"), place.path().join("b"));
        fs::create_dir_all(from.join("inner")).unwrap();
        fs::write(from.join("inner/file"), "x").unwrap();
        copied(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join("inner/file")).unwrap(), "x");
    }
}
