//! The native module of the npm package: what TypeScript needs of the core. It converts, wakes and names; it has no policy.
//!
//! Text crosses, as JSON: engines read it faster than they take objects member by member. Each thing that can go wrong
//! between two languages is done in one place: panics (`guard`), errors (`errors`), values to JavaScript (`text`), waking
//! event loops (`wakes`). Threads of the SDK never enter JavaScript.

// What JavaScript gives arrives as ours.
#![allow(clippy::needless_pass_by_value)]

mod call;
mod command;
mod emulator;
mod errors;
mod guard;
mod session;
mod step;
mod text;
mod wakes;
