//! Plays every scenario with both clients: one test result for each.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial, run};
use spice_cloud_tests::call::Kind;
use spice_cloud_tests::files;
use spice_cloud_tests::record::{self, Record};
use spice_cloud_tests::scenario::{Scenario, play};

fn main() -> ExitCode {
    let documents = files::documents("tests/scenarios").expect("the scenarios can be read");
    let mut trials = Vec::new();
    for document in documents {
        let scenario = Scenario::read(&document.value);
        for kind in Kind::ALL {
            let (scenario, file) = (scenario.clone(), document.name.clone());
            let name = format!("{file} with the {} client", kind.name());
            trials.push(Trial::test(name, move || {
                let (scenario, record) = (scenario?, Record::of(kind, "scenarios", &file)?);
                play(&scenario, kind, record).map_err(|words| format!("{}\n{words}", scenario.name).into())
            }));
        }
    }
    run(&record::one_at_a_time(Arguments::from_args()), trials).exit_code()
}
