//! Monitors and reactions, which the API calls alerts together: they share their names and their number.

mod check;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::apps::App;
use super::{Env, State, text};
use crate::errors::ApiFailure;

/// How many alerts an app may have, disabled ones too.
const MOST: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Monitor,
    Reaction,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Monitor => "Monitor",
            Self::Reaction => "Reaction",
        }
    }
}

/// A monitor or a reaction. Nothing is measured, so that none ever fires.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Alert {
    id: String,
    kind: Kind,
    name: String,
    description: Option<String>,
    status: String,
    template: String,
    spec: Map<String, Value>,
    /// As they were sent, but for tokens, which nobody needs here.
    targets: Vec<Value>,
    recipients: Vec<i64>,
}

impl Alert {
    pub(super) fn view(&self, app: &App) -> Value {
        let mut view = json!({
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "status": self.status,
            "templateId": self.template,
            "spec": self.spec,
            "targets": self.targets,
            "target": self.targets.first(),
            "recipientUserIds": self.recipients,
            "last_fired_at": null,
            "last_resolved_at": null,
        });
        if self.kind == Kind::Monitor {
            let is_blind = self.template == check::CPU && !app.config.has_cpu_limit();
            view["evaluation_unavailable_reason"] = json!(is_blind.then_some("cpu_limit_missing"));
        }
        view
    }

    fn is(&self, kind: Kind, id: &str) -> bool {
        self.kind == kind && self.id.eq_ignore_ascii_case(id)
    }
}

fn not_found(kind: Kind, id: &str) -> ApiFailure {
    ApiFailure::new(404, format!("{} with ID {id} not found", kind.name()))
}

pub(crate) fn list(state: &State, org_id: i64, app_id: i64, kind: Kind) -> Result<Value, ApiFailure> {
    let app = state.app(org_id, app_id)?;
    let alerts = app.alerts.iter().filter(|alert| alert.kind == kind);
    let alerts: Vec<Value> = alerts.map(|alert| alert.view(app)).collect();
    Ok(match kind {
        Kind::Monitor => json!({ "monitors": alerts }),
        Kind::Reaction => json!({ "reactions": alerts }),
    })
}

pub(crate) fn get(
    state: &State,
    org_id: i64,
    app_id: i64,
    kind: Kind,
    id: &str,
) -> Result<Value, ApiFailure> {
    let app = state.app(org_id, app_id)?;
    let alert = app.alerts.iter().find(|alert| alert.is(kind, id));
    alert.map(|alert| alert.view(app)).ok_or_else(|| not_found(kind, id))
}

/// Creates an alert, which tells `user` where the body names nobody: the owner when a client calls.
pub(crate) fn create(
    state: &mut State,
    env: &mut Env<'_>,
    org_id: i64,
    app_id: i64,
    kind: Kind,
    body: &Map<String, Value>,
    user: Option<i64>,
) -> Result<Value, ApiFailure> {
    let org = state.org(org_id)?;
    let app = state.app(org_id, app_id)?;
    let template = text(body.get("templateId")).unwrap_or_default();
    check::template(kind, &template)?;
    let spec = check::spec(kind, &template, body.get("spec"))?;
    let targets = check::targets(body)?.unwrap_or_else(|| vec![json!({ "type": "email" })]);
    let by_mail = targets.iter().any(|target| target["type"] == "email");
    let caller = by_mail.then(|| user.unwrap_or(org.owner_id));
    let recipients = check::recipients(org, body)?.unwrap_or_else(|| caller.into_iter().collect());
    check::is_available(&template, app)?;
    if app.paused {
        return Err(ApiFailure::new(409, "The app is paused; resume it first"));
    }
    let name = text(body.get("name")).unwrap_or_default();
    check_name(app, &name, None)?;
    if app.alerts.len() >= MOST {
        let message = format!("An app has at most {MOST} monitors and reactions");
        return Err(ApiFailure::new(409, message));
    }
    let alert = Alert {
        id: uuid(env),
        kind,
        name,
        description: text(body.get("description")),
        status: text(body.get("status")).unwrap_or_else(|| "active".to_owned()),
        template,
        spec,
        targets,
        recipients,
    };
    let app = state.app_mut(org_id, app_id)?;
    let view = alert.view(app);
    app.alerts.push(alert);
    Ok(view)
}

/// Changes what the body names; a spec and targets are replaced as a whole. A body that is refused changes nothing.
pub(crate) fn update(
    state: &mut State,
    org_id: i64,
    app_id: i64,
    kind: Kind,
    id: &str,
    body: &Map<String, Value>,
) -> Result<Value, ApiFailure> {
    let org = state.org(org_id)?;
    let app = state.app(org_id, app_id)?;
    let place = app.alerts.iter().position(|alert| alert.is(kind, id));
    let (place, present) =
        place.and_then(|place| Some((place, app.alerts.get(place)?))).ok_or_else(|| not_found(kind, id))?;
    let mut changed = present.clone();
    if let Some(template) = text(body.get("templateId")) {
        check::template(kind, &template)?;
        if template != changed.template && !body.contains_key("spec") {
            return Err(ApiFailure::field("spec", "Another template needs a spec of its own"));
        }
        check::is_available(&template, app)?;
        changed.template = template;
    }
    if body.contains_key("spec") {
        changed.spec = check::spec(kind, &changed.template, body.get("spec"))?;
    }
    if let Some(targets) = check::targets(body)? {
        changed.targets = targets;
    }
    if let Some(recipients) = check::recipients(org, body)? {
        changed.recipients = recipients;
    }
    if let Some(name) = text(body.get("name")) {
        check_name(app, &name, Some(place))?;
        changed.name = name;
    }
    if let Some(description) = body.get("description") {
        changed.description = text(Some(description));
    }
    if let Some(status) = text(body.get("status")) {
        changed.status = status;
    }
    let view = changed.view(app);
    if let Some(alert) = state.app_mut(org_id, app_id)?.alerts.get_mut(place) {
        *alert = changed;
    }
    Ok(view)
}

pub(crate) fn delete(
    state: &mut State,
    org_id: i64,
    app_id: i64,
    kind: Kind,
    id: &str,
) -> Result<Value, ApiFailure> {
    let alerts = &mut state.app_mut(org_id, app_id)?.alerts;
    let before = alerts.len();
    alerts.retain(|alert| !alert.is(kind, id));
    if alerts.len() == before { Err(not_found(kind, id)) } else { Ok(json!({ "ok": true })) }
}

/// Refuses a name that another alert of the app has, of whichever kind. `own` is the place of the one that is changed.
fn check_name(app: &App, name: &str, own: Option<usize>) -> Result<(), ApiFailure> {
    let mut others = app.alerts.iter().enumerate().filter(|(place, _)| Some(*place) != own);
    if others.any(|(_, alert)| alert.name.eq_ignore_ascii_case(name)) {
        return Err(ApiFailure::new(409, format!("A monitor or reaction \"{name}\" already exists")));
    }
    Ok(())
}

/// A random UUID, of version 4.
fn uuid(env: &mut Env<'_>) -> String {
    let number = u128::from_be_bytes(env.random.bytes::<16>());
    let marked = (number & !(0xf000_u128 << 64) & !(0xc000_u128 << 48)) | (0x4000 << 64) | (0x8000 << 48);
    let digits = format!("{marked:032x}");
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default().to_owned();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::seeds;

    #[test]
    fn identifiers_are_uuids() {
        let (_, mut random) = seeds::example_state();
        let mut env = Env { now: Timestamp::UNIX_EPOCH, random: &mut random };
        for _ in 0..50 {
            let id = uuid(&mut env);
            let parts: Vec<&str> = id.split('-').collect();
            assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12], "{id}");
            assert!(parts[2].starts_with('4') && parts[3].starts_with(['8', '9', 'a', 'b']), "{id}");
        }
    }
}
