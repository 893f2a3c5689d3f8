//! What others use the package with: compilers of several years, and the runners of their tests.

use std::path::{Path, PathBuf};

use super::package::Made;
use super::smoke::{add, copied};
use super::{FOLDER, failed, finish, npm, tool};
use crate::artefact::clear;

/// The compilers, as the lockfile names them.
const COMPILERS: [&str; 3] = ["typescript-5.2", "typescript-5.9", "typescript"];

/// The projects in `tests/types`, one for each way to find a module.
const PROJECTS: [&str; 2] = ["node16", "bundler"];

/// The test runners that have a project in `tests/runners`.
pub(crate) const RUNNERS: [&str; 2] = ["vitest", "jest"];

/// Every compiler accepts a program that uses the installed package, its declarations included.
pub(crate) fn types(root: &Path, project: &Path) -> Result<(), String> {
    let types = project.join("types");
    clear(&types)?;
    copied(&root.join(FOLDER).join("tests/types"), &types).map_err(|error| failed(&types, &error))?;
    let mut wrong = Vec::new();
    for compiler in COMPILERS {
        for resolution in PROJECTS {
            let mut command = tool(root, compiler, "bin/tsc");
            command.arg("--project").arg(types.join(format!("tsconfig.{resolution}.json")));
            let checked = finish(&mut command);
            wrong.extend(checked.err().map(|_| format!("{compiler} with {resolution}: see above")));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// A project of a test runner, with the package, passes its tests.
pub(crate) fn runner(root: &Path, name: &str, made: &Made) -> Result<(), String> {
    let source = root.join(FOLDER).join("tests/runners").join(name);
    let project = project(root, &source, &root.join("target/node/runners").join(name), made)?;
    finish(npm(root).current_dir(&project).args(["test", "--silent"]))
}

/// A copy of a folder, with what its lockfile names and with the package.
pub(crate) fn project(root: &Path, source: &Path, place: &Path, made: &Made) -> Result<PathBuf, String> {
    clear(place)?;
    copied(source, place).map_err(|error| failed(source, &error))?;
    finish(npm(root).current_dir(place).args(["ci", "--ignore-scripts", "--loglevel=error"]))?;
    add(root, place, made)?;
    Ok(place.to_path_buf())
}
