//! `demo`: the whole story.

use serde_json::json;

use crate::shell::Shell;

const APP: &str = "GET /v1/apps/{app_id}";
const KEYS: &str = "GET /v1/apps/{app_id}/api-keys";
const NEW_KEY: &str = "POST /v1/apps/{app_id}/api-keys";
const SECRETS: &str = "GET /v1/apps/{app_id}/secrets";
const DEPLOYMENTS: &str = "GET /v1/apps/{app_id}/deployments";
const SQL: &str = "POST /v1/sql";

/// Every step, with what must have been called for it.
const STEPS: [(&str, &[&str]); 19] = [
    ("is the API up?", &["GET /v1/health"]),
    ("look at the regions", &["GET /v1/regions"]),
    ("read a spicepod", &[]),
    ("create an app", &["POST /v1/apps"]),
    ("set its spicepod", &["PUT /v1/apps/{app_id}"]),
    ("set its secrets", &["POST /v1/apps/{app_id}/secrets"]),
    ("check it against them", &[APP, SECRETS]),
    (
        "deploy and watch",
        &[
            DEPLOYMENTS,
            "POST /v1/apps/{app_id}/deployments",
            DEPLOYMENTS,
            "GET /v1/apps/{app_id}/deployments/{deployment_id}",
        ],
    ),
    ("query its runtime", &[APP, KEYS, SQL]),
    ("plan the same again", &["GET /v1/apps", APP, DEPLOYMENTS]),
    ("change a secret", &["POST /v1/apps/{app_id}/secrets", SECRETS, DEPLOYMENTS]),
    ("list all apps", &["GET /v1/apps"]),
    ("read its API keys", &[KEYS]),
    ("rotate both keys", &[KEYS, NEW_KEY, SQL, KEYS, NEW_KEY, SQL]),
    ("add a member", &["POST /v1/members"]),
    ("list the members", &["GET /v1/members"]),
    ("remove the member", &["DELETE /v1/members/{user_id}"]),
    ("delete the app", &["DELETE /v1/apps/{app_id}"]),
    ("ask for it again", &[APP]),
];

#[cfg(feature = "emulator")]
#[test]
fn the_story_is_told_to_its_end() {
    let told = Shell::new().run("demo").ended(0);
    for (title, routes) in STEPS {
        assert!(told.err.contains(title), "{title} is missing: {}", told.err);
        assert!(told.out.contains(title), "{title} is missing: {}", told.out);
        for route in routes {
            let method = route.split(' ').next().unwrap();
            assert!(told.out.contains(method), "{route} is missing: {}", told.out);
        }
    }
    assert!(told.err.contains("queued") && told.err.contains("succeeded"), "{}", told.err);
    assert!(told.out.contains("spice-cloud demo --cloud --region"), "{}", told.out);
    told.hides("spice_emu_key_");
    told.hides("made-up-");
    assert!(told.out.lines().all(|line| line.chars().count() <= 120), "{}", told.out);
}

#[cfg(feature = "emulator")]
#[test]
fn where_there_is_little_room_calls_are_counted() {
    let told = Shell::new().at_a_terminal().run("demo").ended(0);
    assert!(!told.out.contains("/v1/regions") && told.out.contains("rotate both keys"), "{}", told.out);
}

#[cfg(feature = "emulator")]
#[test]
fn the_story_is_data_for_programs() {
    let told = Shell::new().run("demo -o json --quiet").ended(0);
    assert_eq!(told.err, "");
    let story = told.json();
    let steps = story["steps"].as_array().unwrap();
    assert_eq!(steps.len(), STEPS.len());
    for (step, (title, routes)) in steps.iter().zip(STEPS) {
        assert_eq!(step["step"], title);
        assert_eq!(step["ok"], true);
        let mut called: Vec<String> = Vec::new();
        for call in step["http_calls"].as_array().unwrap() {
            let route = format!("{} {}", call["method"].as_str().unwrap(), call["path"].as_str().unwrap());
            if called.last() != Some(&route) {
                called.push(route);
            }
        }
        assert_eq!(called, routes, "{title}");
    }
    assert!(steps[11]["http_calls"].as_array().unwrap().len() > 1, "more than one page");
    assert_eq!(steps[18]["http_calls"][0]["status"], 404);
}

#[cfg(feature = "emulator")]
#[test]
fn the_demo_has_an_address_of_its_own() {
    Shell::new().run("--org acme demo").ended(2);
    Shell::new().run("--base-url http://127.0.0.1:1 demo").ended(2);
}

#[cfg(not(feature = "emulator"))]
#[test]
fn a_build_without_emulator_says_so() {
    for line in ["demo", "emulator"] {
        let refused = Shell::new().run(line).ended(2);
        assert!(refused.err.contains("this build has no emulator"), "{refused:?}");
    }
}

#[test]
fn the_cloud_is_asked_about_first() {
    let shell = Shell::new();
    let line = "demo --cloud --region us-west-2";
    let refused = shell.run(line).ended(2);
    assert!(refused.err.contains("deletes it at the end") && refused.err.contains("--yes"), "{refused:?}");
    shell.run("demo --cloud").ended(2);
    shell.run("demo --region us-west-2").ended(2);
    let shell = shell.at_a_terminal().typing("n\n");
    shell.run(line).ended(1);
    assert!(shell.routes().is_empty());
}

#[test]
fn the_same_story_goes_over_any_client() {
    let shell = Shell::new();
    let told =
        shell.run("demo --cloud --region us-west-2 --member margaret --yes -o json --quiet").ended(0).json();
    assert_eq!(told["steps"].as_array().unwrap().len(), STEPS.len());
    assert_eq!(told["http_calls"], shell.routes().len());
    let without = shell.run("demo --cloud --region us-west-2 --yes -o json --quiet").ended(0).json();
    assert_eq!(without["steps"][14]["http_calls"], json!([]));
}

#[test]
fn a_story_that_breaks_off_leaves_nothing_behind() {
    let shell = Shell::new();
    let before = shell.run("apps list -o json").json();
    for (method, path, status, code) in [
        ("PUT", "/v1/apps/*", 400, 1),
        ("POST", "/v1/apps/*/deployments", 403, 4),
        ("DELETE", "/v1/members/*", 404, 5),
    ] {
        let rule = json!({
            "match": { "method": method, "path": path }, "do": { "kind": "status", "status": status }, "times": 1
        });
        shell.emulator.add_fault(rule).unwrap();
        let told = shell.run("demo --cloud --region us-west-2 --member margaret --yes").ended(code);
        assert!(told.out.contains("tidy up") && told.out.contains("deleted app"), "{}", told.out);
        assert!(told.err.contains("error: "), "{}", told.err);
        assert_eq!(shell.run("apps list -o json").json(), before);
        assert!(!shell.run("members list").out.contains("margaret"));
    }
}

#[test]
fn an_app_that_nobody_knows_of_is_found_and_deleted() {
    let shell = Shell::new();
    let before = shell.run("apps list -o json").json();
    let rule = json!({
        "match": { "method": "POST", "path": "/v1/apps" }, "do": { "kind": "bad_json" }, "times": 1
    });
    shell.emulator.add_fault(rule).unwrap();
    // As often as the trace of a change is looked for.
    let rule = json!({
        "match": { "method": "GET", "path": "/v1/apps" }, "do": { "kind": "status", "status": 403 }, "times": 4
    });
    shell.emulator.add_fault(rule).unwrap();
    shell.run("demo --cloud --region us-west-2 --yes").ended(10);
    assert_eq!(shell.run("apps list -o json").json(), before);
}

#[test]
fn an_interrupted_story_leaves_nothing_behind() {
    let shell = Shell::new();
    shell.cancel.cancel();
    shell.run("demo --cloud --region us-west-2 --yes").ended(130);
    assert!(shell.routes().is_empty());
}

#[test]
fn another_spicepod_can_be_told_of() {
    let shell = Shell::new().typing("name: tiny\ndatasets:\n  - from: s3://bucket/x/\n    name: x\n");
    let told =
        shell.run("demo --cloud --region us-west-2 --yes --spicepod - -o json --quiet").ended(0).json();
    assert!(told["steps"][2]["happened"].as_str().unwrap().contains("1 dataset (0 accelerated)"), "{told}");
    assert_eq!(told["steps"][5]["http_calls"], json!([]));
    let nowhere = shell.run("demo --cloud --region the-moon --yes").ended(2);
    assert!(nowhere.err.contains("there is no region the-moon"), "{nowhere:?}");
}
