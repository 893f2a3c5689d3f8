//! What is kept of an app's runtime, the data plane that its keys open: loaded rows, and what it has answered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::apps::App;
use super::datasets::Loaded;
use super::deployment::{Deployment, Status};
use super::manifest::Manifest;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Runtime {
    /// By name.
    pub(crate) datasets: BTreeMap<String, Loaded>,
    /// The newest deployment that the app had when it was deleted: it runs no more if the app comes back.
    pub(crate) ended: Option<i64>,
    /// Since the start or the last reset.
    #[serde(skip)]
    pub(crate) traffic: Traffic,
}

/// How often requests were answered, by method, path and status.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traffic(pub(crate) BTreeMap<(String, &'static str, u16), u64>);

impl Traffic {
    pub(crate) fn note(&mut self, method: &str, path: &'static str, status: u16) {
        *self.0.entry((method.to_owned(), path, status)).or_default() += 1;
    }
}

impl App {
    /// The deployment that runs: the newest that has succeeded, also while a later one is on its way or has failed.
    pub(crate) fn serving(&self) -> Option<&Deployment> {
        if self.paused || self.deleted_at.is_some() {
            return None;
        }
        let runs = |deployment: &&Deployment| {
            deployment.status == Status::Succeeded
                && self.runtime.ended.is_none_or(|ended| deployment.id > ended)
        };
        self.deployments.iter().rev().find(runs)
    }

    /// What the running deployment was made of, if one runs. One whose spicepod was not kept, as by older emulators, has the
    /// app's present one.
    pub(crate) fn running_manifest(&self) -> Option<Manifest> {
        let deployment = self.serving()?;
        let spicepod = deployment.spicepod.as_ref().or(self.config.spicepod.as_ref());
        Some(spicepod.map(Manifest::read).unwrap_or_default())
    }
}
