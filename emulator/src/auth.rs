//! Who is calling, for which organization, and whether they may.

use jiff::Timestamp;

use crate::errors::ApiFailure;
use crate::http::incoming::Incoming;
use crate::operations::Operation;
use crate::scopes;
use crate::state::orgs::Org;
use crate::state::tokens::{self, Token, TokenKind};
use crate::state::{State, keys};

/// A caller whose token is good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    /// What the request log calls the token.
    pub(crate) label: String,
    /// The organization that the call acts on.
    pub(crate) org_id: i64,
    /// The user behind the token; none behind an OAuth client.
    pub(crate) user_id: Option<i64>,
    /// E-mail address or client id.
    pub(crate) name: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) roles: Vec<String>,
}

/// The token of an `Authorization` header.
pub(crate) fn bearer(header: Option<&str>) -> Result<&str, ApiFailure> {
    let Some(header) = header else {
        return Err(ApiFailure::new(401, "Missing Authorization header")
            .with_challenge("Bearer realm=\"spice-emulator\""));
    };
    match header.trim().split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => {
            let token = token.trim();
            if token.is_empty() || token.contains(char::is_whitespace) {
                return Err(refused("Invalid token format"));
            }
            Ok(token)
        }
        _ => Err(refused("Invalid token format")),
    }
}

fn refused(message: &str) -> ApiFailure {
    ApiFailure::new(401, message).with_challenge(format!(
        "Bearer realm=\"spice-emulator\", error=\"invalid_token\", error_description=\"{message}\""
    ))
}

/// The label of a token, if there is such a token, whatever becomes of the call; of a runtime's key its app and number.
pub(crate) fn label(state: &State, incoming: &Incoming) -> Option<String> {
    let token = bearer(incoming.authorization.as_deref()).ok().and_then(|token| state.tokens.get(token));
    token.map(|token| token.label.clone()).or_else(|| {
        let (app, number) = keys::holder(state, runtime_key(incoming)?)?;
        Some(format!("app {} key {number}", app.id))
    })
}

/// The key that a request to a runtime carries, in either of the two headers that may hold it.
pub(crate) fn runtime_key(incoming: &Incoming) -> Option<&str> {
    let key = incoming.api_key.as_deref().map(str::trim).filter(|key| !key.is_empty());
    key.or_else(|| bearer(incoming.authorization.as_deref()).ok())
}

/// Works out who calls and for which organization. `org_header` is the `X-Org-Name` header.
pub(crate) fn caller(
    state: &State,
    now: Timestamp,
    authorization: Option<&str>,
    org_header: Option<&str>,
) -> Result<Caller, ApiFailure> {
    let text = bearer(authorization)?;
    if !tokens::is_ours(text) {
        return Err(refused(
            "This is an emulator, which takes its own tokens only (spice_emu_...); real tokens do not belong here",
        ));
    }
    let token = state.tokens.get(text).ok_or_else(|| refused("Invalid token"))?;
    if token.revoked {
        return Err(refused("Token revoked"));
    }
    if token.expires_at.is_some_and(|expires_at| expires_at <= now) {
        return Err(refused("Token expired"));
    }
    let asserted = org_header.map(asserted_org).transpose()?;
    let home = state.orgs.iter().find(|org| org.is_named(&token.org));
    if token.kind == TokenKind::OAuth {
        return machine(token, home, asserted);
    }
    let org = match asserted {
        Some(name) => state.orgs.iter().find(|org| org.is_named(name)),
        None => home,
    };
    person(state, token, org.ok_or_else(forbidden_org)?, home)
}

fn asserted_org(name: &str) -> Result<&str, ApiFailure> {
    let name = name.trim();
    let wrong = |message: &str| Err(ApiFailure::new(400, message).with_code("invalid_org_assertion"));
    if name.is_empty() {
        return wrong("X-Org-Name must not be blank");
    }
    let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    if name.len() > 255 || !name.bytes().all(known) {
        return wrong("X-Org-Name is not the name of an organization");
    }
    Ok(name)
}

/// The same answer for an organization that does not exist and for one that the caller may not see.
fn forbidden_org() -> ApiFailure {
    ApiFailure::new(403, "You do not have access to this organization").with_code("org_forbidden")
}

/// A client is bound to its own organization, where it has the rights of an owner.
fn machine(token: &Token, home: Option<&Org>, asserted: Option<&str>) -> Result<Caller, ApiFailure> {
    let home = home.ok_or_else(forbidden_org)?;
    if asserted.is_some_and(|name| !home.is_named(name)) {
        return Err(ApiFailure::new(403, "The credential belongs to another organization")
            .with_code("org_assertion_mismatch"));
    }
    Ok(Caller {
        label: token.label.clone(),
        org_id: home.id,
        user_id: None,
        name: token.client_id.clone().unwrap_or_default(),
        scopes: token.scopes.clone(),
        roles: vec![token.role.clone().unwrap_or_else(|| "owner".to_owned())],
    })
}

fn person(state: &State, token: &Token, org: &Org, home: Option<&Org>) -> Result<Caller, ApiFailure> {
    let user = match &token.user {
        Some(name) => state.users.iter().find(|user| user.username.eq_ignore_ascii_case(name)),
        None => home.and_then(|home| state.users.iter().find(|user| user.id == home.owner_id)),
    };
    let user = user.ok_or_else(|| refused("Invalid token"))?;
    let member = org.member(user.id).ok_or_else(forbidden_org)?;
    Ok(Caller {
        label: token.label.clone(),
        org_id: org.id,
        user_id: Some(user.id),
        name: user.email.clone(),
        scopes: token.scopes.clone(),
        roles: token.role.clone().map_or_else(|| member.roles.clone(), |role| vec![role]),
    })
}

/// Whether the caller may do this: by the token's scopes, then by the role in the organization.
pub(crate) fn authorize(caller: &Caller, operation: Operation) -> Result<(), ApiFailure> {
    if let Some(scope) = scopes::required(operation)
        && !scopes::allow(&caller.scopes, scope)
    {
        return Err(ApiFailure::new(403, format!("Insufficient scope. Required: {scope}"))
            .with_code("insufficient_scope")
            .with_challenge(format!(
                "Bearer realm=\"spice-emulator\", error=\"insufficient_scope\", scope=\"{scope}\""
            )));
    }
    let only_views = caller.roles.iter().all(|role| role == "viewer");
    if operation.writes() && only_views {
        return Err(ApiFailure::new(403, "Viewers have read-only access").with_code("forbidden"));
    }
    let administers = caller.roles.iter().any(|role| role == "admin" || role == "owner");
    if operation == Operation::MonitorsUpdate && !administers {
        return Err(ApiFailure::new(403, "Only administrators change monitors").with_code("forbidden"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_must_carry_a_bearer_token() {
        assert_eq!(bearer(None).unwrap_err().message, "Missing Authorization header");
        for header in ["", "Bearer", "Bearer ", "Basic abc", "Bearer a b", "abc"] {
            assert_eq!(bearer(Some(header)).unwrap_err().message, "Invalid token format", "{header}");
        }
        assert_eq!(bearer(Some("bearer abc")).unwrap(), "abc");
    }

    #[test]
    fn organization_names_have_their_form() {
        assert_eq!(asserted_org(" acme ").unwrap(), "acme");
        for name in ["", "  ", "a b", "a/b", &"a".repeat(256)] {
            assert_eq!(asserted_org(name).unwrap_err().code, Some("invalid_org_assertion"), "{name}");
        }
    }
}
