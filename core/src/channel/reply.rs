//! Results on their way to the host, whatever they are results of.

use std::future::Future;
use std::pin::Pin;

use serde::Serialize;

use crate::engine::ApiResult;
use crate::error::Result;
use crate::paging::{Page, Pager, Pages};
use crate::pending::Pending;
use crate::plane::Streamed;
use crate::reply::Reply;

/// The result of a call, for the host.
pub(crate) fn reply<T: ApiResult + Serialize + Send + 'static>(call: Pending<T>) -> Pending<Reply> {
    Pending::new(async move {
        let value = call.await?;
        let meta = value.told();
        Ok(Reply::result(value, meta))
    })
}

/// Pages of whatever it is.
pub(crate) trait AnyPages: Send {
    /// The next page; nothing at the end.
    fn next(&mut self) -> Pin<Box<dyn Future<Output = Option<Result<Reply>>> + Send + '_>>;
}

impl<T: Serialize + Send + Sync + 'static> AnyPages for Pages<T> {
    fn next(&mut self) -> Pin<Box<dyn Future<Output = Option<Result<Reply>>> + Send + '_>> {
        Box::pin(async move {
            let page: Result<Page<T>> = Pages::next(self).await?;
            Some(page.map(|page| Reply::page(page.items, page.offset, page.meta, self.is_over())))
        })
    }
}

/// Pieces of whatever it is.
pub(crate) trait AnyPieces: Send {
    /// The next piece; nothing at the end.
    fn next(&mut self) -> Pin<Box<dyn Future<Output = Option<Result<Reply>>> + Send + '_>>;
}

impl<T: ApiResult + Serialize + Send + 'static> AnyPieces for Streamed<T> {
    fn next(&mut self) -> Pin<Box<dyn Future<Output = Option<Result<Reply>>> + Send + '_>> {
        Box::pin(async move {
            let piece = Streamed::next(self).await?;
            Some(piece.map(|piece| {
                let meta = piece.told();
                Reply::event(piece, meta)
            }))
        })
    }
}

/// Which part of a list is wanted, and in what pages.
#[derive(Clone, Copy, Default)]
pub(crate) struct Extent {
    pub(crate) page_size: Option<u32>,
    pub(crate) offset: Option<u64>,
    pub(crate) limit: Option<usize>,
}

/// The pages of a list.
pub(crate) fn pages<T: Serialize + Send + Sync + 'static>(
    list: Pager<T>,
    extent: Extent,
) -> Box<dyn AnyPages> {
    let mut list = list.offset(extent.offset.unwrap_or_default());
    if let Some(size) = extent.page_size {
        list = list.page_size(size);
    }
    if let Some(limit) = extent.limit {
        list = list.limit(limit);
    }
    Box::new(list.pages())
}
