//! What a plan says of two states.

mod served;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::desired::Desired;
use super::fingerprints::{Fingerprints, Key};
use super::in_words;
use super::live::Live;
use super::steps::{Rules, Step, Steps, message_of, steps};
use crate::engine::tests::script::client;
use crate::reconcile::settings_of;
use crate::wire::{Secret, Timestamp};
use crate::{App, PlannedAction};

const EARLY: &str = "2026-01-01T00:00:00Z";
const NOON: &str = "2026-01-01T12:00:00Z";

fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

/// An app that is there, with this configuration, and has been deployed since its secrets were set.
fn live(config: &Value) -> Live {
    let app = json!({ "id": 7, "name": "bi", "tags": { "team": "bi", "tier": "1" }, "config": config });
    let app: App = read(app);
    let succeeded = read(json!({ "id": 5, "status": "succeeded", "started_at": NOON }));
    Live {
        settings: settings_of(&app).unwrap(),
        app: Some(app),
        secrets: BTreeMap::new(),
        members: Vec::new(),
        newest: Some(read(json!({ "id": 5, "status": "succeeded", "started_at": NOON }))),
        succeeded: Some(succeeded),
    }
}

fn nothing() -> Live {
    Live {
        app: None,
        settings: Value::Null,
        secrets: BTreeMap::new(),
        members: Vec::new(),
        newest: None,
        succeeded: None,
    }
}

fn with_secret(mut live: Live, name: &str, updated_at: &str) -> Live {
    let secret = json!({ "name": name, "created_at": EARLY, "updated_at": updated_at });
    live.secrets.insert(name.to_owned(), read(secret));
    live
}

fn with_members(mut live: Live) -> Live {
    live.members = read(json!([
        { "user_id": 1, "username": "Ada", "roles": ["owner"], "is_owner": true },
        { "user_id": 2, "username": "grace", "roles": ["viewer", "admin"] },
        { "user_id": 3, "username": "joan", "roles": ["viewer"] },
    ]));
    live
}

fn spicepod() -> Value {
    json!({ "name": "bi", "kind": "Spicepod" })
}

fn desired(state: &Value) -> Desired {
    Desired::read(state).unwrap()
}

fn found(state: &Value, live: &Live, prune: bool) -> Steps {
    let rules = Rules { prune, values: &BTreeMap::new(), fingerprints: &Fingerprints::default(), key: None };
    steps(&desired(state), live, &rules)
}

/// What is to be done and what should be known, as people read it.
fn said(found: &Steps) -> Vec<String> {
    in_words(&found.steps, &found.warnings).lines().map(str::to_owned).collect()
}

#[test]
fn what_is_as_it_should_be_needs_nothing() {
    let live = live(&json!({ "replicas": 2, "spicepod": spicepod(), "image_tag": "1.0" }));
    let state = json!({
        "app": { "name": "bi", "replicas": 2, "spicepod": spicepod(), "tags": { "team": "bi" } },
    });
    assert_eq!(said(&found(&state, &live, false)), ["Nothing to change."]);
}

#[test]
fn what_comes_is_done_before_the_deployment_and_what_goes_after_it() {
    let mut live = with_secret(with_members(live(&json!({ "spicepod": spicepod() }))), "OLD", EARLY);
    live.settings["replicas"] = json!(1);
    let state = json!({
        "app": { "name": "bi", "replicas": 2, "description": "figures" },
        "secrets": ["NEW"],
        "members": { "ada": ["owner"], "grace": ["viewer"], "new": ["viewer", "admin"] },
    });
    let told = [
        "~ app bi: description none → figures, replicas 1 → 2",
        "+ secret NEW",
        "~ member grace: admin, viewer → viewer",
        "+ member new as admin, viewer",
        "> deploy bi: with these changes",
        "- secret OLD",
        "- member joan",
    ];
    let all = found(&state, &live, true);
    assert_eq!(said(&all), told);
    let actions: Vec<PlannedAction> = all.steps.iter().map(|(step, text)| step.told(text).action).collect();
    assert_eq!(actions[4..], [PlannedAction::Deploy, PlannedAction::Delete, PlannedAction::Delete]);
    // Nothing goes away unless that is asked for.
    assert_eq!(said(&found(&state, &live, false)), told[..5]);
    // What was not spoken of stays in any case.
    assert_eq!(said(&found(&json!({ "app": { "name": "bi" } }), &live, true)), ["Nothing to change."]);
}

#[test]
fn an_app_that_is_not_there_is_created_with_what_only_that_can_set() {
    let state = json!({
        "app": { "name": "bi", "region": "us-east-1", "image_tag": "1.0", "spicepod": spicepod() },
        "secrets": ["A"],
    });
    let all = found(&state, &nothing(), true);
    let words = said(&all);
    assert_eq!(words[0], "+ app bi in us-east-1");
    assert_eq!(words.last().unwrap(), "> deploy bi: for the first time");
    let Step::CreateApp(body) = &all.steps[0].0 else { panic!("{words:?}") };
    assert_eq!((&body["name"], &body["region"]), (&json!("bi"), &json!("us-east-1")));
    // Whatever a creation cannot set follows at once.
    let rest = all.steps.iter().find_map(|(step, _)| match step {
        Step::UpdateApp(body) => Some(body.clone()),
        _ => None,
    });
    let set: Vec<&String> = body.keys().chain(rest.iter().flat_map(|rest| rest.keys())).collect();
    for name in ["image_tag", "spicepod"] {
        assert_eq!(set.iter().filter(|set| **set == name).count(), 1, "{name} {set:?}");
    }
}

#[test]
fn tags_are_merged_and_only_pruning_takes_some_away() {
    let live = live(&json!({}));
    let state = |tags: Value| json!({ "app": { "name": "bi", "tags": tags } });
    let tags = |state: &Value, prune| {
        let steps = found(state, &live, prune).steps;
        steps.first().map(|(step, _)| match step {
            Step::UpdateApp(body) => body["tags"].clone(),
            other => panic!("{other:?}"),
        })
    };
    let other = state(json!({ "tier": "2", "new": "x" }));
    assert_eq!(tags(&other, false), Some(json!({ "team": "bi", "tier": "2", "new": "x" })));
    assert_eq!(tags(&other, true), Some(json!({ "tier": "2", "new": "x" })));
    let fewer = state(json!({ "team": "bi" }));
    assert_eq!((tags(&fewer, false), tags(&fewer, true)), (None, Some(json!({ "team": "bi" }))));
    // Tags are nothing that a runtime is started with.
    assert_eq!(found(&other, &live, false).steps.len(), 1);
}

#[test]
fn a_spicepod_is_the_same_as_text_and_as_an_object() {
    let text = "kind: Spicepod\nname: bi\n";
    for (wanted, present) in
        [(json!(text), spicepod()), (spicepod(), json!(text)), (json!(text), json!(text))]
    {
        let live = live(&json!({ "spicepod": present }));
        let state = json!({ "app": { "name": "bi", "spicepod": wanted } });
        assert_eq!(said(&found(&state, &live, false)), ["Nothing to change."], "{wanted} {present}");
    }
    let live = live(&json!({ "spicepod": text }));
    let state = json!({ "app": { "name": "bi", "spicepod": { "name": "other" } } });
    let told = ["~ app bi: spicepod changes", "> deploy bi: with these changes"];
    assert_eq!(said(&found(&state, &live, false)), told);
}

#[test]
fn secrets_are_set_when_they_are_missing_or_surely_other() {
    let key = Key::of(&client([]).0, Some("key")).unwrap();
    let mut prints = Fingerprints::default();
    let at = |time: &str| Some(Timestamp::parse(time).as_text());
    for name in ["SAME", "OTHER", "OVERWRITTEN", "NO_VALUE"] {
        prints.note(&key, "bi", name, &Secret::from("canary"), at(EARLY));
    }
    let values: BTreeMap<String, Secret> = [
        ("SAME", "canary"),
        ("OTHER", "canary-2"),
        ("OVERWRITTEN", "canary"),
        ("UNKNOWN", "canary"),
        ("NEW", "canary"),
    ]
    .map(|(name, value)| (name.to_owned(), value.into()))
    .into();
    let mut live = live(&json!({}));
    for name in ["SAME", "OTHER", "UNKNOWN", "NO_VALUE"] {
        live = with_secret(live, name, EARLY);
    }
    live = with_secret(live, "OVERWRITTEN", "2026-01-01T06:00:00Z");
    let state = desired(&json!({
        "app": { "name": "bi" },
        "secrets": ["SAME", "OTHER", "OVERWRITTEN", "UNKNOWN", "NO_VALUE", "NEW"],
    }));
    let rules = Rules { prune: false, values: &values, fingerprints: &prints, key: Some(&key) };
    let all = steps(&state, &live, &rules);
    let words = said(&all);
    let steps = [
        "+ secret NEW",
        "~ secret OTHER: a new value",
        "~ secret OVERWRITTEN: somebody else has set it since",
    ];
    assert_eq!(words[..3], steps);
    assert!(all.warnings[0].starts_with("secret NO_VALUE is there and no value of it is at hand"));
    assert!(all.warnings[1].starts_with("secret UNKNOWN is there, and without its fingerprint"));
    assert!(!words.concat().contains("canary"), "{words:?}");
    // Without a key nobody can tell anything of those that are there.
    let without = super::steps::steps(&state, &live, &Rules { key: None, ..rules });
    assert_eq!(said(&without)[0], "+ secret NEW");
    assert_eq!((without.steps.len(), without.warnings.len()), (1, 6));
}

#[test]
fn secrets_that_a_spicepod_refers_to_in_vain_are_named() {
    let refers = json!({ "params": { "a": "${secrets:HERE} ${secrets:THERE}", "b": "${secrets:GONE} ${secrets:GONE}" } });
    let live = with_secret(live(&json!({ "spicepod": refers })), "THERE", EARLY);
    let state = json!({ "app": { "name": "bi" }, "secrets": ["HERE"] });
    let warning = "the spicepod refers to secrets that the app will not have: GONE";
    assert_eq!(found(&state, &live, false).warnings, [warning]);
    // Whoever does not speak of secrets is not told about them.
    assert!(found(&json!({ "app": { "name": "bi" } }), &live, false).warnings.is_empty());
}

#[test]
fn an_owner_keeps_the_role_and_stays() {
    let live = with_members(live(&json!({})));
    let state = json!({ "app": { "name": "bi" }, "members": { "ada": ["viewer"], "GRACE": ["admin", "viewer"], "joan": "viewer" } });
    let told = ["Nothing to change.", "! member ada is an owner, whose roles cannot be changed"];
    assert_eq!(said(&found(&state, &live, true)), told);
    let state = json!({ "app": { "name": "bi" }, "members": {} });
    let told = ["- member grace", "- member joan", "! member Ada is an owner and stays"];
    assert_eq!(said(&found(&state, &live, true)), told);
}

/// What is said of the deployment of an app whose settings are as they should be.
fn why(change: impl FnOnce(&mut Live), allowed: bool) -> Vec<String> {
    let mut live = live(&json!({ "spicepod": spicepod(), "replicas": 2 }));
    change(&mut live);
    said(&found(&state(allowed), &live, false))
}

fn state(allowed: bool) -> Value {
    json!({ "app": { "name": "bi", "spicepod": spicepod(), "replicas": 2 }, "secrets": ["A"], "deploy": allowed })
}

/// The message of a deployment of these settings, or of some that differ in one.
fn message(setting: &str, value: &Value) -> String {
    let mut state = state(true);
    state["app"][setting] = value.clone();
    let all = found(&state, &nothing(), false);
    let mark = all.steps.iter().find_map(|(step, _)| match step {
        Step::Deploy { mark } => Some(mark.clone()),
        _ => None,
    });
    message_of(&mark.unwrap())
}

fn same_message() -> String {
    message("replicas", &json!(2))
}

/// Secret A, set at some time, for which nobody has a value.
fn set_at(live: &mut Live, time: &str) {
    live.secrets.insert("A".to_owned(), read(json!({ "name": "A", "updated_at": time })));
}

#[test]
fn an_app_is_deployed_when_what_runs_is_not_what_it_should_be() {
    let left = "! secret A is there and no value of it is at hand: it is left as it is";
    let quiet = ["Nothing to change.".to_owned(), left.to_owned()];
    let ran = |live: &mut Live, message: &str| {
        set_at(live, EARLY);
        let deployment =
            json!({ "id": 5, "status": "succeeded", "started_at": NOON, "commit_message": message });
        live.succeeded = Some(read(deployment));
    };
    // By a plan like this, by one that spoke of other settings, or by somebody whose settings nobody knows.
    for message in [same_message(), message("image_tag", &json!("1.0")), "by hand".to_owned()] {
        assert_eq!(why(|live| ran(live, &message), true), quiet, "{message}");
    }
    for (told, change) in [
        (
            "what was applied has not been deployed yet",
            Box::new(move |live: &mut Live| ran(live, &message("replicas", &json!(1))))
                as Box<dyn Fn(&mut Live)>,
        ),
        (
            "it has never been deployed",
            Box::new(|live: &mut Live| {
                set_at(live, EARLY);
                (live.newest, live.succeeded) = (None, None);
            }),
        ),
        (
            "secrets have changed since the last deployment that succeeded",
            Box::new(|live: &mut Live| set_at(live, "2026-01-01T13:00:00Z")),
        ),
    ] {
        assert_eq!(why(&change, true), [format!("> deploy bi: {told}"), left.to_owned()]);
        let warning = format!("! bi needs a deployment, which the desired state does not allow: {told}");
        assert_eq!(why(&change, false), ["Nothing to change.".to_owned(), left.to_owned(), warning]);
    }
}

#[test]
fn a_deployment_of_the_same_that_is_on_its_way_is_enough() {
    let on_its_way = |message: String| {
        move |live: &mut Live| {
            set_at(live, EARLY);
            live.succeeded = None;
            let deployment = json!({ "id": 6, "status": "in_progress", "commit_message": message });
            live.newest = Some(read(deployment));
        }
    };
    let words = why(on_its_way(same_message()), true);
    assert_eq!(
        (words[0].as_str(), words[2].as_str()),
        ("Nothing to change.", "! deployment 6 of this is on its way")
    );
    // One of something else is not, nor is one that came to its end.
    for message in [message("replicas", &json!(1)), "by hand".to_owned()] {
        assert_eq!(why(on_its_way(message), true)[0], "> deploy bi: it has never been deployed");
    }
    let over = |live: &mut Live| {
        on_its_way(same_message())(live);
        live.newest = Some(read(json!({ "id": 6, "status": "failed", "commit_message": same_message() })));
    };
    assert_eq!(why(over, true)[0], "> deploy bi: it has never been deployed");
    // It began before this secret was set.
    let fresh = |live: &mut Live| {
        on_its_way(same_message())(live);
        live.secrets.clear();
    };
    assert_eq!(why(fresh, true), ["+ secret A", "> deploy bi: with these changes"]);
}

#[test]
fn an_app_without_a_spicepod_is_not_deployed() {
    let live = live(&json!({}));
    let state = json!({ "app": { "name": "bi", "replicas": 3 } });
    let told = ["~ app bi: replicas none → 3", "! the app has no spicepod, so that it is not deployed"];
    assert_eq!(said(&found(&state, &live, false)), told);
    assert_eq!(said(&found(&json!({ "app": { "name": "bi" } }), &live, false)), ["Nothing to change."]);
}
