//! The emulator itself, in builds that have it.

use std::path::Path;
use std::{fs, io};

use serde_json::json;
#[cfg(feature = "tls")]
use spice_cloud_emulator::Certificate;
use spice_cloud_emulator::{ClockMode, Progression, Seed, StartError};

#[cfg(feature = "tls")]
use super::CertificateName;
use super::{Emulator, SeedName};
use crate::context::{Context, Done};
use crate::failure::Failure;

/// Serves until the command is cancelled.
pub(crate) fn run(context: &mut Context<'_>, command: &Emulator) -> Done {
    let mut builder = spice_cloud_emulator::Emulator::builder()
        .port(command.port)
        .seed(match command.seed {
            SeedName::Empty => Seed::Empty,
            SeedName::Demo => Seed::Demo,
        })
        .progression(progression(&command.progression)?)
        .clock(match command.clock.as_str() {
            "real" => ClockMode::Real,
            instant => ClockMode::Frozen(instant.to_owned()),
        })
        .random_seed(command.random_seed);
    if let Some(folder) = &command.data_dir {
        builder = builder.data_dir(folder);
    }
    #[cfg(feature = "tls")]
    if let Some(name) = command.tls {
        builder = builder.tls(certificate(name));
    }
    let emulator = builder.start().map_err(|error| not_started(&error))?;
    let mut ready =
        json!({ "url": emulator.url(), "token": emulator.token(), "admin": emulator.admin_url() });
    let mut files = Written::default();
    if let Some(pem) = emulator.ca_certificate() {
        ready["ca_certificate"] = pem.into();
        if let Some(file) = ca_file(command) {
            files.write(file, pem)?;
        }
    }
    let line = format!("{ready}\n");
    if let Some(file) = &command.ready_file {
        files.write(file, &line)?;
    }
    let told = context.write(&line);
    if told.is_ok() {
        if context.io.stderr_is_terminal {
            let trusted = ca_file(command).map(|file| format!("  export SSL_CERT_FILE={}\n", file.display()));
            context.tell(format!(
                "\nTo use it from another terminal:\n  export SPICE_CLOUD_API_URL={}\n  export SPICE_API_TOKEN={}\n{}  \
                 spice-cloud apps list\nCtrl-C stops it.",
                emulator.url(),
                emulator.token(),
                trusted.unwrap_or_default()
            ));
        }
        if command.exit_with_parent {
            until_input_ends(context);
        } else {
            context.runtime.block_on(context.cancel.cancelled());
        }
    }
    drop(files);
    emulator.stop();
    told
}

/// How deployments move on.
fn progression(words: &str) -> Result<Progression, Failure> {
    let wrong = |why: String| Failure::usage(format!("--progression {words}: {why}"));
    match words.split_once(':') {
        None if words == "after" => Ok(Progression::default()),
        None if words == "immediate" => Ok(Progression::Immediate),
        None if words == "manual" => Ok(Progression::Manual),
        Some(("polls", looks)) => match looks.parse() {
            Ok(looks) if looks > 0 => Ok(Progression::Polls(looks)),
            _ => Err(wrong("the number of looks must be 1 or more".to_owned())),
        },
        Some(("script", entries)) => {
            Progression::script(entries.split(',')).map_err(|error| wrong(error.to_string()))
        }
        _ => Err(wrong("can be after, immediate, manual, polls:N or script:STATUS,...".to_owned())),
    }
}

/// Waits until standard input ends. Reading it ends with an error when the command is cancelled.
fn until_input_ends(context: &mut Context<'_>) {
    let mut buffer = [0; 256];
    while !context.cancel.is_cancelled() {
        match context.io.stdin.read(&mut buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn not_started(error: &StartError) -> Failure {
    match error {
        StartError::Setting(_) => Failure::usage(error.to_string()),
        StartError::PortInUse { .. } => Failure::local(format!("the emulator did not start: {error}"))
            .with_hint("choose another port, or --port 0 for any free one"),
        _ => Failure::local(format!("the emulator did not start: {error}")),
    }
}

/// Where the authority's certificate is written to.
#[cfg(feature = "tls")]
fn ca_file(command: &Emulator) -> Option<&Path> {
    command.ca_file.as_deref()
}

#[cfg(not(feature = "tls"))]
fn ca_file(_command: &Emulator) -> Option<&Path> {
    None
}

#[cfg(feature = "tls")]
fn certificate(name: CertificateName) -> Certificate {
    match name {
        CertificateName::Good => Certificate::Good,
        CertificateName::Expired => Certificate::Expired,
        CertificateName::NotYetValid => Certificate::NotYetValid,
        CertificateName::WrongHost => Certificate::WrongHost,
        CertificateName::SelfSigned => Certificate::SelfSigned,
        CertificateName::UnknownAuthority => Certificate::UnknownAuthority,
    }
}

/// Files that others find while the emulator runs.
#[derive(Default)]
struct Written<'a>(Vec<&'a Path>);

impl<'a> Written<'a> {
    fn write(&mut self, file: &'a Path, text: &str) -> Result<(), Failure> {
        replace(file, text)
            .map_err(|error| Failure::local(format!("{} cannot be written: {error}", file.display())))?;
        self.0.push(file);
        Ok(())
    }
}

impl Drop for Written<'_> {
    fn drop(&mut self) {
        for file in &self.0 {
            // Whoever took it away already wanted the same.
            let _ = fs::remove_file(file);
        }
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
