//! Reads every wire fixture, and every vector of decoding, through the public call of its operation, with both clients:
//! one test result for each.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial, run};
use serde_json::{Value, json};
use spice_cloud_emulator::Emulator;
use spice_cloud_tests::call::{Args, Caller, Kind, describe, examples, names};
use spice_cloud_tests::matching::differences;
use spice_cloud_tests::scenario::Variables;
use spice_cloud_tests::{answer, files};

fn main() -> ExitCode {
    let mut documents = files::documents("tests/wire").expect("the fixtures can be read");
    let vectors = files::json("tests/vectors/decoding.json").expect("the vectors can be read");
    documents.push(files::Document { name: "decoding".to_owned(), value: vectors });
    let mut trials = vec![Trial::test("every public operation has a fixture or is a deletion", all_are_read)];
    for document in documents {
        for case in cases(&document.value) {
            if !is_public(case["operation"].as_str().unwrap_or_default()) {
                continue;
            }
            for kind in Kind::ALL {
                let name = case["name"].as_str().unwrap_or_default();
                let name = format!("{}: {name} with the {} client", document.name, kind.name());
                let case = case.clone();
                trials.push(Trial::test(name, move || read(&case, kind)));
            }
        }
    }
    run(&Arguments::from_args(), trials).exit_code()
}

fn cases(document: &Value) -> Vec<Value> {
    document["cases"].as_array().cloned().unwrap_or_default()
}

/// What is not public the SDK calls by itself, when it needs to.
fn is_public(operation_id: &str) -> bool {
    spice_cloud::operations().iter().any(|operation| operation.id() == operation_id && operation.is_public())
}

fn all_are_read() -> Result<(), Failed> {
    let documents = files::documents("tests/wire")?;
    let read: Vec<Value> = documents.iter().flat_map(|document| cases(&document.value)).collect();
    let has_fixture = |id: &str| read.iter().any(|case| case["operation"] == id);
    let without: Vec<&str> = spice_cloud::operations()
        .iter()
        .filter(|operation| operation.is_public() && operation.method() != spice_cloud::Method::Delete)
        .map(|operation| operation.id())
        .filter(|id| !has_fixture(id))
        .collect();
    if without.is_empty() { Ok(()) } else { Err(format!("no fixture for {}", without.join(", ")).into()) }
}

/// An emulator that gives every request the answer of a case, or a plain server where the answer is no JSON.
enum Server {
    Emulator(Box<Emulator>),
    Plain(String),
}

impl Server {
    fn start(case: &Value) -> Result<Self, String> {
        if let Some(text) = case["body_text"].as_str() {
            let headers = case["headers"].as_object().cloned().unwrap_or_default();
            let headers: Vec<(String, String)> = headers
                .into_iter()
                .map(|(name, value)| (name, value.as_str().unwrap_or_default().to_owned()))
                .collect();
            let status =
                case["status"].as_u64().and_then(|status| status.try_into().ok()).ok_or("no status")?;
            return answer::once(status, &headers, text).map(Self::Plain).map_err(|error| error.to_string());
        }
        let emulator = Emulator::builder().start().map_err(|error| error.to_string())?;
        let mut action = json!({ "kind": "status", "status": case["status"], "body": case["body"] });
        if let Some(headers) = case.get("headers") {
            action["headers"] = headers.clone();
        }
        emulator.add_fault(json!({ "do": action })).map_err(|error| error.to_string())?;
        Ok(Self::Emulator(Box::new(emulator)))
    }

    fn url(&self) -> &str {
        match self {
            Self::Emulator(emulator) => emulator.url(),
            Self::Plain(url) => url,
        }
    }
}

fn read(case: &Value, kind: Kind) -> Result<(), Failed> {
    let server = Server::start(case)?;
    let operation_id = case["operation"].as_str().ok_or("no operation")?;
    let builder = spice_cloud::Client::builder()
        .base_url(server.url())
        .token("example-token-1")
        .max_retries(0)
        .dedupe(spice_cloud::Dedupe::Off);
    let caller = Caller::new(kind, builder)?;
    let variables = Variables::default();
    let mut args = Args::new(examples::arguments(operation_id)?, &variables);
    let reply = caller.call(&names::public_name(operation_id), &mut args, None)?;
    let found = match (reply, case.get("expect"), case.get("expect_error")) {
        (Ok(outcome), Some(expected), None) => differences(expected, &outcome.result),
        (Err(error), None, Some(expected)) if !error.message().trim().is_empty() => {
            differences(expected, &describe(&error))
        }
        (Ok(outcome), ..) => vec![format!("expected an error, got {}", outcome.result)],
        (Err(error), ..) => vec![format!("not this error: {error}")],
    };
    if found.is_empty() { Ok(()) } else { Err(found.join("\n").into()) }
}
