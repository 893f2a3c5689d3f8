//! Processes that are asked line by line.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::clients::Failure;

/// A process that says a line when it is ready, and then one for each that it is given. It ends with this.
pub(crate) struct Process {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    name: String,
    first: String,
}

impl Process {
    pub(crate) fn start(name: &str, command: &mut Command) -> Result<Self, Failure> {
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = started.map_err(|error| format!("{name} did not start: {error}"))?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(format!("{name} cannot be talked to").into());
        };
        let (name, first) = (name.to_owned(), String::new());
        let mut process = Self { child, input, output: BufReader::new(output), name, first };
        process.first = process.line()?;
        Ok(process)
    }

    /// What it said when it was ready.
    pub(crate) fn first(&self) -> &str {
        &self.first
    }

    /// What it says to a line.
    pub(crate) fn ask(&mut self, line: &str) -> Result<String, Failure> {
        writeln!(self.input, "{line}").map_err(|error| format!("{} ended: {error}", self.name))?;
        self.line()
    }

    fn line(&mut self) -> Result<String, Failure> {
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            return Err(format!("{} ended: see above", self.name).into());
        }
        Ok(line.trim_end().to_owned())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_process_answers_line_by_line_until_it_ends() {
        let script = "echo ready; while read line && [ $line != end ]; do echo \"$line back\"; done";
        let mut process = Process::start("the echo", Command::new("sh").args(["-c", script])).unwrap();
        assert_eq!(process.first(), "ready");
        assert_eq!(process.ask("there").unwrap(), "there back");
        assert!(process.ask("end").unwrap_err().to_string().starts_with("the echo ended"));
        assert!(Process::start("nothing", Command::new("sh").args(["-c", "exit 1"])).is_err());
    }
}
