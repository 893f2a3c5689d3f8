//! `cargo xtask package node`: the package and the one with its native library, and that they are what they should be.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use super::{FOLDER, environment, finish, node, text, tool};
use crate::artefact::{clear, host, only, size_line, wrong};
use crate::process::{fail, note, read, say};
use crate::sbom;

/// Where packages are put.
const PLACE: &str = "target/dist/node";

/// The profile in the workspace's manifest.
const PROFILE: &str = "published";

/// What the native library is for.
#[derive(Debug, Default)]
pub(crate) struct Options {
    /// Its platform, as Rust names it; this machine's if not given.
    pub(crate) target: Option<String>,
    /// How napi's command line links it; as this machine does if not given.
    pub(crate) link: Option<String>,
}

/// What was made.
#[derive(Debug)]
pub(crate) struct Made {
    /// The package itself.
    pub(crate) package: PathBuf,
    /// The package with the native library for a machine.
    pub(crate) native: PathBuf,
}

/// Makes both and says how large they are.
pub(crate) fn run(root: &Path, options: &Options) -> ExitCode {
    let made = environment(root).and_then(|()| make(root, options));
    let lines = made.and_then(|made| {
        let platform = options.target.clone().map_or_else(host, Ok)?;
        let bill = sbom::write(root, "spice-cloud-node", &platform, &root.join(PLACE).join("native"))?;
        Ok([size_line(&made.package)?, size_line(&made.native)?, bill.display().to_string()])
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
pub(crate) fn make(root: &Path, options: &Options) -> Result<Made, String> {
    let triple = options.target.clone().map_or_else(host, Ok)?;
    let folder = root.join(PLACE);
    clear(&folder)?;
    let built = native(root, options)?;
    let types = built.join("addon.d.ts");
    same_types(&root.join(FOLDER).join("src/addon.d.ts"), &types)?;
    let library = only(&built, ".node")?;
    finish(node(root).arg(root.join(FOLDER).join("scripts/build.mjs")))?;
    let mut script = node(root);
    script.arg(root.join(FOLDER).join("scripts/package.mjs"));
    finish(script.arg(&triple).arg(&library).arg(&folder))?;
    let made = Made { package: only(&folder, ".tgz")?, native: only(&folder.join("native"), ".tgz")? };
    wrong_in_package(&listed(&made.package)?)?;
    wrong_in_native(&listed(&made.native)?)?;
    Ok(made)
}

/// Builds the native library as it is given away, and gives the folder it is in.
pub(crate) fn native(root: &Path, options: &Options) -> Result<PathBuf, String> {
    let built = root.join("target/node/native");
    clear(&built)?;
    note("building the native library for release …");
    let mut command = tool(root, "@napi-rs/cli", "dist/cli.js");
    command.current_dir(root.join(FOLDER)).args(["build", "--platform", "--no-js", "--no-dts-header"]);
    command.args(["--profile", PROFILE, "--dts", "addon.d.ts", "--output-dir"]).arg(&built);
    // Without a target it is built where `npm run build` builds it, and that only once.
    command.args(options.target.iter().flat_map(|triple| ["--target", triple.as_str()]));
    finish(command.args(options.link.as_deref()).args(["--", "--locked"]))?;
    Ok(built)
}

/// TypeScript believes what is written down about the native library.
fn same_types(written: &Path, real: &Path) -> Result<(), String> {
    if text(written)? == text(real)? {
        return Ok(());
    }
    Err(format!("{} is not what the library has: `npm run build:native` writes it", written.display()))
}

/// The names in an archive.
fn listed(archive: &Path) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    let mut command = Command::new("tar");
    let status = read(command.arg("-tzf").arg(archive), |line| names.push(line.to_owned()));
    match status {
        Ok(status) if status.success() => Ok(names),
        Ok(status) => Err(format!("{} cannot be read: {status}", archive.display())),
        Err(error) => Err(format!("tar did not start: {error}")),
    }
}

fn wrong_in_package(names: &[String]) -> Result<(), String> {
    let needed = [
        "package/package.json",
        "package/README.md",
        "package/LICENSE",
        "package/dist/cli.js",
        "package/dist/index.js",
        "package/dist/index.mjs",
        "package/dist/index.d.ts",
        "package/dist/index.d.mts",
        "package/dist/testing/index.js",
        "package/dist/testing/index.mjs",
        "package/dist/testing/index.d.ts",
        "package/dist/testing/index.d.mts",
    ];
    wrong("package", names, &needed, &[".node", "/src/", "/tests/", "/native/"])
}

fn wrong_in_native(names: &[String]) -> Result<(), String> {
    if names.len() != 3 {
        return Err(format!("the native package has {} files, not 3", names.len()));
    }
    wrong("native package", names, &["/package.json", "/LICENSE"], &["/dist/", "/src/"])?;
    let is_library = |name: &String| name.starts_with("package/spice-cloud.") && name.contains(".node");
    let has_library = names.iter().any(is_library);
    if has_library { Ok(()) } else { Err("the native package has no library".to_owned()) }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_package_without_types_or_with_a_library_is_wrong() {
        let why =
            wrong_in_package(&names(&["package/dist/index.js", "package/spice-cloud.x.node"])).unwrap_err();
        for words in
            ["lacks package/dist/index.d.mts", "lacks package/LICENSE", "has package/spice-cloud.x.node"]
        {
            assert!(why.contains(words), "{why}");
        }
        assert!(!why.contains("lacks package/dist/index.js"), "{why}");
    }

    #[test]
    fn a_native_package_is_a_library_and_its_manifest() {
        let good = ["package/package.json", "package/LICENSE", "package/spice-cloud.linux-x64-gnu.node"];
        assert_eq!(wrong_in_native(&names(&good)), Ok(()));
        assert!(wrong_in_native(&names(&good[..2])).unwrap_err().contains("2 files"));
        let other = ["package/package.json", "package/LICENSE", "package/dist/a.js"];
        assert!(wrong_in_native(&names(&other)).unwrap_err().contains("dist/a.js"));
    }

    #[test]
    fn types_that_differ_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            path
        };
        let (written, same, other) = (file("a", "x"), file("b", "x"), file("c", "y"));
        assert_eq!(same_types(&written, &same), Ok(()));
        assert!(same_types(&written, &other).unwrap_err().contains("build:native"));
    }
}
