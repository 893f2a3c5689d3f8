//! What the Python package must pass: its style, its types, its tests, and that what is given away works where it lands.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::pytest::Reader;
use super::{Ran, canaries, check, failure, one, step};
use crate::canary;
use crate::faces::Face;
use crate::libtest::Tally;
use crate::process::{cargo, note, read};
use crate::python::{self, Interpreter, Made, Options};
use crate::soak;
use crate::venv::{HOW_TO_GET, Missing, Venv};

/// Whether the stub of the native module, and what the sources tell type checkers, is what is there.
const STUBTEST: [&str; 6] = [
    "-m",
    "mypy.stubtest",
    "spice_cloud",
    "--concise",
    "--mypy-config-file=pyproject.toml",
    "--allowlist=bindings-python/stubtest-allowlist.txt",
];

/// The package as it is worked on. Every step runs that can, whatever became of the ones before: one run shows all there is to mend.
pub(super) fn from_sources(root: &Path, ran: &mut Ran) {
    note("\n=== python: the environment");
    match python::environment(root) {
        Ok(venv) => steps(root, &venv, ran),
        Err(Missing::Python) => ran.lacks(Face::Python.name(), HOW_TO_GET),
        Err(Missing::Failed(why)) => ran.outcomes.push(failure("python: the environment", why)),
    }
}

fn steps(root: &Path, venv: &Venv, ran: &mut Ran) {
    let tool = |program: &str, arguments: &[&str]| one(check(&mut command(root, venv, program, arguments)));
    ran.outcomes.extend([
        step("python: ruff format", || tool("ruff", &["format", "--check"])),
        step("python: ruff check", || tool("ruff", &["check"])),
    ]);
    let built = step("python: maturin develop", || one(python::build(root, venv)));
    let is_built = built.tally.failed == 0;
    ran.outcomes.push(built);
    if !is_built {
        // Everything that follows would fail for this one reason.
        return;
    }
    ran.outcomes.extend([
        step("python: pytest", || pytest(root, venv)),
        canaries(root, Face::Python),
        step("python: mypy --strict", || tool("mypy", &[])),
        step("python: pyright", || one(check(&mut pyright(root, venv, &[])))),
        step("python: pyright --verifytypes", || one(all_types_are_known(root, venv))),
        step("python: stubtest", || tool("python", &STUBTEST)),
        step("python: cargo xtask demo python", || one(check(cargo(root).args(["xtask", "demo", "python"])))),
        step("python: a short soak", || one(soak::smoke(root, Face::Python))),
    ]);
}

/// The package as it is given away.
pub(super) fn packaged(root: &Path, ran: &mut Ran) {
    // Whatever is wrong with it has been said.
    let Ok(venv) = python::environment(root) else { return };
    let mut made = None;
    let package = step("python: cargo xtask package python", || {
        let result = python::make(root, &venv, &Options::default());
        one(result.map(|result| made = Some(result)))
    });
    ran.outcomes.push(package);
    let Some(Made { wheel, sdist }) = made else { return };
    ran.outcomes.push(step("python: size of the wheel", || one(python::wheel_size(&wheel))));
    // The environment was made with one, so there is one.
    let interpreters = python::interpreters();
    for (index, interpreter) in interpreters.iter().enumerate() {
        let what = format!("python: wheel on {}", interpreter.name());
        let mut installed = None;
        ran.outcomes.push(step(&what, || {
            let result = python::install_wheel(root, interpreter, &wheel);
            one(result.and_then(|it| python::try_out(root, installed.insert(it))))
        }));
        if let (0, Some(installed)) = (index, installed) {
            let import = || one(python::import_time(&installed, &venv));
            ran.outcomes.push(step("python: time to import", import));
        }
    }
    if let Some(own) = interpreters.first() {
        let built = || one(built_from(root, own, &sdist));
        ran.outcomes.push(step("python: source distribution", built));
    }
}

fn built_from(root: &Path, interpreter: &Interpreter, sdist: &Path) -> Result<(), String> {
    let venv = python::install_sdist(root, interpreter, sdist)?;
    python::try_out(root, &venv)
}

fn command(root: &Path, venv: &Venv, program: &str, arguments: &[&str]) -> Command {
    let mut command = venv.command(program);
    command.current_dir(root).args(arguments);
    command
}

fn pytest(root: &Path, venv: &Venv) -> Tally {
    let mut reader = Reader::default();
    let mut command = command(root, venv, "pytest", &["--color=no", "-rfEsxX"]);
    // What it says of a failure is cut to this width.
    command.env("COLUMNS", "200");
    match canary::watch(root, Face::Python, &mut command, |line| reader.line(line)) {
        Ok(status) => reader.finish(status.success()),
        Err(error) => one(Err(format!("pytest did not start: {error}"))),
    }
}

fn pyright(root: &Path, venv: &Venv, arguments: &[&str]) -> Command {
    let mut command = command(root, venv, "pyright", arguments);
    command.arg("--pythonpath").arg(venv.program("python"));
    // The version is pinned; whether there is a newer one is nobody's question here.
    command.env("PYRIGHT_PYTHON_IGNORE_WARNINGS", "1");
    command
}

/// Whoever uses the package gets a type for everything that is public.
fn all_types_are_known(root: &Path, venv: &Venv) -> Result<(), String> {
    let mut output = String::new();
    let arguments = ["--verifytypes", "spice_cloud", "--ignoreexternal", "--outputjson"];
    let mut command = pyright(root, venv, &arguments);
    let status = read(&mut command, |line| {
        output.push_str(line);
        output.push('\n');
    });
    status.map_err(|error| format!("pyright did not start: {error}"))?;
    let unknown = unknown_types(&output)?;
    if unknown.is_empty() { Ok(()) } else { Err(unknown.join("\n")) }
}

/// What pyright's report says against the types.
fn unknown_types(report: &str) -> Result<Vec<String>, String> {
    let report: Value = serde_json::from_str(report).map_err(|_| format!("pyright says {report:?}"))?;
    let completeness = &report["typeCompleteness"];
    let score = completeness["completenessScore"].as_f64().ok_or("pyright gives no score")?;
    let symbols = completeness["symbols"].as_array().ok_or("pyright names no symbols")?;
    let counts = |symbol: &&Value| symbol["isExported"] == true && symbol["isTypeKnown"] == false;
    let mut unknown: Vec<String> = symbols
        .iter()
        .filter(counts)
        .map(|symbol| format!("the type of {} is not known", symbol["name"].as_str().unwrap_or("something")))
        .collect();
    // The score is rounded nowhere: one symbol in ten thousand makes it less than 1.
    if score < 1.0 {
        unknown.insert(0, format!("{:.2} % of the types are known", score * 100.0));
    } else if symbols.is_empty() {
        unknown.push("there is no symbol at all".to_owned());
    }
    Ok(unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(score: f64, symbols: &[(&str, bool, bool)]) -> String {
        let symbol = |(name, exported, known): &(&str, bool, bool)| serde_json::json!({"name": name, "isExported": exported, "isTypeKnown": known});
        let symbols: Vec<Value> = symbols.iter().map(symbol).collect();
        serde_json::json!({"typeCompleteness": {"completenessScore": score, "symbols": symbols}}).to_string()
    }

    #[test]
    fn a_report_without_gaps_is_good() {
        let good = report(1.0, &[("spice_cloud.App", true, true), ("spice_cloud._x", false, false)]);
        assert_eq!(unknown_types(&good), Ok(vec![]));
    }

    #[test]
    fn a_type_that_is_not_known_is_named() {
        let unknown = unknown_types(&report(0.5, &[("a.b", true, false), ("a.c", true, true)])).unwrap();
        assert_eq!(unknown, ["50.00 % of the types are known", "the type of a.b is not known"]);
        assert!(!unknown_types(&report(1.0, &[])).unwrap().is_empty());
    }

    #[test]
    fn what_is_no_report_is_an_error() {
        for other in ["", "No module named pyright", "{}", r#"{"typeCompleteness": {}}"#] {
            assert!(unknown_types(other).is_err(), "{other}");
        }
    }
}
