//! Who distributes and verifies keys: functions of a Rust program, or the host of a call.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use serde_json::json;

use super::Keeper;
use crate::client::Client;
use crate::conversation::{Answer, Conversation, Step};
use crate::error::{Error, ErrorKind, Result};
use crate::generated::models::RotationEvent;
use crate::meta::Meta;
use crate::pending::Pending;
use crate::plane::RuntimeTarget;
use crate::reply::Reply;
use crate::wire::{JsonValue, Secret};

type Words = String;
type Failure = Box<dyn std::error::Error + Send + Sync>;
type Soon<T> = Pin<Box<dyn Future<Output = std::result::Result<T, Words>> + Send>>;
type Distribute = Box<dyn FnMut(i64, Secret) -> Soon<()> + Send>;
type Verify = Box<dyn FnMut(i64, Secret) -> Soon<bool> + Send>;
type Hear = Box<dyn FnMut(RotationEvent) + Send>;

/// What a rotation needs of the program: how keys get to those that use them, and how to know that they work.
///
/// ```
/// use spice_cloud::Handover;
///
/// let handover = Handover::new(|slot, key| async move {
///     // Put the key where clients find it.
///     println!("key {slot} has {} letters", key.reveal().len());
///     Ok(())
/// });
/// ```
#[must_use = "it is given to `rotate`"]
pub struct Handover {
    distribute: Distribute,
    verify: Option<Verify>,
    hear: Option<Hear>,
}

impl Handover {
    /// Gives each new key, with its number, to a function that hands it to whoever uses it. When that fails, the rotation stops.
    pub fn new<F, T>(mut distribute: F) -> Self
    where
        F: FnMut(i64, Secret) -> T + Send + 'static,
        T: Future<Output = std::result::Result<(), Failure>> + Send + 'static,
    {
        let distribute: Distribute = Box::new(move |slot, key| {
            let work = distribute(slot, key);
            Box::pin(async move { work.await.map_err(|error| error.to_string()) })
        });
        Self { distribute, verify: None, hear: None }
    }

    /// Has keys verified by a function instead of by a query to the app's runtime with the new key.
    pub fn verify<F, T>(mut self, mut verify: F) -> Self
    where
        F: FnMut(i64, Secret) -> T + Send + 'static,
        T: Future<Output = std::result::Result<bool, Failure>> + Send + 'static,
    {
        self.verify = Some(Box::new(move |slot, key| {
            let work = verify(slot, key);
            Box::pin(async move { work.await.map_err(|error| error.to_string()) })
        }));
        self
    }

    /// Tells a function of each step; what it keeps of the journal lets another process go on.
    pub fn on_event(mut self, hear: impl FnMut(RotationEvent) + Send + 'static) -> Self {
        self.hear = Some(Box::new(hear));
        self
    }

    pub(super) fn into_keeper(self, client: Client, app: i64) -> Box<dyn Keeper> {
        Box::new(Program { handover: self, client, app })
    }
}

impl fmt::Debug for Handover {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Handover")
    }
}

/// A Rust program.
struct Program {
    handover: Handover,
    client: Client,
    app: i64,
}

impl Keeper for Program {
    fn distribute(&mut self, slot: i64, key: &Secret) -> Pending<std::result::Result<(), Words>> {
        let work = (self.handover.distribute)(slot, key.clone());
        Pending::new(async move { Ok(work.await) })
    }

    fn verify(&mut self, slot: i64, key: &Secret) -> Pending<std::result::Result<bool, Words>> {
        match &mut self.handover.verify {
            Some(verify) => {
                let work = verify(slot, key.clone());
                Pending::new(async move { Ok(work.await) })
            }
            None => by_query(self.client.clone(), self.app, key.clone()),
        }
    }

    fn tell(&mut self, event: RotationEvent) -> Pending<()> {
        if let Some(hear) = &mut self.handover.hear {
            hear(event);
        }
        Pending::new(async { Ok(()) })
    }
}

/// The host of a call.
pub(crate) struct Host {
    conversation: Arc<Conversation>,
    client: Client,
    app: i64,
    verifies: bool,
}

impl Host {
    pub(crate) fn new(conversation: Arc<Conversation>, client: Client, app: i64, verifies: bool) -> Self {
        Self { conversation, client, app, verifies }
    }

    fn ask(
        &self,
        step: &'static str,
        slot: i64,
        key: &Secret,
    ) -> Pending<std::result::Result<JsonValue, Words>> {
        let conversation = Arc::clone(&self.conversation);
        let value = json!({ "slot": slot, "key": key.reveal() }).to_string();
        Pending::new(async move {
            match conversation.ask(Step::Ask { step, value }).await? {
                Answer::Value(value) => Ok(Ok(value)),
                Answer::Failed(words) => Ok(Err(words)),
                Answer::Token(_) => {
                    Err(Error::new(ErrorKind::InternalError, "the host answered with a token"))
                }
            }
        })
    }
}

impl Keeper for Host {
    fn distribute(&mut self, slot: i64, key: &Secret) -> Pending<std::result::Result<(), Words>> {
        let asked = self.ask("distribute", slot, key);
        Pending::new(async move { Ok(asked.await?.map(drop)) })
    }

    fn verify(&mut self, slot: i64, key: &Secret) -> Pending<std::result::Result<bool, Words>> {
        if !self.verifies {
            return by_query(self.client.clone(), self.app, key.clone());
        }
        let asked = self.ask("verify", slot, key);
        // Whatever is not true has not passed.
        Pending::new(async move { Ok(asked.await?.map(|passed| passed == JsonValue::Bool(true))) })
    }

    fn tell(&mut self, event: RotationEvent) -> Pending<()> {
        let conversation = Arc::clone(&self.conversation);
        Pending::new(async move { conversation.say(Step::Event(Reply::event(event, Meta::default()))).await })
    }
}

/// Asks the app's runtime for nothing in particular, with the key.
fn by_query(client: Client, app: i64, key: Secret) -> Pending<std::result::Result<bool, Words>> {
    Pending::new(async move {
        let answer: Result<()> = async {
            let address = client.door(&RuntimeTarget::from(app)).await?.url;
            let target = RuntimeTarget::from(key).url(address.as_str());
            client.runtime(target).sql("SELECT 1").await.map(drop)
        }
        .await;
        Ok(match answer {
            Ok(()) => Ok(true),
            Err(error) => Err(error.message().to_owned()),
        })
    })
}
