//! Pages on their way: the one that is wanted, and those after it.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use super::batch::{Batch, Fetch};
use crate::conversation::Conversation;
use crate::error::{Error, ErrorKind, Result};
use crate::pending::Pending;

/// Pages on their way, in the order in which they are wanted.
pub(super) struct Fetching<T>(VecDeque<(u64, Page<T>)>);

/// A page ahead is a part of its call: whoever gives that a token gives this one, too.
async fn with_host<T>(page: Pending<Batch<T>>, host: Option<Arc<Conversation>>) -> Result<Batch<T>> {
    match host {
        Some(host) => host.scope(page).await,
        None => page.await,
    }
}

/// A page on its way.
enum Page<T> {
    /// Moves on only while somebody waits for it.
    Wanted(Pending<Batch<T>>),
    /// Moves on by itself.
    Ahead(Task<T>),
}

/// A task that ends when nobody wants its result any more.
struct Task<T>(JoinHandle<Result<Batch<T>>>);

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl<T: Send + 'static> Fetching<T> {
    pub(super) fn new() -> Self {
        Self(VecDeque::new())
    }

    /// Fetches pages that will be wanted, from an offset on.
    pub(super) fn ahead(&mut self, fetch: &Fetch<T>, limit: u32, offset: u64, pages: u32) {
        let Ok(runtime) = Handle::try_current() else { return };
        self.expect(offset);
        for page in (self.0.len() as u64)..u64::from(pages) {
            let offset = offset + page * u64::from(limit);
            let task = Task(runtime.spawn(with_host(fetch(limit, offset), Conversation::current())));
            self.0.push_back((offset, Page::Ahead(task)));
        }
    }

    /// The page at an offset.
    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
        fetch: &Fetch<T>,
        limit: u32,
        offset: u64,
    ) -> Poll<Result<Batch<T>>> {
        self.expect(offset);
        if self.0.is_empty() {
            self.0.push_back((offset, Page::Wanted(fetch(limit, offset))));
        }
        let polled = match self.0.front_mut() {
            Some((_, Page::Wanted(pending))) => Pin::new(pending).poll(context),
            Some((_, Page::Ahead(task))) => Pin::new(&mut task.0).poll(context).map(|joined| {
                joined.unwrap_or_else(|_| {
                    Err(Error::new(ErrorKind::InternalError, "a page was not fetched to its end"))
                })
            }),
            None => Poll::Pending,
        };
        if polled.is_ready() {
            self.0.pop_front();
        }
        polled
    }

    /// Pages that were fetched on the wrong assumption of where one ends are given up.
    fn expect(&mut self, offset: u64) {
        if self.0.front().is_some_and(|(at, _)| *at != offset) {
            self.0.clear();
        }
    }
}
