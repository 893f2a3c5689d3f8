//! A wheel in an environment that has nothing else: does it do its work there?

use std::path::Path;

use super::FOLDER;
use super::interpreters::Interpreter;
use crate::venv::{Missing, Venv};

/// An environment of this interpreter with the wheel alone. Nothing is fetched: the package needs no other.
pub(crate) fn install(root: &Path, interpreter: &Interpreter, wheel: &Path) -> Result<Venv, String> {
    let place = root.join("target/python/smoke").join(interpreter.name());
    let installed = Venv::fresh(&place, &interpreter.path)
        .and_then(|venv| venv.pip(&["install", "--quiet", "--no-index"], wheel).map(|()| venv));
    installed.map_err(Missing::words)
}

/// Lets the script that tries the package out run, far from the sources.
pub(crate) fn try_out(root: &Path, venv: &Venv) -> Result<(), String> {
    let elsewhere = tempfile::tempdir().map_err(|error| format!("there is no folder to run in: {error}"))?;
    let mut command = venv.command("python");
    // Isolated: neither the script's folder nor the environment may lead to another package.
    command.current_dir(elsewhere.path()).arg("-I");
    command.arg(root.join(FOLDER).join("tests/smoke/smoke.py"));
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("the script ended with {status}: see above")),
        Err(error) => Err(format!("python did not start: {error}")),
    }
}
