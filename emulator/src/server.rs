//! The server: takes each request through host check, faults, the API or the administration, and the log.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::response::Response;
use axum::serve::ListenerExt;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::faults::{Action, Fired};
use crate::http::incoming::Incoming;
use crate::http::reply::Reply;
use crate::http::router::{self, Resolution};
use crate::http::{dispatch, host};
use crate::request_log::{RequestRecord, loggable_body, loggable_query};
use crate::world::Shared;
use crate::{admin, auth, clock};

/// Numbers answers of the administration and refusals, which must not use up the seeded request ids.
static UNLOGGED: AtomicU64 = AtomicU64::new(1);

/// Serves until `stop` says so or is dropped. Open connections end with the runtime.
pub(crate) async fn serve(listener: TcpListener, shared: Arc<Shared>, stop: oneshot::Receiver<()>) {
    let router = axum::Router::new().fallback(handle).with_state(shared);
    // Small answers must not wait for the acknowledgement of earlier ones.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    let serving = axum::serve(listener, router).into_future();
    tokio::select! {
        _ = serving => {}
        _ = stop => {}
    }
}

async fn handle(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let started = Instant::now();
    let (parts, body) = request.into_parts();
    if !host::is_local(&parts) {
        let message = "The Host header must name this machine's loopback address";
        return Reply::json(421, &json!({ "error": message })).into_response(&unlogged_id());
    }
    let incoming = Incoming::read(parts, body).await;
    if admin::owns(&incoming.path) {
        return guarded(|| admin::answer(&shared, &incoming)).into_response(&unlogged_id());
    }
    let (request_id, fired) = {
        let mut world = shared.world();
        (world.random.request_id(), world.faults.meet(&incoming.method, &incoming.path))
    };
    let resolution = router::resolve(&incoming.method, &incoming.path);
    let reply = answer(&shared, &resolution, &incoming, fired.as_ref()).await;
    record(&shared, &resolution, &incoming, &reply, &request_id, fired, started);
    reply.into_response(&request_id)
}

/// Answers as the fault wants it that the request has met, if any.
async fn answer(
    shared: &Shared,
    resolution: &Resolution,
    incoming: &Incoming,
    fired: Option<&Fired>,
) -> Reply {
    let as_usual = || guarded(|| dispatch::answer(shared, resolution, incoming));
    match fired.map(|fired| &fired.action) {
        None => as_usual(),
        Some(Action::Status { status, body, headers }) => {
            let body = body.clone().unwrap_or_else(|| json!({ "error": "Injected fault" }));
            let reply = Reply::json(*status, &body);
            headers.iter().fold(reply, |reply, (name, value)| reply.header(name, value))
        }
        Some(Action::HtmlPage { status }) => {
            let page = format!("<!DOCTYPE html>\n<html><body><h1>{status}</h1></body></html>\n");
            Reply::text(*status, "text/html; charset=utf-8", page)
        }
        Some(Action::Delay { ms }) => {
            tokio::time::sleep(Duration::from_millis(*ms)).await;
            as_usual()
        }
        Some(Action::BadJson) => as_usual().cut_short(),
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

fn record(
    shared: &Shared,
    resolution: &Resolution,
    incoming: &Incoming,
    reply: &Reply,
    request_id: &str,
    fired: Option<Fired>,
    started: Instant,
) {
    let (at, token) = {
        let world = shared.world();
        (clock::rfc3339(world.clock.now()), auth::label(&world.state, incoming.authorization.as_deref()))
    };
    let body = incoming.body().map(|body| loggable_body(resolution.operation(), body)).unwrap_or_default();
    shared.log().push(RequestRecord {
        seq: 0,
        at,
        method: incoming.method.clone(),
        path: incoming.path.clone(),
        query: incoming.query.as_deref().map(loggable_query),
        template: resolution.template().map(str::to_owned),
        operation: resolution.operation().map(|operation| operation.id().to_owned()),
        status: reply.status,
        duration_us: u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX),
        token,
        request_id: request_id.to_owned(),
        fault: fired.map(|fired| fired.id),
        body,
    });
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
