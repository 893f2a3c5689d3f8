//! A worker with an app of its own, who knows what has to come back.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;
use std::time::Duration;

use spice_cloud::{
    ApiKeys, App, Client, CreateApp, CreateDeployment, RegenerateApiKey, UpdateApp, WaitOptions,
};

use crate::Failure;
use crate::tally::Tally;

const SPICEPOD: &str = "version: v1\nkind: Spicepod\nname: soak\n";

pub(crate) struct Worker {
    client: Client,
    tally: Arc<Tally>,
    app: App,
    /// How many steps there were.
    steps: usize,
    /// As it was set last; nothing while that is not known.
    description: Option<String>,
    /// Secrets that are there for certain.
    secrets: BTreeSet<String>,
    /// Both keys as they were seen last; nothing while they are not known.
    keys: Option<(String, String)>,
    /// The newest deployment that is known.
    deployment: i64,
    /// An app that could not be deleted yet.
    left_over: Option<i64>,
}

impl Worker {
    /// Makes the worker's app.
    pub(crate) async fn begin(client: Client, tally: Arc<Tally>, number: usize) -> Result<Self, Failure> {
        let name = format!("soak-worker-{number}");
        let app = client.apps().create(CreateApp::builder().name(name).build()).await?;
        client.apps().update(app.id, UpdateApp::builder().spicepod(SPICEPOD).build()).await?;
        Ok(Self {
            client,
            tally,
            app,
            steps: 0,
            description: None,
            secrets: BTreeSet::new(),
            keys: None,
            deployment: 0,
            left_over: None,
        })
    }

    pub(crate) async fn step(&mut self, step: &str) {
        self.steps += 1;
        match step {
            "list" => self.list().await,
            "get" => self.get().await,
            "update" => self.update().await,
            "set" => self.set().await,
            "delete" => self.delete().await,
            "keys" => self.keys().await,
            "regenerate" => self.regenerate().await,
            "deploy" => self.deploy().await,
            "create" => self.create().await,
            other => self.tally.expect(false, || format!("there is no step {other}")),
        }
    }

    async fn list(&self) {
        let apps = self.tally.call(self.client.apps().list().page_size(20).try_collect()).await;
        let Some(apps) = apps else { return };
        let ids: HashSet<i64> = apps.iter().map(|app| app.id).collect();
        let own = apps.iter().any(|app| app.id == self.app.id && app.name == self.app.name);
        self.tally.expect(ids.len() == apps.len(), || "list: an app came twice".to_owned());
        self.tally.expect(own, || format!("list: {} is missing among {}", self.app.name, apps.len()));
    }

    async fn get(&self) {
        let Some(app) = self.tally.call(self.client.apps().get(self.app.id)).await else { return };
        self.is_own("get", &app);
        if let Some(description) = &self.description {
            let came = app.description.as_ref();
            self.tally.expect(came == Some(description), || format!("get: {came:?}, not {description}"));
        }
    }

    async fn update(&mut self) {
        let (description, number) = (format!("step {}", self.steps), self.steps.to_string());
        let tags = [("step".to_owned(), number.clone())];
        let changes = UpdateApp::builder()
            .description(&description)
            .tags(std::collections::BTreeMap::from(tags))
            .build();
        self.description = None;
        let Some(app) = self.tally.call(self.client.apps().update(self.app.id, changes)).await else {
            return;
        };
        self.is_own("update", &app);
        let (told, tag) = (app.description.as_ref(), app.tags.get("step"));
        let set = told == Some(&description) && tag == Some(&number);
        self.tally.expect(set, || format!("update: {told:?} and {tag:?}, not {description}"));
        self.description = Some(description);
    }

    async fn set(&mut self) {
        let name = format!("SOAK_{}", self.steps % 3);
        let call = self.client.secrets().set(self.app.id, &name, format!("value-{}", self.steps));
        let Some(secret) = self.tally.call(call).await else { return };
        self.tally.expect(secret.name == name, || format!("set: {} instead of {name}", secret.name));
        self.secrets.insert(name);
    }

    async fn delete(&mut self) {
        let Some(name) = self.secrets.pop_first() else { return self.get().await };
        self.tally.call(self.client.secrets().delete(self.app.id, name)).await;
    }

    async fn keys(&mut self) {
        let came = self.tally.call(self.client.api_keys().get(self.app.id)).await;
        let Some(came) = came.as_ref().map(both) else { return };
        let same = self.keys.is_none() || self.keys == came;
        self.tally.expect(came.is_some() && same, || "keys: not those that were there".to_owned());
        self.keys = came;
    }

    async fn regenerate(&mut self) {
        let before = self.keys.take();
        let call =
            self.client.api_keys().regenerate(self.app.id, RegenerateApiKey::builder().key_number(1).build());
        let Some(came) = self.tally.call(call).await.as_ref().map(both) else { return };
        let right = came.as_ref().is_some_and(|came| {
            before.as_ref().is_none_or(|before| came.0 != before.0 && came.1 == before.1)
        });
        self.tally.expect(right, || "regenerate: not the primary key, or not it alone".to_owned());
        self.keys = came;
    }

    async fn deploy(&mut self) {
        let options = WaitOptions::builder()
            .timeout(Duration::from_secs(10))
            .poll_interval(Duration::from_millis(50))
            .build();
        let params = CreateDeployment::builder().commit_message(format!("step {}", self.steps)).build();
        let call = self.client.deployments().deploy(self.app.id, params, options);
        let Some(deployment) = self.tally.call(call).await else { return };
        let right = deployment.status.as_str() == "succeeded" && deployment.id > self.deployment;
        self.tally.expect(right, || format!("deploy: {} is {}", deployment.id, deployment.status));
        self.deployment = deployment.id;
    }

    async fn create(&mut self) {
        if let Some(id) = self.left_over {
            self.remove(id).await;
        }
        let name = format!("{}-{}", self.app.name, self.steps);
        let call = self.client.apps().create(CreateApp::builder().name(&name).build());
        let Some(app) = self.tally.call(call).await else { return };
        self.tally.expect(app.name == name, || format!("create: {} instead of {name}", app.name));
        self.remove(app.id).await;
    }

    async fn remove(&mut self, id: i64) {
        let deleted = self.tally.call(self.client.apps().delete(id)).await;
        self.left_over = deleted.is_none().then_some(id);
    }

    fn is_own(&self, step: &str, app: &App) {
        let own = app.id == self.app.id && app.name == self.app.name;
        self.tally.expect(own, || format!("{step}: {} instead of {}", app.name, self.app.name));
    }
}

/// Both keys, when both came.
fn both(keys: &ApiKeys) -> Option<(String, String)> {
    let text = |key: &Option<spice_cloud::Secret>| key.as_ref().map(|key| key.reveal().to_owned());
    Some((text(&keys.api_key)?, text(&keys.api_key_2)?))
}
