//! What a call gives back, as JSON that an expectation can be compared with.

use std::fmt::Debug;

use serde::Serialize;
use serde_json::{Value, json};
use spice_cloud::{
    ApiKeys, App, AppMetrics, AppSecret, AppliedPlan, ChatChunk, ChatCompletion, Cluster, ContainerImages,
    Deployment, DeploymentEvent, Diagnosis, Error, Health, Identity, Limits, Member, Meta, Monitor, Org,
    Page, Plan, RawResponse, Reaction, Regions, ResumedApp, RuntimeDatasets, RuntimeMetrics, RuntimeStatus,
    ScopeReport, SearchResult, Secret, SecretDrift, Settled, SpicepodReport, SqlResult,
};

use super::arguments::Object;
use super::failure::describe;
use super::rotate::Rotated;
use crate::record::{self, Ways};

/// The result of a call, or its error.
pub type Reply = Result<Outcome, Error>;

/// The result of a call.
pub struct Outcome {
    /// The result, with its secrets revealed.
    pub result: Value,
    /// What the result tells about its call; nothing when it tells nothing.
    pub meta: Option<Value>,
    /// The objects in it that may stand where an id may, each with its place in the result.
    pub objects: Vec<(String, Object)>,
    /// What shows of it, unless its secrets are revealed.
    pub ways: Ways,
}

/// Something that a call gives back.
pub(super) trait Shown: Debug {
    fn shown(&self) -> Result<Value, String>;

    /// As JSON with its secrets masked, where it can be written.
    fn masked(&self) -> Value {
        Value::Null
    }

    fn meta(&self) -> Option<&Meta> {
        None
    }

    fn object(&self) -> Option<Object> {
        None
    }

    /// The objects in it, with their places.
    fn objects(&self) -> Vec<(String, Object)> {
        self.object().map(|object| (String::new(), object)).into_iter().collect()
    }
}

/// The reply to a call.
pub(super) fn reply<T: Shown>(answer: spice_cloud::Result<T>) -> Result<Reply, String> {
    let value = match answer {
        Ok(value) => value,
        Err(error) => return Ok(Err(error)),
    };
    let meta = value.meta().map(|meta| {
        json!({ "attempts": meta.attempts(), "request_id": meta.request_id(), "adopted": meta.adopted() })
    });
    let ways = record::ways_of(&value, &value.masked());
    Ok(Ok(Outcome { result: value.shown()?, meta, objects: value.objects(), ways }))
}

fn written(value: &impl Serialize) -> Result<Value, String> {
    serde_json::to_value(value).map_err(|error| format!("the result cannot be written: {error}"))
}

fn reveal(secret: Option<&Secret>) -> Value {
    secret.map_or(Value::Null, |secret| secret.reveal().into())
}

macro_rules! shown {
    ($($model:ident $(as $object:ident)? $(reveals $($secret:ident),+)?;)*) => {$(
        impl Shown for $model {
            fn shown(&self) -> Result<Value, String> {
                #[allow(unused_mut)] // Most models hold no secret.
                let mut value = written(self)?;
                $($(value[stringify!($secret)] = reveal(self.$secret.as_ref());)+)?
                Ok(value)
            }

            fn masked(&self) -> Value {
                written(self).unwrap_or_default()
            }

            fn meta(&self) -> Option<&Meta> {
                Some(&self.meta)
            }

            $(fn object(&self) -> Option<Object> {
                Some(Object::$object(Box::new(self.clone())))
            })?
        }
    )*};
}
shown! {
    ApiKeys reveals api_key, api_key_2;
    App as App reveals api_key;
    AppMetrics;
    AppSecret;
    Cluster;
    ContainerImages;
    Deployment as Deployment;
    Health;
    Limits;
    Member as Member;
    Monitor;
    Org;
    Reaction;
    Regions;
    ResumedApp;
    AppliedPlan;
    ChatChunk;
    ChatCompletion;
    Diagnosis;
    Identity;
    Plan;
    RuntimeDatasets;
    RuntimeMetrics;
    RuntimeStatus;
    ScopeReport;
    SearchResult;
    SecretDrift;
    SpicepodReport;
    SqlResult;
}

impl Shown for Rotated {
    fn shown(&self) -> Result<Value, String> {
        let mut value = json!({ "keys": self.report.keys.shown()?, "journal": self.report.journal });
        for name in ["events", "distributed", "busy"] {
            value[name] = self.more[name].clone();
        }
        Ok(value)
    }

    fn meta(&self) -> Option<&Meta> {
        Some(&self.report.meta)
    }
}

impl Shown for () {
    fn shown(&self) -> Result<Value, String> {
        Ok(Value::Null)
    }
}

impl Shown for Settled {
    fn shown(&self) -> Result<Value, String> {
        match self {
            Self::Deployment(deployment) => deployment.shown(),
            Self::App(app) => app.shown(),
            Self::ApiKeys(keys) => keys.shown(),
            Self::Member(member) => member.shown(),
            Self::NotDone => Ok(Value::Null),
            other => Err(format!("{other:?} is not known here")),
        }
    }

    fn meta(&self) -> Option<&Meta> {
        match self {
            Self::Deployment(deployment) => deployment.meta(),
            Self::App(app) => app.meta(),
            Self::ApiKeys(keys) => keys.meta(),
            Self::Member(member) => member.meta(),
            _ => None,
        }
    }
}

impl Shown for RawResponse {
    fn shown(&self) -> Result<Value, String> {
        Ok(json!({ "status": self.status, "body": self.body }))
    }

    fn meta(&self) -> Option<&Meta> {
        Some(&self.meta)
    }
}

impl<T: Shown> Shown for Option<T> {
    fn shown(&self) -> Result<Value, String> {
        self.as_ref().map_or(Ok(Value::Null), Shown::shown)
    }

    fn masked(&self) -> Value {
        self.as_ref().map_or(Value::Null, Shown::masked)
    }

    fn meta(&self) -> Option<&Meta> {
        self.as_ref().and_then(Shown::meta)
    }

    fn object(&self) -> Option<Object> {
        self.as_ref().and_then(Shown::object)
    }
}

impl<T: Shown> Shown for Vec<T> {
    fn shown(&self) -> Result<Value, String> {
        self.iter().map(Shown::shown).collect()
    }

    fn masked(&self) -> Value {
        self.iter().map(Shown::masked).collect()
    }

    /// Items share what their page tells.
    fn meta(&self) -> Option<&Meta> {
        self.first().and_then(Shown::meta)
    }

    fn objects(&self) -> Vec<(String, Object)> {
        let numbered = self.iter().enumerate();
        numbered.filter_map(|(index, item)| Some((format!("/{index}"), item.object()?))).collect()
    }
}

impl<T: Shown> Shown for Page<T> {
    fn shown(&self) -> Result<Value, String> {
        Ok(json!({ "items": self.items.shown()?, "offset": self.offset }))
    }

    fn masked(&self) -> Value {
        self.items.masked()
    }

    fn meta(&self) -> Option<&Meta> {
        Some(&self.meta)
    }
}

/// Adds what a list gives next; after an error there is nothing more.
pub(super) fn keep<T>(all: &mut spice_cloud::Result<Vec<T>>, next: spice_cloud::Result<T>) {
    match (all.as_mut(), next) {
        (Ok(all), Ok(next)) => all.push(next),
        (_, Err(error)) => *all = Err(error),
        (Err(_), Ok(_)) => {}
    }
}

/// What following a deployment has told: its steps, and the error that it ended with, if it did.
#[derive(Debug, Default)]
pub(super) struct Watched {
    events: Vec<DeploymentEvent>,
    error: Option<Error>,
}

impl Watched {
    pub(super) fn add(&mut self, told: spice_cloud::Result<DeploymentEvent>) {
        match told {
            Ok(event) => self.events.push(event),
            Err(error) => self.error = Some(error),
        }
    }
}

impl Shown for Watched {
    fn shown(&self) -> Result<Value, String> {
        let event = |event: &DeploymentEvent| {
            Ok(json!({
                "status": event.status(),
                "waits_for": event.waits_for(),
                "deployment": event.deployment.shown()?,
                "elapsed": event.elapsed.as_secs_f64(),
                "expected": event.expected.map(|expected| expected.as_secs_f64()),
                "note": event.note,
            }))
        };
        let events: Vec<Value> = self.events.iter().map(event).collect::<Result<_, String>>()?;
        Ok(json!({ "events": events, "error": self.error.as_ref().map(describe) }))
    }
}
