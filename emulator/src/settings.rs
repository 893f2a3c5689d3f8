//! Settings as data, for hosts of other languages.

use std::path::PathBuf;

use serde::Deserialize;
use serde_json::Value;

use crate::admin::ProgressionChange;
use crate::builder::EmulatorBuilder;
use crate::clock::ClockMode;
use crate::emulator::Emulator;
use crate::errors::{AdminError, StartError};
use crate::rate_limit::RateLimit;
use crate::seeds::Seed;
use crate::state::quirks::Quirks;

/// Settings as JSON. Unknown members are refused: a typing error must not pass for a setting.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Settings {
    port: u16,
    seed: Option<String>,
    random_seed: u64,
    clock: Option<String>,
    progression: Option<ProgressionChange>,
    rate_limit: Option<RateLimit>,
    quirks: Quirks,
    faults: Vec<Value>,
    keep_secret_values: bool,
    data_dir: Option<PathBuf>,
}

impl Emulator {
    /// Starts an emulator with settings as a JSON object: `port`, `seed` (`empty` or `demo`), `random_seed`, `clock` (`real`
    /// or the instant at which it stands), `progression`, `rate_limit`, `quirks` and a list of `faults`, each as the
    /// administration takes it, `keep_secret_values` and `data_dir`. All may be left out.
    ///
    /// ```
    /// use serde_json::json;
    /// use spice_cloud_emulator::Emulator;
    ///
    /// let emulator = Emulator::from_settings(json!({ "seed": "demo", "clock": "2026-01-01T00:00:00Z" }))?;
    /// assert_eq!(emulator.admin("GET", "info", &json!({}))?["seed"], "demo");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When a setting is wrong, or it cannot start.
    pub fn from_settings(settings: Value) -> Result<Self, StartError> {
        let wrong = |message: String| StartError::Setting(AdminError::new(message));
        if !settings.is_object() {
            return Err(wrong("wrong settings: they must be an object".to_owned()));
        }
        let settings: Settings =
            serde_json::from_value(settings).map_err(|error| wrong(format!("wrong settings: {error}")))?;
        let seed = match settings.seed.as_deref() {
            None | Some("empty") => Seed::Empty,
            Some("demo") => Seed::Demo,
            Some(other) => return Err(wrong(format!("seed '{other}' is not empty or demo"))),
        };
        let mut builder = Self::builder()
            .port(settings.port)
            .seed(seed)
            .random_seed(settings.random_seed)
            .quirks(settings.quirks)
            .keep_secret_values(settings.keep_secret_values);
        if let Some(clock) = settings.clock.filter(|clock| clock != "real") {
            builder = builder.clock(ClockMode::Frozen(clock));
        }
        builder = with_pace(builder, settings.progression)?;
        if let Some(limit) = settings.rate_limit {
            if limit.is_zero() {
                return Err(wrong("per_minute is at least 1".to_owned()));
            }
            builder = builder.rate_limit(limit);
        }
        if let Some(folder) = settings.data_dir {
            builder = builder.data_dir(folder);
        }
        let emulator = builder.start()?;
        for fault in settings.faults {
            emulator.add_fault(fault).map_err(StartError::Setting)?;
        }
        Ok(emulator)
    }
}

fn with_pace(
    builder: EmulatorBuilder,
    progression: Option<ProgressionChange>,
) -> Result<EmulatorBuilder, StartError> {
    let Some(change) = progression else { return Ok(builder) };
    match change.into_progression().map_err(StartError::Setting)? {
        (None, progression) => Ok(builder.progression(progression)),
        (Some(_), _) => {
            Err(StartError::Setting(AdminError::new("there is no app yet to set the progression of")))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn all_settings_count() {
        let folder = tempfile::tempdir().unwrap();
        let emulator = Emulator::from_settings(json!({
            "port": 0, "seed": "demo", "random_seed": 7, "clock": "2026-01-01T00:00:00Z",
            "progression": { "kind": "polls", "reads": 2 },
            "rate_limit": { "per_minute": 5, "retry_after": "ms" },
            "quirks": { "ignore_limit": true },
            "faults": [{ "id": "f", "match": {}, "do": { "kind": "status", "status": 503 } }],
            "keep_secret_values": true, "data_dir": folder.path(),
        }))
        .unwrap();
        let info = emulator.admin("GET", "info", &Value::Null).unwrap();
        assert_eq!((info["seed"].as_str(), info["faults"].as_i64()), (Some("demo"), Some(1)), "{info}");
        assert_eq!(info["quirks"]["ignore_limit"], true);
        assert_eq!(info["rate_limit"]["per_minute"], 5);
        assert!(folder.path().join("state.json").exists());
        assert!(Emulator::from_settings(json!({ "clock": "real" })).is_ok());
    }

    #[test]
    fn wrong_settings_are_named() {
        for (settings, word) in [
            (json!({ "sead": "demo" }), "sead"),
            (json!({ "seed": "full" }), "seed 'full'"),
            (json!({ "clock": "noon" }), "noon"),
            (json!({ "progression": { "kind": "fast" } }), "fast"),
            (json!({ "progression": { "kind": "manual", "app_id": 1 } }), "no app yet"),
            (json!({ "rate_limit": { "per_minute": 0 } }), "per_minute"),
            (json!({ "faults": [{ "do": {} }] }), ""),
            (json!([]), "settings"),
        ] {
            let error = Emulator::from_settings(settings.clone()).unwrap_err();
            let words = match &error {
                StartError::Setting(setting) => setting.to_string(),
                other => other.to_string(),
            };
            assert!(words.contains(word), "{settings}: {words}");
        }
    }
}
