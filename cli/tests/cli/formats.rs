//! `-o`: what programs read.

use serde_json::Value;

use crate::shell::Shell;

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn jsonl_is_an_object_a_line() {
    let shell = Shell::new();
    for list in [
        "apps list",
        "deployments list orders-api",
        "secrets list orders-api",
        "members list",
        "orgs",
        "clusters --org northwind",
    ] {
        let whole = shell.run(&format!("{list} -o json")).ended(0).json();
        let items = lines(&shell.run(&format!("{list} -o jsonl")).ended(0).out);
        assert!(!items.is_empty(), "{list}");
        assert_eq!(whole, Value::Array(items), "{list}");
    }
    for single in ["apps get orders-api", "regions", "limits", "api GET /v1/limits"] {
        let whole = shell.run(&format!("{single} -o json")).ended(0).json();
        assert_eq!(lines(&shell.run(&format!("{single} -o jsonl")).ended(0).out), [whole], "{single}");
    }
}

#[test]
fn items_are_written_before_the_last_page_is_there() {
    let shell = Shell::new();
    let app = shell.app_id("orders-api");
    for number in 0..120 {
        shell.run(&format!("deploy {app} --quiet -m n{number}")).ended(0);
    }
    // The first page comes; the second is refused.
    let rule = serde_json::json!({
        "match": { "method": "GET", "path": "/v1/apps/*/deployments" }, "do": { "kind": "status", "status": 403 }, "nth": 2
    });
    shell.emulator.add_fault(rule).unwrap();
    let broken = shell.run(&format!("deployments list {app} -o jsonl")).ended(4);
    assert_eq!(lines(&broken.out).len(), 100, "{}", broken.err);
    assert_eq!(lines(&broken.err)[0]["error"]["kind"], "PermissionDenied");
    assert_eq!(shell.run("secrets list orders-api --base-url http://127.0.0.1:1 -o jsonl").ended(1).out, "");
}

#[test]
fn yaml_says_the_same_as_json() {
    let shell = Shell::new();
    for line in ["apps list --limit 3", "apps get orders-api", "regions", "keys get orders-api"] {
        let json = shell.run(&format!("{line} -o json")).ended(0).json();
        let yaml = shell.run(&format!("{line} -o yaml")).ended(0).out;
        assert_eq!(serde_norway::from_str::<Value>(&yaml).unwrap(), json, "{line}");
    }
}

#[test]
fn errors_have_the_format_of_the_results() {
    let shell = Shell::new();
    let failed = shell.run("apps get 999999 -o jsonl").ended(5);
    assert_eq!(failed.err.lines().count(), 1, "{failed:?}");
    assert_eq!(failed.error()["kind"], "NotFound");
    let failed = shell.run("-o yaml apps get 999999").ended(5);
    let error: Value = serde_norway::from_str(&failed.err).unwrap();
    assert_eq!((&error["error"]["kind"], &error["error"]["exit_code"]), (&"NotFound".into(), &5.into()));
    let misunderstood = shell.run("apps frobnicate -o jsonl").ended(2);
    assert_eq!(misunderstood.err.lines().count(), 1, "{misunderstood:?}");
    assert_eq!(misunderstood.error()["kind"], "UsageError");
    shell.run("apps list -o xml").ended(2);
}
