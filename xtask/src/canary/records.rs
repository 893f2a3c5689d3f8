//! Whether what was recorded is whole: a search in what was never written would find nothing.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::planted::Document;
use crate::faces::Face;

/// A way to call the SDK, whose records lie in a folder of their own.
pub(super) struct Column {
    pub(super) folder: &'static str,
    face: Face,
    /// Lines that its records have somewhere: how things are shown in its language.
    ways: &'static [&'static str],
    /// Whether it plays all files; futures follow no deployment, give no pages, and are not tried with faults.
    plays_all: bool,
}

const RUST: &[&str] = &["-- Display", "-- Debug", "-- JSON", "-- sources", "-- panic"];
const PYTHON: &[&str] =
    &["-- str", "-- repr", "-- members", "-- copy", "-- pickle", "-- traceback", "== a panic"];
const NODE: &[&str] = &["-- String", "-- inspect", "-- JSON", "-- stack", "== a panic"];
const KOTLIN: &[&str] = &["-- toString", "-- stack trace", "-- serialized", "== a panic"];
const KOTLIN_OTHERS: &[&str] = &["-- toString", "-- stack trace", "-- serialized"];
const SWIFT: &[&str] =
    &["-- describing", "-- reflecting", "-- dump", "-- localizedDescription", "== a panic"];

const fn column(folder: &'static str, face: Face, ways: &'static [&'static str]) -> Column {
    Column { folder, face, ways, plays_all: true }
}

const COLUMNS: [Column; 9] = [
    column("rust-async", Face::Rust, RUST),
    column("rust-blocking", Face::Rust, RUST),
    column("python-sync", Face::Python, PYTHON),
    column("python-async", Face::Python, PYTHON),
    column("node", Face::Node, NODE),
    column("kotlin-suspending", Face::Kotlin, KOTLIN),
    column("kotlin-blocking", Face::Kotlin, KOTLIN_OTHERS),
    Column { plays_all: false, ..column("kotlin-futures", Face::Kotlin, KOTLIN_OTHERS) },
    column("swift", Face::Swift, SWIFT),
];

impl Column {
    fn plays(&self, document: &Document) -> bool {
        let lacks = |call: &str| call == "deployments.watch" || call.rsplit('.').next() == Some("pages");
        self.plays_all
            || document.folder == "scenarios" && !calls(&document.value).any(|(call, _)| lacks(call))
    }
}

/// The calls of a file, each with how often it is made.
fn calls(document: &Value) -> impl Iterator<Item = (&str, u64)> {
    let steps = document["steps"].as_array().into_iter().flatten();
    steps.filter_map(|step| {
        let times = step["times"].as_u64().unwrap_or(1) * step["at_once"].as_u64().unwrap_or(1);
        Some((step["call"].as_str()?, times))
    })
}

/// Counts the records of a face in its folder, and refuses those that are not whole.
pub(super) fn count(face: Face, folder: &Path, documents: &[Document]) -> Result<usize, String> {
    let (mut number, mut wrong) = (0, Vec::new());
    for column in COLUMNS.iter().filter(|column| column.face == face) {
        let mut lacks: Vec<&str> = column.ways.to_vec();
        for document in documents.iter().filter(|document| column.plays(document)) {
            number += 1;
            let place = Path::new(column.folder).join(document.folder).join(&document.name);
            match read(&folder.join(&place), &document.value) {
                Ok(shown) => lacks.retain(|way| !shown.lines().any(|line| line == *way)),
                Err(why) => wrong.push(format!("the record {} {why}", place.display())),
            }
        }
        wrong.extend(lacks.iter().map(|way| format!("the records of {} have no {way}", column.folder)));
    }
    for output in ["stdout.txt", "stderr.txt"] {
        if !folder.join(output).is_file() {
            wrong.push(format!("there is no {output}"));
        }
    }
    if wrong.is_empty() { Ok(number) } else { Err(wrong.join("\n")) }
}

/// What is shown in a record, which must have all of its parts.
fn read(folder: &Path, document: &Value) -> Result<String, String> {
    let text = |name: &str| {
        let bytes = fs::read(folder.join(name)).map_err(|_| format!("lacks its {name}"))?;
        Ok::<_, String>(String::from_utf8_lossy(&bytes).into_owned())
    };
    let (shown, log, requests) = (text("shown.txt")?, text("log.txt")?, text("requests.json")?);
    let wanted: u64 = calls(document).map(|(_, times)| times).sum();
    let entries = shown.lines().filter(|line| line.starts_with("== ")).count() as u64;
    // One of them is the client.
    if entries <= wanted || !shown.lines().any(|line| line == "== the client") {
        return Err(format!("shows {entries} things for {wanted} calls and a client"));
    }
    let requests: Value =
        serde_json::from_str(&requests).map_err(|error| format!("has odd requests: {error}"))?;
    // An attempt that is led elsewhere makes more of them.
    let is_redirect = |request: &&Value| request["status"].as_u64().is_some_and(|status| status / 100 == 3);
    let requests = requests.as_array().into_iter().flatten().filter(|request| !is_redirect(request)).count();
    let lines = log.lines().count();
    // A page that was asked for ahead and is not needed any more is in no log, and a log that cannot keep up says so.
    if lines < requests.div_ceil(2) && !log.contains("came too fast and were lost") {
        return Err(format!("has {lines} lines of the log for {requests} requests"));
    }
    Ok(shown)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const SHOWN: &str =
        "== apps.list\n-- String\n-- inspect\n-- JSON\n-- stack\n== apps.list\n== a panic\n== the client\n";

    fn document() -> Document {
        let steps = json!([{ "call": "apps.list", "times": 2 }, { "requests": [] }]);
        Document { folder: "scenarios", name: "example".to_owned(), value: json!({ "steps": steps }) }
    }

    fn counted(shown: &str, log: &str, requests: &str) -> Result<usize, String> {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("node/scenarios/example");
        fs::create_dir_all(&place).unwrap();
        for (name, text) in [("shown.txt", shown), ("log.txt", log), ("requests.json", requests)] {
            fs::write(place.join(name), text).unwrap();
        }
        for name in ["stdout.txt", "stderr.txt"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        count(Face::Node, folder.path(), &[document()])
    }

    #[test]
    fn a_record_with_all_of_its_parts_counts() {
        assert_eq!(counted(SHOWN, "one\ntwo\n", "[{}, {}]"), Ok(1));
        assert_eq!(counted(SHOWN, "one\n", r#"[{"status": 302}, {"status": 200}]"#), Ok(1));
        assert_eq!(counted(SHOWN, "3 lines of the log came too fast and were lost\n", "[{}, {}]"), Ok(1));
    }

    #[test]
    fn a_record_that_lacks_something_is_refused() {
        for (shown, log, requests, expected) in [
            ("", "one\n", "[{}]", "shows 0 things for 2 calls and a client"),
            (&SHOWN.replace("the client", "it"), "one\n", "[{}]", "shows 4 things"),
            (SHOWN, "", "[{}]", "has 0 lines of the log for 1 requests"),
            (SHOWN, "one\n", "[{}, {}, {}]", "has 1 lines of the log for 3 requests"),
            (SHOWN, "", "", "has odd requests"),
            (&SHOWN.replace("-- stack", ""), "one\n", "[{}]", "the records of node have no -- stack"),
        ] {
            let wrong = counted(shown, log, requests).unwrap_err();
            assert!(wrong.contains(expected), "{expected}: {wrong}");
        }
        let nothing = tempfile::tempdir().unwrap();
        let wrong = count(Face::Node, nothing.path(), &[document()]).unwrap_err();
        assert!(wrong.contains("node/scenarios/example lacks its shown.txt"), "{wrong}");
        assert!(wrong.contains("there is no stdout.txt"), "{wrong}");
    }

    #[test]
    fn every_face_has_records() {
        for face in Face::ALL {
            assert!(COLUMNS.iter().any(|column| column.face == face), "{}", face.name());
        }
    }
}
