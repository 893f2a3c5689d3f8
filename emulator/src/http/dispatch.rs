//! One request from route to answer: who calls, may they, is the request well formed, and what happens.

use crate::contract;
use crate::errors::ApiFailure;
use crate::http::handlers::{self, Input};
use crate::http::incoming::Incoming;
use crate::http::oauth;
use crate::http::reply::{JSON, Reply};
use crate::http::router::{Family, Resolution};
use crate::operations::Operation;
use crate::world::Shared;
use crate::{auth, clock};

/// Answers a request.
pub(crate) fn answer(shared: &Shared, resolution: &Resolution, incoming: &Incoming) -> Reply {
    match resolution {
        Resolution::NotFound => {
            ApiFailure::new(404, format!("No route for {} {}", incoming.method, incoming.path)).into()
        }
        Resolution::MethodNotAllowed { allow, .. } => Reply::not_allowed(allow),
        Resolution::Found { operation, parameters, family, .. } => {
            let reply =
                carry_out(shared, *operation, parameters, *family, incoming).unwrap_or_else(Reply::from);
            if *family == Family::Apps { reply.header("deprecation", "true") } else { reply }
        }
    }
}

fn carry_out(
    shared: &Shared,
    operation: Operation,
    in_path: &[(&'static str, String)],
    family: Family,
    incoming: &Incoming,
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
        let world = shared.world();
        let now = world.clock.now();
        auth::caller(&world.state, now, incoming.authorization.as_deref(), incoming.org.as_deref())?
    };
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
    let mut world = shared.world();
    let (state, mut env) = world.turn();
    handlers::handle(operation, state, &mut env, &caller, &input)
}
