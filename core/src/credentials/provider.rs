//! Tokens from somebody who is asked.

use std::error::Error as StdError;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use crate::wire::Secret;

/// A token that a [`TokenProvider`] gives.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ProvidedToken {
    /// The token.
    pub token: Secret,
    /// How long it is valid. Without it the provider is asked for every call.
    pub expires_in: Option<Duration>,
}

impl ProvidedToken {
    /// A token that is asked for anew for every call.
    pub fn new(token: impl Into<Secret>) -> Self {
        Self { token: token.into(), expires_in: None }
    }

    /// Says how long it is valid, so that it is kept that long.
    #[must_use]
    pub fn expires_in(mut self, lifetime: Duration) -> Self {
        self.expires_in = Some(lifetime);
        self
    }
}

/// What a [`TokenProvider`] gives: a token, or why there is none, of which only the text is used.
pub type Provided = Pin<Box<dyn Future<Output = Result<ProvidedToken, BoxedError>> + Send>>;
type BoxedError = Box<dyn StdError + Send + Sync>;

/// Gives tokens when they are needed: at the first call, before one expires, and once after a 401.
///
/// Implemented by closures that give a future:
///
/// ```
/// use spice_cloud::{Client, ProvidedToken};
///
/// let client = Client::builder()
///     .token_provider(|| async { Ok(ProvidedToken::new("token-from-somewhere")) })
///     .build()?;
/// # Ok::<(), spice_cloud::Error>(())
/// ```
pub trait TokenProvider: Send + Sync {
    /// Gives a token that is valid now.
    fn token(&self) -> Provided;
}

impl<F, A> TokenProvider for F
where
    F: Fn() -> A + Send + Sync,
    A: Future<Output = Result<ProvidedToken, BoxedError>> + Send + 'static,
{
    fn token(&self) -> Provided {
        Box::pin(self())
    }
}
