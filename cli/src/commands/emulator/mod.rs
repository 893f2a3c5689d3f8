//! `emulator`: a local control plane, until Ctrl-C.

#[cfg(feature = "emulator")]
mod serve;

use std::path::PathBuf;

#[cfg(not(feature = "emulator"))]
use crate::context::{Context, Done};

#[cfg(feature = "emulator")]
pub(crate) use serve::run;

/// Options of `emulator`.
#[derive(Debug, clap::Args)]
pub(crate) struct Emulator {
    /// Port to listen on; 0 takes any free one
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// What it starts with
    #[arg(long, value_enum, default_value_t)]
    seed: SeedName,
    /// Directory to keep the state in, so that the next start goes on from there; without one it is in memory only
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// File to write the ready line to, whole or not at all; taken away when the emulator stops
    #[arg(long, value_name = "FILE")]
    ready_file: Option<PathBuf>,
    /// How deployments move on
    ///
    /// after: a moment in each status. immediate: at once. manual: when the administration says so. polls:N: a step at every
    /// Nth look. script:STATUS,...: what a list says, look by look, such as
    /// `script:queued,in_progress*2,failed:insufficient_cpu`.
    #[arg(long, default_value = "after", value_name = "HOW")]
    progression: String,
    /// real, or an instant such as 2026-01-01T00:00:00Z at which the clock stands until it is told to move
    #[arg(long, default_value = "real", value_name = "WHEN")]
    clock: String,
    /// Seed of what is random; the same one gives the same ids, keys and tokens
    #[arg(long, default_value_t, value_name = "N")]
    random_seed: u64,
    #[cfg(feature = "tls")]
    /// Listen with TLS in place of plain HTTP, and show this certificate
    ///
    /// The emulator makes an authority at each start, whose certificate is in the ready line as `ca_certificate`. Clients that
    /// trust it accept a good certificate and should refuse any other.
    #[arg(long, value_enum, value_name = "CERTIFICATE", num_args = 0..=1, require_equals = true, default_missing_value = "good")]
    tls: Option<CertificateName>,
    #[cfg(feature = "tls")]
    /// File to write the authority's certificate to, in PEM, for `SSL_CERT_FILE` and the like; taken away at the end
    #[arg(long, value_name = "FILE", requires = "tls")]
    ca_file: Option<PathBuf>,
    /// Also stop when standard input ends, as it does when the program that started the emulator is gone
    #[arg(long)]
    exit_with_parent: bool,
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

/// Which certificate an emulator shows.
#[cfg(feature = "tls")]
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum CertificateName {
    /// For this machine, by the emulator's authority.
    Good,
    /// Its time is over.
    Expired,
    /// Its time has not begun.
    NotYetValid,
    /// It is for another host.
    WrongHost,
    /// It has signed itself.
    SelfSigned,
    /// Another authority has signed it.
    UnknownAuthority,
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
