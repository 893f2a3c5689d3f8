//! From what was asked to who does it.

use crate::args::Command;
use crate::commands::{api, apps, catalog, deploy, deployments, emulator, keys, members, secrets};
use crate::context::{Context, Done};
use crate::demo;

/// Does what was asked.
pub(crate) fn dispatch(context: &mut Context<'_>, command: Command) -> Done {
    match command {
        Command::Demo(command) => demo::run(context, &command),
        Command::Emulator(command) => emulator::run(context, &command),
        Command::Health => catalog::health(context),
        Command::Regions => catalog::regions(context),
        Command::Images(command) => catalog::images(context, command),
        Command::Orgs => catalog::orgs(context),
        Command::Limits => catalog::limits(context),
        Command::Apps(command) => apps::run(context, command),
        Command::Deploy(command) => deploy::run(context, command),
        Command::Deployments(command) => deployments::run(context, command),
        Command::Secrets(command) => secrets::run(context, command),
        Command::Keys(command) => keys::run(context, command),
        Command::Members(command) => members::run(context, command),
        Command::Api(command) => api::run(context, command),
    }
}
