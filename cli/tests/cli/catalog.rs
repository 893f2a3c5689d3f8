//! `health`, `regions`, `images`, `orgs`, `limits`, `api`.

use crate::shell::Shell;

#[test]
fn every_list_is_a_table_and_json() {
    let shell = Shell::new();
    for (line, header, member) in [
        ("health", "status  ok", "/status"),
        ("regions", "REGION", "/regions/0/region"),
        ("images", "TAG", "/images/0/tag"),
        ("orgs", "ID", "/0/name"),
        ("clusters --org northwind", "NAME", "/0/cluster_name"),
        ("limits", "api rps", "/apps"),
    ] {
        let table = shell.run(line).ended(0);
        assert!(table.out.contains(header), "{table:?}");
        assert_eq!(table.err, "", "{line}");
        let json = shell.run(&format!("{line} -o json")).ended(0).json();
        assert!(json.pointer(member).is_some(), "{line}: {json}");
    }
}

#[test]
fn health_needs_no_token_and_sends_none() {
    let mut shell = Shell::new();
    shell.client = spice_cloud::ClientBuilder::default().base_url(shell.emulator.url());
    shell.run("health").ended(0);
    assert_eq!(shell.emulator.requests()[0].token, None);
}

#[test]
fn images_have_channels() {
    let shell = Shell::new();
    let enterprise = shell.run("images --channel enterprise -o json").ended(0).json();
    let channels = enterprise["images"].as_array().unwrap().iter().map(|image| image["channel"].clone());
    assert!(channels.clone().count() > 0);
    assert!(channels.clone().all(|channel| channel == "enterprise"));
}

#[test]
fn options_of_every_command_go_to_the_client() {
    let shell = Shell::new();
    let other = Shell::new();
    shell.run(&format!("--base-url {} health", other.emulator.url())).ended(0);
    assert!(shell.routes().is_empty());
    assert_eq!(other.routes(), ["GET /v1/health"]);
    // The organization is sent: the token does not reach this one.
    let refused = shell.run("--org nowhere apps list").ended(4);
    assert!(refused.err.contains("spice-cloud orgs"), "{refused:?}");
}

#[test]
fn any_request_can_be_sent() {
    let shell = Shell::new().typing(r#"{"name":"made-by-hand"}"#);
    let limits = shell.run("api GET /v1/limits").ended(0).json();
    assert!(limits.get("apps").is_some(), "{limits}");
    let page = shell.run("api get /v1/apps -q limit=2 -q offset=1").ended(0).json();
    assert_eq!(page["apps"].as_array().unwrap().len(), 2);
    let created = shell.run("api POST /v1/apps -d -").ended(0).json();
    assert_eq!(created["name"], "made-by-hand");
    let path = format!("/v1/apps/{}", created["id"]);
    let changed = shell.run_args(&["api", "PUT", &path, "-d", r#"{"description":"new"}"#]).ended(0).json();
    assert_eq!(changed["description"], "new");
    let deleted = shell.run(&format!("api DELETE {path}")).ended(0);
    assert_eq!((deleted.out.as_str(), deleted.err.as_str()), ("", "204, without a body\n"));
}

#[test]
fn data_of_a_request_comes_from_a_file_too() {
    let shell = Shell::new();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("body.json");
    std::fs::write(&file, r#"{"name":"made-from-a-file"}"#).unwrap();
    let created = shell.run(&format!("api POST /v1/apps -d @{}", file.display())).ended(0).json();
    assert_eq!(created["name"], "made-from-a-file");
    assert!(shell.run("api POST /v1/apps -d {").ended(2).err.contains("no JSON"));
    assert!(shell.run("api POST /v1/apps -d @/no/such/file").ended(2).err.contains("cannot be read"));
    shell.run("api FETCH /v1/apps").ended(2);
    shell.run("api GET v1/apps").ended(2);
    shell.run("api GET /v1/nothing").ended(5);
}

#[test]
fn a_request_of_ones_own_masks_keys_too() {
    let shell = Shell::new();
    let path = format!("/v1/apps/{}/api-keys", shell.app_id("orders-api"));
    let masked = shell.run(&format!("api GET {path}")).ended(0);
    assert!(masked.json()["api_key"].as_str().unwrap().starts_with("****"));
    assert!(masked.err.contains("--reveal"));
    let revealed = shell.run(&format!("api GET {path} --reveal")).ended(0);
    let key = revealed.json()["api_key"].as_str().unwrap().to_owned();
    assert!(key.starts_with("spice_emu_key_"));
    assert!(revealed.err.contains("warning"));
    masked.hides(&key);
}
