//! What a request for a page brings, and how to ask for it.

use crate::meta::Meta;
use crate::pending::Pending;

/// Fetches a page, given how many items to ask for and how many to skip.
pub(crate) type Fetch<T> = Box<dyn Fn(u32, u64) -> Pending<Batch<T>> + Send + Sync>;

/// What a request brought: items, each with its identity.
pub(crate) struct Batch<T> {
    pub(crate) items: Vec<T>,
    pub(crate) identities: Vec<i64>,
    pub(crate) meta: Meta,
}
