//! What the parts of one running emulator share: the world behind one lock, the request log, and where changes are stored.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use crate::errors::Unsaved;
use crate::request_log::RequestLog;
use crate::seeds::{CLIENT_ID, TOKEN};
use crate::store::Store;
use crate::world::{Origin, World};

/// What the server, the administration and the handle share.
#[derive(Debug)]
pub(crate) struct Shared {
    origin: Origin,
    /// The world of the seed; a reset copies it.
    planted: World,
    world: Mutex<World>,
    /// What was there before the last change, while a fault shows it.
    before: Mutex<Option<World>>,
    log: Mutex<RequestLog>,
    store: Option<Store>,
}

impl Shared {
    /// Takes up the world that is stored in the directory, if any, else that of the seed. The error is for people.
    pub(crate) fn new(origin: Origin, data_dir: Option<&Path>) -> Result<Self, String> {
        let planted = World::new(&origin);
        let (store, stored) = match data_dir.map(Store::open).transpose()? {
            Some((store, stored)) => (Some(store), stored),
            None => (None, None),
        };
        let world = match (stored, &store) {
            (Some(mut world), _) => {
                world.configure(&origin);
                world
            }
            (None, Some(store)) => {
                store.save(&planted).map_err(|unsaved| unsaved.message().to_owned())?;
                planted.clone()
            }
            (None, None) => planted.clone(),
        };
        Ok(Self {
            origin,
            planted,
            world: Mutex::new(world),
            before: Mutex::default(),
            log: Mutex::default(),
            store,
        })
    }

    /// Makes a change and stores it before it counts. What cannot be stored is undone. Work that fails must have
    /// changed nothing.
    pub(crate) fn change<T, E: From<Unsaved>>(
        &self,
        work: impl FnOnce(&mut World) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut world = self.world();
        if world.faults.look_back() {
            *self.before.lock().unwrap_or_else(PoisonError::into_inner) = Some(world.clone());
        }
        let Some(store) = &self.store else { return work(&mut world) };
        let before = world.clone();
        let done = work(&mut world)?;
        if let Err(unsaved) = store.save(&world) {
            *world = before;
            return Err(unsaved.into());
        }
        Ok(done)
    }

    /// Makes a change for a caller who cannot be told of a failure: what cannot be stored now is stored with the next
    /// change.
    pub(crate) fn change_or_keep<T>(&self, work: impl FnOnce(&mut World) -> T) -> T {
        let mut world = self.world();
        let done = work(&mut world);
        if let Some(store) = &self.store {
            let _ = store.save(&world);
        }
        done
    }

    /// What was there before the last change.
    pub(crate) fn before(&self) -> Option<Self> {
        let world = self.before.lock().unwrap_or_else(PoisonError::into_inner).clone()?;
        Some(Self {
            origin: self.origin.clone(),
            planted: self.planted.clone(),
            world: Mutex::new(world),
            before: Mutex::default(),
            log: Mutex::default(),
            store: None,
        })
    }

    /// The world as it was when it was planted.
    pub(crate) fn planted(&self) -> &World {
        &self.planted
    }

    /// Hold it only for pure functions: never across an await. A panic under the lock has been answered with a 500,
    /// and the state is still a value, so a poisoned lock is used on.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn log(&self) -> MutexGuard<'_, RequestLog> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Goes back to the seed, with an empty request log and no faults.
    pub(crate) fn reset(&self) -> Result<(), Unsaved> {
        self.change(|world| {
            *world = self.planted.clone();
            Ok(())
        })?;
        self.log().reset();
        Ok(())
    }

    pub(crate) fn info(&self) -> Value {
        let world = self.world();
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "seed": self.origin.seed.name(),
            "random_seed": self.origin.random_seed,
            "clock": world.clock.describe(),
            "stored": self.store.is_some(),
            "rate_limit": world.rate_limits.limit(),
            "quirks": world.state.quirks,
            "faults": world.faults.len(),
            "orgs": world.state.orgs.iter().map(|org| org.name.as_str()).collect::<Vec<_>>(),
            "apps": world.state.apps.values().filter(|app| app.deleted_at.is_none()).count(),
            "token": TOKEN,
            "client_id": CLIENT_ID,
        })
    }
}
