//! The Pythons that this machine has.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Minor versions of Python 3 that are looked for by name.
const MINORS: std::ops::RangeInclusive<u32> = 10..=15;

/// What a Python says of itself: a wheel is for `CPython` alone, and with the stable ABI only for one that has a GIL.
const ASK: &str = "\
import sys, sysconfig, venv, ensurepip
print(sys.implementation.name, *sys.version_info[:2], sysconfig.get_config_var('Py_GIL_DISABLED') or 0, sys.executable)";

/// A `CPython` that a wheel can be made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Interpreter {
    /// What to start.
    pub(crate) path: PathBuf,
    /// `(3, 12)`.
    pub(crate) version: (u32, u32),
    /// Without a GIL, which the stable ABI does not know.
    pub(crate) free_threaded: bool,
}

impl Interpreter {
    /// What the wheel's name says of the Pythons that it is for.
    pub(crate) fn tag(&self) -> String {
        let (major, minor) = self.version;
        if self.free_threaded {
            format!("cp{major}{minor}-cp{major}{minor}t")
        } else {
            "cp310-abi3".to_owned()
        }
    }

    /// Its version, as people write it.
    pub(crate) fn name(&self) -> String {
        let (major, minor) = self.version;
        let threads = if self.free_threaded { "t" } else { "" };
        format!("{major}.{minor}{threads}")
    }

    /// What a program says of itself; nothing when it is no `CPython` that environments can be made with.
    pub(crate) fn at(program: &Path) -> Option<Self> {
        let mut command = Command::new(program);
        command.args(["-c", ASK]).stdin(Stdio::null()).stderr(Stdio::null());
        let output = command.output().ok().filter(|output| output.status.success())?;
        read(&String::from_utf8_lossy(&output.stdout))
    }
}

/// `cpython 3 12 0 /usr/bin/python3.12`
fn read(answer: &str) -> Option<Interpreter> {
    let mut words = answer.trim_end().splitn(5, ' ');
    if words.next()? != "cpython" {
        return None;
    }
    let version = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let free_threaded = words.next()? != "0";
    Some(Interpreter { path: words.next()?.into(), version, free_threaded })
}

/// One interpreter of each version from 3.10 on that wheels with the stable ABI are for. The machine's own comes first.
pub(crate) fn all() -> Vec<Interpreter> {
    let own = Interpreter::at(Path::new("python3"));
    let found = candidates().into_iter().filter_map(|program| Interpreter::at(&program));
    one_of_each(own, found)
}

fn one_of_each(own: Option<Interpreter>, found: impl Iterator<Item = Interpreter>) -> Vec<Interpreter> {
    let fits = |one: &Interpreter| one.version >= (3, 10) && !one.free_threaded;
    let own = own.filter(fits);
    let own_version = own.as_ref().map(|own| own.version);
    let mut others = BTreeMap::new();
    for one in found.filter(fits).filter(|one| Some(one.version) != own_version) {
        others.entry(one.version).or_insert(one);
    }
    own.into_iter().chain(others.into_values()).collect()
}

/// Where Pythons may be: on the search path by their names, and where pyenv keeps them.
fn candidates() -> Vec<PathBuf> {
    let mut candidates: Vec<PathBuf> = MINORS.map(|minor| format!("python3.{minor}").into()).collect();
    let home = env::var_os("HOME").map(|home| PathBuf::from(home).join(".pyenv"));
    if let Some(pyenv) = env::var_os("PYENV_ROOT").map(PathBuf::from).or(home) {
        // Most machines have none.
        let versions = pyenv.join("versions").read_dir().into_iter().flatten().flatten();
        let mut kept: Vec<PathBuf> = versions.map(|version| version.path().join("bin/python3")).collect();
        kept.sort();
        candidates.append(&mut kept);
    }
    candidates
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interpreter(path: &str, minor: u32, free_threaded: bool) -> Interpreter {
        Interpreter { path: path.into(), version: (3, minor), free_threaded }
    }

    #[test]
    fn an_answer_is_read() {
        assert_eq!(read("cpython 3 12 0 /a b/python\n"), Some(interpreter("/a b/python", 12, false)));
        assert_eq!(read("cpython 3 14 1 python3.14t\n"), Some(interpreter("python3.14t", 14, true)));
        for other in ["pypy 3 10 0 /usr/bin/pypy3", "cpython 3", "cpython three 10 0 x", ""] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    #[test]
    fn there_is_one_of_each_version_and_the_machines_own_is_first() {
        let found = ["a", "b"].map(|path| interpreter(path, 10, false));
        let others = [interpreter("old", 9, false), interpreter("t", 13, true), interpreter("c", 12, false)];
        let all = one_of_each(Some(interpreter("own", 12, false)), found.into_iter().chain(others));
        assert_eq!(all, [interpreter("own", 12, false), interpreter("a", 10, false)]);
    }

    #[test]
    fn names_and_tags_say_what_an_interpreter_is() {
        let (plain, free) = (interpreter("a", 12, false), interpreter("b", 14, true));
        assert_eq!((plain.name(), plain.tag()), ("3.12".to_owned(), "cp310-abi3".to_owned()));
        assert_eq!((free.name(), free.tag()), ("3.14t".to_owned(), "cp314-cp314t".to_owned()));
    }
}
