//! What may be depended on: the rules of deny.toml, held without the network, and a core that knows no host language.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};
use spdx::{Expression, ParseMode};

use crate::{assert_none, root, toml};

/// What is installed to work on Python, and to test and measure with it.
const PYTHON_TOOLS: [&str; 3] = [
    "bench/python/requirements.txt",
    "bindings-python/requirements-dev.txt",
    "tests/schemathesis/requirements.txt",
];

/// Crates that tie Rust to another language. (`jni` and `wasm-bindgen` are not listed: on Android and in browsers
/// the TLS verifier and the HTTP client reach the platform through them.)
const FFI: [&str; 19] = [
    "cbindgen",
    "cpython",
    "cxx",
    "cxx-build",
    "ext-php-rs",
    "flutter_rust_bridge",
    "j4rs",
    "magnus",
    "napi",
    "napi-build",
    "napi-derive",
    "napi-sys",
    "neon",
    "pyo3",
    "pyo3-ffi",
    "rustler",
    "safer-ffi",
    "swift-bridge",
    "uniffi",
];

/// What cargo knows of every package, with every feature. Where only this platform's build has been fetched, cargo
/// knows no more than that build; `cargo deny` looks at the rest where there is a network.
pub(crate) fn metadata() -> Metadata {
    let command = |options: &[&str]| {
        let mut command = MetadataCommand::new();
        command.manifest_path(root().join("Cargo.toml"));
        let options = ["--locked", "--offline"].iter().chain(options);
        command.other_options(options.map(|option| (*option).to_owned()).collect::<Vec<_>>());
        command.exec()
    };
    command(&["--all-features"]).unwrap_or_else(|_| {
        let version = Command::new("rustc").arg("-vV").output().expect("rustc answers");
        let version = String::from_utf8(version.stdout).expect("rustc speaks UTF-8");
        let host =
            version.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host");
        command(&["--filter-platform", host]).expect("cargo knows what it has built")
    })
}

/// A package as the lock file knows it, which names those of every platform.
struct Locked {
    name: String,
    version: String,
    source: Option<String>,
}

fn locked() -> Vec<Locked> {
    let lock = toml("Cargo.lock");
    let text = |package: &toml::Value, key: &str| {
        package.get(key).and_then(|value| value.as_str()).map(str::to_owned)
    };
    lock["package"]
        .as_array()
        .expect("a lock file has packages")
        .iter()
        .map(|package| Locked {
            name: text(package, "name").expect("a package has a name"),
            version: text(package, "version").expect("a package has a version"),
            source: text(package, "source"),
        })
        .collect()
}

/// The rules of deny.toml, which is where they are written.
struct Rules {
    licences: BTreeSet<String>,
    banned: BTreeSet<String>,
    single: BTreeSet<String>,
    registries: BTreeSet<String>,
}

fn rules() -> Rules {
    let deny = toml("deny.toml");
    let texts = |section: &str, key: &str| -> BTreeSet<String> {
        let list = deny[section][key].as_array().expect("a list");
        list.iter().map(|value| value.as_str().expect("a list of texts").to_owned()).collect()
    };
    let (mut banned, mut single) = (BTreeSet::new(), BTreeSet::new());
    for entry in deny["bans"]["deny"].as_array().expect("bans.deny is a list") {
        let name = entry["crate"].as_str().expect("a ban names a crate").to_owned();
        let one_version = entry.get("deny-multiple-versions").and_then(toml::Value::as_bool) == Some(true);
        if one_version {
            single.insert(name)
        } else {
            banned.insert(name)
        };
    }
    Rules {
        licences: texts("licenses", "allow"),
        banned,
        single,
        registries: texts("sources", "allow-registry"),
    }
}

fn banned(packages: &[Locked], banned: &BTreeSet<String>) -> Vec<String> {
    let found = packages.iter().filter(|package| banned.contains(&package.name));
    found.map(|package| format!("{} {} is banned", package.name, package.version)).collect()
}

fn doubled(packages: &[Locked], single: &BTreeSet<String>) -> Vec<String> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages.iter().filter(|package| single.contains(&package.name)) {
        versions.entry(&package.name).or_default().push(&package.version);
    }
    let several = versions.into_iter().filter(|(_, versions)| versions.len() > 1);
    several
        .map(|(name, versions)| format!("{name} is there in versions {}", versions.join(" and ")))
        .collect()
}

fn from_elsewhere(packages: &[Locked], registries: &BTreeSet<String>) -> Vec<String> {
    let allowed =
        |source: &str| source.strip_prefix("registry+").is_some_and(|registry| registries.contains(registry));
    let elsewhere = packages.iter().filter(|package| !package.source.as_deref().is_none_or(allowed));
    elsewhere.map(|package| format!("{} comes from {:?}", package.name, package.source)).collect()
}

/// Whether a package may be used under licences of the list alone.
fn licensed(expression: Option<&str>, allowed: &BTreeSet<String>) -> bool {
    expression
        .and_then(|text| Expression::parse_mode(text, ParseMode::LAX).ok())
        .is_some_and(|parsed| parsed.evaluate(|requirement| allowed.contains(&requirement.to_string())))
}

/// Lines of a requirements file that leave open which version is installed.
fn unpinned(requirements: &str) -> Vec<&str> {
    let lines = requirements.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let is_pinned = |line: &&str| {
        let package = line.split(';').next().unwrap_or_default();
        let version = package.split_once("==").map(|(_, version)| version.trim_end());
        version.is_some_and(|version| version.starts_with(|first: char| first.is_ascii_digit()))
            && !package.contains(['*', ',', '<', '>', '~', '@'])
    };
    lines.filter(|line| !is_pinned(line)).collect()
}

/// Names of everything that ends up in, or builds, the package of this name.
fn tree(metadata: &Metadata, name: &str) -> BTreeSet<String> {
    let id = |name: &str| {
        let found = metadata.workspace_packages().into_iter().find(|package| package.name == name);
        found.unwrap_or_else(|| panic!("{name} is no member of the workspace")).id.clone()
    };
    let resolve = metadata.resolve.as_ref().expect("cargo metadata resolves");
    let nodes: BTreeMap<&PackageId, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let mut open = vec![id(name)];
    let mut seen: BTreeSet<PackageId> = open.iter().cloned().collect();
    while let Some(next) = open.pop() {
        for dependency in &nodes[&next].deps {
            let ships = dependency.dep_kinds.iter().any(|kind| kind.kind != DependencyKind::Development);
            if ships && seen.insert(dependency.pkg.clone()) {
                open.push(dependency.pkg.clone());
            }
        }
    }
    seen.iter().map(|id| metadata[id].name.to_string()).collect()
}

#[test]
fn nothing_banned_is_depended_on() {
    assert_none(&banned(&locked(), &rules().banned));
}

#[test]
fn there_is_one_http_stack_and_one_tls_stack() {
    assert_none(&doubled(&locked(), &rules().single));
}

#[test]
fn every_package_comes_from_the_registry_of_all() {
    assert_none(&from_elsewhere(&locked(), &rules().registries));
}

#[test]
fn every_licence_is_on_the_list() {
    let (metadata, rules) = (metadata(), rules());
    let bad =
        metadata.packages.iter().filter(|package| !licensed(package.license.as_deref(), &rules.licences));
    assert_none(
        &bad.map(|package| format!("{} {}: {:?}", package.name, package.version, package.license))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn python_tools_are_pinned() {
    let open = PYTHON_TOOLS.into_iter().flat_map(|file| {
        let text =
            std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(text.contains("=="), "{file} names no package");
        unpinned(&text).into_iter().map(|line| format!("{file}: {line}")).collect::<Vec<_>>()
    });
    assert_none(&open.collect::<Vec<_>>());
}

#[test]
fn a_version_left_open_is_found() {
    let open = ["a", "b>=1", "c==1.*", "d==1,<2", "e @ file:x", "f==latest"];
    let pinned = ["# why", "", "g==1.0", "h==1.0; sys_platform != \"win32\" and python_version < \"3.11\""];
    assert_eq!(unpinned(&[&open[..], &pinned[..]].concat().join("\n")), open);
}

#[test]
fn the_core_knows_no_host_language() {
    let tree = tree(&metadata(), "spice-cloud");
    assert!(tree.contains("reqwest"), "the tree was not walked: {tree:?}");
    let found = FFI.iter().filter(|name| tree.contains(**name));
    assert_none(&found.map(|name| format!("spice-cloud depends on {name}")).collect::<Vec<_>>());
}

#[test]
fn the_checks_find_what_they_look_for() {
    let locked = |name: &str, version: &str, source: Option<&str>| Locked {
        name: name.into(),
        version: version.into(),
        source: source.map(Into::into),
    };
    let git = "git+https://example.com/x#1";
    let packages = [
        locked("openssl-sys", "0.9.1", None),
        locked("reqwest", "0.12.0", Some(git)),
        locked("reqwest", "0.13.5", Some("registry+https://github.com/rust-lang/crates.io-index")),
    ];
    let rules = rules();
    assert_eq!(banned(&packages, &rules.banned), ["openssl-sys 0.9.1 is banned"]);
    assert_eq!(doubled(&packages, &rules.single), ["reqwest is there in versions 0.12.0 and 0.13.5"]);
    assert_eq!(from_elsewhere(&packages, &rules.registries), [format!("reqwest comes from {:?}", Some(git))]);
    for name in ["openssl", "openssl-sys", "native-tls", "hyper-tls"] {
        assert!(rules.banned.contains(name), "{name} is no longer banned");
    }
    for name in ["hyper", "reqwest", "rustls"] {
        assert!(rules.single.contains(name), "{name} may be doubled");
    }
}

#[test]
fn licence_expressions_are_understood() {
    let allowed = ["Apache-2.0", "MIT", "ISC"].map(str::to_owned).into();
    for good in [
        "MIT",
        "GPL-3.0-only OR MIT",
        "Apache-2.0 AND ISC",
        "MIT/Apache-2.0",
        "Apache-2.0 / MIT",
        "Apache-2.0 WITH LLVM-exception OR MIT",
        "(GPL-2.0-only OR MIT) AND ISC",
    ] {
        assert!(licensed(Some(good), &allowed), "{good}");
    }
    for bad in
        ["GPL-3.0-only", "MIT AND GPL-3.0-only", "Apache-2.0 WITH LLVM-exception", "no licence at all", ""]
    {
        assert!(!licensed(Some(bad), &allowed), "{bad}");
    }
    assert!(!licensed(None, &allowed));
}
