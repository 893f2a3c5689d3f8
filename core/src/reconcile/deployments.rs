//! Deployments have growing numbers: one above the newest that was there before is ours when it says all that we said.

use serde_json::Value;

use super::{Candidate, Change, Finding, Traced};
use crate::client::Client;
use crate::generated::inputs::ListDeployments;
use crate::generated::models::Deployment;
use crate::pending::Pending;
use crate::request::Request;

/// How far back is looked: one page.
const NEWEST: usize = 100;

/// Fields of the request that a deployment tells again.
const TOLD_AGAIN: [&str; 7] =
    ["branch", "commit_sha", "commit_message", "image_tag", "channel", "replicas", "debug"];

impl Traced for Deployment {
    fn before(client: &Client, change: &Change) -> Pending<Option<Value>> {
        let mut newest = list(client, change, 1);
        Pending::new(async move {
            let mut last = 0;
            while let Some(deployment) = newest.try_next().await? {
                last = last.max(deployment.id);
            }
            Ok(Some(last.into()))
        })
    }

    fn look(client: &Client, change: &Change) -> Pending<Finding<Self>> {
        let (mut newest, change) = (list(client, change, NEWEST), change.clone());
        Pending::new(async move {
            // Without knowing what was there before, any of them may be ours.
            let Some(last) = change.watermark() else { return Ok(Finding::Unclear(Vec::new())) };
            let mut found = Vec::new();
            while let Some(deployment) = newest.try_next().await? {
                if deployment.id > last && agrees(&deployment, &change) {
                    found.push(deployment);
                }
            }
            Ok(judge(found))
        })
    }

    fn mark(request: &mut Request) {
        let mark = format!("[k:{:08x}]", fastrand::u32(..));
        let marked = match request.body.members.get("commit_message").and_then(Value::as_str) {
            Some(message) => format!("{message} {mark}"),
            None => mark,
        };
        request.body.put("commit_message", marked);
    }
}

fn list(client: &Client, change: &Change, most: usize) -> crate::paging::Pager<Deployment> {
    let size = u32::try_from(most).unwrap_or(u32::MAX);
    let all = client.deployments().list(change.id("app_id"), ListDeployments::default());
    all.page_size(size).limit(most)
}

/// Whether a deployment contradicts the request in nothing.
fn agrees(deployment: &Deployment, change: &Change) -> bool {
    let Ok(Value::Object(told)) = serde_json::to_value(deployment) else { return false };
    let agrees = |name: &&str| match (change.body.get(*name), told.get(*name)) {
        (Some(sent), Some(told)) if !sent.is_null() && !told.is_null() => sent == told,
        _ => true,
    };
    TOLD_AGAIN.iter().all(agrees)
}

/// Whether a deployment says that it was not started by a call of the API. Which words there are is not known: one that says so
/// is neither taken for ours nor for nobody's.
fn is_from_elsewhere(deployment: &Deployment) -> bool {
    deployment.creation_source.as_deref().is_some_and(|source| source != "api")
}

/// One that is newer than all that were there before is ours.
fn judge(found: Vec<Deployment>) -> Finding<Deployment> {
    let (mut ours, elsewhere): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| !is_from_elsewhere(one));
    if ours.len() == 1
        && let Some(only) = ours.pop()
    {
        return Finding::Happened(only);
    }
    if ours.is_empty() && elsewhere.is_empty() {
        return Finding::Nothing;
    }
    let all = ours.into_iter().chain(elsewhere);
    Finding::Unclear(all.map(|one| Candidate::Deployment(Box::new(one))).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn does_agree(sent: &Value, told: &Value) -> bool {
        let change =
            json!({ "operation": "deployments.create", "path": {}, "body": sent, "before": 5, "began": 0 });
        let mut deployment = json!({ "id": 9, "status": "queued" });
        deployment.as_object_mut().unwrap().extend(told.as_object().unwrap().clone());
        agrees(&serde_json::from_value(deployment).unwrap(), &Change::read(&change.to_string()).unwrap())
    }

    #[test]
    fn a_deployment_is_not_ours_when_it_says_something_else() {
        for (sent, told) in [
            (json!({ "branch": "main" }), json!({ "branch": "main", "replicas": 2 })),
            // Neither side contradicts what the other leaves open.
            (json!({ "branch": "main" }), json!({})),
            (json!({ "branch": "main" }), json!({ "branch": null })),
            (json!({ "branch": null, "debug": null }), json!({ "branch": "main", "debug": true })),
            (json!({ "other": 1 }), json!({ "other": 2 })),
        ] {
            assert!(does_agree(&sent, &told), "{sent} {told}");
        }
        for (sent, told) in [
            (json!({ "branch": "main" }), json!({ "branch": "dev" })),
            (json!({ "branch": "main", "replicas": 2 }), json!({ "branch": "main", "replicas": 3 })),
            (json!({ "debug": false }), json!({ "debug": true })),
        ] {
            assert!(!does_agree(&sent, &told), "{sent} {told}");
        }
    }
}
