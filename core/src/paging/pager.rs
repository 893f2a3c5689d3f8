//! A list as a stream, item by item or page by page.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::batch::{Batch, Fetch};
use super::cursor::Cursor;
use super::fetching::Fetching;
use crate::error::{Error, ErrorKind, Result};
use crate::meta::Meta;
use crate::operation::Operation;

/// How many items a page asks for unless told otherwise.
const PAGE_SIZE: u32 = 100;

/// A list that comes in pages: a [`Stream`] of its items, fetched as they are wanted, each exactly once.
///
/// After an error the list ends.
#[must_use = "a list does nothing until items are taken from it"]
pub struct Pager<T> {
    pages: Pages<T>,
    items: VecDeque<T>,
}

/// A list, page by page: a [`Stream`] of [`Page`]s.
#[must_use = "a list does nothing until pages are taken from it"]
pub struct Pages<T> {
    operation: &'static Operation,
    fetch: Fetch<T>,
    cursor: Cursor,
    fetching: Fetching<T>,
    /// How many more items are wanted.
    wanted: Option<usize>,
    refused: Option<Error>,
}

/// One page of a list.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items that no page before had.
    pub items: Vec<T>,
    /// How many items come before this page.
    pub offset: u64,
    /// About the request that fetched it.
    pub meta: Meta,
}

impl<T: Send + 'static> Pager<T> {
    pub(crate) fn new(operation: &'static Operation, fetch: Fetch<T>) -> Self {
        let cursor = Cursor::new(PAGE_SIZE);
        let pages =
            Pages { operation, fetch, cursor, fetching: Fetching::new(), wanted: None, refused: None };
        Self { pages, items: VecDeque::new() }
    }

    /// How many items a page asks for; 100 if not given. It does not say how many come in all: see [`limit`](Self::limit).
    pub fn page_size(mut self, size: u32) -> Self {
        let most = self.pages.operation.max_page_size.unwrap_or(u32::MAX);
        if (1..=most).contains(&size) {
            self.pages.cursor = self.pages.cursor.in_pages_of(size);
        } else {
            let problem = format!("must be 1 to {most}, not {size}");
            let error = Error::new(ErrorKind::ValidationError, "nothing was sent, because of page_size")
                .with_field_errors([("page_size".to_owned(), vec![problem])].into());
            self.pages.refused = Some(error.of(self.pages.operation));
        }
        self
    }

    /// How many items of the list are passed over; none if not given. An error of a list says where it stopped:
    /// [`next_offset`](Error::next_offset).
    pub fn offset(mut self, offset: u64) -> Self {
        self.pages.cursor = self.pages.cursor.starting_at(offset);
        self
    }

    /// How many items may come in all.
    pub fn limit(mut self, most: usize) -> Self {
        self.pages.wanted = Some(most);
        self
    }

    /// The same list, page by page.
    pub fn pages(self) -> Pages<T> {
        self.pages
    }

    /// An item that was fetched already.
    pub(crate) fn ready(&mut self) -> Option<T> {
        self.items.pop_front()
    }

    /// The next item; nothing at the end.
    pub async fn next(&mut self) -> Option<Result<T>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The next item; nothing at the end.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        self.next().await.transpose()
    }

    /// The first item, for one request; nothing when the list is empty.
    pub async fn first(self) -> Result<Option<T>> {
        self.page_size(1).try_next_owned().await
    }

    async fn try_next_owned(mut self) -> Result<Option<T>> {
        self.try_next().await
    }

    /// Every item. Set a [`limit`](Self::limit) where the list may be long.
    pub async fn try_collect(mut self) -> Result<Vec<T>> {
        let mut items = Vec::new();
        while let Some(item) = self.try_next().await? {
            items.push(item);
        }
        Ok(items)
    }
}

impl<T: Send + 'static> Pages<T> {
    /// Starts to fetch what will be wanted next.
    fn fetch_ahead(&mut self) {
        let Some((limit, offset)) = self.cursor.next() else { return };
        let still = self.wanted.map(|wanted| wanted.div_ceil(limit as usize));
        let most = still.map_or(u32::MAX, |pages| u32::try_from(pages).unwrap_or(u32::MAX));
        let pages = self.cursor.ahead().min(most);
        if pages > 0 {
            self.fetching.ahead(&self.fetch, limit, offset, pages);
        }
    }

    /// The next page; nothing at the end.
    pub async fn next(&mut self) -> Option<Result<Page<T>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Whether it is known that no page comes after those so far.
    pub(crate) fn is_over(&self) -> bool {
        self.wanted == Some(0) || self.cursor.next().is_none()
    }
}

impl<T: Send + 'static> Stream for Pager<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.ready() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(page)) => self.items.extend(page.items),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<T: Send + 'static> Stream for Pages<T> {
    type Item = Result<Page<T>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let pages = &mut *self;
        if let Some(error) = pages.refused.take() {
            pages.cursor.finish();
            return Poll::Ready(Some(Err(error)));
        }
        if pages.wanted == Some(0) {
            return Poll::Ready(None);
        }
        let Some((limit, offset)) = pages.cursor.next() else { return Poll::Ready(None) };
        let fetched = ready!(pages.fetching.poll(context, &pages.fetch, limit, offset));
        let Batch { mut items, identities, meta } = match fetched {
            Ok(batch) => batch,
            Err(error) => {
                pages.cursor.finish();
                return Poll::Ready(Some(Err(error.with_next_offset(offset))));
            }
        };
        let fresh = pages.cursor.accept(&identities);
        let mut fresh = fresh.into_iter();
        items.retain(|_| fresh.next().unwrap_or(true));
        if items.is_empty() {
            // An empty page ends the list, and so does one without anything new.
            return Poll::Ready(None);
        }
        if let Some(wanted) = &mut pages.wanted {
            items.truncate(*wanted);
            *wanted -= items.len();
        }
        pages.fetch_ahead();
        Poll::Ready(Some(Ok(Page { items, offset, meta })))
    }
}

// Nothing in them is ever pinned in place.
impl<T> Unpin for Pager<T> {}
impl<T> Unpin for Pages<T> {}

impl<T> fmt::Debug for Pager<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Pager").field("operation", &self.pages.operation.id).finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Pages").field("operation", &self.operation.id).finish_non_exhaustive()
    }
}
