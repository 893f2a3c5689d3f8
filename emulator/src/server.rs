//! The server: takes each request through host check, faults, the API or the administration, and the log.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::Method;
use axum::response::Response;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::faults::{Action, Fired, When};
use crate::http::incoming::Incoming;
use crate::http::line::{Cut, Lines};
use crate::http::reply::Reply;
use crate::http::router::{self, Resolution};
use crate::http::{dispatch, host};
use crate::request_log::{RequestRecord, loggable_body, loggable_query};
use crate::shared::Shared;
use crate::{admin, auth, clock};

/// Numbers answers of the administration and refusals, which must not use up the seeded request ids.
static UNLOGGED: AtomicU64 = AtomicU64::new(1);

/// Serves until `stop` says so or is dropped. Open connections end with the runtime.
pub(crate) async fn serve(listener: TcpListener, shared: Arc<Shared>, stop: oneshot::Receiver<()>) {
    let router = axum::Router::new().fallback(handle).with_state(shared);
    let service = router.into_make_service_with_connect_info::<Cut>();
    let serving = axum::serve(Lines(listener), service).into_future();
    tokio::select! {
        _ = serving => {}
        _ = stop => {}
    }
}

async fn handle(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(connection): ConnectInfo<Cut>,
    request: Request,
) -> Response {
    let started = Instant::now();
    let (parts, body) = request.into_parts();
    if !host::is_local(&parts) {
        let message = "The Host header must name this machine's loopback address";
        return Reply::json(421, &json!({ "error": message })).into_response(&unlogged_id());
    }
    let reads = matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
    if host::is_from_elsewhere(&parts) && (!reads || admin::owns(parts.uri.path())) {
        let message = "Web pages from elsewhere may not change the emulator";
        return Reply::json(403, &json!({ "error": message })).into_response(&unlogged_id());
    }
    let incoming = Incoming::read(parts, body).await;
    if admin::owns(&incoming.path) {
        return guarded(|| admin::answer(&shared, &incoming)).into_response(&unlogged_id());
    }
    let (request_id, fired) = {
        let world = &mut *shared.world();
        let fired = world.faults.meet(&mut world.random, &incoming.method, &incoming.path);
        (world.random.request_id(), fired)
    };
    let resolution = router::resolve(&incoming.method, &incoming.path);
    let id = request_id.clone();
    let clock = Arc::clone(&shared);
    let told = AtomicBool::new(false);
    let exchange = Arc::new(Exchange { shared, resolution, incoming, request_id, fired, started, told });
    let reply = if exchange.fired.is_some() {
        let waiting = Waiting(Arc::clone(&exchange));
        // As a task of its own: a client that gives up meanwhile does not stop a server.
        let reply = tokio::spawn(exchange.run()).await.ok().flatten();
        drop(waiting);
        reply
    } else {
        exchange.run().await
    };
    let now = clock.world().clock.now();
    reply.map_or_else(
        || {
            connection.now();
            Response::default()
        },
        |reply| reply.dated(now).into_response(&id),
    )
}

/// A request on its way to an answer.
struct Exchange {
    shared: Arc<Shared>,
    resolution: Resolution,
    incoming: Incoming,
    request_id: String,
    fired: Option<Fired>,
    started: Instant,
    /// There is a record of it.
    told: AtomicBool,
}

/// A client that waits for its answer. Whoever closes the connection before drops this.
struct Waiting(Arc<Exchange>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.record(None, true);
    }
}

impl Exchange {
    /// Answers, as the fault wants it that the request has met, and keeps a record. Nothing when the connection is to
    /// be closed without an answer.
    async fn run(self: Arc<Self>) -> Option<Reply> {
        let reply = match self.fired.as_ref().map(|fired| &fired.action) {
            None => Some(self.commit()),
            Some(action) => self.faulty(action).await,
        };
        self.record(reply.as_ref().map(|reply| reply.status), false);
        reply
    }

    async fn faulty(&self, action: &Action) -> Option<Reply> {
        Some(match action {
            Action::Status { status, body, text, headers, after_commit } => {
                if *after_commit {
                    self.commit();
                }
                let reply = match (text, body) {
                    (Some(text), _) => Reply::text(*status, "text/plain; charset=utf-8", text.clone()),
                    (None, Some(body)) => Reply::json(*status, body),
                    (None, None) => Reply::json(*status, &json!({ "error": "Injected fault" })),
                };
                headers.iter().fold(reply, |reply, (name, value)| reply.header(name, value))
            }
            Action::HtmlPage { status } => {
                let page = format!("<!DOCTYPE html>\n<html><body><h1>{status}</h1></body></html>\n");
                Reply::text(*status, "text/html; charset=utf-8", page)
            }
            Action::Delay { ms, when: When::Before } => {
                tokio::time::sleep(Duration::from_millis(*ms)).await;
                self.commit()
            }
            Action::Delay { ms, when: When::After } => {
                let reply = self.commit();
                tokio::time::sleep(Duration::from_millis(*ms)).await;
                reply
            }
            Action::BadJson => self.commit().cut_short(),
            Action::DropBeforeCommit => return None,
            Action::DropAfterCommit => {
                self.commit();
                return None;
            }
        })
    }

    /// Carries the request out, as it is without a fault.
    fn commit(&self) -> Reply {
        guarded(|| dispatch::answer(&self.shared, &self.resolution, &self.incoming))
    }

    /// Keeps a record, once. `status` is nothing when there was no answer.
    fn record(&self, status: Option<u16>, client_left: bool) {
        if self.told.swap(true, Ordering::Relaxed) {
            return;
        }
        let incoming = &self.incoming;
        let operation = self.resolution.operation();
        let (at, token) = {
            let world = self.shared.world();
            let label = auth::label(&world.state, incoming.authorization.as_deref());
            (clock::rfc3339(world.clock.now()), label)
        };
        let body = incoming.body().map(|body| loggable_body(operation, body)).unwrap_or_default();
        self.shared.log().push(RequestRecord {
            seq: 0,
            at,
            method: incoming.method.clone(),
            path: incoming.path.clone(),
            query: incoming.query.as_deref().map(loggable_query),
            template: self.resolution.template().map(str::to_owned),
            operation: operation.map(|operation| operation.id().to_owned()),
            status: status.unwrap_or_default(),
            duration_us: u64::try_from(self.started.elapsed().as_micros()).unwrap_or(u64::MAX),
            token,
            request_id: self.request_id.clone(),
            fault: self.fired.as_ref().map(|fired| fired.id.clone()),
            client_left,
            body,
        });
    }
}

fn unlogged_id() -> String {
    format!("req_admin_{:06}", UNLOGGED.fetch_add(1, Ordering::Relaxed))
}

/// Turns a panic into a 500, so that a mistake in one rule does not end the connection.
fn guarded(work: impl FnOnce() -> Reply) -> Reply {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Reply::json(500, &json!({ "error": "Internal server error" })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_answer() {
        assert_eq!(guarded(|| panic!("a mistake")).status, 500);
        assert_eq!(guarded(Reply::empty).status, 204);
    }
}
