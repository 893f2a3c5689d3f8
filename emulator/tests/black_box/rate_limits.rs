//! Rate limits, on the emulator's clock.

use serde_json::{Value, json};
use spice_cloud_emulator::{MintToken, RateLimit, RetryAfter};

use crate::support::{Api, builder};

#[tokio::test]
async fn a_token_that_asks_too_often_has_to_wait() {
    let api = Api::from(builder().rate_limit(RateLimit::per_minute(2)));
    let first = api.post("/v1/apps", json!({ "name": "one-app" })).await;
    let header = |name: &str| first.header(&format!("x-ratelimit-{name}")).to_owned();
    assert_eq!((header("limit").as_str(), header("remaining").as_str()), ("2", "1"));
    assert_eq!(header("reset"), "1767225630", "half a minute after the first of January 2026");
    assert_eq!(api.get("/v1/apps/1").await.header("x-ratelimit-remaining"), "0", "errors count as well");
    let refused = api.post("/v1/apps", json!({ "name": "two-app" })).await;
    assert_eq!((refused.status, refused.header("retry-after")), (429, "30"));
    assert!(refused.error().contains("2 requests per minute"), "{}", refused.error());
    let other = api.with_token(Some(&api.emulator.mint(MintToken::new())));
    assert_eq!(other.get("/v1/apps").await.body["apps"].as_array().unwrap().len(), 1, "nothing was done");
    api.advance(30_000);
    assert_eq!(api.post("/v1/apps", json!({ "name": "two-app" })).await.status, 201);
    assert_eq!(api.get("/v1/health").await.header("x-ratelimit-limit"), "", "no token, no limit");
}

#[tokio::test]
async fn a_refusal_can_take_each_form() {
    let api = Api::start();
    assert_eq!(api.admin("GET", "/rate-limit", None).await.body, Value::Null);
    for (form, header, expected) in [
        ("seconds", "retry-after", "60"),
        ("date", "retry-after", "Thu, 01 Jan 2026 00:01:00 GMT"),
        ("ms", "retry-after-ms", "60000"),
        ("none", "retry-after", ""),
    ] {
        let limit = json!({ "per_minute": 1, "retry_after": form });
        let set = api.admin("POST", "/rate-limit", Some(limit.clone())).await;
        assert_eq!((set.status, set.body), (200, limit));
        assert_eq!(api.get("/v1/apps").await.status, 200, "a new limit starts with full buckets");
        let refused = api.get("/v1/apps").await;
        assert_eq!((refused.status, refused.header(header)), (429, expected));
        if form == "date" {
            assert_eq!(refused.header("date"), "Thu, 01 Jan 2026 00:00:00 GMT");
        }
    }
    assert_eq!(api.admin("DELETE", "/rate-limit", None).await.status, 204);
    assert_eq!(api.get("/v1/apps").await.header("x-ratelimit-limit"), "");
    for body in [json!({}), json!({ "per_minute": 0 }), json!({ "per_minute": 1, "retry_after": "soon" })] {
        assert_eq!(api.admin("POST", "/rate-limit", Some(body.clone())).await.status, 400, "{body}");
    }
    api.emulator.set_rate_limit(Some(RateLimit::per_minute(1).retry_after(RetryAfter::None)));
    assert_eq!(api.get("/v1/apps").await.header("x-ratelimit-remaining"), "0");
}
