//! The files that the languages share.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The root of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A text file of the project, by its path from the root.
///
/// # Errors
///
/// When the path leads out of the project, or the file cannot be read as text.
pub fn text(path: &str) -> Result<String, String> {
    if path.split('/').any(|part| part == "..") || path.starts_with('/') {
        return Err(format!("{path} is not a path below the root"));
    }
    fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// A JSON file.
pub struct Document {
    /// The file's name without its ending.
    pub name: String,
    /// What it holds.
    pub value: Value,
}

/// Every `*.json` of a folder of the project, by name, but for `schema.json`.
///
/// # Errors
///
/// When the folder cannot be listed or a file is no JSON.
pub fn documents(folder: &str) -> Result<Vec<Document>, String> {
    let entries = fs::read_dir(root().join(folder)).map_err(|error| format!("{folder}: {error}"))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(|error| format!("{folder}: {error}"))?.file_name();
        let name = name.into_string().map_err(|name| format!("{folder}: {}", name.display()))?;
        names.extend(name.strip_suffix(".json").map(str::to_owned));
    }
    names.retain(|name| name != "schema");
    names.sort();
    names
        .into_iter()
        .map(|name| Ok(Document { value: json(&format!("{folder}/{name}.json"))?, name }))
        .collect()
}

/// A JSON file of the project, by its path from the root.
///
/// # Errors
///
/// When it cannot be read or is no JSON.
pub fn json(path: &str) -> Result<Value, String> {
    serde_json::from_str(&text(path)?).map_err(|error| format!("{path}: {error}"))
}
