//! Requests over the network, by reqwest.

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use bytes::{Bytes, BytesMut};
use url::Url;

use super::retry::Class;
use super::transport::{HttpRequest, HttpResponse, Sending, Transport, TransportFailure};
use crate::error::ErrorKind;
use crate::operation::Method;

/// Larger answers are an error: no answer of this API comes near.
const LARGEST_ANSWER: usize = 8 * 1024 * 1024;
/// Of an error's body no more is read than this.
const LARGEST_ERROR: usize = 64 * 1024;
/// Kept-alive connections are given up before servers usually close them.
const IDLE: Duration = Duration::from_secs(15);
const MOST_IDLE: usize = 32;
/// More pools than this means that runtimes come and go; the oldest are of no more use.
const MOST_POOLS: usize = 8;

/// The pool of one process and one runtime: a connection belongs to the runtime that opened it, and to the process.
#[derive(Clone)]
struct Pool {
    process: u32,
    runtime: tokio::runtime::Id,
    client: reqwest::Client,
}

/// Carries requests over the network.
pub(crate) struct Network {
    connect_timeout: Duration,
    user_agent: String,
    /// Plain http needs no trust roots, and loopback no proxy.
    secure: bool,
    loopback: bool,
    pools: ArcSwap<Vec<Pool>>,
}

impl Network {
    pub(crate) fn new(base: &Url, connect_timeout: Duration, user_agent: String) -> Self {
        Self {
            connect_timeout,
            user_agent,
            secure: base.scheme() == "https",
            loopback: crate::config::is_loopback(base),
            pools: ArcSwap::default(),
        }
    }

    fn client(&self) -> Result<reqwest::Client, TransportFailure> {
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            return Err(failure(
                ErrorKind::ConfigError,
                Class::Final,
                "an asynchronous call needs a tokio runtime; use `blocking::Client` outside of one"
                    .to_owned(),
            ));
        };
        let (process, runtime) = (std::process::id(), runtime.id());
        let pools = self.pools.load();
        if let Some(pool) = pools.iter().find(|pool| pool.process == process && pool.runtime == runtime) {
            return Ok(pool.client.clone());
        }
        let client = self.build().map_err(|error| {
            failure(
                ErrorKind::ConfigError,
                Class::Final,
                format!("the HTTP client cannot be built: {}", causes(&error)),
            )
        })?;
        let mut kept: Vec<Pool> = pools.iter().filter(|pool| pool.process == process).cloned().collect();
        if kept.len() >= MOST_POOLS {
            kept.remove(0);
        }
        kept.push(Pool { process, runtime, client: client.clone() });
        let before = self.pools.swap(Arc::new(kept));
        if before.iter().any(|pool| pool.process != process) {
            // After a fork: the connections are the parent's, and the threads that would close them are not here.
            std::mem::forget(before);
        }
        Ok(client)
    }

    fn build(&self) -> reqwest::Result<reqwest::Client> {
        if rustls::crypto::CryptoProvider::get_default().is_none() {
            // Another thread may be first; then its provider serves as well.
            let _ = rustls::crypto::ring::default_provider().install_default();
        }
        if !self.secure {
            return self.builder().tls_certs_only([]).build();
        }
        let platform = self.builder().https_only(true).build();
        // Slim containers have no trust roots: then those that come with the SDK serve.
        platform.or_else(|_| self.builder().https_only(true).tls_certs_only(bundled_roots()).build())
    }

    fn builder(&self) -> reqwest::ClientBuilder {
        let builder = reqwest::Client::builder()
            .user_agent(&self.user_agent)
            .connect_timeout(self.connect_timeout)
            .pool_idle_timeout(IDLE)
            .pool_max_idle_per_host(MOST_IDLE)
            .redirect(reqwest::redirect::Policy::none())
            // The engine decides what is sent again.
            .retry(reqwest::retry::never())
            .referer(false);
        if self.loopback { builder.no_proxy() } else { builder }
    }
}

fn bundled_roots() -> Vec<reqwest::Certificate> {
    let roots = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter();
    roots.filter_map(|root| reqwest::Certificate::from_der(root).ok()).collect()
}

impl Transport for Network {
    fn send(&self, request: HttpRequest) -> Sending<'_> {
        Box::pin(async move {
            let client = self.client()?;
            let mut sending = client.request(method(request.method), request.url).headers(request.headers);
            if let Some(body) = request.body {
                sending = sending.body(body);
            }
            let response = sending.send().await.map_err(|error| classify(&error))?;
            let (status, headers) = (response.status().as_u16(), response.headers().clone());
            let body = read(response, status).await?;
            Ok(HttpResponse { status, headers, body })
        })
    }
}

async fn read(mut response: reqwest::Response, status: u16) -> Result<Bytes, TransportFailure> {
    let refused = status >= 400;
    let limit = if refused { LARGEST_ERROR } else { LARGEST_ANSWER };
    let mut body = BytesMut::new();
    loop {
        let chunk = match response.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => return Ok(body.freeze()),
            // The status of a refusal says enough, even when its words break off.
            Err(_) if refused => return Ok(body.freeze()),
            Err(error) => return Err(classify(&error)),
        };
        let room = limit - body.len();
        if chunk.len() > room {
            if refused {
                body.extend_from_slice(&chunk[..room]);
                return Ok(body.freeze());
            }
            let message = format!("the answer is larger than {LARGEST_ANSWER} bytes");
            return Err(failure(ErrorKind::ResponseTooLarge, Class::Final, message));
        }
        body.extend_from_slice(&chunk);
    }
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

/// What a failure of reqwest means. Its own text is not used: it holds the whole address.
fn classify(error: &reqwest::Error) -> TransportFailure {
    let causes = causes(error);
    if let Some(tls) = cause::<rustls::Error>(error) {
        let message = format!("no secure connection: {tls}");
        return failure(ErrorKind::TlsError, Class::Final, message);
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
