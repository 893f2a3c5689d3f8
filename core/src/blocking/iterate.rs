//! Streams, as iterators that wait.

use std::fmt;
use std::future::Future;

use super::Client;
use crate::error::Result;
use crate::paging::Page;
use crate::runtime;
use crate::workflows::DeploymentEvent;

/// A list that comes in pages: an iterator over its items, fetched as they are wanted, each exactly once.
///
/// After an error the list ends.
#[must_use = "a list does nothing until items are taken from it"]
pub struct Pager<T>(Option<crate::paging::Pager<T>>);

/// A list, page by page: an iterator over [`Page`]s.
#[must_use = "a list does nothing until pages are taken from it"]
pub struct Pages<T>(Option<crate::paging::Pages<T>>);

/// A deployment that is being followed: an iterator over its steps.
#[must_use = "a deployment is followed only while events are taken"]
pub struct Watch(Option<crate::workflows::Watch>);

impl<T: Send + 'static> Pager<T> {
    #[allow(clippy::needless_pass_by_value)] // The same form as the asynchronous twin, from one template.
    pub(crate) fn new(_client: Client, inner: crate::paging::Pager<T>) -> Self {
        Self(Some(inner))
    }

    /// How many items a page asks for; 100 if not given. It does not say how many come in all: see [`limit`](Self::limit).
    pub fn page_size(self, size: u32) -> Self {
        Self(self.0.map(|pager| pager.page_size(size)))
    }

    /// How many items of the list are passed over; none if not given. An error of a list says where it stopped:
    /// [`next_offset`](crate::Error::next_offset).
    pub fn offset(self, offset: u64) -> Self {
        Self(self.0.map(|pager| pager.offset(offset)))
    }

    /// How many items may come in all.
    pub fn limit(self, most: usize) -> Self {
        Self(self.0.map(|pager| pager.limit(most)))
    }

    /// The same list, page by page.
    pub fn pages(self) -> Pages<T> {
        Pages(self.0.map(crate::paging::Pager::pages))
    }
}

impl<T: Send + 'static> Pager<T> {
    /// The first item, for one request; nothing when the list is empty.
    pub fn first(self) -> Result<Option<T>> {
        self.page_size(1).next().transpose()
    }

    /// Every item. Set a [`limit`](Self::limit) where the list may be long.
    pub fn try_collect(self) -> Result<Vec<T>> {
        self.collect()
    }
}

impl<T: Send + 'static> Iterator for Pager<T> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Self::Item> {
        // Items that are here already need no trip to the runtime.
        if let Some(item) = self.0.as_mut()?.ready() {
            return Some(Ok(item));
        }
        advance(&mut self.0, |mut pager| async move {
            let item = pager.next().await;
            (pager, item)
        })
    }
}

impl<T: Send + 'static> Iterator for Pages<T> {
    type Item = Result<Page<T>>;

    fn next(&mut self) -> Option<Self::Item> {
        advance(&mut self.0, |mut pages| async move {
            let page = pages.next().await;
            (pages, page)
        })
    }
}

/// What comes piece by piece: an iterator. After an error it ends.
#[must_use = "a stream does nothing until pieces are taken from it"]
pub struct Streamed<T>(Option<crate::plane::Streamed<T>>);

impl<T: Send + 'static> Streamed<T> {
    pub(crate) fn new(inner: crate::plane::Streamed<T>) -> Self {
        Self(Some(inner))
    }
}

impl<T: Send + 'static> Iterator for Streamed<T> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Self::Item> {
        advance(&mut self.0, |mut pieces| async move {
            let piece = pieces.next().await;
            (pieces, piece)
        })
    }
}

impl<T> fmt::Debug for Streamed<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Streamed")
    }
}

impl Watch {
    pub(crate) fn new(inner: crate::workflows::Watch) -> Self {
        Self(Some(inner))
    }
}

impl Iterator for Watch {
    type Item = Result<DeploymentEvent>;

    fn next(&mut self) -> Option<Self::Item> {
        advance(&mut self.0, |mut watch| async move {
            let event = watch.next().await;
            (watch, event)
        })
    }
}

/// Takes a step on the runtime. The stream is away meanwhile; if the step panics, it stays away and is at its end.
fn advance<S, T, F>(stream: &mut Option<S>, step: impl FnOnce(S) -> F) -> Option<Result<T>>
where
    S: Send + 'static,
    T: Send + 'static,
    F: Future<Output = (S, Option<Result<T>>)> + Send + 'static,
{
    let step = step(stream.take()?);
    match runtime::wait(async move { Ok(step.await) }) {
        Ok((rest, item)) => {
            *stream = Some(rest);
            item
        }
        Err(error) => Some(Err(error)),
    }
}

impl<T> fmt::Debug for Pager<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Watch")
    }
}
