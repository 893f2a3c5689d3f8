//! The table of faults is honest: each row is played or has tests of its own that exist, and the page shows each.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use spice_cloud_tests::files;

const ROWS: &str = "tests/faults/table/rows.json";
const LANGUAGES: [&str; 5] = ["kotlin", "node", "python", "rust", "swift"];

fn rows() -> Vec<Value> {
    files::json(ROWS).expect("the rows can be read")["rows"].as_array().cloned().expect("rows")
}

/// The rows that files play.
fn played() -> BTreeMap<String, Vec<String>> {
    let mut played: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for document in files::documents("tests/faults").expect("the cases can be read") {
        let case = document.value["case"].as_str().expect("a case").to_owned();
        played.entry(case).or_default().push(document.name);
    }
    played
}

#[test]
fn every_case_has_a_row_and_a_limit_of_time() {
    let rows: BTreeSet<String> = rows().iter().map(|row| row["case"].as_str().unwrap().to_owned()).collect();
    for (case, names) in played() {
        assert!(rows.contains(&case), "{case} is no row");
        assert!(names.iter().all(|name| name.starts_with(&case.replace("R-", "r"))), "{names:?}");
    }
    for document in files::documents("tests/faults").unwrap() {
        assert!(document.value["within"].as_f64().is_some(), "{} may take for ever", document.name);
    }
}

#[test]
fn tests_that_rows_name_exist() {
    for row in rows() {
        for (language, test) in row["tests"].as_object().into_iter().flatten() {
            assert!(LANGUAGES.contains(&language.as_str()), "{row}");
            let (file, name) = (test["file"].as_str().unwrap(), test["name"].as_str().unwrap());
            let text = files::text(file).unwrap_or_else(|error| panic!("{row}: {error}"));
            assert!(text.contains(name), "{file} has no {name}");
        }
    }
}

#[test]
fn what_must_hold_everywhere_is_tested_everywhere() {
    let played = played();
    for row in rows().iter().filter(|row| row["everywhere"] == true) {
        let is_played = played.contains_key(row["case"].as_str().unwrap());
        let own = LANGUAGES.iter().all(|language| row["tests"][language].is_object());
        assert!(is_played || own, "{row} does not hold everywhere");
    }
    assert!(played.len() >= 35, "only {} rows are played", played.len());
}

#[test]
fn the_page_shows_every_row_as_it_is() {
    let page = files::text("docs/reliability.md").unwrap();
    let played = played();
    for row in rows() {
        let case = row["case"].as_str().unwrap();
        let star = if row["everywhere"] == true { " ★" } else { "" };
        let begin = format!("| {case}{star} | {} |", row["title"].as_str().unwrap());
        let line = page.lines().find(|line| line.starts_with(&begin));
        let line = line.unwrap_or_else(|| panic!("{begin} is not shown: run `cargo xtask faults --write`"));
        assert!(!line.contains("failed"), "{line}");
        let marks: Vec<&str> =
            line[begin.len()..].split('|').map(str::trim).filter(|mark| !mark.is_empty()).collect();
        assert_eq!(marks.len(), 8, "{line}");
        assert_eq!(marks.iter().all(|mark| *mark == "✓"), played.contains_key(case), "{line}");
    }
}
