//! The pages of the documentation that the contract writes.

use std::path::{Path, PathBuf};

use minijinja::Value;
use minijinja::context;
use minijinja::value::Serde;

use super::ir::Api;
use super::{Output, engine};

const TEMPLATES: [(&str, &str); 2] = [
    ("reference", include_str!("../../templates/docs/reference.md.j2")),
    ("differences", include_str!("../../templates/docs/differences.md.j2")),
];
/// What the contract does not know of the emulator.
const DIFFERENCES_DATA: &str = "emulator/differences.json";

/// Every page.
pub(super) fn render(api: &Api, root: &Path) -> Result<Vec<Output>, String> {
    let environment = engine::environment(&TEMPLATES)?;
    let seen = context! { differences => differences(root)? };
    let page = |name: &str| {
        let text = engine::render(&environment, name, api, seen.clone())?;
        Ok(Output { path: PathBuf::from(format!("docs/{name}.md")), text })
    };
    TEMPLATES.iter().map(|(name, _)| page(name)).collect()
}

fn differences(root: &Path) -> Result<Value, String> {
    let broken = |error: &dyn std::fmt::Display| format!("{DIFFERENCES_DATA}: {error}");
    let text = std::fs::read_to_string(root.join(DIFFERENCES_DATA)).map_err(|error| broken(&error))?;
    let data: serde_json::Value = serde_json::from_str(&text).map_err(|error| broken(&error))?;
    Ok(Value::from(Serde(data)))
}
