//! `spice_cloud._native`: what the Python package needs of the core. It converts, waits and names; it has no policy.
//!
//! Each thing that can go wrong between two languages is done in one place: waiting without the GIL (`exit`), panics
//! (`guard`), errors (`errors`), values to Python (`shape`, `build`) and from Python (`encode`), waking event loops
//! (`wakes`). Rust threads never enter Python.

mod build;
mod call;
mod command;
mod emulator;
mod encode;
mod errors;
mod exit;
mod guard;
mod meta;
mod raised;
mod session;
mod shape;
mod text;
mod wakes;

use pyo3::prelude::*;

/// The native part of `spice_cloud`; not for users.
#[pymodule]
mod _native {
    #[pymodule_export]
    use super::call::Call;
    #[pymodule_export]
    use super::command::run_cli;
    #[pymodule_export]
    use super::emulator::{Emulator, Snapshot};
    #[pymodule_export]
    use super::errors::error_kinds;
    #[pymodule_export]
    use super::exit::shutdown;
    #[pymodule_export]
    use super::meta::Meta;
    #[pymodule_export]
    use super::session::{Session, read_model};
    #[pymodule_export]
    use super::shape::Shape;
    #[pymodule_export]
    use super::wakes::Wakes;

    #[pymodule_export]
    const ASK: u8 = super::call::ASK;
    #[pymodule_export]
    const DONE: u8 = super::call::DONE;
    #[pymodule_export]
    const EVENT: u8 = super::call::EVENT;
    #[pymodule_export]
    const NEED_TOKEN: u8 = super::call::NEED_TOKEN;
    #[pymodule_export]
    #[allow(non_upper_case_globals)] // Python's name for it.
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
