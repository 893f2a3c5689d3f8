//! A Python of our own in the target folder, with exactly the packages that a requirements file names.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, io};

/// Why there is none.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    /// The machine has no Python to begin with.
    Python,
    /// It could not be made; in words.
    Failed(String),
}

/// How to get what is missing.
pub(crate) const HOW_TO_GET: &str =
    "install CPython 3.10 or newer with its venv module from https://www.python.org/downloads";

/// Makes the environment, or leaves it as it is when it has what is asked for already, and gives the folder of its
/// programs.
pub(crate) fn ensure(root: &Path, requirements: &Path) -> Result<PathBuf, Missing> {
    ensure_in(&root.join("target/venv"), requirements, "python3")
}

fn ensure_in(place: &Path, requirements: &Path, python: &str) -> Result<PathBuf, Missing> {
    let wanted = fs::read_to_string(requirements).map_err(|error| failed(requirements, &error))?;
    let programs = place.join(if cfg!(windows) { "Scripts" } else { "bin" });
    // Written last: it says that everything that came before it is done.
    let done = place.join("installed.txt");
    if fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(programs);
    }
    let usable = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))";
    if !quiet(python, &["-c", usable]) {
        return Err(Missing::Python);
    }
    run(Command::new(python).args(["-m", "venv", "--clear"]).arg(place))?;
    run(Command::new(programs.join("python"))
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(requirements))?;
    fs::write(&done, wanted).map_err(|error| failed(&done, &error))?;
    Ok(programs)
}

fn quiet(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn run(command: &mut Command) -> Result<(), Missing> {
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Missing::Failed(format!("{command:?} ended with {status}"))),
        Err(error) => Err(Missing::Failed(format!("{command:?} did not start: {error}"))),
    }
}

fn failed(path: &Path, error: &io::Error) -> Missing {
    Missing::Failed(format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_installed_already_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let requirements = folder.path().join("requirements.txt");
        fs::write(&requirements, "example==1.0\n").unwrap();
        fs::write(folder.path().join("installed.txt"), "example==1.0\n").unwrap();
        let programs = ensure_in(folder.path(), &requirements, "no-such-python").unwrap();
        assert!(programs.starts_with(folder.path()));
    }

    #[test]
    fn a_machine_without_python_is_told_from_a_failure() {
        let folder = tempfile::tempdir().unwrap();
        let requirements = folder.path().join("requirements.txt");
        let ensured = |python| ensure_in(&folder.path().join("venv"), &requirements, python);
        assert!(
            matches!(ensured("no-such-python"), Err(Missing::Failed(words)) if words.contains("requirements"))
        );
        fs::write(&requirements, "example==1.0\n").unwrap();
        assert_eq!(ensured("no-such-python"), Err(Missing::Python));
        fs::write(folder.path().join("installed.txt"), "example==0.9\n").unwrap();
        assert_eq!(ensure_in(folder.path(), &requirements, "no-such-python"), Err(Missing::Python));
    }
}
