//! The administration under `/_emulator/`: everything that a test wants to see or set and the real API has no call for.

mod bodies;
mod datasets;

use serde_json::{Value, json};

use crate::clock::{parse_duration, parse_instant};
use crate::errors::AdminError;
use crate::faults::presets;
use crate::http::incoming::Incoming;
use crate::http::reply::{JSON, Reply};
use crate::rate_limit::{RateLimit, RateLimits};
use crate::shared::Shared;
use crate::state::quirks::Quirks;
use crate::state::{inspect, tokens};
pub(crate) use bodies::ProgressionChange;
use bodies::{Advance, ClockChange, Marks, Revoke, TokenRequest};

/// Where the administration lives.
pub(crate) const PREFIX: &str = "/_emulator";

/// Whether a path belongs to the administration.
pub(crate) fn owns(path: &str) -> bool {
    path.strip_prefix(PREFIX).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

pub(crate) fn answer(shared: &Shared, incoming: &Incoming) -> Reply {
    carry_out(shared, incoming).unwrap_or_else(Reply::from)
}

/// A call without HTTP: its answer, or the words of its refusal.
pub(crate) fn call(shared: &Shared, method: &str, path: &str, body: &Value) -> Result<Value, AdminError> {
    let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    let incoming = Incoming {
        method: method.to_owned(),
        path: format!("{PREFIX}/{}", path.trim_start_matches('/')),
        query: query.map(str::to_owned),
        authorization: None,
        api_key: None,
        org: None,
        content_type: Some(JSON.to_owned()),
        accept: None,
        body: Ok(if body.is_null() { Vec::new() } else { body.to_string().into_bytes() }.into()),
    };
    let reply = answer(shared, &incoming);
    let answer: Value = serde_json::from_slice(reply.body()).unwrap_or_default();
    if reply.status < 400 {
        return Ok(answer);
    }
    let words = answer["error"].as_str().unwrap_or("refused");
    Err(AdminError::with_status(words, reply.status))
}

fn carry_out(shared: &Shared, incoming: &Incoming) -> Result<Reply, AdminError> {
    let path = incoming.path.strip_prefix(PREFIX).unwrap_or_default();
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let body = match incoming.body() {
        Ok(body) => body,
        Err(failure) => return Ok(failure.into()),
    };
    let method = incoming.method.as_str();
    Ok(match (segments.as_slice(), method) {
        ([] | ["info"], "GET") => Reply::json(200, &shared.info()),
        (["reset"], "POST") => {
            shared.reset()?;
            Reply::empty()
        }
        (["requests"], "GET") => requests(shared, incoming.query.as_deref())?,
        (["requests"], "DELETE") => {
            shared.log().clear();
            Reply::empty()
        }
        (["state"], "GET") => Reply::json(200, &state(shared)),
        (["clock"], "GET") => Reply::json(200, &shared.world().clock.describe()),
        (["clock"], "POST") => change_clock(shared, &bodies::read(body)?)?,
        (["tokens"], "POST") => mint(shared, bodies::read(body)?)?,
        (["tokens", "revoke"], "POST") => revoke(shared, &bodies::read::<Revoke>(body)?.token)?,
        (["tokens", token], "DELETE") => revoke(shared, token)?,
        (["progression"], "POST") => set_progression(shared, bodies::read(body)?)?,
        (["rate-limit"], "GET") => Reply::json(200, &json!(shared.world().rate_limits.limit())),
        (["rate-limit"], "POST") => set_rate_limit(shared, bodies::read(body)?)?,
        (["rate-limit"], "DELETE") => {
            shared.world().rate_limits = RateLimits::default();
            Reply::empty()
        }
        (["quirks"], "GET") => Reply::json(200, &json!(shared.world().state.quirks)),
        (["quirks"], "POST") => set_quirks(shared, bodies::read(body)?),
        (["apps", id], "POST") => mark(shared, id, &bodies::read(body)?)?,
        (["apps", id, "datasets"], "GET") => datasets::list(shared, id)?,
        (["apps", id, "datasets", name], "PUT") => datasets::load(shared, id, name, bodies::read(body)?)?,
        (["apps", id, "datasets", name], "DELETE") => datasets::remove(shared, id, name)?,
        (["deployments", id, "advance"], "POST") => advance(shared, id, bodies::read(body)?)?,
        (["faults"], "GET") => Reply::json(200, &shared.world().faults.view()),
        (["faults"], "POST") => add_faults(shared, bodies::read(body)?)?,
        (["faults"], "DELETE") => {
            shared.world().faults.clear();
            Reply::empty()
        }
        (["faults", id], "DELETE") => {
            found(shared.world().faults.remove(id), || format!("There is no fault '{id}'"))
        }
        (segments, _) => match allowed(segments) {
            Some(allow) => Reply::not_allowed(allow),
            None => missing(&format!("No route for {method} {}", incoming.path)),
        },
    })
}

/// The methods of a path that is known.
fn allowed(segments: &[&str]) -> Option<&'static str> {
    Some(match segments {
        [] | ["info" | "state"] | ["apps", _, "datasets"] => "GET",
        ["requests"] => "GET, DELETE",
        ["clock" | "quirks"] => "GET, POST",
        ["reset" | "tokens" | "progression"]
        | ["tokens", "revoke"]
        | ["apps", _]
        | ["deployments", _, "advance"] => "POST",
        ["apps", _, "datasets", _] => "PUT, DELETE",
        ["tokens" | "faults", _] => "DELETE",
        ["faults" | "rate-limit"] => "GET, POST, DELETE",
        _ => return None,
    })
}

/// The state, brought up to now, without secrets.
pub(crate) fn state(shared: &Shared) -> Value {
    let mut world = shared.world();
    let (state, _) = world.turn();
    inspect::view(state)
}

fn requests(shared: &Shared, query: Option<&str>) -> Result<Reply, AdminError> {
    let mut since = 0;
    for (name, text) in url::form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
        if name == "since" {
            since = text.parse().map_err(|_| AdminError::new("since is not a number"))?;
        }
    }
    let records = shared.log().since(since);
    Ok(Reply::json(200, &json!({ "requests": records })))
}

fn change_clock(shared: &Shared, change: &ClockChange) -> Result<Reply, AdminError> {
    shared.change(|world| {
        match change {
            ClockChange::Advance(text) => world.clock.advance(parse_duration(text)?),
            ClockChange::Freeze(Value::Bool(true)) => world.clock.freeze(None),
            ClockChange::Freeze(Value::String(text)) => world.clock.freeze(Some(parse_instant(text)?)),
            ClockChange::Real(true) => world.clock.run(),
            ClockChange::Freeze(_) => return Err(AdminError::new("freeze takes true or an RFC 3339 time")),
            ClockChange::Real(false) => return Err(AdminError::new("real takes true")),
        }
        Ok(Reply::json(200, &world.clock.describe()))
    })
}

fn mint(shared: &Shared, request: TokenRequest) -> Result<Reply, AdminError> {
    let wanted = request.into_token()?;
    shared.change(|world| {
        let text = world.mint(wanted);
        let label = world.state.tokens.get(&text).map(|token| token.label.clone());
        Ok(Reply::json(201, &json!({ "token": text, "label": label })))
    })
}

fn revoke(shared: &Shared, token: &str) -> Result<Reply, AdminError> {
    let revoked = shared.change(|world| Ok::<_, AdminError>(tokens::revoke(&mut world.state, token)))?;
    Ok(found(revoked, || "There is no such token".to_owned()))
}

fn set_progression(shared: &Shared, change: ProgressionChange) -> Result<Reply, AdminError> {
    let (app_id, progression) = change.into_progression()?;
    let mut world = shared.world();
    if let Some(app_id) = app_id
        && !world.state.apps.contains_key(&app_id)
    {
        return Ok(missing(&format!("There is no app {app_id}")));
    }
    world.set_progression(app_id, progression);
    Ok(Reply::empty())
}

fn set_rate_limit(shared: &Shared, limit: RateLimit) -> Result<Reply, AdminError> {
    if limit.is_zero() {
        return Err(AdminError::new("per_minute is at least 1"));
    }
    shared.world().rate_limits = RateLimits::new(Some(limit));
    Ok(Reply::json(200, &json!(limit)))
}

fn set_quirks(shared: &Shared, quirks: Quirks) -> Reply {
    shared.world().state.quirks = quirks;
    Reply::json(200, &json!(quirks))
}

/// A rule, or all of a preset: `{"preset":"flaky-network"}`.
fn add_faults(shared: &Shared, rule: Value) -> Result<Reply, AdminError> {
    let Some(name) = rule.get("preset") else {
        let id = shared.world().faults.add(rule)?;
        return Ok(Reply::json(201, &json!({ "id": id })));
    };
    let rules = name.as_str().and_then(presets::rules).ok_or_else(|| {
        AdminError::new(format!("there is no preset {name}; there are {}", presets::NAMES.join(", ")))
    })?;
    let world = &mut *shared.world();
    let ids = rules.into_iter().map(|rule| world.faults.add(rule)).collect::<Result<Vec<_>, _>>()?;
    Ok(Reply::json(201, &json!({ "ids": ids })))
}

fn advance(shared: &Shared, id: &str, step: Advance) -> Result<Reply, AdminError> {
    let to = step.status()?;
    let id: i64 = id.parse().map_err(|_| AdminError::new("the deployment's id is not a number"))?;
    shared.change(|world| match world.advance_deployment(id, to, step.error_code) {
        Some(moved) => Ok(Reply::json(200, &moved?)),
        None => Ok(missing(&format!("There is no deployment {id}"))),
    })
}

/// Marks an app as paused or connected, which the real API does in ways that are not documented.
fn mark(shared: &Shared, id: &str, marks: &Marks) -> Result<Reply, AdminError> {
    let id: i64 = id.parse().map_err(|_| AdminError::new("the app's id is not a number"))?;
    shared.change(|world| {
        let Some(app) = world.state.apps.get_mut(&id) else {
            return Ok(missing(&format!("There is no app {id}")));
        };
        app.paused = marks.paused.unwrap_or(app.paused);
        app.github_connected = marks.github_connected.unwrap_or(app.github_connected);
        let (paused, connected) = (app.paused, app.github_connected);
        Ok(Reply::json(200, &json!({ "id": id, "paused": paused, "github_connected": connected })))
    })
}

fn found(there: bool, message: impl FnOnce() -> String) -> Reply {
    if there { Reply::empty() } else { missing(&message()) }
}

fn missing(message: &str) -> Reply {
    Reply::json(404, &json!({ "error": message }))
}
