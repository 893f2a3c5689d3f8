//! The command line against a running emulator, in this process.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod apps;
mod binary;
mod catalog;
mod demo;
mod deploy;
mod dry_run;
mod emulator;
mod failures;
mod formats;
mod keys;
mod log;
mod members;
mod script;
mod secrets;
mod shell;
mod sign_in;
mod workflows;
