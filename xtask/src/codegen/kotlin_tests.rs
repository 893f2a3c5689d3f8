//! The Kotlin and Swift output: of the contract of this checkout, and of contracts that differ from it.

use serde_json::Value;

use super::testing::{contract, named, operations};
use super::{Output, kotlin, parse, swift, workflows};

type Render = fn(&super::ir::Api) -> Result<Vec<Output>, String>;

/// The files of a contract in both languages, with their names.
fn files(contract: &Value) -> Vec<(String, String)> {
    let api = parse::api(contract).unwrap();
    [kotlin::render as Render, swift::render as Render]
        .iter()
        .flat_map(|render| named(render(&api).unwrap()))
        .collect()
}

/// The contract with what the SDK makes of it.
fn with_workflows() -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("api/workflows.json");
    let written = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    workflows::merged(&contract(), &written).unwrap()
}

#[test]
fn workflows_are_methods_that_say_what_they_call() {
    let files = files(&with_workflows());
    for (name, parts) in [
        ("Operations.kt", ["public suspend fun plan(", "fun runtime(\n        key: Secret,"]),
        (
            "ApiKeysResource.kt",
            ["distribute: suspend (slot: Long, key: Secret) -> Unit,", "Calls `api_keys.get`, "],
        ),
        ("ApiKeysResource.kt", ["seconds(\"verifyTimeout\", it)", "@throws RotationFailedException "]),
        ("ApiKeysFutures.kt", ["verify: KeyVerifierFutures? = null,", "body.grace?.toKotlinDuration(),"]),
        ("Inputs.kt", ["import java.time.Duration", "public var verifyTimeout: Duration? = null"]),
        ("RuntimeResource.kt", ["): Steps<ChatChunk> {", "caller.stream(\"runtime.chat_stream\", "]),
        ("RuntimeBlocking.kt", ["): StepsBlocking<ChatChunk> =", "inner.chatStream("]),
        ("Operations.swift", ["  public func plan(", "  public func runtime(key: Secret, "]),
        (
            "ApiKeysResource.swift",
            ["distribute: (Int, Secret) async throws -> Void,", "try notNegative(\"grace\", $0)"],
        ),
        (
            "RuntimeResource.swift",
            [") -> Steps<ChatChunk> {", "  public func sql(_ sql: String) async throws "],
        ),
    ] {
        let (_, text) = files.iter().find(|(file, _)| file == name).unwrap();
        for part in parts {
            assert!(text.contains(part), "{name}: {part}");
        }
    }
    // Nobody has a runtime by itself, and what the SDK does by itself takes no further members.
    for (name, text) in files.iter().filter(|(name, _)| name.starts_with("Operations")) {
        assert!(!text.contains("val runtime") && !text.contains("var runtime"), "{name}");
        assert!(!text.contains("extra"), "{name}");
    }
}

#[test]
fn files_are_as_a_formatter_leaves_them() {
    for (name, text) in files(&with_workflows()) {
        assert!(text.starts_with("// Generated from api/openapi.json"), "{name}");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n") && !text.contains("\n\n\n"), "{name}");
        for line in text.lines() {
            assert!(line.chars().count() <= 132 && line.trim_end() == line, "{name}: {line}");
        }
    }
}

#[test]
fn every_operation_is_told_with_its_route_and_scope() {
    let contract = contract();
    let files = files(&contract);
    for ending in ["Resource.kt", "Blocking.kt", "Futures.kt", "Resource.swift"] {
        let texts = files.iter().filter(|(name, _)| name.ends_with(ending) || name.starts_with("Operations"));
        let words =
            texts.flat_map(|(_, text)| text.split_whitespace().filter(|word| !["*", "///"].contains(word)));
        let text = words.collect::<Vec<_>>().join(" ");
        for (route, operation) in operations(&contract) {
            if operation["x-sdk"].get("internal").is_some() {
                continue;
            }
            assert!(text.contains(&format!("`{route}`")), "{ending}: {route}");
            if let Some(scope) = operation["x-required-scope"].as_str() {
                assert!(text.contains(&format!("scope `{scope}`")), "{ending}: {scope}");
            }
        }
    }
}

#[test]
fn a_name_that_is_taken_is_refused() {
    let mut contract = contract();
    let fields = contract.pointer_mut("/components/schemas/App/properties").unwrap().as_object_mut().unwrap();
    let field = fields.shift_remove("description").unwrap();
    fields.insert("meta".to_owned(), field);
    let api = parse::api(&contract).unwrap();
    assert!(kotlin::render(&api).err().unwrap().contains("App.meta needs another name for Kotlin"));
    assert!(swift::render(&api).err().unwrap().contains("App.meta needs another name for Swift"));
}
