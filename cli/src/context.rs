//! What every command works with: options, streams, the client, and a way to stop.

use std::fmt::Display;

use serde::Serialize;
use spice_cloud::{AppId, Client, ClientBuilder};
use tokio::runtime::Runtime;

use crate::cancel::Cancel;
use crate::failure::Failure;
use crate::global::Global;
use crate::io::Io;
use crate::output::{Format, Look, Table};

/// What a command gives: nothing, or why it failed.
pub(crate) type Done = Result<(), Failure>;

/// What every command works with.
pub(crate) struct Context<'a> {
    pub(crate) io: Io<'a>,
    pub(crate) global: Global,
    pub(crate) cancel: Cancel,
    /// Drives the calls, so that they can be dropped when the command is cancelled.
    pub(crate) runtime: Runtime,
}

impl Context<'_> {
    /// A builder that knows what the command line says.
    pub(crate) fn builder(&self) -> ClientBuilder {
        let mut builder = self
            .io
            .client
            .clone()
            .allow_dotenv(true)
            .user_agent_suffix(concat!("spice-cloud-cli/", env!("CARGO_PKG_VERSION")));
        if let Some(url) = &self.global.base_url {
            builder = builder.base_url(url);
        }
        if let Some(org) = &self.global.org {
            builder = builder.org(org);
        }
        if let Some(timeout) = self.global.timeout {
            builder = builder.timeout(timeout);
        }
        builder
    }

    /// The client of this command.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        build(self.builder())
    }

    /// Makes a call that changes nothing.
    pub(crate) fn call<T>(&self, call: impl Future<Output = spice_cloud::Result<T>>) -> Result<T, Failure> {
        self.runtime.block_on(async {
            tokio::select! {
                biased;
                () = self.cancel.cancelled() => Err(Failure::interrupted()),
                result = call => result.map_err(Failure::from),
            }
        })
    }

    /// Makes a call that changes something.
    pub(crate) fn change<T>(&self, call: impl Future<Output = spice_cloud::Result<T>>) -> Result<T, Failure> {
        if self.cancel.is_cancelled() {
            return Err(Failure::interrupted());
        }
        self.call(call).map_err(|failure| match failure.kind() {
            None => failure.with_hint("the change may have happened already: look before you try again"),
            Some(_) => failure,
        })
    }

    /// The id of an app that is given by its id or its name. A number is taken as an id.
    pub(crate) fn app(&self, client: &Client, app: &str) -> Result<AppId, Failure> {
        if let Ok(id) = app.parse::<i64>() {
            return Ok(AppId::from(id));
        }
        match self.call(client.apps().find(app))? {
            Some(app) => Ok(AppId::from(&app)),
            None => Err(Failure::not_found(format!("there is no app with the name {app}"))
                .with_hint("`spice-cloud apps list` shows those that there are")),
        }
    }

    /// Writes a result: its table, or the result itself for programs.
    pub(crate) fn show(&mut self, result: &(impl Serialize + ?Sized), table: impl FnOnce() -> Table) -> Done {
        let text = match self.global.output {
            Format::Json => json_text(result)?,
            Format::Table => table().render(self.look()),
        };
        self.write(&text)
    }

    /// Writes a list; people are told when it is empty.
    pub(crate) fn show_list<T: Serialize>(
        &mut self,
        items: &[T],
        table: impl FnOnce() -> Table,
        none: &str,
    ) -> Done {
        if items.is_empty() && self.global.output == Format::Table {
            self.tell(none);
            return Ok(());
        }
        self.show(items, table)
    }

    /// Writes data as it is.
    pub(crate) fn write(&mut self, text: &str) -> Done {
        let written = self.io.stdout.write_all(text.as_bytes()).and_then(|()| self.io.stdout.flush());
        written.map_err(|error| Failure::output(&error))
    }

    /// Says something that is good to know.
    pub(crate) fn tell(&mut self, words: impl Display) {
        if !self.global.quiet {
            self.warn(words);
        }
    }

    /// Says something that must not be missed.
    pub(crate) fn warn(&mut self, words: impl Display) {
        // Without a place for words the command goes on: data and exit code tell the rest.
        let _ = writeln!(self.io.stderr, "{words}");
    }

    /// Asks before something is done that cannot be undone.
    pub(crate) fn confirm(&mut self, question: &str, yes: bool) -> Done {
        if yes {
            return Ok(());
        }
        if !self.io.can_ask() {
            let message = format!("{question} Nobody can be asked here");
            return Err(Failure::usage(message).with_hint("add --yes to do it without a question"));
        }
        let _ = write!(self.io.stderr, "{question} [y/N] ");
        let _ = self.io.stderr.flush();
        let answer = self.io.read_line();
        if self.cancel.is_cancelled() {
            let _ = writeln!(self.io.stderr);
            return Err(Failure::interrupted());
        }
        match answer {
            Ok(answer) if ["y", "yes"].contains(&answer.to_lowercase().as_str()) => Ok(()),
            Ok(_) => Err(Failure::declined()),
            Err(error) => Err(Failure::local(format!("the answer could not be read: {error}"))),
        }
    }

    /// What the terminal that shows data can do.
    pub(crate) fn look(&self) -> Look {
        let columns = self.io.columns.filter(|_| self.io.stdout_is_terminal);
        Look { colours: self.io.has_colours(), columns }
    }
}

/// A client, or a failure that tells bad credentials from other wrong options.
pub(crate) fn build(builder: ClientBuilder) -> Result<Client, Failure> {
    builder.clone().build().map_err(|error| {
        // With any token that could be sent everything is fine: then it was the credentials.
        let is_fine_otherwise = builder.token("any-token").build().is_ok();
        if is_fine_otherwise { Failure::credentials(error) } else { Failure::from(error) }
    })
}

/// A result as JSON, one member a line.
pub(crate) fn json_text(result: &(impl Serialize + ?Sized)) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(result)
        .map_err(|error| Failure::local(format!("the result cannot be written as JSON: {error}")))?;
    Ok(text + "\n")
}
