//! Options of every command.

use std::time::Duration;

use crate::output::Format;
use crate::values::seconds;

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
    /// Show changes as curl commands instead of making them; what only reads is still done
    #[arg(long, global = true)]
    pub(crate) dry_run: bool,
    /// Say nothing but results, warnings and errors
    #[arg(long, global = true)]
    pub(crate) quiet: bool,
}
