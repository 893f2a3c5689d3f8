//! The runtimes of apps: the data plane, beside the control plane that the rest of the SDK talks to.

mod host;
mod keys;
mod metrics;
mod sse;
mod stream;

use std::fmt;

use bytes::Bytes;
use serde_json::Value;
use url::Url;

use crate::client::Client;
use crate::config::base_url;
use crate::engine::transport::HttpResponse;
use crate::engine::{ApiResult, Unreadable};
use crate::error::{Error, ErrorKind, Result};
use crate::generated::inputs::AppId;
use crate::generated::models::App;
use crate::meta::Meta;
use crate::operation::{Evidence, Host, Method, Operation, Retry};
use crate::request::Request;
use crate::wire::Secret;

pub(crate) use keys::Doors;
pub(crate) use metrics::samples;
pub use stream::Streamed;
pub(crate) use stream::{Coming, Source, chat};

/// Whose runtime is called: an app's, with its key fetched when it is needed, or that of a key.
///
/// ```
/// use spice_cloud::{RuntimeTarget, Secret};
///
/// let by_app = RuntimeTarget::from(42);
/// let by_key = RuntimeTarget::from(Secret::from("key")).url("https://us-east-1-prod-aws-data.spiceai.io");
/// ```
#[derive(Clone)]
pub struct RuntimeTarget {
    of: Of,
    url: Option<String>,
}

#[derive(Clone)]
enum Of {
    App(AppId),
    Key(Secret),
}

impl RuntimeTarget {
    /// Where the runtime is, instead of where the app's region says.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}

impl<T: Into<AppId>> From<T> for RuntimeTarget {
    fn from(app: T) -> Self {
        Self { of: Of::App(app.into()), url: None }
    }
}

impl From<Secret> for RuntimeTarget {
    fn from(key: Secret) -> Self {
        Self { of: Of::Key(key), url: None }
    }
}

impl fmt::Debug for RuntimeTarget {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("RuntimeTarget");
        match &self.of {
            Of::App(app) => shown.field("app", &app.get()),
            Of::Key(key) => shown.field("key", key),
        };
        shown.field("url", &self.url).finish()
    }
}

/// Where a runtime is, and the key to it.
#[derive(Clone)]
pub(crate) struct Door {
    pub(crate) url: Url,
    pub(crate) key: Secret,
}

/// How a request to a runtime differs from one to the API.
#[derive(Clone)]
pub(crate) struct ToRuntime {
    pub(crate) door: Door,
    /// A body that is text.
    pub(crate) text: Option<String>,
    pub(crate) accept: &'static str,
}

/// What a runtime answers, as it came.
pub(crate) struct RuntimeAnswer {
    pub(crate) status: u16,
    pub(crate) body: Bytes,
    pub(crate) meta: Meta,
}

impl ApiResult for RuntimeAnswer {
    fn read(_operation: &Operation, answer: &HttpResponse) -> Result<Self, Unreadable> {
        Ok(Self { status: answer.status, body: answer.body.clone(), meta: Meta::default() })
    }

    fn stamp(&mut self, meta: &Meta) {
        self.meta = meta.clone();
    }

    fn told(&self) -> Meta {
        self.meta.clone()
    }
}

impl RuntimeAnswer {
    /// The text of the answer.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The answer as JSON, or an error that says whose answer it was.
    pub(crate) fn json(&self, operation: &Operation) -> Result<Value> {
        Unreadable::json(&self.body).map_err(|unreadable| {
            let message = format!("the runtime's answer {}", unreadable.message);
            Error::new(ErrorKind::DecodeError, message).of(operation)
        })
    }
}

/// An operation of a runtime.
pub(crate) const fn operation(
    id: &'static str,
    method: Method,
    path: &'static str,
    retry: Retry,
) -> Operation {
    Operation {
        id,
        method,
        path,
        scope: None,
        retry,
        host: Host::Runtime,
        evidence: Evidence::OfficialDocs,
        authenticated: false,
        path_params: &[],
        body: &[],
        query: &[],
        body_required: true,
        envelope: &[],
        max_page_size: None,
        calls: &[],
    }
}

impl Client {
    /// Sends a request to a runtime. An app's key that is refused may have been replaced since it was fetched: then it is fetched
    /// anew, once.
    pub(crate) async fn to_runtime(
        &self,
        target: &RuntimeTarget,
        request: Request,
        text: Option<String>,
        accept: &'static str,
    ) -> Result<RuntimeAnswer> {
        let door = self.door(target).await?;
        let to = |door: &Door| ToRuntime { door: door.clone(), text: text.clone(), accept };
        let answer = self.send(Request { runtime: Some(to(&door)), ..request.clone() }).await;
        match answer {
            Err(error) => match self.newer_door(target, &door, &error).await? {
                Some(newer) => self.send(Request { runtime: Some(to(&newer)), ..request }).await,
                None => Err(error),
            },
            answer => answer,
        }
    }

    /// Where the runtime is, and the key to it.
    pub(crate) async fn door(&self, target: &RuntimeTarget) -> Result<Door> {
        let given = target.url.as_deref().map(|url| self.runtime_url(url)).transpose()?;
        match &target.of {
            Of::Key(key) => {
                let url = given.map_or_else(|| host::of_a_key(&self.config().base_url), Ok)?;
                Ok(Door { url, key: key.clone() })
            }
            Of::App(app) => {
                let Door { url, key } = self.doors().of(self, *app).await?;
                Ok(Door { url: given.unwrap_or(url), key })
            }
        }
    }

    /// Another key than the one that was refused, if the app has one.
    pub(crate) async fn newer_door(
        &self,
        target: &RuntimeTarget,
        refused: &Door,
        error: &Error,
    ) -> Result<Option<Door>> {
        let (Of::App(app), ErrorKind::AuthenticationError) = (&target.of, error.kind()) else {
            return Ok(None);
        };
        self.doors().forget(*app, &refused.key);
        let newer = self.door(target).await?;
        Ok((newer.key != refused.key).then_some(newer))
    }

    /// A runtime's address as people give it: a key is sent there.
    fn runtime_url(&self, url: &str) -> Result<Url> {
        let allows_http = self.config().base_url.scheme() == "http";
        base_url(url, allows_http).map_err(|error| {
            let message = error.message().replacen("base_url", "url", 1);
            Error::new(ErrorKind::ConfigError, message)
        })
    }
}

/// Where the runtime of an app is.
fn address(client: &Client, app: &App) -> Result<Url> {
    host::of_an_app(&client.config().base_url, app)
}

#[cfg(test)]
mod tests;
