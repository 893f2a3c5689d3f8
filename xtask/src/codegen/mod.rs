//! `cargo xtask codegen`: the contract, through one small representation and template files, to committed code.

mod comment;
mod docstring;
mod engine;
mod errors;
mod ir;
mod kotlin;
mod layout;
mod names;
mod node;
mod order;
mod pages;
mod parse;
mod python;
mod rust;
mod schema;
mod swift;
mod workflows;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Folders in which every file is generated.
const FOLDERS: [&str; 6] =
    [rust::FOLDER, python::FOLDER, node::FOLDER, kotlin::FOLDER, swift::FOLDER, swift::TESTS];

/// A file that codegen writes.
struct Output {
    path: PathBuf,
    text: String,
}

/// Writes every generated file, or with `check` only says which are not as they should be.
pub(crate) fn run(root: &Path, check: bool) -> Result<(), String> {
    let contract = document(root, "api/openapi.json")?;
    let outputs = outputs(&contract, root)?;
    let stale = stale(&outputs, root);
    let leftovers = leftovers(root, &outputs)?;
    if check {
        return report(&stale, &leftovers);
    }
    for output in stale {
        write_file(&root.join(&output.path), &output.text)?;
    }
    for leftover in leftovers {
        fs::remove_file(root.join(&leftover)).map_err(|error| format!("{}: {error}", leftover.display()))?;
    }
    Ok(())
}

fn document(root: &Path, name: &str) -> Result<Value, String> {
    let text = fs::read_to_string(root.join(name)).map_err(|error| format!("{name}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))
}

/// All that a contract says, and what the SDK makes of it, in files.
fn outputs(contract: &Value, root: &Path) -> Result<Vec<Output>, String> {
    let merged = workflows::merged(contract, &document(root, "api/workflows.json")?)?;
    let api = parse::api(&merged).map_err(|problem| in_contract(&problem))?;
    let mut outputs = rust::render(&api, root)?;
    outputs.extend(python::render(&api)?);
    outputs.extend(node::render(&api)?);
    outputs.extend(kotlin::render(&api)?);
    outputs.extend(swift::render(&api)?);
    outputs.extend(pages::render(&api, root)?);
    Ok(outputs)
}

fn in_contract(problem: &dyn std::fmt::Display) -> String {
    format!("api/openapi.json: {problem}")
}

/// The outputs that differ from what is on disk.
fn stale<'o>(outputs: &'o [Output], root: &Path) -> Vec<&'o Output> {
    let differs = |output: &&Output| {
        !fs::read_to_string(root.join(&output.path)).is_ok_and(|present| present == output.text)
    };
    outputs.iter().filter(differs).collect()
}

fn report(stale: &[&Output], leftovers: &[PathBuf]) -> Result<(), String> {
    if stale.is_empty() && leftovers.is_empty() {
        return Ok(());
    }
    let mut message = "generated files differ from the contract; run `cargo xtask codegen`:".to_owned();
    for output in stale {
        let _ = write!(message, "\n  {}", output.path.display());
    }
    for leftover in leftovers {
        let _ = write!(message, "\n  {} (no longer generated)", leftover.display());
    }
    Err(message)
}

/// Files in a generated folder that no template writes any more. Folders in there are somebody else's, such as
/// Python's `__pycache__`.
fn leftovers(root: &Path, outputs: &[Output]) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    for folder in FOLDERS.map(Path::new) {
        let Ok(entries) = fs::read_dir(root.join(folder)) else { continue };
        for entry in entries {
            let entry = entry.map_err(|error| format!("{}: {error}", folder.display()))?;
            let path = folder.join(entry.file_name());
            if !entry.path().is_dir() && !outputs.iter().any(|output| output.path == path) {
                found.push(path);
            }
        }
    }
    Ok(found)
}

fn write_file(path: &Path, text: &str) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod differences_tests;
#[cfg(test)]
mod kotlin_tests;
#[cfg(test)]
mod node_tests;
#[cfg(test)]
mod python_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
