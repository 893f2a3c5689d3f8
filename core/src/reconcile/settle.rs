//! Finding out later what became of a change.

use serde::{Serialize, Serializer};

use super::{Change, Found, Traced, look_for};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::models::{ApiKeys, App, Deployment, Member};
use crate::meta::Meta;
use crate::pending::Pending;

/// Something that may have come of a change, of [`AmbiguousOutcome`](ErrorKind::AmbiguousOutcome).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Candidate {
    /// A deployment that nobody can tell from the one that was asked for.
    Deployment(Box<Deployment>),
    /// An app of the name that was asked for, which may have been there before; or the app that was to be updated, as it is now.
    App(Box<App>),
}

impl Serialize for Candidate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Deployment(deployment) => deployment.serialize(serializer),
            Self::App(app) => app.serialize(serializer),
        }
    }
}

/// What became of a change, from [`Client::reconcile`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Settled {
    /// The deployment was started.
    Deployment(Box<Deployment>),
    /// The app was created, or updated.
    App(Box<App>),
    /// The keys were replaced.
    ApiKeys(Box<ApiKeys>),
    /// The member was added.
    Member(Box<Member>),
    /// Nothing of it is there: it did not happen, and may be tried again.
    NotDone,
}

impl Settled {
    /// What it tells about itself.
    pub(crate) fn meta(&self) -> Meta {
        match self {
            Self::Deployment(deployment) => deployment.meta.clone(),
            Self::App(app) => app.meta.clone(),
            Self::ApiKeys(keys) => keys.meta.clone(),
            Self::Member(member) => member.meta.clone(),
            Self::NotDone => Meta::default(),
        }
    }
}

impl Serialize for Settled {
    /// The object, or nothing.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Deployment(deployment) => deployment.serialize(serializer),
            Self::App(app) => app.serialize(serializer),
            Self::ApiKeys(keys) => keys.serialize(serializer),
            Self::Member(member) => member.serialize(serializer),
            Self::NotDone => serializer.serialize_none(),
        }
    }
}

impl Client {
    /// Finds out what became of a change that failed with [`AmbiguousOutcome`](ErrorKind::AmbiguousOutcome). It only looks, and
    /// sends no change.
    ///
    /// # Errors
    ///
    /// [`AmbiguousOutcome`](ErrorKind::AmbiguousOutcome) while nobody can tell;
    /// [`Conflict`](ErrorKind::Conflict) when something else was there first;
    /// [`ValidationError`](ErrorKind::ValidationError) for an error of another kind, which tells of no such change; and what
    /// any call may meet, from [`ErrorKind`].
    pub fn reconcile(&self, error: &Error) -> Pending<Settled> {
        self.settle(error.change().cloned().ok_or_else(Change::none))
    }

    /// The same for what an error had carried.
    pub(crate) fn settle(&self, change: Result<Change>) -> Pending<Settled> {
        let client = self.clone();
        Pending::new(async move {
            let change = change?;
            match change.operation.as_str() {
                "deployments.create" => client.settled(change, Settled::Deployment).await,
                "apps.create" | "apps.update" => client.settled(change, Settled::App).await,
                "api_keys.regenerate" => client.settled(change, Settled::ApiKeys).await,
                "members.add" => client.settled(change, Settled::Member).await,
                _ => Err(Change::none()),
            }
        })
    }

    async fn settled<T: Traced>(&self, change: Change, made: fn(Box<T>) -> Settled) -> Result<Settled> {
        Ok(self.found(change).await?.map_or(Settled::NotDone, |result| made(Box::new(result))))
    }

    async fn found<T: Traced>(&self, change: Change) -> Result<Option<T>> {
        match look_for::<T>(&change, |_| Some(self.clone())).await {
            Found::Result(mut result) => {
                let meta = result.told().with_adopted();
                result.stamp(&meta);
                Ok(Some(result))
            }
            Found::Nothing => Ok(None),
            Found::Refused(error) => Err(error),
            Found::Unclear(candidates) => Err(still_unclear(change, candidates)),
            // The look's own failure says more than that there was one.
            Found::Unknown(error) => Err(error.unwrap_or_else(|| still_unclear(change, Vec::new()))),
        }
    }
}

fn still_unclear(change: Change, candidates: Vec<Candidate>) -> Error {
    let operation = change.operation();
    let error = Error::new(ErrorKind::AmbiguousOutcome, "nobody can tell whether the change has happened")
        .with_change(change, candidates);
    match operation {
        Some(operation) => error.of(operation),
        None => error,
    }
}
