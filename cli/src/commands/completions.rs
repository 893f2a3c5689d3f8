//! `completions`: what a shell has to know to complete command lines, and the answers to its questions.

use std::ffi::{OsStr, OsString};
use std::time::Duration;

use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::Shells;
use spice_cloud::blocking::Client;

use crate::context::{Context, Done};
use crate::failure::Failure;

/// By this the scripts ask the command what could come next: it names the shell.
pub(crate) const VARIABLE: &str = "SPICE_CLOUD_COMPLETE";
const NAME: &str = "spice-cloud";
/// Somebody is waiting with a finger on a key.
const PATIENCE: Duration = Duration::from_secs(2);
const MOST: usize = 200;

/// Options of `completions`.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Completions {
    /// bash, elvish, fish, powershell or zsh
    shell: String,
}

/// Writes the script for a shell. It asks this command for every completion, so that it knows the names of apps, and need not
/// be written anew for another version.
pub(crate) fn run(context: &mut Context<'_>, command: &Completions) -> Done {
    let shells = Shells::builtins();
    let completer = shells.completer(&command.shell).ok_or_else(|| {
        let known: Vec<&str> = shells.names().collect();
        Failure::usage(format!("{} is no shell that is known here: {}", command.shell, known.join(", ")))
    })?;
    let mut script = Vec::new();
    completer
        .write_registration(VARIABLE, NAME, NAME, NAME, &mut script)
        .map_err(|error| Failure::local(format!("the script cannot be written: {error}")))?;
    context.write(&String::from_utf8_lossy(&script))
}

/// Answers a shell's question; nothing when it is none of those that are known.
pub(crate) fn answer(shell: &OsStr, args: &[OsString], mut whole: clap::Command) -> Option<Vec<u8>> {
    let shells = Shells::builtins();
    let completer = shells.completer(shell.to_str()?)?;
    whole = with_names(whole);
    whole.build();
    let words = args.iter().position(|arg| arg == "--").map_or(&[] as &[_], |place| &args[place + 1..]);
    let here = std::env::current_dir().ok();
    let mut answer = Vec::new();
    completer.write_complete(&mut whole, words.to_vec(), here.as_deref(), &mut answer).ok()?;
    Some(answer)
}

/// Completes apps by their names wherever one is asked for.
fn with_names(command: clap::Command) -> clap::Command {
    let command = command
        .mut_args(|arg| if arg.get_id() == "app" { arg.add(ArgValueCompleter::new(apps)) } else { arg });
    command.mut_subcommands(with_names)
}

/// Names of apps that begin with what is there. Without credentials, or when the API does not answer at once, there are none.
fn apps(current: &OsStr) -> Vec<CompletionCandidate> {
    let Some(begun) = current.to_str() else { return Vec::new() };
    let client = Client::builder().allow_dotenv(true).timeout(PATIENCE).max_retries(0).build_blocking();
    let Ok(client) = client else { return Vec::new() };
    let apps = client.apps().list().limit(MOST).map_while(Result::ok);
    let fitting = apps.filter(|app| app.name.to_lowercase().starts_with(&begun.to_lowercase()));
    fitting.map(|app| CompletionCandidate::new(app.name).help(Some(app.id.to_string().into()))).collect()
}
