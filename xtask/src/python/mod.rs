//! The Python package: an environment with its tools, what is built into it, and what is made to be given away.

mod budget;
mod interpreters;
mod package;
mod sdist;
mod smoke;

use std::path::Path;
use std::process::ExitCode;

use crate::process::{fail, note, say};
use crate::venv::{Missing, Venv};

pub(crate) use budget::{import_time, wheel_size};
pub(crate) use interpreters::{Interpreter, all as interpreters};
pub(crate) use package::{Made, Options, make, run as package};
pub(crate) use sdist::install as install_sdist;
pub(crate) use smoke::{install as install_wheel, try_out};

/// Where the crate, the package and their tests are.
pub(crate) const FOLDER: &str = "bindings-python";

/// The environment with the tools that the package is worked on with.
pub(crate) fn environment(root: &Path) -> Result<Venv, Missing> {
    let requirements = root.join(FOLDER).join("requirements-dev.txt");
    Venv::ensure(&root.join("target/python/venv"), &requirements)
}

/// Builds the package as it is now, and makes the environment import it from its sources.
pub(crate) fn build(root: &Path, venv: &Venv) -> Result<(), String> {
    let mut command = venv.command("maturin");
    // Without a profile it would be the one of pyproject.toml, as it is given away.
    command.current_dir(root).args(["develop", "--profile", "dev", "--locked", "--quiet"]);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("the package does not build: maturin ended with {status}")),
        Err(error) => Err(format!("maturin did not start: {error}")),
    }
}

/// `cargo xtask develop python`: the environment with the package in it, and how to use it.
pub(crate) fn develop(root: &Path) -> ExitCode {
    note("making the environment and building the package …");
    let venv = match environment(root) {
        Ok(venv) => venv,
        Err(missing) => return fail(&missing.words(), 1),
    };
    if let Err(why) = build(root, &venv) {
        return fail(&why, 1);
    }
    note("\nspice_cloud is installed from its sources; after a change in Rust run this again. To use it:");
    say(&venv.activation());
    note("Then, for example:\n  python examples/python/demo.py\n  pytest\n  mypy\n  pyright\n  ruff check");
    ExitCode::SUCCESS
}
