//! What a package is made of, as `CycloneDX` JSON: every crate that is compiled into its native library.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::process::{cargo, read};

/// Writes the bill of a crate's library for a platform beside what was made of it, and gives the file.
pub(crate) fn write(root: &Path, krate: &str, platform: &str, folder: &Path) -> Result<PathBuf, String> {
    let mut command = cargo(root);
    command.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", platform]);
    let mut said = String::new();
    let status = read(&mut command, |line| said.push_str(line))
        .map_err(|error| format!("cargo did not start: {error}"))?;
    if !status.success() {
        return Err(format!("cargo metadata ended with {status}"));
    }
    let metadata: Value = serde_json::from_str(&said).map_err(|error| format!("cargo metadata: {error}"))?;
    let lock = root.join("Cargo.lock");
    let lock = fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let included = included(root, krate, platform)?;
    let bill = bill(&metadata, &checksums(&lock), krate, &included)
        .ok_or_else(|| format!("cargo knows no crate {krate}"))?;
    let file = folder.join(format!("{krate}-{platform}.cdx.json"));
    let text = serde_json::to_string_pretty(&bill).map_err(|error| error.to_string())?;
    fs::write(&file, text + "\n").map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(file)
}

/// Names and versions of what is compiled in with the features that the crate asks for: the metadata has those that anything of
/// the workspace asks for.
fn included(root: &Path, krate: &str, platform: &str) -> Result<BTreeSet<String>, String> {
    let mut command = cargo(root);
    command.args(["tree", "--locked", "--package", krate, "--edges", "normal", "--target", platform]);
    command.args(["--prefix", "none", "--format", "{p}"]);
    let mut found = BTreeSet::new();
    let status = read(&mut command, |line| found.extend(name_and_version(line)))
        .map_err(|error| format!("cargo did not start: {error}"))?;
    if status.success() { Ok(found) } else { Err(format!("cargo tree ended with {status}")) }
}

/// `name@1.2.3`, of `name v1.2.3 (where it is)`.
fn name_and_version(line: &str) -> Option<String> {
    let mut words = line.split(' ');
    Some(format!("{}@{}", words.next()?, words.next()?.strip_prefix('v')?))
}

/// The bill of a crate, of what is compiled into it and not of what only builds or tests it.
fn bill(
    metadata: &Value,
    checksums: &BTreeMap<String, String>,
    krate: &str,
    included: &BTreeSet<String>,
) -> Option<Value> {
    let packages: BTreeMap<&str, &Value> = metadata["packages"]
        .as_array()?
        .iter()
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let nodes: BTreeMap<&str, &Value> = metadata["resolve"]["nodes"]
        .as_array()?
        .iter()
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let top = *packages.iter().find(|(_, package)| package["name"] == krate)?.0;
    let is_in = |id: &str| packages.get(id).is_some_and(|package| included.contains(&key(package)));
    let (mut seen, mut open) = (BTreeSet::new(), vec![top]);
    while let Some(id) = open.pop() {
        if is_in(id) && seen.insert(id) {
            open.extend(compiled_into(nodes.get(id)?));
        }
    }
    let dependencies: Vec<Value> = seen
        .iter()
        .filter_map(|id| Some(json!({ "ref": address(packages.get(id)?), "dependsOn": addresses(nodes.get(id)?, &packages, included) })))
        .collect();
    let components: Vec<Value> = seen
        .iter()
        .filter(|id| **id != top)
        .filter_map(|id| Some(component(packages.get(id)?, checksums)))
        .collect();
    Some(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": component(packages.get(top)?, checksums) },
        "components": components,
        "dependencies": dependencies,
    }))
}

fn compiled_into(node: &Value) -> impl Iterator<Item = &str> {
    let normal = |dependency: &&Value| {
        dependency["dep_kinds"]
            .as_array()
            .is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
    };
    node["deps"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(normal)
        .filter_map(|dependency| dependency["pkg"].as_str())
}

fn addresses(
    node: &Value,
    packages: &BTreeMap<&str, &Value>,
    included: &BTreeSet<String>,
) -> BTreeSet<String> {
    let packages = compiled_into(node).filter_map(|id| packages.get(id));
    packages.filter(|package| included.contains(&key(package))).map(|package| address(package)).collect()
}

fn text<'a>(package: &'a Value, name: &str) -> &'a str {
    package[name].as_str().unwrap_or_default()
}

fn key(package: &Value) -> String {
    format!("{}@{}", text(package, "name"), text(package, "version"))
}

fn address(package: &Value) -> String {
    format!("pkg:cargo/{}", key(package))
}

fn component(package: &Value, checksums: &BTreeMap<String, String>) -> Value {
    let address = address(package);
    let mut component = Map::from_iter([
        ("type".to_owned(), json!("library")),
        ("bom-ref".to_owned(), json!(address)),
        ("name".to_owned(), package["name"].clone()),
        ("version".to_owned(), package["version"].clone()),
        ("purl".to_owned(), json!(address)),
    ]);
    // Some old ones say `MIT/Apache-2.0`, which is no expression.
    if let Some(license) = package["license"].as_str() {
        component.insert("licenses".to_owned(), json!([{ "expression": license.replace('/', " OR ") }]));
    }
    if let Some(checksum) = checksums.get(&key(package)) {
        component.insert("hashes".to_owned(), json!([{ "alg": "SHA-256", "content": checksum }]));
    }
    Value::Object(component)
}

/// The checksums in the lock file, by name and version.
fn checksums(lock: &str) -> BTreeMap<String, String> {
    let value = |block: &str, key: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
        line.and_then(|line| line.strip_suffix('"')).map(str::to_owned)
    };
    let entry = |block: &str| {
        Some((format!("{}@{}", value(block, "name")?, value(block, "version")?), value(block, "checksum")?))
    };
    lock.split("[[package]]").filter_map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bill_has_what_is_compiled_in_and_nothing_else() {
        let metadata = json!({
            "packages": [
                { "id": "a", "name": "ours", "version": "0.1.0", "license": "Apache-2.0" },
                { "id": "b", "name": "used", "version": "1.2.3", "license": "MIT/Apache-2.0" },
                { "id": "c", "name": "tests", "version": "1.0.0", "license": "MIT" },
                { "id": "d", "name": "deep", "version": "2.0.0", "license": null },
            ],
            "resolve": { "nodes": [
                { "id": "a", "deps": [{ "pkg": "b", "dep_kinds": [{ "kind": null }] }, { "pkg": "c", "dep_kinds": [{ "kind": "dev" }] }] },
                { "id": "b", "deps": [{ "pkg": "d", "dep_kinds": [{ "kind": "build" }, { "kind": null }] }, { "pkg": "e", "dep_kinds": [{ "kind": null }] }] },
                { "id": "c", "deps": [] },
                { "id": "d", "deps": [] },
            ] },
        });
        let lock = "[[package]]\nname = \"used\"\nversion = \"1.2.3\"\nchecksum = \"abc\"\n\n[[package]]\nname = \"ours\"\nversion = \"0.1.0\"\n";
        let included = ["ours v0.1.0 (/somewhere)", "used v1.2.3", "deep v2.0.0 (*)"]
            .into_iter()
            .filter_map(name_and_version)
            .collect();
        let bill = bill(&metadata, &checksums(lock), "ours", &included).unwrap();
        let names: Vec<&str> =
            bill["components"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["used", "deep"]);
        assert_eq!(bill["metadata"]["component"]["purl"], "pkg:cargo/ours@0.1.0");
        assert_eq!(bill["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(bill["components"][0]["hashes"][0]["content"], "abc");
        assert_eq!(
            bill["dependencies"][0],
            json!({ "ref": "pkg:cargo/ours@0.1.0", "dependsOn": ["pkg:cargo/used@1.2.3"] })
        );
    }

    #[test]
    fn only_what_a_package_asks_for_is_compiled_in() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let host = crate::artefact::host().unwrap();
        let included = included(&root, "spice-cloud-python", &host).unwrap();
        let has = |name: &str| included.iter().any(|one| one.starts_with(&format!("{name}@")));
        assert!(has("pyo3") && has("spice-cloud-emulator"));
        // Of the emulator's TLS, which is for tests and for Rust, and of the tools that build and test.
        assert!(!has("rcgen") && !has("proptest"));
    }
}
