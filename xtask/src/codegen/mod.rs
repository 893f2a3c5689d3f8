//! `cargo xtask codegen`: the contract, through one small representation and template files, to committed code.

mod ir;
mod parse;
mod rust;
mod schema;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A file that codegen writes.
struct Output {
    path: PathBuf,
    text: String,
}

/// Writes every generated file, or with `check` only says which are not as they should be.
pub(crate) fn run(root: &Path, check: bool) -> Result<(), String> {
    let contract = read(&root.join("api/openapi.json"))?;
    let contract: Value =
        serde_json::from_str(&contract).map_err(|error| format!("api/openapi.json: {error}"))?;
    let api = parse::api(&contract).map_err(|problem| format!("api/openapi.json: {problem}"))?;
    let outputs = rust::render(&api, root)?;
    let mut stale = String::new();
    for output in &outputs {
        let path = root.join(&output.path);
        if fs::read_to_string(&path).is_ok_and(|present| present == output.text) {
            continue;
        }
        if check {
            let _ = write!(stale, "\n  {}", output.path.display());
        } else {
            write_file(&path, &output.text)?;
        }
    }
    for leftover in leftovers(root, &outputs)? {
        if check {
            let _ = write!(stale, "\n  {} (no longer generated)", leftover.display());
        } else {
            fs::remove_file(root.join(&leftover))
                .map_err(|error| format!("{}: {error}", leftover.display()))?;
        }
    }
    if stale.is_empty() {
        Ok(())
    } else {
        Err(format!("generated files differ from the contract; run `cargo xtask codegen`:{stale}"))
    }
}

/// Files in a generated folder that no template writes any more.
fn leftovers(root: &Path, outputs: &[Output]) -> Result<Vec<PathBuf>, String> {
    let folder = Path::new(rust::FOLDER);
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| format!("{}: {error}", folder.display()))?;
        let path = folder.join(entry.file_name());
        if !outputs.iter().any(|output| output.path == path) {
            found.push(path);
        }
    }
    Ok(found)
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write_file(path: &Path, text: &str) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
