//! The server: takes each request through host check, faults, the API or the administration, and the log.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::Method;
use axum::response::Response;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::exchange::{Exchange, Outgoing, Waiting};
use crate::http::incoming::Incoming;
use crate::http::line::{Delivery, Hand, Lines};
use crate::http::reply::Reply;
use crate::http::{host, router};
use crate::request_log::RequestRecord;
use crate::shared::Shared;
use crate::tls::Acceptor;
use crate::{admin, auth, clock};

/// Numbers answers of the administration and refusals, which must not use up the seeded request ids.
static UNLOGGED: AtomicU64 = AtomicU64::new(1);

/// Serves until `stop` says so or is dropped. Open connections end with the runtime.
pub(crate) async fn serve(
    listener: TcpListener,
    tls: Option<Acceptor>,
    shared: Arc<Shared>,
    stop: oneshot::Receiver<()>,
) {
    let router = axum::Router::new().fallback(handle).with_state(Arc::clone(&shared));
    let service = router.into_make_service_with_connect_info::<Hand>();
    let serving = axum::serve(Lines::new(listener, shared, tls), service).into_future();
    tokio::select! {
        _ = serving => {}
        _ = stop => {}
    }
}

pub(crate) async fn handle(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(connection): ConnectInfo<Hand>,
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
        let token = auth::label(&world.state, &incoming);
        let fired = world.faults.meet(&mut world.random, &incoming.method, &incoming.path, token.as_deref());
        (world.random.request_id(), fired)
    };
    let resolution = router::resolve(&incoming.method, &incoming.path);
    let id = request_id.clone();
    let clock = Arc::clone(&shared);
    let told = AtomicBool::new(false);
    let exchange = Arc::new(Exchange { shared, resolution, incoming, request_id, fired, started, told });
    let outgoing = if exchange.fired.is_some() || exchange.takes_long() {
        let waiting = Waiting(Arc::clone(&exchange));
        if exchange.hangs().await {
            // Until the client leaves.
            std::future::pending::<()>().await;
        }
        // As a task of its own: a client that gives up meanwhile does not stop a server.
        let outgoing = tokio::spawn(exchange.run()).await.ok();
        drop(waiting);
        outgoing
    } else {
        Some(exchange.run().await)
    };
    let now = clock.world().clock.now();
    let (reply, delivery) = match outgoing {
        Some(Outgoing { reply, delivery }) => (reply, delivery),
        // A mistake of ours: there is no answer.
        None => (None, Some(Delivery::Nothing { reset: false })),
    };
    if let Some(delivery) = delivery {
        connection.deliver(delivery);
    }
    reply.map_or_else(Response::default, |reply| reply.dated(now).into_response(&id))
}

/// Keeps a record of a connection that a fault has met: there was no request yet.
pub(crate) fn record_connection(shared: &Shared, fault: &str) {
    let at = clock::rfc3339(shared.world().clock.now());
    shared.log().push(RequestRecord::of_connection(at, fault.to_owned()));
}

fn unlogged_id() -> String {
    format!("req_admin_{:06}", UNLOGGED.fetch_add(1, Ordering::Relaxed))
}

/// Turns a panic into a 500, so that a mistake in one rule does not end the connection.
pub(crate) fn guarded(work: impl FnOnce() -> Reply) -> Reply {
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
