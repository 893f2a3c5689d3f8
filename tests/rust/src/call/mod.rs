//! Calls by their public names, through either client.

pub mod arguments;
pub mod examples;
mod failure;
pub mod names;
mod outcome;
mod params;
mod rotate;
mod table;

use std::time::Duration;

use spice_cloud::{Client, Overrides, blocking};
use tokio::runtime::Runtime;

pub use arguments::{Args, Object};
pub use failure::describe;
pub use outcome::{Outcome, Reply};
pub use table::{asynchronous, blocking as waiting};

/// A client of the one kind or the other.
#[derive(Debug)]
pub enum Caller {
    /// The asynchronous client, and the runtime that drives it.
    Async(Client, Runtime),
    /// The client whose calls wait.
    Blocking(blocking::Client),
}

/// The kinds of client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Client`].
    Async,
    /// [`blocking::Client`].
    Blocking,
}

impl Kind {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Async, Self::Blocking];

    /// The kind in a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Async => "async",
            Self::Blocking => "blocking",
        }
    }
}

impl Caller {
    /// A client with the settings of a builder.
    ///
    /// # Errors
    ///
    /// When the client cannot be built, or no runtime can be.
    pub fn new(kind: Kind, builder: spice_cloud::ClientBuilder) -> Result<Self, String> {
        let failed = |error: spice_cloud::Error| format!("the client: {error}");
        Ok(match kind {
            Kind::Async => {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                let runtime = runtime.map_err(|error| format!("the runtime: {error}"))?;
                Self::Async(builder.build().map_err(failed)?, runtime)
            }
            Kind::Blocking => Self::Blocking(builder.build_blocking().map_err(failed)?),
        })
    }

    /// Makes a call, with a copy of the client where there are overrides.
    ///
    /// # Errors
    ///
    /// When there is no such call or the arguments are not its own: a mistake of the scenario, not of the SDK.
    pub fn call(
        &self,
        name: &str,
        args: &mut Args<'_>,
        overrides: Option<Overrides>,
    ) -> Result<Reply, String> {
        match self {
            Self::Async(client, runtime) => {
                let client = match overrides.map(|overrides| client.with_options(overrides)) {
                    None => client.clone(),
                    Some(Ok(copy)) => copy,
                    Some(Err(error)) => return Ok(Err(error)),
                };
                runtime.block_on(asynchronous::call(&client, name, args))
            }
            Self::Blocking(client) => {
                let client = match overrides.map(|overrides| client.with_options(overrides)) {
                    None => client.clone(),
                    Some(Ok(copy)) => copy,
                    Some(Err(error)) => return Ok(Err(error)),
                };
                waiting::call(&client, name, args)
            }
        }
    }
}

/// A client whose calls wait, over the same connections and credentials as another.
trait Twin {
    fn twin(&self) -> blocking::Client;
}

impl Twin for Client {
    fn twin(&self) -> blocking::Client {
        blocking::Client::from(self.clone())
    }
}

impl Twin for blocking::Client {
    fn twin(&self) -> blocking::Client {
        self.clone()
    }
}

fn blocking_twin(client: &impl Twin) -> blocking::Client {
    client.twin()
}

/// A duration that is written in seconds.
///
/// # Errors
///
/// When it is negative, or none.
pub fn seconds(number: f64) -> Result<Duration, String> {
    Duration::try_from_secs_f64(number).map_err(|error| format!("{number} seconds: {error}"))
}
