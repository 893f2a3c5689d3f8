//! Names and times, on their way to Python.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;

/// The length of `2026-01-15T10:30:00`.
const TO_THE_SECOND: usize = 19;
/// What `datetime` counts: six digits.
const MICROSECONDS: usize = 6;

/// An aware `datetime` from RFC 3339 in UTC, as the core writes it; nothing for a text that is no time.
pub(crate) fn instant<'py>(py: Python<'py>, text: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
    static PARSE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let Some(iso) = iso(text) else { return Ok(None) };
    let parse = PARSE.get_or_try_init(py, || {
        py.import("datetime")?.getattr("datetime")?.getattr("fromisoformat").map(Bound::unbind)
    })?;
    // A year that `datetime` does not reach, such as 10000, is no time to Python.
    Ok(parse.bind(py).call1((iso,)).ok())
}

/// The form that every version of Python reads.
fn iso(text: &str) -> Option<String> {
    let whole = text.strip_suffix('Z')?;
    let (second, fraction) = whole.split_at_checked(TO_THE_SECOND)?;
    let digits = match fraction {
        "" => return Some(format!("{second}+00:00")),
        fraction => fraction.strip_prefix('.')?,
    };
    let digits: String = digits.chars().chain("000000".chars()).take(MICROSECONDS).collect();
    Some(format!("{second}.{digits}+00:00"))
}

/// A word that is used again and again.
pub(crate) fn interned(py: Python<'_>, text: &str) -> Py<PyString> {
    PyString::intern(py, text).unbind()
}
