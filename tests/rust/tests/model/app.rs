//! Changes of apps, and what has to come of them.

use std::collections::BTreeMap;

use spice_cloud::{
    CreateApp, CreateDeployment, Deployment, ErrorKind, ListDeployments, RegenerateApiKey, Secret, Settled,
    UpdateApp,
};

use crate::world::{Known, World};

/// An app as it has to be.
pub struct App {
    pub id: i64,
    pub name: String,
    pub description: Option<String>,
    pub secrets: BTreeMap<String, String>,
    /// The deployments, oldest first.
    pub deployments: Vec<i64>,
    pub keys: [String; 2],
}

const SECRETS: [&str; 4] = ["DATABASE_URL", "API_TOKEN", "PASSWORD", "S3_KEY"];

impl World {
    pub async fn create_app(&mut self) {
        let name = self.name("app");
        let params = CreateApp::builder().name(name.clone()).description("as created").build();
        let known = match self.player.apps().create(params).await {
            Ok(app) => {
                assert_eq!(app.name, name);
                self.succeeded(app.meta.adopted());
                Known::Happened
            }
            Err(error) => self.settle(&error).await.0,
        };
        self.requests();
        let found = self.referee.apps().find(name.as_str()).await.unwrap();
        self.judge(&name, known, usize::from(found.is_some()));
        let Some(app) = found else { return };
        // Nothing is deployed without a manifest.
        let manifest = UpdateApp::builder().spicepod("version: v1\nkind: Spicepod\nname: model\n").build();
        self.referee.apps().update(app.id, manifest).await.unwrap();
        let keys = self.keys(app.id).await;
        let description = app.description.clone();
        let (secrets, deployments) = (BTreeMap::new(), Vec::new());
        self.apps.push(App { id: app.id, name, description, secrets, deployments, keys });
    }

    pub async fn delete_app(&mut self, index: usize) {
        let id = self.apps[index].id;
        let known = match self.player.apps().delete(id).await {
            Ok(()) => {
                self.succeeded(false);
                Known::Happened
            }
            Err(error) => self.settle(&error).await.0,
        };
        self.requests();
        let gone = self.referee.apps().get(id).await.is_err_and(|error| error.kind() == ErrorKind::NotFound);
        self.judge("a deletion", known, usize::from(gone));
        if gone {
            self.apps.swap_remove(index);
        }
    }

    pub async fn deploy(&mut self, index: usize) {
        let id = self.apps[index].id;
        // Few words, so that earlier deployments look the same.
        let branch = if self.rng.bool() { "main" } else { "next" };
        let message = ["fix", "more", ""][self.rng.usize(..3)];
        let params = CreateDeployment::builder().branch(branch).commit_message(message).build();
        let (known, told): (_, Option<Deployment>) = match self.player.deployments().create(id, params).await
        {
            Ok(deployment) => {
                self.succeeded(deployment.meta.adopted());
                (Known::Happened, Some(deployment))
            }
            Err(error) => match self.settle(&error).await {
                (known, Some(Settled::Deployment(deployment))) => (known, Some(*deployment)),
                (known, _) => (known, None),
            },
        };
        let commits = self.commits("deployments.create");
        let newest = self.apps[index].deployments.last().copied().unwrap_or(0);
        let list = self
            .referee
            .deployments()
            .list(id, ListDeployments::default())
            .limit(5)
            .try_collect()
            .await
            .unwrap();
        let mut new: Vec<i64> = list.iter().map(|one| one.id).take_while(|id| *id != newest).collect();
        new.reverse();
        assert_eq!(new.len(), commits, "the log and the list agree");
        if let Some(told) = told {
            assert_eq!(Some(&told.id), new.last(), "it is the one that was started");
            assert_eq!(told.branch.as_deref(), Some(branch));
        }
        self.judge("a deployment", known, new.len());
        self.apps[index].deployments.extend(new);
    }

    pub async fn set_secret(&mut self, index: usize) {
        let (id, name, value) =
            (self.apps[index].id, SECRETS[self.rng.usize(..SECRETS.len())], self.name("value"));
        let known = match self.player.secrets().set(id, name, value.as_str()).await {
            Ok(secret) => {
                assert_eq!(secret.name, name);
                self.succeeded(false);
                Known::Happened
            }
            Err(error) => self.settle(&error).await.0,
        };
        self.requests();
        let is_set = self.secrets_of(id).get(name) == Some(&value);
        self.judge(name, known, usize::from(is_set));
        if is_set {
            self.apps[index].secrets.insert(name.to_owned(), value);
        }
    }

    pub async fn delete_secret(&mut self, index: usize) {
        let (id, name) = (self.apps[index].id, SECRETS[self.rng.usize(..SECRETS.len())]);
        let was_there = self.apps[index].secrets.contains_key(name);
        let known = match self.player.secrets().delete(id, name).await {
            Ok(()) => {
                self.succeeded(false);
                Known::Happened
            }
            Err(error) if error.kind() == ErrorKind::NotFound && !was_there => {
                self.figures.failed(&error);
                Known::Happened
            }
            Err(error) => self.settle(&error).await.0,
        };
        self.requests();
        let is_gone = !self.secrets_of(id).contains_key(name);
        if was_there {
            self.judge(name, known, usize::from(is_gone));
        }
        if is_gone {
            self.apps[index].secrets.remove(name);
        }
    }

    pub async fn update_app(&mut self, index: usize) {
        let (id, text) = (self.apps[index].id, self.name("description"));
        let params = UpdateApp::builder().description(text.clone()).build();
        let guarded = self.rng.bool();
        let updated = if guarded {
            match self.player.apps().get(id).await {
                Ok(app) => self.player.apps().update_if_unchanged(&app, params).await,
                Err(error) => Err(error),
            }
        } else {
            self.player.apps().update(id, params).await
        };
        let known = match updated {
            Ok(app) => {
                assert_eq!(app.description.as_ref(), Some(&text));
                self.succeeded(app.meta.adopted());
                Known::Happened
            }
            Err(error) => {
                assert_ne!(error.kind(), ErrorKind::Conflict, "nobody else writes: {error}");
                self.settle(&error).await.0
            }
        };
        let commits = self.commits("apps.update");
        let app = self.referee.apps().get(id).await.unwrap();
        // Sent once more it does no harm; where it is guarded, it must not be.
        let times = if guarded { commits } else { usize::from(app.description.as_ref() == Some(&text)) };
        self.judge("an update", known, times);
        self.apps[index].description = app.description;
    }

    pub async fn regenerate(&mut self, index: usize) {
        let (id, number) = (self.apps[index].id, self.rng.i64(1..=2));
        let slot = usize::try_from(number - 1).unwrap();
        let params = RegenerateApiKey::builder().key_number(number).build();
        let (known, told) = match self.player.api_keys().regenerate(id, params).await {
            Ok(keys) => {
                self.succeeded(keys.meta.adopted());
                (Known::Happened, Some(keys))
            }
            Err(error) => match self.settle(&error).await {
                (known, Some(Settled::ApiKeys(keys))) => (known, Some(*keys)),
                (known, _) => (known, None),
            },
        };
        let commits = self.commits("api_keys.regenerate");
        let keys = self.keys(id).await;
        if let Some(told) = told {
            let told = if number == 1 { told.api_key } else { told.api_key_2 };
            assert_eq!(
                told.as_ref().map(Secret::reveal),
                Some(keys[slot].as_str()),
                "it is the key that works"
            );
        }
        let was = &self.apps[index].keys;
        assert_eq!(was[1 - slot], keys[1 - slot], "the other key is as it was");
        assert_eq!(was[slot] != keys[slot], commits > 0, "the log and the keys agree");
        self.judge("a new key", known, commits);
        self.apps[index].keys = keys;
    }

    async fn keys(&self, app: i64) -> [String; 2] {
        let keys = self.referee.api_keys().get(app).await.unwrap();
        [keys.api_key, keys.api_key_2].map(|key| key.unwrap().reveal().to_owned())
    }

    /// Values of secrets, which only the emulator's state tells.
    fn secrets_of(&self, app: i64) -> BTreeMap<String, String> {
        let state = self.emulator.state();
        let app = state["apps"].as_array().unwrap().iter().find(|one| one["id"] == app).unwrap();
        let secrets = app["secrets"].as_object().unwrap().iter();
        secrets.map(|(name, secret)| (name.clone(), secret["value"].as_str().unwrap().to_owned())).collect()
    }

    /// Holds the whole world against the model.
    pub async fn compare(&mut self) {
        let mut names: Vec<String> = Vec::new();
        let mut apps = self.referee.apps().list();
        while let Some(app) = apps.try_next().await.unwrap() {
            names.push(app.name);
        }
        let mut wanted: Vec<String> = self.apps.iter().map(|app| app.name.clone()).collect();
        names.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(names, wanted);
        for app in &self.apps {
            let list = self
                .referee
                .deployments()
                .list(app.id, ListDeployments::default())
                .try_collect()
                .await
                .unwrap();
            assert!(
                list.iter().rev().map(|one| one.id).eq(app.deployments.iter().copied()),
                "deployments of {}",
                app.name
            );
            assert_eq!(self.referee.apps().get(app.id).await.unwrap().description, app.description);
            assert_eq!(self.secrets_of(app.id), app.secrets);
            assert_eq!(self.keys(app.id).await, app.keys);
        }
        self.compare_members().await;
    }
}
