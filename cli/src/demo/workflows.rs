//! The steps that are workflows: one call of the SDK each, and several of the API.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::json;
use spice_cloud::{
    CreateDeployment, DeployOptions, Handover, JsonValue, LintSpicepod, PlanState, RotateKeys, Secret,
};

use super::scanner::secret_names;
use super::scene::Scene;
use super::steps::{Happened, count, shown};
use crate::attempts::Attempts;
use crate::progress::{Seen, follow};

pub(super) fn lint(scene: &mut Scene<'_>) -> Happened {
    let report = scene.api.apps().lint(scene.app_id()?, LintSpicepod::default())?;
    let names: BTreeSet<&str> = report.references.iter().map(|reference| reference.name.as_str()).collect();
    Ok(match report.missing.as_slice() {
        [] => format!("all {} that it refers to are there", count(names.len(), "secret")),
        missing => format!("missing: {}", missing.join(", ")),
    })
}

pub(super) fn deploy(scene: &mut Scene<'_>) -> Happened {
    let app = scene.app_id()?;
    let params = CreateDeployment::builder().commit_message("First deployment").build();
    let options = DeployOptions::from(scene.cast.wait);
    let steps = scene.client.deployments().deploy_events(app, params, options);
    let mut statuses: Vec<String> = Vec::new();
    let finished = follow(scene.runtime, scene.cancel, &mut Attempts::new(false), steps, |seen| {
        let Seen::Step(event) = seen else { return Ok(()) };
        let status = event.status().to_string();
        if statuses.last() != Some(&status) {
            (scene.say)(&format!("          {status}"));
            statuses.push(status);
        }
        Ok(())
    })?;
    Ok(format!("deployment {}: {}", finished.id, statuses.join(" → ")))
}

pub(super) fn query(scene: &mut Scene<'_>) -> Happened {
    let runtime = scene.api.runtime(scene.app_id()?);
    // With secrets that are made up, a runtime on the real cloud may have nothing to say: that does not end the story.
    Ok(match runtime.sql("SELECT 6 * 7 AS answer") {
        Ok(result) => {
            let answer = result.rows.first().and_then(|row| row.get("answer")).map(JsonValue::to_string);
            format!("SELECT 6 * 7 gives {}", answer.unwrap_or_else(|| "no rows".to_owned()))
        }
        Err(error) => format!("it does not answer yet: {}", error.message()),
    })
}

pub(super) fn plan(scene: &mut Scene<'_>) -> Happened {
    let app = json!({ "name": scene.cast.app, "spicepod": scene.cast.spicepod });
    let plan = scene.api.plan(PlanState::builder().desired(json!({ "app": app })).build())?;
    let changes: Vec<&str> = plan.changes.iter().map(|change| change.text.as_str()).collect();
    Ok(if plan.is_empty { "nothing to change".to_owned() } else { changes.join(", ") })
}

pub(super) fn drift(scene: &mut Scene<'_>) -> Happened {
    let app = scene.app_id()?;
    let names = secret_names(&scene.cast.spicepod);
    let Some(name) = names.first() else { return Ok("it refers to none".to_owned()) };
    scene.api.secrets().set(app, name.as_str(), Secret::from(format!("made-up-again-{name}")))?;
    let drift = scene.api.secrets().drift(app)?;
    let changed: Vec<&str> = drift.changed.iter().map(|secret| secret.name.as_str()).collect();
    Ok(match changed.as_slice() {
        [] => "the runtime has the present values, as far as their times tell".to_owned(),
        changed => {
            format!("{} is newer than what runs; the next deployment brings it there", changed.join(", "))
        }
    })
}

pub(super) fn rotate(scene: &mut Scene<'_>) -> Happened {
    let params =
        RotateKeys::builder().grace(Duration::ZERO).verify_interval(scene.cast.wait.poll_interval).build();
    let handover = Handover::new(|_, _| async { Ok(()) });
    // On the real cloud nobody uses these keys, and the runtime may have nothing to say.
    let handover = if scene.cast.is_local { handover } else { handover.verify(|_, _| async { Ok(true) }) };
    let report = scene.api.api_keys().rotate(scene.app_id()?, params, handover)?;
    let before = scene.keys.take();
    let are_new = before.is_some_and(|before| {
        before.api_key != report.keys.api_key && before.api_key_2 != report.keys.api_key_2
    });
    let how = if are_new { "are new" } else { "are not all new" };
    let (first, second) = (shown(report.keys.api_key.as_ref()), shown(report.keys.api_key_2.as_ref()));
    Ok(format!("key 2, then key 1, each verified before the next: {first} and {second} {how}"))
}
