//! A shell for tests: runs commands against an emulator and keeps what they write.

use std::ffi::OsString;
use std::io::{self, Write};
use std::time::Duration;

use serde_json::Value;
use spice_cloud::ClientBuilder;
use spice_cloud_cli::{Cancel, Io, run};
use spice_cloud_emulator::{Emulator, MintToken, Progression, Seed};

/// A minute, on a clock that goes a thousand times as fast.
const PATIENCE: Duration = Duration::from_secs(60_000);

/// What a command has left.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Outcome {
    /// Fails unless the command ended in this way.
    #[track_caller]
    pub(crate) fn ended(self, code: u8) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// The data, as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:#?}"))
    }

    /// The error, as JSON.
    #[track_caller]
    pub(crate) fn error(&self) -> Value {
        let whole: Value =
            serde_json::from_str(&self.err).unwrap_or_else(|error| panic!("{error}: {self:#?}"));
        whole["error"].clone()
    }

    /// Fails if a text is anywhere in what the command wrote.
    #[track_caller]
    pub(crate) fn hides(&self, text: &str) {
        assert!(!self.out.contains(text) && !self.err.contains(text), "{text} is shown: {self:#?}");
    }
}

/// Runs commands against an emulator of its own.
pub(crate) struct Shell {
    pub(crate) emulator: Emulator,
    pub(crate) client: ClientBuilder,
    stdin: Vec<u8>,
    hidden: Option<String>,
    /// Whether a person sits there.
    terminal: bool,
    variables: Vec<(&'static str, &'static str)>,
    pub(crate) cancel: Cancel,
}

impl Shell {
    /// An organization with apps, where deployments take no time.
    pub(crate) fn new() -> Self {
        let emulator =
            Emulator::builder().seed(Seed::Demo).progression(Progression::Immediate).start().unwrap();
        // Pauses pass a thousand times as fast, but nobody is given up for the machine being busy.
        let client = ClientBuilder::default()
            .base_url(emulator.url())
            .token(emulator.token())
            .time_scale(1000)
            .timeout(PATIENCE)
            .attempt_timeout(PATIENCE);
        Self {
            emulator,
            client,
            stdin: Vec::new(),
            hidden: None,
            terminal: false,
            variables: Vec::new(),
            cancel: Cancel::new(),
        }
    }

    /// What the next commands read.
    pub(crate) fn typing(mut self, text: impl Into<Vec<u8>>) -> Self {
        self.stdin = text.into();
        self
    }

    /// What is typed where nothing is shown.
    pub(crate) fn typing_hidden(mut self, text: &str) -> Self {
        self.hidden = Some(text.to_owned());
        self
    }

    pub(crate) fn at_a_terminal(mut self) -> Self {
        self.terminal = true;
        self
    }

    pub(crate) fn with_variable(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.push((name, value));
        self
    }

    /// Acts with a token that may do less.
    pub(crate) fn with_scopes(mut self, scopes: &[&str]) -> Self {
        let token = self.emulator.mint(MintToken::new().scopes(scopes.iter().copied()));
        self.client = self.client.token(token);
        self
    }

    /// Runs a command line, split at spaces.
    pub(crate) fn run(&self, line: &str) -> Outcome {
        self.run_args(&line.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs a command.
    pub(crate) fn run_args(&self, args: &[&str]) -> Outcome {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = self.run_into(args, &mut out, &mut err);
        Outcome { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
    }

    /// Runs a command that writes elsewhere.
    pub(crate) fn run_into(&self, args: &[&str], out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        let find = |name: &str| {
            self.variables.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
        };
        let mut hidden = || self.hidden.clone().ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof));
        let io = Io {
            stdin: &mut self.stdin.as_slice(),
            stdout: out,
            stderr: err,
            stdin_is_terminal: self.terminal,
            stdout_is_terminal: self.terminal,
            stderr_is_terminal: self.terminal,
            columns: self.terminal.then_some(100),
            env: &find,
            read_hidden: &mut hidden,
            client: self.client.clone(),
        };
        let args = ["spice-cloud"].iter().chain(args).map(OsString::from);
        run(args, io, &self.cancel)
    }

    /// The routes that were called, as method and template.
    pub(crate) fn routes(&self) -> Vec<String> {
        let requests = self.emulator.requests();
        requests
            .iter()
            .map(|request| {
                format!("{} {}", request.method, request.template.as_deref().unwrap_or(&request.path))
            })
            .collect()
    }

    /// The id of an app of the demo organization.
    pub(crate) fn app_id(&self, name: &str) -> i64 {
        self.run(&format!("apps get {name} -o json")).ended(0).json()["id"].as_i64().unwrap()
    }
}
