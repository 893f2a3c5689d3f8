//! The handle of a running emulator, and its builder.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::oneshot;

use crate::clock::{Clock, ClockMode};
use crate::errors::{AdminError, StartError};
use crate::progression::Progression;
use crate::request_log::RequestRecord;
use crate::seeds::{CLIENT_ID, CLIENT_SECRET, Seed, TOKEN};
use crate::state::tokens::MintToken;
use crate::world::{Origin, Shared, World};
use crate::{admin, server};

/// Settings of an emulator that is to be started. Made by [`Emulator::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "nothing happens before start()"]
pub struct EmulatorBuilder {
    port: u16,
    seed: Seed,
    random_seed: u64,
    clock: ClockMode,
    progression: Progression,
    keep_secret_values: bool,
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

    /// Whether the values of secrets are kept, so that [`Emulator::state`] can show what was stored. Off by default:
    /// only a salted hash and the length are kept. No answer of the API shows a value in either case.
    pub fn keep_secret_values(mut self, keep: bool) -> Self {
        self.keep_secret_values = keep;
        self
    }

    /// Starts the emulator on a thread of its own and returns when it listens on 127.0.0.1.
    pub fn start(self) -> Result<Emulator, StartError> {
        let port = self.port;
        let origin = Origin {
            seed: self.seed,
            random_seed: self.random_seed,
            clock: Clock::new(&self.clock).map_err(StartError::Setting)?,
            progression: self.progression,
            keep_secret_values: self.keep_secret_values,
        };
        let (listener, address) = listen(port).map_err(|source| match source.kind() {
            io::ErrorKind::AddrInUse => StartError::PortInUse { port },
            _ => StartError::Listen { port, source },
        })?;
        let shared = Arc::new(Shared::new(origin));
        let running = run(listener, Arc::clone(&shared)).map_err(StartError::Thread)?;
        Ok(Emulator {
            shared,
            url: format!("http://{address}"),
            port: address.port(),
            running: Mutex::new(Some(running)),
        })
    }
}

fn listen(port: u16) -> io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

/// The thread that serves, and how to end it.
struct Running {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

/// The socket listens already, so requests that come before the thread is up wait for it.
fn run(listener: TcpListener, shared: Arc<Shared>) -> io::Result<Running> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let listener = {
        let _guard = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    let (stop, stopped) = oneshot::channel();
    let thread = thread::Builder::new()
        .name("spice-emulator".to_owned())
        .spawn(move || runtime.block_on(server::serve(listener, shared, stopped)))?;
    Ok(Running { stop, thread })
}

/// A running emulator. It stops when it is dropped.
///
/// ```
/// use spice_cloud_emulator::{Emulator, Seed};
///
/// let emulator = Emulator::builder().seed(Seed::Demo).start()?;
/// assert!(emulator.url().starts_with("http://127.0.0.1:"));
/// assert_eq!(emulator.state()["apps"].as_array().map(Vec::len), Some(29));
/// emulator.stop();
/// # Ok::<(), spice_cloud_emulator::StartError>(())
/// ```
pub struct Emulator {
    shared: Arc<Shared>,
    url: String,
    port: u16,
    running: Mutex<Option<Running>>,
}

impl Emulator {
    /// Settings to start from.
    pub fn builder() -> EmulatorBuilder {
        EmulatorBuilder::default()
    }

    /// Where it listens: `http://127.0.0.1:PORT`. API, token endpoint and administration share this origin.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// A personal access token that may do everything in the first organization: `spice_emu_pat_demo`, in every
    /// emulator. It is worth nothing anywhere else.
    pub fn token(&self) -> &str {
        TOKEN
    }

    /// Id of an OAuth client that may do everything in the first organization.
    pub fn client_id(&self) -> &'static str {
        CLIENT_ID
    }

    /// Secret of that client.
    pub fn client_secret(&self) -> &'static str {
        CLIENT_SECRET
    }

    /// Where the administration is: the URL followed by `/_emulator`.
    pub fn admin_url(&self) -> String {
        format!("{}{}", self.url, admin::PREFIX)
    }

    /// The requests so far, oldest first, at most ten thousand.
    pub fn requests(&self) -> Vec<RequestRecord> {
        self.shared.log().since(0)
    }

    /// Forgets the requests so far.
    pub fn clear_requests(&self) {
        self.shared.log().clear();
    }

    /// Goes back to the seed: state, clock, randomness, faults and request log are as they were at the start.
    pub fn reset(&self) {
        self.shared.reset();
    }

    /// Moves the clock forward, whether it runs or is frozen.
    ///
    /// ```
    /// use std::time::Duration;
    /// use spice_cloud_emulator::{ClockMode, Emulator};
    ///
    /// let start = ClockMode::Frozen("2026-01-01T00:00:00Z".to_owned());
    /// let emulator = Emulator::builder().clock(start).start()?;
    /// emulator.advance(Duration::from_secs(3600));
    /// # Ok::<(), spice_cloud_emulator::StartError>(())
    /// ```
    pub fn advance(&self, by: Duration) {
        self.shared.world().clock.advance(by);
    }

    /// Stops the clock at the present instant.
    pub fn freeze(&self) {
        self.shared.world().clock.freeze(None);
    }

    /// Makes a token and gives its text.
    pub fn mint(&self, token: MintToken) -> String {
        self.shared.world().mint(token)
    }

    /// Adds a fault, a JSON rule as `POST /_emulator/faults` takes it, and gives its id.
    ///
    /// ```
    /// use serde_json::json;
    /// use spice_cloud_emulator::Emulator;
    ///
    /// let emulator = Emulator::builder().start()?;
    /// let rule = json!({
    ///     "match": { "method": "POST", "path": "/v1/apps/*/deployments" },
    ///     "do": { "kind": "status", "status": 503, "headers": { "retry-after": "1" } },
    ///     "times": 2
    /// });
    /// let id = emulator.add_fault(rule)?;
    /// assert_eq!(id, "fault-1");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_fault(&self, rule: Value) -> Result<String, AdminError> {
        self.shared.world().faults.add(rule)
    }

    /// The whole state as JSON, with runtime keys, tokens and the values of secrets masked.
    pub fn state(&self) -> Value {
        admin::state(&self.shared)
    }

    /// Sets how new deployments move on: those of one app, or those of every app that has no setting of its own.
    pub fn set_progression(&self, app_id: Option<i64>, progression: Progression) {
        self.shared.world().set_progression(app_id, progression);
    }

    /// Copies everything that requests can change, for [`Emulator::restore`].
    ///
    /// ```
    /// use spice_cloud_emulator::{Emulator, MintToken};
    ///
    /// let emulator = Emulator::builder().start()?;
    /// let before = emulator.snapshot();
    /// let token = emulator.mint(MintToken::new());
    /// emulator.restore(&before);
    /// assert_eq!(emulator.mint(MintToken::new()), token, "randomness went back as well");
    /// # Ok::<(), spice_cloud_emulator::StartError>(())
    /// ```
    pub fn snapshot(&self) -> Snapshot {
        Snapshot { world: self.shared.world().clone() }
    }

    /// Puts back state, clock, randomness and faults as they were. The request log goes on.
    pub fn restore(&self, snapshot: &Snapshot) {
        *self.shared.world() = snapshot.world.clone();
    }

    /// Stops serving, ends open connections and waits for the thread to end. Further calls do nothing.
    pub fn stop(&self) {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(Running { stop, thread }) = running {
            // Either may have ended by itself, which is what is wanted.
            let _ = stop.send(());
            let _ = thread.join();
        }
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.stop();
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Emulator").field("url", &self.url).finish_non_exhaustive()
    }
}

/// Everything that requests can change, at one moment.
#[derive(Clone)]
pub struct Snapshot {
    world: World,
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Snapshot").finish_non_exhaustive()
    }
}
