//! The emulator, on a thread of its own in this process.

use std::sync::Arc;

use serde_json::Value;
use spice_cloud_emulator as emulator;

use crate::failure::{NativeFailure, Result, bug};
use crate::guard::guard;

/// A running emulator. It stops when nobody has it any more.
#[derive(uniffi::Object)]
pub struct NativeEmulator(emulator::Emulator);

/// Everything that requests can change, at one moment.
#[derive(uniffi::Object)]
pub struct NativeSnapshot(emulator::Snapshot);

#[uniffi::export]
impl NativeEmulator {
    /// Starts one, with settings as JSON.
    #[uniffi::constructor]
    pub fn start(settings: String) -> Result<Self> {
        guard(|| match emulator::Emulator::from_settings(value(&settings)?) {
            Ok(emulator) => Ok(Self(emulator)),
            Err(error) => Err(NativeFailure::Refused { words: words(&error), status: None }),
        })
    }

    /// Its address.
    pub fn url(&self) -> String {
        self.0.url().to_owned()
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.0.port()
    }

    /// A token that may do everything.
    pub fn token(&self) -> String {
        self.0.token().to_owned()
    }

    /// The id of its OAuth client.
    pub fn client_id(&self) -> String {
        self.0.client_id().to_owned()
    }

    /// The secret of its OAuth client.
    pub fn client_secret(&self) -> String {
        self.0.client_secret().to_owned()
    }

    /// A call of its administration, as HTTP has it under `/_emulator/`; body and answer are JSON.
    pub fn admin(&self, method: String, path: String, body: Option<String>) -> Result<String> {
        guard(|| {
            let body = body.as_deref().map(value).transpose()?.unwrap_or_default();
            match self.0.admin(&method, &path, &body) {
                Ok(answer) => Ok(answer.to_string()),
                Err(refusal) => {
                    Err(NativeFailure::Refused { words: refusal.to_string(), status: Some(refusal.status()) })
                }
            }
        })
    }

    /// Copies everything that requests can change.
    pub fn snapshot(&self) -> Result<Arc<NativeSnapshot>> {
        guard(|| Ok(Arc::new(NativeSnapshot(self.0.snapshot()))))
    }

    /// Puts everything back as it was.
    pub fn restore(&self, snapshot: &NativeSnapshot) -> Result<()> {
        guard(|| {
            self.0.restore(&snapshot.0);
            Ok(())
        })
    }

    /// Stops it; its port is free then.
    pub fn stop(&self) -> Result<()> {
        guard(|| {
            self.0.stop();
            Ok(())
        })
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
