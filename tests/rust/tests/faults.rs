//! Plays every case of `tests/faults` with both clients: one test result for each. Where `FAULTS_REPORT` names a folder,
//! each that passes leaves a file there, for `cargo xtask faults`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial, run};
use spice_cloud_tests::call::Kind;
use spice_cloud_tests::files;
use spice_cloud_tests::record::{self, Record};
use spice_cloud_tests::scenario::{Scenario, play};

fn main() -> ExitCode {
    let mut trials = Vec::new();
    for document in files::documents("tests/faults").expect("the cases can be read") {
        for kind in Kind::ALL {
            let (value, case) = (document.value.clone(), document.name.clone());
            let name = format!("{case} with the {} client", kind.name());
            trials.push(Trial::test(name, move || {
                let (scenario, record) = (Scenario::read(&value)?, Record::of(kind, "faults", &case)?);
                play(&scenario, kind, record).map_err(|words| format!("{}\n{words}", scenario.name))?;
                Ok(passed(&format!("rust-{}", kind.name()), &case)?)
            }));
        }
    }
    run(&record::one_at_a_time(Arguments::from_args()), trials).exit_code()
}

fn passed(face: &str, case: &str) -> Result<(), String> {
    let Some(folder) = std::env::var_os("FAULTS_REPORT") else { return Ok(()) };
    let folder = std::path::PathBuf::from(folder).join(face);
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(folder.join(case), ""));
    written.map_err(|error| format!("{}: {error}", folder.display()))
}
