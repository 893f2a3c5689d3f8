//! A good call of each operation, for tests that are about the answer alone.

use serde_json::{Map, Value};

use crate::files;

/// Arguments that an operation of the contract takes, by its id; none where it needs none.
///
/// # Errors
///
/// When the file that all languages share cannot be read.
pub fn arguments(operation_id: &str) -> Result<Map<String, Value>, String> {
    let calls = files::json("tests/calls.json")?;
    Ok(calls[operation_id].as_object().cloned().unwrap_or_default())
}
