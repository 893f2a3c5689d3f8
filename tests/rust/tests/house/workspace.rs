//! How the workspace is laid out: which member may know which, and what all members share.

use std::collections::BTreeMap;

use cargo_metadata::Metadata;
use regex_lite::Regex;

use crate::dependencies::metadata;
use crate::files::files;
use crate::{assert_none, json, root, toml};

/// Which members a member may depend on, tests of its own included. Arrows run downwards only: the emulator stands
/// beside the core as its witness, so neither knows the other.
const MAY_KNOW: [(&str, &[&str]); 10] = [
    ("spice-cloud", &[]),
    ("spice-cloud-emulator", &[]),
    // It reads what UniFFI has put into a library, whatever is in it.
    ("spice-cloud-bindgen", &[]),
    ("spice-cloud-bench", &["spice-cloud", "spice-cloud-emulator"]),
    ("spice-cloud-cli", &["spice-cloud", "spice-cloud-emulator"]),
    ("spice-cloud-node", &["spice-cloud", "spice-cloud-emulator", "spice-cloud-cli"]),
    ("spice-cloud-python", &["spice-cloud", "spice-cloud-emulator", "spice-cloud-cli"]),
    // Without the command: phones and Java have no use for it.
    ("spice-cloud-uniffi", &["spice-cloud", "spice-cloud-emulator"]),
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
        // Its own tests may ask for more of its features.
        let upwards = known.iter().filter(|name| *name != member && !may_know.contains(&name.as_str()));
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
    let workspace = toml("Cargo.toml")["workspace"]["package"]["version"].clone();
    assert_eq!(json("bindings-node/package.json")["version"].as_str(), workspace.as_str());
    let pom =
        std::fs::read_to_string(root().join("bindings-uniffi/kotlin/pom.xml")).expect("pom.xml is there");
    let told = format!(
        "<artifactId>spice-cloud</artifactId>\n    <version>{}</version>",
        workspace.as_str().unwrap_or("none")
    );
    assert!(pom.contains(&told), "pom.xml has another version");
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

#[test]
fn nobody_lifts_the_ban_on_unsafe_code() {
    let lint = toml("Cargo.toml")["workspace"]["lints"]["rust"]["unsafe_code"].clone();
    assert_eq!(lint.as_str(), Some("deny"));
    let lifts = Regex::new(r"(allow|expect|warn)\([^)]*\bunsafe_code\b").expect("the pattern is well-formed");
    let sources = files().into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    let mut seen = 0;
    let lifted = sources.filter(|path| {
        seen += 1;
        lifts.is_match(&std::fs::read_to_string(root().join(path)).expect("a source is text"))
    });
    assert_none(&lifted.map(|path| format!("{} lifts it", path.display())).collect::<Vec<_>>());
    assert!(seen > 200, "only {seen} sources");
    assert!(lifts.is_match(concat!("#![allow(dead_code, unsafe", "_code)]")));
}

#[test]
fn npm_gets_exactly_the_tools_that_are_named_from_wherever_it_likes() {
    let mut wrong = Vec::new();
    let (mut manifests, mut locks) = (0, 0);
    for path in files() {
        let path = path.to_string_lossy().into_owned();
        if path.ends_with("package.json") {
            manifests += 1;
            let manifest = json(&path);
            for (name, version) in ["dependencies", "devDependencies"]
                .into_iter()
                .filter_map(|kind| manifest.get(kind).and_then(serde_json::Value::as_object))
                .flatten()
            {
                let version = version.as_str().unwrap_or_default().rsplit('@').next().unwrap_or_default();
                if !version.starts_with(|first: char| first.is_ascii_digit()) || version.contains(' ') {
                    wrong.push(format!("{path}: {name} has no version of its own, but {version:?}"));
                }
            }
        } else if path.ends_with("package-lock.json") {
            locks += 1;
            let packages = json(&path)["packages"].as_object().expect("packages").clone();
            let named = packages.iter().filter(|(_, package)| {
                package["resolved"].as_str().is_some_and(|place| place.contains("//"))
            });
            wrong.extend(named.map(|(name, _)| format!("{path}: {name} says where it comes from")));
        }
    }
    assert_none(&wrong);
    assert!(manifests >= 2 && locks >= 1, "{manifests} manifests, {locks} lockfiles");
}
