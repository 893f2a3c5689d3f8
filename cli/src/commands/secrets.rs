//! `secrets`: set, list and delete them. Values come in by ways that nobody else sees, and never go out.

use std::ffi::OsString;

use spice_cloud::{AppSecret, ErrorKind};

use super::{input, variables};
use crate::context::{Context, Done};
use crate::failure::Failure;
use crate::output::{Cell, Table, moment};

/// What can be done with secrets.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Secrets {
    /// List the names of an app's secrets
    List {
        /// Id or name
        app: String,
    },
    /// Show when a secret was set; nobody can read its value back
    Get {
        /// Id or name of the app
        app: String,
        /// Name of the secret
        name: String,
    },
    /// Create a secret or replace its value
    ///
    /// The value is read from a prompt that does not show it, or from standard input when that is no terminal. A line end
    /// at its end is left out. It takes effect with the next deployment.
    Set(Set),
    /// Create or replace several secrets, from lines NAME=VALUE as in a file .env
    ///
    /// Values may stand in quotes, and have several lines there. Nothing is put in for $. Each secret takes effect with the
    /// next deployment.
    Import {
        /// Id or name of the app
        app: String,
        /// File with the lines; - reads standard input
        file: String,
    },
    /// Show secrets that were set after the deployment that runs, which goes on with older ones
    Drift {
        /// Id or name of the app
        app: String,
        /// End with exit code 1 if there are any
        #[arg(long)]
        check: bool,
    },
    /// Delete a secret for good
    Delete {
        /// Id or name of the app
        app: String,
        /// Name of the secret
        name: String,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}

/// Options of `secrets set`.
#[derive(Debug, clap::Args)]
pub(crate) struct Set {
    /// Id or name of the app
    app: String,
    /// Name: letters, digits and underscores
    name: String,
    /// Take the value from a variable of the environment
    #[arg(long, value_name = "VARIABLE", conflicts_with = "from_file")]
    from_env: Option<String>,
    /// Take the value from a file, without a line end at its end
    #[arg(long, value_name = "FILE")]
    from_file: Option<String>,
    /// Taken only to be refused in words that do not repeat it.
    #[arg(hide = true)]
    value: Vec<OsString>,
}

/// Does what was asked about secrets.
pub(crate) fn run(context: &mut Context<'_>, command: Secrets) -> Done {
    match command {
        Secrets::List { app } => list(context, &app),
        Secrets::Get { app, name } => get(context, &app, &name),
        Secrets::Import { app, file } => import(context, &app, &file),
        Secrets::Set(command) => set(context, &command),
        Secrets::Drift { app, check } => drift(context, &app, check),
        Secrets::Delete { app, name, yes } => delete(context, &app, &name, yes),
    }
}

fn list(context: &mut Context<'_>, app: &str) -> Done {
    let client = context.client()?;
    let id = context.app(&client, app)?;
    let secrets = context.call(client.secrets().list(id))?;
    let none = format!("no secrets yet; set one: spice-cloud secrets set {app} NAME");
    context.show_list(&secrets, || table(&secrets), &none)
}

fn get(context: &mut Context<'_>, app: &str, name: &str) -> Done {
    let client = context.client()?;
    let id = context.app(&client, app)?;
    let secret = context.call(client.secrets().get(id, name))?;
    context.show(&secret, || table(std::slice::from_ref(&secret)))
}

fn table(secrets: &[AppSecret]) -> Table {
    let mut table = Table::new(&["NAME", "CREATED (UTC)", "UPDATED (UTC)"]);
    for secret in secrets {
        table.row([
            Cell::new(&secret.name),
            moment(secret.created_at.as_ref()),
            moment(secret.updated_at.as_ref()),
        ]);
    }
    table
}

fn import(context: &mut Context<'_>, app: &str, file: &str) -> Done {
    let variables = variables::read(&input::text(context, file)?)?;
    if variables.is_empty() {
        return Err(Failure::usage("there is no line NAME=VALUE; nothing was sent"));
    }
    let client = context.client()?;
    let id = context.app(&client, app)?;
    let mut done: Vec<AppSecret> = Vec::new();
    for (name, value) in variables {
        match context.change(client.secrets().set(id, &name, value)) {
            Ok(secret) => done.push(secret),
            Err(failure) if failure.kind() == Some(ErrorKind::DryRun) => {}
            Err(failure) if done.is_empty() => {
                return Err(failure.with_further_hint(&format!("it was {name}")));
            }
            Err(failure) => {
                let hint = format!("it was {name}; these were set before it: {}", names(&done));
                return Err(failure.with_further_hint(&hint));
            }
        }
    }
    if context.global.dry_run {
        return Ok(());
    }
    let count = if done.len() == 1 { "1 secret".to_owned() } else { format!("{} secrets", done.len()) };
    context.tell(format!(
        "set {count} of {app}: {}; the next deployment brings them to the runtime: spice-cloud deploy {app}",
        names(&done)
    ));
    context.show_list(&done, Table::details, "")
}

fn names(secrets: &[AppSecret]) -> String {
    secrets.iter().map(|secret| secret.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn set(context: &mut Context<'_>, command: &Set) -> Done {
    if !command.value.is_empty() || command.name.contains('=') {
        return Err(Failure::usage("a value on the command line could be seen by others; nothing was sent")
            .with_hint("give it on standard input, at the prompt, or with --from-env or --from-file"));
    }
    let client = context.client()?;
    let id = context.app(&client, &command.app)?;
    let value = match (&command.from_env, &command.from_file) {
        (Some(variable), _) => input::secret_of_variable(context, variable)?,
        (None, Some(file)) => input::secret_of_file(file)?,
        (None, None) => input::secret_of_input(context, &command.name)?,
    };
    let secret = context.change(client.secrets().set(id, &command.name, value))?;
    context.tell(format!(
        "set secret {}; takes effect with the next deployment: spice-cloud deploy {}",
        secret.name, command.app
    ));
    context.show(&secret, Table::details)
}

fn drift(context: &mut Context<'_>, app: &str, check: bool) -> Done {
    let client = context.client()?;
    let id = context.app(&client, app)?;
    let drift = context.call(client.secrets().drift(id))?;
    let deploy = format!("deploy to bring them there: spice-cloud deploy {app}");
    if drift.ok {
        context.tell(format!(
            "the runtime of {app} has the present value of every secret, as far as their times tell"
        ));
    } else if !check {
        context.tell(format!("these are newer than what runs; {deploy}"));
    }
    context.show(&drift, || table(&drift.changed))?;
    if drift.ok || !check {
        return Ok(());
    }
    Err(Failure::local(format!("{} secret(s) are newer than what runs", drift.changed.len()))
        .with_hint(deploy))
}

fn delete(context: &mut Context<'_>, app: &str, name: &str, yes: bool) -> Done {
    let client = context.client()?;
    let id = context.app(&client, app)?;
    context.confirm(&format!("Delete the secret {name} of app {app}?"), yes)?;
    context.change(client.secrets().delete(id, name))?;
    context.tell(format!(
        "deleted secret {name}; takes effect with the next deployment: spice-cloud deploy {app}"
    ));
    Ok(())
}
