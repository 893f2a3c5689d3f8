//! Runs the documents' own curl commands against the emulator: see `tests/curl/README.md`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use serde_json::Value;
use spice_cloud_emulator::{Emulator, Progression};
use spice_cloud_tests::files;
use spice_cloud_tests::matching::differences;
use spice_cloud_tests::scenario::Variables;

/// A command and what is expected of its answer.
struct Step {
    title: String,
    command: String,
    status: Option<u16>,
    body: Option<Value>,
    save: BTreeMap<String, String>,
}

struct Script {
    source: String,
    steps: Vec<Step>,
}

/// Steps are separated by empty lines; the first of these blocks tells the source.
fn parse(text: &str) -> Script {
    let mut blocks = text.split("\n\n").map(str::trim);
    let source =
        blocks.next().and_then(|head| head.strip_prefix("# source: ")).expect("the source comes first");
    Script { source: source.to_owned(), steps: blocks.map(step).collect() }
}

fn step(block: &str) -> Step {
    let mut step = Step {
        title: String::new(),
        command: String::new(),
        status: None,
        body: None,
        save: BTreeMap::new(),
    };
    for line in block.lines() {
        match line
            .strip_prefix("#:")
            .map(|words| words.trim().split_once(' ').expect("a word and what it says"))
        {
            Some(("status", status)) => step.status = status.parse().ok(),
            Some(("body", body)) => {
                step.body =
                    Some(serde_json::from_str(body).unwrap_or_else(|error| panic!("{body}: {error}")));
            }
            Some(("save", words)) => {
                let (name, place) = words.split_once(' ').expect("a name and a place");
                step.save.insert(name.to_owned(), place.to_owned());
            }
            Some((other, _)) => panic!("there is no #: {other}"),
            None if line.starts_with('#') => line.trim_start_matches(['#', ' ']).clone_into(&mut step.title),
            None => {
                step.command.push_str(line);
                step.command.push('\n');
            }
        }
    }
    assert!(step.status.is_some(), "{}: no status is expected", step.title);
    step
}

/// Where commands run: an emulator, a folder with curl's settings, and what was saved.
struct Stage {
    emulator: Emulator,
    settings: tempfile::TempDir,
    variables: Variables,
    texts: BTreeMap<String, String>,
}

impl Stage {
    fn new() -> Self {
        let version = Command::new("curl").arg("--version").output();
        assert!(version.is_ok_and(|output| output.status.success()), "these tests need the program curl");
        let emulator =
            Emulator::builder().progression(Progression::Immediate).start().expect("the emulator starts");
        let settings = tempfile::tempdir().expect("a folder");
        // The commands stay as they are; curl reads from here that it is to tell the status, and no progress.
        let rules = "silent\nshow-error\nnoproxy = \"*\"\nmax-time = 20\nwrite-out = \"\\n%{http_code}\"\n";
        fs::write(settings.path().join(".curlrc"), rules).expect("a file");
        Self { emulator, settings, variables: Variables::default(), texts: BTreeMap::new() }
    }

    /// The command with this machine's hosts, token and ids.
    fn localized(&self, command: &str) -> String {
        let url = self.emulator.url();
        let mut command = command
            .replace("https://api.spice.ai", url)
            .replace("https://spice.ai", url)
            .replace("your-client-id", self.emulator.client_id())
            .replace("your-client-secret", self.emulator.client_secret());
        for token in ["<your-pat-token>", "<token>"] {
            command = command.replace(token, self.emulator.token());
        }
        if let Some(token) = self.texts.get("access_token") {
            command = command.replace("<access-token>", token);
        }
        if let Some(app) = self.texts.get("app") {
            for id in ["/apps/123", "/apps/{appId}"] {
                command = command.replace(id, &format!("/apps/{app}"));
            }
        }
        command
    }

    fn run(&mut self, step: &Step) {
        let title = &step.title;
        let command = self.localized(&step.command);
        let output = Command::new("sh")
            .args(["-c", &command])
            .env("SPICE_API_TOKEN", self.emulator.token())
            .env("CURL_HOME", self.settings.path())
            .output()
            .unwrap_or_else(|error| panic!("these tests need a shell: {error}"));
        let text = String::from_utf8(output.stdout).expect("curl writes text");
        let words = String::from_utf8_lossy(&output.stderr);
        let (body, status) = text.rsplit_once('\n').unwrap_or_else(|| panic!("{title}: {words}\n{command}"));
        assert_eq!(
            Some(status),
            step.status.map(|status| status.to_string()).as_deref(),
            "{title}: {body}{words}"
        );
        if status == "204" {
            assert_eq!(body, "", "{title}");
            return;
        }
        let body: Value =
            serde_json::from_str(body).unwrap_or_else(|error| panic!("{title}: {error} in {body}"));
        if let Some(expected) = &step.body {
            let expected = self.variables.fill(expected).unwrap_or_else(|words| panic!("{title}: {words}"));
            let found = differences(&expected, &body);
            assert!(found.is_empty(), "{title}:\n  {}", found.join("\n  "));
        }
        for (name, place) in &step.save {
            let value =
                body.pointer(place).unwrap_or_else(|| panic!("{title}: no {place} in {body}")).clone();
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            self.texts.insert(name.clone(), text);
            self.variables.save(name, value, None);
        }
    }
}

fn replay(name: &str) {
    let script = parse(&files::text(&format!("tests/curl/{name}.sh")).expect("the script is there"));
    let mut stage = Stage::new();
    for step in &script.steps {
        stage.run(step);
    }
    let answered = stage.emulator.requests().len();
    assert_eq!(answered, script.steps.len(), "every command is one request");
}

#[test]
fn an_app_is_created_and_deployed() {
    replay("create-and-deploy");
}

#[test]
fn api_keys_are_rotated() {
    replay("rotate-api-keys");
}

#[test]
fn the_examples_of_the_management_apis_work() {
    replay("management-apis");
}

#[test]
fn the_examples_of_each_resource_work() {
    replay("apps-and-members");
}

#[test]
fn every_script_is_replayed_and_names_its_source() {
    let contract = files::json("api/openapi.json").expect("the contract");
    let replayed = ["apps-and-members", "create-and-deploy", "management-apis", "rotate-api-keys"];
    let mut names: Vec<String> = fs::read_dir(files::root().join("tests/curl"))
        .expect("the folder is there")
        .filter_map(|entry| entry.expect("an entry").file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".sh").map(str::to_owned))
        .collect();
    names.sort();
    assert_eq!(names, replayed);
    for name in names {
        let script = parse(&files::text(&format!("tests/curl/{name}.sh")).expect("the script is there"));
        let key = script.source.split(',').next().expect("a key");
        assert!(contract["x-source-keys"].get(key).is_some(), "{name}: {key} is no key of a source");
    }
}
