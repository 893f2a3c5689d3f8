//! Apps have names of their own: one with the name that was asked for, created since, is ours.

use std::time::Duration;

use serde_json::Value;

use super::{Candidate, Change, Finding, Traced, update};
use crate::client::Client;
use crate::generated::models::App;
use crate::generated::operations::APPS_UPDATE;
use crate::pending::Pending;
use crate::wire::Timestamp;

/// Clocks may differ by so much without it meaning anything.
const SLACK: Duration = Duration::from_secs(5);

impl Traced for App {
    fn before(client: &Client, change: &Change) -> Pending<Option<Value>> {
        if change.operation == APPS_UPDATE.id {
            return update::before(client, change);
        }
        Pending::new(async { Ok(None) })
    }

    /// An older app under the name may be a deleted one that the request brought back, which keeps its time of creation, or
    /// somebody else's that was there all along. Nobody can tell, and a caller who takes it for new may do harm to it.
    fn look(client: &Client, change: &Change) -> Pending<Finding<Self>> {
        if change.operation == APPS_UPDATE.id {
            return update::look(client, change);
        }
        let (client, change) = (client.clone(), change.clone());
        Pending::new(async move {
            let name = change.text("name").unwrap_or_default();
            let Some(app) = client.apps().find(name).await? else { return Ok(Finding::Nothing) };
            let age = client.settings().pace.scaled(change.age());
            Ok(if is_fresh(&app, age) {
                Finding::Happened(app)
            } else {
                Finding::Unclear(vec![Candidate::App(Box::new(app))])
            })
        })
    }
}

/// Whether an app was created since a change began so long ago, by the clock of the server that told of it.
fn is_fresh(app: &App, age: Duration) -> bool {
    let created = app.created_at.as_ref().and_then(Timestamp::unix_millis);
    let began = app.meta.server_time().map(|now| now.saturating_sub(age + SLACK));
    let (Some(created), Some(began)) = (created, began) else { return false };
    i64::try_from(began.as_millis()).is_ok_and(|began| created >= began)
}
