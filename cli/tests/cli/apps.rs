//! `apps`.

use crate::shell::Shell;

#[test]
fn a_list_is_a_table_or_json() {
    let shell = Shell::new();
    let table = shell.run("apps list").ended(0).out;
    let mut lines = table.lines();
    assert!(lines.next().unwrap().trim_start().starts_with("ID"), "{table}");
    assert!(table.contains("orders-api"), "{table}");
    let json = shell.run("-o json apps list").ended(0).json();
    assert_eq!(json.as_array().unwrap().len(), lines.count());
    assert_eq!(shell.run("apps list --limit 3 -o json").ended(0).json().as_array().unwrap().len(), 3);
}

#[test]
fn an_app_is_found_by_name_and_by_id() {
    let shell = Shell::new();
    let by_name = shell.run("apps get Orders-API -o json").ended(0).json();
    let by_id = shell.run(&format!("apps get {} -o json", by_name["id"])).ended(0).json();
    assert_eq!(by_name, by_id);
    assert!(by_name["config"]["spicepod"].is_string() || by_name["config"]["spicepod"].is_object());
    let table = shell.run("apps get orders-api").ended(0).out;
    assert!(table.contains("https://orders-api.spice.ai"), "{table}");
    let missing = shell.run("apps get no-such-app").ended(5);
    assert!(missing.err.contains("spice-cloud apps list"), "{missing:?}");
}

#[test]
fn an_app_is_created_with_everything() {
    let shell = Shell::new().typing("version: v1\nkind: Spicepod\nname: fresh-app\n");
    let line = "apps create fresh-app --region us-east-1 --description New --visibility private \
                --tag team=data --tag tier=gold --replicas 2 --spicepod - -o json";
    let created = shell.run(line).ended(0);
    let app = created.json();
    assert_eq!((&app["name"], &app["description"]), (&"fresh-app".into(), &"New".into()));
    assert_eq!(app["tags"], serde_json::json!({ "team": "data", "tier": "gold" }));
    assert_eq!(app["config"]["replicas"], 2);
    assert!(app["config"]["spicepod"].to_string().contains("fresh-app"), "{app}");
    assert!(created.err.contains("spice-cloud deploy fresh-app"), "{created:?}");
    assert_eq!(shell.routes(), ["POST /v1/apps", "PUT /v1/apps/{app_id}"]);
    let again = shell.run("apps create fresh-app").ended(6);
    assert!(again.err.contains("hint: "), "{again:?}");
}

#[test]
fn nothing_is_created_when_the_spicepod_cannot_be_read() {
    let shell = Shell::new().typing("a: [b");
    assert!(shell.run("apps create fresh-app --spicepod -").ended(2).err.contains("no YAML"));
    assert!(
        shell.run("apps create fresh-app --spicepod /no/such/file").ended(2).err.contains("cannot be read")
    );
    assert!(
        shell
            .typing("just text")
            .run("apps create fresh-app --spicepod -")
            .ended(2)
            .err
            .contains("no spicepod")
    );
}

#[test]
fn a_created_app_is_named_when_its_spicepod_is_refused() {
    let shell = Shell::new().typing("name: x\n");
    let rule = serde_json::json!({
        "match": { "method": "PUT", "path": "/v1/apps/*" }, "do": { "kind": "status", "status": 400 }
    });
    shell.emulator.add_fault(rule).unwrap();
    let refused = shell.run("apps create half-made --spicepod -").ended(1);
    assert!(refused.err.contains("half-made was created with the id"), "{refused:?}");
}

#[test]
fn an_app_is_changed_field_by_field() {
    let shell = Shell::new();
    let changed = shell
        .run("apps update orders-api --description New --replicas 3 --image-tag 1.5.0-models --tag a=b -o json")
        .ended(0)
        .json();
    assert_eq!((&changed["description"], &changed["config"]["replicas"]), (&"New".into(), &3.into()));
    assert_eq!(changed["config"]["image_tag"], "1.5.0-models");
    assert_eq!(changed["tags"], serde_json::json!({ "a": "b" }));
    let cleared = shell.run("apps update orders-api --clear-image-tag --clear-tags -o json").ended(0).json();
    assert_eq!(cleared["config"].get("image_tag"), None, "{cleared}");
    assert_eq!(cleared["description"], "New");
    assert!(cleared["tags"].as_object().is_none_or(serde_json::Map::is_empty), "{cleared}");
    shell.run("apps update orders-api").ended(2);
    shell.run("apps update orders-api --image-tag x --clear-image-tag").ended(2);
    shell.run("apps update orders-api --replicas 11").ended(2);
}

#[test]
fn deleting_asks_or_needs_yes() {
    let shell = Shell::new();
    let id = shell.app_id("orders-api");
    let refused = shell.run("apps delete orders-api").ended(2);
    assert!(refused.err.contains("--yes"), "{refused:?}");
    let shell = shell.at_a_terminal().typing("n\n");
    let asked = shell.run(&format!("apps delete {id}")).ended(1);
    assert!(
        asked.err.contains("Delete app orders-api") && asked.err.contains("nothing was changed"),
        "{asked:?}"
    );
    let shell = shell.typing("y\n");
    let deleted = shell.run(&format!("apps delete {id}")).ended(0);
    assert_eq!(deleted.out, "");
    shell.run(&format!("apps get {id}")).ended(5);
    shell.run("apps delete customer-360 --yes").ended(0);
    shell.run("apps get customer-360").ended(5);
}

#[test]
fn a_terminal_gets_no_orders_from_data() {
    let shell = Shell::new();
    shell.run_args(&["apps", "update", "orders-api", "--description", "\u{1b}[31mred"]).ended(0);
    shell.run("apps get orders-api").ended(0).hides("\u{1b}");
}

#[test]
fn a_name_that_is_nearly_right_is_recognised() {
    let shell = Shell::new();
    let missing = shell.run("apps get order-apis").ended(5);
    assert!(missing.err.contains("hint: did you mean orders-api? "), "{missing:?}");
    assert!(!shell.run("apps get something-else").ended(5).err.contains("did you mean"));
    assert!(shell.run("apss list").ended(2).err.contains("'apps'"));
}

#[test]
fn metrics_are_a_table_or_json() {
    let shell = Shell::new();
    let table = shell.run("apps metrics orders-api").ended(0).out;
    assert!(table.contains("INSTANCE") && table.contains("ingested"), "{table}");
    assert!(shell.run("apps metrics orders-api --window 5m").ended(0).out.contains("ROWS/s"));
    let json = shell.run("apps metrics orders-api --window 5m -o json").ended(0).json();
    assert!(json["metrics"].is_object() && json["ingestion"].is_object(), "{json}");
}
