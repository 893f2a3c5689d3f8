//! How an app runs: the members that requests send flat and answers nest under `config`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::placement::Placement;
use super::{integer, text};
use crate::errors::ApiFailure;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Config {
    /// As it was sent: YAML text or an object.
    pub(crate) spicepod: Option<Value>,
    registry: Option<String>,
    image: Option<String>,
    pub(crate) image_tag: Option<String>,
    pub(crate) update_channel: Option<String>,
    version: Option<String>,
    pub(crate) replicas: Option<i64>,
    resources: Option<Value>,
    executor: Option<Value>,
    node_group: Option<String>,
    storage_size_gb: Option<Value>,
}

impl Config {
    /// Takes over what the body names; null clears.
    pub(crate) fn apply(&mut self, body: &Map<String, Value>) -> Result<(), ApiFailure> {
        if let Some(spicepod) = body.get("spicepod") {
            check_spicepod(spicepod)?;
            self.spicepod = Some(spicepod.clone());
        }
        let texts = [
            ("registry", &mut self.registry),
            ("image", &mut self.image),
            ("image_tag", &mut self.image_tag),
            ("update_channel", &mut self.update_channel),
            ("version", &mut self.version),
            ("node_group", &mut self.node_group),
        ];
        for (name, slot) in texts {
            if body.contains_key(name) {
                *slot = text(body.get(name));
            }
        }
        let values = [("resources", &mut self.resources), ("executor", &mut self.executor)];
        for (name, slot) in values {
            if let Some(value) = body.get(name) {
                *slot = Some(value.clone());
            }
        }
        if let Some(replicas) = integer(body.get("replicas")) {
            self.replicas = Some(replicas);
        }
        // The newer name wins when both are sent.
        if let Some(size) = body.get("storage_size_gb").or_else(|| body.get("storage_claim_size_gb")) {
            self.storage_size_gb = Some(size.clone());
        }
        Ok(())
    }

    /// Whether there is something to deploy. An empty mapping was accepted as text but describes nothing.
    pub(crate) fn is_deployable(&self) -> bool {
        self.spicepod.as_ref().and_then(mapping_length).is_some_and(|length| length > 0)
    }

    /// Whether it has executors beside its replicas.
    pub(crate) fn is_distributed(&self) -> bool {
        self.executor.as_ref().is_some_and(|executor| !executor.is_null())
    }

    /// Whether a replica may use so much CPU and no more.
    pub(crate) fn has_cpu_limit(&self) -> bool {
        let limit = self.resources.as_ref().and_then(|resources| resources.pointer("/limits/cpu"));
        limit.is_some_and(|limit| !limit.is_null())
    }

    /// What a fork takes over, as a body names it: how many there are of everything, but not how large they are.
    pub(crate) fn copied(&self) -> Map<String, Value> {
        let executor = self.executor.as_ref().and_then(|executor| executor.get("replicas"));
        let taken = [
            ("spicepod", self.spicepod.clone()),
            ("update_channel", self.update_channel.clone().map(Value::from)),
            ("version", self.version.clone().map(Value::from)),
            ("replicas", self.replicas.map(Value::from)),
            ("executor", executor.map(|replicas| json!({ "replicas": replicas }))),
            ("storage_size_gb", self.storage_size_gb.clone()),
        ];
        taken.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    }

    pub(crate) fn view(&self, placement: &Placement) -> Value {
        json!({
            "spicepod": self.spicepod,
            "registry": self.registry,
            "image": self.image,
            "image_tag": self.image_tag,
            "update_channel": self.update_channel,
            "version": self.version,
            "replicas": self.replicas.unwrap_or(1),
            "resources": self.resources,
            "executor": self.executor,
            "region": placement.region,
            "cluster_name": placement.cluster,
            "node_group": self.node_group,
            "storage_size_gb": self.storage_size_gb,
            "storage_claim_size_gb": self.storage_size_gb,
        })
    }
}

fn check_spicepod(spicepod: &Value) -> Result<(), ApiFailure> {
    match mapping_length(spicepod) {
        Some(_) => Ok(()),
        None => Err(ApiFailure::field("spicepod", "Must be a YAML mapping or an object")),
    }
}

/// How many members the manifest has; nothing when it is not a mapping.
fn mapping_length(spicepod: &Value) -> Option<usize> {
    match spicepod {
        Value::Object(members) => Some(members.len()),
        Value::String(yaml) => {
            let parsed: serde_norway::Value = serde_norway::from_str(yaml).ok()?;
            parsed.as_mapping().map(serde_norway::Mapping::len)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(config: &mut Config, body: &Value) -> Result<(), ApiFailure> {
        config.apply(body.as_object().unwrap())
    }

    fn view(config: &Config) -> Value {
        config.view(&Placement { region: "us-west-2".to_owned(), cluster: None })
    }

    #[test]
    fn a_change_leaves_the_rest() {
        let mut config = Config::default();
        apply(&mut config, &json!({ "replicas": 3, "image_tag": "1.5.0", "storage_claim_size_gb": 20 }))
            .unwrap();
        apply(&mut config, &json!({ "version": "2.x" })).unwrap();
        apply(&mut config, &json!({ "image_tag": null })).unwrap();
        let view = view(&config);
        assert_eq!(view["replicas"], 3);
        assert_eq!(view["version"], "2.x");
        assert_eq!(view["image_tag"], Value::Null);
        assert_eq!(view["storage_size_gb"], 20);
    }

    #[test]
    fn a_spicepod_is_a_mapping_in_either_form() {
        let mut config = Config::default();
        for good in [json!("version: v1\nkind: Spicepod\nname: demo\n"), json!({ "version": "v1" })] {
            apply(&mut config, &json!({ "spicepod": good })).unwrap();
            assert!(config.is_deployable());
            assert_eq!(view(&config)["spicepod"], good);
        }
        for wrong in [json!("- a\n- b"), json!("just text"), json!("a: [1"), json!("")] {
            assert!(apply(&mut config, &json!({ "spicepod": wrong })).is_err(), "{wrong}");
        }
        assert!(config.is_deployable(), "a refused change changes nothing");
        apply(&mut config, &json!({ "spicepod": {} })).unwrap();
        assert!(!config.is_deployable());
    }
}
