//! An update of an app that must not undo what somebody else has changed since the app was read.
//!
//! The API has no condition for it: an app tells neither a version nor when it was changed. So the SDK reads it anew before it
//! sends anything, and once more when an answer is lost. Between that look and the request there is a moment in which somebody
//! may still write.

use serde_json::{Map, Value};

use super::{Candidate, Change, Finding, Sending};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::inputs::AppId;
use crate::generated::models::App;
use crate::generated::operations::APPS_UPDATE;
use crate::pending::Pending;
use crate::request::Request;

impl Client {
    /// Sends an update unless the app is no longer as it was.
    pub(crate) fn update_unless_changed(&self, request: Request, was: &App) -> Pending<App> {
        let (client, was) = (self.clone(), settings_of(was));
        Pending::new(async move {
            let was = was.map_err(|error| error.of(&APPS_UPDATE))?;
            if client.shows_changes() {
                return client.send(request).await;
            }
            client.check(&request)?;
            let mut sending = Sending::new(client, Request { once: true, ..request });
            sending.change.before = Some(was);
            sending.run().await
        })
    }
}

/// Everything of an app that an update can set.
pub(crate) fn settings_of(app: &App) -> Result<Value> {
    let app = serde_json::to_value(app).unwrap_or_default();
    let Some(config) = app.get("config").filter(|config| !config.is_null()) else {
        let message = "nothing was sent: an app from a list does not tell how it runs, so that nobody can tell what changed";
        return Err(Error::new(ErrorKind::ValidationError, message).with_hint("read it with apps.get first"));
    };
    let setting = |name: &str| config.get(name).or_else(|| app.get(name)).cloned();
    let names = APPS_UPDATE.body.iter().map(|field| field.name);
    Ok(names.filter_map(|name| Some((name.to_owned(), setting(name)?))).collect::<Map<_, _>>().into())
}

/// Refuses when the app is no longer as it was.
pub(super) fn before(client: &Client, change: &Change) -> Pending<Option<Value>> {
    let (app, was) =
        (client.apps().get(AppId::from(change.id("app_id"))), change.before.clone().unwrap_or_default());
    Pending::new(async move {
        let is = settings_of(&app.await?)?;
        if differing(&was, &is).next().is_some() { Err(stale(&was, &is)) } else { Ok(Some(was)) }
    })
}

/// Whether the update is there.
pub(super) fn look(client: &Client, change: &Change) -> Pending<Finding<App>> {
    let (app, change) = (client.apps().get(AppId::from(change.id("app_id"))), change.clone());
    Pending::new(async move {
        let app = app.await?;
        let (is, was) = (settings_of(&app)?, change.before.unwrap_or_default());
        if differing(&was, &is).next().is_none() {
            return Ok(Finding::Nothing);
        }
        let mut others = change.body.iter().filter(|(name, value)| !same(Some(value), is.get(name.as_str())));
        Ok(match (others.next(), others.all(|(name, value)| may_change_its_form(name, value))) {
            (None, _) => Finding::Happened(app),
            (Some((name, value)), true) if may_change_its_form(name, value) => {
                Finding::Unclear(vec![Candidate::App(Box::new(app))])
            }
            _ => Finding::Refused(stale(&was, &is)),
        })
    })
}

/// Whether a server may give something back in other words than it was sent in: a manifest, say, as an object for a text.
fn may_change_its_form(name: &str, value: &Value) -> bool {
    let is_known = APPS_UPDATE.body.iter().any(|field| field.name == name);
    !is_known || value.is_object() || ["spicepod", "storage_claim_size_gb"].contains(&name)
}

/// The members in which two objects differ.
fn differing<'a>(one: &'a Value, other: &'a Value) -> impl Iterator<Item = &'a str> {
    let more = names(other).filter(|name| one.get(name).is_none());
    names(one).chain(more).filter(|name| !same(one.get(name), other.get(name)))
}

fn names(object: &Value) -> impl Iterator<Item = &str> {
    object.as_object().into_iter().flat_map(Map::keys).map(String::as_str)
}

/// Nothing may be written as null, as an empty object, or not at all.
pub(crate) fn same(one: Option<&Value>, other: Option<&Value>) -> bool {
    let something =
        |value: &&Value| !value.is_null() && value.as_object().is_none_or(|members| !members.is_empty());
    one.filter(something) == other.filter(something)
}

fn stale(was: &Value, is: &Value) -> Error {
    let changed: Vec<&str> = differing(was, is).collect();
    let message = format!("somebody has changed the app since it was read: {}", changed.join(", "));
    Error::new(ErrorKind::Conflict, message).with_hint("read the app again, and decide anew").of(&APPS_UPDATE)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nothing_can_be_written_in_several_ways() {
        for (one, other) in [
            (None, None),
            (None, Some(json!(null))),
            (Some(json!({})), None),
            (Some(json!({})), Some(json!(null))),
            (Some(json!({ "a": 1 })), Some(json!({ "a": 1 }))),
        ] {
            assert!(same(one.as_ref(), other.as_ref()), "{one:?} {other:?}");
            assert!(same(other.as_ref(), one.as_ref()), "{one:?} {other:?}");
        }
        for something in [json!(""), json!(0), json!(false), json!([]), json!({ "a": null })] {
            assert!(!same(Some(&something), None), "{something}");
            assert!(!same(Some(&json!({})), Some(&something)), "{something}");
        }
    }

    #[test]
    fn only_some_settings_may_come_back_in_other_words() {
        for (name, value) in [
            ("spicepod", json!("kind: Spicepod")),
            ("storage_claim_size_gb", json!(10)),
            ("tags", json!({ "team": "bi" })),
            // Nobody knows what a server makes of what it alone knows.
            ("invented", json!("x")),
        ] {
            assert!(may_change_its_form(name, &value), "{name}");
        }
        for (name, value) in [("description", json!("ours")), ("replicas", json!(2))] {
            assert!(!may_change_its_form(name, &value), "{name}");
        }
    }
}
