//! The command line: what can be asked for.

use std::time::Duration;

use crate::commands::{api, apps, catalog, deploy, deployments, emulator, keys, members, secrets};
use crate::demo;
use crate::output::Format;

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

/// Options of every command.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Global {
    /// Address of the API
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) base_url: Option<String>,
    /// Organization to act on
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) org: Option<String>,
    /// How results are written
    #[arg(short, long, global = true, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) output: Format,
    /// Limit of each call, with its retries; 60 if not given
    #[arg(long, global = true, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) timeout: Option<Duration>,
    /// Say nothing but results, warnings and errors
    #[arg(long, global = true)]
    pub(crate) quiet: bool,
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

/// An amount of time, in seconds.
pub(crate) fn seconds(text: &str) -> Result<Duration, String> {
    let duration = text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    duration
        .filter(|duration| !duration.is_zero())
        .ok_or_else(|| "must be a number of seconds, more than 0".to_owned())
}

/// A pair such as `team=data`.
pub(crate) fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err("must look like KEY=VALUE".to_owned()),
    }
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
    fn seconds_are_positive_numbers() {
        assert_eq!(seconds("1.5"), Ok(Duration::from_millis(1500)));
        for wrong in ["0", "-1", "nan", "inf", "1e300", "soon", ""] {
            assert!(seconds(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn pairs_keep_further_equals_signs() {
        assert_eq!(pair("a=b=c"), Ok(("a".to_owned(), "b=c".to_owned())));
        assert!(pair("=b").is_err() && pair("a").is_err());
    }

    #[test]
    fn json_is_recognised_in_any_spelling() {
        for args in [["-o", "json"], ["--output", "json"], ["x", "-ojson"], ["x", "--output=json"]] {
            assert!(wants_json(args), "{args:?}");
        }
        assert!(!wants_json(["-o", "table", "json"]));
    }
}
