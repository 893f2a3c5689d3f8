//! `keys`: masked unless somebody wants to see them.

use crate::shell::{Outcome, Shell};

fn both(revealed: &Outcome) -> (String, String) {
    let json = revealed.json();
    let text = |name: &str| json[name].as_str().unwrap().to_owned();
    (text("api_key"), text("api_key_2"))
}

#[test]
fn keys_are_masked_unless_revealed() {
    let shell = Shell::new();
    let revealed = shell.run("keys get orders-api --reveal -o json").ended(0);
    let (first, second) = both(&revealed);
    assert!(revealed.err.contains("warning"), "{revealed:?}");
    for line in [
        "keys get orders-api",
        "keys get orders-api -o json",
        "apps get orders-api -o json",
        "apps list -o json",
    ] {
        let hidden = shell.run(line).ended(0);
        hidden.hides(&first);
        hidden.hides(&second);
    }
    let table = shell.run("keys get orders-api").ended(0).out;
    assert!(table.contains(&format!("****{}", &first[first.len() - 4..])), "{table}");
    let table = shell.run("keys get orders-api --reveal --quiet").ended(0);
    assert!(table.out.contains(&first) && table.out.contains(&second), "{table:?}");
    assert!(table.err.contains("warning"), "quiet does not silence warnings: {table:?}");
}

#[test]
fn one_key_is_replaced_at_a_time() {
    let shell = Shell::new();
    let before = both(&shell.run("keys get orders-api --reveal -o json"));
    let replaced = shell.run("keys regenerate orders-api --key 2").ended(0);
    let after = both(&shell.run("keys get orders-api --reveal -o json"));
    assert_eq!(before.0, after.0);
    assert_ne!(before.1, after.1);
    replaced.hides(&after.1);
    assert!(replaced.err.contains("keys get orders-api --reveal"), "{replaced:?}");
    let json = shell.run("keys regenerate orders-api -o json").ended(0);
    assert_eq!(json.json()["regenerated_key"], 1);
    assert_eq!(json.json()["api_key"], "[redacted]");
    let last = both(&shell.run("keys regenerate orders-api --key 1 --reveal -o json").ended(0));
    assert_eq!(last.1, after.1);
    assert_ne!(last.0, after.0);
}

#[test]
fn both_keys_are_replaced_only_on_purpose() {
    let shell = Shell::new();
    let before = both(&shell.run("keys get orders-api --reveal -o json"));
    shell.run("keys regenerate orders-api --both").ended(2);
    shell.run("keys regenerate orders-api --both --key 1 --yes").ended(2);
    shell.run("keys regenerate orders-api --key 3").ended(2);
    assert_eq!(before, both(&shell.run("keys get orders-api --reveal -o json")));
    shell.run("keys regenerate orders-api --both --yes").ended(0);
    let after = both(&shell.run("keys get orders-api --reveal -o json"));
    assert!(before.0 != after.0 && before.1 != after.1);
    let shell = shell.at_a_terminal().typing("no\n");
    shell.run("keys regenerate orders-api --both").ended(1);
}
