//! How the workspace is laid out: which member may know which, and what all members share.

use std::collections::BTreeMap;

use cargo_metadata::Metadata;

use crate::dependencies::metadata;
use crate::{assert_none, root, toml};

/// Which members a member may depend on, tests of its own included. Arrows run downwards only: the emulator stands
/// beside the core as its witness, so neither knows the other.
const MAY_KNOW: [(&str, &[&str]); 7] = [
    ("spice-cloud", &[]),
    ("spice-cloud-emulator", &[]),
    ("spice-cloud-bench", &["spice-cloud", "spice-cloud-emulator"]),
    ("spice-cloud-cli", &["spice-cloud", "spice-cloud-emulator"]),
    ("spice-cloud-python", &["spice-cloud", "spice-cloud-emulator", "spice-cloud-cli"]),
    ("spice-cloud-tests", &["spice-cloud", "spice-cloud-emulator", "spice-cloud-cli"]),
    ("xtask", &[]),
];

/// Member to the members that its manifest names, in whatever role.
fn arrows(metadata: &Metadata) -> BTreeMap<String, Vec<String>> {
    let members = metadata.workspace_packages();
    let is_member = |name: &str| members.iter().any(|member| member.name == name);
    let named = members.iter().map(|member| {
        let known = member.dependencies.iter().map(|dependency| dependency.name.clone());
        (member.name.to_string(), known.filter(|name| is_member(name)).collect())
    });
    named.collect()
}

fn wrong_arrows(arrows: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (member, known) in arrows {
        let Some((_, may_know)) = MAY_KNOW.iter().find(|(name, _)| name == member) else {
            wrong.push(format!("{member} is not in the table of who may know whom"));
            continue;
        };
        let upwards = known.iter().filter(|name| !may_know.contains(&name.as_str()));
        wrong.extend(upwards.map(|name| format!("{member} may not depend on {name}")));
    }
    wrong
}

#[test]
fn members_know_only_what_is_below_them() {
    assert_none(&wrong_arrows(&arrows(&metadata())));
}

#[test]
fn an_arrow_upwards_is_found() {
    let arrow = |from: &str, to: &str| BTreeMap::from([(from.to_owned(), vec![to.to_owned()])]);
    for (from, to) in [
        ("spice-cloud", "spice-cloud-emulator"),
        ("spice-cloud", "spice-cloud-cli"),
        ("spice-cloud-emulator", "spice-cloud"),
    ] {
        assert_eq!(wrong_arrows(&arrow(from, to)), [format!("{from} may not depend on {to}")]);
    }
    assert_eq!(wrong_arrows(&arrow("new", "xtask")), ["new is not in the table of who may know whom"]);
}

#[test]
fn members_share_version_licence_and_oldest_rust() {
    let metadata = metadata();
    let members = metadata.workspace_packages();
    let version =
        toml("Cargo.toml")["workspace"]["package"]["version"].as_str().expect("a version").to_owned();
    let mut wrong = Vec::new();
    for member in &members {
        let name = &member.name;
        if member.version.to_string() != version {
            wrong.push(format!("{name} has version {}", member.version));
        }
        if member.license.as_deref() != Some("Apache-2.0") {
            wrong.push(format!("{name} has licence {:?}", member.license));
        }
        if member.rust_version.as_ref().map(ToString::to_string).as_deref() != Some("1.88.0") {
            wrong.push(format!("{name} has rust-version {:?}", member.rust_version));
        }
    }
    assert!(members.len() >= MAY_KNOW.len(), "only {} members", members.len());
    assert_none(&wrong);
}

#[test]
fn packages_of_other_languages_have_the_version_of_the_workspace() {
    let python = &toml("pyproject.toml")["project"];
    let dynamic = python["dynamic"].as_array().expect("a list");
    assert!(dynamic.iter().any(|key| key.as_str() == Some("version")), "{dynamic:?}");
    assert!(python.get("version").is_none(), "pyproject.toml has a version of its own");
}

#[test]
fn every_member_takes_the_lints_of_the_workspace() {
    let members = toml("Cargo.toml")["workspace"]["members"].as_array().expect("a list of members").clone();
    let without = members.iter().map(|member| member.as_str().expect("a folder")).filter(|folder| {
        let manifest = toml(&format!("{folder}/Cargo.toml"));
        manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool)
            != Some(true)
    });
    assert_none(&without.map(|folder| format!("{folder} has lints of its own")).collect::<Vec<_>>());
}

#[test]
fn releases_unwind_and_keep_their_symbols() {
    let release = &toml("Cargo.toml")["profile"]["release"];
    for (key, value) in [("panic", "unwind"), ("lto", "thin"), ("strip", "none")] {
        assert_eq!(release[key].as_str(), Some(value), "profile.release.{key}");
    }
}

#[test]
fn the_licence_is_in_the_tree() {
    let text = std::fs::read_to_string(root().join("LICENSE")).expect("LICENSE is there");
    for part in ["Apache License", "Version 2.0, January 2004", "END OF TERMS AND CONDITIONS"] {
        assert!(text.contains(part), "LICENSE lacks {part:?}");
    }
}
