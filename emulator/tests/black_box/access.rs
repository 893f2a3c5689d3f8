//! Tokens, scopes, roles and organizations.

use std::time::Duration;

use serde_json::json;
use spice_cloud_emulator::{MintToken, TokenKind};

use crate::support::{Api, check, read};

#[tokio::test]
async fn a_refused_token_is_told_why() {
    let api = Api::start();
    let expired = api.emulator.mint(MintToken::new().expires_in(Duration::ZERO));
    let revoked = api.emulator.mint(MintToken::new());
    assert_eq!(api.admin("POST", "/tokens/revoke", Some(json!({ "token": revoked }))).await.status, 204);
    let none = api.with_token(None);
    for (header, message) in [
        (None, "Missing Authorization header"),
        (Some("Basic YTpi".to_owned()), "Invalid token format"),
        (Some("Bearer".to_owned()), "Invalid token format"),
        (Some("Bearer a b".to_owned()), "Invalid token format"),
        (Some("Bearer spice_emu_pat_unknown".to_owned()), "Invalid token"),
        (Some(format!("Bearer {expired}")), "Token expired"),
        (Some(format!("Bearer {revoked}")), "Token revoked"),
    ] {
        let mut request = none.request("GET", "/v1/apps");
        if let Some(header) = &header {
            request = request.header("authorization", header);
        }
        let answer = read(request).await;
        check("GET", "/v1/apps", &answer);
        assert_eq!((answer.status, answer.error()), (401, message), "{header:?}");
        assert!(answer.header("www-authenticate").starts_with("Bearer"));
    }
}

#[tokio::test]
async fn real_tokens_do_not_belong_here() {
    let api = Api::start();
    // The second is a JWT with a header of its own.
    for real in ["sk-real-secret", "eyJhbGciOiJSUzI1NiJ9.e30.real-secret"] {
        let answer = api.with_token(Some(real)).get("/v1/apps").await;
        assert_eq!(answer.status, 401);
        assert!(answer.error().contains("real tokens do not belong here"), "{}", answer.error());
    }
    assert!(!api.admin("GET", "/requests", None).await.text.contains("real-secret"));
    let machine = api.emulator.mint(MintToken::new().kind(TokenKind::OAuth));
    api.emulator.reset();
    assert_eq!(api.with_token(Some(&machine)).get("/v1/apps").await.error(), "Invalid token");
}

#[tokio::test]
async fn a_token_expires_by_the_emulators_clock() {
    let api = Api::start();
    let token = api.emulator.mint(MintToken::new().expires_in(Duration::from_secs(60)));
    let short = api.with_token(Some(&token));
    api.advance(59_999);
    assert_eq!(short.get("/v1/apps").await.status, 200);
    api.advance(1);
    assert_eq!(short.get("/v1/apps").await.error(), "Token expired");
}

/// A request of each operation that needs a scope, and the scopes that open it.
const DOORS: &[(&str, &str, &[&str])] = &[
    ("GET", "/v1/limits", &["apps:read", "apps:write"]),
    ("GET", "/v1/regions", &["apps:read", "apps:write"]),
    ("GET", "/v1/container-images", &["apps:read", "apps:write"]),
    ("GET", "/v1/orgs", &["apps:read", "apps:write"]),
    ("GET", "/v1/clusters", &["apps:read", "apps:write"]),
    ("GET", "/v1/apps", &["apps:read", "apps:write"]),
    ("POST", "/v1/apps", &["apps:write"]),
    ("GET", "/v1/apps/1", &["apps:read", "apps:write"]),
    ("PUT", "/v1/apps/1", &["apps:write"]),
    ("DELETE", "/v1/apps/1", &["apps:delete"]),
    ("GET", "/v1/apps/1/metrics", &["apps:read", "apps:write"]),
    ("GET", "/v1/apps/1/deployments", &["deployments:read", "deployments:write"]),
    ("POST", "/v1/apps/1/deployments", &["deployments:write"]),
    ("GET", "/v1/apps/1/deployments/1", &["deployments:read", "deployments:write"]),
    ("GET", "/v1/apps/1/secrets", &["secrets:read", "secrets:write"]),
    ("POST", "/v1/apps/1/secrets", &["secrets:write"]),
    ("GET", "/v1/apps/1/secrets/A", &["secrets:read", "secrets:write"]),
    ("DELETE", "/v1/apps/1/secrets/A", &["secrets:write"]),
    ("GET", "/v1/apps/1/api-keys", &["apps:read", "apps:write"]),
    ("POST", "/v1/apps/1/api-keys", &["apps:write"]),
    ("GET", "/v1/members", &["members:read", "members:write"]),
    ("POST", "/v1/members", &["members:write"]),
    ("GET", "/v1/members/1", &["members:read", "members:write"]),
    ("PATCH", "/v1/members/1", &["members:write"]),
    ("DELETE", "/v1/members/1", &["members:delete"]),
];

#[tokio::test]
async fn each_scope_opens_its_doors_and_no_other() {
    let api = Api::start();
    let scopes = [
        "*",
        "apps:read",
        "apps:write",
        "apps:delete",
        "deployments:read",
        "deployments:write",
        "secrets:read",
        "secrets:write",
        "config:read",
        "config:write",
        "members:read",
        "members:write",
        "members:delete",
    ];
    for scope in scopes {
        let token = api.emulator.mint(MintToken::new().scopes([scope]));
        let limited = api.with_token(Some(&token));
        for (method, path, opens) in DOORS {
            let answer = limited.send(method, path, None).await;
            let open = scope == "*" || opens.contains(&scope);
            assert_eq!(answer.body["code"] != "insufficient_scope", open, "{method} {path} with {scope}");
            if !open {
                let needed =
                    opens.iter().find(|scope| !scope.ends_with(":write") || opens.len() == 1).unwrap();
                assert_eq!(answer.status, 403);
                assert_eq!(answer.error(), format!("Insufficient scope. Required: {needed}"));
            }
        }
    }
}

#[tokio::test]
async fn viewers_only_read() {
    let api = Api::start();
    let token = api.emulator.mint(MintToken::new().role("viewer"));
    let viewer = api.with_token(Some(&token));
    for (method, path, _) in DOORS {
        let answer = viewer.send(method, path, None).await;
        assert_eq!(answer.body["code"] == "forbidden", *method != "GET", "{method} {path}");
    }
}

#[tokio::test]
async fn people_reach_the_organizations_they_belong_to() {
    let api = Api::demo();
    let there = api.with_org("NorthWind");
    assert_eq!(there.get("/v1/apps").await.body["apps"].as_array().unwrap().len(), 4);
    let refused = there.post("/v1/apps", json!({ "name": "not-mine" })).await;
    assert_eq!((refused.status, &refused.body["code"]), (403, &json!("forbidden")), "ada is a viewer there");
    for org in ["nowhere", "northwind2"] {
        let answer = api.with_org(org).get("/v1/apps").await;
        assert_eq!((answer.status, &answer.body["code"]), (403, &json!("org_forbidden")));
    }
    let grace = api.with_token(Some(&api.emulator.mint(MintToken::new().user("grace"))));
    assert_eq!(grace.with_org("northwind").get("/v1/apps").await.body["code"], "org_forbidden");
    for org in ["", "  ", "a b"] {
        let answer = api.with_org(org).get("/v1/apps").await;
        assert_eq!((answer.status, &answer.body["code"]), (400, &json!("invalid_org_assertion")), "{org}");
    }
}

#[tokio::test]
async fn apps_of_another_organization_are_hidden() {
    let api = Api::demo();
    let theirs = api.with_org("northwind").get("/v1/apps?limit=1").await.body["apps"][0]["id"].clone();
    for path in ["", "/secrets", "/api-keys", "/deployments", "/metrics"] {
        assert_eq!(api.get(&format!("/v1/apps/{theirs}{path}")).await.status, 404);
        assert_eq!(api.with_org("northwind").get(&format!("/v1/apps/{theirs}{path}")).await.status, 200);
    }
}

#[tokio::test]
async fn machines_are_bound_to_their_organization() {
    let api = Api::demo();
    let machine = api.with_token(Some(&api.emulator.mint(MintToken::new().kind(TokenKind::OAuth))));
    assert_eq!(machine.with_org("ACME").get("/v1/apps").await.status, 200);
    for org in ["northwind", "nowhere"] {
        let answer = machine.with_org(org).get("/v1/apps").await;
        assert_eq!((answer.status, &answer.body["code"]), (403, &json!("org_assertion_mismatch")));
    }
    let orgs = machine.get("/v1/orgs").await.body;
    assert_eq!((orgs["orgs"].as_array().unwrap().len(), &orgs["orgs"][0]["role"]), (1, &json!("owner")));
    let orgs = api.get("/v1/orgs").await.body;
    let roles: Vec<_> =
        orgs["orgs"].as_array().unwrap().iter().map(|org| org["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["owner", "viewer"]);
    let lost = api.with_token(Some(&api.emulator.mint(MintToken::new().org("nowhere"))));
    assert_eq!(lost.get("/v1/apps").await.body["code"], "org_forbidden");
}
