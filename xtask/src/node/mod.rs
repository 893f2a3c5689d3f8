//! The npm package: its tools, what is built into it, and what is made to be given away.

mod budget;
mod consumers;
mod package;
mod smoke;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs, io};

use serde_json::Value;

use crate::process::{cargo, fail, finish, note, read, say};

pub(crate) use budget::{load_time, tarball_size};
pub(crate) use consumers::{RUNNERS, project, runner, types};
pub(crate) use package::{Made, Options, make, native, run as package};
pub(crate) use smoke::{install as install_tarballs, try_out};

/// Where the crate, the package and their tests are.
pub(crate) const FOLDER: &str = "bindings-node";

/// npm, which is a script on Windows, started in the workspace's folder.
pub(crate) fn npm(root: &Path) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(root);
    command
}

/// Node, started in the workspace's folder.
pub(crate) fn node(root: &Path) -> Command {
    let mut command = Command::new("node");
    command.current_dir(root);
    command
}

/// A tool that npm has installed.
pub(crate) fn tool(root: &Path, package: &str, script: &str) -> Command {
    let mut command = node(root);
    command.arg(root.join("node_modules").join(package).join(script));
    command
}

/// The tools that the lockfile names. They are installed, or left as they are when they are what it names already.
pub(crate) fn environment(root: &Path) -> Result<(), String> {
    let wanted = text(&root.join("package-lock.json"))?;
    // Written last: it says that everything that came before it is done.
    let done = root.join("node_modules/.installed.json");
    if fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    finish(npm(root).args(["ci", "--ignore-scripts", "--loglevel=error"]))?;
    fs::write(&done, wanted).map_err(|error| failed(&done, &error))
}

/// Builds the package as it is now: the native library without optimisation, and the TypeScript.
pub(crate) fn build(root: &Path) -> Result<(), String> {
    let built = library(root)?;
    let place = root.join(FOLDER).join(format!("spice-cloud.{}.node", triple()?));
    // The file of a process that still runs cannot be written over, but it can be replaced.
    let fresh = place.with_extension("new");
    fs::copy(&built, &fresh).map_err(|error| failed(&built, &error))?;
    fs::rename(&fresh, &place).map_err(|error| failed(&place, &error))?;
    finish(node(root).arg(root.join(FOLDER).join("scripts/build.mjs")))
}

/// Where cargo puts the native library.
fn library(root: &Path) -> Result<PathBuf, String> {
    let mut command = cargo(root);
    command.args([
        "build",
        "--locked",
        "--package=spice-cloud-node",
        "--message-format=json-render-diagnostics",
    ]);
    let mut library = None;
    let status = read(&mut command, |line| library = artifact(line).or(library.take()))
        .map_err(|error| format!("cargo did not start: {error}"))?;
    if !status.success() {
        return Err("the native library does not build".into());
    }
    library.ok_or_else(|| "cargo built no native library".into())
}

/// Cargo's own word for where the library is.
fn artifact(line: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    let ours = message["reason"] == "compiler-artifact" && message["target"]["name"] == "spice_cloud_node";
    let file = || message["filenames"][0].as_str().map(PathBuf::from);
    ours.then(file).flatten()
}

/// This machine, as names of native packages have it.
fn triple() -> Result<&'static str, String> {
    let known = match (env::consts::OS, env::consts::ARCH) {
        ("linux", "x86_64") if cfg!(target_env = "musl") => "linux-x64-musl",
        ("linux", "aarch64") if cfg!(target_env = "musl") => "linux-arm64-musl",
        ("linux", "x86_64") => "linux-x64-gnu",
        ("linux", "aarch64") => "linux-arm64-gnu",
        ("macos", "x86_64") => "darwin-x64",
        ("macos", "aarch64") => "darwin-arm64",
        ("windows", "x86_64") => "win32-x64-msvc",
        ("windows", "aarch64") => "win32-arm64-msvc",
        (system, machine) => return Err(format!("there is no native package for {system} on {machine}")),
    };
    Ok(known)
}

/// `cargo xtask develop node`: the tools, the package built, and how to use it.
pub(crate) fn develop(root: &Path) -> ExitCode {
    note("installing the tools and building the package …");
    if let Err(why) = environment(root).and_then(|()| build(root)) {
        return fail(&why, 1);
    }
    note("\nspice-cloud is built in its folder; after a change run this again. Then, for example:");
    say("node examples/node/demo.mjs");
    note(
        "npx biome check\nnpx tsc -p bindings-node/tests && node --test \"bindings-node/build/tests/*.test.mjs\"",
    );
    ExitCode::SUCCESS
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| failed(path, &error))
}

fn failed(path: &Path, error: &io::Error) -> String {
    format!("{}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_is_found_in_cargos_messages() {
        let message = |reason: &str, name: &str| {
            format!(r#"{{"reason":"{reason}","target":{{"name":"{name}"}},"filenames":["/t/libx.so"]}}"#)
        };
        assert_eq!(
            artifact(&message("compiler-artifact", "spice_cloud_node")),
            Some(PathBuf::from("/t/libx.so"))
        );
        for other in [
            message("compiler-artifact", "another"),
            message("build-finished", "spice_cloud_node"),
            "   Compiling".to_owned(),
        ] {
            assert_eq!(artifact(&other), None, "{other}");
        }
    }

    #[test]
    fn this_machine_has_a_name() {
        assert!(
            triple().unwrap().contains(env::consts::OS.trim_start_matches("mac").trim_end_matches("dows"))
        );
    }

    #[test]
    fn tools_that_are_there_are_left_as_they_are() {
        let root = tempfile::tempdir().unwrap();
        assert!(environment(root.path()).unwrap_err().contains("package-lock.json"));
        fs::write(root.path().join("package-lock.json"), "{}").unwrap();
        fs::create_dir(root.path().join("node_modules")).unwrap();
        fs::write(root.path().join("node_modules/.installed.json"), "{}").unwrap();
        assert_eq!(environment(root.path()), Ok(()));
    }
}
