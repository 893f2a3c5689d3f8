//! The soak in Rust: uses the asynchronous client at a steady rate, as `tests/soak/README.md` says.

mod tally;
mod worker;

use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use spice_cloud::Client;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until};

use tally::Tally;
use worker::Worker;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How often it says how far it has come.
const REPORT: Duration = Duration::from_secs(5);

/// What `cargo xtask soak` wants.
#[derive(Deserialize)]
struct Plan {
    url: String,
    token: String,
    rate: f64,
    seconds: f64,
    at_once: usize,
    call_limit: f64,
    mixture: Vec<String>,
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let argument = std::env::args().nth(1).ok_or("the plan is missing: a JSON text as the only argument")?;
    let plan: Arc<Plan> = Arc::new(serde_json::from_str(&argument)?);
    let client = Client::builder()
        .base_url(&plan.url)
        .token(plan.token.as_str())
        .timeout(Duration::from_secs(10))
        .attempt_timeout(Duration::from_secs(2))
        .connect_timeout(Duration::from_secs(2))
        .reconcile_timeout(Duration::from_secs(5))
        .build()?;
    let tally = Arc::new(Tally::new(plan.call_limit));
    let mut workers = Vec::new();
    for number in 0..plan.at_once {
        workers.push(Worker::begin(client.clone(), Arc::clone(&tally), number).await?);
    }
    say(&json!({ "ready": true }))?;
    let began = Instant::now();
    let tasks: Vec<_> = workers
        .into_iter()
        .enumerate()
        .map(|(number, worker)| tokio::spawn(work(worker, number, began, Arc::clone(&plan))))
        .collect();
    let reports = tokio::spawn(report(Arc::clone(&tally)));
    for task in tasks {
        task.await?;
    }
    reports.abort();
    say(&tally.result())
}

/// Repeats the mixture at the worker's part of the rate.
async fn work(mut worker: Worker, number: usize, began: Instant, plan: Arc<Plan>) {
    let workers = f64::from(u32::try_from(plan.at_once).unwrap_or(u32::MAX));
    let pause = Duration::from_secs_f64(workers / plan.rate);
    let end = began + Duration::from_secs_f64(plan.seconds);
    let mut due = began + pause.mul_f64(f64::from(u32::try_from(number).unwrap_or(0)) / workers);
    for step in plan.mixture.iter().cycle().skip(number * 5) {
        sleep_until(due).await;
        if Instant::now() >= end {
            return;
        }
        worker.step(step).await;
        // What was missed while a fault lasted is made up for within a second, and not all at once.
        due = (due + pause).max(Instant::now().checked_sub(Duration::from_secs(1)).unwrap_or(due));
    }
}

async fn report(tally: Arc<Tally>) {
    let mut ticks = interval(REPORT);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        // Nobody reads any more: the end of the work will tell.
        if say(&json!({ "calls": tally.calls() })).is_err() {
            return;
        }
    }
}

fn say(line: &Value) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}
