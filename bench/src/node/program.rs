//! The Node that is measured with, and what is started in it.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::Client;
use crate::clients::Failure;
use crate::figures::megabytes;
use crate::process::Process;

/// A folder that has the scripts of bench/node, the package and its peers.
pub(super) struct Node {
    folder: PathBuf,
}

impl Node {
    pub(super) fn new(folder: &str) -> Self {
        Self { folder: PathBuf::from(folder) }
    }

    /// What runs here: the machine, and versions of all that is measured.
    pub(super) fn about(&self) -> Result<Value, Failure> {
        Ok(serde_json::from_str(&self.answer("about.mjs", &[])?)?)
    }

    /// A process that measures a client whenever it is asked.
    pub(super) fn worker(&self, client: Client, url: &str) -> Result<Process, Failure> {
        Process::start(client.shown, self.script("worker.mjs").args([client.name, url]))
    }

    /// How long a new process takes to load a module, in milliseconds.
    pub(super) fn load(&self, module: &str) -> Result<f64, Failure> {
        Ok(self.answer("load.mjs", &[module])?.trim().parse()?)
    }

    /// The most memory of a process that makes one call, or none, in megabytes.
    pub(super) fn peak(&self, client: Option<Client>, url: &str) -> Result<f64, Failure> {
        let answer = match client {
            Some(client) => self.answer("once.mjs", &[client.name, url])?,
            None => self.answer("once.mjs", &[])?,
        };
        Ok(megabytes(answer.trim().parse()?))
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

    /// Nothing that is set here for Node, for proxies or for us may change what is measured.
    fn script(&self, name: &str) -> Command {
        let mut command = Command::new("node");
        for (name, _) in std::env::vars_os() {
            let known = name.to_string_lossy().to_uppercase();
            if known.starts_with("NODE_") || known.starts_with("SPICE_") || known.ends_with("_PROXY") {
                command.env_remove(name);
            }
        }
        command.current_dir(&self.folder).arg(name);
        command
    }
}
