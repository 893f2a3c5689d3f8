//! The validator beside a complete one: both say the same of every body, and find the same places wrong.

use fastrand::Rng;
use serde_json::{Map, Value, json};

use crate::contract;
use crate::schema::Schema;

/// How many bodies each operation gets.
const BODIES: usize = 600;

/// The schemas of all bodies in JSON, by operation.
fn bodies() -> Vec<(&'static str, &'static Value)> {
    let operations = contract::document()["paths"].as_object().unwrap().values();
    let operations = operations.flat_map(|item| item.as_object().unwrap().values());
    operations
        .filter_map(|operation| {
            let schema = operation["requestBody"]["content"]["application/json"].get("schema")?;
            Some((operation["operationId"].as_str()?, schema))
        })
        .collect()
}

fn complete(schema: &Value) -> jsonschema::Validator {
    let mut schema = schema.clone();
    schema["components"] = contract::document()["components"].clone();
    jsonschema::draft202012::new(&schema).unwrap()
}

/// Values of every kind, many at the edge of what some rule allows.
fn odd(rng: &mut Rng) -> Value {
    let length = [1, 3, 4, 38, 39, 256, 257][rng.usize(..7)];
    let values = [
        json!(null),
        json!(rng.bool()),
        json!(rng.i64(-2..12)),
        json!(f64::from(rng.i32(-2..12))),
        json!(rng.f64()),
        json!(1e30),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(""),
        json!("a".repeat(length)),
        json!("é".repeat(length)),
        json!("with spaces"),
        json!("line\n"),
        json!("us-west-2"),
        json!("stable"),
        json!("public"),
        json!("client_credentials"),
        json!([]),
        json!(["admin", rng.i32(..)]),
        json!({}),
        json!({ "a": 1, "b": "c d" }),
        json!({ "team": "shop" }),
    ];
    values[rng.usize(..values.len())].clone()
}

/// A value that mostly is as the schema wants it.
fn value(schema: &Value, rng: &mut Rng) -> Value {
    if rng.u8(..12) == 0 {
        return odd(rng);
    }
    if let Some(place) = schema["$ref"].as_str() {
        return value(contract::document().pointer(&place[1..]).unwrap(), rng);
    }
    if let Some(options) = schema["enum"].as_array() {
        let option = rng.choice(options).unwrap();
        // The same number in another spelling is the same.
        return option.as_f64().filter(|_| rng.bool()).map_or_else(|| option.clone(), |number| json!(number));
    }
    if let Some(only) = schema.get("const") {
        return only.clone();
    }
    if let Some(forms) = schema["oneOf"].as_array() {
        return value(rng.choice(forms).unwrap(), rng);
    }
    let kind = match &schema["type"] {
        Value::Array(kinds) => rng.choice(kinds).unwrap().as_str(),
        kind => kind.as_str(),
    };
    match kind {
        Some("object") => object(schema, rng),
        Some("array") => (0..rng.usize(..3)).map(|_| value(&schema["items"], rng)).collect(),
        Some("string") if rng.u8(..4) == 0 => at_the_edge(schema, rng),
        Some("string") => json!(["good", "stable", "us-west-2", "a_b", "a-b", "A1"][rng.usize(..6)]),
        Some("integer" | "number") => json!(rng.i64(0..12)),
        Some("boolean") => json!(rng.bool()),
        Some("null") => Value::Null,
        _ => odd(rng),
    }
}

/// A text whose length is just what is allowed, or one letter off.
fn at_the_edge(schema: &Value, rng: &mut Rng) -> Value {
    let limit = |name: &str| schema[name].as_u64().and_then(|limit| usize::try_from(limit).ok());
    let limits = [limit("minLength").unwrap_or(1), limit("maxLength").unwrap_or(38)];
    let length = (rng.choice(limits).unwrap_or(1) + rng.usize(..3)).saturating_sub(1);
    json!(["a", "é"][rng.usize(..2)].repeat(length))
}

fn object(schema: &Value, rng: &mut Rng) -> Value {
    let mut members = Map::new();
    let required = schema["required"].as_array().into_iter().flatten().collect::<Vec<_>>();
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let likely = if required.iter().any(|required| *required == name) { 15 } else { 5 };
        if rng.u8(..16) < likely {
            members.insert(name.clone(), value(property, rng));
        }
    }
    if rng.u8(..8) == 0 {
        let more = schema.get("additionalProperties").filter(|more| more.is_object());
        let member = if let Some(more) = more { value(more, rng) } else { odd(rng) };
        members.insert("more".to_owned(), member);
    }
    Value::Object(members)
}

#[test]
fn a_complete_validator_says_the_same() {
    let mut rng = Rng::with_seed(20);
    for (id, schema) in bodies() {
        let ours = Schema::compile(schema, contract::document()).unwrap();
        let theirs = complete(schema);
        let mut valid = 0;
        for _ in 0..BODIES {
            let body = value(schema, &mut rng);
            let mut found: Vec<String> = ours
                .faults(&body)
                .iter()
                .map(|fault| fault.path.iter().fold(String::new(), |path, step| path + "/" + step))
                .collect();
            let mut expected: Vec<String> =
                theirs.iter_errors(&body).map(|error| error.instance_path().as_str().to_owned()).collect();
            found.sort();
            expected.sort();
            assert_eq!(found, expected, "{id}: {body}");
            assert_eq!(found.is_empty(), theirs.is_valid(&body), "{id}: {body}");
            valid += usize::from(found.is_empty());
        }
        assert!((30..BODIES - 30).contains(&valid), "{id}: {valid} of {BODIES} are valid");
    }
}

#[test]
fn what_is_not_known_is_refused() {
    for (schema, named) in [
        (json!({ "type": "string", "multipleOf": 2 }), "multipleOf"),
        (json!({ "properties": { "a": { "not": {} } } }), "not"),
        (json!({ "items": { "format": "date" } }), "format"),
        (json!({ "type": "text" }), "text"),
        (json!({ "$ref": "#/components/schemas/Nothing" }), "$ref"),
        (json!({ "pattern": "(" }), "pattern"),
        (json!({ "minimum": 1.5 }), "minimum"),
        (json!({ "enum": [[1]] }), "enum"),
        (json!(false), "no schema"),
    ] {
        let problem = Schema::compile(&schema, contract::document()).unwrap_err();
        assert!(problem.contains(named), "{problem}");
    }
    let endless = json!({ "a": { "items": { "$ref": "#/a" } } });
    assert!(Schema::compile(&endless["a"], &endless).unwrap_err().contains("itself"));
}
