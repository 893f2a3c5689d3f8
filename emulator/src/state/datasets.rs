//! Rows of datasets that a test has loaded: what an app's runtime answers queries from.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::errors::AdminError;

pub(crate) type Row = Map<String, Value>;

/// The most columns that a dataset may have: more than `SQLite` takes in one table would help nobody.
const MOST_COLUMNS: usize = 500;

/// A dataset that was loaded.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Loaded {
    /// Where the rows are said to come from, when whoever loaded them has said so.
    pub(crate) from: Option<String>,
    pub(crate) rows: Rows,
}

/// Rows that copies of the state share: a snapshot copies none of them.
#[derive(Clone, Debug)]
pub(crate) struct Rows(Arc<Vec<Row>>);

impl std::ops::Deref for Rows {
    type Target = [Row];

    fn deref(&self) -> &[Row] {
        &self.0
    }
}

impl Serialize for Rows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Rows {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(|rows| Self(Arc::new(rows)))
    }
}

/// What a column holds, in Arrow's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Int64,
    Float64,
    Utf8,
    Boolean,
}

impl Kind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Int64 => "Int64",
            Self::Float64 => "Float64",
            Self::Utf8 => "Utf8",
            Self::Boolean => "Boolean",
        }
    }

    /// What one value is; nothing for null. A whole number that is too large for 64 bits counts as a fraction, and what is
    /// nested is kept as the text of its JSON.
    fn of(value: &Value) -> Option<Self> {
        Some(match value {
            Value::Null => return None,
            Value::Bool(_) => Self::Boolean,
            Value::Number(number) if number.is_i64() => Self::Int64,
            Value::Number(_) => Self::Float64,
            Value::String(_) | Value::Array(_) | Value::Object(_) => Self::Utf8,
        })
    }

    /// What holds both.
    fn with(self, other: Self) -> Self {
        match (self, other) {
            (one, two) if one == two => one,
            (Self::Int64 | Self::Float64, Self::Int64 | Self::Float64) => Self::Float64,
            _ => Self::Utf8,
        }
    }
}

impl Loaded {
    /// Checks what is to be loaded.
    pub(crate) fn new(rows: Vec<Row>, from: Option<String>) -> Result<Self, AdminError> {
        let loaded = Self { from, rows: Rows(Arc::new(rows)) };
        let columns = loaded.columns();
        let wrong = |message: &str| Err(AdminError::new(message));
        if columns.is_empty() {
            return wrong("rows must hold at least one object with a member: there are no columns else");
        }
        if columns.len() > MOST_COLUMNS {
            return wrong("rows have too many columns; there may be 500");
        }
        let names: BTreeSet<String> = columns.iter().map(|(name, _)| name.to_lowercase()).collect();
        if names.len() < columns.len() {
            return wrong("the names of columns must differ in more than their case");
        }
        if names.iter().any(|name| name.is_empty() || name.contains('\0')) {
            return wrong("a column needs a name");
        }
        Ok(loaded)
    }

    /// The columns in the order in which rows first name them. Nothing but nulls counts as text.
    pub(crate) fn columns(&self) -> Vec<(&str, Kind)> {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut columns: Vec<(&str, Option<Kind>)> = Vec::new();
        for (name, value) in self.rows.iter().flatten() {
            let place = *places.entry(name).or_insert_with(|| {
                columns.push((name, None));
                columns.len() - 1
            });
            let known = &mut columns[place].1;
            *known = match (*known, Kind::of(value)) {
                (Some(known), Some(kind)) => Some(known.with(kind)),
                (known, kind) => known.or(kind),
            };
        }
        columns.into_iter().map(|(name, kind)| (name, kind.unwrap_or(Kind::Utf8))).collect()
    }
}

/// Checks the name of a dataset that is to be loaded beside others.
pub(crate) fn check_name<'a>(
    name: &str,
    mut others: impl Iterator<Item = &'a String>,
) -> Result<(), AdminError> {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    if name.is_empty() || name.len() > 128 || !name.bytes().all(known) {
        return Err(AdminError::new("the name of a dataset holds letters, digits, _, - and . only"));
    }
    if name.to_ascii_lowercase().starts_with("sqlite_") {
        return Err(AdminError::new("names that begin with sqlite_ are SQLite's own"));
    }
    match others.find(|other| *other != name && other.eq_ignore_ascii_case(name)) {
        Some(other) => Err(AdminError::new(format!("'{other}' is loaded, which differs in its case only"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn load(rows: Value) -> Result<Loaded, AdminError> {
        Loaded::new(serde_json::from_value(rows).unwrap(), None)
    }

    #[test]
    fn columns_are_what_their_values_are() {
        let rows = json!([
            { "id": 1, "price": 2, "open": true, "note": null, "mixed": 1, "tags": ["a"] },
            { "id": 2, "price": 2.5, "open": null, "mixed": "x", "late": u64::MAX },
        ]);
        let loaded = load(rows).unwrap();
        let expected = [
            ("id", Kind::Int64),
            ("price", Kind::Float64),
            ("open", Kind::Boolean),
            ("note", Kind::Utf8),
            ("mixed", Kind::Utf8),
            ("tags", Kind::Utf8),
            ("late", Kind::Float64),
        ];
        assert_eq!(loaded.columns(), expected);
    }

    #[test]
    fn what_makes_no_table_is_refused() {
        for rows in [json!([]), json!([{}]), json!([{ "a": 1, "A": 2 }]), json!([{ "": 1 }])] {
            assert!(load(rows.clone()).is_err(), "{rows}");
        }
        let others = ["Trips".to_owned()];
        for name in ["", "a b", "a\"b", "sqlite_master", "trips"] {
            assert!(check_name(name, others.iter()).is_err(), "{name}");
        }
        for name in ["Trips", "spice.trips-2", "a_b"] {
            assert!(check_name(name, others.iter()).is_ok(), "{name}");
        }
    }

    #[test]
    fn copies_share_their_rows() {
        let loaded = load(json!([{ "a": 1 }])).unwrap();
        assert!(Arc::ptr_eq(&loaded.rows.0, &loaded.clone().rows.0));
        let text = serde_json::to_string(&loaded).unwrap();
        let again: Loaded = serde_json::from_str(&text).unwrap();
        assert_eq!(again.rows[0]["a"], 1);
    }
}
