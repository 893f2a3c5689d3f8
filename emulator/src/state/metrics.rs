//! Metrics of an app: made up, plausible, and the same for the same app and window.

use serde_json::{Map, Value, json};

use super::State;
use super::apps::App;
use super::deployment::Status;
use crate::contract::Parameters;
use crate::errors::ApiFailure;

pub(crate) fn read(
    state: &State,
    org_id: i64,
    app_id: i64,
    parameters: &Parameters,
) -> Result<Value, ApiFailure> {
    let app = state.app(org_id, app_id)?;
    let instances: Map<String, Value> = (0..running_replicas(app))
        .map(|index| (format!("{}-{index}", app.name.to_lowercase()), instance(app_id, index)))
        .collect();
    let ingestion = if instances.is_empty() {
        Value::Null
    } else {
        let rows = vary(app_id, 90_000, 10_000);
        // With a window the counters are rates per second.
        let divisor = if parameters.contains_key("window") { 300 } else { 1 };
        json!({ "rows_ingested": rows / divisor, "bytes_ingested": rows * 120 / divisor })
    };
    let executors = i64::try_from(instances.len()).unwrap_or(0);
    Ok(json!({
        "metrics": instances,
        "ingestion": ingestion,
        "cluster": app.placement.cluster.as_ref().map(|_| json!({ "active_executors_count": executors })),
    }))
}

/// An app has instances once a deployment has succeeded.
fn running_replicas(app: &App) -> i64 {
    let succeeded = app.deployments.iter().rev().find(|deployment| deployment.status == Status::Succeeded);
    succeeded.map_or(0, |deployment| deployment.replicas)
}

fn instance(app_id: i64, index: i64) -> Value {
    let seed = app_id * 31 + index;
    json!({
        "cpu_usage_percent": vary(seed, 60, 5),
        "memory_usage_bytes": vary(seed, 900, 100) * 1024 * 1024,
        "disk_read_bytes": vary(seed, 50_000, 1_000),
        "disk_read_operations": vary(seed, 200, 10),
        "disk_write_bytes": vary(seed, 80_000, 1_000),
        "disk_write_operations": vary(seed, 300, 10),
    })
}

/// A number from `least` to `least + spread`, settled by the seed.
fn vary(seed: i64, spread: i64, least: i64) -> i64 {
    least + seed.wrapping_mul(2_654_435_761).rem_euclid(spread)
}
