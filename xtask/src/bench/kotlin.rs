//! The folder that the Kotlin library and its peers are measured in.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use super::Worker;
use crate::kotlin;
use crate::process::{first_line, note};

/// Where Maven puts the classes and the jars.
const FOLDER: &str = "target/kotlin/bench";

/// Packages whose versions are told, as their jars are called.
const PACKAGES: [(&str, &str); 5] = [
    ("spice-cloud", "spice-cloud-"),
    ("okhttp", "okhttp-jvm-"),
    ("kotlinx-serialization-json", "kotlinx-serialization-json-jvm-"),
    ("jackson-databind", "jackson-databind-"),
    ("kotlin-stdlib", "kotlin-stdlib-"),
];

/// A program with the peers, and with the library as it is given away.
pub(super) fn worker(root: &Path) -> Result<Worker, String> {
    kotlin::make(root)?;
    note("building it beside its peers …");
    let path = kotlin::compiled(root, "bench/kotlin", FOLDER)?;
    let jars = root.join(FOLDER).join("jars");
    let found = jars.read_dir().map_err(|error| format!("{}: {error}", jars.display()))?;
    let names: Vec<String> =
        found.flatten().map(|jar| jar.file_name().to_string_lossy().into_owned()).collect();
    let versions = PACKAGES.map(|(name, prefix)| (name, names.iter().find_map(|jar| version(jar, prefix))));
    let mut command = Command::new("java");
    command.arg("-cp").arg(path).arg("WorkerKt");
    let toolchain = first_line(Command::new("java").arg("--version"))?;
    let packages = versions.into_iter().collect::<BTreeMap<_, _>>();
    Ok(Worker { about: json!({ "toolchain": toolchain, "packages": packages }), command })
}

/// The version that the name of a jar tells.
fn version(jar: &str, prefix: &str) -> Option<String> {
    let version = jar.strip_prefix(prefix)?.strip_suffix(".jar")?;
    version.starts_with(|first: char| first.is_ascii_digit()).then(|| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn versions_are_read_from_the_names_of_jars() {
        assert_eq!(version("okhttp-jvm-5.5.1.jar", "okhttp-jvm-").as_deref(), Some("5.5.1"));
        assert_eq!(version("spice-cloud-0.1.0.jar", "okhttp-"), None);
        assert_eq!(version("kotlin-stdlib-common-2.0.jar", "kotlin-stdlib-"), None);
    }
}
