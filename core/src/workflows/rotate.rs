//! Replacing both keys of an app so that clients never stand without one: the second key first, the other only when the second has
//! been taken everywhere.

mod handover;
mod journal;

use std::time::Duration;

use tokio::time::Instant;

use crate::client::Client;
use crate::conversation::Conversation;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::enums::RotationStep;
use crate::generated::inputs::{AppId, RegenerateApiKey, RotateKeys};
use crate::generated::models::{ApiKeys, RotationEvent, RotationReport};
use crate::generated::operations::API_KEYS_ROTATE;
use crate::generated::resources::ApiKeys as Resource;
use crate::pending::Pending;
use crate::request::Request;
use crate::wire::{Extra, IntoBody, JsonValue, Secret};

pub use handover::Handover;
pub(crate) use handover::Host;
use journal::Journal;

const GRACE: Duration = Duration::from_secs(30);
const TIMES: i64 = 3;
const TIMEOUT: Duration = Duration::from_secs(120);
const INTERVAL: Duration = Duration::from_secs(1);

/// Somebody who hands keys to those that use them, and knows whether they work.
pub(crate) trait Keeper: Send {
    /// Gives a key to whoever uses it; fails with words.
    fn distribute(&mut self, slot: i64, key: &Secret) -> Pending<std::result::Result<(), String>>;

    /// Whether a key works; fails with words when that cannot be found out.
    fn verify(&mut self, slot: i64, key: &Secret) -> Pending<std::result::Result<bool, String>>;

    /// Is told of a step.
    fn tell(&mut self, event: RotationEvent) -> Pending<()>;
}

impl Resource {
    /// Replaces both keys of an app, one after the other, so that clients never stand without one.
    ///
    /// The second key is replaced and handed to whoever distributes keys; it has to be verified several times in a row before
    /// the first one is touched. When that does not succeed the first key goes on working, and the error's
    /// [`journal`](Error::journal), which holds no key, lets a later call go on from there.
    ///
    /// Calls `api_keys.get`, `api_keys.regenerate` and `apps.get`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`RotationFailed`](ErrorKind::RotationFailed) when a key was not distributed or not verified; those of
    /// [`regenerate`](Self::regenerate).
    pub fn rotate(
        &self,
        app: impl Into<AppId>,
        params: RotateKeys,
        handover: Handover,
    ) -> Pending<RotationReport> {
        let request = Request::new(&API_KEYS_ROTATE).path::<AppId>("app_id", app.into());
        let request = Request { body: params.into_body(), ..request };
        let client = self.client.clone();
        Pending::new(async move {
            let keeper = handover.into_keeper(client.clone(), request.id("app_id"));
            rotate(client, request, keeper).await
        })
    }
}

/// Rotates with the host of a call, which is asked for what has to be done.
pub(crate) async fn with_host(client: Client, request: Request, verifies: bool) -> Result<RotationReport> {
    let Some(conversation) = Conversation::current() else {
        return Err(Error::new(ErrorKind::InternalError, "there is no host to hand keys to"));
    };
    let keeper = Host::new(conversation, client.clone(), request.id("app_id"), verifies);
    rotate(client, request, Box::new(keeper)).await
}

async fn rotate(client: Client, request: Request, keeper: Box<dyn Keeper>) -> Result<RotationReport> {
    client.validate(&request)?;
    let app = request.id("app_id");
    let given = request.text("journal").map(|text| Journal::read(text, app)).transpose()?;
    if client.shows_changes() {
        // Without the first change there is nothing to go on with.
        client.api_keys().regenerate(app, RegenerateApiKey::builder().key_number(2).build()).await?;
    }
    let keys = client.api_keys().get(app).await?;
    let journal = match given {
        Some(journal) => journal,
        None => Journal::begin(app, &keys),
    };
    let mut rotating = Rotating { client, request, keeper, keys, journal };
    match rotating.run().await {
        Ok(()) => {
            let meta = rotating.keys.meta.clone();
            let (keys, journal) = (rotating.keys, rotating.journal.write());
            Ok(RotationReport { keys, journal, extra: Extra::default(), meta })
        }
        Err(error) => Err(error.with_journal(rotating.journal.write())),
    }
}

/// A rotation on its way.
struct Rotating {
    client: Client,
    request: Request,
    keeper: Box<dyn Keeper>,
    /// As they are now.
    keys: ApiKeys,
    journal: Journal,
}

impl Rotating {
    async fn run(&mut self) -> Result<()> {
        self.tell(RotationStep::Started, 2).await;
        for slot in [2, 1] {
            if self.journal.is_verified(slot, &self.keys) {
                continue;
            }
            if !self.journal.is_replaced(slot, &self.keys) {
                if slot == 1 {
                    // Also when another process goes on from here: nobody knows how long ago the second was verified.
                    self.client.settings().pace.sleep(self.seconds("grace", GRACE)).await;
                }
                self.replace(slot).await?;
            }
            self.journal.note_new(slot, &self.keys);
            self.tell(RotationStep::Replaced, slot).await;
            self.distribute(slot).await?;
            self.verify(slot).await?;
            self.journal.note_verified(slot);
            self.tell(RotationStep::Verified, slot).await;
        }
        Ok(())
    }

    /// Replaces one key. The first is not touched unless the second, as it is now, has been verified.
    async fn replace(&mut self, slot: i64) -> Result<()> {
        if slot == 1 {
            self.keys = self.client.api_keys().get(self.journal.app()).await?;
            if !self.journal.is_verified(2, &self.keys) {
                return Err(stopped(
                    "key 2 has changed since it was verified, so that key 1 is not touched".to_owned(),
                )
                .with_hint("find out who else replaces keys, then rotate again without the journal"));
            }
        }
        let params = RegenerateApiKey::builder().key_number(slot).build();
        let replaced = self.client.api_keys().regenerate(self.journal.app(), params).await?;
        let has_both = replaced.api_key.is_some() && replaced.api_key_2.is_some();
        // An answer that leaves one out says nothing about it.
        let keys = if has_both { replaced } else { self.client.api_keys().get(self.journal.app()).await? };
        self.keys = ApiKeys { regenerated_key: Some(slot), ..keys };
        Ok(())
    }

    async fn distribute(&mut self, slot: i64) -> Result<()> {
        let key = self.key(slot)?;
        if let Err(words) = self.keeper.distribute(slot, &key).await? {
            let words = clean(&words, &key);
            return Err(stopped(format!("key {slot} was not distributed: {words}")).with_hint(goes_on(slot)));
        }
        self.tell(RotationStep::Distributed, slot).await;
        Ok(())
    }

    /// Waits until the key has passed often enough in a row.
    async fn verify(&mut self, slot: i64) -> Result<()> {
        let key = self.key(slot)?;
        let times = self.request.given("verify_times").and_then(JsonValue::as_i64).unwrap_or(TIMES);
        let (limit, interval) =
            (self.seconds("verify_timeout", TIMEOUT), self.seconds("verify_interval", INTERVAL));
        let (pace, began) = (self.client.settings().pace, Instant::now());
        let (mut passed, mut reason) = (0, None);
        loop {
            // A function that hangs must not hold the rotation up for ever.
            let left = limit.saturating_sub(pace.since(began));
            let verified = pace.within(left.max(interval), self.keeper.verify(slot, &key)).await;
            match verified.transpose()? {
                Some(Ok(true)) => passed += 1,
                Some(Ok(false)) => passed = 0,
                Some(Err(words)) => {
                    passed = 0;
                    reason = Some(clean(&words, &key));
                }
                None => {
                    // What an earlier try said tells more than that the last one was cut off.
                    reason.get_or_insert_with(|| "it did not end".to_owned());
                }
            }
            if passed >= times {
                return Ok(());
            }
            if pace.since(began) >= limit {
                let reason = reason.as_deref().unwrap_or("it did not pass");
                let message =
                    format!("key {slot} was not verified {times} times in a row within {limit:?}: {reason}");
                return Err(stopped(message).with_hint(goes_on(slot)));
            }
            pace.sleep(interval).await;
        }
    }

    async fn tell(&mut self, step: RotationStep, slot: i64) {
        let event = RotationEvent { step, slot, journal: self.journal.write(), extra: Extra::default() };
        // Whoever does not want to hear of it is no reason to stop half-way.
        let _ = self.keeper.tell(event).await;
    }

    fn key(&self, slot: i64) -> Result<Secret> {
        let key = if slot == 1 { &self.keys.api_key } else { &self.keys.api_key_2 };
        key.clone().ok_or_else(|| stopped(format!("the server gave no key {slot} when it was replaced")))
    }

    fn seconds(&self, name: &str, usual: Duration) -> Duration {
        let given = self.request.given(name).and_then(JsonValue::as_f64);
        given.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()).unwrap_or(usual)
    }
}

fn stopped(message: String) -> Error {
    Error::new(ErrorKind::RotationFailed, message).of(&API_KEYS_ROTATE)
}

/// What still works when a key has not got through.
fn goes_on(slot: i64) -> &'static str {
    if slot == 2 {
        "key 1 goes on working and was not touched: mend what distributes or verifies keys, then rotate again with the journal"
    } else {
        "key 2 works: mend what distributes or verifies keys, then rotate again with the journal"
    }
}

/// What a host says, without the key that it was given.
fn clean(words: &str, key: &Secret) -> String {
    words.replace(key.reveal(), crate::wire::REDACTED)
}

#[cfg(test)]
mod tests;
