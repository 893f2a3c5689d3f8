//! Spicepods: reading them, and the secrets that they refer to.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex_lite::Regex;

use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::inputs::AppId;
use crate::generated::models::{SecretReference, SpicepodReport};
use crate::generated::operations::APPS_LINT;
use crate::meta::Meta;
use crate::request::Request;
use crate::wire::{Extra, JsonValue};

/// `${secrets:NAME}`, as spicepods refer to what the app's secrets hold.
static REFERENCE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\$\{\s*secrets:\s*([A-Za-z0-9_]+)\s*\}").ok());

pub(crate) async fn apps_lint(client: Client, request: Request) -> Result<SpicepodReport> {
    let app = AppId::from(request.id("app_id"));
    let (given, meta) = if let Some(given) = request.given("spicepod") {
        (Some(given.clone()), Meta::default())
    } else {
        let app = client.apps().get(app).await?;
        (app.config.and_then(|config| config.spicepod), app.meta)
    };
    let Some(given) = given else {
        let message = "the app has no spicepod";
        return Err(Error::new(ErrorKind::ValidationError, message)
            .with_hint("give one with `spicepod`, or set the app's with `apps.update`")
            .of(&APPS_LINT));
    };
    let spicepod = read(&given).map_err(|problem| {
        Error::new(ErrorKind::ValidationError, "the spicepod cannot be read")
            .with_field_errors([("spicepod".to_owned(), vec![problem])].into())
            .of(&APPS_LINT)
    })?;
    let secrets = client.secrets().list(app).await?;
    let names: BTreeSet<String> = secrets.iter().map(|secret| secret.name.clone()).collect();
    let meta = secrets.first().map_or(meta, |secret| secret.meta.clone());
    Ok(report(references(&spicepod), &names, meta))
}

fn report(references: Vec<SecretReference>, present: &BTreeSet<String>, meta: Meta) -> SpicepodReport {
    let wanted: BTreeSet<String> = references.iter().map(|reference| reference.name.clone()).collect();
    let missing: Vec<String> = wanted.difference(present).cloned().collect();
    SpicepodReport {
        ok: missing.is_empty(),
        references,
        missing,
        unused: present.difference(&wanted).cloned().collect(),
        extra: Extra::default(),
        meta,
    }
}

/// A spicepod as an object; its text is YAML, of which JSON is a part.
pub(super) fn read(spicepod: &JsonValue) -> Result<JsonValue, String> {
    let read = match spicepod {
        JsonValue::String(text) => serde_norway::from_str(text).map_err(|error| {
            // The words would quote the line, which may hold what is secret.
            match error.location() {
                Some(place) => format!("is no YAML: line {}, column {}", place.line(), place.column()),
                None => "is no YAML".to_owned(),
            }
        })?,
        other => other.clone(),
    };
    if read.is_object() { Ok(read) } else { Err("must be an object".to_owned()) }
}

/// Every secret that a spicepod refers to, with its place, in the order of the spicepod.
pub(super) fn references(spicepod: &JsonValue) -> Vec<SecretReference> {
    let mut found = Vec::new();
    search(spicepod, "", &mut found);
    found
}

fn search(value: &JsonValue, place: &str, found: &mut Vec<SecretReference>) {
    match value {
        JsonValue::String(text) => {
            let names = REFERENCE.iter().flat_map(|reference| reference.captures_iter(text));
            found.extend(names.map(|names| SecretReference {
                name: names[1].to_owned(),
                place: place.to_owned(),
                extra: Extra::default(),
            }));
        }
        JsonValue::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                search(item, &format!("{place}[{number}]"), found);
            }
        }
        JsonValue::Object(members) => {
            for (name, member) in members {
                let dot = if place.is_empty() { "" } else { "." };
                search(member, &format!("{place}{dot}{name}"), found);
            }
        }
        JsonValue::Null | JsonValue::Bool(_) | JsonValue::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn references_are_found_wherever_they_stand() {
        let spicepod = json!({
            "name": "bi",
            "datasets": [
                { "from": "postgres:a", "params": { "pg_pass": "${secrets:PG_PASS}" } },
                { "params": { "url": "https://${ secrets:USER }:${secrets:PG_PASS}@x", "n": 5, "e": "${env:HOME}" } },
            ],
        });
        let found: Vec<(String, String)> =
            references(&spicepod).into_iter().map(|found| (found.name, found.place)).collect();
        let expected = [
            ("PG_PASS", "datasets[0].params.pg_pass"),
            ("USER", "datasets[1].params.url"),
            ("PG_PASS", "datasets[1].params.url"),
        ];
        assert_eq!(found, expected.map(|(name, place)| (name.to_owned(), place.to_owned())));
    }

    #[test]
    fn what_is_missing_and_what_is_unused_is_told_apart() {
        let references = references(&json!({ "a": "${secrets:A} ${secrets:B}" }));
        let present = ["B", "C"].map(str::to_owned).into();
        let report = report(references, &present, Meta::default());
        assert_eq!((report.ok, report.missing, report.unused), (false, vec!["A".into()], vec!["C".into()]));
    }

    #[test]
    fn a_spicepod_that_is_none_is_refused_without_its_words() {
        assert_eq!(read(&json!("name: bi")).unwrap(), json!({ "name": "bi" }));
        assert_eq!(read(&json!("just text")).unwrap_err(), "must be an object");
        let problem = read(&json!("a: [s3cr3t\nb: }")).unwrap_err();
        assert!(problem.starts_with("is no YAML: line") && !problem.contains("s3cr3t"), "{problem}");
    }
}
