//! The emulator, on a thread of its own in this process.

use pyo3::exceptions::{PyLookupError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use serde_json::Value;
use spice_cloud::channel::tell;
use spice_cloud_emulator as emulator;

use crate::build::plain;
use crate::encode::json;
use crate::guard::guard;

/// A running emulator. It stops when it is dropped.
#[pyclass(frozen, module = "spice_cloud._native")]
pub(crate) struct Emulator(emulator::Emulator);

/// Everything that requests can change, at one moment.
#[pyclass(frozen, module = "spice_cloud.testing")]
pub(crate) struct Snapshot(emulator::Snapshot);

#[pymethods]
impl Emulator {
    #[new]
    fn new(settings: &Bound<'_, PyDict>) -> PyResult<Self> {
        let py = settings.py();
        guard(py, || {
            let settings = value(settings)?;
            let started = py.detach(|| emulator::Emulator::from_settings(settings));
            started.map(Self).map_err(|error| PyValueError::new_err(words(&error)))
        })
    }

    #[getter]
    fn url(&self) -> &str {
        self.0.url()
    }

    #[getter]
    fn port(&self) -> u16 {
        self.0.port()
    }

    #[getter]
    fn token(&self) -> &str {
        self.0.token()
    }

    #[getter]
    fn client_id(&self) -> &'static str {
        self.0.client_id()
    }

    #[getter]
    fn client_secret(&self) -> &'static str {
        self.0.client_secret()
    }

    /// A call of its administration, as HTTP has it under `/_emulator/`.
    #[pyo3(signature = (method, path, body=None))]
    fn admin<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        path: &str,
        body: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        guard(py, || {
            let body = body.map(value).transpose()?.unwrap_or_default();
            let answer = py.detach(|| self.0.admin(method, path, &body)).map_err(|refusal| {
                let words = refusal.to_string();
                if refusal.status() == 404 {
                    PyLookupError::new_err(words)
                } else {
                    PyValueError::new_err(words)
                }
            })?;
            plain(py, |sink| tell(&answer, sink))
        })
    }

    fn snapshot(&self, py: Python<'_>) -> PyResult<Snapshot> {
        guard(py, || Ok(Snapshot(py.detach(|| self.0.snapshot()))))
    }

    fn restore(&self, py: Python<'_>, snapshot: &Snapshot) -> PyResult<()> {
        guard(py, || {
            py.detach(|| self.0.restore(&snapshot.0));
            Ok(())
        })
    }

    fn stop(&self, py: Python<'_>) -> PyResult<()> {
        guard(py, || {
            py.detach(|| self.0.stop());
            Ok(())
        })
    }
}

fn value(given: &Bound<'_, PyAny>) -> PyResult<Value> {
    serde_json::from_str(&json(given)?).map_err(|error| PyValueError::new_err(error.to_string()))
}

/// The words of an error with those of what caused it.
fn words(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {}", words(cause)),
        None => error.to_string(),
    }
}
