//! `deploy` and `deployments`.

use std::io::{self, Write};
use std::time::Duration;

use spice_cloud_cli::Cancel;
use spice_cloud_emulator::Progression;

use crate::shell::Shell;

#[test]
fn a_deployment_is_followed_to_its_end() {
    let shell = Shell::new();
    let line = "deploy orders-api --branch main --commit-sha abc123 -m Nightly --image-tag 1.5.0-models --replicas 2";
    let deployed =
        shell.run_args(&[&line.split(' ').collect::<Vec<_>>()[..], &["-o", "json"]].concat()).ended(0);
    let deployment = deployed.json();
    assert_eq!(deployment["status"], "succeeded");
    assert_eq!((&deployment["branch"], &deployment["commit_message"]), (&"main".into(), &"Nightly".into()));
    assert!(
        deployed.err.contains("started deployment") && deployed.err.contains("s  succeeded"),
        "{deployed:?}"
    );
    let table = shell.run("deploy orders-api").ended(0).out;
    assert!(table.contains("status") && table.contains("succeeded"), "{table}");
    assert_eq!(shell.run("deploy orders-api --quiet").ended(0).err, "");
}

#[test]
fn a_terminal_sees_movement_and_no_trace_of_it() {
    let shell = Shell::new().at_a_terminal();
    shell.emulator.set_progression(
        None,
        Progression::After { queued: Duration::from_millis(5), in_progress: Duration::from_millis(5) },
    );
    let deployed = shell.run("deploy orders-api").ended(0);
    assert!(deployed.err.contains('\r'), "{deployed:?}");
    assert!(deployed.out.contains("\u{1b}["), "a status has a colour: {deployed:?}");
    let plain = shell.with_variable("NO_COLOR", "1").run("deploy orders-api").ended(0);
    assert!(!plain.out.contains('\u{1b}') && !plain.err.contains('\u{1b}'), "{plain:?}");
}

#[test]
fn a_deployment_is_started_and_waited_for_later() {
    let shell = Shell::new();
    let started = shell.run("deploy orders-api --detach -o json").ended(0);
    let deployment = started.json();
    assert_eq!(deployment["status"], "queued");
    let wait = format!("spice-cloud deployments wait orders-api {}", deployment["id"]);
    assert!(started.err.contains(&wait), "{started:?}");
    let finished = shell.run(&format!("{} -o json", wait.trim_start_matches("spice-cloud "))).ended(0).json();
    assert_eq!((&finished["id"], &finished["status"]), (&deployment["id"], &"succeeded".into()));
    let seen = shell.run(&format!("deployments get orders-api {} -o json", deployment["id"])).ended(0).json();
    assert_eq!(seen, finished);
    shell.run("deploy orders-api --detach --wait").ended(2);
    shell.run("deployments get orders-api 999999").ended(5);
}

#[test]
fn deployments_are_listed_newest_first() {
    let shell = Shell::new();
    let all = shell.run("deployments list orders-api -o json").ended(0).json();
    let ids: Vec<i64> = all.as_array().unwrap().iter().map(|one| one["id"].as_i64().unwrap()).collect();
    assert!(ids.len() > 1 && ids.is_sorted_by(|one, next| one > next), "{ids:?}");
    assert_eq!(
        shell.run("deployments list orders-api --limit 1 -o json").json().as_array().unwrap().len(),
        1
    );
    let failed = shell.run("deployments list fraud-signals --status failed").ended(0).out;
    assert!(failed.contains("failed") && failed.contains("insufficient_memory"), "{failed}");
    let none = shell.run("deployments list fraud-signals --status broken").ended(0);
    assert!(none.err.contains("broken") && none.err.contains("in_progress"), "{none:?}");
}

#[test]
fn a_failure_says_why_and_ends_with_eight() {
    let shell = Shell::new();
    shell.emulator.set_progression(None, Progression::Immediate.failing("unable_to_start"));
    let failed = shell.run("deploy orders-api").ended(8);
    assert!(failed.err.contains("unable_to_start") && failed.err.contains("hint: "), "{failed:?}");
    assert_eq!(failed.out, "");
    let failed = shell.run("deploy orders-api --quiet -o json").ended(8).error();
    assert_eq!((&failed["kind"], &failed["exit_code"]), (&"DeploymentFailed".into(), &8.into()));
    assert_eq!(failed["deployment"]["error_code"], "unable_to_start");
}

#[test]
fn another_deployment_at_a_time_is_a_conflict() {
    let shell = Shell::new();
    shell.emulator.set_progression(None, Progression::Manual);
    shell.run("deploy orders-api --detach").ended(0);
    let refused = shell.run("deploy orders-api").ended(6);
    assert!(refused.err.contains("spice-cloud deployments wait APP ID"), "{refused:?}");
}

#[test]
fn a_wait_has_a_limit_and_says_how_to_go_on() {
    let shell = Shell::new();
    shell.emulator.set_progression(None, Progression::Manual);
    let tired = shell.run("deploy orders-api --wait-timeout 0.01").ended(9);
    assert!(tired.err.contains("goes on: spice-cloud deployments wait orders-api "), "{tired:?}");
    shell.run("deploy orders-api --wait-timeout 0").ended(2);
}

/// Cancels as soon as a word is written.
struct CancelsAt {
    word: &'static str,
    cancel: Cancel,
    written: Vec<u8>,
}

impl Write for CancelsAt {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.written.extend_from_slice(bytes);
        if String::from_utf8_lossy(&self.written).contains(self.word) {
            self.cancel.cancel();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_interrupted_wait_leaves_the_deployment_alone() {
    let shell = Shell::new();
    shell.emulator.set_progression(None, Progression::Manual);
    let mut err = CancelsAt { word: "s  queued", cancel: shell.cancel.clone(), written: Vec::new() };
    let code = shell.run_into(&["deploy", "orders-api"], &mut io::sink(), &mut err);
    let words = String::from_utf8(err.written).unwrap();
    assert_eq!(code, 130, "{words}");
    assert!(words.contains("the deployment goes on: spice-cloud deployments wait orders-api "), "{words}");
}

#[test]
fn what_is_cancelled_before_it_began_sends_nothing() {
    let shell = Shell::new();
    shell.cancel.cancel();
    shell.run("apps list").ended(130);
    shell.run("apps delete 1 --yes").ended(130);
    assert!(shell.routes().is_empty());
}

#[test]
fn each_step_of_a_deployment_is_a_result() {
    let shell = Shell::new();
    let id = shell.run("deploy orders-api --detach -o json").ended(0).json()["id"].clone();
    let lines = shell.run(&format!("deployments watch orders-api {id} -o jsonl")).ended(0).out;
    let events: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(events.last().unwrap()["deployment"]["status"], "succeeded", "{lines}");
    let whole = shell.run(&format!("deployments watch orders-api {id} -o json")).ended(0).json();
    assert_eq!(whole[0]["deployment"]["id"], id);
    let table = shell.run(&format!("deployments watch orders-api {id}")).ended(0);
    assert!(table.out.contains("s  succeeded") && table.err.is_empty(), "{table:?}");
    shell.emulator.set_progression(None, Progression::Immediate.failing("unable_to_start"));
    let id = shell.run("deploy orders-api --detach -o json").ended(0).json()["id"].clone();
    let failed = shell.run(&format!("deployments watch orders-api {id}")).ended(8);
    assert!(failed.out.contains("s  failed"), "{failed:?}");
    shell.emulator.set_progression(None, Progression::Manual);
    let id = shell.run("deploy orders-api --detach -o json").ended(0).json()["id"].clone();
    let tired = shell.run(&format!("deployments watch orders-api {id} --wait-timeout 0.01")).ended(9);
    assert!(tired.err.contains("goes on: spice-cloud deployments wait orders-api "), "{tired:?}");
}
