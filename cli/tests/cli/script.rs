//! The verbs of the helper script, and completions.

use crate::shell::Shell;

const VALUE: &str = "canary-31cc-value";

#[test]
fn each_verb_does_what_its_command_of_today_does() {
    let shell = Shell::new();
    let id = shell.app_id("orders-api");
    for (verb, today) in [
        ("list-regions".to_owned(), "regions".to_owned()),
        ("list-images".to_owned(), "images".to_owned()),
        ("list-apps".to_owned(), "apps list".to_owned()),
        (format!("get-app {id}"), format!("apps get {id}")),
        (format!("list-deployments {id}"), format!("deployments list {id}")),
        (format!("list-secrets {id}"), format!("secrets list {id}")),
        (format!("get-api-keys {id}"), format!("keys get {id}")),
        ("list-members".to_owned(), "members list".to_owned()),
    ] {
        let (then, now) = (shell.run(&verb).ended(0), shell.run(&today).ended(0));
        assert_eq!(then.out, now.out, "{verb}");
        let command =
            today.split(' ').take_while(|word| word.parse::<i64>().is_err()).collect::<Vec<_>>().join(" ");
        assert!(
            then.err.starts_with(&format!("note: this is now written spice-cloud {command}")),
            "{then:?}"
        );
        assert_eq!(shell.run(&format!("{verb} --quiet -o json")).ended(0).err, now.err, "{verb}");
    }
}

#[test]
fn verbs_that_change_something_do() {
    let shell = Shell::new().typing(format!("{VALUE}\n"));
    let app = shell.run("create-app fresh-app us-east-1 -o json").ended(0).json();
    assert_eq!((&app["name"], &app["region"]), (&"fresh-app".into(), &"us-east-1".into()));
    let id = app["id"].as_i64().unwrap();
    let body = r#"{"description":"changed","spicepod":"name: x"}"#;
    let changed = shell.run_args(&["update-app", &id.to_string(), body]).ended(0).json();
    assert_eq!(changed["description"], "changed");
    let added = shell.run(&format!("add-secret {id} PG_PASS")).ended(0);
    added.hides(VALUE);
    assert_eq!(shell.run(&format!("deploy {id} -o json")).ended(0).json()["status"], "succeeded");
    assert_eq!(shell.run(&format!("regenerate-key {id} 2 -o json")).ended(0).json()["regenerated_key"], 2);
    assert_eq!(shell.run(&format!("regenerate-key {id} -o json")).ended(0).json()["regenerated_key"], 1);
    shell.run(&format!("regenerate-key {id} 0")).ended(2);
    shell.run(&format!("regenerate-key {id} 0 --yes")).ended(0);
    shell.run(&format!("regenerate-key {id} 3")).ended(2);
    shell.run(&format!("delete-secret {id} PG_PASS --yes")).ended(0);
    let member = shell.run("add-member margaret billing -o json").ended(0).json();
    assert_eq!(member["roles"], serde_json::json!(["billing"]));
    shell.run(&format!("remove-member {} --yes", member["user_id"])).ended(0);
    assert!(shell.run(&format!("delete-app {id}")).ended(2).err.contains("--yes"));
    shell.run(&format!("delete-app {id} --yes")).ended(0);
    shell.run(&format!("get-app {id}")).ended(5);
}

#[test]
fn a_value_on_the_command_line_is_refused() {
    let shell = Shell::new();
    let refused = shell.run(&format!("add-secret 1 PG_PASS {VALUE}")).ended(2);
    refused.hides(VALUE);
    assert!(
        refused.err.contains("standard input") && refused.err.contains("secrets set APP NAME"),
        "{refused:?}"
    );
    shell.run(&format!("add-secret 1 PG_PASS={VALUE}")).ended(2).hides(VALUE);
    assert!(shell.routes().is_empty());
}

#[test]
fn verbs_are_not_advertised_and_take_no_options_from_values() {
    let shell = Shell::new();
    assert!(!shell.run("--help").ended(0).out.contains("list-apps"));
    let refused = shell.run("get-app -- --help").ended(5);
    assert!(refused.err.contains("no app with the name --help"), "{refused:?}");
}

#[test]
fn every_shell_gets_its_completions() {
    let shell = Shell::new();
    for name in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = shell.run(&format!("completions {name}")).ended(0);
        assert!(script.out.contains("SPICE_CLOUD_COMPLETE"), "{name}: it asks the command");
        assert_eq!(script.err, "");
    }
    shell.run("completions tcsh").ended(2);
    assert!(shell.routes().is_empty());
}
