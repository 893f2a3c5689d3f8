//! The Python that is measured with, and what is started in it.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{Client, Face};
use crate::clients::Failure;
use crate::process::Process;

/// An interpreter that has the package and its peers.
pub(super) struct Python {
    program: PathBuf,
}

/// What a script that makes one call tells of itself.
#[derive(Debug, PartialEq)]
pub(super) struct Once {
    /// How many items came, or the id of what came.
    pub(super) came: u64,
    /// How long the call took, in seconds.
    pub(super) took: f64,
    /// The most memory that the process had, in bytes.
    pub(super) peak: u64,
}

impl Python {
    pub(super) fn new(program: &str) -> Self {
        Self { program: PathBuf::from(program) }
    }

    /// What runs here: the machine, and versions of all that is measured.
    pub(super) fn about(&self) -> Result<Value, Failure> {
        Ok(serde_json::from_str(&self.answer("about.py", &[])?)?)
    }

    /// A process that measures a client whenever it is asked.
    pub(super) fn worker(&self, client: Client, url: &str) -> Result<Process, Failure> {
        let mut command = self.script("worker.py");
        Process::start(client.shown, command.args([face(client), client.name, url]))
    }

    /// One call in a process of its own.
    pub(super) fn once(&self, client: Client, url: &str, call: &str) -> Result<Once, Failure> {
        read_once(&self.answer("once.py", &[face(client), client.name, url, call])?)
    }

    /// A process that only imports.
    pub(super) fn idle(&self, modules: &[&str]) -> Result<Once, Failure> {
        read_once(&self.answer("peak.py", modules)?)
    }

    /// How long a process takes that does no more than this.
    pub(super) fn time(&self, code: &str) -> Result<Duration, Failure> {
        let mut command = self.command();
        command.args(["-I", "-c", code]).stdin(Stdio::null());
        let began = Instant::now();
        let status = command.status()?;
        let took = began.elapsed();
        if status.success() { Ok(took) } else { Err(format!("{code:?} ended with {status}").into()) }
    }

    /// What a script prints.
    fn answer(&self, script: &str, arguments: &[&str]) -> Result<String, Failure> {
        let mut command = self.script(script);
        let output = command.args(arguments).stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
        if output.status.success() {
            Ok(String::from_utf8(output.stdout)?)
        } else {
            Err(format!("{script} {} ended with {}", arguments.join(" "), output.status).into())
        }
    }

    fn script(&self, name: &str) -> Command {
        let mut command = self.command();
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/python/").to_owned() + name);
        command
    }

    /// Nothing that is set here for Python, for proxies or for us may change what is measured.
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        for (name, _) in std::env::vars_os() {
            let known = name.to_string_lossy().to_uppercase();
            if known.starts_with("PYTHON") || known.starts_with("SPICE_") || known.ends_with("_PROXY") {
                command.env_remove(name);
            }
        }
        command
    }
}

fn face(client: Client) -> &'static str {
    match client.face {
        Face::Sync => "sync",
        Face::Async => "async",
    }
}

fn read_once(line: &str) -> Result<Once, Failure> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [came, took, peak] = words[..] else { return Err(format!("{line:?} tells nothing").into()) };
    Ok(Once { came: came.parse()?, took: took.parse()?, peak: peak.parse()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_tell_what_a_call_took() {
        assert_eq!(read_once("1 0.5 1024\n").unwrap(), Once { came: 1, took: 0.5, peak: 1024 });
        assert!(read_once("").is_err() && read_once("1 0.5 x").is_err());
    }
}
