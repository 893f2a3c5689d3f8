//! `cargo xtask faults`: plays the cases of `tests/faults` in every language, and shows what passed.

mod page;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::artefact::clear;
use crate::native::Build;
use crate::process::{cargo, fail, finish, note, say};
use crate::swift::{Mode, Toolchain};
use crate::venv::Missing;
use crate::{kotlin, node, python, swift};

/// Where each case that passes leaves a file, in a folder of its face.
const REPORT: &str = "target/faults";
const VARIABLE: &str = "FAULTS_REPORT";

/// A way to call the SDK: the folder of its results, its column, and the language that its own tests are under.
pub(crate) struct Column {
    folder: &'static str,
    title: &'static str,
    language: &'static str,
}

const fn column(folder: &'static str, title: &'static str, language: &'static str) -> Column {
    Column { folder, title, language }
}

const COLUMNS: [Column; 8] = [
    column("rust-async", "Rust, async", "rust"),
    column("rust-blocking", "Rust, waiting", "rust"),
    column("python-sync", "Python, sync", "python"),
    column("python-async", "Python, async", "python"),
    column("node", "Node", "node"),
    column("kotlin-suspending", "Kotlin, coroutines", "kotlin"),
    column("kotlin-blocking", "Kotlin, waiting", "kotlin"),
    column("swift", "Swift", "swift"),
];

/// Plays all cases, and prints the table or writes it into its page.
pub(crate) fn run(root: &Path, write: bool) -> ExitCode {
    let report = root.join(REPORT);
    let played = clear(&report).and_then(|()| play(root, &report));
    // What passed is shown whatever else did not.
    let shown = page::table(root, |column, case| report.join(column.folder).join(case).exists());
    match (shown, write) {
        (Ok(table), true) => {
            if let Err(why) = played.and_then(|()| page::keep(root, &table)) {
                return fail(&why, 1);
            }
            ExitCode::SUCCESS
        }
        (Ok(table), false) => {
            say(&table);
            played.map_or_else(|why| fail(&why, 1), |()| ExitCode::SUCCESS)
        }
        (Err(why), _) => fail(&why, 1),
    }
}

/// Makes the command that plays the cases in a language.
type Make<'a> = &'a dyn Fn() -> Result<Command, String>;

/// Plays the cases in every language, also when one of them fails.
fn play(root: &Path, report: &Path) -> Result<(), String> {
    let steps: [(&str, Make<'_>); 5] = [
        ("Rust", &|| {
            let mut command = cargo(root);
            command.args(["test", "--quiet", "--package=spice-cloud-tests", "--test=faults"]);
            Ok(command)
        }),
        ("Python", &|| {
            let venv = python::environment(root).map_err(Missing::words)?;
            python::build(root, &venv)?;
            let mut command = venv.command("pytest");
            command.current_dir(root).args(["--quiet", "bindings-python/tests/test_faults.py"]);
            Ok(command)
        }),
        ("Node", &|| node_tests(root)),
        ("Kotlin", &|| {
            kotlin::prepare(root, Build::Debug)?;
            let mut command = kotlin::mvn(root, kotlin::FOLDER);
            command.args(["--quiet", "-Dtest=FaultsTest", "test"]);
            Ok(command)
        }),
        ("Swift", &|| {
            swift::prepare(root, Build::Debug)?;
            let mut command = swift::swift(root, &Toolchain::find()?, swift::FOLDER, "test", Mode::Six);
            command.args(["-Xswiftc", "-warnings-as-errors", "--filter", "FaultsTests"]);
            Ok(command)
        }),
    ];
    let mut wrong = Vec::new();
    for (language, command) in steps {
        note(&format!("\n=== {language}"));
        if let Err(why) = command().and_then(|mut command| finish(command.env(VARIABLE, report))) {
            wrong.push(format!("{language}: {why}"));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

fn node_tests(root: &Path) -> Result<Command, String> {
    node::environment(root)?;
    node::build(root)?;
    let tests = root.join(node::FOLDER).join("tests");
    finish(node::tool(root, "typescript", "bin/tsc").arg("--project").arg(&tests))?;
    let mut command = node::node(root);
    command.args(["--test", "--test-reporter=dot"]);
    command.arg(root.join(node::FOLDER).join("build/tests/faults.test.mjs"));
    Ok(command)
}

/// The files of cases, without their endings.
fn cases(root: &Path) -> Result<Vec<PathBuf>, String> {
    let folder = root.join("tests/faults");
    let entries = folder.read_dir().map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    Ok(files)
}

fn json(file: &Path) -> Result<serde_json::Value, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))
}
