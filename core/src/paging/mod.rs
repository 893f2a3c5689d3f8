//! Lists that come in pages.

mod batch;
mod cursor;
mod fetching;
mod pager;

pub(crate) use batch::Batch;
pub use pager::{Page, Pager, Pages};
