//! The client whose calls wait.

use crate::client::ClientBuilder;
use crate::config::Overrides;
use crate::error::Result;
use crate::pending::Pending;
use crate::raw::RawResponse;
use crate::request::RawRequest;
use crate::runtime;

/// A client whose calls wait: the twin of [`Client`](crate::Client). Cloning is cheap.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) inner: crate::client::Client,
}

impl Client {
    /// A client that takes everything from the environment: see [`ClientBuilder`].
    pub fn from_env() -> Result<Self> {
        crate::client::Client::from_env().map(Self::from)
    }

    /// Starts to build a client; end with [`ClientBuilder::build_blocking`].
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// A copy that does some things differently and shares connections and credentials.
    ///
    /// # Errors
    ///
    /// [`ConfigError`](crate::ErrorKind::ConfigError) when an option is wrong.
    pub fn with_options(&self, overrides: Overrides) -> Result<Self> {
        self.inner.with_options(overrides).map(Self::from)
    }

    /// Sends a request to an endpoint that the SDK has no method for.
    ///
    /// # Errors
    ///
    /// Whatever a call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn request(&self, request: RawRequest) -> Result<RawResponse> {
        self.wait(self.inner.request(request))
    }

    /// Ends all calls of the client and its copies with [`ClientClosed`](crate::ErrorKind::ClientClosed): those that
    /// run now, and those to come. Closing again does nothing.
    pub fn close(&self) {
        self.inner.close();
    }

    /// The address of the API that the client talks to.
    pub fn base_url(&self) -> &str {
        self.inner.base_url()
    }

    #[allow(clippy::unused_self)] // The same form as the asynchronous twin's methods, from one template.
    pub(crate) fn wait<T: Send + 'static>(&self, call: Pending<T>) -> Result<T> {
        runtime::wait(call)
    }
}

impl From<crate::client::Client> for Client {
    fn from(inner: crate::client::Client) -> Self {
        Self { inner }
    }
}

impl ClientBuilder {
    /// The client whose calls wait. Nothing is sent and no connection is opened yet.
    ///
    /// # Errors
    ///
    /// Those of [`build`](Self::build).
    pub fn build_blocking(self) -> Result<Client> {
        self.build().map(Client::from)
    }
}
