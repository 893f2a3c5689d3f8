//! Several rules under one name, for whoever wants trouble of a kind and not a certain one.

use serde_json::{Value, json};

/// The rules of a preset; nothing when there is none of the name. Each rule has an id that begins with the name.
pub(crate) fn rules(name: &str) -> Option<Vec<Value>> {
    let rules = match name {
        // One request in ten meets something that a network does.
        "flaky-network" => vec![
            json!({ "do": { "kind": "drop_before_commit", "reset": true }, "probability": 0.03 }),
            json!({ "do": { "kind": "drop_after_commit" }, "probability": 0.03 }),
            json!({ "do": { "kind": "reset_mid_body", "bytes": 20 }, "probability": 0.02 }),
            json!({ "do": { "kind": "delay", "ms": 50 }, "probability": 0.02 }),
        ],
        "maintenance" => vec![json!({
            "match": { "path": "/v1/**" },
            "do": { "kind": "status", "status": 503, "headers": { "retry-after": "1" },
                    "body": { "error": "Down for maintenance" } }
        })],
        "rate-limited" => vec![json!({
            "match": { "path": "/v1/**" }, "probability": 0.3,
            "do": { "kind": "status", "status": 429, "headers": { "retry-after": "1" },
                    "body": { "error": "Too many requests" } }
        })],
        "slow-deploys" => vec![json!({
            "match": { "method": "GET", "path": "/v1/*/*/deployments/*" }, "do": { "kind": "status_regress" }, "times": 20
        })],
        "auth-outage" => vec![json!({
            "match": { "path": "/api/oauth/token" },
            "do": { "kind": "status", "status": 503, "text": "upstream connect error" }
        })],
        _ => return None,
    };
    let named = rules.into_iter().enumerate().map(|(number, mut rule)| {
        rule["id"] = format!("{name}-{}", number + 1).into();
        rule
    });
    Some(named.collect())
}

/// Every preset.
pub(crate) const NAMES: [&str; 5] =
    ["flaky-network", "maintenance", "rate-limited", "slow-deploys", "auth-outage"];
