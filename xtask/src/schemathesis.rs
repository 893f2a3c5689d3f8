//! Lets schemathesis send whatever the contract allows, and what it does not, to the emulator: every answer has to be one
//! that the contract knows.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::demo;
use crate::process::watch;
use crate::venv::{Missing, Venv};

/// Where it is told what to install and which ids to use.
const FOLDER: &str = "tests/schemathesis";
/// What is checked of each answer.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_headers_conformance,response_schema_conformance";
/// The same requests in every run: what fails here fails everywhere.
const SEED: &str = "7";
/// Requests of each operation that are made up, beside those that are worked out from the contract.
const EXAMPLES: &str = "30";
/// An app and a deployment that the configuration counts on.
const THERE: [&str; 4] = ["deployments", "get", "1022", "1035"];

/// Runs it twice: with ids of all kinds, and with those of things that are there.
pub(crate) fn run(root: &Path) -> Result<(), Missing> {
    let venv = Venv::ensure(&root.join("target/venv"), &root.join(FOLDER).join("requirements.txt"))?;
    let binary = demo::build(root).map_err(Missing::Failed)?;
    let failed: Vec<String> = ["anything.toml", "there.toml"]
        .into_iter()
        .filter_map(|configuration| {
            let why = run_with(root, &venv, &binary, configuration).err()?;
            Some(format!("with {configuration}: {why}"))
        })
        .collect();
    if failed.is_empty() { Ok(()) } else { Err(Missing::Failed(failed.join("\n"))) }
}

/// Against an emulator of its own, for the requests change what is there.
fn run_with(root: &Path, venv: &Venv, binary: &Path, configuration: &str) -> Result<(), String> {
    let emulator = Emulator::start(binary)?;
    emulator.has_what_is_counted_on(binary)?;
    // It leaves notes where it runs.
    let notes = tempfile::tempdir().map_err(|error| format!("there is no folder for its notes: {error}"))?;
    let mut command = venv.command("schemathesis");
    command.current_dir(notes.path());
    command.arg("--config-file").arg(root.join(FOLDER).join(configuration));
    command.arg("run").arg(root.join("api/openapi.json")).args(["--url", &emulator.url]);
    command.args(["--header", &format!("Authorization: Bearer {}", emulator.token)]);
    command.args(["--checks", CHECKS, "--max-examples", EXAMPLES, "--seed", SEED]);
    command.args(["--phases", "examples,coverage,fuzzing", "--continue-on-failure", "--no-color"]);
    command.args(["--warnings", "off", "--generation-database", "none"]);
    match watch(&mut command, |_| ()) {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("schemathesis ended with {status}: see above")),
        Err(error) => Err(format!("schemathesis did not start: {error}")),
    }
}

/// A running `spice-cloud emulator`, which ends with this.
struct Emulator {
    child: Child,
    url: String,
    token: String,
}

impl Emulator {
    fn start(binary: &Path) -> Result<Self, String> {
        let mut child = Command::new(binary)
            .args(["emulator", "--port", "0", "--seed", "demo", "--exit-with-parent"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{} did not start: {error}", binary.display()))?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            // An emulator that says nothing is noticed by what it did not say.
            let _ = BufReader::new(output).read_line(&mut line);
        }
        let mut emulator = Self { child, url: String::new(), token: String::new() };
        let (url, token) = ready(&line).ok_or_else(|| format!("the emulator is not ready: {line:?}"))?;
        (emulator.url, emulator.token) = (url, token);
        Ok(emulator)
    }

    /// Requests about what is not there would all be refused in the same way, and nobody would notice.
    fn has_what_is_counted_on(&self, binary: &Path) -> Result<(), String> {
        let status = Command::new(binary)
            .args(THERE)
            .args(["--base-url", &self.url])
            .env("SPICE_API_TOKEN", &self.token)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status();
        if status.is_ok_and(|status| status.success()) {
            return Ok(());
        }
        Err("the demo seed does not have what tests/schemathesis/there.toml counts on".to_owned())
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Address and token from the line that the emulator says when it is ready.
fn ready(line: &str) -> Option<(String, String)> {
    let line: Value = serde_json::from_str(line).ok()?;
    Some((line["url"].as_str()?.to_owned(), line["token"].as_str()?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ready_line_tells_address_and_token() {
        let line =
            r#"{"url":"http://127.0.0.1:1","token":"example-1","admin":"http://127.0.0.1:1/_emulator"}"#;
        assert_eq!(ready(line), Some(("http://127.0.0.1:1".to_owned(), "example-1".to_owned())));
        for other in ["", "listening", r#"{"url":1}"#] {
            assert_eq!(ready(other), None, "{other}");
        }
    }
}
