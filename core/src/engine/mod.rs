//! From a request to a result: credentials, attempts, waits, errors.

mod answer;
mod body;
mod flow;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzzing;
mod http;
mod prepare;
mod progress;
mod redact;
mod redirect;
mod retry;
mod retry_after;
mod sign;
pub(crate) mod transport;
mod trust;

use std::convert::Infallible;
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use reqwest::header::AUTHORIZATION;
use tokio::sync::watch;
use tracing::field::Empty;
use tracing::{Instrument, debug_span};

use crate::config::{Config, Settings};
use crate::credentials::Credentials;
use crate::error::{Error, ErrorKind, Result};
use crate::observe::Observer;
use crate::operation::{Host, Operation, Retry};
use crate::planned::PlannedRequest;
use crate::process::PerProcess;
use crate::request::Request;

pub(crate) use answer::{ApiResult, Unreadable};
use answer::{Verdict, judge};
use flow::Flow;
pub(crate) use http::{Network, Route};
use prepare::prepare;
use progress::Progress;
use redact::Redactor;
use retry::Class;
pub(crate) use retry_after::server_time;
use transport::{Chunks, HttpResponse, Opened, Transport};
pub(crate) use trust::Trust;
pub use trust::TrustStore;

/// Is shown a change.
pub(crate) type Preview = Arc<dyn Fn(&PlannedRequest) + Send + Sync>;

/// What all calls of a client share.
pub(crate) struct Engine {
    pub(crate) config: Config,
    pub(crate) credentials: Credentials,
    pub(crate) transport: Box<dyn Transport>,
    pub(crate) observer: Option<Arc<dyn Observer>>,
    /// Shown changes instead of having them sent.
    pub(crate) preview: Option<Preview>,
    flow: PerProcess<Flow>,
    closed: AtomicBool,
    /// Tells the calls of this process: a fork may happen while a thread is being told.
    closing: PerProcess<watch::Sender<bool>>,
}

impl Engine {
    pub(crate) fn new(
        config: Config,
        credentials: Credentials,
        transport: Box<dyn Transport>,
        observer: Option<Arc<dyn Observer>>,
    ) -> Self {
        Self {
            config,
            credentials,
            transport,
            observer,
            preview: None,
            flow: PerProcess::new(),
            closed: AtomicBool::new(false),
            closing: PerProcess::new(),
        }
    }

    /// Makes a call.
    pub(crate) async fn call<T: ApiResult>(
        self: &Arc<Self>,
        settings: &Settings,
        request: Request,
    ) -> Result<T> {
        let operation = request.operation;
        let span = debug_span!(
            "spice.request",
            operation = operation.id,
            method = operation.method.as_str(),
            path = operation.path,
            attempts = Empty,
            status = Empty,
            request_id = Empty,
            outcome = Empty,
        );
        let call = async {
            let prepared = prepare(&self.config, settings, &request).map_err(|error| error.of(operation))?;
            if let Some(preview) = self
                .preview
                .as_ref()
                .filter(|_| operation.retry != Retry::Safe && operation.host != Host::Portal)
            {
                preview(&prepared.planned(operation));
                return Err(
                    Error::new(ErrorKind::DryRun, "nothing was sent: this is a dry run").of(operation)
                );
            }
            Progress::new(self, settings, &request).run(prepared).await
        };
        self.unless_closed(call.instrument(span)).await.map_err(|error| {
            if error.kind() == ErrorKind::ClientClosed { error.of(operation) } else { error }
        })
    }

    /// Sends a request once, and gives the answer whatever it says.
    pub(crate) async fn look(
        self: &Arc<Self>,
        settings: &Settings,
        request: &Request,
    ) -> Result<HttpResponse> {
        self.unless_closed(self.exchanged(settings, request)).await
    }

    async fn exchanged(self: &Arc<Self>, settings: &Settings, request: &Request) -> Result<HttpResponse> {
        let mut prepared = prepare(&self.config, settings, request)?;
        let token = if prepared.signed { Some(self.token(settings).await?) } else { None };
        if let Some(token) = &token {
            prepared.http.headers.insert(AUTHORIZATION, token.header());
        }
        let sent = self.transport.send(prepared.http);
        let limit = settings.attempt_timeout;
        let redactor = Redactor::new(&prepared.secrets, token.as_ref().map(|token| token.secret()));
        let failed = |kind, message: String| Error::new(kind, redactor.clean(&message)).of(request.operation);
        match settings.pace.within(limit, sent).await {
            Some(answer) => answer.map_err(|failure| failed(failure.kind, failure.message)),
            None => Err(failed(ErrorKind::Timeout, format!("no answer within {limit:?}"))),
        }
    }

    /// Sends a request once, and gives the answer while it is still coming; what refuses it is an error.
    pub(crate) async fn open(self: &Arc<Self>, settings: &Settings, request: &Request) -> Result<Chunks> {
        let operation = request.operation;
        let prepared = prepare(&self.config, settings, request).map_err(|error| error.of(operation))?;
        let redactor = Redactor::new(&prepared.secrets, None);
        let failed = |kind, message: &str| Error::new(kind, redactor.clean(message)).of(operation);
        let limit = settings.attempt_timeout;
        let opening = settings.pace.within(limit, self.transport.open(prepared.http));
        let Some(opened) = self.unless_closed(async { Ok(opening.await) }).await? else {
            return Err(failed(ErrorKind::Timeout, &format!("no answer within {limit:?}")));
        };
        match opened.map_err(|failure| failed(failure.kind, &failure.message))? {
            Opened::Coming(chunks) => Ok(chunks),
            Opened::Whole(answer) => match judge::<()>(operation, &answer, redactor) {
                Verdict::Refused(error, _) => Err(error.of(operation)),
                Verdict::Result(()) => {
                    Err(failed(ErrorKind::DecodeError, "the answer does not come piece by piece"))
                }
            },
        }
    }

    /// The next piece of an answer that is coming.
    pub(crate) async fn chunk(
        &self,
        settings: &Settings,
        chunks: &mut Chunks,
        operation: &Operation,
    ) -> Result<Option<Bytes>> {
        let limit = settings.attempt_timeout;
        let coming = settings.pace.within(limit, chunks.next());
        let coming = self.unless_closed(async { Ok(coming.await) }).await?;
        let failed = |kind, message: String| Error::new(kind, message).of(operation);
        match coming {
            Some(chunk) => chunk.map_err(|failure| failed(failure.kind, failure.message)),
            None => Err(failed(ErrorKind::Timeout, format!("nothing came for {limit:?}"))),
        }
    }

    /// What comes of something, unless the client is closed first.
    async fn unless_closed<T>(&self, task: impl Future<Output = Result<T>>) -> Result<T> {
        let mut closed = self.closing().subscribe();
        tokio::select! {
            biased;
            _ = closed.wait_for(|closed| *closed) => {
                Err(Error::new(ErrorKind::ClientClosed, "the client is closed"))
            }
            result = task => result,
        }
    }

    /// Refuses what a request could not be sent with.
    pub(crate) fn check(&self, settings: &Settings, request: &Request) -> Result<()> {
        prepare(&self.config, settings, request).map(drop).map_err(|error| error.of(request.operation))
    }

    /// Takes a retry from the quota; says whether there was one.
    pub(crate) fn spend_retry(&self) -> bool {
        let flow = self.flow();
        let may = flow.may_retry(Class::Ambiguous);
        if may {
            flow.spend(Class::Ambiguous);
        }
        may
    }

    /// Ends every call, those that run and those to come.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        self.closing().send_replace(true);
    }

    fn closing(&self) -> Arc<watch::Sender<bool>> {
        let new = || Ok::<_, Infallible>(watch::Sender::new(self.closed.load(Ordering::SeqCst)));
        let Ok(closing) = self.closing.get(new);
        closing
    }

    /// The traffic of this process.
    fn flow(&self) -> Arc<Flow> {
        let Ok(flow) = self.flow.get(|| Ok::<_, Infallible>(Flow::new(self.config.max_in_flight)));
        flow
    }
}

#[cfg(test)]
pub(crate) mod tests;
#[cfg(test)]
mod vectors;
