//! In place of `SQLite` where it is left out.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Refusal;
use crate::state::datasets::{Loaded, Row};

pub(super) fn run(
    _: &BTreeMap<String, Loaded>,
    _statement: &str,
    _parameters: &[Value],
) -> Result<(Vec<Value>, Vec<Row>), Refusal> {
    Err(Refusal::not_implemented("This emulator was built without SQL (the feature `sql` of its crate)"))
}
