//! `members`.

use crate::shell::Shell;

#[test]
fn a_member_comes_changes_and_goes() {
    let shell = Shell::new();
    let added = shell.run("members add margaret --role member --role billing -o json").ended(0).json();
    assert_eq!(added["roles"], serde_json::json!(["member", "billing"]));
    let id = added["user_id"].as_i64().unwrap();
    let table = shell.run("members list").ended(0).out;
    assert!(table.contains("margaret") && table.contains("member, billing"), "{table}");
    let changed = shell.run(&format!("members update {id} --role viewer -o json")).ended(0).json();
    assert_eq!(changed["roles"], serde_json::json!(["viewer"]));
    shell.run(&format!("members update {id}")).ended(2);
    shell.run(&format!("members remove {id}")).ended(2);
    let shell = shell.at_a_terminal().typing("yes\n");
    let removed = shell.run(&format!("members remove {id}")).ended(0);
    assert!(removed.err.contains("Remove margaret"), "{removed:?}");
    shell.run(&format!("members remove {id} --yes")).ended(5);
}

#[test]
fn refusals_have_their_codes() {
    let shell = Shell::new();
    shell.run("members add grace").ended(6);
    shell.run("members add nobody-of-this-name").ended(5);
    let members = shell.run("members list -o json").ended(0).json();
    let owner = members.as_array().unwrap().iter().find(|member| member["is_owner"] == true).unwrap();
    shell.run(&format!("members remove {} --yes", owner["user_id"])).ended(4);
}

#[test]
fn one_member_is_shown() {
    let shell = Shell::new();
    let first = shell.run("members list -o json").ended(0).json()[0].clone();
    assert_eq!(shell.run(&format!("members get {} -o json", first["user_id"])).ended(0).json(), first);
    assert!(shell.run(&format!("members get {}", first["user_id"])).ended(0).out.contains("USERNAME"));
    shell.run("members get 999999").ended(5);
}
