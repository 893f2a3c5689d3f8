//! Schemas of the contract, read into models, enums, types and rules.

use serde_json::{Map, Value};

use super::ir::{Confirms, EnumGroup, EnumValue, Field, Model, OpenEnum, Role, Rules, Type};

type Result<T> = std::result::Result<T, String>;

/// The schemas of a contract.
pub(super) struct Schemas<'a>(pub &'a Map<String, Value>);

impl Schemas<'_> {
    pub(super) fn get(&self, name: &str) -> Result<&Value> {
        self.0.get(name).ok_or_else(|| format!("the contract has no schema `{name}`"))
    }

    pub(super) fn is_enum(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|schema| schema.get("x-known-values").is_some())
    }

    pub(super) fn open_enum(&self, name: &str) -> Result<OpenEnum> {
        let schema = self.get(name)?;
        let values = array(schema, "x-known-values")
            .iter()
            .map(|value| EnumValue { wire: text(value, "value"), doc: text(value, "description") })
            .collect();
        let groups = ["terminal", "capacity"]
            .into_iter()
            .filter_map(|group| {
                let values = strings(schema.get(format!("x-{group}-values"))?);
                Some(EnumGroup { name: group.to_owned(), values })
            })
            .collect();
        Ok(OpenEnum { name: name.to_owned(), doc: text(schema, "description"), values, groups })
    }

    pub(super) fn model(&self, name: &str) -> Result<Model> {
        let schema = self.get(name)?;
        let required = schema.get("required").map(strings).unwrap_or_default();
        let properties = schema.get("properties").and_then(Value::as_object);
        let is_shared = flag(schema, "x-sdk-also-input");
        let fields = properties
            .into_iter()
            .flatten()
            .map(|(wire, property)| {
                let field = self.field(name, wire, property, required.contains(wire))?;
                Ok(Field { always: field.required || (field.always && !is_shared), ..field })
            })
            .collect::<Result<Vec<_>>>()?;
        Ok(Model {
            name: name.to_owned(),
            doc: text(schema, "description"),
            any_required: fields.iter().any(|field| field.required),
            fields,
            role: if is_shared { Role::SharedPart } else { Role::Part },
        })
    }

    pub(super) fn field(&self, owner: &str, wire: &str, schema: &Value, required: bool) -> Result<Field> {
        let name = schema.get("x-sdk-name").and_then(Value::as_str).unwrap_or(wire);
        if !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
            return Err(format!("{owner}.{wire} needs an x-sdk-name in snake case"));
        }
        let (ty, nullable) = self.ty(schema).map_err(|problem| format!("{owner}.{wire}: {problem}"))?;
        let doc = match text(schema, "description") {
            doc if doc.is_empty() => self.referenced_doc(schema),
            doc => doc,
        };
        Ok(Field {
            name: name.to_owned(),
            wire: wire.to_owned(),
            doc,
            always: required || matches!(ty, Type::List { .. } | Type::Map { .. }),
            ty,
            required,
            nullable,
            deprecated: flag(schema, "deprecated"),
            rules: rules(schema),
        })
    }

    fn referenced_doc(&self, schema: &Value) -> String {
        let target = reference(schema).and_then(|name| self.0.get(&name));
        target.map(|target| text(target, "description")).unwrap_or_default()
    }

    /// The type of a schema, and whether null is allowed.
    pub(super) fn ty(&self, schema: &Value) -> Result<(Type, bool)> {
        if let Some(name) = reference(schema) {
            self.get(&name)?;
            let ty = if self.is_enum(&name) { Type::Enum { name } } else { Type::Model { name } };
            return Ok((ty, false));
        }
        if let Some(choices) = schema.get("oneOf").and_then(Value::as_array) {
            return match choices.as_slice() {
                [one, null] if null.get("type") == Some(&Value::from("null")) => Ok((self.ty(one)?.0, true)),
                _ => Err("oneOf is read only as `this or null`".to_owned()),
            };
        }
        if flag(schema, "x-any") {
            return Ok((Type::Any, true));
        }
        let types = schema.get("type").map(strings).unwrap_or_default();
        let nullable = types.iter().any(|ty| ty == "null");
        let plain: Vec<&str> = types.iter().map(String::as_str).filter(|ty| *ty != "null").collect();
        let ty = match plain.as_slice() {
            ["string"] if flag(schema, "x-secret") => Type::Secret,
            ["string"] if schema.get("format") == Some(&Value::from("date-time")) => Type::Timestamp,
            ["string"] => Type::String,
            ["integer"] => Type::Integer,
            ["number"] if flag(schema, "x-duration") => Type::Duration,
            ["number"] => Type::Number,
            ["boolean"] => Type::Boolean,
            ["array"] => {
                let item = schema.get("items").ok_or("an array needs `items`")?;
                Type::List { item: Box::new(self.ty(item)?.0) }
            }
            ["object"] => match schema.get("additionalProperties") {
                Some(item @ Value::Object(_)) => Type::Map { item: Box::new(self.ty(item)?.0) },
                _ => return Err("an object inside another needs a schema of its own".to_owned()),
            },
            ["string", "object"] | ["object", "string"] | ["integer", "number", "string"] => Type::Any,
            other => return Err(format!("no type for {other:?}")),
        };
        Ok((ty, nullable))
    }
}

fn rules(schema: &Value) -> Rules {
    let number = |key: &str| schema.get(key).and_then(Value::as_i64);
    let count = |key: &str| schema.get(key).and_then(Value::as_u64);
    let pattern = |schema: &Value| schema.get("pattern").and_then(Value::as_str).map(str::to_owned);
    Rules {
        pattern: pattern(schema),
        item_pattern: schema.get("additionalProperties").and_then(pattern),
        min_length: count("minLength"),
        max_length: count("maxLength"),
        minimum: number("minimum"),
        maximum: number("maximum"),
        above: number("exclusiveMinimum"),
        min_items: count("minItems"),
        one_of: array(schema, "enum").iter().map(plain).collect(),
        confirms: schema.get("x-sdk-confirms").and_then(Value::as_object).and_then(confirms),
    }
}

fn confirms(extension: &Map<String, Value>) -> Option<Confirms> {
    let (field, value) = extension.iter().next()?;
    Some(Confirms { field: field.clone(), value: value.as_i64()? })
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The name that a `$ref` to a schema points at.
pub(super) fn reference(schema: &Value) -> Option<String> {
    let target = schema.get("$ref")?.as_str()?;
    target.strip_prefix("#/components/schemas/").map(str::to_owned)
}

pub(super) fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

pub(super) fn flag(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool).unwrap_or(false)
}

pub(super) fn array<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A text or a list of texts, as a list.
pub(super) fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(one) => vec![one.clone()],
        Value::Array(many) => many.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}
