//! The blocks of the guide and of the README, as a package of their own.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::{Toolchain, program};
use crate::artefact::clear;
use crate::docs::{blocks, imports, mark, wrong};
use crate::process::read;

/// Where the package is made.
const FOLDER: &str = "target/swift/docs";

/// Compiles and runs every block, and compares what it prints.
pub(crate) fn run(root: &Path, toolchain: &Toolchain) -> Result<(), String> {
    let mut all = blocks(root, "docs/swift.md", "swift")?;
    all.extend(blocks(root, "README.md", "swift")?);
    let sources = root.join(FOLDER).join("Sources/Docs");
    clear(&sources)?;
    fs::create_dir_all(&sources).map_err(|error| format!("{FOLDER}: {error}"))?;
    let manifest = root.join("examples/swift-demo/Package.swift");
    let manifest =
        fs::read_to_string(&manifest).map_err(|error| format!("{}: {error}", manifest.display()))?;
    let manifest =
        manifest.replace("\"Demo\"", "\"Docs\"").replace("../../bindings-uniffi", "../../../bindings-uniffi");
    write(&root.join(FOLDER).join("Package.swift"), &manifest)?;
    let mut calls = String::new();
    for (number, block) in (1..).zip(&all) {
        let (imports, code) = imports(&block.code);
        let text = format!(
            "import Foundation\nimport SpiceCloud\nimport SpiceCloudTesting\n{imports}\nfunc block{number}(_ emulator: Emulator, _ spice: SpiceCloud) async throws {{\n{code}}}\n"
        );
        write(&sources.join(format!("Block{number}.swift")), &text)?;
        let _ = writeln!(
            calls,
            "print(\"{}\")\ntry await on {{ try await block{number}($0, $1) }}",
            mark(&block.place)
        );
    }
    let main = format!(
        "import Foundation\nimport SpiceCloud\nimport SpiceCloudTesting\n\nfunc on(_ block: (Emulator, SpiceCloud) async throws -> Void) async throws {{\n  let emulator = try Emulator.start {{ $0.seed = \"demo\" }}\n  let spice = try emulator.client()\n  try await block(emulator, spice)\n  spice.close()\n  emulator.stop()\n}}\n\n{calls}"
    );
    write(&sources.join("main.swift"), &main)?;
    let mut output = String::new();
    let status = read(&mut program(root, toolchain, FOLDER), |line| {
        output.push_str(line);
        output.push('\n');
    });
    match status {
        Ok(status) if status.success() => {}
        Ok(status) => return Err(format!("the blocks ended with {status}: {output}")),
        Err(error) => return Err(format!("swift did not start: {error}")),
    }
    let wrong = wrong(&all, &output);
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
