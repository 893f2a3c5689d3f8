//! Values that a scenario has saved, and where it uses them.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::call::Object;
use crate::files;

/// What a scenario has saved so far.
#[derive(Debug, Default)]
pub struct Variables {
    values: BTreeMap<String, Value>,
    objects: BTreeMap<String, Object>,
}

impl Variables {
    /// Saves a value, and the object that it is, if it is one.
    pub fn save(&mut self, name: &str, value: Value, object: Option<Object>) {
        self.values.insert(name.to_owned(), value);
        match object {
            Some(object) => self.objects.insert(name.to_owned(), object),
            None => self.objects.remove(name),
        };
    }

    /// An object that was saved.
    ///
    /// # Errors
    ///
    /// When nothing of the name was saved, or no object.
    pub fn object(&self, name: &str) -> Result<&Object, String> {
        self.objects.get(name).ok_or_else(|| format!("no object was saved as {name}"))
    }

    /// The value with every reference replaced by what it stands for.
    ///
    /// `"$name"` is the value of a variable, `"$$text"` the text with one of the two signs, `{"$file": path}` the text
    /// of a file of the project. In texts under `path`, `{name}` is the text of a variable.
    ///
    /// # Errors
    ///
    /// When a variable was not saved or a file cannot be read.
    pub fn fill(&self, value: &Value) -> Result<Value, String> {
        match value {
            Value::String(text) => match text.strip_prefix('$') {
                Some(escaped) if escaped.starts_with('$') => Ok(escaped.into()),
                Some(name) => self.value(name).cloned(),
                None => Ok(value.clone()),
            },
            Value::Array(items) => items.iter().map(|item| self.fill(item)).collect(),
            Value::Object(members) => {
                if let (1, Some(Value::String(path))) = (members.len(), members.get("$file")) {
                    return files::text(path).map(Value::String);
                }
                self.fill_members(members).map(Value::Object)
            }
            other => Ok(other.clone()),
        }
    }

    /// The same for each member of an object.
    ///
    /// # Errors
    ///
    /// Those of [`fill`](Self::fill).
    pub fn fill_members(&self, members: &Map<String, Value>) -> Result<Map<String, Value>, String> {
        let filled = members.iter().map(|(name, value)| {
            let value = match (name.as_str(), value) {
                // Patterns have dollar signs of their own.
                ("$regex" | "$object", _) => value.clone(),
                ("path", Value::String(path)) => Value::String(self.fill_path(path)?),
                _ => self.fill(value)?,
            };
            Ok((name.clone(), value))
        });
        filled.collect()
    }

    fn fill_path(&self, path: &str) -> Result<String, String> {
        let mut filled = String::new();
        let mut rest = path;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) =
                after.split_once('}').ok_or_else(|| format!("{path}: a brace is left open"))?;
            filled.push_str(before);
            match self.value(name)? {
                Value::String(text) => filled.push_str(text),
                other => filled.push_str(&other.to_string()),
            }
            rest = after;
        }
        Ok(filled + rest)
    }

    fn value(&self, name: &str) -> Result<&Value, String> {
        self.values.get(name).ok_or_else(|| format!("nothing was saved as {name}"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn references_become_what_they_stand_for() {
        let mut variables = Variables::default();
        variables.save("app", json!(42), None);
        let filled = variables.fill(&json!({
            "app": "$app", "price": "$$5", "list": ["$app"], "path": "/v1/apps/{app}/secrets",
            "pod": "${secrets:X}".replace('$', "$$"), "$regex": "^a$",
        }));
        let expected = json!({
            "app": 42, "price": "$5", "list": [42], "path": "/v1/apps/42/secrets", "pod": "${secrets:X}", "$regex": "^a$",
        });
        assert_eq!(filled, Ok(expected));
    }

    #[test]
    fn what_was_not_saved_is_a_mistake() {
        let variables = Variables::default();
        for value in
            [json!("$app"), json!({ "path": "/{app}" }), json!({ "path": "/{" }), json!({ "$file": "../x" })]
        {
            assert!(variables.fill(&value).is_err(), "{value}");
        }
    }

    #[test]
    fn files_are_read_as_text() {
        let filled = Variables::default().fill(&json!({ "$file": "rustfmt.toml" }));
        assert!(filled.is_ok_and(|text| text.as_str().is_some_and(|text| text.contains("edition"))));
    }
}
