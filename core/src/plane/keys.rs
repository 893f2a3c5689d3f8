//! The keys of apps, fetched when they are needed and kept while they serve.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Door, address};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::inputs::AppId;
use crate::wire::Secret;

/// More apps than this are not remembered; what is forgotten is fetched again.
const MOST: usize = 256;

/// What is known of the runtimes of apps.
#[derive(Default)]
pub(crate) struct Doors(Mutex<HashMap<i64, Door>>);

impl Doors {
    /// The way into an app's runtime.
    pub(super) async fn of(&self, client: &Client, app: AppId) -> Result<Door> {
        let known = self.lock().get(&app.get()).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let found = client.apps().get(app).await?;
        let url = address(client, &found)?;
        let keys = client.api_keys().get(app).await?;
        let key = keys.api_key.or(keys.api_key_2).ok_or_else(|| {
            Error::new(ErrorKind::NotFound, format!("app {} has no API key", app.get()))
                .with_hint("make one with `api_keys.regenerate(app)`")
        })?;
        let door = Door { url, key };
        let mut known = self.lock();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(app.get(), door.clone());
        Ok(door)
    }

    /// Forgets a key that was refused, unless another has been fetched meanwhile.
    pub(super) fn forget(&self, app: AppId, key: &Secret) {
        let mut known = self.lock();
        if known.get(&app.get()).is_none_or(|door| door.key == *key) {
            known.remove(&app.get());
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<i64, Door>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Doors {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Doors")
    }
}
