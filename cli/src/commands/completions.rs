//! `completions`: what a shell has to know to complete command lines.

use clap_complete::Shell;

use crate::context::{Context, Done};

/// Options of `completions`.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Writes the script for a shell.
pub(crate) fn run(context: &mut Context<'_>, command: Completions, mut whole: clap::Command) -> Done {
    let mut script = Vec::new();
    clap_complete::generate(command.shell, &mut whole, "spice-cloud", &mut script);
    context.write(&String::from_utf8_lossy(&script))
}
