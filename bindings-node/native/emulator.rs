//! The emulator, on a thread of its own in this process. What takes time is done on Node's threads for such work.

use std::sync::Arc;

use napi::Task;
use napi::bindgen_prelude::{AsyncTask, Env, Result};
use napi_derive::napi;
use serde_json::{Value, json};
use spice_cloud_emulator as emulator;

use crate::errors::bug;
use crate::guard::guard;

/// A running emulator. It stops when it is collected as garbage.
#[napi]
pub struct Emulator(Arc<emulator::Emulator>);

/// Everything that requests can change, at one moment.
#[napi]
pub struct Snapshot(emulator::Snapshot);

/// Starts an emulator.
pub struct Start(String);

impl Task for Start {
    type Output = std::result::Result<emulator::Emulator, String>;
    type JsValue = Emulator;

    fn compute(&mut self) -> Result<Self::Output> {
        guard(|| {
            let settings = value(&self.0)?;
            Ok(emulator::Emulator::from_settings(settings).map_err(|error| words(&error)))
        })
    }

    fn resolve(&mut self, _env: Env, started: Self::Output) -> Result<Emulator> {
        started.map(|emulator| Emulator(Arc::new(emulator))).map_err(|refused| {
            napi::Error::new(napi::Status::InvalidArg, json!({ "refused": refused }).to_string())
        })
    }
}

/// A call of the administration.
pub struct Admin {
    emulator: Arc<emulator::Emulator>,
    method: String,
    path: String,
    body: Option<String>,
}

impl Task for Admin {
    type Output = String;
    type JsValue = String;

    /// `{"answer": …}`, or `{"refused": words, "status": …}`.
    fn compute(&mut self) -> Result<String> {
        guard(|| {
            let body = self.body.as_deref().map(value).transpose()?.unwrap_or_default();
            let told = match self.emulator.admin(&self.method, &self.path, &body) {
                Ok(answer) => json!({ "answer": answer }),
                Err(refusal) => json!({ "refused": refusal.to_string(), "status": refusal.status() }),
            };
            Ok(told.to_string())
        })
    }

    fn resolve(&mut self, _env: Env, told: String) -> Result<String> {
        Ok(told)
    }
}

/// Stops an emulator.
pub struct Stop(Arc<emulator::Emulator>);

impl Task for Stop {
    type Output = ();
    type JsValue = ();

    fn compute(&mut self) -> Result<()> {
        guard(|| {
            self.0.stop();
            Ok(())
        })
    }

    fn resolve(&mut self, _env: Env, (): ()) -> Result<()> {
        Ok(())
    }
}

#[napi]
impl Emulator {
    /// Starts one, with settings as JSON.
    #[napi(ts_return_type = "Promise<Emulator>")]
    pub fn start(settings: String) -> AsyncTask<Start> {
        AsyncTask::new(Start(settings))
    }

    /// Its address.
    #[napi(getter)]
    pub fn url(&self) -> String {
        self.0.url().to_owned()
    }

    /// Its port.
    #[napi(getter)]
    pub fn port(&self) -> u16 {
        self.0.port()
    }

    /// A token that may do everything.
    #[napi(getter)]
    pub fn token(&self) -> String {
        self.0.token().to_owned()
    }

    /// The id of its OAuth client.
    #[napi(getter)]
    pub fn client_id(&self) -> String {
        self.0.client_id().to_owned()
    }

    /// The secret of its OAuth client.
    #[napi(getter)]
    pub fn client_secret(&self) -> String {
        self.0.client_secret().to_owned()
    }

    /// A call of its administration, as HTTP has it under `/_emulator/`; body and answer are JSON.
    #[napi(ts_return_type = "Promise<string>")]
    pub fn admin(&self, method: String, path: String, body: Option<String>) -> AsyncTask<Admin> {
        AsyncTask::new(Admin { emulator: Arc::clone(&self.0), method, path, body })
    }

    /// Copies everything that requests can change.
    #[napi]
    pub fn snapshot(&self) -> Result<Snapshot> {
        guard(|| Ok(Snapshot(self.0.snapshot())))
    }

    /// Puts everything back as it was.
    #[napi]
    pub fn restore(&self, snapshot: &Snapshot) -> Result<()> {
        guard(|| {
            self.0.restore(&snapshot.0);
            Ok(())
        })
    }

    /// Stops it; its port is free then.
    #[napi(ts_return_type = "Promise<void>")]
    pub fn stop(&self) -> AsyncTask<Stop> {
        AsyncTask::new(Stop(Arc::clone(&self.0)))
    }
}

fn value(json: &str) -> Result<Value> {
    serde_json::from_str(json).map_err(|error| bug(&error.to_string()))
}

/// The words of an error with those of what caused it.
fn words(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {}", words(cause)),
        None => error.to_string(),
    }
}
