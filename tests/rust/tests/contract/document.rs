//! The contract as the rules look at it: its operations, its schemas with where they stand, its references.

use serde_json::{Map, Value};

/// Methods that a path item may hold.
pub(crate) const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Violations, each naming where it is.
pub(crate) type Violations = Vec<String>;

/// The document under test.
#[derive(Clone, Copy)]
pub(crate) struct Contract<'a>(pub(crate) &'a Value);

/// One operation with its route.
#[derive(Clone, Copy)]
pub(crate) struct Operation<'a> {
    pub(crate) path: &'a str,
    pub(crate) method: &'a str,
    pub(crate) item: &'a Value,
    pub(crate) value: &'a Value,
}

impl<'a> Contract<'a> {
    pub(crate) fn operations(self) -> Vec<Operation<'a>> {
        let paths = entries(&self.0["paths"]);
        paths
            .flat_map(|(path, item)| {
                let methods = entries(item).filter(|(key, _)| METHODS.contains(key));
                methods.map(move |(method, value)| Operation { path, method, item, value })
            })
            .collect()
    }

    pub(crate) fn find(self, reference: &str) -> Option<&'a Value> {
        self.0.pointer(reference.strip_prefix('#')?)
    }

    /// The value itself, or what its `$ref` names.
    pub(crate) fn resolve(self, value: &'a Value) -> &'a Value {
        value["$ref"].as_str().and_then(|reference| self.find(reference)).unwrap_or(value)
    }

    /// Every schema of the document, the nested ones too, with where it stands.
    pub(crate) fn schemas(self) -> Vec<(String, &'a Value)> {
        let mut found = Vec::new();
        for (name, schema) in entries(&self.0["components"]["schemas"]) {
            nested(schema, name, &mut found);
        }
        for (place, holder) in self.schema_holders() {
            if let Some(schema) = holder.get("schema") {
                nested(schema, &place, &mut found);
            }
        }
        found
    }

    /// Parameters, headers and media types: what holds a schema outside of the components' own.
    fn schema_holders(self) -> Vec<(String, &'a Value)> {
        let mut found = Vec::new();
        let components = &self.0["components"];
        for (name, parameter) in entries(&components["parameters"]) {
            found.push((format!("parameter {name}"), parameter));
        }
        for (name, response) in entries(&components["responses"]) {
            of_response(&format!("response {name}"), response, &mut found);
        }
        for operation in self.operations() {
            let id = operation.id();
            for parameter in operation.parameters() {
                found.push((format!("{id} parameter {}", text(parameter, "name")), parameter));
            }
            of_content(&format!("{id} body"), &operation.value["requestBody"], &mut found);
            for (status, response) in entries(&operation.value["responses"]) {
                of_response(&format!("{id} {status}"), response, &mut found);
            }
        }
        found
    }
}

impl<'a> Operation<'a> {
    /// The operation's id, or its route when it has none.
    pub(crate) fn id(&self) -> String {
        match self.value["operationId"].as_str() {
            Some(id) => id.to_owned(),
            None => format!("{} {}", self.method, self.path),
        }
    }

    pub(crate) fn sdk(&self) -> &'a Value {
        &self.value["x-sdk"]
    }

    /// Its own parameters and those of its path.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &'a Value> + use<'a> {
        items(&self.item["parameters"]).chain(items(&self.value["parameters"]))
    }

    pub(crate) fn is_scoped(&self) -> bool {
        self.value["x-required-scope"].is_string()
    }

    /// Names in the braces of its path.
    pub(crate) fn placeholders(&self) -> Vec<&'a str> {
        self.path.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
    }

    /// Answers that say that it worked.
    pub(crate) fn successes(&self) -> Vec<(&'a str, &'a Value)> {
        entries(&self.value["responses"]).filter(|(status, _)| status.starts_with('2')).collect()
    }
}

fn of_response<'a>(place: &str, response: &'a Value, found: &mut Vec<(String, &'a Value)>) {
    of_content(place, response, found);
    for (name, header) in entries(&response["headers"]) {
        found.push((format!("{place} header {name}"), header));
    }
}

fn of_content<'a>(place: &str, holder: &'a Value, found: &mut Vec<(String, &'a Value)>) {
    found.extend(entries(&holder["content"]).map(|(kind, media)| (format!("{place} {kind}"), media)));
}

/// A schema and all within it.
fn nested<'a>(schema: &'a Value, place: &str, found: &mut Vec<(String, &'a Value)>) {
    found.push((place.to_owned(), schema));
    for (name, property) in entries(&schema["properties"]) {
        nested(property, &format!("{place}.{name}"), found);
    }
    for key in ["items", "additionalProperties", "not"] {
        if schema[key].is_object() {
            nested(&schema[key], &format!("{place} {key}"), found);
        }
    }
    for key in ["oneOf", "anyOf", "allOf"] {
        for (index, one) in items(&schema[key]).enumerate() {
            nested(one, &format!("{place} {key} {index}"), found);
        }
    }
}

/// Every `$ref` below a value.
pub(crate) fn references(value: &Value) -> Vec<&str> {
    let mut found = Vec::new();
    match value {
        Value::Object(object) => {
            found.extend(object.get("$ref").and_then(Value::as_str));
            object.values().for_each(|value| found.extend(references(value)));
        }
        Value::Array(list) => list.iter().for_each(|value| found.extend(references(value))),
        _ => {}
    }
    found
}

/// Members of an object; none when it is none.
pub(crate) fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter).map(|(key, value)| (key.as_str(), value))
}

/// Items of a list; none when it is none.
pub(crate) fn items(value: &Value) -> impl Iterator<Item = &Value> + use<'_> {
    value.as_array().into_iter().flatten()
}

/// Texts of a list.
pub(crate) fn texts(value: &Value) -> Vec<&str> {
    items(value).filter_map(Value::as_str).collect()
}

/// A text member; empty when it is none.
pub(crate) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or("").trim()
}

/// Whether a schema takes values of this type, null or not.
pub(crate) fn is_of(schema: &Value, kind: &str) -> bool {
    schema["type"] == kind || (texts(&schema["type"]).contains(&kind) && texts(&schema["type"]).len() <= 2)
}

/// Keys that are not among the known ones.
pub(crate) fn unknown_keys<'a>(value: &'a Value, known: &[&str]) -> Vec<&'a str> {
    entries(value).map(|(key, _)| key).filter(|key| !known.contains(key)).collect()
}
