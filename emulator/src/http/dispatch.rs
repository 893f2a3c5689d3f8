//! One request from route to answer: who calls, may they, is the request well formed, and what happens.

use crate::contract;
use crate::errors::ApiFailure;
use crate::http::handlers::{self, Input};
use crate::http::incoming::Incoming;
use crate::http::oauth;
use crate::http::reply::{JSON, Reply};
use crate::http::router::{Family, Resolution};
use crate::operations::Operation;
use crate::rate_limit::Standing;
use crate::shared::Shared;
use crate::world::World;
use crate::{auth, clock, runtime};

/// Answers a request.
pub(crate) fn answer(shared: &Shared, resolution: &Resolution, incoming: &Incoming) -> Reply {
    match resolution {
        Resolution::NotFound => {
            ApiFailure::new(404, format!("No route for {} {}", incoming.method, incoming.path)).into()
        }
        Resolution::Runtime(route) => runtime::answer(shared, *route, incoming),
        Resolution::MethodNotAllowed { allow, .. } => Reply::not_allowed(allow),
        Resolution::Found { operation, parameters, family, .. } => {
            let mut standing = None;
            let reply = carry_out(shared, *operation, parameters, *family, incoming, &mut standing);
            let reply = reply.unwrap_or_else(Reply::from);
            let headers = standing.as_ref().map(Standing::headers).unwrap_or_default();
            let reply = headers.into_iter().fold(reply, |reply, (name, value)| reply.header(name, value));
            if *family == Family::Apps { reply.header("deprecation", "true") } else { reply }
        }
    }
}

/// `standing` is set as soon as it is known, for refusals as well.
fn carry_out(
    shared: &Shared,
    operation: Operation,
    in_path: &[(&'static str, String)],
    family: Family,
    incoming: &Incoming,
    standing: &mut Option<Standing>,
) -> Result<Reply, ApiFailure> {
    let body = incoming.body()?;
    match operation {
        Operation::Health => {
            let now = shared.world().clock.now();
            let health = serde_json::json!({ "status": "ok", "timestamp": clock::rfc3339(now) });
            return Ok(Reply::json(200, &health));
        }
        Operation::Docs => return Ok(Reply::text(200, JSON, contract::TEXT)),
        Operation::OAuthToken => return Ok(oauth::token(shared, incoming.content_type.as_deref(), body)),
        _ => {}
    }
    let caller = {
        let world = &mut *shared.world();
        let now = world.clock.now();
        let authorization = incoming.authorization.as_deref();
        let caller = auth::caller(&world.state, now, authorization, incoming.org.as_deref())?;
        *standing = world.rate_limits.take(auth::bearer(authorization)?, now);
        caller
    };
    if let Some(refused) = standing.as_ref().filter(|standing| standing.is_refused()) {
        return Err(ApiFailure::new(429, refused.message()));
    }
    auth::authorize(&caller, operation)?;
    // The path comes last: a query must not stand in for it.
    let query: Vec<(String, String)> =
        url::form_urlencoded::parse(incoming.query.as_deref().unwrap_or_default().as_bytes())
            .into_owned()
            .collect();
    let in_query = query.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let in_path = in_path.iter().map(|(name, text)| (*name, text.as_str()));
    let input = Input {
        parameters: contract::parameters(operation, in_query.chain(in_path))?,
        body: contract::body(operation, body)?,
        list_key: family.list_key(),
    };
    let work = |world: &mut World| {
        let (state, mut env) = world.turn();
        handlers::handle(operation, state, &mut env, &caller, &input)
    };
    if operation.writes() { shared.change(work) } else { work(&mut shared.world()) }
}
