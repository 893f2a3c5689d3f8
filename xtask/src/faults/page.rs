//! The table of cases and faces in docs/reliability.md.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use super::{COLUMNS, Column, cases, json};
use crate::marked;

const PAGE: &str = "docs/reliability.md";
const BEGIN: &str = "<!-- what follows is written by cargo xtask faults -->";
const END: &str = "<!-- what came before was written by cargo xtask faults -->";

/// The table, with a count of what holds for each face.
pub(super) fn table(root: &Path, passed: impl Fn(&Column, &str) -> bool) -> Result<String, String> {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in cases(root)? {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let case = json(&file)?["case"].as_str().unwrap_or_default().to_owned();
        files.entry(case).or_default().push(name);
    }
    let rows = json(&root.join("tests/faults/table/rows.json"))?;
    let rows = rows["rows"].as_array().cloned().unwrap_or_default();
    Ok(written(&rows, |row, column| mark(row, column, &files, &passed)))
}

/// What is known of a case in a face.
fn mark(
    row: &Value,
    column: &Column,
    files: &BTreeMap<String, Vec<String>>,
    passed: &impl Fn(&Column, &str) -> bool,
) -> &'static str {
    let case = row["case"].as_str().unwrap_or_default();
    match files.get(case) {
        Some(names) if names.iter().all(|name| passed(column, name)) => "✓",
        Some(_) => "**failed**",
        None if row["tests"][column.language].is_object() => "t",
        None => "–",
    }
}

fn written(rows: &[Value], mark: impl Fn(&Value, &Column) -> &'static str) -> String {
    let titles = COLUMNS.map(|column| column.title).join(" | ");
    let mut table = format!("| | case | {titles} |\n|---|---|{}\n", "---|".repeat(COLUMNS.len()));
    let mut held = [0_u32; COLUMNS.len()];
    for row in rows {
        let marks = COLUMNS.each_ref().map(|column| mark(row, column));
        for (count, mark) in held.iter_mut().zip(marks) {
            *count += u32::from(matches!(mark, "✓" | "t"));
        }
        let star = if row["everywhere"] == true { " ★" } else { "" };
        let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        // Writing to a String cannot fail.
        let _ = writeln!(table, "| {}{star} | {} | {} |", text("case"), text("title"), marks.join(" | "));
    }
    let held = held.map(|count| count.to_string()).join(" | ");
    let _ = writeln!(table, "| | of {} | {held} |", rows.len());
    table
}

/// Keeps the table in its page, and leaves the rest as it is.
pub(super) fn keep(root: &Path, table: &str) -> Result<(), String> {
    marked::keep(root, PAGE, [BEGIN, END], table)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_passed_what_failed_and_what_is_not_there_are_told_apart() {
        let rows = [
            json!({ "case": "R-01", "title": "one", "everywhere": true }),
            json!({ "case": "R-02", "title": "two", "tests": { "rust": {} } }),
        ];
        let files = [("R-01".to_owned(), vec!["r01-a".to_owned(), "r01-b".to_owned()])].into();
        let passed = |column: &Column, name: &str| column.folder == "node" || name == "r01-a";
        let table = written(&rows, |row, column| mark(row, column, &files, &passed));
        assert!(
            table.contains("| R-01 ★ | one | **failed** | **failed** | **failed** | **failed** | ✓ |"),
            "{table}"
        );
        assert!(table.contains("| R-02 | two | t | t | – | – | – | – | – | – |"), "{table}");
        assert!(table.ends_with("| | of 2 | 1 | 1 | 0 | 0 | 1 | 0 | 0 | 0 |\n"), "{table}");
    }
}
