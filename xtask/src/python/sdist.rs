//! The source distribution, built and installed from itself alone.

use std::path::Path;

use super::interpreters::Interpreter;
use crate::process::note;
use crate::venv::{Missing, Venv};

/// Unpacks an archive, which has one folder in it, and gives its files the time of now: cargo builds what is newer than
/// its last build, and a source distribution says that all its files are old.
const UNPACK: &str = "\
import os, pathlib, shutil, sys, tarfile
archive, place = map(pathlib.Path, sys.argv[1:])
shutil.rmtree(place, ignore_errors=True)
with tarfile.open(archive) as opened:
    opened.extractall(place.parent)
place.parent.joinpath(archive.name.removesuffix('.tar.gz')).rename(place)
for path in place.rglob('*'):
    os.utime(path)";

/// An environment of this interpreter with the package as pip builds it. It lies where it lay before, and is built
/// unoptimised where the workspace is, so that only our own crates are compiled.
pub(crate) fn install(root: &Path, interpreter: &Interpreter, sdist: &Path) -> Result<Venv, String> {
    let folder = root.join("target/python/sdist");
    let made = Venv::fresh(&folder.join("venv"), &interpreter.path).and_then(|venv| {
        let (place, mut unpack) = (folder.join("source"), venv.command("python"));
        let unpacked = unpack.args(["-W", "ignore", "-c", UNPACK]).arg(sdist).arg(&place).status();
        if !unpacked.is_ok_and(|status| status.success()) {
            return Err(Missing::Failed(format!("{} cannot be unpacked", sdist.display())));
        }
        note("building from the source distribution …");
        let mut pip = venv.pip_command(&["install", "--quiet"], &place);
        pip.env("CARGO_TARGET_DIR", root.join("target")).env("MATURIN_PEP517_ARGS", "--profile=dev");
        crate::venv::run(&mut pip).map(|()| venv)
    });
    made.map_err(Missing::words)
}
