// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

//! What the contract says, as Rust: models, operations and the methods that call them.

// A template need not know which names a file of the next contract will use.
#![allow(clippy::wildcard_imports)]
// One line for each operation, also where two do alike.
#![allow(clippy::match_same_arms)]

pub(crate) mod blocking;
pub(crate) mod dispatch;
pub(crate) mod enums;
pub(crate) mod inputs;
pub(crate) mod models;
pub(crate) mod operations;
pub(crate) mod resources;
