//! Lists that come in pages.

mod cursor;
mod fetching;
mod pager;

pub(crate) use pager::Batch;
pub use pager::{Page, Pager, Pages};
