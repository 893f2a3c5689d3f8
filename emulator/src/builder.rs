//! The settings that an emulator starts from.

use std::path::PathBuf;

use crate::clock::{Clock, ClockMode};
use crate::emulator::Emulator;
use crate::errors::StartError;
use crate::progression::Progression;
use crate::rate_limit::RateLimit;
use crate::seeds::Seed;
use crate::state::quirks::Quirks;
#[cfg(feature = "tls")]
use crate::tls::{Certificate, Tls};
use crate::world::Origin;

/// Settings of an emulator that is to be started. Made by [`Emulator::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "nothing happens before start()"]
pub struct EmulatorBuilder {
    port: u16,
    seed: Seed,
    random_seed: u64,
    clock: ClockMode,
    progression: Progression,
    rate_limit: Option<RateLimit>,
    quirks: Quirks,
    keep_secret_values: bool,
    data_dir: Option<PathBuf>,
    #[cfg(feature = "tls")]
    certificate: Option<Certificate>,
}

impl EmulatorBuilder {
    /// Port to listen on; 0, which is the default, for any free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// What it starts with; [`Seed::Empty`] by default.
    pub fn seed(mut self, seed: Seed) -> Self {
        self.seed = seed;
        self
    }

    /// Seed of its randomness. Two emulators with the same seed give out the same identifiers, keys, tokens and
    /// request ids for the same requests.
    pub fn random_seed(mut self, random_seed: u64) -> Self {
        self.random_seed = random_seed;
        self
    }

    /// How its clock runs; [`ClockMode::Real`] by default.
    pub fn clock(mut self, clock: ClockMode) -> Self {
        self.clock = clock;
        self
    }

    /// How deployments move on; by default 300 ms in the queue and 700 ms in progress.
    pub fn progression(mut self, progression: Progression) -> Self {
        self.progression = progression;
        self
    }

    /// How many requests each token may make; as many as it likes by default.
    pub fn rate_limit(mut self, limit: RateLimit) -> Self {
        self.rate_limit = Some(limit);
        self
    }

    /// Quirks of older servers that it shows; none by default.
    pub fn quirks(mut self, quirks: Quirks) -> Self {
        self.quirks = quirks;
        self
    }

    /// Whether the values of secrets are kept, so that [`Emulator::state`] can show what was stored. Off by default:
    /// only a salted hash and the length are kept. No answer of the API shows a value in either case; the
    /// data directory holds what is kept.
    pub fn keep_secret_values(mut self, keep: bool) -> Self {
        self.keep_secret_values = keep;
        self
    }

    /// Where the state is kept, as one file `state.json` that is replaced before a change is answered, so that the next
    /// emulator with this directory goes on where this one stopped, however it stopped: with its apps, deployments,
    /// secrets, keys, members, tokens, identifiers, randomness and clock. The seed and the clock of the builder count
    /// for the first start and for a reset. Progressions, quirks, limits and faults are settings, not state: each start
    /// sets them anew. The file holds tokens and keys; only its owner may read it. Without a directory, which is the
    /// default, nothing is written.
    ///
    /// A change that cannot be written is answered with 500 and not made. Reads write nothing: a step that a read has made
    /// since the last change is forgotten by a restart. One emulator at a time may use a directory.
    pub fn data_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.data_dir = Some(folder.into());
        self
    }

    /// Listens with TLS in place of plain HTTP, which is the default, and shows this certificate. Whoever trusts
    /// [`Emulator::ca_certificate`] accepts [`Certificate::Good`] and should refuse every other. TLS 1.2 and 1.3 are spoken, and
    /// HTTP/1.1 over it.
    ///
    /// ```
    /// use spice_cloud_emulator::{Certificate, Emulator};
    ///
    /// let emulator = Emulator::builder().tls(Certificate::Good).start()?;
    /// assert!(emulator.url().starts_with("https://127.0.0.1:"));
    /// assert!(emulator.ca_certificate().is_some_and(|pem| pem.starts_with("-----BEGIN CERTIFICATE-----")));
    /// # Ok::<(), spice_cloud_emulator::StartError>(())
    /// ```
    #[cfg(feature = "tls")]
    pub fn tls(mut self, certificate: Certificate) -> Self {
        self.certificate = Some(certificate);
        self
    }

    /// Starts the emulator on a thread of its own and returns when it listens on 127.0.0.1.
    pub fn start(self) -> Result<Emulator, StartError> {
        let clock = Clock::new(&self.clock).map_err(StartError::Setting)?;
        let origin = Origin {
            seed: self.seed,
            random_seed: self.random_seed,
            clock,
            progression: self.progression,
            rate_limit: self.rate_limit,
            quirks: self.quirks,
            keep_secret_values: self.keep_secret_values,
        };
        #[cfg(feature = "tls")]
        let tls = self
            .certificate
            .map(Tls::new)
            .transpose()
            .map_err(|error| StartError::Tls { reason: error.to_string() })?;
        #[cfg(not(feature = "tls"))]
        let tls = None;
        Emulator::launch(self.port, origin, tls, self.data_dir.as_deref())
    }
}

impl Emulator {
    /// Settings to start from.
    pub fn builder() -> EmulatorBuilder {
        EmulatorBuilder::default()
    }
}
