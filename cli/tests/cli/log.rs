//! `SPICE_CLOUD_LOG`: what the client does, and never a value.

use serde_json::json;

use crate::shell::Shell;

const VALUE: &str = "canary-c0de-value";

#[test]
fn each_attempt_is_a_line() {
    let shell = Shell::new().with_variable("SPICE_CLOUD_LOG", "debug");
    let rule = json!({
        "match": { "method": "GET", "path": "/v1/regions" }, "do": { "kind": "status", "status": 503 }, "times": 1
    });
    shell.emulator.add_fault(rule).unwrap();
    let listed = shell.run("regions -o json").ended(0);
    listed.json();
    let lines: Vec<&str> = listed.err.lines().collect();
    assert_eq!(lines.len(), 2, "{listed:?}");
    assert!(lines[0].starts_with("spice-cloud: regions.list GET /v1/regions attempt 1: 503 "), "{listed:?}");
    assert!(lines[0].contains(", request ") && lines[0].contains(", retry in "), "{listed:?}");
    assert!(lines[1].contains("attempt 2: 200 ok in "), "{listed:?}");
}

#[test]
fn paths_have_placeholders_and_no_value_is_in_a_line() {
    let shell = Shell::new().with_variable("SPICE_CLOUD_LOG", "info").typing(VALUE);
    let set = shell.run("secrets set orders-api PG_PASS").ended(0);
    assert!(set.err.contains("POST /v1/apps/{app_id}/secrets attempt 1: "), "{set:?}");
    set.hides(VALUE);
    set.hides(shell.emulator.token());
    let revealed = shell.run("keys get orders-api --reveal -o json").ended(0);
    let key = revealed.json()["api_key"].as_str().unwrap().to_owned();
    assert!(!revealed.err.contains(&key), "{revealed:?}");
    let raw = shell.run_args(&[
        "api",
        "POST",
        "/v1/apps",
        "-q",
        &format!("x={VALUE}"),
        "-d",
        "{\"name\":\"abcd\"}",
    ]);
    assert!(raw.err.contains("spice-cloud: request POST (as given) attempt 1: "), "{raw:?}");
    raw.hides(VALUE);
}

#[test]
fn waiting_is_told_too() {
    let shell = Shell::new().with_variable("SPICE_CLOUD_LOG", "debug");
    let deployed = shell.run("deploy orders-api --quiet").ended(0);
    assert!(deployed.err.contains("deployments.get GET "), "{deployed:?}");
    let id = shell.run("deploy orders-api --detach -o json").ended(0).json()["id"].clone();
    let watched = shell.run(&format!("deployments watch orders-api {id}")).ended(0);
    assert!(watched.err.contains("deployments.get GET "), "{watched:?}");
}

#[test]
fn without_the_variable_there_is_no_line() {
    assert_eq!(Shell::new().run("regions").ended(0).err, "");
    assert_eq!(Shell::new().with_variable("SPICE_CLOUD_LOG", "off").run("regions").ended(0).err, "");
    let warned = Shell::new().with_variable("SPICE_CLOUD_LOG", "everything").run("regions").ended(0);
    assert_eq!(warned.err, "warning: SPICE_CLOUD_LOG can be debug, info or off\n");
}
