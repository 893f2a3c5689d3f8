//! Codegen against the contract of this checkout, and against contracts that differ from it.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{FOLDERS, leftovers, outputs, report, stale, write_file};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn contract() -> Value {
    serde_json::from_str(&std::fs::read_to_string(root().join("api/openapi.json")).unwrap()).unwrap()
}

/// The files that `codegen --check` names for a contract.
fn named(contract: &Value) -> Vec<String> {
    let outputs = outputs(contract, &root()).unwrap();
    stale(&outputs, &root()).iter().map(|output| output.path.display().to_string()).collect()
}

#[test]
fn what_is_committed_is_what_the_contract_says() {
    assert_eq!(named(&contract()), Vec::<String>::new());
}

#[test]
fn a_removed_field_is_noticed() {
    let mut contract = contract();
    let fields = contract.pointer_mut("/components/schemas/App/properties").unwrap().as_object_mut().unwrap();
    fields.shift_remove("description").unwrap();
    let expected = [
        "core/src/generated/models.rs",
        "bindings-python/python/spice_cloud/_generated/models.py",
        "bindings-node/src/generated/models.ts",
        "bindings-node/src/generated/readers.ts",
        "bindings-uniffi/kotlin/src/generated/kotlin/ai/spice/cloud/Models.kt",
        "bindings-uniffi/kotlin/src/generated/kotlin/ai/spice/cloud/Readers.kt",
        // An update can set it, so that it is compared with what was read.
        "bindings-uniffi/kotlin/src/generated/kotlin/ai/spice/cloud/AppsResource.kt",
        "bindings-uniffi/swift/Sources/SpiceCloud/generated/Models.swift",
        "bindings-uniffi/swift/Sources/SpiceCloud/generated/Readers.swift",
        "bindings-uniffi/swift/Sources/SpiceCloud/generated/AppsResource.swift",
    ];
    assert_eq!(named(&contract), expected);
    let outputs = outputs(&contract, &root()).unwrap();
    assert!(report(&stale(&outputs, &root()), &[]).unwrap_err().contains("models.rs"));
}

#[test]
fn a_changed_scope_reaches_every_place_that_tells_it() {
    let mut contract = contract();
    contract["paths"]["/v1/members"]["get"]["x-required-scope"] = json!("members:write");
    let places =
        ["operations.rs", "resources.rs", "blocking.rs"].map(|file| format!("core/src/generated/{file}"));
    let mut expected: Vec<String> = places.into();
    expected.extend(
        ["resources.py", "async_resources.py"]
            .map(|file| format!("bindings-python/python/spice_cloud/_generated/{file}")),
    );
    expected.push("bindings-node/src/generated/resources.ts".to_owned());
    expected.extend(
        ["Resource", "Blocking", "Futures"].map(|kind| {
            format!("bindings-uniffi/kotlin/src/generated/kotlin/ai/spice/cloud/Members{kind}.kt")
        }),
    );
    expected.extend(
        ["bindings-uniffi/swift/Sources/SpiceCloud/generated/MembersResource.swift", "docs/reference.md"]
            .map(str::to_owned),
    );
    assert_eq!(named(&contract), expected);
}

#[test]
fn a_file_that_is_no_longer_generated_is_noticed() {
    assert!(report(&[], &[PathBuf::from("core/src/generated/old.rs")]).unwrap_err().contains("old.rs"));
}

#[test]
fn only_files_that_no_template_writes_are_left_over() {
    let outputs = outputs(&contract(), &root()).unwrap();
    let project = tempfile::tempdir().unwrap();
    for output in &outputs {
        write_file(&project.path().join(&output.path), &output.text).unwrap();
    }
    assert_eq!(leftovers(project.path(), &outputs).unwrap(), Vec::<PathBuf>::new());
    let old = FOLDERS.map(|folder| Path::new(folder).join("old"));
    for path in &old {
        write_file(&project.path().join(path), "").unwrap();
    }
    // What Python keeps beside its modules.
    write_file(&project.path().join(FOLDERS[1]).join("__pycache__/models.pyc"), "").unwrap();
    assert_eq!(leftovers(project.path(), &outputs).unwrap(), old);
}

#[test]
fn what_cannot_be_generated_is_an_error_that_names_the_place() {
    for (pointer, value, named) in [
        ("/components/schemas/App/properties/name", json!({"type": ["string", "integer"]}), "App.name"),
        (
            "/components/schemas/Region/properties/isDefault/x-sdk-name",
            json!("isDefault"),
            "Region.isDefault",
        ),
        ("/paths/~1v1~1limits/get/x-sdk", Value::Null, "get /v1/limits"),
        ("/paths/~1v1~1apps/get/x-sdk/envelope/items", json!("things"), "things"),
        ("/paths/~1v1~1limits/get/x-sdk/resource", json!("unheard_of"), "resource"),
        ("/paths/~1v1~1limits/get/responses", json!({"200": {}, "418": {}}), "limits.get"),
        ("/components/responses/E409", Value::Null, "E409"),
    ] {
        let mut contract = contract();
        *contract.pointer_mut(pointer).unwrap() = value;
        let problem = outputs(&contract, &root()).err().unwrap_or_default();
        assert!(problem.contains(named), "{pointer}: {problem}");
    }
}
