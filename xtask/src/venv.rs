//! Pythons of our own in the target folder, with exactly the packages that they are given.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

/// Why there is none.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    /// The machine has no Python to begin with.
    Python,
    /// It could not be made; in words.
    Failed(String),
}

impl Missing {
    /// What a person is told.
    pub(crate) fn words(self) -> String {
        match self {
            Self::Python => HOW_TO_GET.to_owned(),
            Self::Failed(why) => why,
        }
    }
}

/// How to get what is missing.
pub(crate) const HOW_TO_GET: &str =
    "install CPython 3.10 or newer with its venv module from https://www.python.org/downloads";

/// A virtual environment.
#[derive(Debug)]
pub(crate) struct Venv {
    place: PathBuf,
}

impl Venv {
    /// One with what a requirements file names. It is made, or left as it is when it has what is asked for already.
    pub(crate) fn ensure(place: &Path, requirements: &Path) -> Result<Self, Missing> {
        Self::ensure_with(place, requirements, Path::new("python3"))
    }

    fn ensure_with(place: &Path, requirements: &Path, python: &Path) -> Result<Self, Missing> {
        let wanted = fs::read_to_string(requirements).map_err(|error| failed(requirements, &error))?;
        // Written last: it says that everything that came before it is done.
        let done = place.join("installed.txt");
        if fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
            return Ok(Self { place: place.to_path_buf() });
        }
        let venv = Self::fresh(place, python)?;
        venv.pip(&["install", "--quiet", "--requirement"], requirements)?;
        fs::write(&done, wanted).map_err(|error| failed(&done, &error))?;
        Ok(venv)
    }

    /// One with nothing in it, whatever was there before.
    pub(crate) fn fresh(place: &Path, python: &Path) -> Result<Self, Missing> {
        let usable = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))";
        if !quiet(Command::new(python).args(["-c", usable])) {
            return Err(Missing::Python);
        }
        run(Command::new(python).args(["-m", "venv", "--clear"]).arg(place))?;
        Ok(Self { place: place.to_path_buf() })
    }

    /// A program of the environment, started as if the environment were active.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.program(program));
        command.env("VIRTUAL_ENV", &self.place).env("PATH", before_path(&self.programs()));
        command
    }

    /// Where a program of the environment is.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.programs().join(name).with_extension(env::consts::EXE_EXTENSION)
    }

    /// What a person types to enter the environment.
    pub(crate) fn activation(&self) -> String {
        let script = self.programs().join("activate");
        if cfg!(windows) { script.display().to_string() } else { format!("source {}", script.display()) }
    }

    /// Lets pip work on something.
    pub(crate) fn pip(&self, arguments: &[&str], what: &Path) -> Result<(), Missing> {
        run(&mut self.pip_command(arguments, what))
    }

    /// What lets pip work on something.
    pub(crate) fn pip_command(&self, arguments: &[&str], what: &Path) -> Command {
        let mut command = self.command("python");
        command.args(["-m", "pip", "--disable-pip-version-check"]).args(arguments).arg(what);
        command
    }

    fn programs(&self) -> PathBuf {
        self.place.join(if cfg!(windows) { "Scripts" } else { "bin" })
    }
}

/// The search path with a folder before all others.
fn before_path(folder: &Path) -> OsString {
    let known = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_path_buf()).chain(env::split_paths(&known));
    // Only a folder with the separator in its name cannot be joined: then it is named in full wherever it is used.
    env::join_paths(folders).unwrap_or(known)
}

fn quiet(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Runs a command to its end, which has to be a good one.
pub(crate) fn run(command: &mut Command) -> Result<(), Missing> {
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Missing::Failed(format!("{} ended with {status}", line(command)))),
        Err(error) => Err(Missing::Failed(format!("{} did not start: {error}", line(command)))),
    }
}

/// The command as it could be typed, without what is set around it.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
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
        let venv = Venv::ensure_with(folder.path(), &requirements, Path::new("no-such-python")).unwrap();
        assert!(venv.programs().starts_with(folder.path()));
    }

    #[test]
    fn a_machine_without_python_is_told_from_a_failure() {
        let folder = tempfile::tempdir().unwrap();
        let requirements = folder.path().join("requirements.txt");
        let ensured =
            |place: &Path| Venv::ensure_with(place, &requirements, Path::new("no-such-python")).unwrap_err();
        let venv = folder.path().join("venv");
        assert!(matches!(ensured(&venv), Missing::Failed(words) if words.contains("requirements")));
        fs::write(&requirements, "example==1.0\n").unwrap();
        assert_eq!(ensured(&venv), Missing::Python);
        fs::write(folder.path().join("installed.txt"), "example==0.9\n").unwrap();
        assert_eq!(ensured(folder.path()), Missing::Python);
    }

    #[test]
    fn programs_run_as_if_the_environment_were_active() {
        let place = Path::new("some").join("venv");
        let command = Venv { place: place.clone() }.command("pytest");
        assert!(Path::new(command.get_program()).starts_with(&place));
        let set = |name: &str| command.get_envs().find(|(known, _)| *known == name).unwrap().1.unwrap();
        assert_eq!(set("VIRTUAL_ENV"), place.as_os_str());
        assert!(env::split_paths(set("PATH")).next().unwrap().starts_with(&place));
        assert!(env::split_paths(set("PATH")).count() > 1);
    }
}
