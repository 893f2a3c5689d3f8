//! The datasets of a runtime, and whether they can be queried.

use serde_json::{Value, json};

use super::Visit;
use crate::http::reply::Reply;
use crate::state::manifest::Manifest;

/// Where rows come from that nobody has said more of.
const SOMEWHERE: &str = "emulator";

pub(super) fn answer(visit: &Visit, running: &Manifest, query: Option<&str>) -> Reply {
    let mut pairs = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let with_status = pairs.any(|(name, value)| name == "status" && value == "true");
    let deployed = running.datasets.iter().map(|dataset| (&dataset.name, dataset.from.as_str()));
    let others = visit.loaded.keys().filter(|name| running.dataset(name).is_none());
    let named = deployed.chain(others.map(|name| (name, SOMEWHERE)));
    let views: Vec<Value> = named
        .map(|(name, from)| {
            let loaded = visit.loaded.get(name);
            let from = loaded.and_then(|loaded| loaded.from.as_deref()).unwrap_or(from);
            let mut view = json!({ "name": name, "from": from });
            if with_status {
                view["status"] = json!(if loaded.is_some() { "ready" } else { "error" });
                if loaded.is_none() {
                    view["error_message"] = json!(no_rows(visit.app_id, name));
                }
            }
            view
        })
        .collect();
    Reply::json(200, &json!(views))
}

/// Says how rows get into the emulator, which connects to no source.
pub(super) fn no_rows(app_id: i64, name: &str) -> String {
    format!(
        "The emulator has no rows of {name}; load some with PUT /_emulator/apps/{app_id}/datasets/{name} and a body such as \
         {{\"rows\":[{{\"id\":1}}]}}"
    )
}
