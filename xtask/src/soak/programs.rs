//! The program of each language, built with the package as it is now.

use std::path::Path;
use std::process::Command;

use crate::faces::Face;
use crate::native::Build;
use crate::process::note;
use crate::swift::Toolchain;
use crate::venv::Missing;
use crate::{binary, kotlin, node, python, swift};

const FOLDER: &str = "tests/soak";

/// What has to be right of the memory of a language that collects garbage, so that it can be compared: a heap of Java has
/// one size, of which all is there from the start; the compiler of hot code, which takes memory for minutes, goes only as
/// far as is soon done; and native memory is not kept aside for each thread.
const JAVA: [&str; 6] = [
    "-Xms64m",
    "-Xmx64m",
    "-XX:+AlwaysPreTouch",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:-UsePerfData",
];
/// The heap of Node grows as it likes up to this, in mebibytes; it is collected by the program.
const NODE: [&str; 3] = ["--expose-gc", "--max-old-space-size=64", "--max-semi-space-size=1"];

/// A program that uses the SDK.
pub(super) struct Program {
    /// The face, as the table names it.
    pub(super) title: &'static str,
    /// What its plan has as `client`.
    pub(super) client: &'static str,
    pub(super) command: Command,
}

/// Builds what a language needs; Python has two clients.
pub(super) fn of(root: &Path, face: Face) -> Result<Vec<Program>, String> {
    note(&format!("building the soak for {} …", face.name()));
    let one = |title, command| vec![Program { title, client: title, command }];
    Ok(match face {
        Face::Rust => one("Rust", Command::new(binary::build(root, "spice-cloud-tests", "soak")?)),
        Face::Python => {
            let venv = python::environment(root).map_err(Missing::words)?;
            python::build(root, &venv)?;
            [("Python, sync", "sync"), ("Python, async", "async")]
                .map(|(title, client)| {
                    let mut command = venv.command("python");
                    command.arg(root.join(FOLDER).join("python/soak.py"));
                    Program { title, client, command }
                })
                .into()
        }
        Face::Node => {
            node::environment(root)?;
            node::build(root)?;
            let mut command = node::node(root);
            command.args(NODE).arg(root.join(FOLDER).join("node/soak.mjs"));
            one("Node", command)
        }
        Face::Kotlin => {
            kotlin::install(root)?;
            let path = kotlin::compiled(root, &format!("{FOLDER}/kotlin"), "target/kotlin/soak")?;
            let mut command = Command::new("java");
            command.args(JAVA).env("MALLOC_ARENA_MAX", "2");
            one("Kotlin", {
                command.arg("-cp").arg(path).arg("SoakKt");
                command
            })
        }
        Face::Swift => {
            swift::prepare(root, Build::Debug)?;
            let toolchain = Toolchain::find()?;
            one("Swift", swift::built(root, &toolchain, &format!("{FOLDER}/swift-soak"), "Soak", "debug")?)
        }
    })
}
