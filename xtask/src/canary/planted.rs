//! The secrets that scenarios and faults plant, and the ways in which each could be spelled.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use serde_json::Value;

/// Folders of what every language plays.
pub(super) const FOLDERS: [&str; 2] = ["scenarios", "faults"];

/// What every planted value begins with, so that nothing else is taken for one.
const MARK: &str = "7h3qk9-";

/// Long enough that half of it is nothing else either.
const LEAST: usize = 20;

/// How all begins that an emulator makes up, and its client's secret.
const MADE_UP: [(&str, Kind); 5] = [
    ("spice_emu_pat_", Kind::Token),
    ("spice_emu_session_", Kind::Token),
    // The first part of its tokens for machines, which is the same in all.
    ("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6InNwaWNlLWVtdWxhdG9yIn0", Kind::Token),
    ("spice_emu_key_", Kind::ApiKey),
    ("spice_emu_secret", Kind::ClientSecret),
];

/// What a secret is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Token,
    ClientSecret,
    SecretValue,
    ApiKey,
    ProxyPassword,
}

impl Kind {
    const ALL: [Self; 5] =
        [Self::Token, Self::ClientSecret, Self::SecretValue, Self::ApiKey, Self::ProxyPassword];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::ClientSecret => "client secret",
            Self::SecretValue => "value of a secret",
            Self::ApiKey => "API key",
            Self::ProxyPassword => "password of a proxy",
        }
    }
}

/// Each planted value, with what it is.
pub(super) type Planted = BTreeMap<String, Kind>;

/// Collects them from all files. What could not be searched for is refused, and so is a kind that nothing plants.
pub(super) fn collect(documents: &[Document]) -> Result<Planted, String> {
    let mut planted: Planted = MADE_UP.iter().map(|(text, kind)| ((*text).to_owned(), *kind)).collect();
    for document in documents {
        for (value, kind) in secrets_of(&document.value) {
            let name = kind.name();
            let text = value.as_str().filter(|text| text.starts_with(MARK) && text.len() >= LEAST);
            let text = text.ok_or_else(|| {
                format!(
                    "tests/{}/{}.json: a {name} cannot be searched for; let it begin with {MARK} and have {LEAST} \
                     characters",
                    document.folder, document.name
                )
            })?;
            planted.insert(text.to_owned(), kind);
        }
    }
    let kinds: BTreeSet<Kind> = planted.values().copied().collect();
    match Kind::ALL.iter().find(|kind| !kinds.contains(kind)) {
        None => Ok(planted),
        Some(absent) => Err(format!("no scenario plants a {}", absent.name())),
    }
}

/// What a file has where secrets stand.
fn secrets_of(document: &Value) -> Vec<(&Value, Kind)> {
    let client = &document["client"];
    let items = |list: &'static str| client[list].as_array().into_iter().flatten();
    // Other tokens are made by the emulator.
    let literal = |value: &&Value| value.is_string();
    let mut found: Vec<(&Value, Kind)> = std::iter::once(&client["token"])
        .chain(items("token_provider"))
        .filter(literal)
        .map(|value| (value, Kind::Token))
        .collect();
    found.extend(client["client_credentials"].get("secret").map(|value| (value, Kind::ClientSecret)));
    found.extend(client["proxy"].get("password").map(|value| (value, Kind::ProxyPassword)));
    for step in document["steps"].as_array().into_iter().flatten() {
        let args = &step["args"];
        match step["call"].as_str() {
            Some("secrets.set") => found.extend(args.get("value").map(|value| (value, Kind::SecretValue))),
            Some("secrets.set_many") => {
                let values = args["secrets"].as_object().into_iter().flatten();
                found.extend(values.map(|(_, value)| (value, Kind::SecretValue)));
            }
            _ => {}
        }
    }
    found
}

/// A file that every language plays.
pub(super) struct Document {
    pub(super) folder: &'static str,
    pub(super) name: String,
    pub(super) value: Value,
}

/// All of them.
pub(super) fn documents(root: &Path) -> Result<Vec<Document>, String> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        let place = root.join("tests").join(folder);
        let entries = place.read_dir().map_err(|error| format!("{}: {error}", place.display()))?;
        for file in entries.flatten().map(|entry| entry.path()) {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if file.extension().is_none_or(|ending| ending != "json") || name == "schema" {
                continue;
            }
            let wrong = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
            let text = fs::read_to_string(&file).map_err(|error| wrong(&error))?;
            let value = serde_json::from_str(&text).map_err(|error| wrong(&error))?;
            found.push(Document { folder, name, value });
        }
    }
    Ok(found)
}

/// How a value could be spelled, each way by its name.
pub(super) fn spellings(value: &str) -> Vec<(&'static str, String)> {
    let mut all = vec![("as it is", value.to_owned())];
    let json = Value::from(value).to_string();
    all.push(("escaped for JSON", json.trim_matches('"').to_owned()));
    all.push(("percent-encoded", percent_encoded(value)));
    all.push(("percent-encoded", percent_encoded(value).to_lowercase()));
    for before in 0..3 {
        all.push(("base64", base64_within(value, before, &STANDARD_NO_PAD)));
        all.push(("base64", base64_within(value, before, &URL_SAFE_NO_PAD)));
    }
    let numbers: Vec<String> = value.bytes().take(12).map(|byte| byte.to_string()).collect();
    all.push(("byte by byte", numbers.join(", ")));
    if value.len() >= LEAST && value.starts_with(MARK) {
        let (first, second) = value.split_at(value.len() / 2);
        all.push(("in half", first.to_owned()));
        all.push(("in half", second.to_owned()));
    }
    all
}

fn percent_encoded(value: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    value.bytes().map(encode).collect()
}

/// What is the same in the base64 of every text in which a value stands after `before` bytes, and a multiple of three.
fn base64_within(value: &str, before: usize, engine: &impl Engine) -> String {
    let mut bytes = vec![0; before];
    bytes.extend(value.bytes());
    // Six bits a letter: those that other bytes have a share in may be any.
    let (first, end) = ((before * 8).div_ceil(6), bytes.len() * 8 / 6);
    engine.encode(bytes).get(first..end).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document(value: Value) -> Document {
        Document { folder: "scenarios", name: "example".to_owned(), value }
    }

    fn root() -> std::path::PathBuf {
        crate::root()
    }

    #[test]
    fn secrets_are_found_wherever_they_stand() {
        let text = |what: &str| format!("{MARK}example-{what}-x2m5w8");
        let planted = collect(&[document(json!({
            "client": {
                "token_provider": [null, text("b"), { "kind": "pat" }],
                "client_credentials": { "id": "example", "secret": text("c") },
                "proxy": { "user": "example", "password": text("d") },
            },
            "steps": [
                { "call": "secrets.set", "args": { "value": text("e") } },
                { "call": "secrets.set_many", "args": { "secrets": { "A": text("f"), "B": text("g") } } },
                { "call": "apps.get", "args": { "value": "no secret" } },
            ],
        }))])
        .unwrap();
        let of = |kind| planted.values().filter(|is| **is == kind).count();
        assert_eq!((of(Kind::Token), of(Kind::ClientSecret)), (4, 2));
        assert_eq!((of(Kind::SecretValue), of(Kind::ApiKey), of(Kind::ProxyPassword)), (3, 1, 1));
    }

    #[test]
    fn what_cannot_be_searched_for_is_refused() {
        for value in ["example-1", "7h3qk9-1", "an-example-that-is-long-enough"] {
            let steps = json!([{ "call": "secrets.set", "args": { "value": value } }]);
            let wrong = collect(&[document(json!({ "steps": steps }))]).unwrap_err();
            assert!(wrong.contains("cannot be searched for") && !wrong.contains(value), "{wrong}");
        }
        assert!(collect(&[]).unwrap_err().contains("no scenario plants"), "a kind is missing");
    }

    #[test]
    fn every_kind_is_planted_by_what_is_played() {
        let planted = collect(&documents(&root()).unwrap()).unwrap();
        assert!(planted.len() > 15, "{}", planted.len());
    }

    /// What the emulator makes up would be missed, if it made up something else.
    #[test]
    fn what_the_emulator_makes_up_is_known() {
        let mut found = BTreeSet::new();
        let mut folders = vec![root().join("emulator/src")];
        while let Some(folder) = folders.pop() {
            for path in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let text = fs::read_to_string(&path).unwrap();
                found.extend(text.split("\"spice_emu_").skip(1).map(|rest| {
                    let end = rest.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_');
                    format!("spice_emu_{}", &rest[..end.unwrap_or(rest.len())])
                }));
            }
        }
        // A client's id is no secret, and how all begins is said by an error.
        found.retain(|text| text != "spice_emu_client" && text != "spice_emu_");
        let known = |text: &String| MADE_UP.iter().any(|(known, _)| text.starts_with(known));
        assert!(found.len() >= 4 && found.iter().all(known), "{found:?}");
        let header = URL_SAFE_NO_PAD.decode(MADE_UP[2].0).unwrap();
        let header: Value = serde_json::from_slice(&header).unwrap();
        let tokens = fs::read_to_string(root().join("emulator/src/state/tokens.rs")).unwrap();
        assert!(
            tokens.contains(r#"json!({ "alg": "HS256", "typ": "JWT", "kid": KID })"#),
            "its header is another"
        );
        assert!(tokens.contains(&format!("KID: &str = {}", header["kid"])), "its key is another");
    }

    #[test]
    fn base64_is_found_at_every_place() {
        let value = "7h3qk9-example-x2m5w8-1";
        for before in ["", "a", "ab", "abc", "user:"] {
            for after in ["", "z", "zz"] {
                let whole = STANDARD_NO_PAD.encode(format!("{before}{value}{after}"));
                let is_found =
                    spellings(value).iter().any(|(way, text)| *way == "base64" && whole.contains(text));
                assert!(is_found, "{before}…{after}");
            }
        }
    }

    #[test]
    fn other_letters_are_spelled_in_other_ways() {
        let all = spellings("a/\"ü");
        for expected in ["a/\\\"ü", "a%2F%22%C3%BC", "a%2f%22%c3%bc", "97, 47, 34, 195, 188"] {
            assert!(all.iter().any(|(_, text)| text == expected), "{expected}: {all:?}");
        }
    }
}
