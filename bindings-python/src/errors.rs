//! Exceptions that Python defines, for what goes wrong in here.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use spice_cloud::ErrorKind;

pub(crate) const MODULE: &str = "spice_cloud._failures";

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

pub(crate) fn made<'py>(_py: Python<'py>, make: impl FnOnce() -> PyResult<Bound<'py, PyAny>>) -> PyErr {
    make().map_or_else(|error| error, PyErr::from_value)
}

/// Name and code of every kind of error.
#[pyfunction]
pub(crate) fn error_kinds() -> Vec<(&'static str, &'static str)> {
    ErrorKind::ALL.iter().map(|kind| (kind.name(), kind.code())).collect()
}
