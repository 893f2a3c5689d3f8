//! The present token: fetched once however many ask, renewed before it expires.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::sync::watch;
use tokio::time::Instant;

use super::lifetime::{Freshness, Lifetime};
use super::token::Token;
use crate::error::{Error, ErrorKind, Result};
use crate::pace::Pace;
use crate::pending::Pending;
use crate::wire::Secret;

/// After a failure nobody asks again for so long.
const PAUSE: Duration = Duration::from_secs(1);

/// A token that was fetched.
pub(crate) struct Fetched {
    pub(crate) token: Secret,
    /// Nothing when it must be fetched for every call.
    pub(crate) lifetime: Option<Duration>,
}

/// The present token and whoever is fetching the next.
pub(crate) struct Cache {
    state: Mutex<State>,
    pace: Pace,
    wall: fn() -> SystemTime,
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    flight: Option<Flight>,
    failed: Option<(Instant, Error)>,
}

struct Held {
    token: Arc<Token>,
    lifetime: Option<Lifetime>,
    /// By both clocks: one stands still while a laptop sleeps, the other may be set back.
    at: Instant,
    wall_at: SystemTime,
}

/// What a fetch that is on its way will bring.
type Flight = watch::Receiver<Option<Result<Arc<Token>>>>;

enum Next {
    Use(Arc<Token>),
    Fail(Error),
    /// Wait for a fetch; if it fails, this one still serves.
    Wait(Flight, Option<Arc<Token>>),
}

impl Cache {
    pub(crate) fn new(pace: Pace, wall: fn() -> SystemTime) -> Arc<Self> {
        Arc::new(Self { state: Mutex::default(), pace, wall })
    }

    /// A token that is valid now. One fetch serves all who ask meanwhile, also when whoever asked first goes away.
    pub(crate) async fn get(self: &Arc<Self>, fetch: impl Fn() -> Pending<Fetched>) -> Result<Arc<Token>> {
        loop {
            match self.next(&fetch) {
                Next::Use(token) => return Ok(token),
                Next::Fail(error) => return Err(error),
                Next::Wait(flight, spare) => match (landed(flight).await, spare) {
                    (Some(Ok(token)), _) => return Ok(token),
                    (Some(Err(error)), Some(spare)) => {
                        tracing::warn!(
                            error = error.kind().name(),
                            "the token could not be renewed; it still serves"
                        );
                        return Ok(spare);
                    }
                    (Some(Err(error)), None) => return Err(error),
                    // The runtime of whoever fetched is gone.
                    (None, _) => {}
                },
            }
        }
    }

    /// A token in place of one that the server refused: what somebody else has fetched already, or a new one.
    pub(crate) async fn renew(
        self: &Arc<Self>,
        refused: &Arc<Token>,
        fetch: impl Fn() -> Pending<Fetched>,
    ) -> Result<Arc<Token>> {
        loop {
            let flight = {
                let mut state = self.lock();
                match &state.held {
                    Some(held) if !Arc::ptr_eq(&held.token, refused) => return Ok(Arc::clone(&held.token)),
                    _ => self.join(&mut state, &fetch),
                }
            };
            if let Some(landed) = landed(flight).await {
                return landed;
            }
        }
    }

    fn next(self: &Arc<Self>, fetch: &impl Fn() -> Pending<Fetched>) -> Next {
        let mut state = self.lock();
        let (freshness, token) = match &state.held {
            Some(held) => (self.freshness(held), Some(Arc::clone(&held.token))),
            None => (Freshness::Expired, None),
        };
        let failure = state
            .failed
            .as_ref()
            .filter(|(at, _)| self.pace.since(*at) < PAUSE)
            .map(|(_, error)| error.clone());
        match (freshness, token, failure) {
            (Freshness::Fresh, Some(token), _)
            | (Freshness::Aging | Freshness::Ending, Some(token), Some(_)) => Next::Use(token),
            (Freshness::Aging, Some(token), None) => {
                drop(self.join(&mut state, fetch));
                Next::Use(token)
            }
            (Freshness::Ending, token @ Some(_), None) => Next::Wait(self.join(&mut state, fetch), token),
            (_, _, Some(error)) => Next::Fail(error),
            (_, _, None) => Next::Wait(self.join(&mut state, fetch), None),
        }
    }

    fn freshness(&self, held: &Held) -> Freshness {
        let Some(lifetime) = &held.lifetime else { return Freshness::Expired };
        let by_wall = (self.wall)().duration_since(held.wall_at).unwrap_or_default();
        lifetime.at(self.pace.since(held.at).max(self.pace.scaled(by_wall)))
    }

    /// The fetch that is on its way, or a new one.
    fn join(self: &Arc<Self>, state: &mut State, fetch: &impl Fn() -> Pending<Fetched>) -> Flight {
        if let Some(flight) = state.flight.as_ref().filter(|flight| flight.has_changed().is_ok()) {
            return flight.clone();
        }
        let (landing, flight) = watch::channel(None);
        state.flight = Some(flight.clone());
        let (cache, fetched) = (Arc::clone(self), fetch());
        // A task of its own: whoever asked may go away while others wait.
        tokio::spawn(async move {
            let landed = cache.land(fetched).await;
            // Whoever was to give it went away: those who wait ask again, one of them for all.
            if !landed.as_ref().is_err_and(|error| error.kind() == ErrorKind::Cancelled) {
                // Nobody may be waiting any more.
                let _ = landing.send(Some(landed));
            }
        });
        flight
    }

    async fn land(&self, fetched: Pending<Fetched>) -> Result<Arc<Token>> {
        // A provider that panics must not leave everyone waiting.
        let fetched = tokio::spawn(fetched).await.unwrap_or_else(|_| {
            Err(Error::new(
                ErrorKind::InternalError,
                "the token was not fetched: whoever fetches it panicked",
            ))
        });
        let token = fetched.and_then(|fetched| Ok((Arc::new(Token::new(&fetched.token)?), fetched.lifetime)));
        let mut state = self.lock();
        state.flight = None;
        match token {
            Ok((token, lifetime)) => {
                state.failed = None;
                state.held = Some(Held {
                    token: Arc::clone(&token),
                    lifetime: lifetime.map(|whole| Lifetime::new(whole, fastrand::f64())),
                    at: Instant::now(),
                    wall_at: (self.wall)(),
                });
                Ok(token)
            }
            Err(error) => {
                if error.kind() != ErrorKind::Cancelled {
                    state.failed = Some((Instant::now(), error.clone()));
                }
                Err(error)
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a fetch brought; nothing when it was given up.
async fn landed(mut flight: Flight) -> Option<Result<Arc<Token>>> {
    flight.wait_for(Option::is_some).await.ok().and_then(|landed| landed.clone())
}

#[cfg(test)]
#[path = "cache_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "cache_interleavings.rs"]
mod interleavings;
