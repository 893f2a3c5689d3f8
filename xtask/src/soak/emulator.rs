//! An emulator in a process of its own, so that nothing of it counts for the program that is watched.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// How long the administration may take; it is asked for little.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running emulator, which ends with this.
pub(super) struct Emulator {
    process: Child,
    pub(super) url: String,
    pub(super) token: String,
}

impl Emulator {
    /// Starts one with the apps of the demo, whose deployments succeed at once.
    pub(super) fn start(binary: &Path, seed: u64) -> Result<Self, String> {
        let mut command = Command::new(binary);
        command.args(["emulator", "--port", "0", "--progression", "immediate", "--exit-with-parent"]);
        command.arg("--random-seed").arg(seed.to_string());
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().map_err(|error| format!("the emulator did not start: {error}"))?;
        let mut ready = String::new();
        let read = process.stdout.take().map(|output| BufReader::new(output).read_line(&mut ready));
        let told: Value = serde_json::from_str(&ready).unwrap_or_default();
        let mut emulator = Self { process, url: String::new(), token: String::new() };
        match (read, told["url"].as_str(), told["token"].as_str()) {
            (Some(Ok(_)), Some(url), Some(token)) => {
                url.clone_into(&mut emulator.url);
                token.clone_into(&mut emulator.token);
                Ok(emulator)
            }
            _ => Err(format!("the emulator did not say where it is, but {ready:?}")),
        }
    }

    /// Has some of the requests from now on go wrong.
    pub(super) fn spoil(&self, faults: &[Value]) -> Result<(), String> {
        faults
            .iter()
            .try_for_each(|fault| self.ask("POST", "/_emulator/faults", &fault.to_string()).map(drop))
    }

    /// How many requests have met a fault.
    pub(super) fn spoilt(&self) -> Result<u64, String> {
        let rules = self.ask("GET", "/_emulator/faults", "")?;
        let rules = rules["faults"].as_array().ok_or("the emulator does not tell its faults")?;
        Ok(rules.iter().filter_map(|rule| rule["fired"].as_u64()).sum())
    }

    /// Asks the administration, over a connection for this alone.
    fn ask(&self, method: &str, path: &str, body: &str) -> Result<Value, String> {
        let host = self.url.trim_start_matches("http://").trim_end_matches('/');
        let wrong = |error: std::io::Error| format!("{method} {path} of the emulator: {error}");
        let mut stream = TcpStream::connect(host).map_err(wrong)?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(wrong)?;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).map_err(wrong)?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).map_err(wrong)?;
        read(&answer).ok_or_else(|| format!("{method} {path} of the emulator: {answer}"))
    }
}

/// The JSON of a good answer.
fn read(answer: &str) -> Option<Value> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let good = head.split(' ').nth(1)?.starts_with('2');
    serde_json::from_str(body).ok().filter(|_| good)
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // It may have ended already, and a process that is gone cannot be left behind.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read;

    #[test]
    fn answers_are_read_when_they_are_good() {
        assert_eq!(read("HTTP/1.1 201 Created\r\na: b\r\n\r\n{\"id\":1}"), Some(json!({ "id": 1 })));
        assert_eq!(read("HTTP/1.1 400 Bad Request\r\n\r\n{}"), None);
        assert_eq!(read("nonsense"), None);
    }
}
