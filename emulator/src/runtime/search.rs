//! Search, by counting the words that a row shares with the text: a stand-in for embeddings that always gives the same.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::datasets::no_rows;
use super::{Refusal, Visit, object};
use crate::http::reply::Reply;
use crate::shared::Shared;
use crate::state::datasets::{Loaded, Row};
use crate::state::manifest::Manifest;

/// How many results there are when the request does not say.
const DEFAULT_LIMIT: usize = 10;

#[derive(Deserialize)]
struct Search {
    text: String,
    datasets: Option<Vec<String>>,
    limit: Option<usize>,
    #[serde(default)]
    additional_columns: Vec<String>,
    #[serde(rename = "where")]
    filter: Option<Value>,
    keywords: Option<Value>,
}

pub(super) fn answer(
    visit: &Visit,
    shared: &Shared,
    running: &Manifest,
    body: &[u8],
) -> Result<Reply, Refusal> {
    let search: Search = serde_json::from_value(object(body)?)
        .map_err(|error| Refusal::words(400, format!("wrong body: {error}")))?;
    if search.filter.is_some() || search.keywords.is_some() {
        return Err(Refusal::not_implemented("The emulator's search knows neither where nor keywords"));
    }
    let limit = search.limit.unwrap_or(DEFAULT_LIMIT);
    let wanted = words(&search.text);
    if limit == 0 || wanted.is_empty() {
        return Err(Refusal::words(400, "limit is at least 1, and text has a word in it"));
    }
    let searched = searched(visit, running, search.datasets.as_deref())?;
    for column in &search.additional_columns {
        let known = |loaded: &Loaded| loaded.columns().iter().any(|(name, _)| name == column);
        if !searched.iter().any(|(_, loaded)| known(loaded)) {
            return Err(Refusal::words(400, format!("No dataset has a column {column}")));
        }
    }
    let mut results: Vec<(f64, Value)> = searched
        .into_iter()
        .flat_map(|(name, loaded)| loaded.rows.iter().map(move |row| (name, row)))
        .filter_map(|(name, row)| result(name, row, &wanted, &search.additional_columns))
        .collect();
    // Those that are equally good stay in the order of their names and rows.
    results.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let results: Vec<Value> = results.into_iter().take(limit).map(|(_, result)| result).collect();
    Ok(Reply::json(200, &json!({ "results": results, "duration_ms": visit.elapsed_ms(shared) })))
}

/// The datasets to be searched; all that are loaded when none are named.
fn searched<'a>(
    visit: &'a Visit,
    running: &Manifest,
    named: Option<&[String]>,
) -> Result<Vec<(&'a str, &'a Loaded)>, Refusal> {
    let Some(named) = named else {
        return Ok(visit.loaded.iter().map(|(name, loaded)| (name.as_str(), loaded)).collect());
    };
    let find = |name: &String| {
        visit.loaded.get_key_value(name).map(|(name, loaded)| (name.as_str(), loaded)).ok_or_else(|| {
            let words = if running.dataset(name).is_some() {
                no_rows(visit.app_id, name)
            } else {
                format!("There is no dataset {name}")
            };
            Refusal::words(400, words)
        })
    };
    named.iter().collect::<BTreeSet<_>>().into_iter().map(find).collect()
}

/// A row as a result with its score, the share of the wanted words that its texts hold; nothing when they hold none.
fn result(
    dataset: &str,
    row: &Row,
    wanted: &BTreeSet<String>,
    additional: &[String],
) -> Option<(f64, Value)> {
    let (mut found, mut matches) = (BTreeSet::new(), Map::new());
    for (column, value) in row {
        let Some(text) = value.as_str() else { continue };
        let here: Vec<String> = words(text).intersection(wanted).cloned().collect();
        if !here.is_empty() {
            matches.insert(column.clone(), json!(text));
            found.extend(here);
        }
    }
    if found.is_empty() {
        return None;
    }
    let count = |words: &BTreeSet<String>| u32::try_from(words.len()).unwrap_or(u32::MAX);
    let score = f64::from(count(&found)) / f64::from(count(wanted));
    let pick = |names: &mut dyn Iterator<Item = &str>| -> Map<String, Value> {
        names.filter_map(|name| Some((name.to_owned(), row.get(name)?.clone()))).collect()
    };
    let result = json!({
        "dataset": dataset,
        "_score": score,
        "matches": matches,
        "primary_key": pick(&mut std::iter::once("id")),
        "data": pick(&mut additional.iter().map(String::as_str)),
        "metadata": {},
    });
    Some((score, result))
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shared_whatever_their_case() {
        let row: Row =
            serde_json::from_value(json!({ "id": 7, "note": "Late, but warm!", "cup": 1 })).unwrap();
        let (score, result) = result("notes", &row, &words("WARM soup"), &["cup".to_owned()]).unwrap();
        assert!((score - 0.5).abs() < 1e-9);
        assert_eq!(
            result,
            json!({
                "dataset": "notes", "_score": 0.5, "matches": { "note": "Late, but warm!" },
                "primary_key": { "id": 7 }, "data": { "cup": 1 }, "metadata": {},
            })
        );
        assert!(super::result("notes", &row, &words("cold"), &[]).is_none());
    }
}
