//! Workflows as commands: deploying with a way back, rotating keys, plans, runtimes, and what the token may do.

use std::fs;
use std::path::Path;

use spice_cloud_emulator::Progression;

use crate::shell::Shell;

const DESIRED: &str = "app:\n  name: fresh-app\n  region: us-east-1\n  spicepod:\n    version: v1\n    kind: Spicepod\n    name: fresh-app\n    params: {pass: '${secrets:PG_PASS}'}\nsecrets: [PG_PASS]\n";

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

#[test]
fn a_plan_is_read_applied_and_then_empty() {
    let shell = Shell::new();
    let folder = tempfile::tempdir().unwrap();
    let (file, values) = (path(folder.path(), "spice.yaml"), path(folder.path(), ".env"));
    fs::write(&file, DESIRED).unwrap();
    let lacking = shell.run(&format!("plan {file}")).ended(2);
    assert!(
        lacking.err.contains("set the variable PG_PASS") && lacking.err.contains("--env-file"),
        "{lacking:?}"
    );
    fs::write(&values, "PG_PASS='hush-hush-one'\n").unwrap();
    let plan = shell.run(&format!("plan {file} --env-file {values}")).ended(0);
    let expected = "+ app fresh-app in us-east-1\n~ app fresh-app: spicepod changes\n+ secret PG_PASS\n> deploy fresh-app: for the first time\n";
    assert_eq!(plan.out, expected);
    assert!(plan.err.contains(&format!("spice-cloud apply {file} --env-file {values}")), "{plan:?}");
    plan.hides("hush-hush-one");
    let checked = shell.run(&format!("plan {file} --env-file {values} --check")).ended(1);
    assert_eq!(checked.out, expected);
    assert!(checked.err.contains("4 change(s) would be made"), "{checked:?}");
    shell.run(&format!("apply {file} --env-file {values}")).ended(2);
    let dry = shell.run(&format!("apply {file} --env-file {values} --dry-run")).ended(0);
    assert!(dry.err.contains("the first change, on whose answer the others depend"), "{dry:?}");
    let applied = shell.run(&format!("apply {file} --env-file {values} --yes")).ended(0);
    assert!(
        applied.out.contains("succeeded") && applied.err.contains("spice.fingerprints.json"),
        "{applied:?}"
    );
    applied.hides("hush-hush-one");
    let prints = fs::read_to_string(folder.path().join("spice.fingerprints.json")).unwrap();
    assert!(!prints.contains("hush-hush-one"));
    let again = shell.run(&format!("plan {file} --env-file {values} --check")).ended(0);
    assert_eq!(again.out, "Nothing to change.\n");
    let json = shell.run(&format!("apply {file} --env-file {values} -o json")).ended(0);
    assert_eq!(json.json()["is_empty"], true);
    let shell = shell.at_a_terminal().typing("n\n");
    fs::write(&file, DESIRED.replace("us-east-1\n", "us-east-1\n  replicas: 2\n")).unwrap();
    let declined = shell.run(&format!("apply {file} --env-file {values}")).ended(1);
    assert!(declined.err.contains("replicas 1 → 2"), "{declined:?}");
}

#[test]
fn apps_that_come_on_standard_input_do_not_take_each_others_fingerprints() {
    let shell = Shell::new();
    let folder = tempfile::tempdir().unwrap();
    let (values, prints) = (path(folder.path(), "values.env"), path(folder.path(), "prints.json"));
    fs::write(&values, "PG_PASS='hush-hush-one'\n").unwrap();
    let desired = ["one-app", "two-app"].map(|app| DESIRED.replace("fresh-app", app));
    let options = format!("--env-file {values} --fingerprints {prints}");
    let mut shell = shell.with_variable("PRINTS_KEY", "another");
    for desired in &desired {
        shell = shell.typing(desired.as_str());
        shell.run(&format!("apply - {options} --yes")).ended(0);
    }
    for desired in &desired {
        shell = shell.typing(desired.as_str());
        let plan = shell.run(&format!("plan - {options}")).ended(0);
        assert_eq!(plan.out, "Nothing to change.\n");
    }
    // With another key nobody can tell whether the value is the same; a variable that is not set is none.
    let keyed = shell.run(&format!("plan - {options} --fingerprint-key PRINTS_KEY")).ended(0);
    assert!(keyed.out.contains("~ secret PG_PASS"), "{keyed:?}");
    let unset = shell.run(&format!("plan - {options} --fingerprint-key NOWHERE")).ended(2);
    assert!(unset.err.contains("NOWHERE"), "{unset:?}");
}

#[cfg(unix)]
#[test]
fn keys_are_rotated_by_commands_and_from_where_it_stopped() {
    let shell = Shell::new();
    let folder = tempfile::tempdir().unwrap();
    let (journal, vault) = (path(folder.path(), "journal.json"), path(folder.path(), "vault"));
    let app = "orders-api";
    let rotate = |distribute: &str, verify: &[&str]| {
        let base =
            ["keys", "rotate", app, "--distribute", distribute, "--journal", &journal, "--grace", "0.1"];
        shell.run_args(&[&base, verify].concat())
    };
    let before = shell.run("keys get orders-api --reveal -o json").ended(0).json();
    let stopped = rotate("echo the vault is closed >&2; cat >&2; exit 3", &[]).ended(1);
    assert!(stopped.err.contains("key 1 goes on working") && stopped.err.contains(&journal), "{stopped:?}");
    let between = shell.run("keys get orders-api --reveal -o json").ended(0).json();
    assert_eq!(between["api_key"], before["api_key"]);
    assert_ne!(between["api_key_2"], before["api_key_2"]);
    stopped.hides(between["api_key_2"].as_str().unwrap());
    assert!(
        fs::read_to_string(&journal).is_ok_and(|text| !text.contains(between["api_key_2"].as_str().unwrap()))
    );
    let done =
        rotate(&format!("cat > {vault}.$SPICE_KEY_SLOT"), &["--verify", "test -n \"$(cat)\""]).ended(0);
    let steps = "replaced key 2\ndistributed key 2\nverified key 2\nreplaced key 1\ndistributed key 1\nverified key 1\n";
    assert!(done.err.contains(steps) && done.err.contains("going on from"), "{done:?}");
    let after = shell.run("keys get orders-api --reveal -o json").ended(0).json();
    assert_eq!(
        after["api_key_2"], between["api_key_2"],
        "the key of the first try is not replaced once more"
    );
    assert_eq!(fs::read_to_string(format!("{vault}.1")).unwrap(), after["api_key"].as_str().unwrap());
    assert_eq!(fs::read_to_string(format!("{vault}.2")).unwrap(), after["api_key_2"].as_str().unwrap());
    assert!(!Path::new(&journal).exists());
    done.hides(after["api_key"].as_str().unwrap());
}

#[test]
fn a_deployment_that_fails_goes_back_when_that_is_asked_for() {
    let shell = Shell::new();
    shell.run("deploy orders-api --message good --until-ready").ended(0);
    let failing = Progression::script(["queued", "failed:unable_to_start"]).unwrap();
    shell.emulator.set_progression(None, failing);
    let failed = shell.run("deploy orders-api").ended(8);
    assert!(failed.err.contains("deployments rollback APP"), "{failed:?}");
    let failed = shell.run("deploy orders-api --rollback-on-failure --quiet -o json").ended(8);
    assert_eq!(failed.error()["rollback_to"]["commit_message"], "good");
    assert!(failed.error()["hint"].as_str().unwrap().contains("going back failed, too"), "{failed:?}");
    shell.emulator.set_progression(None, Progression::Immediate);
    let back = shell.run("deployments rollback orders-api").ended(0);
    assert!(back.out.contains("Roll back to deployment") && back.err.contains("which goes back"), "{back:?}");
    shell.run("deployments rollback orders-api --to 404404").ended(5);
}

#[test]
fn runtimes_answer_in_tables_and_in_data() {
    let shell = Shell::new();
    let rows = shell.run_args(&["runtime", "sql", "orders-api", "SELECT 1 AS one, 'a' AS letter"]).ended(0);
    assert_eq!(rows.out.lines().count(), 2, "{rows:?}");
    let lines = shell.run_args(&["runtime", "sql", "orders-api", "SELECT 1 AS one", "-o", "jsonl"]).ended(0);
    assert_eq!(lines.out, "{\"one\":1}\n");
    let none = shell.run_args(&["runtime", "sql", "orders-api", "SELECT 1 WHERE 0"]).ended(0);
    assert_eq!((none.out.as_str(), none.err.as_str()), ("", "no rows\n"));
    shell.run_args(&["runtime", "sql", "orders-api", "SELECT nowhere"]).ended(1);
    assert!(shell.run("runtime ready orders-api").ended(0).out.contains("ready"));
    shell.run("runtime health orders-api").ended(0);
    assert!(shell.run("runtime datasets orders-api").ended(0).out.contains("ready"));
    assert!(shell.run("runtime metrics orders-api").ended(0).out.contains("# TYPE"));
    assert!(shell.run("runtime search orders-api shipped").ended(0).out.contains("SCORE"));
    let said = shell.run("runtime chat orders-api hello --model any").ended(0);
    assert!(said.out.contains("hello") && said.out.ends_with('\n'), "{said:?}");
    let typed = Shell::new().typing("SELECT 7 AS seven");
    assert!(typed.run("runtime sql orders-api -").ended(0).out.contains("seven"));
}

#[test]
fn what_is_granted_is_known_before_anything_is_begun() {
    let shell = Shell::new().with_scopes(&["apps:read"]);
    assert!(shell.run("whoami").ended(0).out.contains("apps:read"));
    shell.run("require apps:read").ended(0);
    let unknown = shell.run("require apps:write").ended(0);
    assert!(unknown.err.contains("apps:write"), "{unknown:?}");
    let lacking = shell.run("require members:read").ended(4);
    assert!(lacking.err.contains("members:read"), "{lacking:?}");
    let found = shell.run("doctor").ended(0);
    assert!(found.out.contains("sign-in") && found.out.contains("plain HTTP"), "{found:?}");
    let mut shell = Shell::new();
    shell.client = shell.client.token("not-a-token");
    let found = shell.run("doctor").ended(1);
    assert!(found.out.contains("the token is refused"), "{found:?}");
}

#[test]
fn spicepods_and_secrets_are_compared() {
    let shell = Shell::new();
    let folder = tempfile::tempdir().unwrap();
    let file = path(folder.path(), "spicepod.yaml");
    fs::write(&file, "name: x\nparams: {a: '${secrets:NOT_THERE}'}\n").unwrap();
    let lint = shell.run(&format!("apps lint orders-api --spicepod {file}")).ended(1);
    assert!(lint.out.contains("NOT_THERE") && lint.out.contains("unused"), "{lint:?}");
    shell.run("apps lint orders-api").ended(0);
    shell.run("secrets drift orders-api").ended(0);
}

#[test]
fn drift_and_its_check_tell_by_their_exit_codes() {
    let shell = Shell::new().typing("hush-hush-two");
    shell.run("secrets drift orders-api --check").ended(0);
    shell.run("secrets set orders-api PG_PASS").ended(0);
    shell.run("secrets drift orders-api").ended(0);
    let drift = shell.run("secrets drift orders-api --check").ended(1);
    assert!(drift.out.contains("PG_PASS"), "{drift:?}");
    assert!(
        drift.err.contains("newer than what runs") && drift.err.contains("deploy orders-api"),
        "{drift:?}"
    );
}
