//! The token endpoint: client credentials for a bearer token, with the errors of RFC 6749.

use std::borrow::Cow;
use std::collections::HashMap;
use std::time::Duration;

use serde_json::{Value, json};

use crate::errors::Unsaved;
use crate::http::reply::Reply;
use crate::scopes::{self, SCOPES};
use crate::shared::Shared;
use crate::state::tokens;
use crate::world::World;

/// How long a token is good for.
const LIFETIME: Duration = Duration::from_secs(3600);

/// An error by its code in RFC 6749, with a description.
struct Refusal(u16, &'static str, Cow<'static, str>);

impl Refusal {
    fn new(status: u16, code: &'static str, description: impl Into<Cow<'static, str>>) -> Self {
        Self(status, code, description.into())
    }
}

impl From<Unsaved> for Refusal {
    fn from(unsaved: Unsaved) -> Self {
        Self::new(500, "server_error", unsaved.message().to_owned())
    }
}

pub(crate) fn token(shared: &Shared, content_type: Option<&str>, body: &[u8]) -> Reply {
    let reply = match exchange(shared, content_type, body) {
        Ok(token) => Reply::json(200, &token),
        Err(Refusal(status, error, description)) => {
            Reply::json(status, &json!({ "error": error, "error_description": description }))
        }
    };
    reply.header("cache-control", "no-store")
}

fn exchange(shared: &Shared, content_type: Option<&str>, body: &[u8]) -> Result<Value, Refusal> {
    let fields = read(content_type, body).ok_or(Refusal::new(
        400,
        "invalid_request",
        "The body is neither a JSON object nor a form",
    ))?;
    let field = |name: &str| fields.get(name).map(String::as_str).filter(|text| !text.is_empty());
    match field("grant_type") {
        Some("client_credentials") => {}
        Some(_) => {
            return Err(Refusal::new(400, "unsupported_grant_type", "Only client_credentials is supported"));
        }
        None => return Err(Refusal::new(400, "invalid_request", "grant_type is missing")),
    }
    let (Some(id), Some(secret)) = (field("client_id"), field("client_secret")) else {
        return Err(Refusal::new(400, "invalid_request", "client_id or client_secret is missing"));
    };
    shared.change(|world| grant(world, id, secret, field("scope")))
}

fn grant(world: &mut World, id: &str, secret: &str, scope: Option<&str>) -> Result<Value, Refusal> {
    let (state, mut env) = world.turn();
    let client = state.clients.iter().find(|client| client.id == id && client.secret == secret).cloned();
    let client = client.ok_or(Refusal::new(401, "invalid_client", "Unknown client or wrong secret"))?;
    let granted = match scope {
        Some(wanted) => {
            let wanted: Vec<String> = wanted.split_whitespace().map(str::to_owned).collect();
            let may =
                |scope: &String| SCOPES.contains(&scope.as_str()) && scopes::allow(&client.scopes, scope);
            if !wanted.iter().all(may) {
                return Err(Refusal::new(
                    400,
                    "invalid_scope",
                    "The client does not have a scope that was asked for",
                ));
            }
            wanted
        }
        None => client.scopes.clone(),
    };
    let scope = granted.join(" ");
    let token = tokens::grant(state, &mut env, &client, granted, LIFETIME);
    Ok(json!({
        "access_token": token,
        "token_type": "Bearer",
        "expires_in": LIFETIME.as_secs(),
        "scope": scope,
    }))
}

/// Reads a form when the header says so, else JSON, else a form after all.
fn read(content_type: Option<&str>, body: &[u8]) -> Option<HashMap<String, String>> {
    let is_form = content_type.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let looks_like_json = body.trim_ascii_start().starts_with(b"{");
    if is_form || !looks_like_json {
        let form: HashMap<_, _> = url::form_urlencoded::parse(body).into_owned().collect();
        return Some(form).filter(|form| !form.is_empty());
    }
    let Value::Object(members) = serde_json::from_slice(body).ok()? else { return None };
    let texts = members.into_iter().map(|(name, value)| Some((name, value.as_str()?.to_owned())));
    texts.collect()
}
