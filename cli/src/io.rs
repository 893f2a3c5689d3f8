//! What a command reads from and writes to.

use std::ffi::OsString;
use std::fmt;
use std::io::{self, Read, Write};

use spice_cloud::ClientBuilder;

/// Everything that a command touches outside of the API: streams, terminal, environment.
pub struct Io<'a> {
    /// Where values are read from.
    pub stdin: &'a mut dyn Read,
    /// Where data goes.
    pub stdout: &'a mut dyn Write,
    /// Where words go.
    pub stderr: &'a mut dyn Write,
    /// Whether a person types the input.
    pub stdin_is_terminal: bool,
    /// Whether a person reads the data.
    pub stdout_is_terminal: bool,
    /// Whether a person reads the words.
    pub stderr_is_terminal: bool,
    /// How many columns the terminal has, where that is known.
    pub columns: Option<u16>,
    /// Looks up a variable of the environment, for `NO_COLOR`, `TERM`, `SPICE_CLOUD_LOG`, `secrets set
    /// --from-env`, and to tell which variables of credentials are set.
    pub env: &'a dyn Fn(&str) -> Option<OsString>,
    /// Reads a line that the terminal does not show.
    pub read_hidden: &'a mut dyn FnMut() -> io::Result<String>,
    /// What every client starts from; options of the command line go on top. With a builder that was told nothing, the
    /// SDK reads the environment of the process.
    pub client: ClientBuilder,
}

impl Io<'_> {
    /// A variable of the environment that has a value.
    pub(crate) fn variable(&self, name: &str) -> Option<OsString> {
        (self.env)(name).filter(|value| !value.is_empty())
    }

    /// Whether somebody is there to answer a question.
    pub(crate) fn can_ask(&self) -> bool {
        self.stdin_is_terminal && self.stderr_is_terminal
    }

    /// Whether a terminal that shows one stream may be sent more than plain text.
    fn is_fancy(&self, is_terminal: bool) -> bool {
        is_terminal && self.variable("TERM").is_none_or(|term| term != "dumb")
    }

    /// Whether data may have colours.
    pub(crate) fn has_colours(&self) -> bool {
        self.is_fancy(self.stdout_is_terminal) && self.variable("NO_COLOR").is_none()
    }

    /// Whether words may move on the spot.
    pub(crate) fn can_animate(&self) -> bool {
        self.is_fancy(self.stderr_is_terminal)
    }

    /// Writes data as it is, at once.
    pub(crate) fn write(&mut self, text: &str) -> io::Result<()> {
        self.stdout.write_all(text.as_bytes())?;
        self.stdout.flush()
    }

    /// Reads up to the end of a line, and no further.
    pub(crate) fn read_line(&mut self) -> io::Result<String> {
        let (mut line, mut byte) = (Vec::new(), [0]);
        while self.stdin.read(&mut byte)? == 1 && byte[0] != b'\n' {
            line.push(byte[0]);
        }
        Ok(String::from_utf8_lossy(&line).trim().to_owned())
    }
}

impl fmt::Debug for Io<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Io")
            .field("stdin_is_terminal", &self.stdin_is_terminal)
            .field("stdout_is_terminal", &self.stdout_is_terminal)
            .field("stderr_is_terminal", &self.stderr_is_terminal)
            .field("columns", &self.columns)
            .finish_non_exhaustive()
    }
}
