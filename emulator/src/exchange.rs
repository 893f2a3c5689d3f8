//! A request on its way to an answer, as the fault wants it that the request has met.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use axum::body::Bytes;
use serde_json::{Value, json};

use crate::faults::{Action, Fired, Then, When, mutate};
use crate::http::dispatch;
use crate::http::incoming::Incoming;
use crate::http::line::Delivery;
use crate::http::reply::{JSON, Reply};
use crate::http::router::Resolution;
use crate::operations::Operation;
use crate::request_log::{RequestRecord, loggable_body, loggable_query};
use crate::runtime::Route;
use crate::server::guarded;
use crate::shared::Shared;
use crate::{auth, clock};

/// A request on its way to an answer.
pub(crate) struct Exchange {
    pub(crate) shared: Arc<Shared>,
    pub(crate) resolution: Resolution,
    pub(crate) incoming: Incoming,
    pub(crate) request_id: String,
    pub(crate) fired: Option<Fired>,
    pub(crate) started: Instant,
    /// There is a record of it.
    pub(crate) told: AtomicBool,
}

/// A client that waits for its answer. Whoever closes the connection before drops this.
pub(crate) struct Waiting(pub(crate) Arc<Exchange>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.record(None, true);
    }
}

/// An answer, and how it leaves if not as usual. Without a reply there is none.
pub(crate) struct Outgoing {
    pub(crate) reply: Option<Reply>,
    pub(crate) delivery: Option<Delivery>,
}

impl Outgoing {
    fn nothing(reset: bool) -> Self {
        Self { reply: None, delivery: Some(Delivery::Nothing { reset }) }
    }

    fn instead(bytes: Vec<u8>, end: Duration) -> Self {
        Self { reply: None, delivery: Some(Delivery::Instead { bytes, end }) }
    }
}

impl From<Reply> for Outgoing {
    fn from(reply: Reply) -> Self {
        Self { reply: Some(reply), delivery: None }
    }
}

impl Reply {
    fn delivered(self, delivery: Delivery) -> Outgoing {
        Outgoing { reply: Some(self), delivery: Some(delivery) }
    }
}

impl Exchange {
    /// Answers, and keeps a record.
    pub(crate) async fn run(self: Arc<Self>) -> Outgoing {
        let outgoing = match self.fired.as_ref().map(|fired| &fired.action) {
            None => self.commit().await.into(),
            Some(action) => self.faulty(action).await,
        };
        self.record(outgoing.reply.as_ref().map(|reply| reply.status), false);
        outgoing
    }

    /// Whether it may keep its thread busy for longer than others should wait.
    pub(crate) fn takes_long(&self) -> bool {
        self.resolution.runtime_route() == Some(Route::Sql)
    }

    /// Whether it is never answered; what it changes is changed now.
    pub(crate) async fn hangs(self: &Arc<Self>) -> bool {
        let Some(Fired { action: Action::Hang { after_commit }, .. }) = &self.fired else { return false };
        if *after_commit {
            self.commit().await;
        }
        true
    }

    async fn faulty(self: &Arc<Self>, action: &Action) -> Outgoing {
        match action {
            Action::Status { after_commit: true, .. } | Action::EmptyResponse { after_commit: true } => {
                self.commit().await;
            }
            Action::Delay { ms, when: When::Before } => tokio::time::sleep(millis(*ms)).await,
            _ => {}
        }
        match action {
            Action::Status { status, body, text, headers, .. } => {
                let reply = match (text, body) {
                    (Some(text), _) => Reply::plain(*status, text.clone()),
                    (None, Some(body)) => Reply::json(*status, body),
                    (None, None) => Reply::json(*status, &json!({ "error": "Injected fault" })),
                };
                headers.iter().fold(reply, |reply, (name, value)| reply.header(name, value)).into()
            }
            Action::HtmlPage { status } => {
                let page = format!("<!DOCTYPE html>\n<html><body><h1>{status}</h1></body></html>\n");
                Reply::text(*status, "text/html; charset=utf-8", page).into()
            }
            Action::Redirect { to, status } => {
                Reply::json(*status, &json!({ "error": "Moved" })).header("location", to).into()
            }
            Action::Delay { ms, when } => {
                let reply = self.commit().await;
                if *when == When::After {
                    tokio::time::sleep(millis(*ms)).await;
                }
                reply.into()
            }
            Action::BadJson => self.commit().await.cut_short().into(),
            Action::WrongContentType { content_type } => {
                self.commit().await.header("content-type", content_type).into()
            }
            Action::ExtraFields => self.changed(mutate::extra_fields).await,
            Action::UnknownEnum => self.changed(mutate::unknown_enum).await,
            Action::NullFields => self.changed(mutate::null_fields).await,
            Action::StatusRegress => self.changed(mutate::status_regress).await,
            Action::ListLag { ms } => self.lagging(*ms).await,
            Action::Vanish => self.vanished().await,
            Action::HugeBody { bytes } => {
                self.commit().await;
                Reply::huge(*bytes).into()
            }
            Action::DeepJson { depth } => {
                self.commit().await;
                let body = format!("{}{}", "[".repeat(*depth), "]".repeat(*depth));
                Reply::text(200, JSON, body).into()
            }
            Action::GzipBomb { bytes } => {
                self.commit().await;
                Reply::bomb(*bytes).into()
            }
            Action::CommitTwice => {
                let reply = self.commit().await;
                self.commit().await;
                reply.into()
            }
            Action::StaleRead => self.stale().await,
            Action::ForeignWrite { body, then } => self.after_somebody_else(body.as_ref(), *then).await,
            _ => self.broken(action).await,
        }
    }

    /// An answer that does not come through as it should, or not at all.
    async fn broken(self: &Arc<Self>, action: &Action) -> Outgoing {
        match action {
            Action::DelayBody { ms } => self.commit().await.delivered(Delivery::Paused(millis(*ms))),
            Action::Dribble { bytes, ms } => {
                self.commit().await.delivered(Delivery::Drip { bytes: *bytes, each: millis(*ms) })
            }
            Action::ResetAfterHeaders => self.commit().await.delivered(Delivery::Part { body: 0 }),
            Action::ResetMidBody { bytes } => self.commit().await.delivered(Delivery::Part { body: *bytes }),
            Action::CloseIdle => self.commit().await.delivered(Delivery::Last),
            Action::Garbage { bytes } => {
                let noise = self.shared.world().random.fault_bytes(*bytes);
                Outgoing::instead(noise, Duration::ZERO)
            }
            Action::BadChunk => {
                let head = self.commit().await.head(&self.request_id, "transfer-encoding: chunked\r\n");
                Outgoing::instead(
                    [head.as_slice(), b"5\r\n{\"app\r\nnot a size\r\n"].concat(),
                    Duration::ZERO,
                )
            }
            Action::WrongLength { by } => {
                let reply = self.commit().await;
                let length = i64::try_from(reply.body().len()).unwrap_or(i64::MAX).saturating_add(*by).max(0);
                let head = reply.head(&self.request_id, &format!("content-length: {length}\r\n"));
                Outgoing::instead([head.as_slice(), reply.body()].concat(), Duration::ZERO)
            }
            Action::SlowClose { ms } => {
                let reply = self.commit().await;
                let head = reply.head(&self.request_id, "connection: close\r\n");
                Outgoing::instead([head.as_slice(), reply.body()].concat(), millis(*ms))
            }
            Action::DropBeforeCommit { reset } => Outgoing::nothing(*reset),
            Action::DropAfterCommit { reset } => {
                self.commit().await;
                Outgoing::nothing(*reset)
            }
            // A hang ends before this, and others are faults of connections.
            _ => Outgoing::nothing(false),
        }
    }

    /// Carries the request out, as it is without a fault.
    async fn commit(self: &Arc<Self>) -> Reply {
        let carry_out = |exchange: &Self| {
            guarded(|| dispatch::answer(&exchange.shared, &exchange.resolution, &exchange.incoming))
        };
        if !self.takes_long() {
            return carry_out(self);
        }
        let exchange = Arc::clone(self);
        let done = tokio::task::spawn_blocking(move || carry_out(&exchange)).await;
        done.unwrap_or_else(|_| Reply::plain(503, "The emulator is being stopped"))
    }

    /// The answer with another body.
    async fn changed(self: &Arc<Self>, change: impl FnOnce(&mut Value) + Send) -> Outgoing {
        let reply = self.commit().await;
        match serde_json::from_slice(reply.body()) {
            Ok(mut body) => {
                change(&mut body);
                reply.with_body(body.to_string()).into()
            }
            Err(_) => reply.into(),
        }
    }

    async fn lagging(self: &Arc<Self>, ms: u64) -> Outgoing {
        let now = self.shared.world().clock.now();
        let since = i64::try_from(ms).ok().and_then(|ms| now.as_millisecond().checked_sub(ms));
        self.changed(|body| {
            if mutate::is_list(body) {
                mutate::keep(body, |item| {
                    let created = item["created_at"].as_str().and_then(|text| text.parse().ok());
                    let created = created.map(|created: jiff::Timestamp| created.as_millisecond());
                    created.zip(since).is_none_or(|(created, since)| created < since)
                });
            }
        })
        .await
    }

    async fn vanished(self: &Arc<Self>) -> Outgoing {
        let reply = self.commit().await;
        let body = serde_json::from_slice::<Value>(reply.body()).unwrap_or_default();
        if !mutate::is_list(&body) {
            return Reply::json(404, &json!({ "error": "Not found" })).into();
        }
        let mut body = body;
        let mut is_first = true;
        mutate::keep(&mut body, |_| !std::mem::take(&mut is_first));
        reply.with_body(body.to_string()).into()
    }

    /// What a read would have given before the last change.
    async fn stale(self: &Arc<Self>) -> Outgoing {
        let Some(before) = self.shared.before() else { return self.commit().await.into() };
        guarded(|| dispatch::answer(&before, &self.resolution, &self.incoming)).into()
    }

    async fn after_somebody_else(self: &Arc<Self>, body: Option<&Value>, then: Then) -> Outgoing {
        let body = body.map(|body| Bytes::from(body.to_string()));
        let theirs =
            Incoming { body: body.map_or_else(|| self.incoming.body.clone(), Ok), ..self.incoming.clone() };
        guarded(|| dispatch::answer(&self.shared, &self.resolution, &theirs));
        match then {
            Then::Commit => self.commit().await.into(),
            Then::DropBeforeCommit => Outgoing::nothing(false),
            Then::DropAfterCommit => {
                self.commit().await;
                Outgoing::nothing(false)
            }
        }
    }

    /// Keeps a record, once. `status` is nothing when there was no answer.
    fn record(&self, status: Option<u16>, client_left: bool) {
        if self.told.swap(true, Ordering::Relaxed) {
            return;
        }
        let incoming = &self.incoming;
        let operation = self.resolution.operation();
        let id = operation.map(Operation::id).or_else(|| self.resolution.runtime_route().map(Route::id));
        let (at, token) = {
            let world = self.shared.world();
            let label = auth::label(&world.state, incoming);
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
            operation: id.map(str::to_owned),
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

fn millis(ms: u64) -> Duration {
    Duration::from_millis(ms)
}
