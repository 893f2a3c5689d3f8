//! Plays every scenario with both clients: one test result for each.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial, run};
use spice_cloud_tests::call::Kind;
use spice_cloud_tests::files;
use spice_cloud_tests::scenario::{Scenario, play};

fn main() -> ExitCode {
    let documents = files::documents("tests/scenarios").expect("the scenarios can be read");
    let mut trials = Vec::new();
    for document in documents {
        let scenario = Scenario::read(&document.value);
        for kind in Kind::ALL {
            let scenario = scenario.clone();
            trials.push(Trial::test(
                format!("{} with the {} client", document.name, kind.name()),
                move || {
                    let scenario = scenario?;
                    play(&scenario, kind).map_err(|words| format!("{}\n{words}", scenario.name).into())
                },
            ));
        }
    }
    run(&Arguments::from_args(), trials).exit_code()
}
