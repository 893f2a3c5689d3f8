//! The native libraries as they are given away, built before the steps that make packages of them. That takes ten minutes of both
//! cores, and most tests wait for something: so all of it happens beside them, at the lowest priority, in processes of their own.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Instant;

use super::{Outcome, one};
use crate::faces::Face;
use crate::native::{self, Build};
use crate::process::{fail, note};
use crate::{node, python};

/// What the summary calls it.
pub(super) const WHAT: &str = "libraries as they are given away";

/// A native library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Library {
    /// That of the wheel.
    Wheel,
    /// That of the npm package.
    Addon,
    /// That of the jar.
    Jar,
    /// That of the jar, without the emulator.
    Phones,
}

impl Library {
    fn name(self) -> &'static str {
        match self {
            Self::Wheel => "wheel",
            Self::Addon => "addon",
            Self::Jar => "jar",
            Self::Phones => "phones",
        }
    }

    fn build(self, root: &Path) -> Result<(), String> {
        match self {
            Self::Wheel => {
                let venv = python::environment(root).map_err(crate::venv::Missing::words)?;
                python::make(root, &venv, &python::Options::default()).map(drop)
            }
            // For its first build napi's command line sets a variable on which the crate depends, and for no later one: only what
            // was built twice is not built again.
            Self::Addon => {
                let build = || node::native(root, &node::Options::default()).map(drop);
                build().and_then(|()| build())
            }
            Self::Jar => native::library(root, Build::Published).map(drop),
            Self::Phones => native::library(root, Build::Mobile).map(drop),
        }
    }
}

/// `cargo xtask libraries`: builds these, one after the other.
pub(crate) fn run(root: &Path, libraries: &[Library]) -> ExitCode {
    match libraries.iter().try_for_each(|library| library.build(root)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => fail(&why, 1),
    }
}

/// What is built for these faces: two rows, of which one waits for nothing that cargo locks for the other.
fn rows(faces: &[Face]) -> [Vec<Library>; 2] {
    let (mut own, mut shared) = (Vec::new(), Vec::new());
    for face in faces {
        match face {
            Face::Rust | Face::Swift => {}
            Face::Python => own.push(Library::Wheel),
            Face::Node => shared.push(Library::Addon),
            Face::Kotlin => {
                own.push(Library::Phones);
                shared.push(Library::Jar);
            }
        }
    }
    [own, shared]
}

/// Builds that go on.
pub(super) struct Builds {
    began: Instant,
    running: Vec<Running>,
}

struct Running {
    names: String,
    child: Child,
    log: PathBuf,
}

/// Starts to build what these faces give away. What they are built with must not be installed twice at once, so that comes first;
/// where it cannot be, the steps of the face say why.
pub(super) fn start(root: &Path, faces: &[Face]) -> Result<Builds, String> {
    let began = Instant::now();
    let has_tools = |face: &Face| match face {
        Face::Python => python::environment(root).is_ok(),
        Face::Node => node::environment(root).is_ok(),
        Face::Rust | Face::Kotlin | Face::Swift => true,
    };
    let faces: Vec<Face> = faces.iter().copied().filter(has_tools).collect();
    let folder = root.join("target/test/given-away");
    let failed = |error: io::Error| format!("the libraries that are given away: {error}");
    fs::create_dir_all(&folder).map_err(failed)?;
    let mut running = Vec::new();
    for libraries in rows(&faces).into_iter().filter(|libraries| !libraries.is_empty()) {
        let names = libraries.iter().map(|library| library.name()).collect::<Vec<_>>();
        let log = folder.join(format!("{}.log", names.join("-")));
        note(&format!(
            "building as it is given away, beside the tests: {} ({})",
            names.join(", "),
            log.display()
        ));
        let output = File::create(&log).map_err(failed)?;
        let mut command = at_leisure(&std::env::current_exe().map_err(failed)?);
        command.current_dir(root).arg("libraries").args(&names).stdin(Stdio::null());
        command.stdout(output.try_clone().map_err(failed)?).stderr(output);
        running.push(Running { names: names.join(", "), child: command.spawn().map_err(failed)?, log });
    }
    Ok(Builds { began, running })
}

/// A program that gets what others leave of the machine.
fn at_leisure(program: &Path) -> Command {
    if cfg!(unix) {
        let mut command = Command::new("nice");
        command.args(["-n", "19"]).arg(program);
        command
    } else {
        Command::new(program)
    }
}

impl Builds {
    /// Waits until all is built, and shows what was said of what is not. There is no outcome where nothing had to be built.
    pub(super) fn finish(self) -> Option<Outcome> {
        if self.running.is_empty() {
            return None;
        }
        note(&format!("\n=== {WHAT}"));
        let mut wrong = Vec::new();
        for Running { names, mut child, log } in self.running {
            match child.wait() {
                Ok(status) if status.success() => note(&format!("built: {names}")),
                Ok(status) => {
                    note(&fs::read_to_string(&log).unwrap_or_default());
                    wrong.push(format!("{names}: {status}, see above"));
                }
                Err(error) => wrong.push(format!("{names}: {error}")),
            }
        }
        let result = if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) };
        Some(Outcome { what: WHAT.to_owned(), tally: one(result), took: self.began.elapsed() })
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum as _;

    use super::*;

    #[test]
    fn every_library_is_built_once_and_asked_for_by_its_name() {
        let mut built = rows(&Face::ALL).concat();
        for library in Library::value_variants() {
            assert_eq!(Library::from_str(library.name(), false), Ok(*library));
            let place = built.iter().position(|other| other == library).unwrap();
            built.remove(place);
        }
        assert_eq!(built, []);
        assert_eq!(rows(&[Face::Rust, Face::Swift]), [vec![], vec![]]);
    }

    #[test]
    fn a_build_that_fails_fails_the_tests() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("x.log");
        let builds = |command: &mut Command| Builds {
            began: Instant::now(),
            running: vec![Running { names: "x".into(), child: command.spawn().unwrap(), log: log.clone() }],
        };
        let good = builds(Command::new("cargo").arg("--version").stdout(Stdio::null())).finish().unwrap();
        assert_eq!((good.tally.passed, good.tally.failed), (1, 0));
        let bad = builds(Command::new("cargo").arg("--no-such").stderr(Stdio::null())).finish().unwrap();
        assert_eq!((bad.tally.passed, bad.tally.failed), (0, 1));
    }

    #[test]
    fn what_did_not_have_to_be_built_has_not_passed() {
        let root = tempfile::tempdir().unwrap();
        let builds = start(root.path(), &[Face::Rust, Face::Swift]).unwrap();
        assert!(builds.finish().is_none());
    }
}
