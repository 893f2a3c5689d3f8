//! The targets of `fuzz/`, for a while each. What they find new is kept below `target`, not in the corpus.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::{many, nightly, tool};
use crate::artefact::host;
use crate::process::{note, watch};

const TARGETS: [(&str, &str); 5] = [
    ("decoder", "answers of any status, packing and body"),
    ("retry_after", "headers that say when to come back"),
    ("paths", "names and paths"),
    ("pager", "pages of any length and order"),
    ("emulator", "requests to the emulator"),
];

pub(super) fn run(root: &Path, minutes: u64) -> Result<String, String> {
    let fuzz = tool(root, "cargo-fuzz", "0.13.2")?;
    let host = host()?;
    let mut text = format!(
        "{minutes} minutes for each target, with the address sanitizer, from the corpus in `fuzz/corpus`. None crashed, hung or ran \
         out of memory.\n\n| target | what it is given | inputs tried | found new |\n|---|---|---|---|\n"
    );
    for (name, what) in TARGETS {
        note(&format!("--- {name}"));
        let found = root.join("target/fuzz/corpus").join(name);
        fs::create_dir_all(&found).map_err(|error| format!("{}: {error}", found.display()))?;
        let artifacts = root.join("target/fuzz/artifacts").join(name);
        fs::create_dir_all(&artifacts).map_err(|error| format!("{}: {error}", artifacts.display()))?;
        let mut command = nightly(root)?;
        command.arg(&fuzz).args([
            "fuzz",
            "run",
            "--fuzz-dir",
            "fuzz",
            "--target",
            &host,
            "--target-dir",
            "target/fuzz",
            name,
        ]);
        command.arg(&found).arg(root.join("fuzz/corpus").join(name)).arg("--");
        command.arg(format!("-max_total_time={}", minutes * 60));
        command.arg(format!("-artifact_prefix={}/", artifacts.display()));
        command.args(["-max_len=4096", "-timeout=10", "-print_final_stats=1", "-verbosity=0"]);
        // libFuzzer speaks on standard error.
        let log = artifacts.join("log");
        command.stderr(fs::File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?);
        let status =
            watch(&mut command, |_| ()).map_err(|error| format!("cargo fuzz did not start: {error}"))?;
        let said = fs::read_to_string(&log).unwrap_or_default();
        if !status.success() {
            let end: Vec<&str> = said.lines().rev().take(30).collect();
            return Err(format!(
                "{name} ended with {status}:\n{}",
                end.into_iter().rev().collect::<Vec<_>>().join("\n")
            ));
        }
        let stat = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok());
        let tried =
            stat("stat::number_of_executed_units:").ok_or_else(|| format!("{name} told no figures"))?;
        let new = stat("stat::new_units_added:").unwrap_or_default();
        // Writing to a String cannot fail.
        let _ = writeln!(text, "| `{name}` | {what} | {} | {} |", many(tried), many(new));
    }
    Ok(text)
}
