//! The command line: what can be asked for.

use clap::{Subcommand, ValueEnum};

use crate::commands::{
    api, apps, catalog, completions, deploy, deployments, emulator, identity, keys, link, members, plan,
    runtime, script, secrets,
};
use crate::demo;
use crate::global::Global;
use crate::output::Format;

const ABOUT: &str = "Spice.ai Cloud from a terminal: apps, deployments, secrets, API keys and members";

const AFTER: &str = "\
Credentials come from the environment: SPICE_API_TOKEN, or what `spice login` set. SPICE_CLOUD_API_URL says where the
API is, SPICE_CLOUD_ORG on which organization to act. SPICE_CLOUD_LOG=debug writes a line for each attempt of a call,
without any value. No account? Try `spice-cloud demo`.

An APP is given by its id or its name; `.` stands for the app of this folder: see `spice-cloud use`.

Exit codes: 0 ok, 1 error, 2 wrong use, 3 not authenticated, 4 not permitted, 5 not found, 6 conflict,
7 too many requests, 8 deployment failed, 9 waited too long, 10 nobody knows whether it happened, 130 interrupted.";

/// The command line, with commands of today or with everything that can be asked for.
#[derive(Debug, clap::Parser)]
#[command(name = "spice-cloud", version, about = ABOUT, after_help = AFTER)]
pub(crate) struct Cli<C: Subcommand> {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: C,
}

/// What can be asked for, in words of today or of before.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Asked {
    #[command(flatten)]
    Today(Command),
    #[command(flatten)]
    Before(script::Script),
}

/// The commands.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Show a whole session, from creating an app to deleting it, without an account
    Demo(demo::Demo),
    /// Run a local Spice.ai Cloud control plane until Ctrl-C
    Emulator(emulator::Emulator),
    /// Say whether the API is up; needs no token
    Health,
    /// List the regions that apps can run in
    Regions,
    /// List the runtime versions that apps can run
    Images(catalog::Images),
    /// List your organizations
    Orgs,
    /// List the clusters that the organization's apps can run on
    Clusters,
    /// Show what the organization's plan allows
    Limits,
    /// List, create, change and delete apps
    #[command(subcommand)]
    Apps(apps::Apps),
    /// Deploy an app and wait until it runs
    Deploy(deploy::Deploy),
    /// Look at deployments and wait for them
    #[command(subcommand)]
    Deployments(deployments::Deployments),
    /// Set, list and delete an app's secrets; values are never shown
    #[command(subcommand)]
    Secrets(secrets::Secrets),
    /// Show and replace an app's two API keys
    #[command(subcommand)]
    Keys(keys::Keys),
    /// List, add, change and remove members of the organization
    #[command(subcommand)]
    Members(members::Members),
    /// Query an app's runtime: SQL, search, chat, and how it is
    #[command(subcommand)]
    Runtime(runtime::Runtime),
    /// Show what would have to change for a desired state
    Plan(plan::Show),
    /// Make a desired state real, after a question
    Apply(plan::Apply),
    /// Say to which app this folder belongs: `.` stands for it from then on
    Use(link::Use),
    /// Show what you sign in with, and what that grants
    Whoami,
    /// Fail unless scopes are granted, before something is begun
    Require(identity::Require),
    /// Find out why things do not work
    Doctor,
    /// Send a request of your own, with the same credentials and retries
    Api(api::Api),
    /// Write what a shell needs to complete command lines of spice-cloud
    Completions(completions::Completions),
}

/// The format that a command line asks for which could not be understood.
pub(crate) fn wanted_format<'a>(args: impl IntoIterator<Item = &'a str>) -> Format {
    let (mut after_output, mut wanted) = (false, Format::default());
    for arg in args {
        let spelled = ["--output=", "-o=", "-o"].iter().find_map(|prefix| arg.strip_prefix(prefix));
        let word = if after_output { Some(arg) } else { spelled };
        if let Some(Ok(format)) = word.map(|word| Format::from_str(word, false)) {
            wanted = format;
        }
        after_output = ["-o", "--output"].contains(&arg);
    }
    wanted
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_makes_sense() {
        Cli::<Asked>::command().debug_assert();
    }

    #[test]
    fn a_format_is_recognised_in_any_spelling() {
        for args in [["-o", "json"], ["--output", "json"], ["x", "-ojson"], ["x", "--output=json"]] {
            assert_eq!(wanted_format(args), Format::Json, "{args:?}");
        }
        assert_eq!(wanted_format(["-o", "yaml", "-x"]), Format::Yaml);
        assert_eq!(wanted_format(["-o=jsonl"]), Format::Jsonl);
        assert_eq!(wanted_format(["-o", "table", "json"]), Format::Table);
        assert_eq!(wanted_format(["-o", "xml"]), Format::Table);
    }
}
