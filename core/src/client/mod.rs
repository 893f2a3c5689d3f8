//! The client: where calls start.

mod builder;
mod reach;
mod signin;
#[cfg(test)]
pub(crate) mod testing;

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use bytes::Bytes;

use crate::config::{Config, Overrides, Settings};
use crate::credentials::{Claims, Credentials, claims};
use crate::engine::transport::{Chunks, HttpResponse};
use crate::engine::{ApiResult, Engine};
use crate::error::Result;
use crate::generated::resources::Runtime;
use crate::operation::Operation;
use crate::paging::{Batch, Pager};
use crate::pending::Pending;
use crate::plane::{Doors, RuntimeTarget, Streamed};
use crate::process::PerProcess;
use crate::raw::RawResponse;
use crate::request::{RawRequest, Request};
use crate::validate;
use crate::wire::model::{Identified, Stamped};

pub use builder::ClientBuilder;

/// A client of the Spice.ai Cloud Management API. Cloning is cheap: copies share connections and credentials.
///
/// It runs on the tokio runtime of whoever awaits its calls. Outside of one, use
/// [`blocking::Client`](crate::blocking::Client).
///
/// ```no_run
/// # async fn example() -> spice_cloud::Result<()> {
/// use spice_cloud::{Client, CreateApp};
///
/// let client = Client::from_env()?;
/// let app = client.apps().create(CreateApp::builder().name("sales-bi").region("us-east-1").build()).await?;
/// println!("{} {}", app.id, app.name);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    engine: Arc<Engine>,
    settings: Arc<Settings>,
    learned: Arc<Learned>,
}

/// What a client and its copies have learned about the server.
#[derive(Debug, Default)]
pub(crate) struct Learned {
    /// It has given a single deployment: when one is not found, it is not there.
    pub(crate) gives_deployments: AtomicBool,
    /// It cannot give a single deployment: its version is older than Sep 2026.
    pub(crate) only_lists_deployments: AtomicBool,
    /// The ways into the runtimes of apps.
    pub(crate) doors: PerProcess<Doors>,
}

impl Client {
    pub(crate) fn new(engine: Engine, settings: Settings) -> Self {
        Self { engine: Arc::new(engine), settings: Arc::new(settings), learned: Arc::default() }
    }

    /// A client that takes everything from the environment: see [`ClientBuilder`].
    pub fn from_env() -> Result<Self> {
        Self::builder().build()
    }

    /// Starts to build a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// A copy that does some things differently and shares connections and credentials.
    ///
    /// # Errors
    ///
    /// [`ConfigError`](crate::ErrorKind::ConfigError) when an option is wrong.
    pub fn with_options(&self, overrides: Overrides) -> Result<Self> {
        let settings = overrides.apply(&self.settings)?;
        Ok(Self { settings: Arc::new(settings), ..self.clone() })
    }

    /// Sends a request to an endpoint that the SDK has no method for.
    ///
    /// # Errors
    ///
    /// Whatever a call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn request(&self, request: RawRequest) -> Pending<RawResponse> {
        self.send(request.into())
    }

    /// Ends all calls of the client and its copies with [`ClientClosed`](crate::ErrorKind::ClientClosed): those that
    /// run now, and those to come. Closing again does nothing.
    pub fn close(&self) {
        self.engine.close();
    }

    /// The address of the API that the client talks to.
    pub fn base_url(&self) -> &str {
        self.engine.config.base_url.as_str()
    }

    pub(crate) fn learned(&self) -> &Learned {
        &self.learned
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The same with other settings.
    pub(crate) fn with_settings(&self, settings: Settings) -> Self {
        Self { settings: Arc::new(settings), ..self.clone() }
    }

    /// Whether changes are only shown.
    pub(crate) fn shows_changes(&self) -> bool {
        self.engine.preview.is_some()
    }

    /// What it signs in with.
    pub(crate) fn credentials(&self) -> &Credentials {
        &self.engine.credentials
    }

    /// What its token says about itself; nothing when that is no JWT.
    pub(crate) async fn claims(&self) -> Result<Option<Claims>> {
        let token = self.engine.token(&self.settings).await?;
        Ok(claims(token.secret()))
    }

    pub(crate) fn config(&self) -> &Config {
        &self.engine.config
    }

    /// Sends a request once, and gives the answer whatever it says.
    pub(crate) async fn look(&self, request: Request) -> Result<HttpResponse> {
        self.engine.look(&self.settings, &request).await
    }

    /// Sends a request once, and gives its answer while it is coming.
    pub(crate) async fn open(&self, request: Request) -> Result<Chunks> {
        self.engine.open(&self.settings, &request).await
    }

    /// The next piece of an answer that is coming.
    pub(crate) async fn chunk(&self, chunks: &mut Chunks, operation: &Operation) -> Result<Option<Bytes>> {
        self.engine.chunk(&self.settings, chunks, operation).await
    }

    /// What is known of the runtimes of apps.
    pub(crate) fn doors(&self) -> Arc<Doors> {
        let Ok(doors) = self.learned.doors.get(|| Ok::<_, Infallible>(Doors::default()));
        doors
    }

    /// The runtime of an app, or the one that a key belongs to: SQL, search, chat.
    pub fn runtime(&self, target: impl Into<RuntimeTarget>) -> Runtime {
        Runtime { client: self.clone(), target: target.into() }
    }

    /// Refuses what a request could not be sent with.
    pub(crate) fn check(&self, request: &Request) -> Result<()> {
        self.engine.check(&self.settings, request)
    }

    /// Refuses arguments of a workflow that the rules do not allow.
    pub(crate) fn validate(&self, request: &Request) -> Result<()> {
        if self.engine.config.validate {
            validate::check(request).map_err(|error| error.of(request.operation))?;
        }
        Ok(())
    }

    /// Does what takes more than one call.
    pub(crate) fn work<T, F>(&self, request: Request, workflow: fn(Self, Request) -> F) -> Pending<T>
    where
        T: Send + 'static,
        F: Future<Output = Result<T>> + Send + 'static,
    {
        let client = self.clone();
        Pending::new(async move {
            client.validate(&request)?;
            workflow(client, request).await
        })
    }

    /// Does what gives its answer piece by piece.
    pub(crate) fn stream<T>(
        &self,
        request: Request,
        workflow: fn(Self, Request) -> Result<Streamed<T>>,
    ) -> Result<Streamed<T>> {
        self.validate(&request)?;
        workflow(self.clone(), request)
    }

    /// Takes a retry from what the client has in reserve; says whether there was one.
    pub(crate) fn spend_retry(&self) -> bool {
        self.engine.spend_retry()
    }

    pub(crate) fn send<T: ApiResult>(&self, request: Request) -> Pending<T> {
        let client = self.clone();
        Pending::new(async move { client.engine.call(&client.settings, request).await })
    }

    pub(crate) fn paginate<T>(&self, request: Request) -> Pager<T>
    where
        T: Identified + Stamped + Send + 'static,
        Vec<T>: ApiResult,
    {
        let client = self.clone();
        let operation = request.operation;
        let fetch = move |limit, offset| {
            let page = client.send::<Vec<T>>(request.page(limit, offset));
            Pending::new(async move {
                let items = page.await?;
                let identities = items.iter().map(Identified::identity).collect();
                let meta = items.first().map(|item| item.meta().clone()).unwrap_or_default();
                Ok(Batch { items, identities, meta })
            })
        };
        Pager::new(operation, Box::new(fetch))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Client").field("base_url", &self.base_url()).finish_non_exhaustive()
    }
}
