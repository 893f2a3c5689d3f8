//! The command line: what can be asked for.

use crate::commands::{api, apps, catalog, deploy, deployments, emulator, keys, members, secrets};
use crate::demo;
use crate::global::Global;

const ABOUT: &str = "Spice.ai Cloud from a terminal: apps, deployments, secrets, API keys and members";

const AFTER: &str = "\
Credentials come from the environment: SPICE_API_TOKEN, or what `spice login` set. SPICE_CLOUD_API_URL says where the
API is, SPICE_CLOUD_ORG on which organization to act. No account? Try `spice-cloud demo`.

An APP is given by its id or its name.

Exit codes: 0 ok, 1 error, 2 wrong use, 3 not authenticated, 4 not permitted, 5 not found, 6 conflict,
7 too many requests, 8 deployment failed, 9 waited too long, 10 nobody knows whether it happened, 130 interrupted.";

/// The command line.
#[derive(Debug, clap::Parser)]
#[command(name = "spice-cloud", version, about = ABOUT, after_help = AFTER)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What can be asked for.
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
    /// Send a request of your own, with the same credentials and retries
    Api(api::Api),
}

/// Whether a command line that could not be understood asks for JSON.
pub(crate) fn wants_json<'a>(args: impl IntoIterator<Item = &'a str>) -> bool {
    let mut after_output = false;
    args.into_iter().any(|arg| {
        let is_json = after_output && arg == "json" || ["-ojson", "-o=json", "--output=json"].contains(&arg);
        after_output = ["-o", "--output"].contains(&arg);
        is_json
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_makes_sense() {
        Cli::command().debug_assert();
    }

    #[test]
    fn json_is_recognised_in_any_spelling() {
        for args in [["-o", "json"], ["--output", "json"], ["x", "-ojson"], ["x", "--output=json"]] {
            assert!(wants_json(args), "{args:?}");
        }
        assert!(!wants_json(["-o", "table", "json"]));
    }
}
