//! The contract, embedded, and the checks of requests against its schemas, which are compiled at first use.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use serde_json::{Map, Value, json};

use crate::errors::{ApiFailure, Problems};
use crate::operations::Operation;
use crate::schema::{Fault, Schema, Wanted};

/// The contract as it is served.
pub(crate) const TEXT: &str = include_str!("../../api/openapi.json");

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(TEXT).unwrap_or_default());

/// Shared by all emulators of the process.
static CHECKS: LazyLock<Mutex<HashMap<Operation, Arc<Checks>>>> = LazyLock::new(Mutex::default);

pub(crate) fn document() -> &'static Value {
    &DOCUMENT
}

/// Parameters of the path and of the query, by name, with the type that the contract gives them.
pub(crate) type Parameters = BTreeMap<String, Value>;

/// What the contract asks of one operation's request.
struct Checks {
    /// Whether a body must be there, and what it must be.
    body: Option<(bool, Schema)>,
    parameters: Option<Schema>,
    integers: Vec<String>,
}

/// Reads and checks the parameters of a request.
pub(crate) fn parameters<'a>(
    operation: Operation,
    given: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<Parameters, ApiFailure> {
    let checks = checks(operation)?;
    let read = |name: &str, text: &str| {
        // A sign is not a digit here: `+5` is no identifier.
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse::<i64>() {
            Ok(number) if digits && checks.integers.iter().any(|integer| integer == name) => json!(number),
            _ => json!(text),
        }
    };
    let values: Map<String, Value> = given.map(|(name, text)| (name.to_owned(), read(name, text))).collect();
    let values = Value::Object(values);
    if let Some(schema) = &checks.parameters {
        refuse("Invalid request parameters", problems(schema, &values))?;
    }
    Ok(values.as_object().map(|map| map.clone().into_iter().collect()).unwrap_or_default())
}

/// Reads and checks the body of a request; an absent one that may be absent is an empty object.
pub(crate) fn body(operation: Operation, bytes: &[u8]) -> Result<Map<String, Value>, ApiFailure> {
    let checks = checks(operation)?;
    let Some((required, schema)) = &checks.body else { return Ok(Map::new()) };
    if bytes.trim_ascii().is_empty() {
        return if *required {
            Err(ApiFailure::new(400, "Request body is required"))
        } else {
            Ok(Map::new())
        };
    }
    let value: Value =
        serde_json::from_slice(bytes).map_err(|_| ApiFailure::new(400, "Invalid JSON in request body"))?;
    refuse("Invalid request body", problems(schema, &value))?;
    match value {
        Value::Object(map) => Ok(map),
        _ => Err(ApiFailure::new(400, "Invalid request body")),
    }
}

fn refuse(message: &str, problems: Problems) -> Result<(), ApiFailure> {
    if problems.is_empty() { Ok(()) } else { Err(ApiFailure::new(400, message).with_problems(problems)) }
}

fn checks(operation: Operation) -> Result<Arc<Checks>, ApiFailure> {
    let mut known = CHECKS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(checks) = known.get(&operation) {
        return Ok(Arc::clone(checks));
    }
    let compiled = compile(operation).map_err(|error| {
        ApiFailure::new(500, format!("The contract of {} cannot be compiled: {error}", operation.id()))
    })?;
    let checks = Arc::new(compiled);
    known.insert(operation, Arc::clone(&checks));
    Ok(checks)
}

fn compile(operation: Operation) -> Result<Checks, String> {
    let contract = document();
    let operations = contract["paths"].as_object().into_iter().flat_map(Map::values);
    let found = operations
        .filter_map(Value::as_object)
        .flat_map(Map::values)
        .find(|found| found["operationId"] == operation.id())
        .unwrap_or(&Value::Null);

    let (mut properties, mut required, mut integers) = (Map::new(), Vec::new(), Vec::new());
    for parameter in found["parameters"].as_array().into_iter().flatten() {
        // The organization header is checked with the token, where its own errors are.
        let (true, Some(name)) = (parameter["in"] != "header", parameter["name"].as_str()) else { continue };
        properties.insert(name.to_owned(), parameter["schema"].clone());
        if parameter["required"] == true {
            required.push(name);
        }
        if parameter["schema"]["type"] == "integer" {
            integers.push(name.to_owned());
        }
    }
    let parameters = if properties.is_empty() {
        None
    } else {
        let schema = json!({ "type": "object", "properties": properties, "required": required });
        Some(Schema::compile(&schema, contract)?)
    };
    let body = &found["requestBody"];
    let body = match body["content"].get("application/json") {
        Some(content) => Some((body["required"] == true, Schema::compile(&content["schema"], contract)?)),
        None => None,
    };
    Ok(Checks { body, parameters, integers })
}

fn problems(schema: &Schema, value: &Value) -> Problems {
    let mut problems = Problems::default();
    for fault in schema.faults(value) {
        // Older spellings of a region pass here and the catalogue decides, which also refuses unknown regions.
        if fault.path == ["region"] && matches!(fault.wanted, Wanted::Pattern(_)) {
            continue;
        }
        let message = message(&fault);
        match (fault.path.as_slice(), &fault.wanted) {
            ([], Wanted::Required(name)) => problems.field(name, message),
            ([], _) => problems.form(message),
            ([field], _) => problems.field(field, message),
            ([field, inner @ ..], _) => problems.field(field, format!("{}: {message}", inner.join("."))),
        }
    }
    problems
}

/// Says what is wrong without repeating the value, which may be secret.
fn message(fault: &Fault<'_>) -> String {
    match &fault.wanted {
        Wanted::Required(name) if fault.path.is_empty() => format!("{name} is required"),
        Wanted::Required(name) => format!("Lacks {}", json!(name)),
        Wanted::Type(types) => {
            format!("Expected {}, received {}", types.join(" or "), type_of(fault.value))
        }
        Wanted::MinLength(limit) => format!("Must have at least {limit} characters"),
        Wanted::MaxLength(limit) => format!("Must have at most {limit} characters"),
        Wanted::MinItems(limit) => format!("Must have at least {limit} items"),
        Wanted::Minimum(limit) => format!("Must be at least {limit}"),
        Wanted::Maximum(limit) => format!("Must be at most {limit}"),
        Wanted::ExclusiveMinimum(limit) => format!("Must be greater than {limit}"),
        Wanted::Enum(options) => {
            let options = options.iter().map(plain).collect::<Vec<_>>();
            format!("Must be one of {}", options.join(", "))
        }
        Wanted::Pattern(pattern) => in_words(pattern),
        Wanted::NoMore(unexpected) => format!("Unknown fields: {}", unexpected.join(", ")),
        Wanted::OneOf => "Has none of the allowed forms".to_owned(),
        Wanted::Const | Wanted::OnlyOne => "Is not valid".to_owned(),
    }
}

fn in_words(pattern: &str) -> String {
    match pattern {
        "^[a-zA-Z0-9-]+$" => "May hold only letters, digits and hyphens".to_owned(),
        "^[A-Za-z0-9_@-]*$" => "May hold only letters, digits, _, @ and -".to_owned(),
        "^[a-zA-Z_][a-zA-Z0-9_]*$" => {
            "Must start with a letter or underscore and hold only letters, digits and underscores".to_owned()
        }
        pattern => format!("Must match {pattern}"),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::ROUTES;

    fn refusal(operation: Operation, body: &Value) -> Value {
        super::body(operation, body.to_string().as_bytes()).unwrap_err().body()
    }

    fn fields(operation: Operation, body: &Value) -> Value {
        refusal(operation, body)["details"]["fieldErrors"].clone()
    }

    #[test]
    fn every_operation_compiles() {
        for route in ROUTES {
            assert_eq!(compile(route.operation).err(), None, "{}", route.template);
        }
    }

    #[test]
    fn messages_name_the_field_and_the_rule() {
        let create = |body: &Value| fields(Operation::AppsCreate, body);
        assert_eq!(create(&json!({})), json!({ "name": ["name is required"] }));
        assert_eq!(create(&json!({ "name": "abc" })), json!({ "name": ["Must have at least 4 characters"] }));
        assert_eq!(
            create(&json!({ "name": "no spaces" })),
            json!({ "name": ["May hold only letters, digits and hyphens"] })
        );
        assert_eq!(
            create(&json!({ "name": "good", "replicas": 0, "visibility": "secret" })),
            json!({ "replicas": ["Must be at least 1"], "visibility": ["Must be one of public, private"] })
        );
        assert_eq!(
            create(&json!({ "name": "good", "tags": { "env": "a b" } })),
            json!({ "tags": ["env: May hold only letters, digits, _, @ and -"] })
        );
        assert_eq!(create(&json!({ "name": 7 })), json!({ "name": ["Expected string, received number"] }));
    }

    #[test]
    fn messages_about_the_whole_body_stand_apart() {
        assert_eq!(
            refusal(Operation::AppsCreate, &json!([]))["details"]["formErrors"],
            json!(["Expected object, received array"])
        );
        assert_eq!(
            refusal(Operation::SecretsSet, &json!({ "name": "A", "value": "v", "more": 1 }))["details"]["formErrors"],
            json!(["Unknown fields: more"])
        );
    }

    #[test]
    fn messages_never_repeat_a_value() {
        let text =
            refusal(Operation::SecretsSet, &json!({ "name": "1-hush", "value": ["hush-hush"] })).to_string();
        assert!(!text.contains("hush"), "{text}");
    }

    #[test]
    fn unknown_fields_pass_where_the_schema_is_open() {
        assert!(body(Operation::AppsCreate, br#"{"name":"good","colour":"red"}"#).is_ok());
    }

    #[test]
    fn bodies_may_be_absent_only_where_the_contract_says_so() {
        assert_eq!(body(Operation::ApiKeysRegenerate, b"").unwrap(), Map::new());
        assert_eq!(body(Operation::AppsCreate, b" ").unwrap_err().message, "Request body is required");
        assert_eq!(
            body(Operation::AppsCreate, b"{name").unwrap_err().message,
            "Invalid JSON in request body"
        );
    }

    #[test]
    fn identifiers_are_positive_integers() {
        for text in ["0", "-1", "+1", "1.5", "abc", "99999999999999999999"] {
            let failure = parameters(Operation::AppsGet, [("app_id", text)].into_iter()).unwrap_err();
            assert_eq!(failure.status, 400, "{text}");
        }
        let read = parameters(Operation::AppsGet, [("app_id", "12")].into_iter()).unwrap();
        assert_eq!(read["app_id"], json!(12));
    }

    #[test]
    fn limits_have_their_range() {
        let check = |operation, text| parameters(operation, [("app_id", "1"), ("limit", text)].into_iter());
        assert!(check(Operation::AppsList, "1000").is_ok());
        assert!(check(Operation::AppsList, "1001").is_err());
        assert!(check(Operation::DeploymentsList, "100").is_ok());
        assert!(check(Operation::DeploymentsList, "101").is_err());
        assert!(check(Operation::DeploymentsList, "0").is_err());
    }
}
