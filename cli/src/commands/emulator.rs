//! `emulator`: a local control plane, until Ctrl-C.

use std::path::PathBuf;

use crate::context::{Context, Done};

/// Options of `emulator`.
#[derive(Debug, clap::Args)]
pub(crate) struct Emulator {
    /// Port to listen on; 0 takes any free one
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// What it starts with
    #[arg(long, value_enum, default_value_t)]
    seed: SeedName,
    /// File to write the ready line to, whole or not at all; taken away when the emulator stops
    #[arg(long, value_name = "FILE")]
    ready_file: Option<PathBuf>,
    /// How deployments move on: after a moment in each status, or at once
    #[arg(long, value_enum, default_value_t)]
    progression: ProgressionName,
}

/// What an emulator starts with.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum SeedName {
    /// One organization without apps.
    Empty,
    /// Two organizations at work; the first has 25 apps.
    #[default]
    Demo,
}

/// How deployments move on.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum ProgressionName {
    /// A moment in each status.
    #[default]
    After,
    /// At once.
    Immediate,
}

/// Says that this build has no emulator.
#[cfg(not(feature = "emulator"))]
pub(crate) fn run(_context: &mut Context<'_>, _command: &Emulator) -> Done {
    Err(missing())
}

/// What is said when the emulator is wanted and not there.
#[cfg(not(feature = "emulator"))]
pub(crate) fn missing() -> crate::failure::Failure {
    crate::failure::Failure::usage("this build has no emulator")
        .with_hint("build it with the feature `emulator`")
}

#[cfg(feature = "emulator")]
pub(crate) use with_emulator::run;

#[cfg(feature = "emulator")]
mod with_emulator {
    use std::path::Path;
    use std::{fs, io};

    use serde_json::json;
    use spice_cloud_emulator::{Progression, Seed, StartError};

    use super::{Context, Done, Emulator, ProgressionName, SeedName};
    use crate::failure::Failure;

    /// Serves until the command is cancelled.
    pub(crate) fn run(context: &mut Context<'_>, command: &Emulator) -> Done {
        let emulator = spice_cloud_emulator::Emulator::builder()
            .port(command.port)
            .seed(match command.seed {
                SeedName::Empty => Seed::Empty,
                SeedName::Demo => Seed::Demo,
            })
            .progression(match command.progression {
                ProgressionName::After => Progression::default(),
                ProgressionName::Immediate => Progression::Immediate,
            })
            .start()
            .map_err(|error| not_started(&error))?;
        let ready =
            json!({ "url": emulator.url(), "token": emulator.token(), "admin": emulator.admin_url() });
        let line = format!("{ready}\n");
        if let Some(file) = &command.ready_file {
            replace(file, &line)
                .map_err(|error| Failure::local(format!("{} cannot be written: {error}", file.display())))?;
        }
        let told = context.write(&line);
        if told.is_ok() {
            if context.io.stderr_is_terminal {
                context.tell(format!(
                    "\nTo use it from another terminal:\n  export SPICE_CLOUD_API_URL={}\n  export SPICE_API_TOKEN={}\n  \
                     spice-cloud apps list\nCtrl-C stops it.",
                    emulator.url(),
                    emulator.token()
                ));
            }
            context.runtime.block_on(context.cancel.cancelled());
        }
        if let Some(file) = &command.ready_file {
            // Whoever took it away already wanted the same.
            let _ = fs::remove_file(file);
        }
        emulator.stop();
        told
    }

    fn not_started(error: &StartError) -> Failure {
        let failure = Failure::local(format!("the emulator did not start: {error}"));
        match error {
            StartError::PortInUse { .. } => {
                failure.with_hint("choose another port, or --port 0 for any free one")
            }
            _ => failure,
        }
    }

    /// Writes a file so that whoever waits for it sees all of it or nothing.
    fn replace(file: &Path, text: &str) -> io::Result<()> {
        let mut beside = file.as_os_str().to_owned();
        beside.push(format!(".{}", std::process::id()));
        fs::write(&beside, text)?;
        fs::rename(&beside, file).inspect_err(|_| {
            // The error of the renaming says more than one of the cleaning up.
            let _ = fs::remove_file(&beside);
        })
    }
}
