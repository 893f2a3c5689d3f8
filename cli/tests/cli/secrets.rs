//! `secrets`: values come in by four ways and never go out.

use crate::shell::Shell;

const VALUE: &str = "canary-5f1c-value";

#[test]
fn a_value_comes_from_standard_input() {
    let shell = Shell::new().typing(format!("{VALUE}\n"));
    let set = shell.run("secrets set orders-api NEW_ONE").ended(0);
    set.hides(VALUE);
    assert_eq!(set.out, "");
    assert!(
        set.err.contains("set secret NEW_ONE") && set.err.contains("spice-cloud deploy orders-api"),
        "{set:?}"
    );
    let set = shell.run("secrets set orders-api NEW_ONE -o json").ended(0);
    assert_eq!(set.json()["name"], "NEW_ONE");
    set.hides(VALUE);
}

#[test]
fn a_value_comes_from_a_prompt_that_does_not_show_it() {
    let shell = Shell::new().at_a_terminal().typing_hidden(VALUE);
    let set = shell.run("secrets set orders-api NEW_ONE").ended(0);
    assert!(set.err.contains("Value of NEW_ONE (not shown): "), "{set:?}");
    set.hides(VALUE);
    // Nothing entered, nothing changed.
    Shell::new().at_a_terminal().run("secrets set orders-api NEW_ONE").ended(1);
}

#[test]
fn a_value_comes_from_the_environment_or_a_file() {
    let shell = Shell::new().with_variable("MY_VALUE", VALUE);
    shell.run("secrets set orders-api NEW_ONE --from-env MY_VALUE").ended(0).hides(VALUE);
    assert!(
        shell
            .run("secrets set orders-api NEW_ONE --from-env NOT_SET")
            .ended(2)
            .err
            .contains("NOT_SET is not set")
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("value");
    std::fs::write(&file, VALUE).unwrap();
    let line = format!("secrets set orders-api NEW_ONE --from-file {}", file.display());
    shell.run(&line).ended(0).hides(VALUE);
    shell.run(&format!("{line} --from-env MY_VALUE")).ended(2);
}

#[test]
fn a_value_on_the_command_line_is_refused_and_not_repeated() {
    let shell = Shell::new();
    for line in [
        format!("secrets set orders-api NEW_ONE {VALUE}"),
        format!("secrets set orders-api NEW_ONE={VALUE}"),
        format!("-o json secrets set orders-api NEW_ONE {VALUE} more"),
    ] {
        let refused = shell.run(&line).ended(2);
        refused.hides(VALUE);
        assert!(refused.err.contains("--from-env"), "{refused:?}");
    }
    assert!(shell.routes().is_empty());
}

#[test]
fn wrong_names_and_empty_values_are_usage_errors() {
    let shell = Shell::new().typing(VALUE);
    shell.run("secrets set orders-api 1wrong").ended(2).hides(VALUE);
    shell.typing("\n").run("secrets set orders-api NEW_ONE").ended(2);
}

#[test]
fn an_error_of_the_server_does_not_repeat_the_value() {
    let shell = Shell::new().typing(VALUE);
    let rule = serde_json::json!({
        "match": { "method": "POST", "path": "/v1/apps/*/secrets" },
        "do": { "kind": "status", "status": 400, "body": { "error": format!("bad value {VALUE}") } }
    });
    shell.emulator.add_fault(rule).unwrap();
    let refused = shell.run("secrets set orders-api NEW_ONE -o json").ended(1);
    refused.hides(VALUE);
    assert_eq!(refused.error()["kind"], "BadRequest");
}

#[test]
fn secrets_are_listed_and_deleted_by_name() {
    let shell = Shell::new();
    let table = shell.run("secrets list orders-api").ended(0).out;
    assert!(table.starts_with("NAME") && table.contains("PG_PASS"), "{table}");
    let json = shell.run("secrets list orders-api -o json").ended(0).json();
    assert!(json.as_array().unwrap().iter().any(|secret| secret["name"] == "PG_PASS"));
    shell.run("secrets delete orders-api PG_PASS").ended(2);
    shell.run("secrets delete orders-api PG_PASS --yes").ended(0);
    shell.run("secrets delete orders-api PG_PASS --yes").ended(5);
    shell.run("secrets delete orders-api PG_HOST --yes").ended(0);
    let none = shell.run("secrets list orders-api").ended(0);
    assert_eq!(none.out, "");
    assert!(none.err.contains("spice-cloud secrets set orders-api NAME"), "{none:?}");
    assert_eq!(shell.run("secrets list orders-api -o json").ended(0).json(), serde_json::json!([]));
}

#[test]
fn several_secrets_come_from_a_file() {
    let shell = Shell::new().typing(format!("# of production\nexport ONE='{VALUE}'\nTWO=\"{VALUE}\\n\"\n"));
    let set = shell.run("secrets import orders-api -").ended(0);
    assert_eq!(set.out, "");
    assert!(set.err.contains("set 2 secrets of orders-api: ONE, TWO;"), "{set:?}");
    assert_eq!(set.err.lines().count(), 1, "one summary: {set:?}");
    set.hides(VALUE);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("values");
    std::fs::write(&file, format!("THREE={VALUE}\n")).unwrap();
    let set = shell.run(&format!("secrets import orders-api {} -o json", file.display())).ended(0);
    assert_eq!(set.json()[0]["name"], "THREE");
    set.hides(VALUE);
    let names = shell.run("secrets list orders-api").ended(0).out;
    assert!(["ONE", "TWO", "THREE"].iter().all(|name| names.contains(name)), "{names}");
}

#[test]
fn nothing_is_sent_of_a_file_that_is_wrong() {
    let shell = Shell::new();
    for text in [
        format!("ONE=1\n{VALUE}\n"),
        format!("ONE='{VALUE}"),
        "# nothing\n".to_owned(),
        "ONE=1\nONE=2".to_owned(),
    ] {
        let shell = Shell::new().typing(text.clone());
        shell.run("secrets import orders-api -").ended(2).hides(VALUE);
        assert!(shell.routes().is_empty(), "{text}");
    }
    shell.run("secrets import orders-api /no/such/file").ended(2);
}

#[test]
fn an_import_that_breaks_off_says_how_far_it_came() {
    let shell = Shell::new().typing(format!("ONE={VALUE}\nTWO={VALUE}\nTHREE={VALUE}\n"));
    let rule = serde_json::json!({
        "match": { "method": "POST", "path": "/v1/apps/*/secrets" }, "do": { "kind": "status", "status": 400 }, "nth": 2
    });
    shell.emulator.add_fault(rule).unwrap();
    let broken = shell.run("secrets import orders-api -").ended(1);
    assert!(broken.err.contains("it was TWO; these were set before it: ONE"), "{broken:?}");
    broken.hides(VALUE);
}

#[test]
fn one_secret_is_shown_without_its_value() {
    let shell = Shell::new().typing(VALUE);
    shell.run("secrets set orders-api NEW_ONE").ended(0);
    let table = shell.run("secrets get orders-api NEW_ONE").ended(0);
    assert!(table.out.contains("NEW_ONE"), "{table:?}");
    table.hides(VALUE);
    shell.run("secrets get orders-api NEW_ONE -o yaml").ended(0).hides(VALUE);
    shell.run("secrets get orders-api NOT_SET").ended(5);
}
