//! The seed for demonstrations: two organizations at work.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::demo_apps::{ACME, DemoApp, History, NORTHWIND};
use super::{org, user};
use crate::clock::{earlier, later};
use crate::progression::Progression;
use crate::state::datasets::{Loaded, Row};
use crate::state::deployment::{Deployment, Plan, Status};
use crate::state::lifecycle::{self, error_message};
use crate::state::{Env, State, apps, orgs, secrets};

const HOUR: u64 = 3600;
const DAY: u64 = 24 * HOUR;

/// The rows of the demo's datasets, by the name of the app. They load as they are; a test counts them.
static ROWS: LazyLock<BTreeMap<String, Loaded>> = LazyLock::new(|| {
    let rows: BTreeMap<String, Vec<Row>> =
        serde_json::from_str(include_str!("demo_rows.json")).unwrap_or_default();
    rows.into_iter().filter_map(|(app, rows)| Some((app, Loaded::new(rows, None).ok()?))).collect()
});

pub(super) fn plant(state: &mut State, env: &mut Env<'_>) {
    let present = env.now;
    // The organizations are older than their apps.
    let mut then = Env { now: before(present, 90 * DAY), random: &mut *env.random };
    let names = ["ada", "grace", "linus", "barbara", "margaret", "katherine"];
    let [ada, grace, linus, barbara, ..] = names.map(|name| user(state, &mut then, name));
    let mut acme = org(state, &mut then, "acme", orgs::Plan::Pro, ada);
    join(&mut acme, grace, "admin");
    join(&mut acme, linus, "member");
    let mut northwind = org(state, &mut then, "northwind", orgs::Plan::Enterprise, barbara);
    join(&mut northwind, ada, "viewer");
    for (name, deployable) in [("northwind-prod", true), ("northwind-observability", false)] {
        northwind.clusters.push(orgs::Cluster {
            id: format!("cl_{}", then.random.text(12).to_lowercase()),
            name: name.to_owned(),
            region: "us-east-1".to_owned(),
            deployable,
            created_at: then.now,
            updated_at: before(present, 2 * DAY),
        });
    }
    let (acme_id, northwind_id) = (acme.id, northwind.id);
    state.orgs.extend([acme, northwind]);
    for (index, demo) in ACME.iter().enumerate() {
        plant_app(state, env, acme_id, demo, None, age(index));
    }
    for (index, demo) in NORTHWIND.iter().enumerate() {
        let cluster = (index == 0).then_some("northwind-prod");
        plant_app(state, env, northwind_id, demo, cluster, age(ACME.len() + index));
    }
}

/// Identifiers grow with time, so each app is younger than the one before.
fn age(index: usize) -> u64 {
    let days = 40u64.saturating_sub(u64::try_from(index).unwrap_or(0));
    days * DAY
}

fn before(present: Timestamp, seconds: u64) -> Timestamp {
    earlier(present, Duration::from_secs(seconds))
}

fn join(org: &mut orgs::Org, user_id: i64, role: &str) {
    let created_at = org.members.first().map_or(Timestamp::UNIX_EPOCH, |owner| owner.created_at);
    org.members.push(orgs::Member { user_id, roles: vec![role.to_owned()], created_at });
}

/// Plants an app through the same rules that requests go through. The demo's values satisfy them; a test counts the
/// apps, so a refusal would be seen.
fn plant_app(
    state: &mut State,
    env: &mut Env<'_>,
    org_id: i64,
    demo: &DemoApp,
    cluster: Option<&str>,
    age_secs: u64,
) {
    let present = env.now;
    let past = before(present, age_secs);
    let mut then = Env { now: past, random: &mut *env.random };
    let mut body = json!({
        "name": demo.name,
        "description": demo.description,
        "region": demo.region,
        "tags": { "team": demo.team },
        "replicas": 1,
    });
    if let Some(cluster) = cluster {
        body["cluster_name"] = json!(cluster);
    }
    let created = apps::create(state, &mut then, org_id, &members(body));
    let Some(id) = created.ok().and_then(|app| app["id"].as_i64()) else { return };
    let update = json!({ "spicepod": spicepod(demo), "production_branch": "main" });
    let _ = apps::update(state, org_id, id, &members(update));
    for name in demo.secrets {
        let secret = json!({ "name": name, "value": format!("demo-{}", then.random.text(16)) });
        let _ = secrets::set(state, &mut then, org_id, id, &members(secret));
    }
    if let (Some(app), Some(loaded)) = (state.apps.get_mut(&id), ROWS.get(demo.name)) {
        app.runtime.datasets.insert(dataset(demo), loaded.clone());
    }
    plant_history(state, &mut then, id, demo, present);
    if let Some(app) = state.apps.get_mut(&id) {
        app.paused = matches!(demo.history, History::Paused);
    }
}

fn members(body: Value) -> Map<String, Value> {
    match body {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// What the app's one dataset is called.
fn dataset(demo: &DemoApp) -> String {
    demo.name.replace('-', "_")
}

fn spicepod(demo: &DemoApp) -> String {
    let dataset = dataset(demo);
    let mut yaml = format!(
        "version: v1\nkind: Spicepod\nname: {}\n\ndatasets:\n  - from: {}\n    name: {dataset}\n    acceleration:\n      \
         enabled: true\n",
        demo.name, demo.source
    );
    if demo.secrets.contains(&"OPENAI_API_KEY") {
        yaml.push_str(
            "\nmodels:\n  - from: openai:gpt-4o\n    name: assistant\n    params:\n      \
             openai_api_key: ${secrets:OPENAI_API_KEY}\n",
        );
    }
    yaml
}

fn plant_history(state: &mut State, env: &mut Env<'_>, app_id: i64, demo: &DemoApp, present: Timestamp) {
    let steps: &[(Status, Option<&str>)] = match demo.history {
        History::None => &[],
        History::Good | History::Paused => &[(Status::Succeeded, None)],
        History::Long => &[(Status::Created, None), (Status::Succeeded, None), (Status::Succeeded, None)],
        History::OutOfMemory => &[(Status::Succeeded, None), (Status::Failed, Some("insufficient_memory"))],
        History::Broken => &[(Status::Failed, Some("unable_to_start"))],
        History::Queued => &[(Status::Succeeded, None), (Status::Queued, None)],
        History::Waiting => &[(Status::Succeeded, None), (Status::InProgress, Some("insufficient_cpu"))],
    };
    for (index, (status, error_code)) in steps.iter().enumerate() {
        let position = u64::try_from(index).unwrap_or(0);
        let id = state.next_id(env);
        // What still runs was asked for just now; the rest a day apart after the app was made.
        let asked = if status.is_running() {
            before(present, 60)
        } else {
            later(env.now, Duration::from_secs((position + 1) * DAY))
        };
        let mut deployment = Deployment::queued(id, asked, Plan::new(&Progression::Manual, asked));
        deployment.branch = Some("main".to_owned());
        deployment.commit_sha = Some(env.random.text(12).to_lowercase());
        deployment.commit_message = Some(format!("Deploy {} ({})", demo.name, position + 1));
        "ada@example.com".clone_into(&mut deployment.created_by);
        bring_to(&mut deployment, *status, *error_code);
        if let Some(app) = state.apps.get_mut(&app_id) {
            deployment.spicepod.clone_from(&app.config.spicepod);
            app.deployments.push(deployment);
        }
    }
}

/// Walks a deployment to the state that it has in the demo.
fn bring_to(deployment: &mut Deployment, status: Status, error_code: Option<&str>) {
    let code = error_code.map(str::to_owned);
    let started = later(deployment.created_at, Duration::from_secs(5));
    let finished = later(started, Duration::from_secs(40));
    // Refusals are for steps out of a final state, of which there are none here.
    if status != Status::Queued {
        let _ = lifecycle::advance(deployment, started, Some(Status::InProgress), None);
    }
    match status {
        Status::Queued => {}
        Status::InProgress => {
            deployment.error_message = code.as_deref().map(error_message);
            deployment.error_code = code;
        }
        Status::Failed => {
            let _ = lifecycle::advance(deployment, finished, Some(Status::Failed), code);
        }
        Status::Succeeded | Status::Created => {
            let _ = lifecycle::advance(deployment, finished, Some(Status::Succeeded), None);
            deployment.status = status;
        }
    }
}
