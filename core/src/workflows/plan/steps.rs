//! What has to be done, in an order that is safe: the app, its settings, its secrets, members that come; one deployment; and only
//! then what goes away.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::desired::Desired;
use super::fingerprints::{Fingerprints, Key, Sameness, digest};
use super::live::Live;
use crate::generated::enums::PlannedAction;
use crate::generated::models::{Deployment, Member, PlannedChange};
use crate::generated::operations::{APPS_CREATE, APPS_UPDATE};
use crate::reconcile::same;
use crate::wire::{Extra, JsonValue, Secret};
use crate::workflows::spicepod;

/// Settings that only a new deployment brings to the runtime.
const OF_THE_RUNTIME: [&str; 14] = [
    "spicepod",
    "image_tag",
    "image",
    "registry",
    "update_channel",
    "version",
    "replicas",
    "resources",
    "executor",
    "region",
    "cluster_name",
    "node_group",
    "storage_size_gb",
    "storage_claim_size_gb",
];

/// Something to do.
#[derive(Debug)]
pub(super) enum Step {
    CreateApp(Map<String, JsonValue>),
    UpdateApp(Map<String, JsonValue>),
    SetSecret { name: String, is_new: bool },
    AddMember { username: String, roles: Vec<String> },
    UpdateMember { user_id: i64, username: String, roles: Vec<String> },
    Deploy { mark: String },
    DeleteSecret(String),
    RemoveMember { user_id: i64, username: String },
}

/// What has to be done, and what should be known before.
#[derive(Default)]
pub(super) struct Steps {
    pub(super) steps: Vec<(Step, String)>,
    pub(super) warnings: Vec<String>,
}

/// What a comparison goes by beside the two states.
pub(super) struct Rules<'a> {
    pub(super) prune: bool,
    pub(super) values: &'a BTreeMap<String, Secret>,
    pub(super) fingerprints: &'a Fingerprints,
    pub(super) key: Option<&'a Key>,
}

/// Compares what should be with what is.
pub(super) fn steps(desired: &Desired, live: &Live, rules: &Rules<'_>) -> Steps {
    let mut steps = Steps::default();
    let wants_deployment = steps.app(desired, live, rules.prune);
    let sets_secrets = steps.secrets(desired, live, rules);
    steps.members(desired, live);
    steps.deployment(desired, live, wants_deployment || sets_secrets);
    if rules.prune {
        steps.removals(desired, live);
    }
    steps
}

impl Steps {
    fn push(&mut self, step: Step, text: String) {
        self.steps.push((step, text));
    }

    fn warn(&mut self, text: impl Into<String>) {
        self.warnings.push(text.into());
    }

    /// The app and its settings; says whether the runtime needs them.
    fn app(&mut self, desired: &Desired, live: &Live, prune: bool) -> bool {
        let mut changes = Map::new();
        if live.app.is_none() {
            let mut body = Map::from_iter([("name".to_owned(), desired.name.clone().into())]);
            for (name, value) in &desired.settings {
                let at_once = APPS_CREATE.body.iter().any(|field| field.name == name);
                let part = if at_once { &mut body } else { &mut changes };
                part.insert(name.clone(), value.clone());
            }
            let place = body.get("region").and_then(Value::as_str).map(|region| format!(" in {region}"));
            self.push(Step::CreateApp(body), format!("app {}{}", desired.name, place.unwrap_or_default()));
        } else {
            let settable = APPS_UPDATE.body.iter().map(|field| field.name);
            for name in settable {
                let Some(wanted) = desired.setting(name) else { continue };
                if let Some(wanted) = wanted_instead(name, wanted, live.settings.get(name), prune) {
                    changes.insert(name.to_owned(), wanted);
                }
            }
            let only_at_first = desired
                .settings
                .iter()
                .filter(|(name, _)| !APPS_UPDATE.body.iter().any(|field| field.name == name.as_str()));
            for (name, _) in only_at_first {
                self.warn(format!("app.{name} counts only when the app is created, and is left as it is"));
            }
        }
        let of_the_runtime = changes.keys().any(|name| OF_THE_RUNTIME.contains(&name.as_str()));
        if !changes.is_empty() {
            let text: Vec<String> = changes
                .iter()
                .map(|(name, value)| change_in_words(name, live.settings.get(name), value))
                .collect();
            self.push(Step::UpdateApp(changes), format!("app {}: {}", desired.name, text.join(", ")));
        }
        live.app.is_none() || of_the_runtime
    }

    /// Secrets that are missing or have changed; says whether there are any.
    fn secrets(&mut self, desired: &Desired, live: &Live, rules: &Rules<'_>) -> bool {
        let before = self.steps.len();
        for name in desired.secrets.keys() {
            let Some(present) = live.secrets.get(name) else {
                self.push(Step::SetSecret { name: name.clone(), is_new: true }, format!("secret {name}"));
                continue;
            };
            let Some(value) = rules.values.get(name) else {
                self.warn(format!(
                    "secret {name} is there and no value of it is at hand: it is left as it is"
                ));
                continue;
            };
            let updated_at = present.updated_at.as_ref().map(crate::wire::Timestamp::as_text);
            let sameness = rules.key.map_or(Sameness::Unknown, |key| {
                rules.fingerprints.compare(key, &desired.name, name, value, updated_at.as_deref())
            });
            let why = match sameness {
                Sameness::Same => continue,
                Sameness::Other => "a new value",
                Sameness::Overwritten => "somebody else has set it since",
                Sameness::Unknown => {
                    self.warn(format!(
                        "secret {name} is there, and without its fingerprint nobody can tell whether its value is the same: it is left as it is"
                    ));
                    continue;
                }
            };
            self.push(Step::SetSecret { name: name.clone(), is_new: false }, format!("secret {name}: {why}"));
        }
        let missing = missing_secrets(desired, live);
        if !missing.is_empty() {
            self.warn(format!(
                "the spicepod refers to secrets that the app will not have: {}",
                missing.join(", ")
            ));
        }
        self.steps.len() > before
    }

    fn members(&mut self, desired: &Desired, live: &Live) {
        for (username, roles) in desired.members.iter().flatten() {
            let present = live.members.iter().find(|member| member.username.eq_ignore_ascii_case(username));
            let Some(member) = present else {
                let (username, roles) = (username.clone(), roles.clone());
                let text = format!("member {username} as {}", roles.join(", "));
                self.push(Step::AddMember { username, roles }, text);
                continue;
            };
            let has = roles_of(member);
            if has == *roles {
                continue;
            }
            if member.is_owner == Some(true) {
                self.warn(format!("member {username} is an owner, whose roles cannot be changed"));
                continue;
            }
            let text = format!("member {username}: {} → {}", has.join(", "), roles.join(", "));
            let step = Step::UpdateMember {
                user_id: member.user_id,
                username: username.clone(),
                roles: roles.clone(),
            };
            self.push(step, text);
        }
    }

    fn deployment(&mut self, desired: &Desired, live: &Live, has_changed: bool) {
        let spicepod = desired.setting("spicepod").or_else(|| live.settings.get("spicepod"));
        if spicepod.is_none_or(Value::is_null) {
            if has_changed {
                self.warn("the app has no spicepod, so that it is not deployed");
            }
            return;
        }
        let mark = mark(desired);
        let is_on_its_way = |newest: &&Deployment| !newest.status.is_terminal();
        let on_its_way = live.newest.as_ref().filter(is_on_its_way);
        if let Some(newest) = on_its_way.filter(|newest| !has_changed && mark_of(newest) == Some(&mark)) {
            self.warn(format!("deployment {} of this is on its way", newest.id));
            return;
        }
        let why = if live.app.is_none() {
            "for the first time"
        } else if has_changed {
            "with these changes"
        } else if live.succeeded.is_none() {
            "it has never been deployed"
        } else if live
            .succeeded
            .as_ref()
            .and_then(mark_of)
            .is_some_and(|deployed| is_of_older_values(deployed, &mark))
        {
            "what was applied has not been deployed yet"
        } else if is_behind(desired, live) {
            "secrets have changed since the last deployment that succeeded"
        } else {
            return;
        };
        if desired.deploy {
            self.push(Step::Deploy { mark }, format!("deploy {}: {why}", desired.name));
        } else {
            self.warn(format!(
                "{} needs a deployment, which the desired state does not allow: {why}",
                desired.name
            ));
        }
    }

    fn removals(&mut self, desired: &Desired, live: &Live) {
        if desired.has_secrets {
            for name in live.secrets.keys().filter(|name| !desired.secrets.contains_key(*name)) {
                self.push(Step::DeleteSecret(name.clone()), format!("secret {name}"));
            }
        }
        let Some(members) = &desired.members else { return };
        for member in &live.members {
            let is_wanted = members.keys().any(|username| username.eq_ignore_ascii_case(&member.username));
            if is_wanted {
                continue;
            }
            let username = member.username.clone();
            if member.is_owner == Some(true) {
                self.warn(format!("member {username} is an owner and stays"));
            } else {
                let text = format!("member {username}");
                self.push(Step::RemoveMember { user_id: member.user_id, username }, text);
            }
        }
    }
}

impl Step {
    /// The step as it is told.
    pub(super) fn told(&self, text: &str) -> PlannedChange {
        let (action, target) = match self {
            Self::CreateApp(_) => (PlannedAction::Create, "app".to_owned()),
            Self::UpdateApp(_) => (PlannedAction::Update, "app".to_owned()),
            Self::SetSecret { name, is_new: true } => (PlannedAction::Create, format!("secret:{name}")),
            Self::SetSecret { name, is_new: false } => (PlannedAction::Update, format!("secret:{name}")),
            Self::AddMember { username, .. } => (PlannedAction::Create, format!("member:{username}")),
            Self::UpdateMember { username, .. } => (PlannedAction::Update, format!("member:{username}")),
            Self::Deploy { .. } => (PlannedAction::Deploy, "app".to_owned()),
            Self::DeleteSecret(name) => (PlannedAction::Delete, format!("secret:{name}")),
            Self::RemoveMember { username, .. } => (PlannedAction::Delete, format!("member:{username}")),
        };
        PlannedChange { action, target, text: text.to_owned(), extra: Extra::default() }
    }
}

/// What a setting has to become; nothing when it is so already.
fn wanted_instead(name: &str, wanted: &Value, present: Option<&Value>, prune: bool) -> Option<Value> {
    match (name, present) {
        ("spicepod", Some(present)) => {
            let same = spicepod::read(present).is_ok_and(|present| present == *wanted);
            (!same).then(|| wanted.clone())
        }
        ("tags", Some(Value::Object(present))) if !prune => {
            let mut all = present.clone();
            all.extend(wanted.as_object().cloned().unwrap_or_default());
            (all != *present).then_some(Value::Object(all))
        }
        // Handles of regions are older than their names: a server may answer with another word for the same.
        _ => (!same(Some(wanted), present)).then(|| wanted.clone()),
    }
}

fn change_in_words(name: &str, before: Option<&Value>, after: &Value) -> String {
    let short = |value: &Value| match value {
        Value::Null => "none".to_owned(),
        Value::String(text) if text.len() <= 40 && !text.contains('\n') => text.clone(),
        Value::Number(_) | Value::Bool(_) => value.to_string(),
        _ => String::new(),
    };
    let (before, after) = (before.map_or_else(|| "none".to_owned(), short), short(after));
    if before.is_empty() || after.is_empty() {
        format!("{name} changes")
    } else {
        format!("{name} {before} → {after}")
    }
}

fn roles_of(member: &Member) -> Vec<String> {
    let mut roles: Vec<String> = member.roles.iter().map(|role| role.as_str().to_owned()).collect();
    roles.sort();
    roles
}

/// Secrets that the spicepod will refer to in vain.
fn missing_secrets(desired: &Desired, live: &Live) -> Vec<String> {
    let spicepod = desired.setting("spicepod").or_else(|| live.settings.get("spicepod"));
    let Some(spicepod) =
        spicepod.filter(|_| desired.has_secrets).and_then(|given| spicepod::read(given).ok())
    else {
        return Vec::new();
    };
    let mut missing: Vec<String> =
        spicepod::references(&spicepod).into_iter().map(|found| found.name).collect();
    missing.retain(|name| !desired.secrets.contains_key(name) && !live.secrets.contains_key(name));
    missing.sort();
    missing.dedup();
    missing
}

/// What tells the settings that the runtime is to be started with from others: which they are, and what they are.
fn mark(desired: &Desired) -> String {
    let settings = OF_THE_RUNTIME.iter().filter_map(|name| Some((*name, desired.setting(name)?)));
    let settings: Map<String, Value> =
        settings.map(|(name, value)| (name.to_owned(), value.clone())).collect();
    let names: Value = settings.keys().cloned().collect();
    format!("{}{}", &digest(&names)[..NAMES], &digest(&settings.into())[..8])
}

/// How much of a mark says which settings were spoken of. Where those are others, nobody can tell.
const NAMES: usize = 4;

fn is_of_older_values(deployed: &str, mark: &str) -> bool {
    deployed.get(..NAMES) == mark.get(..NAMES) && deployed != mark
}

/// How a deployment says what was applied.
pub(super) fn message_of(mark: &str) -> String {
    format!("spice-cloud apply [plan:{mark}]")
}

fn mark_of(deployment: &Deployment) -> Option<&str> {
    let message = deployment.commit_message.as_deref()?;
    message.split_once("[plan:")?.1.split_once(']').map(|(mark, _)| mark)
}

/// Whether secrets that the plan speaks of are newer than what runs.
fn is_behind(desired: &Desired, live: &Live) -> bool {
    let named = live.secrets.values().filter(|secret| desired.secrets.contains_key(&secret.name));
    let secrets = named.cloned().collect();
    !crate::workflows::drift::judge(secrets, live.succeeded.clone()).ok
}
