//! The Python output: of the contract of this checkout, and of contracts that differ from it.

use serde_json::{Value, json};

use super::testing::{contract, named, operations};
use super::{parse, python, workflows};

/// The Python files of a contract, with their names.
fn files(contract: &Value) -> Result<Vec<(String, String)>, String> {
    let outputs = python::render(&parse::api(contract)?)?;
    Ok(named(outputs))
}

fn file(contract: &Value, name: &str) -> String {
    files(contract).unwrap().into_iter().find(|(found, _)| found == name).unwrap().1
}

#[test]
fn files_are_as_a_formatter_leaves_them() {
    for (name, text) in files(&contract()).unwrap() {
        assert!(text.starts_with("# Generated from api/openapi.json"), "{name}");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n") && !text.contains("\n\n\n\n"), "{name}");
        for line in text.lines() {
            assert!(line.chars().count() <= 100 && line.trim_end() == line, "{name}: {line}");
        }
    }
}

#[test]
fn every_operation_is_told_with_its_route_its_scope_and_its_errors() {
    let contract = contract();
    for name in ["resources.py", "async_resources.py"] {
        let text = file(&contract, name);
        for (route, operation) in operations(&contract) {
            let told = match operation["x-required-scope"].as_str() {
                Some(scope) if operation["x-scope-confidence"] == "guess" => {
                    format!("`{route}`, scope `{scope}` (a guess: no source states it).")
                }
                Some(scope) => format!("`{route}`, scope `{scope}`."),
                None => format!("`{route}`."),
            };
            let (_, rest) = text.split_once(&told).unwrap_or_else(|| panic!("{name}: {told}"));
            let (doc, _) = rest.split_once("\"\"\"").unwrap();
            assert!(doc.contains("RateLimited: Too many requests."), "{name}: {told}");
            let is_missing = operation["responses"].get("404").is_none();
            assert_eq!(doc.contains("NotFound: "), !is_missing, "{name}: {told}");
        }
    }
}

#[test]
fn the_twins_differ_in_waiting_only() {
    let contract = contract();
    let plain = |name: &str| {
        let text = file(&contract, name);
        let (_, text) = text.split_once("\n\n\nclass ").unwrap();
        let text = text.replace("async def", "def").replace("await ", "").replace("Async", "");
        let text = text.replace(" and awaited if it wants to be", "");
        // Shorter names leave other lines.
        let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        text.replace(",)", ")").replace(",}", "}")
    };
    assert_eq!(plain("resources.py"), plain("async_resources.py"));
}

/// The contract with what the SDK makes of it.
fn with_workflows() -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("api/workflows.json");
    let written = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    workflows::merged(&contract(), &written).unwrap()
}

#[test]
fn workflows_are_methods_that_say_what_they_call() {
    let text = file(&with_workflows(), "resources.py");
    let method = |name: &str| {
        let (_, rest) = text.split_once(&format!("    def {name}(")).unwrap();
        rest.split_once("\n\n    def ").map_or(rest, |(method, _)| method).to_owned()
    };
    for (name, parts) in [
        ("drift", ["Calls `secrets.list` and `deployments.list`; needs their scopes.", "RateLimited: "]),
        ("sql", ["self, sql: str) -> models.SqlResult", "body={\"sql\": sql}"]),
        ("chat_stream", ["-> Stream[models.ChatChunk]", "return self._caller.stream("]),
        ("require", ["scopes: Sequence[str]", "body={\"scopes\": scopes}"]),
        ("plan", ["desired: str | Mapping[str, Any] | os.PathLike[str],", "\"desired\": text(desired)"]),
        ("rotate", ["distribute: Distribute,", "\"grace\": duration(\"grace\", grace)"]),
        ("rotate", ["RotationFailed: ", "In seconds or as a timedelta."]),
    ] {
        for part in parts {
            assert!(method(name).contains(part), "{name}: {part}\n{}", method(name));
        }
    }
    // What goes to a server may know more; what the SDK does by itself does not.
    assert!(method("search").contains("extra: Mapping[str, Any] | None = None"));
    assert!(!method("lint").contains("extra"));
    // A runtime is given for an app; nobody has one by itself.
    assert!(!text.contains("self.runtime = ") && text.contains("    def runtime(self, of: "));
}

#[test]
fn models_follow_those_that_they_are_made_of() {
    let mut contract = contract();
    let schemas = contract.pointer_mut("/components/schemas").unwrap().as_object_mut().unwrap();
    let region = schemas.shift_remove("Region").unwrap();
    schemas.insert("Region".to_owned(), region);
    let models = file(&contract, "models.py");
    assert!(models.find("class Region(").unwrap() < models.find("class Regions(").unwrap());
}

#[test]
fn what_the_sdk_calls_by_itself_is_not_shown() {
    let contract = contract();
    for (name, text) in files(&contract).unwrap() {
        assert!(!text.contains("OAuthToken") && !text.contains("/oauth/token"), "{name}");
    }
}

#[test]
fn changes_tell_absent_from_none() {
    let text = file(&contract(), "resources.py");
    assert!(text.contains("        image_tag: str | Unset | None = UNSET,\n"));
    assert!(text.contains("        description: str | Unset = UNSET,\n"));
    assert!(text.contains("        description: str | None = None,\n"));
    assert!(text.contains("roles: Sequence[enums.MemberRole | str],"));
}

#[test]
fn what_cannot_be_said_in_python_is_an_error_that_names_the_place() {
    let field = "/components/schemas/App/properties";
    for (pointer, value, named) in [
        (format!("{field}/cname/x-sdk-name"), json!("class"), "App.class"),
        (format!("{field}/cname/x-sdk-name"), json!("to_dict"), "App.to_dict"),
        (
            "/components/schemas/CreateApp/properties/cname/x-sdk-name".to_owned(),
            json!("page_size"),
            "CreateApp.page_size",
        ),
        ("/paths/~1v1~1limits/get/x-sdk/method".to_owned(), json!("yield"), "client.yield"),
        ("/components/schemas/Visibility/x-known-values/0/value".to_owned(), json!("24 hours"), "Visibility"),
        (
            format!("{field}/forked_from"),
            json!({"$ref": "#/components/schemas/App", "description": "Itself."}),
            "App",
        ),
        (
            "/components/schemas/App/description".to_owned(),
            json!("word ".repeat(30)),
            "first line of a docstring",
        ),
    ] {
        let mut contract = contract();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match contract.pointer_mut(parent).unwrap() {
            Value::Object(members) => members.insert(name.to_owned(), value),
            other => panic!("{pointer} is no place in {other}"),
        };
        let problem = files(&contract).err().unwrap_or_default();
        assert!(problem.contains(named), "{pointer}: {problem}");
    }
}
