//! Spice.ai Cloud from code: apps, deployments, secrets, API keys and members, through the Management API.
//!
//! Start with [`Client`], or with [`blocking::Client`] outside of a tokio runtime. [`ErrorKind`] lists what can go
//! wrong, [`operations`] what each call needs.
//!
//! What this crate promises: a change that may have happened is never repeated blindly; tokens and secret values
//! appear in no log, no error and no `Debug`; an answer that is not what the API answers with is an error and never a
//! wrong object.

mod attempt;
pub mod blocking;
pub mod channel;
mod client;
mod config;
mod conversation;
mod credentials;
mod engine;
mod error;
#[cfg(any(test, fuzzing))]
pub mod fuzzing;
mod generated;
mod headers;
#[cfg(test)]
mod interleaving;
mod meta;
mod observe;
mod operation;
mod pace;
mod paging;
mod path;
mod pending;
mod plane;
mod planned;
mod process;
mod raw;
mod reconcile;
mod reply;
mod request;
mod runtime;
mod sink;
mod validate;
mod wire;
mod workflows;

pub use attempt::Attempt;
pub use client::{Client, ClientBuilder};
pub use config::{CREDENTIAL_VARIABLES, Dedupe, Overrides, PathStyle};
pub use credentials::{Provided, ProvidedToken, TokenProvider};
pub use engine::TrustStore;
pub use error::{Error, ErrorKind, Result};
pub use generated::enums::*;
pub use generated::inputs::*;
pub use generated::models::*;
pub use meta::Meta;
pub use observe::{AttemptReport, Observer, TokenReport};
pub use operation::{Evidence, Method, Operation};
pub use paging::{Page, Pager, Pages};
pub use pending::Pending;
pub use plane::{RuntimeTarget, Streamed};
pub use planned::PlannedRequest;
pub use raw::RawResponse;
pub use reconcile::{Candidate, Settled};
pub use request::RawRequest;
pub use wire::{Extra, JsonValue, Patch, Secret, Timestamp, Unlisted};
pub use workflows::{DeployOptions, DeploymentEvent, Handover, WaitOptions, Watch};

pub mod resources {
    //! The operations of each resource, as methods.
    pub use crate::generated::resources::*;
}

/// What the SDK makes of the contract's operations, as data: names, and the scopes that each needs.
pub fn workflows() -> &'static [&'static Operation] {
    generated::operations::WORKFLOWS
}

/// Every operation of the contract, as data: routes, scopes, and how well they are known.
pub fn operations() -> &'static [&'static Operation] {
    generated::operations::ALL
}
