//! The handle of a running emulator.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::oneshot;

use crate::errors::{AdminError, StartError};
use crate::progression::Progression;
use crate::rate_limit::{RateLimit, RateLimits};
use crate::request_log::RequestRecord;
use crate::seeds::{CLIENT_ID, CLIENT_SECRET, TOKEN};
use crate::shared::Shared;
use crate::state::quirks::Quirks;
use crate::state::tokens::MintToken;
use crate::tls::{Acceptor, Tls};
use crate::world::{Origin, World};
use crate::{admin, server};

fn listen(port: u16) -> io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

/// The thread that serves, and how to end it.
struct Running {
    /// Whose thread it is.
    process: u32,
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

/// The socket listens already, so requests that come before the thread is up wait for it.
fn run(listener: TcpListener, tls: Option<Acceptor>, shared: Arc<Shared>) -> io::Result<Running> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let listener = {
        let _guard = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    let (stop, stopped) = oneshot::channel();
    let thread = thread::Builder::new().name("spice-emulator".to_owned()).spawn(move || {
        outlive_closed_connections();
        runtime.block_on(server::serve(listener, tls, shared, stopped));
    })?;
    Ok(Running { process: std::process::id(), stop, thread })
}

/// A client that is gone is no reason for the system to end the whole process, as it would where nobody has said otherwise.
fn outlive_closed_connections() {
    #[cfg(unix)]
    {
        let mut signals = nix::sys::signal::SigSet::empty();
        signals.add(nix::sys::signal::Signal::SIGPIPE);
        // It can only fail for arguments that do not exist.
        let _ = signals.thread_block();
    }
}

/// A running emulator. It stops when it is dropped.
///
/// What its methods change in an emulator with a data directory is stored as well; what cannot be written at that moment
/// holds all the same and is stored with the next change.
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
    /// Of the authority, when it listens with TLS.
    ca_certificate: Option<String>,
    running: Mutex<Option<Running>>,
}

impl Emulator {
    /// Starts an emulator; called by the builder.
    pub(crate) fn launch(
        port: u16,
        origin: Origin,
        tls: Option<Tls>,
        data_dir: Option<&Path>,
    ) -> Result<Self, StartError> {
        let (listener, address) = listen(port).map_err(|source| match source.kind() {
            io::ErrorKind::AddrInUse => StartError::PortInUse { port },
            _ => StartError::Listen { port, source },
        })?;
        let shared = Shared::new(origin, data_dir).map_err(|reason| StartError::DataDir {
            folder: data_dir.map(Path::to_path_buf).unwrap_or_default(),
            reason,
        })?;
        let shared = Arc::new(shared);
        let (acceptor, ca_certificate) = tls.map(|tls| (tls.acceptor, tls.authority)).unzip();
        let scheme = if acceptor.is_some() { "https" } else { "http" };
        let running = run(listener, acceptor, Arc::clone(&shared)).map_err(StartError::Thread)?;
        Ok(Self {
            shared,
            url: format!("{scheme}://{address}"),
            port: address.port(),
            ca_certificate,
            running: Mutex::new(Some(running)),
        })
    }

    /// Where it listens: `http://127.0.0.1:PORT`, or `https://` with TLS. API, token endpoint, administration and the
    /// runtimes of all apps share this origin.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The certificate, in PEM, of the authority that this emulator has made for itself, when it listens with TLS. It holds for
    /// this emulator alone: its key is never stored.
    pub fn ca_certificate(&self) -> Option<&str> {
        self.ca_certificate.as_deref()
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
        self.shared.change_or_keep(|world| *world = self.shared.planted().clone());
        self.shared.log().reset();
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
        self.shared.change_or_keep(|world| world.clock.advance(by));
    }

    /// Stops the clock at the present instant.
    pub fn freeze(&self) {
        self.shared.change_or_keep(|world| world.clock.freeze(None));
    }

    /// Makes a token and gives its text.
    pub fn mint(&self, token: MintToken) -> String {
        self.shared.change_or_keep(|world| world.mint(token))
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

    /// Takes all fault rules away.
    pub fn clear_faults(&self) {
        self.shared.world().faults.clear();
    }

    /// The whole state as JSON, with runtime keys, tokens and the values of secrets masked.
    pub fn state(&self) -> Value {
        admin::state(&self.shared)
    }

    /// Sets how new deployments move on: those of one app, or those of every app that has no setting of its own.
    pub fn set_progression(&self, app_id: Option<i64>, progression: Progression) {
        self.shared.world().set_progression(app_id, progression);
    }

    /// Sets how many requests each token may make from now on; `None` takes the limit away.
    pub fn set_rate_limit(&self, limit: Option<RateLimit>) {
        self.shared.world().rate_limits = RateLimits::new(limit);
    }

    /// Sets the quirks that it shows from now on, in place of the present ones.
    pub fn set_quirks(&self, quirks: Quirks) {
        self.shared.world().state.quirks = quirks;
    }

    /// A call of the administration without HTTP: its method, its path below `/_emulator/` and its body, or null for none.
    /// Gives the body of the answer, or null when there is none.
    ///
    /// ```
    /// use serde_json::{Value, json};
    /// use spice_cloud_emulator::Emulator;
    ///
    /// let emulator = Emulator::builder().start()?;
    /// emulator.admin("POST", "clock", &json!({ "freeze": "2026-01-01T00:00:00Z" }))?;
    /// assert_eq!(emulator.admin("GET", "requests?since=0", &Value::Null)?["requests"], json!([]));
    /// assert_eq!(emulator.admin("DELETE", "faults/none", &Value::Null).unwrap_err().status(), 404);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn admin(&self, method: &str, path: &str, body: &Value) -> Result<Value, AdminError> {
        admin::call(&self.shared, method, path, body)
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
        self.shared.change_or_keep(|world| *world = snapshot.world.clone());
    }

    /// Stops serving, ends open connections and waits for the thread to end. Further calls do nothing.
    pub fn stop(&self) {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(Running { process, stop, thread }) = running {
            if process != std::process::id() {
                // In a forked child there is no such thread: it serves the parent.
                std::mem::forget((stop, thread));
                return;
            }
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
