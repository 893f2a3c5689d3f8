//! Requests over the network, by reqwest.

use std::convert::Infallible;
use std::error::Error as StdError;
use std::future::Future;
use std::time::Duration;

use arc_swap::ArcSwap;
use bytes::Bytes;
use reqwest::header::HeaderMap;
use url::Url;

use super::body;
use super::redirect::PointsTo;
use super::retry::Class;
use super::transport::{
    Chunks, HttpRequest, HttpResponse, Opened, Opening, Piece, Pieces, Sending, Transport, TransportFailure,
};
use super::trust::Trust;
use crate::error::ErrorKind;
use crate::operation::Method;
use crate::process::PerProcess;

/// Kept-alive connections are given up before servers usually close them.
const IDLE: Duration = Duration::from_secs(15);
const MOST_IDLE: usize = 32;
/// More headers, or longer ones, are no answer of this API.
const MOST_HEADERS: usize = 100;
const LARGEST_HEADERS: u32 = 64 * 1024;
/// More pools than this means that runtimes come and go; the oldest are of no more use.
const MOST_POOLS: usize = 8;

/// The pools of one runtime: a connection belongs to the runtime that opened it.
#[derive(Clone)]
struct Pool {
    runtime: tokio::runtime::Id,
    /// Keeps connections open.
    kept: reqwest::Client,
    /// Opens one for each request: a kept one may be closing just now, and then nobody knows whether a change that
    /// was sent over it was carried out.
    fresh: reqwest::Client,
}

/// How the network is reached.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    pub(crate) connect_timeout: Duration,
    pub(crate) user_agent: String,
    pub(crate) trust: Trust,
    pub(crate) proxy: Option<Url>,
    /// Whether the API and the token endpoint are reached over TLS.
    pub(crate) tls: [bool; 2],
    /// Nothing leaves the machine, so that no proxy of the environment is asked.
    pub(crate) loopback: bool,
}

/// Carries requests over the network.
pub(crate) struct Network {
    route: Route,
    pools: PerProcess<ArcSwap<Vec<Pool>>>,
}

impl Network {
    pub(crate) fn new(route: Route) -> Self {
        Self { route, pools: PerProcess::new() }
    }

    fn pool(&self) -> Result<Pool, TransportFailure> {
        let Ok(runtime) = tokio::runtime::Handle::try_current().map(|handle| handle.id()) else {
            let message = "an asynchronous call needs a tokio runtime; use `blocking::Client` outside of one";
            return Err(failure(ErrorKind::ConfigError, Class::Final, message.to_owned()));
        };
        let Ok(pools) = self.pools.get(|| Ok::<_, Infallible>(ArcSwap::default()));
        if let Some(pool) = pools.load().iter().find(|pool| pool.runtime == runtime) {
            return Ok(pool.clone());
        }
        let built = |idle| {
            self.route.client(idle).map_err(|error| {
                let message = format!("the HTTP client cannot be built: {}", causes(&error));
                failure(ErrorKind::ConfigError, Class::Final, message)
            })
        };
        let pool = Pool { runtime, kept: built(MOST_IDLE)?, fresh: built(0)? };
        pools.rcu(|present| {
            let mut pools: Vec<Pool> =
                present.iter().filter(|other| other.runtime != runtime).cloned().collect();
            if pools.len() >= MOST_POOLS {
                pools.remove(0);
            }
            pools.push(pool.clone());
            pools
        });
        Ok(pool)
    }

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, TransportFailure> {
        let idle = request.idle;
        let mut response = self.begin(request).await?;
        let status = response.status().as_u16();
        let headers = std::mem::take(response.headers_mut());
        let points_to = PointsTo::read(response.url(), status, &headers);
        let body = read(response, status, &headers, idle).await?;
        Ok(HttpResponse { status, headers, body, points_to })
    }

    /// Sends a request; the head of its answer is there.
    async fn begin(&self, request: HttpRequest) -> Result<reqwest::Response, TransportFailure> {
        let pool = self.pool()?;
        let client = if request.fresh { &pool.fresh } else { &pool.kept };
        let mut sending = reqwest::Request::new(method(request.method), request.url);
        *sending.headers_mut() = request.headers;
        *sending.body_mut() = request.body.map(reqwest::Body::from);
        unless_idle(request.idle, client.execute(sending)).await?.map_err(|error| unanswered(&error))
    }
}

impl Route {
    fn client(&self, most_idle: usize) -> reqwest::Result<reqwest::Client> {
        if rustls::crypto::CryptoProvider::get_default().is_none() {
            // Another thread may be first; then its provider serves as well.
            let _ = rustls::crypto::ring::default_provider().install_default();
        }
        let proxy = self.proxy.as_ref().map(|proxy| reqwest::Proxy::all(proxy.as_str())).transpose()?;
        let builder = || {
            let builder = reqwest::Client::builder()
                .user_agent(&self.user_agent)
                .connect_timeout(self.connect_timeout)
                .pool_idle_timeout(IDLE)
                .pool_max_idle_per_host(most_idle)
                .http1_max_headers(MOST_HEADERS)
                .http2_max_header_list_size(LARGEST_HEADERS)
                .redirect(reqwest::redirect::Policy::none())
                // The engine decides what is sent again, and counts it: not even what the protocol calls safe is
                // repeated behind its back.
                .retry(reqwest::retry::never())
                .referer(false)
                .https_only(self.tls == [true, true]);
            match proxy.clone() {
                Some(proxy) => builder.no_proxy().proxy(proxy),
                None if self.loopback => builder.no_proxy(),
                None => builder,
            }
        };
        // Without TLS there is no trust to be set up.
        if self.tls == [false, false] {
            builder().tls_certs_only([]).build()
        } else {
            self.trust.build(builder)
        }
    }
}

impl Transport for Network {
    fn send(&self, request: HttpRequest) -> Sending<'_> {
        Box::pin(self.exchange(request))
    }

    fn open(&self, request: HttpRequest) -> Opening<'_> {
        Box::pin(async move {
            let idle = request.idle;
            let mut response = self.begin(request).await?;
            let status = response.status().as_u16();
            if response.status().is_success() {
                return Ok(Opened::Coming(Chunks(Box::new(Coming(response)))));
            }
            let headers = std::mem::take(response.headers_mut());
            let points_to = PointsTo::read(response.url(), status, &headers);
            let body = read(response, status, &headers, idle).await?;
            Ok(Opened::Whole(Box::new(HttpResponse { status, headers, body, points_to })))
        })
    }
}

/// An answer that is coming.
struct Coming(reqwest::Response);

impl Pieces for Coming {
    fn next(&mut self) -> Piece<'_> {
        Box::pin(async { self.0.chunk().await.map_err(|error| classify(&error)) })
    }
}

async fn read(
    mut response: reqwest::Response,
    status: u16,
    headers: &HeaderMap,
    idle: Option<Duration>,
) -> Result<Bytes, TransportFailure> {
    let mut reader = body::Reader::new(status, headers)?;
    loop {
        let chunk = unless_idle(idle, response.chunk()).await;
        let more = match chunk.and_then(|chunk| chunk.map_err(|error| classify(&error))) {
            Ok(Some(chunk)) => reader.push(&chunk)?,
            Ok(None) => false,
            // The status of a refusal says enough, even when its words break off or do not come.
            Err(_) if status >= 400 => false,
            Err(failure) => return Err(failure),
        };
        if !more {
            return reader.finish();
        }
    }
}

/// What comes, unless nothing comes for too long.
async fn unless_idle<T>(
    limit: Option<Duration>,
    coming: impl Future<Output = T>,
) -> Result<T, TransportFailure> {
    let Some(limit) = limit else { return Ok(coming.await) };
    tokio::time::timeout(limit, coming)
        .await
        .map_err(|_| failure(ErrorKind::Timeout, Class::Ambiguous, "nothing came for too long".to_owned()))
}

fn method(method: Method) -> reqwest::Method {
    match method {
        Method::Get => reqwest::Method::GET,
        Method::Post => reqwest::Method::POST,
        Method::Put => reqwest::Method::PUT,
        Method::Patch => reqwest::Method::PATCH,
        Method::Delete => reqwest::Method::DELETE,
    }
}

fn failure(kind: ErrorKind, class: Class, message: String) -> TransportFailure {
    TransportFailure { kind, class, message }
}

/// What a failure means when there was no answer at all.
fn unanswered(error: &reqwest::Error) -> TransportFailure {
    if was_not_taken(error) {
        let message = format!("the server did not take the request: {}", causes(error));
        return failure(ErrorKind::ConnectError, Class::NeverSent, message);
    }
    classify(error)
}

/// Whether it is certain that the server did not act. An answer that has begun says otherwise, whatever comes after.
fn was_not_taken(error: &(dyn StdError + 'static)) -> bool {
    // The connection ended before it took the request over.
    if cause::<hyper::Error>(error).is_some_and(hyper::Error::is_canceled) {
        return true;
    }
    // Both are promises of the server that nothing was done (RFC 9113, 8.7). A GOAWAY is the failure of those requests only
    // that came after the last one it names: h2 lets the others go on, or fail with the connection.
    cause::<h2::Error>(error).is_some_and(|error| {
        error.is_remote()
            && (error.is_go_away() || error.is_reset() && error.reason() == Some(h2::Reason::REFUSED_STREAM))
    })
}

/// What a failure of reqwest means. Its own text is not used: it holds the whole address.
fn classify(error: &reqwest::Error) -> TransportFailure {
    let causes = causes(error);
    // What breaks off later, by whatever error of TLS, may have been carried out.
    if let Some(tls) =
        cause::<rustls::Error>(error).filter(|tls| error.is_connect() || wants_certificate(tls))
    {
        return failure(ErrorKind::TlsError, Class::Final, format!("no secure connection: {tls}"));
    }
    if error.is_connect() {
        let kind = if causes.contains("proxy") || causes.contains("tunnel") {
            ErrorKind::ProxyError
        } else if error.is_timeout() {
            ErrorKind::Timeout
        } else {
            ErrorKind::ConnectError
        };
        return failure(kind, Class::NeverSent, format!("no connection: {causes}"));
    }
    if error.is_builder() || error.is_request() && causes.is_empty() {
        return failure(
            ErrorKind::InternalError,
            Class::Final,
            format!("the request cannot be built: {causes}"),
        );
    }
    let kind = if error.is_timeout() { ErrorKind::Timeout } else { ErrorKind::ConnectError };
    failure(
        kind,
        Class::Ambiguous,
        format!("the connection broke off before the answer was complete: {causes}"),
    )
}

/// Whether a server wants to know who its clients are. It says so after they have begun to write, and reads nothing of it.
fn wants_certificate(error: &rustls::Error) -> bool {
    matches!(error, rustls::Error::AlertReceived(rustls::AlertDescription::CertificateRequired))
}

/// The causes of an error without the error itself.
fn causes(error: &dyn StdError) -> String {
    let mut texts: Vec<String> = Vec::new();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        // Many layers repeat what they wrap.
        if !texts.iter().any(|seen| seen.contains(&text)) {
            texts.push(text);
        }
        cause = error.source();
    }
    texts.join(": ")
}

/// The first cause of a type, also where an I/O error hides it.
fn cause<'a, E: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a E> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref::<E>() {
            return Some(found);
        }
        let inner = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        if let Some(found) = inner.and_then(|inner| cause::<E>(inner)) {
            return Some(found);
        }
        next = error.source();
    }
    None
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    // The failures that servers make are in core/tests/http2.rs: only a connection can make them.
    #[test]
    fn only_a_word_of_the_server_says_that_nothing_was_done() {
        for reason in [h2::Reason::REFUSED_STREAM, h2::Reason::NO_ERROR] {
            assert!(!was_not_taken(&h2::Error::from(reason)), "{reason}");
            assert!(!was_not_taken(&io::Error::other(h2::Error::from(reason))), "{reason}");
        }
        assert!(!was_not_taken(&io::Error::from(io::ErrorKind::ConnectionReset)));
    }

    #[test]
    fn a_cause_is_found_behind_errors_of_io() {
        let hidden = io::Error::other(io::Error::other(h2::Error::from(h2::Reason::CANCEL)));
        let found = cause::<h2::Error>(&hidden).and_then(h2::Error::reason);
        assert_eq!(found, Some(h2::Reason::CANCEL));
        assert!(cause::<rustls::Error>(&hidden).is_none());
    }
}
