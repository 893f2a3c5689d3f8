//! What signs requests: a token that is given, or one that is fetched and renewed.

mod cache;
mod claims;
mod lifetime;
mod provider;
mod token;

use std::sync::Arc;

use crate::process::PerProcess;
use crate::wire::Secret;

pub(crate) use cache::{Cache, Fetched};
pub(crate) use claims::{Claims, claims, grant};
pub(crate) use lifetime::expires_in;
pub use provider::{Provided, ProvidedToken, TokenProvider};
pub(crate) use token::Token;

/// What signs the requests of a client.
pub(crate) enum Credentials {
    /// A token that stays as it is.
    Fixed(Arc<Token>),
    /// Tokens that are fetched, and renewed before they expire.
    Renewed { source: Source, cache: PerProcess<Arc<Cache>> },
}

/// Where tokens come from.
#[derive(Clone)]
pub(crate) enum Source {
    /// Client credentials, exchanged at the token endpoint.
    Client { id: String, secret: Secret, scope: Option<String> },
    /// Somebody who is asked.
    Provider(Arc<dyn TokenProvider>),
    /// The host of the call that needs it.
    Host,
}

impl Credentials {
    pub(crate) fn renewed(source: Source) -> Self {
        Self::Renewed { source, cache: PerProcess::new() }
    }
}
