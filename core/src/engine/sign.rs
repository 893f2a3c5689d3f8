//! Signing requests: the present token, and a new one when the server refuses it.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::SystemTime;

use tokio::time::Instant;

use super::Engine;
use crate::config::Settings;
use crate::conversation::{Answer, Conversation, Step};
use crate::credentials::{Cache, Credentials, Fetched, Source, Token, expires_in};
use crate::error::{Error, ErrorKind, Result};
use crate::generated::models::OAuthToken;
use crate::generated::operations::OAUTH_TOKEN;
use crate::observe::TokenReport;
use crate::pending::Pending;
use crate::request::Request;
use crate::wire::Secret;

impl Engine {
    /// The token, when it always stays the same.
    pub(super) fn fixed_token(&self) -> Option<Arc<Token>> {
        match &self.credentials {
            Credentials::Fixed(token) => Some(Arc::clone(token)),
            Credentials::Renewed { .. } => None,
        }
    }

    /// A token that is valid now.
    pub(crate) async fn token(self: &Arc<Self>, settings: &Settings) -> Result<Arc<Token>> {
        match &self.credentials {
            Credentials::Fixed(token) => Ok(Arc::clone(token)),
            Credentials::Renewed { .. } => self.cache(settings).get(|| self.fetch(settings)).await,
        }
    }

    /// A token in place of one that the server refused; nothing when there can be no other.
    pub(super) async fn renewed(
        self: &Arc<Self>,
        settings: &Settings,
        refused: &Arc<Token>,
    ) -> Option<Result<Arc<Token>>> {
        match &self.credentials {
            Credentials::Fixed(_) => None,
            Credentials::Renewed { .. } => {
                Some(self.cache(settings).renew(refused, || self.fetch(settings)).await)
            }
        }
    }

    fn cache(&self, settings: &Settings) -> Arc<Cache> {
        let new = || Cache::new(settings.pace, SystemTime::now);
        match &self.credentials {
            Credentials::Fixed(_) => new(),
            Credentials::Renewed { cache, .. } => {
                let Ok(cache) = cache.get(|| Ok::<_, Infallible>(new()));
                Arc::clone(&cache)
            }
        }
    }

    /// Fetches a token from where tokens come from, and tells the observer what came of it.
    fn fetch(self: &Arc<Self>, settings: &Settings) -> Pending<Fetched> {
        let fetching = self.fetching(settings);
        let (engine, pace) = (Arc::clone(self), settings.pace);
        Pending::new(async move {
            let began = Instant::now();
            let fetched = fetching.await;
            if let Some(observer) = &engine.observer {
                let error = fetched.as_ref().err().map(Error::kind);
                observer.on_token(&TokenReport { error, took: pace.since(began) });
            }
            fetched
        })
    }

    fn fetching(self: &Arc<Self>, settings: &Settings) -> Pending<Fetched> {
        match &self.credentials {
            Credentials::Renewed { source: Source::Client { id, secret, scope }, .. } => {
                let request = exchange(id, secret, scope.as_deref());
                let (engine, settings) = (Arc::clone(self), settings.clone());
                Pending::new(async move {
                    let answer: OAuthToken = engine.call(&settings, request).await?;
                    Ok(Fetched {
                        lifetime: Some(expires_in(answer.expires_in.as_ref())),
                        token: answer.access_token,
                    })
                })
            }
            Credentials::Renewed { source: Source::Provider(provider), .. } => {
                let asked = provider.token();
                Pending::new(async move {
                    let answer = asked.await.map_err(|error| {
                        Error::new(ErrorKind::ConfigError, format!("the token provider failed: {error}"))
                    })?;
                    Ok(Fetched { token: answer.token, lifetime: answer.expires_in })
                })
            }
            Credentials::Renewed { source: Source::Host, .. } => {
                let conversation = Conversation::current();
                Pending::new(async move { from_host(conversation).await })
            }
            Credentials::Fixed(token) => {
                let fetched = Fetched { token: token.secret().clone(), lifetime: None };
                Pending::new(async move { Ok(fetched) })
            }
        }
    }
}

/// Asks the host of the call that is running here.
async fn from_host(conversation: Option<Arc<Conversation>>) -> Result<Fetched> {
    let wrong = |message: String| Error::new(ErrorKind::ConfigError, message);
    let conversation = conversation.ok_or_else(|| wrong("there is no host to ask for a token".to_owned()))?;
    match conversation.ask(Step::NeedToken).await? {
        Answer::Token(answer) => Ok(Fetched { token: answer.token, lifetime: answer.expires_in }),
        Answer::Failed(words) => Err(wrong(format!("the token provider failed: {words}"))),
        Answer::Value(_) => Err(wrong("the token provider gave no token".to_owned())),
    }
}

fn exchange(id: &str, secret: &Secret, scope: Option<&str>) -> Request {
    let request = Request::new(&OAUTH_TOKEN)
        .field::<String>("grant_type", "client_credentials")
        .field::<String>("client_id", id)
        .field::<Secret>("client_secret", secret);
    match scope {
        Some(scope) => request.field::<String>("scope", scope),
        None => request,
    }
}
