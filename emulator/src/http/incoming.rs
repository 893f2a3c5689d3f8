//! A request as the rest of the crate sees it: read to its end, with the headers that matter.

use axum::body::{Body, Bytes};
use axum::http::request::Parts;

use crate::errors::ApiFailure;

/// The largest body that is taken.
const LIMIT: usize = 1024 * 1024;

/// How much of a body that is too large is read and thrown away: a client that is cut off while it still sends may
/// never see the answer.
const DRAIN: usize = 16 * LIMIT;

#[derive(Clone)]
pub(crate) struct Incoming {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: Option<String>,
    pub(crate) authorization: Option<String>,
    /// The key of a runtime.
    pub(crate) api_key: Option<String>,
    pub(crate) org: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) accept: Option<String>,
    pub(crate) body: Result<Bytes, ApiFailure>,
}

impl Incoming {
    pub(crate) async fn read(parts: Parts, body: Body) -> Self {
        // A header that is not text is there all the same, and wrong.
        let header =
            |name: &str| parts.headers.get(name).map(|value| value.to_str().unwrap_or_default().to_owned());
        Self {
            method: parts.method.as_str().to_owned(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().map(str::to_owned),
            authorization: header("authorization"),
            api_key: header("x-api-key"),
            org: header("x-org-name"),
            content_type: header("content-type"),
            accept: header("accept"),
            body: read_body(body).await,
        }
    }

    /// The body, or why it was not taken.
    pub(crate) fn body(&self) -> Result<&[u8], ApiFailure> {
        self.body.as_deref().map_err(Clone::clone)
    }
}

async fn read_body(body: Body) -> Result<Bytes, ApiFailure> {
    let too_large = || ApiFailure::new(413, "Request body is larger than 1 MiB");
    match axum::body::to_bytes(body, DRAIN).await {
        Ok(bytes) if bytes.len() > LIMIT => Err(too_large()),
        Ok(bytes) => Ok(bytes),
        Err(error) => {
            // The only error of ours in the chain is the limit; all others come from the connection.
            let source = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
            let limit = source.contains("length limit");
            Err(if limit { too_large() } else { ApiFailure::new(400, "Request body could not be read") })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn status(length: usize) -> Option<u16> {
        read_body(Body::from(vec![b' '; length])).await.err().map(|failure| failure.status)
    }

    #[tokio::test]
    async fn bodies_over_the_limit_are_refused() {
        assert_eq!(status(LIMIT).await, None);
        assert_eq!(status(LIMIT + 1).await, Some(413));
        assert_eq!(status(DRAIN + 1).await, Some(413));
    }
}
