//! The model-based test, at length.

use std::path::Path;

use serde_json::Value;

use super::many;
use crate::process::{cargo, watch};

pub(super) fn run(root: &Path, operations: u64) -> Result<String, String> {
    let mut command = cargo(root);
    command
        .args(["test", "--locked", "--package", "spice-cloud-tests", "--test", "model", "--", "--nocapture"])
        .env("MODEL_OPERATIONS", operations.to_string());
    let mut figures = None;
    let status = watch(&mut command, |line| {
        figures =
            line.strip_prefix("MODEL ").and_then(|text| serde_json::from_str(text).ok()).or(figures.take());
    });
    let status = status.map_err(|error| format!("cargo did not start: {error}"))?;
    let figures: Value = figures.ok_or("the test told no figures")?;
    if !status.success() {
        return Err(format!("the model and the emulator do not agree: {figures}"));
    }
    Ok(words(&figures))
}

fn words(figures: &Value) -> String {
    let count = |name: &str| many(figures.pointer(name).and_then(Value::as_u64).unwrap_or_default());
    let failed = figures["failed"].as_object().into_iter().flatten();
    let failed: Vec<String> =
        failed.map(|(kind, count)| format!("{kind} {}", many(count.as_u64().unwrap_or_default()))).collect();
    format!(
        "{} changes, seed {}: **{} lost, {} doubled**. {} requests met {} faults, among them {} answers that were dropped after \
         the change was made. {} changes succeeded by their answer, {} by what the SDK found afterwards; {} ended as \
         `AmbiguousOutcome`, of which `reconcile` found {} done and {} not done, and could not tell {}. The others: {}.\n",
        count("/operations"),
        figures["seed"],
        count("/lost"),
        count("/doubled"),
        count("/requests"),
        count("/faults"),
        count("/dropped_after_commit"),
        count("/answered"),
        count("/adopted"),
        count("/ambiguous"),
        count("/settled/happened"),
        count("/settled/not_done"),
        count("/settled/unclear"),
        failed.join(", "),
    )
}
