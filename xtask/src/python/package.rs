//! `cargo xtask package python`: the wheel and the source distribution, and that they are what they should be.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use super::environment;
use super::interpreters::Interpreter;
use crate::artefact::{clear, file_name, host, only, size_line, wrong};
use crate::process::{fail, note, read, say};
use crate::sbom;
use crate::venv::Venv;

/// Where packages are put.
const FOLDER: &str = "target/dist/python";

/// How a wheel for a platform is linked, and what its name says of the platform.
struct Platform {
    triple: &'static str,
    /// Arguments to maturin. On Linux the C library of the oldest system counts, which zig brings.
    linked: &'static [&'static str],
    tag: &'static str,
}

const MANYLINUX: &[&str] = &["--zig", "--compatibility", "manylinux2014"];
const MUSLLINUX: &[&str] = &["--zig", "--compatibility", "musllinux_1_2"];
const NATIVE: &[&str] = &["--compatibility", "pypi"];

const PLATFORMS: [Platform; 8] = [
    Platform {
        triple: "x86_64-unknown-linux-gnu",
        linked: MANYLINUX,
        tag: "manylinux2014_x86_64.manylinux_2_17_x86_64",
    },
    Platform {
        triple: "aarch64-unknown-linux-gnu",
        linked: MANYLINUX,
        tag: "manylinux2014_aarch64.manylinux_2_17_aarch64",
    },
    Platform { triple: "x86_64-unknown-linux-musl", linked: MUSLLINUX, tag: "musllinux_1_2_x86_64" },
    Platform { triple: "aarch64-unknown-linux-musl", linked: MUSLLINUX, tag: "musllinux_1_2_aarch64" },
    Platform { triple: "x86_64-apple-darwin", linked: NATIVE, tag: "macosx_10_12_x86_64" },
    Platform { triple: "aarch64-apple-darwin", linked: NATIVE, tag: "macosx_11_0_arm64" },
    Platform { triple: "x86_64-pc-windows-msvc", linked: NATIVE, tag: "win_amd64" },
    Platform { triple: "aarch64-pc-windows-msvc", linked: NATIVE, tag: "win_arm64" },
];

/// What the wheel is for.
#[derive(Debug, Default)]
pub(crate) struct Options {
    /// Platform of the wheel, as Rust names it; this machine's if not given.
    pub(crate) target: Option<String>,
    /// Python to build the wheel for; the environment's if not given.
    pub(crate) interpreter: Option<PathBuf>,
}

/// What was made.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) wheel: PathBuf,
    pub(crate) sdist: PathBuf,
}

/// Makes both and says how large they are.
pub(crate) fn run(root: &Path, options: &Options) -> ExitCode {
    let made =
        environment(root).map_err(crate::venv::Missing::words).and_then(|venv| make(root, &venv, options));
    let lines = made.and_then(|made| {
        let platform = options.target.clone().map_or_else(host, Ok)?;
        let bill = sbom::write(root, "spice-cloud-python", &platform, &root.join(FOLDER))?;
        Ok([size_line(&made.wheel)?, size_line(&made.sdist)?, bill.display().to_string()])
    });
    match lines {
        Ok(lines) => {
            for line in lines {
                say(&line);
            }
            ExitCode::SUCCESS
        }
        Err(why) => fail(&why, 1),
    }
}

/// Makes both, in place of what was made before, and looks at what is in them.
pub(crate) fn make(root: &Path, venv: &Venv, options: &Options) -> Result<Made, String> {
    let triple = options.target.clone().map_or_else(host, Ok)?;
    let platform = PLATFORMS
        .iter()
        .find(|platform| platform.triple == triple)
        .ok_or_else(|| format!("there are no wheels for {triple}"))?;
    let python = options.interpreter.clone().unwrap_or_else(|| venv.program("python"));
    let interpreter =
        Interpreter::at(&python).ok_or_else(|| format!("{} is no CPython", python.display()))?;
    let folder = root.join(FOLDER);
    clear(&folder)?;
    note("building the wheel for release …");
    let mut wheel = maturin(root, venv, "build");
    // What C compilers make differs by who links it, and whoever builds another library meanwhile need not wait.
    wheel.env("CARGO_TARGET_DIR", root.join("target/python/cargo"));
    wheel
        .args(["--profile", "published", "--locked", "--compression-level", "9"])
        .args(platform.linked)
        .arg("--out")
        .arg(&folder);
    wheel.args(["--target", platform.triple]).arg("--interpreter").arg(&interpreter.path);
    finish(&mut wheel)?;
    finish(maturin(root, venv, "sdist").arg("--out").arg(&folder))?;
    let made = Made { wheel: only(&folder, ".whl")?, sdist: only(&folder, ".tar.gz")? };
    let (name, tag) = (file_name(&made.wheel), format!("-{}-{}.whl", interpreter.tag(), platform.tag));
    if !name.ends_with(&tag) {
        return Err(format!("the wheel is {name}, which does not end in {tag}"));
    }
    wrong_in_wheel(&listed(venv, "zipfile", &made.wheel)?)?;
    wrong_in_sdist(&listed(venv, "tarfile", &made.sdist)?)?;
    Ok(made)
}

fn maturin(root: &Path, venv: &Venv, what: &str) -> Command {
    let mut command = venv.command("maturin");
    command.current_dir(root).arg(what);
    command
}

fn finish(command: &mut Command) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("maturin ended with {status}")),
        Err(error) => Err(format!("maturin did not start: {error}")),
    }
}

/// The names in an archive, as Python's module for it lists them.
fn listed(venv: &Venv, module: &str, archive: &Path) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    let mut command = venv.command("python");
    command.args(["-m", module, "--list"]).arg(archive);
    let status = read(&mut command, |line| names.extend(line.split_whitespace().next().map(str::to_owned)));
    match status {
        Ok(status) if status.success() => Ok(names),
        Ok(status) => Err(format!("{} cannot be read: {status}", archive.display())),
        Err(error) => Err(format!("python did not start: {error}")),
    }
}

/// The wheel has one library, what type checkers need, and the licence.
fn wrong_in_wheel(names: &[String]) -> Result<(), String> {
    let stub = "spice_cloud/_native.pyi";
    let is_library = |name: &&String| name.starts_with("spice_cloud/_native.") && *name != stub;
    let libraries = names.iter().filter(is_library).count();
    if libraries != 1 {
        return Err(format!("the wheel has {libraries} native libraries"));
    }
    let needed = ["spice_cloud/__init__.py", stub, "spice_cloud/py.typed", "/LICENSE"];
    wrong("wheel", names, &needed, &["__pycache__", ".pdb", "tests/"])
}

/// The source distribution has what is compiled in, and nothing that was compiled.
fn wrong_in_sdist(names: &[String]) -> Result<(), String> {
    let needed = [
        "/api/openapi.json",
        "/bindings-python/python/spice_cloud/_native.pyi",
        "/examples/sales-bi/spicepod.yaml",
        "/Cargo.lock",
        "/LICENSE",
        "/README.md",
    ];
    wrong("source distribution", names, &needed, &["__pycache__", ".so", ".pyd", "/target/"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    const WHEEL: [&str; 5] = [
        "spice_cloud/__init__.py",
        "spice_cloud/_native.pyi",
        "spice_cloud/_native.abi3.so",
        "spice_cloud/py.typed",
        "spice_cloud-0.1.0.dist-info/licenses/LICENSE",
    ];

    #[test]
    fn a_wheel_has_all_it_needs_and_one_library() {
        assert_eq!(wrong_in_wheel(&names(&WHEEL)), Ok(()));
        for gone in WHEEL {
            let rest: Vec<&str> = WHEEL.into_iter().filter(|name| *name != gone).collect();
            assert!(wrong_in_wheel(&names(&rest)).is_err(), "{gone} is not missed");
        }
        for more in ["spice_cloud/_native.cpython-312-x86_64-linux-gnu.so", "spice_cloud/__pycache__/a.pyc"] {
            assert!(wrong_in_wheel(&names(&[&WHEEL[..], &[more]].concat())).is_err(), "{more} is not seen");
        }
    }

    #[test]
    fn a_source_distribution_without_the_contract_is_wrong() {
        let why = wrong_in_sdist(&names(&["x-1/Cargo.lock", "x-1/a/_native.abi3.so"])).unwrap_err();
        for words in ["lacks /api/openapi.json", "lacks /LICENSE", "has x-1/a/_native.abi3.so"] {
            assert!(why.contains(words), "{why}");
        }
        assert!(!why.contains("lacks /Cargo.lock"), "{why}");
    }
}
