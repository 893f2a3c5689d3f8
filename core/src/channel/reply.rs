//! Results as normalised JSON: enums, times, envelopes and ids settled, secrets in clear for the host to wrap.

use std::future::Future;
use std::pin::Pin;

use serde::Serialize;

use crate::engine::ApiResult;
use crate::error::{Error, ErrorKind, Result};
use crate::meta::Meta;
use crate::paging::{Page, Pager, Pages};
use crate::pending::Pending;
use crate::wire::revealed;

/// A result and what it tells about its call.
#[derive(Serialize)]
struct Reply<'a, T> {
    value: &'a T,
    meta: Meta,
}

/// A page and what it tells about its call.
#[derive(Serialize)]
struct PageReply<'a, T> {
    items: &'a [T],
    offset: u64,
    meta: &'a Meta,
}

/// The result of a call, as JSON.
pub(crate) fn reply<T: ApiResult + Serialize>(call: Pending<T>) -> Pending<String> {
    Pending::new(async move {
        let value = call.await?;
        write(&Reply { meta: value.told(), value: &value })
    })
}

/// Any value, as JSON.
pub(super) fn value<T: Serialize>(value: &T, meta: Meta) -> Result<String> {
    write(&Reply { value, meta })
}

pub(super) fn write(value: &impl Serialize) -> Result<String> {
    revealed(|| serde_json::to_string(value)).map_err(|error| {
        Error::new(ErrorKind::InternalError, format!("the result cannot be written: {error}"))
    })
}

/// Pages of whatever it is, as JSON.
pub(crate) trait AnyPages: Send {
    /// The next page; nothing at the end.
    fn next(&mut self) -> Pin<Box<dyn Future<Output = Option<Result<String>>> + Send + '_>>;
}

impl<T: Serialize + Send + Sync + 'static> AnyPages for Pages<T> {
    fn next(&mut self) -> Pin<Box<dyn Future<Output = Option<Result<String>>> + Send + '_>> {
        Box::pin(async move {
            let page: Result<Page<T>> = Pages::next(self).await?;
            Some(page.and_then(|page| {
                write(&PageReply { items: &page.items, offset: page.offset, meta: &page.meta })
            }))
        })
    }
}

/// The pages of a list.
pub(crate) fn pages<T: Serialize + Send + Sync + 'static>(
    list: Pager<T>,
    size: Option<u32>,
    limit: Option<usize>,
) -> Box<dyn AnyPages> {
    let list = match size {
        Some(size) => list.page_size(size),
        None => list,
    };
    let list = match limit {
        Some(limit) => list.limit(limit),
        None => list,
    };
    Box::new(list.pages())
}
