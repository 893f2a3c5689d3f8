//! The program that has the package and its peers, and the machine that it runs on.

use std::process::{Command, Stdio};
use std::{fs, thread};

use serde_json::Value;

use super::Client;
use crate::clients::Failure;
use crate::figures::megabytes;
use crate::process::Process;

/// A program that measures a client, and how it is started.
pub(super) struct Program<'run> {
    program: &'run str,
    arguments: &'run [&'run str],
}

impl<'run> Program<'run> {
    pub(super) fn new(words: &'run [&'run str]) -> Result<Self, Failure> {
        let (program, arguments) = words.split_first().ok_or("there is no worker")?;
        Ok(Self { program, arguments })
    }

    /// A process that measures a client whenever it is asked.
    pub(super) fn worker(&self, client: Client, url: &str) -> Result<Process, Failure> {
        Process::start(client.shown, self.command().args([client.name, url]))
    }

    /// What a new process takes until it has read one app, in milliseconds, and the most memory that it had, in megabytes.
    pub(super) fn once(&self, client: Client, url: &str) -> Result<(f64, f64), Failure> {
        let mut command = self.command();
        command.args([client.name, url, "once"]).stdin(Stdio::null()).stderr(Stdio::inherit());
        let output = command.output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        match once(&said).filter(|_| output.status.success()) {
            Some(figures) => Ok(figures),
            None => Err(format!("{} ended with {}: {said:?}", client.shown, output.status).into()),
        }
    }

    /// Nothing that is set here for Java, for proxies or for us may change what is measured; nor may cargo, which has programs
    /// look in its own folders for libraries first.
    fn command(&self) -> Command {
        let mut command = Command::new(self.program);
        for (name, _) in std::env::vars_os() {
            let known = name.to_string_lossy().to_uppercase();
            let java = known.contains("JAVA_") && known.ends_with("OPTIONS");
            let elsewhere = known.ends_with("LIBRARY_PATH");
            if java || elsewhere || known.starts_with("SPICE_") || known.ends_with("_PROXY") {
                command.env_remove(name);
            }
        }
        command.args(self.arguments);
        command
    }
}

fn once(said: &str) -> Option<(f64, f64)> {
    let (took, peak) = said.trim().split_once(' ')?;
    Some((took.parse().ok()?, megabytes(peak.parse().ok()?)))
}

/// What is known of the programs, and of the machine.
pub(super) fn here(mut about: Value) -> Value {
    let processor =
        line("/proc/cpuinfo", "model name").map(|line| line.trim_matches([' ', '\t', ':']).to_owned());
    let name = line("/etc/os-release", "PRETTY_NAME=").map(|line| line.trim_matches('"').to_owned());
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").ok();
    let kernel = kernel.map(|release| format!("Linux {}", release.trim()));
    let system: Vec<String> = name.into_iter().chain(kernel).collect();
    about["cores"] = thread::available_parallelism().map_or(0, usize::from).into();
    about["processor"] = processor.into();
    about["system"] = (!system.is_empty()).then(|| system.join(", ")).into();
    about
}

/// What follows some words at the beginning of a line of a file.
fn line(file: &str, words: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    text.lines().find_map(|line| line.strip_prefix(words)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_call_tells_its_time_and_its_memory() {
        assert_eq!(once("12.5 34000000\n"), Some((12.5, 34.0)));
        assert_eq!((once("12.5"), once("x 1"), once("")), (None, None, None));
    }

    #[test]
    fn the_machine_is_added_to_what_is_known() {
        let about = here(serde_json::json!({ "toolchain": "any" }));
        assert_eq!(about["toolchain"], "any");
        assert!(about["cores"].as_u64().unwrap() > 0);
    }
}
