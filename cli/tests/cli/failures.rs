//! How failures are told, and their exit codes.

use std::io::{self, Write};

use serde_json::json;

use crate::shell::Shell;

#[test]
fn an_error_is_a_line_and_a_hint() {
    let shell = Shell::new();
    let missing = shell.run("apps get 999999").ended(5);
    assert_eq!(missing.out, "");
    let lines: Vec<&str> = missing.err.lines().collect();
    assert_eq!(lines.len(), 2, "{missing:?}");
    assert!(
        lines[0].starts_with("error: NotFound (404): ") && lines[0].contains("GET /v1/apps/{app_id}"),
        "{missing:?}"
    );
    assert!(lines[1].starts_with("hint: ") && lines[1].contains("`spice-cloud apps list`"), "{missing:?}");
}

#[test]
fn programs_get_errors_as_json() {
    let shell = Shell::new();
    let error = shell.run("apps get 999999 -o json").ended(5).error();
    assert_eq!(error["kind"], "NotFound");
    assert_eq!(error["code"], "SPICE_NOT_FOUND");
    assert_eq!(error["status"], 404);
    assert_eq!(error["operation"], "apps.get");
    assert_eq!(error["attempts"][0]["outcome"], "NotFound");
    assert!(error["request_id"].is_string() && error["hint"].is_string(), "{error}");
    let error = shell.run("apps get no-such-app -o json").ended(5).error();
    assert_eq!((&error["kind"], &error["exit_code"]), (&"NotFound".into(), &5.into()));
    let error = shell.run("apps frobnicate -o json").ended(2).error();
    assert_eq!(error["kind"], "UsageError");
    assert!(error["message"].as_str().unwrap().contains("frobnicate"), "{error}");
}

#[test]
fn input_that_is_not_sent_is_wrong_use() {
    let shell = Shell::new();
    let refused = shell.run("apps create abc").ended(2);
    assert!(refused.err.contains("name") && !refused.err.contains("validate("), "{refused:?}");
    assert!(shell.routes().is_empty());
    shell.run("--timeout 0 apps list").ended(2);
    shell.run("--base-url http://example.com apps list").ended(2);
    shell.run("").ended(2);
    shell.run("apps").ended(2);
}

#[test]
fn a_bad_token_is_not_authentication() {
    let mut shell = Shell::new();
    shell.client = shell.client.token("spice_pat_that_nobody_gave");
    let refused = shell.run("apps list").ended(3);
    refused.hides("spice_pat_that_nobody_gave");
    // The same code for a token that could not even be sent.
    shell.client = shell.client.token("two words");
    shell.run("apps list").ended(3).hides("two words");
}

#[test]
fn a_token_that_may_not_do_it_says_what_it_lacks() {
    let shell = Shell::new().with_scopes(&["apps:read"]);
    shell.run("apps list").ended(0);
    let refused = shell.run("apps create fresh-app -o json").ended(4).error();
    assert_eq!(refused["required_scope"], "apps:write");
}

#[test]
fn too_many_requests_and_unclear_outcomes_have_their_codes() {
    let shell = Shell::new();
    shell
        .emulator
        .add_fault(json!({
            "match": { "method": "GET", "path": "/v1/regions" }, "do": { "kind": "status", "status": 429 }
        }))
        .unwrap();
    shell.run("regions").ended(7);
    for (method, fault) in
        [("POST", json!({ "kind": "bad_json" })), ("GET", json!({ "kind": "status", "status": 403 }))]
    {
        let rule = json!({ "match": { "method": method, "path": "/v1/apps" }, "do": fault });
        shell.emulator.add_fault(rule).unwrap();
    }
    let unclear = shell.run("apps create fresh-app").ended(10);
    assert!(unclear.err.contains("hint: "), "{unclear:?}");
}

#[test]
fn help_and_version_are_data() {
    let shell = Shell::new();
    let help = shell.run("--help").ended(0);
    assert!(help.out.contains("Exit codes:") && help.out.contains("deployments"), "{help:?}");
    assert_eq!(help.err, "");
    assert!(shell.run("--version").ended(0).out.starts_with("spice-cloud "));
    assert!(!shell.run("secrets set --help").ended(0).out.contains("VALUE]"));
}

/// A pipe that nobody reads any more.
struct Closed(io::ErrorKind);

impl Write for Closed {
    fn write(&mut self, _bytes: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

#[test]
fn whoever_closes_the_pipe_has_seen_enough() {
    let shell = Shell::new();
    for args in [&["apps", "list"][..], &["--help"]] {
        let mut err = Vec::new();
        let code = shell.run_into(args, &mut Closed(io::ErrorKind::BrokenPipe), &mut err);
        assert_eq!((code, String::from_utf8(err).unwrap().as_str()), (0, ""));
        let mut err = Vec::new();
        assert_eq!(shell.run_into(args, &mut Closed(io::ErrorKind::StorageFull), &mut err), 1);
        assert!(String::from_utf8(err).unwrap().contains("could not be written"));
    }
    // Without a place for words the exit code still tells.
    let code =
        shell.run_into(&["apps", "get", "999999"], &mut io::sink(), &mut Closed(io::ErrorKind::BrokenPipe));
    assert_eq!(code, 5);
}

#[test]
fn refused_credentials_come_with_the_places_that_were_looked_at() {
    let mut shell = Shell::new().with_variable("SPICE_CLOUD_PAT", "canary-of-a-token");
    shell.client = shell.client.token("canary-of-a-token");
    let refused = shell.run("apps list").ended(3);
    assert!(refused.err.contains("SPICE_API_TOKEN, SPICE_CLOUD_PAT (set), "), "{refused:?}");
    refused.hides("canary-of-a-token");
    let refused = Shell::new().with_scopes(&["apps:read"]).run("apps create fresh-app").ended(4);
    assert!(refused.err.contains("apps:write") && refused.err.contains("SPICE_CLIENT_ID"), "{refused:?}");
}
