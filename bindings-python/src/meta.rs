//! What a result tells about its call.

use std::hash::{DefaultHasher, Hash, Hasher};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyTuple;
use spice_cloud as core;
use spice_cloud::channel::tell;

use crate::build::build;
use crate::shape::{Kind, kind_of};

/// About the call that a result came from. Two results are equal whatever their calls were.
#[pyclass(frozen, module = "spice_cloud", name = "Meta")]
pub(crate) struct Meta(pub(crate) core::Meta);

#[pymethods]
impl Meta {
    /// What is known of a result that no call gave: nothing.
    #[new]
    fn new() -> Self {
        Self(core::Meta::default())
    }

    /// The server's name for the request that succeeded, which its operators ask for.
    #[getter]
    fn request_id(&self) -> Option<&str> {
        self.0.request_id()
    }

    /// How many times the request was sent; 0 for a result that no call gave.
    #[getter]
    fn attempts(&self) -> usize {
        self.0.attempts()
    }

    /// Every attempt that was made, in order; the last one succeeded.
    #[getter]
    fn history<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        static ATTEMPT: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let kind = kind_of(ATTEMPT.import(py, "spice_cloud", "Attempt")?)?;
        let attempts = self.0.history().iter();
        let attempts: Vec<_> =
            attempts.map(|attempt| attempt_of(py, attempt, &kind)).collect::<PyResult<_>>()?;
        PyTuple::new(py, attempts)
    }

    /// Whether a new app is in fact one that existed before under its name: the API brings deleted apps back, with their
    /// old keys and secrets. Known from its time of creation, which lies before the request.
    #[getter]
    fn reactivated(&self) -> bool {
        self.0.reactivated()
    }

    /// Whether the answer was lost and the result was found afterwards: the change had happened.
    #[getter]
    fn adopted(&self) -> bool {
        self.0.adopted()
    }

    fn __repr__(&self) -> String {
        let request_id = self.0.request_id().map_or_else(|| "None".to_owned(), |id| format!("{id:?}"));
        let reactivated = if self.0.reactivated() { "True" } else { "False" };
        format!("Meta(request_id={request_id}, attempts={}, reactivated={reactivated})", self.0.attempts())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = &other.get().0;
            self.0.history() == other.history() && self.0.reactivated() == other.reactivated()
        })
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.0.request_id(), self.0.attempts(), self.0.reactivated()).hash(&mut hasher);
        hasher.finish()
    }

    #[allow(clippy::unused_self)] // Python calls it on the object.
    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err("Meta tells about a call of this process and is not pickled"))
    }
}

fn attempt_of<'py>(py: Python<'py>, attempt: &core::Attempt, kind: &Kind) -> PyResult<Bound<'py, PyAny>> {
    build(py, kind, None, |sink| tell(attempt, sink))
}
