//! Streams, as iterators that wait.

use std::fmt;

use super::Client;
use crate::error::Error;
use crate::{DeploymentEvent, Result, runtime};

/// A list that comes in pages: an iterator over its items, fetched as they are wanted, each exactly once.
///
/// After an error the list ends.
#[must_use = "a list does nothing until items are taken from it"]
pub struct Pager<T> {
    /// Away while a page is fetched.
    inner: Option<crate::Pager<T>>,
}

impl<T> Pager<T> {
    #[allow(clippy::needless_pass_by_value)] // The same form as the asynchronous twin, from one template.
    pub(crate) fn new(_client: Client, inner: crate::Pager<T>) -> Self {
        Self { inner: Some(inner) }
    }

    fn map(self, change: impl FnOnce(crate::Pager<T>) -> crate::Pager<T>) -> Self {
        Self { inner: self.inner.map(change) }
    }

    /// How many items a page asks for; 100 if not given. It does not say how many come in all: see [`limit`](Self::limit).
    pub fn page_size(self, size: u32) -> Self {
        self.map(|pager| pager.page_size(size))
    }

    /// How many items may come in all.
    pub fn limit(self, most: usize) -> Self {
        self.map(|pager| pager.limit(most))
    }
}

impl<T: Send + 'static> Pager<T> {
    /// The first item, for one request; nothing when the list is empty.
    pub fn first(self) -> Result<Option<T>> {
        self.limit(1).next().transpose()
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
        if let Some(item) = self.inner.as_mut()?.ready() {
            return Some(Ok(item));
        }
        let mut pager = self.inner.take()?;
        settled(runtime::wait(async move {
            let item = pager.next().await;
            Ok((pager, item))
        }))
        .map_or_else(
            |error| Some(Err(error)),
            |(pager, item)| {
                self.inner = Some(pager);
                item
            },
        )
    }
}

/// A deployment that is being followed: an iterator over its steps.
#[must_use = "a deployment is followed only while events are taken"]
pub struct Watch {
    /// Away while it looks.
    inner: Option<crate::Watch>,
}

impl Watch {
    pub(crate) fn new(inner: crate::Watch) -> Self {
        Self { inner: Some(inner) }
    }
}

impl Iterator for Watch {
    type Item = Result<DeploymentEvent>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut watch = self.inner.take()?;
        settled(runtime::wait(async move {
            let event = watch.next().await;
            Ok((watch, event))
        }))
        .map_or_else(
            |error| Some(Err(error)),
            |(watch, event)| {
                self.inner = Some(watch);
                event
            },
        )
    }
}

/// Only says what type a step has.
fn settled<S, T>(step: Result<(S, Option<Result<T>>)>) -> std::result::Result<(S, Option<Result<T>>), Error> {
    step
}

impl<T> fmt::Debug for Pager<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, formatter)
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Watch")
    }
}
