//! What a spicepod says of the runtime that it is deployed to: its datasets and models.

use serde_json::Value;

use super::text;

/// A dataset of a spicepod.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dataset {
    pub(crate) name: String,
    pub(crate) from: String,
}

/// The parts of a spicepod that the runtime needs. What is written in other files, by `ref`, is not known here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Manifest {
    pub(crate) datasets: Vec<Dataset>,
    pub(crate) models: Vec<String>,
}

impl Manifest {
    /// Reads a spicepod, YAML text or an object. What does not have the usual form is left out.
    pub(crate) fn read(spicepod: &Value) -> Self {
        let parsed: Value;
        let spicepod = match spicepod {
            Value::String(yaml) => {
                parsed = serde_norway::from_str(yaml).unwrap_or_default();
                &parsed
            }
            other => other,
        };
        let items = |key: &str| spicepod.get(key).and_then(Value::as_array).into_iter().flatten();
        let datasets = items("datasets").filter_map(|item| {
            Some(Dataset { name: text(item.get("name"))?, from: text(item.get("from")).unwrap_or_default() })
        });
        let models = items("models").filter_map(|item| text(item.get("name")));
        Self { datasets: datasets.collect(), models: models.collect() }
    }

    pub(crate) fn dataset(&self, name: &str) -> Option<&Dataset> {
        self.datasets.iter().find(|dataset| dataset.name == name)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn both_forms_say_the_same() {
        let yaml = "version: v1\ndatasets:\n  - from: s3://a/\n    name: trips\n  - ref: elsewhere\nmodels:\n  - from: \
                    openai:gpt-4o\n    name: assistant\n";
        let object = json!({
            "datasets": [{ "from": "s3://a/", "name": "trips" }, { "name": 5 }, "odd"],
            "models": [{ "name": "assistant" }],
        });
        let manifest = Manifest::read(&json!(yaml));
        assert_eq!(manifest, Manifest::read(&object));
        assert_eq!(manifest.dataset("trips").map(|dataset| dataset.from.as_str()), Some("s3://a/"));
        assert_eq!(manifest.models, ["assistant"]);
        for nothing in [json!("a: [1"), json!("- a"), json!(null), json!({ "datasets": {} })] {
            assert_eq!(Manifest::read(&nothing), Manifest::default(), "{nothing}");
        }
    }
}
