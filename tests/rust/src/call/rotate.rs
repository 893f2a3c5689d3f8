//! Rotating keys as scenarios say it: what the functions do, call by call, and a client that calls all the while.

use std::collections::VecDeque;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use serde_json::{Value, json};
use spice_cloud::{
    ApiKeys, Handover, RotateKeys, RotationEvent, RotationReport, RuntimeTarget, Secret, blocking,
};

use super::{Args, seconds};

/// What a rotation has shown beside its report.
#[derive(Clone, Default)]
pub(super) struct Shown(Arc<Mutex<Log>>);

#[derive(Default)]
struct Log {
    events: Vec<Value>,
    distributed: Vec<Value>,
    key: Option<Secret>,
}

/// A rotation with all that it has shown.
pub(super) struct Rotated {
    pub(super) report: RotationReport,
    pub(super) more: Value,
}

impl fmt::Debug for Rotated {
    /// Without `more`: there are the keys as this host has asked for them, which a scenario compares.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.report.fmt(f)
    }
}

impl Shown {
    fn log(&self) -> std::sync::MutexGuard<'_, Log> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn heard(&self, event: &RotationEvent) {
        self.log().events.push(json!({ "step": event.step, "slot": event.slot }));
    }

    fn given(&self, slot: i64, key: Secret) {
        let mut log = self.log();
        log.distributed.push(json!({ "slot": slot, "key": key.reveal() }));
        log.key = Some(key);
    }
}

/// Functions that do what is written, one after the other, and the last for good.
pub(super) fn handover(args: &mut Args<'_>, shown: &Shown) -> Result<Handover, String> {
    let distribute = script(args.take("distribute")?, json!("ok"));
    let (given, heard) = (shown.clone(), shown.clone());
    let mut handover = Handover::new(move |slot, key| {
        let answer = distribute.next();
        if answer == "ok" {
            given.given(slot, key);
        }
        async move { words(&answer).map_or(Ok(()), |words| Err(words.into())) }
    })
    .on_event(move |event| heard.heard(&event));
    if let Some(given) = args.take::<Value>("verify")? {
        let verify = script(Some(given), Value::Null);
        handover = handover.verify(move |_, _| {
            let answer = verify.next();
            async move { words(&answer).map_or(Ok(answer == true), |words| Err(words.into())) }
        });
    }
    Ok(handover)
}

/// The settings of a rotation.
pub(super) fn params(args: &mut Args<'_>) -> Result<RotateKeys, String> {
    let mut params = RotateKeys::default();
    params.journal = args.take("journal")?;
    params.grace = args.take("grace")?.map(seconds).transpose()?;
    params.verify_times = args.take("verify_times")?;
    params.verify_timeout = args.take("verify_timeout")?.map(seconds).transpose()?;
    params.verify_interval = args.take("verify_interval")?.map(seconds).transpose()?;
    params.extra = args.extra()?;
    Ok(params)
}

/// A rotation's report with what it has shown.
pub(super) fn rotated(
    report: spice_cloud::Result<RotationReport>,
    shown: &Shown,
    busy: Option<Busy>,
) -> spice_cloud::Result<Rotated> {
    let busy = busy.map(Busy::finish);
    let log = shown.log();
    let more = json!({ "events": log.events, "distributed": log.distributed, "busy": busy });
    report.map(|report| Rotated { report, more })
}

struct Script(Mutex<VecDeque<Value>>);

impl Script {
    fn next(&self) -> Value {
        let mut left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if left.len() > 1 { left.pop_front() } else { left.front().cloned() }.unwrap_or_default()
    }
}

fn script(given: Option<Value>, usual: Value) -> Arc<Script> {
    let answers = match given {
        Some(Value::Array(answers)) => answers,
        Some(one) => vec![one],
        None => vec![usual],
    };
    Arc::new(Script(Mutex::new(answers.into())))
}

fn words(answer: &Value) -> Option<String> {
    answer.get("fail").and_then(Value::as_str).map(str::to_owned)
}

/// A client that calls without a pause, in a thread of its own.
pub(super) struct Busy {
    stop: Arc<AtomicBool>,
    thread: thread::JoinHandle<(u32, Vec<String>)>,
}

impl Busy {
    /// Starts it if it is wanted, with the app's first key.
    pub(super) fn start(
        args: &mut Args<'_>,
        client: &blocking::Client,
        app: i64,
        shown: &Shown,
    ) -> Result<Option<Self>, String> {
        if !args.take("busy")?.unwrap_or(false) {
            return Ok(None);
        }
        let keys: ApiKeys = client.api_keys().get(app).map_err(|error| error.to_string())?;
        shown.log().key = keys.api_key;
        let (stop, client, shown) = (Arc::new(AtomicBool::new(false)), client.clone(), shown.clone());
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            let (mut calls, mut failures) = (0, Vec::new());
            while !stopped.load(Ordering::Relaxed) {
                let Some(key) = shown.log().key.clone() else { break };
                match client.runtime(RuntimeTarget::from(key)).sql("SELECT 1") {
                    Ok(_) => calls += 1,
                    Err(error) => failures.push(error.to_string()),
                }
            }
            (calls, failures)
        });
        Ok(Some(Self { stop, thread }))
    }

    fn finish(self) -> Value {
        self.stop.store(true, Ordering::Relaxed);
        match self.thread.join() {
            Ok((calls, failures)) => json!({ "calls": calls, "failures": failures.len(), "words": failures }),
            Err(_) => json!("it panicked"),
        }
    }
}
