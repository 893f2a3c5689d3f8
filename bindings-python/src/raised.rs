//! Errors of the core, as the exceptions that Python defines.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use spice_cloud::Error;
use spice_cloud::channel::tell;

use crate::build::plain;
use crate::errors::{MODULE, made};

/// The exception that an error of the core is.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    static FROM_NATIVE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    made(py, || {
        let state = plain(py, |sink| tell(error, sink))?;
        FROM_NATIVE.import(py, MODULE, "from_native")?.call1((state,))
    })
}
