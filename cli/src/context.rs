//! What every command works with: options, streams, the client, and a way to stop.

use std::fmt::Display;
use std::pin::pin;

use serde::Serialize;
use spice_cloud::{AppId, Client, ClientBuilder, Pager};
use tokio::runtime::Runtime;

use crate::attempts::Attempts;
use crate::cancel::Cancel;
use crate::closest::Closest;
use crate::commands::link::{self, Link};
use crate::failure::Failure;
use crate::global::Global;
use crate::io::Io;
use crate::output::{self, Format, Look, Table};
use crate::planned::{Plan, Plans};

/// What a command gives: nothing, or why it failed.
pub(crate) type Done = Result<(), Failure>;

/// What every command works with.
pub(crate) struct Context<'a> {
    pub(crate) io: Io<'a>,
    pub(crate) global: Global,
    pub(crate) cancel: Cancel,
    /// Drives the calls, so that they can be dropped when the command is cancelled.
    pub(crate) runtime: Runtime,
    /// What the client tells about its attempts.
    pub(crate) attempts: Attempts,
    /// What a dry run would have done.
    pub(crate) plans: Plans,
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
        if let Some(org) = self.org_of_the_folder() {
            builder = builder.org(org);
        }
        if let Some(timeout) = self.global.timeout {
            builder = builder.timeout(timeout);
        }
        if let Some(observer) = self.attempts.observer() {
            builder = builder.observer(observer);
        }
        if self.global.dry_run { self.plans.catch(builder) } else { builder }
    }

    /// The organization that the folder names, where nothing else does.
    fn org_of_the_folder(&self) -> Option<String> {
        let is_named = self.global.org.is_some() || self.io.variable("SPICE_CLOUD_ORG").is_some();
        // A file that cannot be read is told of where the app is asked for.
        if is_named { None } else { Link::find().ok().flatten()?.1.org }
    }

    /// The client of this command.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        build(self.builder())
    }

    /// Makes a call that changes nothing.
    pub(crate) fn call<T>(
        &mut self,
        call: impl Future<Output = spice_cloud::Result<T>>,
    ) -> Result<T, Failure> {
        let Self { io, cancel, runtime, attempts, .. } = self;
        let result = runtime.block_on(async {
            let mut call = pin!(call);
            loop {
                tokio::select! {
                    biased;
                    () = cancel.cancelled() => return Err(Failure::interrupted()),
                    // Without a place for words the call goes on.
                    line = attempts.next() => drop(writeln!(io.stderr, "{line}")),
                    result = &mut call => return result.map_err(Failure::from),
                }
            }
        });
        self.tell_attempts();
        result
    }

    /// Writes the lines about attempts that are there.
    pub(crate) fn tell_attempts(&mut self) {
        while let Some(line) = self.attempts.ready() {
            self.warn(line);
        }
    }

    /// Makes a call that changes something.
    pub(crate) fn change<T>(
        &mut self,
        call: impl Future<Output = spice_cloud::Result<T>>,
    ) -> Result<T, Failure> {
        if self.cancel.is_cancelled() {
            return Err(Failure::interrupted());
        }
        self.call(call).map_err(|failure| match failure.kind() {
            None => failure.with_hint("the change may have happened already: look before you try again"),
            Some(_) => failure,
        })
    }

    /// The id of an app that is given by its id or its name. A number is taken as an id.
    pub(crate) fn app(&mut self, client: &Client, app: &str) -> Result<AppId, Failure> {
        if app == "." {
            return Ok(AppId::from(Link::find()?.ok_or_else(link::none)?.1.app));
        }
        if let Ok(id) = app.parse::<i64>() {
            return Ok(AppId::from(id));
        }
        let mut closest = Closest::to(app);
        let mut apps = client.apps().list();
        while let Some(found) = self.call(apps.try_next())? {
            if found.name.eq_ignore_ascii_case(app) {
                return Ok(AppId::from(&found));
            }
            closest.offer(&found.name);
        }
        let meant = closest.found().map(|name| format!("did you mean {name}? ")).unwrap_or_default();
        Err(Failure::not_found(format!("there is no app with the name {app}"))
            .with_hint(format!("{meant}`spice-cloud apps list` shows those that there are")))
    }

    /// Writes a result: its table, or the result itself for programs.
    pub(crate) fn show(&mut self, result: &(impl Serialize + ?Sized), table: impl FnOnce() -> Table) -> Done {
        let text = match self.global.output {
            Format::Table => table().render(self.look()),
            format => output::data(format, result).map_err(not_written)?,
        };
        self.write(&text)
    }

    /// Writes a result that has no table: as JSON for people too.
    pub(crate) fn show_data(&mut self, result: &impl Serialize) -> Done {
        let text = output::data(self.global.output, result).map_err(not_written)?;
        self.write(&text)
    }

    /// Writes a list that comes page by page. With `-o jsonl` nothing is kept: each item is written when it is there.
    pub(crate) fn show_pages<T: Serialize + Send + 'static>(
        &mut self,
        mut items: Pager<T>,
        table: impl FnOnce(&[T]) -> Table,
        none: &str,
    ) -> Done {
        if self.global.output == Format::Jsonl {
            while let Some(item) = self.call(items.try_next())? {
                self.show_data(&item)?;
            }
            return Ok(());
        }
        let items = self.call(items.try_collect())?;
        self.show_list(&items, || table(&items), none)
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
        let text = match self.global.output {
            Format::Table => table().render(self.look()),
            format => output::list(format, items).map_err(not_written)?,
        };
        self.write(&text)
    }

    /// Writes what a dry run would have done: commands for people, and for programs what they would send.
    pub(crate) fn show_plans(&mut self) -> Done {
        let plans = self.plans.take();
        if plans.is_empty() {
            return Ok(());
        }
        let text = match self.global.output {
            Format::Table => plans.iter().map(Plan::to_curl).collect(),
            format => output::list(format, &plans).map_err(not_written)?,
        };
        self.write(&text)?;
        if plans.iter().any(Plan::has_secrets) {
            self.tell("put the text itself in place of each [redacted]");
        }
        self.tell("dry run: nothing was changed");
        Ok(())
    }

    /// Writes data as it is.
    pub(crate) fn write(&mut self, text: &str) -> Done {
        self.io.write(text).map_err(|error| Failure::output(&error))
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
        if yes || self.global.dry_run {
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

fn not_written(error: impl Display) -> Failure {
    Failure::local(format!("the result cannot be written in this format: {error}"))
}
