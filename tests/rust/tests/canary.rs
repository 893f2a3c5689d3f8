//! Planted tokens, secrets and keys: a whole session is recorded at the finest level, and none of them may show.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::cell::Cell;
use std::fmt::{Debug, Display, Write as _};
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, Once, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use spice_cloud::{
    AttemptReport, ClientBuilder, CreateApp, CreateDeployment, Error, Method, Overrides, RawRequest,
    RegenerateApiKey, Secret, UpdateApp,
};
use spice_cloud_emulator::{Emulator, MintToken};
use spice_cloud_tests::answer;

/// Everything that was written in any way while this process ran.
static RECORD: Mutex<String> = Mutex::new(String::new());

fn write(text: &str) {
    RECORD.lock().unwrap_or_else(PoisonError::into_inner).push_str(text);
}

fn record() -> String {
    RECORD.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

struct Recorder;

impl io::Write for Recorder {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        write(&String::from_utf8_lossy(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl log::Log for Recorder {
    fn enabled(&self, _metadata: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, line: &log::Record<'_>) {
        write(&format!("LOG {} {}\n", line.target(), line.args()));
    }

    fn flush(&self) {}
}

/// Records both facades of logging at their finest level, and what panics say.
fn start_recording() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(tracing_subscriber::fmt::format::FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(|| Recorder)
            .init();
        log::set_logger(&Recorder).expect("no other logger is there");
        log::set_max_level(log::LevelFilter::Trace);
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if ON_PURPOSE.get() { write(&format!("PANIC {panic}\n")) } else { usual(panic) }
        }));
    });
}

thread_local! {
    static ON_PURPOSE: Cell<bool> = const { Cell::new(false) };
}

/// Panics, and records what the panic says.
fn write_panic(panics: impl FnOnce()) {
    ON_PURPOSE.set(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(panics));
    ON_PURPOSE.set(false);
    assert!(outcome.is_err(), "it was to panic");
}

/// The forms in which a planted text could show: as it is, in halves, and byte by byte as numbers.
fn forms(plant: &str) -> Vec<String> {
    let (first, second) = plant.split_at(plant.len() / 2);
    let numbers: Vec<String> = plant.bytes().take(12).map(|byte| byte.to_string()).collect();
    vec![plant.to_owned(), first.to_owned(), second.to_owned(), numbers.join(", ")]
}

/// Where planted texts show, with what stands around them.
fn shown(plants: &[String], text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for form in plants.iter().flat_map(|plant| forms(plant)) {
        if let Some(at) = text.find(&form) {
            let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
            let end = text[at..].find('\n').map_or(text.len(), |line| at + line);
            found.push(format!("{form} in: {}", text[start..end].chars().take(600).collect::<String>()));
        }
    }
    found
}

fn write_debug(what: &str, value: &impl Debug) {
    write(&format!("{what}: {value:?}\n{what}: {value:#?}\n"));
}

fn write_error(what: &str, error: &Error) {
    let mut text = format!("{what}: {error} {error:#}\n");
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        let _ = writeln!(text, "{what}: caused by {cause} {cause:?}");
        source = cause.source();
    }
    write(&text);
    write_debug(what, error);
    // As `unwrap` and `expect` of a result say it.
    write_panic(|| panic!("called `Result::unwrap()` on an `Err` value: {error:?}"));
}

/// What was planted, and an emulator that says it back.
struct Stage {
    emulator: Emulator,
    token: String,
    secret: String,
    keys: Vec<String>,
}

impl Stage {
    fn new(number: u32) -> Self {
        let emulator = Emulator::builder().random_seed(number.into()).start().expect("the emulator starts");
        let token = emulator.mint(MintToken::new().label("canary"));
        Self {
            emulator,
            token,
            secret: format!("{number}7h3qk9-canary-secret-x2m5w8z{number}"),
            keys: Vec::new(),
        }
    }

    fn builder(&self) -> ClientBuilder {
        let observer = |report: &AttemptReport<'_>| write_debug("observer", report);
        spice_cloud::Client::builder()
            .base_url(self.emulator.url())
            .token(self.token.as_str())
            .header("x-trace", "session")
            // Waits are short, limits as long as ever.
            .time_scale(100)
            .timeout(Duration::from_secs(6000))
            .attempt_timeout(Duration::from_secs(3000))
            .observer(observer)
    }

    /// Requests that match are answered with an error that repeats what the client has sent, instead of those that
    /// matched before.
    fn echo(&self, path: &str, secret: &str, status: u16, times: u32) {
        let token = &self.token;
        let body = json!({
            "error": format!("Bearer {token} may not store {secret}"),
            "code": format!("code-{token}"),
            "details": { "fieldErrors": { secret: [token, format!("not {secret}")] }, "formErrors": [secret] },
        });
        let fault = json!({
            "id": "echo", "match": { "method": "POST", "path": path }, "times": times,
            "do": { "kind": "status", "status": status, "body": body },
        });
        self.emulator.add_fault(fault).expect("a fault");
    }

    /// Requests that match are answered with this body.
    fn answer(&self, method: &str, path: &str, body: &Value, content_type: &str) {
        let fault = json!({
            "match": { "method": method, "path": path }, "times": 1,
            "do": { "kind": "status", "status": 200, "body": body, "headers": { "content-type": content_type } },
        });
        self.emulator.add_fault(fault).expect("a fault");
    }

    fn keep(&mut self, keys: &spice_cloud::ApiKeys) {
        write_debug("keys", keys);
        write(&format!("{}\n", serde_json::to_string(keys).expect("keys can be written")));
        let both = [&keys.api_key, &keys.api_key_2].into_iter().flatten();
        self.keys.extend(both.map(|key| key.reveal().to_owned()));
    }

    fn write_secret(value: &(impl Debug + Display)) {
        write(&format!("{value} {value:?} {value:>40}\n"));
    }

    fn plants(&self) -> Vec<String> {
        self.keys.iter().chain([&self.token, &self.secret]).cloned().collect()
    }
}

/// One session, for either client.
macro_rules! session {
    ($stage:ident, $client:ident, [$($wait:tt)*]) => {{
        write_debug("builder", &$stage.builder());
        write_debug("client", &$client);
        write_debug("resources", &($client.secrets(), $client.api_keys(), $client.apps()));
        let params = CreateApp::builder().name("sales-bi").description("Sales").tags([("team", "sales")]).build();
        write_debug("params", &(&params, UpdateApp::default(), CreateDeployment::default()));
        let app = $client.apps().create(params) $($wait)*.expect("the app is created");
        write_debug("app", &app);

        let secret = Secret::from($stage.secret.as_str());
        Stage::write_secret(&secret);
        let set = $client.secrets().set(&app, "PG_PASS", &secret) $($wait)*.expect("the secret is set");
        write_debug("secret", &set);
        let many = $client.secrets().set_many(&app, [("A", secret.clone()), ("B", secret.clone())]);
        write_debug("secrets", &many $($wait)*.expect("the secrets are set"));
        let keys = $client.api_keys().get(&app) $($wait)*.expect("the keys are read");
        $stage.keep(&keys);
        let second = RegenerateApiKey::builder().key_number(2).build();
        write_debug("params", &second);
        let keys = $client.api_keys().regenerate(&app, second) $($wait)*.expect("the key is replaced");
        $stage.keep(&keys);

        for (status, times) in [(400, 1), (401, 1), (403, 1), (409, 1), (418, 1), (422, 1), (429, 9), (500, 9)] {
            $stage.echo("/v1/apps/*/secrets", &$stage.secret, status, times);
            let error = $client.secrets().set(&app, "PG_PASS", &secret) $($wait)*.expect_err("the server refuses");
            assert!(error.to_string().contains("[redacted]"), "the server's words are kept without them: {error}");
            write_error("refused", &error);
        }
        $stage.echo("/v1/apps/*/deployments", "nothing", 503, 1);
        let error = $client.deployments().create(&app, CreateDeployment::default()) $($wait)*;
        write_error("ambiguous", &error.expect_err("nobody knows"));

        let token = $stage.token.clone();
        $stage.answer("GET", "/v1/regions", &json!(format!("<html>{token}</html>")), "text/html");
        write_error("page", &$client.regions().list() $($wait)*.expect_err("a page is no list"));
        $stage.answer("GET", "/v1/apps/*", &json!({ "id": token, "name": [token] }), "application/json");
        write_error("unreadable", &$client.apps().get(&app) $($wait)*.expect_err("it is no app"));
        let unreadable = json!({ "name": { "a": $stage.secret }, "value": $stage.secret });
        $stage.answer("POST", "/v1/apps/*/secrets", &unreadable, "application/json");
        let error = $client.secrets().set(&app, "PG_PASS", &secret) $($wait)*.expect_err("it is no secret");
        write_error("unreadable", &error);
        let keys = $stage.keys[0].clone();
        $stage.answer("GET", "/v1/apps/*/api-keys", &json!({ "api_key": [keys], "api_key_2": 7 }), "application/json");
        write_error("unreadable", &$client.api_keys().get(&app) $($wait)*.expect_err("these are no keys"));
        $stage.answer("GET", "/v1/apps/*/api-keys", &json!({ "api_key": keys, "api_key_3": keys }), "application/json");
        write_debug("keys", &$client.api_keys().get(&app) $($wait)*.expect("there are keys"));

        let error = $client.secrets().set(&app, "9-bad", &secret) $($wait)*.expect_err("the name is refused");
        write_error("invalid", &error);
        let request = RawRequest::new(Method::Post, "/v1/apps/1/secrets").body(json!({ "value": $stage.secret }));
        write_error("raw", &$client.request(request) $($wait)*.expect_err("there is no such app"));
        let raw = RawRequest::new(Method::Get, format!("/v1/apps/{}/api-keys", app.id));
        write_debug("answer", &$client.request(raw) $($wait)*.expect("there are keys"));

        write_panic(|| panic!("{:?} {:?} {app:?}", $client, secret));
        let wrong = Overrides::builder().headers(vec![("Authorization".to_owned(), token.clone())]).build();
        write_error("wrong", &$client.with_options(wrong).expect_err("the header is the SDK's"));
        $client.apps().delete(&app) $($wait)*.expect("the app is deleted");
    }};
}

/// Nothing of the plants in anything that was written, or that the emulator keeps.
fn assert_hidden(stage: &Stage) {
    let log = serde_json::to_string(&stage.emulator.requests()).expect("the log can be written");
    assert!(log.contains("/secrets"), "the log has the session: {log}");
    let kept = [("log", log), ("state", stage.emulator.state().to_string()), ("record", record())];
    for (what, text) in kept {
        let found = shown(&stage.plants(), &text);
        assert!(found.is_empty(), "{} in the {what}:\n  {}", found.len(), found.join("\n  "));
    }
}

#[test]
fn a_session_of_the_asynchronous_client_shows_nothing() {
    start_recording();
    let mut stage = Stage::new(1);
    let client = stage.builder().build().expect("a client");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async { session!(stage, client, [.await]) });
    assert_hidden(&stage);
}

#[test]
fn a_session_of_the_client_that_waits_shows_nothing() {
    start_recording();
    let mut stage = Stage::new(2);
    let client = stage.builder().build_blocking().expect("a client");
    session!(stage, client, []);
    assert_hidden(&stage);
}

/// Also a server's name for a request may be anything, such as what the client has sent.
#[test]
fn a_request_id_that_repeats_the_token_shows_nothing() {
    start_recording();
    let stage = Stage::new(3);
    for status in [200, 404] {
        let headers = [("x-request-id".to_owned(), stage.token.clone())];
        let url = answer::once(status, &headers, r#"{"status":"ok","error":"no"}"#).expect("a port");
        let client = stage.builder().base_url(url).max_retries(0).build_blocking().expect("a client");
        match client.request(RawRequest::new(Method::Get, "/v1/limits")) {
            Ok(answer) => write_debug("answer", &answer.meta),
            Err(error) => write_error("named", &error),
        }
    }
    let found = shown(&stage.plants(), &record());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What a raw request carries may be secret, as what its answer carries may be.
#[test]
fn the_body_of_a_raw_request_shows_nothing() {
    let plant = "4p8r6t-value-of-a-raw-request-1y9u3e".to_owned();
    let request = RawRequest::new(Method::Post, "/v1/apps/1/secrets").body(json!({ "value": plant }));
    let found = shown(&[plant], &format!("{request:?}"));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The search finds what is there, through each of the ways by which something is recorded.
#[test]
fn what_is_logged_is_found() {
    start_recording();
    let control = |way: &str| format!("{way}-4p8r6t1y9u3e-{way}");
    tracing::trace!(value = control("tracing"), "an event");
    log::trace!("a line with {}", control("log"));
    write_debug("debug", &control("debug"));
    write_debug("bytes", &control("bytes").as_bytes());
    write_panic(|| panic!("{}", control("panic")));
    let halved = control("halves");
    write(&halved[..halved.len() / 2]);
    let text = record();
    for way in ["tracing", "log", "debug", "bytes", "panic", "halves"] {
        assert!(!shown(&[control(way)], &text).is_empty(), "{way}");
    }
    assert!(shown(&[control("nothing")], &text).is_empty());
}

/// The record is as fine as can be: it holds what the layers below the SDK say.
#[test]
fn the_record_holds_what_every_layer_says() {
    start_recording();
    let stage = Stage::new(4);
    stage.builder().build_blocking().expect("a client").limits().expect("limits");
    let text = record();
    for layer in ["spice.request", "spice_cloud", "hyper_util", "LOG reqwest"] {
        assert!(text.contains(layer), "{layer} is not in the record");
    }
}
