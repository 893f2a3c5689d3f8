//! Changes that are shown instead of sent.

use serde_json::Value;
use url::Url;

use crate::operation::Method;

/// A change that a client under [`dry_run`](crate::ClientBuilder::dry_run) would have sent. It holds no token and no
/// secret.
#[derive(Clone, Debug)]
pub struct PlannedRequest {
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Option<Value>,
}

impl PlannedRequest {
    /// The operation, such as `apps.create`; `request` for a raw request.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The HTTP method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// The whole address.
    pub fn url(&self) -> &str {
        self.url.as_str()
    }

    /// The headers, but for the token.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether it goes to an app's runtime, with an API key of the app instead of a token.
    pub fn is_for_a_runtime(&self) -> bool {
        self.operation.starts_with("runtime.")
    }

    /// The JSON body, with `[redacted]` in place of each secret; of a statement for a runtime, its text.
    pub fn body(&self) -> Option<&Value> {
        self.body.as_ref()
    }
}
