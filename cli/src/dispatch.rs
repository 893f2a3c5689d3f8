//! From what was asked to who does it.

use clap::Parser;

use crate::args::{Asked, Cli, Command};
use crate::commands::script::Script;
use crate::commands::{
    api, apps, catalog, completions, deploy, deployments, emulator, identity, keys, link, members, plan,
    runtime, secrets,
};
use crate::context::{Context, Done};
use crate::demo;
use crate::failure::Failure;

/// Does what was asked.
pub(crate) fn dispatch(context: &mut Context<'_>, asked: Asked) -> Done {
    match asked {
        Asked::Today(command) => run(context, command),
        Asked::Before(verb) => as_today(context, verb),
    }
}

fn run(context: &mut Context<'_>, command: Command) -> Done {
    match command {
        Command::Demo(command) => demo::run(context, &command),
        Command::Emulator(command) => emulator::run(context, &command),
        Command::Health => catalog::health(context),
        Command::Regions => catalog::regions(context),
        Command::Images(command) => catalog::images(context, command),
        Command::Orgs => catalog::orgs(context),
        Command::Clusters => catalog::clusters(context),
        Command::Limits => catalog::limits(context),
        Command::Apps(command) => apps::run(context, command),
        Command::Deploy(command) => deploy::run(context, command),
        Command::Deployments(command) => deployments::run(context, command),
        Command::Secrets(command) => secrets::run(context, command),
        Command::Keys(command) => keys::run(context, command),
        Command::Members(command) => members::run(context, command),
        Command::Runtime(command) => runtime::run(context, command),
        Command::Plan(command) => plan::plan(context, &command),
        Command::Apply(command) => plan::apply(context, &command),
        Command::Use(command) => link::run(context, &command),
        Command::Whoami => identity::whoami(context),
        Command::Require(command) => identity::require(context, command),
        Command::Doctor => identity::doctor(context),
        Command::Api(command) => api::run(context, command),
        Command::Completions(command) => completions::run(context, &command),
    }
}

/// Does what a verb of the helper script did.
fn as_today(context: &mut Context<'_>, verb: Script) -> Done {
    let today = verb.today();
    context.tell(format!("note: this is now written spice-cloud {}", today.usage));
    let words = ["spice-cloud".to_owned()].into_iter().chain(today.words);
    let cli = Cli::<Command>::try_parse_from(words).map_err(|error| Failure::usage(error.to_string()))?;
    run(context, cli.command)
}
