//! Lists that come in pages.

mod batch;
mod cursor;
mod fetching;
mod pager;

pub(crate) use batch::Batch;
#[cfg(any(test, fuzzing))]
pub(crate) use cursor::Cursor;
pub use pager::{Page, Pager, Pages};
