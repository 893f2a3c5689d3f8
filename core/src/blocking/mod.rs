//! The same client for programs without a runtime: each call waits until it is done.
//!
//! Calls run on a runtime of the SDK's own, shared by the whole process.
//!
//! ```no_run
//! use spice_cloud::blocking::Client;
//!
//! # fn main() -> spice_cloud::Result<()> {
//! let client = Client::from_env()?;
//! for app in client.apps().list() {
//!     let app = app?;
//!     println!("{} {}", app.id, app.name);
//! }
//! # Ok(())
//! # }
//! ```

mod client;
mod iterate;
mod workflows;

pub use client::Client;
pub use iterate::{Pager, Pages, Streamed, Watch};

pub mod resources {
    //! The operations of each resource, as methods that wait.
    pub use crate::generated::blocking::*;
}
