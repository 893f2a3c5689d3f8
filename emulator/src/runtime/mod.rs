//! The runtimes of the apps, which in the cloud have hosts of their own: queries, search, chat, readiness. All of them answer
//! here beside the control plane; the key of a request says whose runtime is meant.

mod chat;
mod datasets;
mod metrics;
mod query;
mod refusal;
mod search;
#[cfg_attr(not(feature = "sql"), path = "no_sql.rs")]
mod sql;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;

use crate::auth;
use crate::http::incoming::Incoming;
use crate::http::reply::Reply;
use crate::shared::Shared;
use crate::state::datasets::Loaded;
use crate::state::keys;
use crate::state::manifest::Manifest;
use crate::state::runtime::Traffic;
use crate::world::World;
use refusal::Refusal;

/// What a runtime is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    Health,
    Ready,
    Datasets,
    Sql,
    Search,
    Chat,
    Metrics,
}

impl Route {
    const ALL: [Self; 7] =
        [Self::Health, Self::Ready, Self::Datasets, Self::Sql, Self::Search, Self::Chat, Self::Metrics];

    /// The route of a path, whatever the method.
    pub(crate) fn at(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|route| route.path() == path)
    }

    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::Health => "/health",
            Self::Ready => "/v1/ready",
            Self::Datasets => "/v1/datasets",
            Self::Sql => "/v1/sql",
            Self::Search => "/v1/search",
            Self::Chat => "/v1/chat/completions",
            Self::Metrics => "/v1/metrics",
        }
    }

    pub(crate) fn method(self) -> &'static str {
        if matches!(self, Self::Sql | Self::Search | Self::Chat) { "POST" } else { "GET" }
    }

    /// What the request log calls it.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Health => "runtime.health",
            Self::Ready => "runtime.ready",
            Self::Datasets => "runtime.datasets",
            Self::Sql => "runtime.sql",
            Self::Search => "runtime.search",
            Self::Chat => "runtime.chat",
            Self::Metrics => "runtime.metrics",
        }
    }
}

/// A runtime as one request finds it. It shares its rows with the state, so that nothing is locked while it is at work.
struct Visit {
    app_id: i64,
    now: Timestamp,
    /// What was deployed; nothing when nothing runs.
    running: Option<Manifest>,
    /// By name.
    loaded: BTreeMap<String, Loaded>,
    traffic: Traffic,
}

impl Visit {
    /// The app whose current key the request carries, or a 401. The real words of the refusal are not known.
    fn enter(world: &mut World, incoming: &Incoming) -> Result<Self, Refusal> {
        let key = auth::runtime_key(incoming).ok_or_else(|| Refusal::words(401, "Missing API key"))?;
        let (state, env) = world.turn();
        let (app, _) = keys::holder(state, key).ok_or_else(|| Refusal::words(401, "Invalid API key"))?;
        Ok(Self {
            app_id: app.id,
            now: env.now,
            running: app.running_manifest(),
            loaded: app.runtime.datasets.clone(),
            traffic: app.runtime.traffic.clone(),
        })
    }

    fn answer(&self, shared: &Shared, route: Route, incoming: &Incoming) -> Result<Reply, Refusal> {
        let running = self.running.as_ref().ok_or_else(|| Refusal::words(503, "not ready"))?;
        let body = incoming.body().map_err(|failure| Refusal::words(failure.status, failure.message))?;
        Ok(match route {
            // Health is answered before anybody asks for a key.
            Route::Health | Route::Ready => Reply::plain(200, "ready"),
            Route::Datasets => datasets::answer(self, running, incoming.query.as_deref()),
            Route::Sql => query::answer(self, shared, incoming.accept.as_deref(), body)?,
            Route::Search => search::answer(self, shared, running, body)?,
            Route::Chat => chat::answer(self, running, body)?,
            Route::Metrics => metrics::answer(self),
        })
    }

    /// How long it took until now on the emulator's clock: nothing when it stands, so that answers stay the same.
    fn elapsed_ms(&self, shared: &Shared) -> i64 {
        shared.world().clock.now().as_millisecond().saturating_sub(self.now.as_millisecond())
    }
}

/// Answers a request to a runtime.
pub(crate) fn answer(shared: &Shared, route: Route, incoming: &Incoming) -> Reply {
    if route == Route::Health {
        return Reply::plain(200, "ok");
    }
    let entered = Visit::enter(&mut shared.world(), incoming);
    let visit = match entered {
        Ok(visit) => visit,
        Err(refusal) => return refusal.into(),
    };
    let reply = visit.answer(shared, route, incoming).unwrap_or_else(Reply::from);
    if let Some(app) = shared.world().state.apps.get_mut(&visit.app_id) {
        app.runtime.traffic.note(&incoming.method, route.path(), reply.status);
    }
    reply
}

/// A body that must be a JSON object.
fn object(body: &[u8]) -> Result<Value, Refusal> {
    match serde_json::from_slice(body) {
        Ok(value @ Value::Object(_)) => Ok(value),
        Ok(_) => Err(Refusal::words(400, "The body is not a JSON object")),
        Err(error) => Err(Refusal::words(400, format!("The body is not JSON: {error}"))),
    }
}
