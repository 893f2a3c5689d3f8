//! The native channel, driven as a C program would: texts and numbers in, texts and numbers out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use spice_cloud::ProvidedToken;
use spice_cloud::channel::{Answer, Call, Session, Step};
use spice_cloud_emulator::{Emulator, MintToken, Progression, Seed};

/// All that a binding has to write: handles for sessions and calls, and a loop.
#[derive(Default)]
struct Driver {
    sessions: Mutex<HashMap<u32, Session>>,
    calls: Mutex<HashMap<u32, std::sync::Arc<Call>>>,
}

impl Driver {
    fn open(&self, handle: u32, options: &str) -> Result<(), String> {
        let session = Session::open(options).map_err(|error| serde_json::to_string(&error).unwrap())?;
        self.sessions.lock().unwrap().insert(handle, session);
        Ok(())
    }

    fn close(&self, handle: u32) {
        self.sessions.lock().unwrap()[&handle].close();
    }

    fn start(&self, session: u32, handle: u32, operation: &str, parameters: &str) {
        let call = self.sessions.lock().unwrap()[&session].call(operation, parameters);
        self.calls.lock().unwrap().insert(handle, call.into());
    }

    /// The next step as a text; nothing when the time is up.
    fn step(&self, handle: u32, millis: u64) -> Option<String> {
        let call = std::sync::Arc::clone(&self.calls.lock().unwrap()[&handle]);
        Some(match call.wait(Duration::from_millis(millis))? {
            Step::Done(value) => format!("done {}", value.to_json().unwrap()),
            Step::Failed(error) => format!("failed {}", serde_json::to_string(&error).unwrap()),
            Step::Event(event) => format!("event {}", event.to_json().unwrap()),
            Step::NeedToken => "token".to_owned(),
            other => panic!("{other:?}"),
        })
    }

    fn token(&self, handle: u32, token: &str) {
        self.calls.lock().unwrap()[&handle].answer(Answer::Token(ProvidedToken::new(token)));
    }

    fn no_token(&self, handle: u32, words: &str) {
        self.calls.lock().unwrap()[&handle].answer(Answer::Failed(words.to_owned()));
    }

    fn cancel(&self, handle: u32) {
        self.calls.lock().unwrap()[&handle].cancel();
    }

    fn free(&self, handle: u32) {
        self.calls.lock().unwrap().remove(&handle);
    }
}

const LONG: u64 = 20_000;

fn options(emulator: &Emulator) -> Value {
    json!({ "base_url": emulator.url(), "token": emulator.token(), "time_scale": 100 })
}

/// A driver with session 1 open.
fn driver(options: &Value) -> Driver {
    let driver = Driver::default();
    driver.open(1, &options.to_string()).unwrap();
    driver
}

/// Makes a call and gives its last step, parsed.
fn last(driver: &Driver, handle: u32, operation: &str, parameters: &Value) -> (String, Value, Vec<Value>) {
    driver.start(1, handle, operation, &parameters.to_string());
    let mut events = Vec::new();
    loop {
        let step = driver.step(handle, LONG).expect("a step in time");
        let (kind, text) = step.split_once(' ').unwrap();
        let value = serde_json::from_str(text).unwrap();
        if kind == "event" {
            events.push(value);
            continue;
        }
        driver.free(handle);
        return (kind.to_owned(), value, events);
    }
}

#[test]
fn operations_are_called_by_name_with_data() {
    let emulator = Emulator::builder().start().unwrap();
    let driver = driver(&options(&emulator));

    let (kind, created, _) =
        last(&driver, 1, "apps.create", &json!({"body": {"name": "driven", "region": "us-west-2"}}));
    assert_eq!((kind.as_str(), &created["value"]["name"]), ("done", &json!("driven")));
    assert_eq!(created["meta"]["attempts"], 1);
    let path = json!({"app_id": created["value"]["id"]});

    let (_, keys, _) = last(&driver, 2, "api_keys.get", &json!({"path": path}));
    assert!(
        keys["value"]["api_key"].as_str().unwrap().starts_with("spice_emu_key"),
        "hosts wrap secrets themselves"
    );

    let set = json!({"path": path, "body": {"name": "PG_PASS", "value": "canary-value"}});
    assert_eq!(last(&driver, 3, "secrets.set", &set).1["value"]["name"], "PG_PASS");

    let clear = json!({"path": path, "body": {"image_tag": null, "description": "by a driver"}});
    assert_eq!(last(&driver, 4, "apps.update", &clear).1["value"]["description"], "by a driver");

    let raw = json!({"raw": {"method": "get", "path": "/v1/limits"}});
    assert_eq!(last(&driver, 5, "request", &raw).1["value"]["status"], 200);
    assert_eq!(last(&driver, 6, "apps.find", &json!({"name": "DRIVEN"})).1["value"]["name"], "driven");
    assert_eq!(last(&driver, 7, "apps.find", &json!({"name": "nobody"})).1["value"], Value::Null);

    let (kind, deleted, _) = last(&driver, 8, "apps.delete", &json!({"path": path}));
    assert_eq!((kind.as_str(), &deleted["value"]), ("done", &Value::Null));
}

#[test]
fn bodies_of_hosts_are_checked_and_named_for_the_wire() {
    let emulator = Emulator::builder().start().unwrap();
    let driver = driver(&options(&emulator));
    let resources = json!({"limits": {"cpu": "1", "ephemeral_storage": "1Gi"}});
    let body = json!({"name": "driven", "region": "us-west-2", "resources": resources});
    let (_, created, _) = last(&driver, 1, "apps.create", &json!({ "body": body }));
    assert!(created["value"]["id"].is_i64(), "{created}");
    let sent = &emulator.requests()[0].body["resources"]["limits"];
    assert_eq!(sent, &json!({"cpu": "1", "ephemeral-storage": "1Gi"}));

    emulator.clear_requests();
    for (field, value, problem) in [
        ("name", json!(5), "must be text, not a number"),
        ("replicas", json!("two"), "must be a whole number, not text"),
        ("replicas", json!(1.5), "must be a whole number, not a number"),
        ("storage_size_gb", json!(true), "must be a number, not true or false"),
        ("tags", json!({"team": ["a"]}), "must be text, not a list"),
        ("tags", json!([]), "must be an object, not a list"),
        ("resources", json!("large"), "must be an object, not text"),
        ("resources", json!({"limits": 5}), "cannot be read at `limits`"),
    ] {
        let mut body = json!({"name": "driven", "region": "us-west-2"});
        body[field] = value;
        let (kind, error, _) = last(&driver, 2, "apps.create", &json!({ "body": body }));
        assert_eq!((kind.as_str(), &error["kind"]), ("failed", &json!("ValidationError")), "{body}");
        let told = error["field_errors"][field][0].as_str().unwrap_or_default();
        assert!(told.starts_with(problem), "{body}: {error}");
    }
    let roles = json!({"body": {"username": "grace", "roles": ["admin", 1]}});
    let (_, error, _) = last(&driver, 3, "members.add", &roles);
    assert_eq!(error["field_errors"]["roles"][0], "must be text, not a number");
    assert!(emulator.requests().is_empty(), "nothing was sent");
}

#[test]
fn models_are_read_as_answers_are() {
    let read = spice_cloud::channel::read("App", r#"{"id":"7","name":"a","later":1}"#).unwrap();
    let read: Value = serde_json::from_str(&read.to_json().unwrap()).unwrap();
    assert_eq!((&read["value"]["id"], &read["value"]["later"]), (&json!(7), &json!(1)));
}

#[test]
fn a_cancelled_change_is_logged() {
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", server.local_addr().unwrap());
    let session = Session::open(&json!({ "base_url": url, "token": "example-1" }).to_string()).unwrap();
    session.set_log_level("warn").unwrap();
    let call = session.call("apps.create", r#"{"body":{"name":"driven"}}"#);
    assert!(call.wait(Duration::ZERO).is_none());
    // The server has the request, and never answers.
    let (mut peer, _) = server.accept().unwrap();
    std::io::Read::read_exact(&mut peer, &mut [0; 4]).unwrap();
    call.cancel();
    assert!(session.has_log());
    let line: Value = serde_json::from_str(&session.drain_log()[0]).unwrap();
    assert_eq!((&line["event"], &line["operation"]), (&json!("cancelled"), &json!("apps.create")));
}

#[test]
fn what_became_of_a_cancelled_change_is_found_out_later() {
    let emulator = Emulator::builder().seed(Seed::Demo).progression(Progression::Manual).start().unwrap();
    let options = json!({ "base_url": emulator.url(), "token": emulator.token() });
    let session = Session::open(&options.to_string()).unwrap();
    let created = session.call("apps.create", r#"{"body":{"name":"driven"}}"#).wait(Duration::from_secs(20));
    let Some(Step::Done(created)) = created else { panic!("{created:?}") };
    let created: Value = serde_json::from_str(&created.to_json().unwrap()).unwrap();
    let path = json!({ "app_id": created["value"]["id"] });
    let manifest = json!({ "path": path, "body": { "spicepod": "version: v1\nkind: Spicepod\nname: x\n" } });
    assert!(session.call("apps.update", manifest.to_string()).wait(Duration::from_secs(20)).is_some());
    let lost = json!({ "match": { "method": "POST" }, "do": { "kind": "hang", "after_commit": true } });
    emulator.add_fault(lost).unwrap();

    let call = session.call("deployments.create", json!({ "path": path, "body": {} }).to_string());
    assert!(call.wait(Duration::ZERO).is_none());
    let began = Instant::now();
    let started = || {
        let state = emulator.state();
        let apps = state["apps"].as_array().unwrap();
        let app = apps.iter().find(|app| app["id"] == path["app_id"]).unwrap();
        app["deployments"][0]["id"].clone()
    };
    while started().is_null() {
        assert!(began.elapsed() < Duration::from_secs(20), "the deployment is not started");
        std::thread::yield_now();
    }
    call.cancel();
    let Some(Step::Failed(error)) = call.wait(Duration::from_secs(20)) else { panic!("not cancelled") };
    let error = serde_json::to_value(&error).unwrap();
    assert_eq!((&error["kind"], &error["operation"]), (&json!("Cancelled"), &json!("deployments.create")));
    assert_eq!(error["request_may_have_been_sent"], true);

    let settled = session.call("reconcile", json!({ "change": error["change"] }).to_string());
    let Some(Step::Done(settled)) = settled.wait(Duration::from_secs(20)) else { panic!("not settled") };
    let settled: Value = serde_json::from_str(&settled.to_json().unwrap()).unwrap();
    assert_eq!(settled["value"]["id"], started());
}

#[test]
fn a_thread_that_waits_learns_that_another_gave_the_call_up() {
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", server.local_addr().unwrap());
    let session = Session::open(&json!({ "base_url": url, "token": "example-1" }).to_string()).unwrap();
    let call = session.call("regions.list", "{}");
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| call.wait(Duration::from_secs(20)));
        // The request is there, so the thread waits for its answer.
        let (mut peer, _) = server.accept().unwrap();
        std::io::Read::read_exact(&mut peer, &mut [0; 4]).unwrap();
        call.cancel();
        let Some(Step::Failed(error)) = waiting.join().unwrap() else { panic!("it did not fail") };
        assert_eq!(error.kind(), spice_cloud::ErrorKind::Cancelled);
    });
}

#[test]
fn lists_are_events_page_by_page() {
    let emulator = Emulator::builder().seed(Seed::Demo).start().unwrap();
    let driver = driver(&options(&emulator));
    let (kind, _, pages) = last(&driver, 1, "apps.list", &json!({"page_size": 10}));
    let sizes: Vec<usize> = pages.iter().map(|page| page["items"].as_array().unwrap().len()).collect();
    assert_eq!((kind.as_str(), sizes), ("done", vec![10, 10, 5]));
    assert!(pages[0]["meta"]["request_id"].is_string());

    let (_, _, pages) = last(&driver, 2, "apps.list", &json!({"page_size": 10, "limit": 12}));
    assert_eq!(pages.iter().map(|page| page["items"].as_array().unwrap().len()).sum::<usize>(), 12);

    // A host that stops asking causes no further requests.
    emulator.clear_requests();
    driver.start(1, 3, "apps.list", &json!({"page_size": 5}).to_string());
    assert!(driver.step(3, LONG).unwrap().starts_with("event"));
    driver.free(3);
    assert!(emulator.requests().len() <= 2, "one page was asked for, and the next may be on its way");
}

#[test]
fn a_deployment_is_told_step_by_step() {
    let emulator = Emulator::builder().progression(Progression::Immediate).start().unwrap();
    let driver = driver(&options(&emulator));
    let created = last(&driver, 1, "apps.create", &json!({"body": {"name": "driven"}})).1;
    let path = json!({"app_id": created["value"]["id"]});
    let spicepod = json!({"version": "v1", "kind": "Spicepod", "name": "driven"});
    last(&driver, 2, "apps.update", &json!({"path": path, "body": {"spicepod": spicepod}}));
    let parameters =
        json!({"path": path, "body": {"branch": "main"}, "wait": {"timeout": 60, "poll_interval": 0.5}});
    let (kind, done, events) = last(&driver, 3, "deployments.deploy", &parameters);
    assert_eq!((kind.as_str(), &done["value"]["status"]), ("done", &json!("succeeded")));
    let told: Vec<&str> =
        events.iter().map(|event| event["deployment"]["status"].as_str().unwrap()).collect();
    assert_eq!(told, ["queued", "succeeded"]);
}

#[test]
fn mistakes_are_errors_with_everything_that_is_known() {
    let emulator = Emulator::builder().start().unwrap();
    let driver = driver(&options(&emulator));
    let failed = |handle, operation: &str, parameters: Value| {
        let (kind, error, _) = last(&driver, handle, operation, &parameters);
        assert_eq!(kind, "failed", "{error}");
        error
    };
    let missing = failed(1, "apps.get", json!({"path": {"app_id": 999_999}}));
    assert_eq!((&missing["kind"], &missing["status"]), (&json!("NotFound"), &json!(404)));
    assert_eq!(missing["attempts"].as_array().unwrap().len(), 1);

    emulator.clear_requests();
    for (handle, operation, parameters) in [
        (2, "apps.destroy", json!({})),
        (3, "oauth.token", json!({})),
        (4, "apps.get", json!({})),
        (5, "apps.get", json!({"path": {"app_id": true}})),
        (6, "apps.create", json!({"body": {"name": "x"}})),
        (7, "apps.create", json!({"unheard_of": 1})),
        (8, "request", json!({"raw": {"method": "BREW", "path": "/"}})),
        (9, "deployments.wait", json!({"path": {"app_id": 1, "deployment_id": 2}, "wait": {"timeout": -1}})),
    ] {
        assert_eq!(failed(handle, operation, parameters)["kind"], "ValidationError", "{operation}");
    }
    assert!(emulator.requests().is_empty(), "nothing of it was sent");
    let unreadable = r#"{"body": {"value": "canary-value""#;
    driver.start(1, 10, "secrets.set", unreadable);
    let told = driver.step(10, LONG).unwrap();
    assert!(told.contains("ValidationError") && !told.contains("canary"), "{told}");
    assert!(driver.open(2, r#"{"token": "t", "colour": "red"}"#).unwrap_err().contains("ConfigError"));
}

#[test]
fn the_host_gives_tokens() {
    let emulator = Emulator::builder().start().unwrap();
    let driver = driver(&json!({ "base_url": emulator.url(), "token_provider": true }));
    driver.start(1, 1, "orgs.list", "{}");
    assert_eq!(driver.step(1, LONG).unwrap(), "token");
    driver.token(1, "spice_emu_pat_wrong");
    // Refused: the host is asked once more, and the call is replayed.
    assert_eq!(driver.step(1, LONG).unwrap(), "token");
    driver.token(1, &emulator.mint(MintToken::new()));
    assert!(driver.step(1, LONG).unwrap().starts_with("done"));

    driver.start(1, 2, "orgs.list", "{}");
    assert_eq!(driver.step(2, LONG).unwrap(), "token");
    driver.no_token(2, "the vault is closed");
    let failed = driver.step(2, LONG).unwrap();
    assert!(failed.contains("ConfigError") && failed.contains("the vault is closed"), "{failed}");
}

#[test]
fn a_host_that_goes_away_leaves_the_question_to_another() {
    let emulator = Emulator::builder().start().unwrap();
    let driver = driver(&json!({ "base_url": emulator.url(), "token_provider": true }));
    driver.start(1, 1, "orgs.list", "{}");
    assert_eq!(driver.step(1, LONG).unwrap(), "token");
    driver.start(1, 2, "orgs.list", "{}");
    assert_eq!(driver.step(2, 50), None, "it waits for the token that the first call fetches");
    driver.cancel(1);
    assert_eq!(driver.step(2, LONG).unwrap(), "token");
    driver.token(2, emulator.token());
    assert!(driver.step(2, LONG).unwrap().starts_with("done"));
}

#[test]
fn a_call_can_be_cancelled_at_any_time() {
    let emulator = Emulator::builder().start().unwrap();
    let driver = driver(&options(&emulator));
    driver.start(1, 1, "orgs.list", "{}");
    driver.cancel(1);
    assert!(driver.step(1, LONG).unwrap().contains("\"kind\":\"Cancelled\""));
    assert!(emulator.requests().is_empty(), "it was never sent");

    emulator.add_fault(json!({"match": {"method": "POST"}, "do": {"kind": "delay", "ms": 30_000}})).unwrap();
    driver.start(1, 2, "apps.create", r#"{"body": {"name": "driven"}, "options": {"timeout": 3600}}"#);
    assert_eq!(driver.step(2, 200), None);
    let began = Instant::now();
    driver.cancel(2);
    driver.cancel(2);
    let told = driver.step(2, LONG).unwrap();
    assert!(told.contains("\"request_may_have_been_sent\":true"), "{told}");
    assert!(began.elapsed() < Duration::from_secs(5));
    assert!(driver.step(2, LONG).unwrap().contains("Cancelled"), "it stays cancelled");
}

#[test]
fn closing_ends_what_runs_and_what_comes() {
    let emulator = Emulator::builder().start().unwrap();
    let driver = driver(&options(&emulator));
    emulator
        .add_fault(json!({"match": {"path": "/v1/orgs"}, "do": {"kind": "delay", "ms": 30_000}}))
        .unwrap();
    driver.start(1, 1, "orgs.list", r#"{"options": {"timeout": 3600}}"#);
    assert_eq!(driver.step(1, 200), None);
    driver.close(1);
    driver.close(1);
    assert!(driver.step(1, LONG).unwrap().contains("ClientClosed"));
    assert_eq!(last(&driver, 2, "regions.list", &json!({})).1["kind"], "ClientClosed");
}

#[test]
fn many_threads_share_a_session() {
    let emulator = Emulator::builder().seed(Seed::Demo).start().unwrap();
    let driver = driver(&options(&emulator));
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let driver = &driver;
            scope.spawn(move || {
                for number in 0..10 {
                    let (kind, ..) = last(driver, thread * 100 + number, "regions.list", &json!({}));
                    assert_eq!(kind, "done");
                }
            });
        }
    });
    assert_eq!(emulator.requests().len(), 80);
}

#[test]
fn the_hosts_logger_learns_routes_and_never_values() {
    let emulator = Emulator::builder().start().unwrap();
    let mut options = options(&emulator);
    options["log"] = json!("debug");
    let driver = driver(&options);
    let created = last(&driver, 1, "apps.create", &json!({"body": {"name": "driven"}})).1;
    let fails_once =
        json!({"match": {"method": "POST"}, "do": {"kind": "status", "status": 500}, "times": 1});
    emulator.add_fault(fails_once).unwrap();
    let path = json!({"app_id": created["value"]["id"]});
    last(
        &driver,
        2,
        "secrets.set",
        &json!({"path": path, "body": {"name": "NAME", "value": "canary-value"}}),
    );

    let lines = driver.sessions.lock().unwrap()[&1].drain_log();
    let told: Vec<String> = lines
        .iter()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .map(|line| format!("{} {} {} {}", line["level"], line["event"], line["operation"], line["status"]))
        .map(|line| line.replace('"', ""))
        .collect();
    let expected =
        ["debug request apps.create 201", "info retry secrets.set 500", "debug request secrets.set 200"];
    assert_eq!(told, expected);
    let text = lines.concat();
    assert!(text.contains("/v1/apps/{app_id}/secrets"), "{text}");
    assert!(!text.contains("canary") && !text.contains(emulator.token()) && !text.contains("NAME"), "{text}");
    assert!(driver.sessions.lock().unwrap()[&1].drain_log().is_empty());
}
