//! `--dry-run`: changes as commands, and none of them made.

use std::process::Command;

use serde_json::{Value, json};

use crate::shell::Shell;

const VALUE: &str = "canary-77ab-value";

#[test]
fn every_change_is_a_command_and_none_is_made() {
    let shell = Shell::new().typing(VALUE);
    let id = shell.app_id("orders-api");
    shell.emulator.clear_requests();
    for (line, method, path) in [
        ("apps create fresh-app --region us-east-1".to_owned(), "POST", "/v1/apps".to_owned()),
        (format!("apps update {id} --replicas 2"), "PUT", format!("/v1/apps/{id}")),
        (format!("apps delete {id}"), "DELETE", format!("/v1/apps/{id}")),
        (format!("deploy {id}"), "POST", format!("/v1/apps/{id}/deployments")),
        (format!("secrets set {id} PG_PASS"), "POST", format!("/v1/apps/{id}/secrets")),
        (format!("secrets delete {id} PG_PASS"), "DELETE", format!("/v1/apps/{id}/secrets/PG_PASS")),
        (format!("keys regenerate {id} --both"), "POST", format!("/v1/apps/{id}/api-keys")),
        ("members add margaret".to_owned(), "POST", "/v1/members".to_owned()),
        ("members update 7 --role member".to_owned(), "PATCH", "/v1/members/7".to_owned()),
        ("members remove 7".to_owned(), "DELETE", "/v1/members/7".to_owned()),
        ("api PATCH /v1/things -d {\"a\":1}".to_owned(), "PATCH", "/v1/things".to_owned()),
    ] {
        let shown = shell.run(&format!("{line} --dry-run")).ended(0);
        let url = format!("{}{path}", shell.emulator.url());
        assert!(shown.out.starts_with(&format!("curl -X {method} {url} \\\n")), "{line}: {shown:?}");
        assert!(shown.out.contains("-H \"Authorization: Bearer $SPICE_API_TOKEN\""), "{line}: {shown:?}");
        assert!(shown.err.contains("dry run: nothing was changed"), "{line}: {shown:?}");
        shown.hides(VALUE);
        shown.hides(shell.emulator.token());
    }
    assert!(shell.routes().is_empty(), "{:?}", shell.routes());
}

#[test]
fn a_secret_is_left_to_whoever_runs_the_command() {
    let shell = Shell::new().typing(VALUE);
    let shown = shell.run("secrets set orders-api PG_PASS --dry-run").ended(0);
    assert!(shown.out.contains(r#""value":"[redacted]""#), "{shown:?}");
    assert!(shown.err.contains("[redacted]"), "{shown:?}");
    shown.hides(VALUE);
    assert_eq!(shell.routes(), ["GET /v1/apps"], "the name was looked up");
    let shell = shell.typing(format!("ONE={VALUE}\nTWO={VALUE}\n"));
    let shown = shell.run("secrets import orders-api - --dry-run").ended(0);
    assert_eq!(shown.out.matches("curl -X POST").count(), 2, "{shown:?}");
    assert!(!shown.err.contains("set "), "{shown:?}");
    shown.hides(VALUE);
}

#[test]
fn programs_get_what_would_be_sent() {
    let shell = Shell::new();
    let plans = shell.run("apps create fresh-app --tag a=b --dry-run -o json").ended(0).json();
    assert_eq!(plans.as_array().unwrap().len(), 1, "{plans}");
    let plan = &plans[0];
    assert_eq!((&plan["operation"], &plan["method"]), (&"apps.create".into(), &"POST".into()));
    assert_eq!(plan["body"], json!({ "name": "fresh-app", "tags": { "a": "b" } }));
    assert!(plan["headers"].get("authorization").is_none(), "{plan}");
    assert!(shell.routes().is_empty());
}

#[test]
fn what_is_wrong_is_told_as_ever() {
    let shell = Shell::new();
    shell.run("apps create abc --dry-run").ended(2);
    shell.run("apps delete no-such-app --dry-run").ended(5);
    shell.run("demo --dry-run").ended(2);
    let listed = shell.run("apps list --dry-run --limit 1").ended(0);
    assert!(listed.out.starts_with("ID") || listed.out.trim_start().starts_with("ID"), "{listed:?}");
}

#[cfg(unix)]
#[test]
fn a_shell_reads_the_command_as_it_is_meant() {
    let shell = Shell::new();
    let text = "it's \"quoted\" $HOME `id` \\ \u{1b}[31m\u{9b} and\nmore";
    let shown = shell.run_args(&["--dry-run", "apps", "create", "fresh-app", "--description", text]).ended(0);
    assert!(!shown.out.contains(['\u{1b}', '\u{9b}']), "{shown:?}");
    // The shell hands each word on as a line of its own; none of them has a line end.
    let script = format!("curl() {{ printf '%s\\0' \"$@\"; }}\n{}", shown.out);
    let output = Command::new("sh").args(["-euc", &script]).env("SPICE_API_TOKEN", "t0ken").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let words = String::from_utf8(output.stdout).unwrap();
    let words: Vec<&str> = words.trim_end_matches('\0').split('\0').collect();
    assert!(words.contains(&"Authorization: Bearer t0ken"), "{words:?}");
    assert_eq!(words[..3], ["-X", "POST", &format!("{}/v1/apps", shell.emulator.url())]);
    let body: Value = serde_json::from_str(words.last().unwrap()).unwrap();
    assert_eq!(body["description"], text);
}

#[test]
fn a_second_request_is_announced() {
    let shell = Shell::new().typing("name: x\n");
    let shown = shell.run("apps create fresh-app --spicepod - --dry-run").ended(0);
    assert_eq!(shown.out.matches("curl ").count(), 1, "{shown:?}");
    assert!(shown.err.contains("spicepod"), "{shown:?}");
}

#[test]
fn a_statement_for_a_runtime_is_shown_with_the_key_of_an_app() {
    let shell = Shell::new();
    let shown =
        shell.run_args(&["--dry-run", "runtime", "sql", "orders-api", "DELETE FROM orders_api"]).ended(0);
    assert!(shown.out.contains("/v1/sql") && shown.out.contains("'DELETE FROM orders_api'"), "{shown:?}");
    assert!(
        shown.out.contains("X-API-Key: $SPICE_API_KEY") && !shown.out.contains("Authorization"),
        "{shown:?}"
    );
    shown.hides("spice_emu_key_");
    assert!(shell.routes().iter().all(|route| route.starts_with("GET ")));
}
