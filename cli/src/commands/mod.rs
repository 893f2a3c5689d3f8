//! The commands.

pub(crate) mod api;
pub(crate) mod apps;
pub(crate) mod catalog;
pub(crate) mod completions;
pub(crate) mod deploy;
pub(crate) mod deployments;
pub(crate) mod emulator;
pub(crate) mod identity;
pub(crate) mod input;
pub(crate) mod keys;
pub(crate) mod link;
pub(crate) mod members;
mod metrics;
pub(crate) mod plan;
pub(crate) mod rotate;
pub(crate) mod runtime;
pub(crate) mod script;
pub(crate) mod secrets;
mod variables;
mod waiting;
