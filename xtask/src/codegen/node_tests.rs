//! The TypeScript output: of the contract of this checkout, and of contracts that differ from it.

use serde_json::{Value, json};

use super::testing::{contract, named, operations};
use super::{node, parse, workflows};

/// The TypeScript files of a contract, with their names.
fn files(contract: &Value) -> Result<Vec<(String, String)>, String> {
    let outputs = node::render(&parse::api(contract)?)?;
    Ok(named(outputs))
}

fn file(contract: &Value, name: &str) -> String {
    files(contract).unwrap().into_iter().find(|(found, _)| found == name).unwrap().1
}

#[test]
fn files_are_as_a_formatter_leaves_them() {
    for (name, text) in files(&contract()).unwrap() {
        assert!(text.starts_with("// Generated from api/openapi.json"), "{name}");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n") && !text.contains("\n\n\n"), "{name}");
        for line in text.lines() {
            assert!(line.chars().count() <= 100 && line.trim_end() == line, "{name}: {line}");
        }
    }
}

#[test]
fn every_operation_is_told_with_its_route_its_scope_and_its_errors() {
    let contract = contract();
    let text = file(&contract, "resources.ts");
    // A comment may break a line anywhere between words.
    let text = text
        .replace("\n   * ", " ")
        .replace("\n   *\n", "\n")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    for (route, operation) in operations(&contract) {
        let told = match operation["x-required-scope"].as_str() {
            Some(scope) if operation["x-scope-confidence"] == "guess" => {
                format!("`{route}`, scope `{scope}` (a guess: no source states it).")
            }
            Some(scope) => format!("`{route}`, scope `{scope}`."),
            None => format!("`{route}`."),
        };
        let (_, rest) = text.split_once(&told).unwrap_or_else(|| panic!("{told}"));
        let (doc, _) = rest.split_once("*/").unwrap();
        assert!(doc.contains("@throws `RateLimited`: Too many requests."), "{told}");
        let is_missing = operation["responses"].get("404").is_none();
        assert_eq!(doc.contains("@throws `NotFound`: "), !is_missing, "{told}");
    }
}

/// The contract with what the SDK makes of it.
fn with_workflows() -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("api/workflows.json");
    let written = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    workflows::merged(&contract(), &written).unwrap()
}

#[test]
fn workflows_are_methods_that_say_what_they_call() {
    let contract = with_workflows();
    let text = file(&contract, "resources.ts");
    for part in [
        "Calls `secrets.list` and `deployments.list`; needs their scopes.",
        "  async sql(sql: string, options?: CallOptions): Promise<models.SqlResult> {",
        "  chatStream(params: inputs.Chat, options?: CallOptions): Stream<models.ChatChunk> {",
        "    const body = { scopes: wordList('scopes', scopes) };",
        "    const [handover, sent] = splitRotate(params);",
        "  runtime(of: AppId | string | Secret, params: RuntimeParams = {}): Runtime {",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains("readonly runtime: "));
    let inputs = file(&contract, "inputs.ts");
    assert!(inputs.contains("  grace: ['grace', 'duration'],\n"));
    let members = |name: &str| {
        let (_, rest) = inputs.split_once(&format!("export interface {name} {{")).unwrap();
        rest.split_once("\n}\n").unwrap().0.to_owned()
    };
    assert!(members("RotateKeys").contains("In milliseconds. */\n  readonly verifyInterval?: number"));
    // What goes to a server may know more; what the SDK does by itself does not.
    assert!(members("SearchDatasets").contains("readonly extra?: "));
    assert!(!members("PlanState").contains("readonly extra?: "));
    // What stands in an answer tells of the call, too.
    assert!(file(&contract, "readers.ts").contains("  holds(object, 'keys');\n"));
}

#[test]
fn parts_of_bodies_stand_before_what_they_are_parts_of() {
    let mut contract = contract();
    let schemas = contract.pointer_mut("/components/schemas").unwrap().as_object_mut().unwrap();
    let part = schemas.shift_remove("ResourceQuantities").unwrap();
    schemas.insert("ResourceQuantities".to_owned(), part);
    let inputs = file(&contract, "inputs.ts");
    let place = |name: &str| inputs.find(&format!("export const {name} = fields(")).unwrap();
    assert!(place("RESOURCE_QUANTITIES") < place("RESOURCES"));
    assert!(place("RESOURCES") < place("CREATE_APP"));
}

#[test]
fn what_the_sdk_calls_by_itself_is_not_shown() {
    for (name, text) in files(&contract()).unwrap() {
        assert!(!text.contains("OAuthToken") && !text.contains("/oauth/token"), "{name}");
    }
}

#[test]
fn changes_tell_undefined_from_null() {
    let text = file(&contract(), "inputs.ts");
    assert!(text.contains("  readonly imageTag?: string | null | undefined;\n"));
    assert!(text.contains("  readonly description?: string | undefined;\n"));
    assert!(text.contains("  readonly roles: readonly MemberRole[];\n"));
    assert!(text.contains("  ephemeralStorage: 'ephemeral-storage',\n"));
}

#[test]
fn answers_have_what_their_types_say() {
    let contract = contract();
    let (models, readers) = (file(&contract, "models.ts"), file(&contract, "readers.ts"));
    assert!(models.contains("  readonly createdAt?: Date | undefined;\n"));
    assert!(models.contains("  readonly tags: Readonly<Record<string, string>>;\n"));
    assert!(models.contains("  readonly apiKey?: Secret | undefined;\n"));
    let (_, app) = readers.split_once("export function readApp(").unwrap();
    let (app, _) = app.split_once("\n}\n").unwrap();
    for line in ["readTime(object, 'createdAt', row[", "object['tags'] = mapOf(row[", "new Secret(row["] {
        assert!(app.contains(line), "{app}");
    }
}

#[test]
fn what_cannot_be_said_in_typescript_is_an_error_that_names_the_place() {
    for (schema, name) in [("App", "meta"), ("CreateApp", "extra"), ("CreateDeployment", "poll_interval")] {
        let mut contract = contract();
        let schema_of = contract.pointer_mut(&format!("/components/schemas/{schema}/properties")).unwrap();
        let (_, first) = schema_of.as_object_mut().unwrap().iter_mut().next().unwrap();
        first["x-sdk-name"] = json!(name);
        let problem = files(&contract).err().unwrap_or_default();
        assert!(problem.contains(&format!("{schema}.")), "{schema}: {problem}");
    }
}
