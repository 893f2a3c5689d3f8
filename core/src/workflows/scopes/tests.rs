//! What is known of scopes: by the claims of a token, or by reads that a scripted server refuses.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::{Known, READS};
use crate::Client;
use crate::client::testing::test_client;
use crate::credentials::Claims;
use crate::engine::tests::script::{Answer, Script, json as answer, ok, reply, sent, served, status};
use crate::error::ErrorKind;
use crate::generated::enums::{CredentialKind, ScopeSource};

fn known(source: ScopeSource, granted: &[&str], refused: &[&str]) -> Known {
    let owned = |scopes: &[&str]| scopes.iter().map(|scope| (*scope).to_owned()).collect();
    Known { claims: Claims::default(), granted: owned(granted), refused: owned(refused), source }
}

#[test]
fn what_a_token_claims_is_all_that_it_grants() {
    let known = known(ScopeSource::Claims, &["apps:read", "secrets:write", "members:*"], &[]);
    for (scope, says) in [
        ("apps:read", Some(true)),
        ("apps:write", Some(false)),
        ("apps:delete", Some(false)),
        ("secrets:read", Some(true)),
        ("secrets:delete", Some(false)),
        ("members:delete", Some(true)),
        ("deployments:read", Some(false)),
        ("apps", Some(false)),
    ] {
        assert_eq!(known.says(scope), says, "{scope}");
    }
}

#[test]
fn what_deleting_implies_is_not_said() {
    let known = known(ScopeSource::Claims, &["apps:delete"], &[]);
    assert_eq!(known.says("apps:delete"), Some(true));
    assert_eq!((known.says("apps:read"), known.says("apps:write")), (None, None));
    assert_eq!(known.says("secrets:read"), Some(false));
}

#[test]
fn a_read_that_is_refused_says_that_writing_is_too() {
    let known = known(ScopeSource::Probes, &["apps:read"], &["secrets:read"]);
    for (scope, says) in [
        ("apps:read", Some(true)),
        ("apps:write", None),
        ("secrets:read", Some(false)),
        ("secrets:write", Some(false)),
        ("secrets:delete", None),
        ("members:read", None),
    ] {
        assert_eq!(known.says(scope), says, "{scope}");
    }
}

const APPS: &str = "GET /v1/apps";
const MEMBERS: &str = "GET /v1/members";

fn refused(code: &str) -> Answer {
    let body = json!({ "error": "no", "code": code }).to_string();
    reply(403, body, Vec::new())
}

/// A server that allows all, but for what is given.
fn server(routes: impl IntoIterator<Item = (&'static str, Vec<Answer>)>) -> (Client, Arc<Script>) {
    let (client, script) = served([
        (APPS, vec![ok(r#"{"apps":[{"id":7,"name":"bi"}]}"#)]),
        ("GET /v1/apps/7/deployments", vec![ok(r#"{"deployments":[]}"#)]),
        ("GET /v1/apps/7/secrets", vec![ok(r#"{"secrets":[]}"#)]),
        (MEMBERS, vec![ok(r#"{"members":[]}"#)]),
        ("GET /v1/orgs", vec![refused("insufficient_scope")]),
    ]);
    script.serve(routes);
    (client, script)
}

#[tokio::test(start_paused = true)]
async fn only_the_reads_that_matter_are_tried() {
    for (scopes, asked) in [
        (vec!["members:write"], vec![MEMBERS]),
        (vec!["apps:read"], vec![APPS]),
        (vec!["secrets:read"], vec![APPS, "GET /v1/apps/7/secrets"]),
        (vec!["regions:read"], vec![]),
    ] {
        let (client, script) = server([]);
        client.require(scopes.clone()).await.unwrap();
        assert_eq!(script.asked(), asked, "{scopes:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_for_want_of_the_scope_is_told_from_others() {
    let (client, _) = server([]);
    let report = client.require(["apps:read", "members:read", "apps:write"]).await.unwrap();
    assert_eq!((report.granted.len(), report.unknown), (2, vec!["apps:write".to_owned()]));
    assert_eq!(report.source, ScopeSource::Probes);

    for answer in [refused("insufficient_scope"), status(403)] {
        let (client, _) = server([(MEMBERS, vec![answer])]);
        let error = client.require(["apps:read", "members:write"]).await.unwrap_err();
        assert_eq!((error.kind(), error.operation()), (ErrorKind::PermissionDenied, Some("client.require")));
        assert_eq!(error.message(), "the token lacks members:write");
        assert_eq!(error.granted_scopes(), None, "reads do not say all that is granted");
    }
    // A plan or a role that does not allow it says nothing of the token.
    for answer in [refused("plan_required"), status(404)] {
        let (client, _) = server([(MEMBERS, vec![answer])]);
        let report = client.require(["members:read"]).await.unwrap();
        assert_eq!((report.granted, report.unknown), (vec![], vec!["members:read".to_owned()]));
        assert_eq!(report.source, ScopeSource::Undetermined);
    }
    // Whatever else fails is no answer.
    let (client, _) = server([(MEMBERS, vec![status(401)])]);
    assert_eq!(client.require(["members:read"]).await.unwrap_err().kind(), ErrorKind::AuthenticationError);
}

#[tokio::test(start_paused = true)]
async fn without_an_app_nothing_is_known_of_what_belongs_to_one() {
    let (client, script) = server([(APPS, vec![ok(r#"{"apps":[]}"#)])]);
    let known = Known::of(&client, &READS).await.unwrap();
    assert_eq!(known.granted, ["apps:read", "members:read"]);
    assert!(known.refused.is_empty() && known.says("secrets:read").is_none());
    assert_eq!((script.times(APPS), script.times("GET /v1/apps/7/secrets")), (1, 0));
}

fn claiming(claims: &Value) -> (Client, Arc<Script>) {
    let token = format!("e30.{}.canary", URL_SAFE_NO_PAD.encode(claims.to_string()));
    let (_, script) = server([]);
    (test_client(&token, Box::new(Arc::clone(&script))), script)
}

#[tokio::test(start_paused = true)]
async fn a_token_that_says_what_it_grants_is_not_tried_out() {
    let (client, script) = claiming(&json!({ "scopes": ["apps:read"] }));
    let report = client.require(["apps:read", "apps:read"]).await.unwrap();
    assert_eq!((report.granted, report.source), (vec!["apps:read".to_owned()], ScopeSource::Claims));
    let error = client.require(["secrets:read", "apps:read", "members:read"]).await.unwrap_err();
    assert_eq!(error.message(), "the token lacks members:read, secrets:read");
    assert_eq!(error.granted_scopes(), Some(&["apps:read".to_owned()][..]));
    assert_eq!(sent(&script), 0);
}

#[tokio::test(start_paused = true)]
async fn who_one_is_is_told_as_far_as_it_is_known() {
    let (client, _) = server([("GET /v1/apps/7/secrets", vec![refused("insufficient_scope")])]);
    let identity = client.whoami().await.unwrap();
    assert_eq!((identity.credential, identity.org, identity.orgs.len()), (CredentialKind::Token, None, 0));
    assert_eq!(identity.scopes, ["apps:read", "deployments:read", "members:read"]);
    assert_eq!((identity.refused, identity.expires_at), (vec!["secrets:read".to_owned()], None));

    let (client, script) = claiming(&json!({ "scope": "a:read", "org": "acme", "exp": 1_800_000_000 }));
    let orgs = answer(json!({ "orgs": [{ "id": 1, "name": "other" }] }));
    script.serve([("GET /v1/orgs", vec![orgs])]);
    let identity = client.whoami().await.unwrap();
    assert_eq!((identity.org.as_deref(), identity.orgs.len()), (Some("acme"), 1));
    assert_eq!((identity.scopes, identity.source), (vec!["a:read".to_owned()], ScopeSource::Claims));
    assert_eq!(identity.expires_at.unwrap().unix_millis(), Some(1_800_000_000_000));
}
