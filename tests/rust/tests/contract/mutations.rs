//! Proof that the rules can fail: each case spoils a copy of the contract, and the violation must be named.

use serde_json::{Value, json};

use crate::{contract, violations_of};

const APPS: &str = "/paths/~1v1~1apps/get";
const CREATE: &str = "/paths/~1v1~1apps/post";
const APP: &str = "/paths/~1v1~1apps~1{app_id}/get";
const DEPLOYMENTS: &str = "/paths/~1v1~1apps~1{app_id}~1deployments/get";
const HEALTH: &str = "/paths/~1v1~1health/get";
const SCHEMAS: &str = "/components/schemas";

/// How to spoil the contract.
enum Spoil {
    /// Put a value at a path below a pointer.
    Set(String, &'static str, Value),
    /// Take a member away.
    Remove(String, &'static str),
}

use Spoil::{Remove, Set};

fn spoiled(spoil: &Spoil) -> Value {
    let mut document = contract();
    let (Set(pointer, key, _) | Remove(pointer, key)) = spoil;
    let holder = document.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is not in the contract"));
    let object = holder.as_object_mut().unwrap_or_else(|| panic!("{pointer} is no object"));
    match spoil {
        Set(_, _, value) => {
            assert_ne!(object.get(*key), Some(value), "{pointer} {key} is so already");
            object.insert((*key).to_owned(), value.clone());
        }
        Remove(..) => assert!(object.remove(*key).is_some(), "{pointer} has no {key}"),
    }
    document
}

/// Each spoiling must be named by its rule, on top of whatever the contract breaks as it stands.
#[track_caller]
fn each_is_named(cases: Vec<(Spoil, &str)>) {
    let mut missed = Vec::new();
    for (spoil, expected) in cases {
        let rule = expected.split_once(": ").map_or(expected, |(rule, _)| rule);
        let (before, after) = (violations_of(rule, &contract()), violations_of(rule, &spoiled(&spoil)));
        let fresh: Vec<_> = after.into_iter().filter(|violation| !before.contains(violation)).collect();
        if !fresh.iter().any(|violation| violation == expected) {
            missed.push(format!("{expected:?}, found {fresh:?}"));
        }
    }
    assert!(missed.is_empty(), "not named:\n  {}", missed.join("\n  "));
}

fn at(base: &str, rest: &str) -> String {
    format!("{base}{rest}")
}

#[test]
fn a_spoilt_frame_is_named() {
    let root = String::new;
    each_is_named(vec![
        (Set(root(), "openapi", json!("3.0.3")), "frame: openapi: the contract is OpenAPI 3.1"),
        (Remove("/info".into(), "title"), "frame: info: no title"),
        (Set(root(), "servers", json!([])), "frame: the contract: no server"),
        (Set(root(), "servers", json!([{"url": "http://x"}])), "frame: the contract: a server without https"),
        (Set(root(), "x-scope", json!({})), "frame: the contract: unknown member x-scope"),
        (Set("/paths".into(), "v1/x", json!({})), "frame: v1/x: a path begins with a slash"),
        (
            Remove("/components/securitySchemes".into(), "BearerAuth"),
            "frame: security: BearerAuth is not among the security schemes",
        ),
        (Set(APPS.into(), "tags", json!(["Nothing"])), "tags: apps.list: tag Nothing is not declared"),
        (Remove(APPS.into(), "tags"), "tags: apps.list: no tag"),
        (Set(HEALTH.into(), "tags", json!(["Apps"])), "tags: tags: Health is not used"),
    ]);
}

#[test]
fn a_spoilt_operation_is_named() {
    each_is_named(vec![
        (Remove(APPS.into(), "summary"), "operations: apps.list: no summary"),
        (Set(APPS.into(), "description", json!(" ")), "operations: apps.list: no description"),
        (
            Set(APPS.into(), "x-requird-scope", json!("*")),
            "operations: apps.list: unknown member x-requird-scope",
        ),
        (
            Remove(at(CREATE, "/requestBody/content"), "application/json"),
            "operations: apps.create: the body has no JSON schema",
        ),
        (Remove(APP.into(), "parameters"), "parameters: apps.get: {app_id} is not declared"),
        (Set(at(APP, "/parameters/0"), "name", json!("id")), "parameters: apps.get: id is not in the path"),
        (
            Set(at(APP, "/parameters/0"), "required", json!(false)),
            "parameters: apps.get: path parameter app_id is not required",
        ),
        (
            Remove(at(APP, "/parameters/0"), "description"),
            "parameters: apps.get: parameter app_id has no description",
        ),
        (
            Set(at(APPS, "/parameters/1"), "name", json!("limit")),
            "parameters: apps.list: parameter limit is declared twice",
        ),
        (
            Set("/components/parameters/OrgName".into(), "name", json!("X-Org")),
            "parameters: apps.list: no X-Org-Name parameter",
        ),
    ]);
}

#[test]
fn a_spoilt_answer_is_named() {
    let responses = at(APP, "/responses");
    each_is_named(vec![
        (Remove(responses.clone(), "401"), "responses: apps.get: 401 is not answered"),
        (Remove(responses.clone(), "403"), "responses: apps.get: 403 is not answered"),
        (Remove(responses.clone(), "404"), "responses: apps.get: 404 is not answered"),
        (Remove(responses.clone(), "429"), "responses: apps.get: 429 is not answered"),
        (Remove(responses.clone(), "500"), "responses: apps.get: 500 is not answered"),
        (Remove(at(CREATE, "/responses"), "400"), "responses: apps.create: 400 is not answered"),
        (Remove(responses.clone(), "200"), "responses: apps.get: 0 ways to succeed"),
        (Set(responses.clone(), "5XX", json!({"description": "x"})), "responses: apps.get: 5XX is no status"),
        (
            Set(responses.clone(), "418", json!({"description": "x"})),
            "responses: apps.get: 418 is not answered with an Error",
        ),
        (
            Set(responses.clone(), "204", json!({"description": "x"})),
            "responses: apps.get: 2 ways to succeed",
        ),
        (
            Remove(at(&responses, "/200"), "content"),
            "responses: apps.get: 200 and its content do not go together",
        ),
    ]);
}

#[test]
fn a_spoilt_schema_is_named() {
    let property = |name: &str| at(SCHEMAS, &format!("/App/properties/{name}"));
    each_is_named(vec![
        (
            Remove(SCHEMAS.into(), "Visibility"),
            "references resolve: #/components/schemas/Visibility names nothing",
        ),
        (
            Set(property("name"), "type", json!("strng")),
            "schemas compile: App.name: no JSON Schema: \"strng\" is not valid under any of the schemas listed in the 'anyOf' keyword",
        ),
        (
            Set(property("name"), "maxLenght", json!(3)),
            "schemas compile: App.name: unknown keyword maxLenght",
        ),
        (Remove(property("name"), "description"), "described: App.name: no description"),
        (Remove(at(SCHEMAS, "/App"), "description"), "described: App: no description"),
        (
            Set(at(SCHEMAS, "/App"), "required", json!(["nam"])),
            "objects: App: requires nam, which it does not have",
        ),
        (
            Remove(at(SCHEMAS, "/App"), "additionalProperties"),
            "objects: App: does not say what becomes of other members",
        ),
        (
            Remove(at(SCHEMAS, "/Deployment/properties/created_by"), "x-any"),
            "objects: Deployment.created_by: says nothing about its type",
        ),
        (
            Set(property("id"), "x-secret", json!(true)),
            "secrets: App.id: x-secret is not true, or not of a text",
        ),
        (Remove(property("api_key"), "x-secret"), "secrets: App.api_key: is a secret and not marked as one"),
        (
            Set(at(SCHEMAS, "/DeploymentStatus"), "x-terminal-values", json!(["done"])),
            "known values: DeploymentStatus: x-terminal-values names done, which is not known",
        ),
        (
            Set(
                at(SCHEMAS, "/RegenerateApiKey/properties/both_keys_stop_working"),
                "x-sdk-confirms",
                json!({ "key_number": 7 }),
            ),
            "confirmations: RegenerateApiKey.both_keys_stop_working: confirms key_number 7, which cannot be",
        ),
        (
            Set(SCHEMAS.into(), "Lonely", json!({"type": "string", "description": "x"})),
            "nothing unused: components.schemas.Lonely is not used",
        ),
        (
            Set("/components/responses".into(), "E418", json!({"description": "x"})),
            "nothing unused: components.responses.E418 is not used",
        ),
    ]);
}

#[test]
fn a_schema_that_does_not_compile_is_named() {
    let spoil = Set(at(SCHEMAS, "/App/properties/name"), "pattern", json!("(unclosed"));
    let found = violations_of("schemas compile", &spoiled(&spoil));
    assert!(
        found.iter().any(|violation| violation.starts_with("schemas compile: App: does not compile")),
        "{found:?}"
    );
}

#[test]
fn a_spoilt_scope_or_source_is_named() {
    each_is_named(vec![
        (Remove(APPS.into(), "x-required-scope"), "scopes: apps.list: x-required-scope is missing"),
        (Set(APPS.into(), "x-required-scope", json!(null)), "scopes: apps.list: no scope"),
        (
            Set(APPS.into(), "x-required-scope", json!("apps:reed")),
            "scopes: apps.list: apps:reed is not a scope",
        ),
        (Set(APPS.into(), "x-required-scope", json!("*")), "scopes: apps.list: * is not a scope"),
        (
            Set(APPS.into(), "security", json!([])),
            "scopes: apps.list: has a scope and a security rule of its own",
        ),
        (Remove(HEALTH.into(), "security"), "scopes: health.get: needs no scope, and yet a token"),
        (
            Set(APPS.into(), "x-scope-confidence", json!("sure")),
            "scopes: apps.list: x-scope-confidence is none of [\"documented\", \"guess\"]",
        ),
        (Remove("/x-scopes".into(), "apps:delete"), "scopes: apps.delete: apps:delete is not a scope"),
        (Remove(APPS.into(), "x-sources"), "evidence: apps.list: no source"),
        (
            Set(APPS.into(), "x-sources", json!(["hearsay"])),
            "evidence: apps.list: hearsay is not in x-source-keys",
        ),
        (
            Set(APPS.into(), "x-sources", json!(["tf-openapi", "tf-openapi"])),
            "evidence: apps.list: tf-openapi is named twice",
        ),
        (Set(APPS.into(), "x-notes", json!([""])), "evidence: apps.list: x-notes are no texts"),
        (
            Set(APPS.into(), "x-evidence", json!("rumour")),
            "evidence: apps.list: x-evidence is none of [\"official-spec\", \"official-docs\", \"official-client-only\", \"inferred\"]",
        ),
    ]);
}

#[test]
fn a_spoilt_sdk_extension_is_named() {
    let (apps, create, health) = (at(APPS, "/x-sdk"), at(CREATE, "/x-sdk"), at(HEALTH, "/x-sdk"));
    each_is_named(vec![
        (
            Set(apps.clone(), "retry", json!("often")),
            "policies: apps.list: retry class \"often\" does not go with get",
        ),
        (
            Set(apps.clone(), "retry", json!("upsert")),
            "policies: apps.list: retry class \"upsert\" does not go with get",
        ),
        (
            Set(create.clone(), "retry", json!("safe")),
            "policies: apps.create: retry class \"safe\" does not go with post",
        ),
        (
            Set(create.clone(), "retry", json!("reconcile:luck")),
            "policies: apps.create: retry class \"reconcile:luck\" does not go with post",
        ),
        (
            Set(apps.clone(), "paging", json!("keyset")),
            "policies: apps.list: paging is none of [\"none\", \"offset\"]",
        ),
        (
            Set(apps.clone(), "host", json!("moon")),
            "policies: apps.list: host is none of [\"control\", \"portal\", \"runtime\"]",
        ),
        (
            Set(apps.clone(), "host", json!("portal")),
            "policies: apps.list: host and servers do not go together",
        ),
        (Set(apps.clone(), "retries", json!(3)), "policies: apps.list: x-sdk: unknown member retries"),
        (Set(apps.clone(), "method", json!("all")), "ids: apps.list: the SDK calls it apps.all"),
        (Set(health, "method", json!("ping")), "ids: health.get: the SDK calls it ping.get"),
        (Set(apps.clone(), "resource", json!("Apps")), "ids: apps.list: \"Apps\" is no name in snake case"),
        (Set(apps.clone(), "internal", json!(true)), "ids: apps.list: internal, and yet shown as apps.list"),
        (
            Set(CREATE.into(), "operationId", json!("apps.list")),
            "ids: apps.list: the operationId is not unique",
        ),
        (Remove(APPS.into(), "operationId"), "ids: get /v1/apps: no operationId"),
        (
            Remove("/x-sdk-resources".into(), "apps"),
            "resources: apps.list: resource apps is not in x-sdk-resources",
        ),
        (
            Set("/x-sdk-resources".into(), "moons", json!("x")),
            "resources: x-sdk-resources: moons is not used",
        ),
    ]);
}

#[test]
fn a_spoilt_list_or_name_is_named() {
    let sdk = at(APPS, "/x-sdk");
    each_is_named(vec![
        (Remove(sdk.clone(), "envelope"), "lists: apps.list: paging without an envelope"),
        (Remove(sdk.clone(), "page"), "lists: apps.list: paging without a page.key that its items have"),
        (
            Set(sdk.clone(), "page", json!({"key": "uid"})),
            "lists: apps.list: paging without a page.key that its items have",
        ),
        (Set(sdk.clone(), "paging", json!("none")), "lists: apps.list: a page without paging"),
        (
            Set(at(&sdk, "/envelope"), "items", json!("things")),
            "lists: apps.list: the envelope's items are no list of its answer",
        ),
        (
            Set(at(&sdk, "/envelope"), "also", json!(["things"])),
            "lists: apps.list: things is no list of its answer",
        ),
        (
            Set(at(APPS, "/parameters/0"), "name", json!("top")),
            "lists: apps.list: paging without a query parameter limit",
        ),
        (
            Set(at(DEPLOYMENTS, "/parameters/2"), "in", json!("header")),
            "lists: deployments.list: paging without a query parameter offset",
        ),
        (
            Set("/paths/~1v1~1apps~1{app_id}~1secrets/post/x-sdk".into(), "positional", json!(["nam"])),
            "names: secrets.set: positional nam is not in the body",
        ),
        (
            Set(at(APP, "/parameters/0/x-sdk-accepts"), "field", json!("uid")),
            "names: apps.get: app_id accepts App.uid, which is nothing",
        ),
        (
            Set("/x-path-aliases/0".into(), "list-key", json!("x")),
            "aliases: x-path-aliases: /v1/apps is no list that also knows \"x\"",
        ),
    ]);
}
