//! Errors of the core as the exceptions that Python defines.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use spice_cloud::channel::tell;
use spice_cloud::{Error, ErrorKind};

use crate::build;

const MODULE: &str = "spice_cloud._errors";

/// The exception that an error of the core is.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    static FROM_NATIVE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    made(py, || {
        let state = build::plain(py, |sink| tell(error, sink))?;
        FROM_NATIVE.import(py, MODULE, "from_native")?.call1((state,))
    })
}

/// Input that cannot be sent.
pub(crate) fn invalid(py: Python<'_>, message: &str, field: &str) -> PyErr {
    static INVALID: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    made(py, || INVALID.import(py, MODULE, "invalid")?.call1((message, field)))
}

/// A bug in the SDK.
pub(crate) fn internal(py: Python<'_>, message: &str) -> PyErr {
    static INTERNAL: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    made(py, || INTERNAL.import(py, MODULE, "internal")?.call1((message,)))
}

fn made<'py>(_py: Python<'py>, make: impl FnOnce() -> PyResult<Bound<'py, PyAny>>) -> PyErr {
    make().map_or_else(|error| error, PyErr::from_value)
}

/// Name and code of every kind of error.
#[pyfunction]
pub(crate) fn error_kinds() -> Vec<(&'static str, &'static str)> {
    ErrorKind::ALL.iter().map(|kind| (kind.name(), kind.code())).collect()
}
