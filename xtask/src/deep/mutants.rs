//! Changes that cargo-mutants makes to the code that decides, reconciles and redacts: a test has to fail for each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::tool;
use crate::process::watch;

const FILES: [&str; 3] = ["core/src/engine/retry.rs", "core/src/engine/redact.rs", "core/src/reconcile/*.rs"];
/// Why those that no test notices make no difference.
const EXPLAINED: &str = "tests/mutants.json";

#[derive(Deserialize)]
struct Explained {
    /// Names of mutants as the tool prints them, without line and column, each with its reason.
    survivors: BTreeMap<String, String>,
}

pub(super) fn run(root: &Path) -> Result<String, String> {
    let explained =
        fs::read_to_string(root.join(EXPLAINED)).map_err(|error| format!("{EXPLAINED}: {error}"))?;
    let explained: Explained =
        serde_json::from_str(&explained).map_err(|error| format!("{EXPLAINED}: {error}"))?;
    let program = tool(root, "cargo-mutants", "27.1.0")?;
    let output = root.join("target/mutants");
    let mut command = std::process::Command::new(program);
    command.current_dir(root).args([
        "mutants",
        "--package",
        "spice-cloud",
        "--colors",
        "never",
        "--no-shuffle",
        "--output",
    ]);
    command.arg(&output);
    for file in FILES {
        command.args(["--file", file]);
    }
    command.args(["--timeout", "120", "--", "--lib"]);
    // Nobody looks into these builds with a debugger, and linking takes half as long without.
    command.env("CARGO_PROFILE_DEV_DEBUG", "none");
    // It ends with an error when there are survivors, which is looked at here.
    watch(&mut command, |_| ()).map_err(|error| format!("cargo mutants did not start: {error}"))?;
    let list = |name: &str| -> Result<Vec<String>, String> {
        let file = output.join("mutants.out").join(name);
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(text.lines().map(without_place).collect())
    };
    let (caught, missed, timed_out) = (list("caught.txt")?, list("missed.txt")?, list("timeout.txt")?);
    let open: Vec<&String> = missed.iter().filter(|name| !explained.survivors.contains_key(*name)).collect();
    if !open.is_empty() {
        return Err(format!("no test notices, and nothing in {EXPLAINED} explains:\n{open:#?}"));
    }
    Ok(words(caught.len(), missed.len(), timed_out.len()))
}

fn words(caught: usize, missed: usize, timed_out: usize) -> String {
    let noticed = caught + timed_out;
    let all = noticed + missed;
    let others = match missed {
        0 => "There are no others.".to_owned(),
        missed => format!("The {missed} others are explained in `{EXPLAINED}`."),
    };
    format!(
        "{all} changes of the code that decides on retries, reconciles and redacts: the tests notice {noticed} ({timed_out} of them \
         by never ending). {others}\n"
    )
}

/// Lines move; what is changed stays.
fn without_place(name: &str) -> String {
    let mut parts = name.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_), Some(_), Some(rest)) => format!("{file}:{rest}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mutant_is_known_wherever_it_stands() {
        let name = "core/src/engine/retry.rs:67:9: replace decide -> Decision with Default::default()";
        assert_eq!(
            without_place(name),
            "core/src/engine/retry.rs: replace decide -> Decision with Default::default()"
        );
    }

    #[test]
    fn every_explanation_can_be_read() {
        let text =
            fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(EXPLAINED)).unwrap();
        let explained: Explained = serde_json::from_str(&text).unwrap();
        assert!(
            explained.survivors.iter().all(|(name, why)| name.starts_with("core/src/") && why.len() > 20)
        );
    }
}
