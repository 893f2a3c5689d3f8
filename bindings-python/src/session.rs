//! A client, as the Python classes have it.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};
use serde_json::Value;
use spice_cloud::channel::{self, Session as Inner, tell};

use crate::build::{build, plain};
use crate::call::Call;
use crate::encode::json;
use crate::guard::guard;
use crate::raised::raised;
use crate::shape::kind_of;
use crate::wakes::Wakes;

/// A client with its connections, its credentials and its log.
#[pyclass(frozen, module = "spice_cloud._native")]
pub(crate) struct Session(Inner);

#[pymethods]
impl Session {
    #[new]
    fn new(options: &Bound<'_, PyDict>) -> PyResult<Self> {
        let py = options.py();
        guard(py, || {
            let options = json(options)?;
            // Certificates and `.env` are read from disk.
            let opened = py.detach(|| Inner::open(&options));
            opened.map(Self).map_err(|error| raised(py, &error))
        })
    }

    /// Makes a call, which sends nothing before its first step is asked for.
    #[pyo3(signature = (operation, params, result, event=None))]
    fn call(
        &self,
        py: Python<'_>,
        operation: &str,
        params: &Bound<'_, PyDict>,
        result: &Bound<'_, PyAny>,
        event: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Call> {
        guard(py, || {
            #[cfg(debug_assertions)]
            assert_ne!(operation, "__panic_in_native_for_tests", "a panic for tests");
            Ok(Call {
                inner: self.0.call(operation, json(params)?),
                result: kind_of(result)?,
                event: kind_of(event.unwrap_or(&py.None().into_bound(py)))?,
            })
        })
    }

    /// Ends all calls, and every later one.
    fn close(&self) {
        self.0.close();
    }

    /// Says how much is to be logged.
    fn set_log_level(&self, py: Python<'_>, level: &str) -> PyResult<()> {
        self.0.set_log_level(level).map_err(|error| raised(py, &error))
    }

    /// Whether there is something to log.
    #[getter]
    fn has_log(&self) -> bool {
        self.0.has_log()
    }

    /// What there is to log since the last time.
    fn drain_log<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let lines = self.0.drain_log();
        lines.iter().map(|line| plain(py, |sink| tell(&read(line), sink))).collect()
    }

    /// Wakes once when there is something to log.
    fn watch_log(&self, wakes: &Wakes, token: u64) {
        self.0.watch_log(wakes.bell(token));
    }
}

/// A line of the log, which is JSON because the core wrote it.
fn read(line: &str) -> Value {
    serde_json::from_str(line).unwrap_or_default()
}

/// Reads a model as an answer of the API is read.
#[pyfunction]
pub(crate) fn read_model<'py>(
    model: &Bound<'py, PyType>,
    data: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    let py = model.py();
    guard(py, || {
        let name = model.name()?.to_string();
        let reply = channel::read(&name, &json(data)?).map_err(|error| raised(py, &error))?;
        build(py, &kind_of(model)?, None, |sink| reply.tell(sink))
    })
}
