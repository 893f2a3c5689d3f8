//! What a token says about itself, where it is a JWT. It is read and never trusted: the server decides.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use crate::wire::{Secret, wiped};

/// What a token says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Claims {
    /// The scopes, if it names any.
    pub(crate) scopes: Option<Vec<String>>,
    /// The organization it is for.
    pub(crate) org: Option<String>,
    /// When it ends, in seconds since 1970.
    pub(crate) expires_at: Option<i64>,
}

/// Reads the claims of a token; nothing when it is no JWT.
pub(crate) fn claims(token: &Secret) -> Option<Claims> {
    let mut parts = token.reveal().split('.');
    let (Some(_), Some(payload), Some(_), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    // What stands in it is not secret like the whole, but nobody's business either.
    let payload = wiped(URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?);
    let Value::Object(claims) = serde_json::from_slice(&payload).ok()? else { return None };
    Some(Claims {
        scopes: claims.get("scopes").or_else(|| claims.get("scope")).and_then(scopes),
        org: ["org_name", "org"].iter().find_map(|name| claims.get(*name)?.as_str().map(str::to_owned)),
        expires_at: claims.get("exp").and_then(Value::as_i64),
    })
}

/// A list of scopes, or a text with spaces between them.
fn scopes(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(text.split_whitespace().map(str::to_owned).collect()),
        Value::Array(items) => items.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

/// Whether scopes grant another: by name, as `*`, or because writing implies reading.
pub(crate) fn grant(scopes: &[String], wanted: &str) -> bool {
    scopes.iter().any(|scope| {
        scope == "*"
            || scope == wanted
            || match (scope.split_once(':'), wanted.split_once(':')) {
                (Some((resource, "*")), Some((wanted, _)))
                | (Some((resource, "write")), Some((wanted, "read"))) => resource == wanted,
                _ => false,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jwt(payload: &str) -> Secret {
        Secret::from(format!("e30.{}.sig", URL_SAFE_NO_PAD.encode(payload)))
    }

    #[test]
    fn a_jwt_says_what_it_grants() {
        let token =
            jwt(r#"{"scopes":["apps:read","secrets:write"],"org_id":7,"org":"acme","exp":1800000000}"#);
        let expected = Claims {
            scopes: Some(vec!["apps:read".into(), "secrets:write".into()]),
            org: Some("acme".into()),
            expires_at: Some(1_800_000_000),
        };
        assert_eq!(claims(&token), Some(expected));
        assert_eq!(claims(&jwt(r#"{"scope":"a:b c:d"}"#)).unwrap().scopes.unwrap(), ["a:b", "c:d"]);
        assert_eq!(claims(&jwt(r#"{"scopes":[1]}"#)), Some(Claims::default()));
    }

    #[test]
    fn anything_else_says_nothing() {
        for token in ["", "spice_pat_1234", "a.b", "a.b.c", "e30.W10.x", "e30.e30.x.y", "..", "e30.!!.x"] {
            assert_eq!(claims(&Secret::from(token)), None, "{token}");
        }
    }

    #[test]
    fn writing_implies_reading_and_deleting_implies_nothing_for_certain() {
        let has = |scopes: &[&str], wanted| {
            grant(&scopes.iter().map(|scope| (*scope).to_owned()).collect::<Vec<_>>(), wanted)
        };
        assert!(
            has(&["*"], "apps:delete")
                && has(&["apps:write"], "apps:read")
                && has(&["apps:*"], "apps:delete")
        );
        assert!(has(&["members:read"], "members:read"));
        assert!(!has(&["apps:read"], "apps:write") && !has(&["apps:delete"], "apps:read"));
        assert!(!has(&["secrets:write"], "apps:read") && !has(&[], "apps:read"));
    }
}
