//! What is there now, as far as a desired state speaks of it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::desired::Desired;
use super::fingerprints::digest;
use crate::client::Client;
use crate::error::Result;
use crate::generated::enums::DeploymentStatus;
use crate::generated::inputs::{AppId, ListDeployments};
use crate::generated::models::{App, AppSecret, Deployment, Member};
use crate::reconcile::settings_of;
use crate::wire::Timestamp;

/// What is there now.
pub(super) struct Live {
    pub(super) app: Option<App>,
    /// What an update can set of the app.
    pub(super) settings: Value,
    pub(super) secrets: BTreeMap<String, AppSecret>,
    pub(super) members: Vec<Member>,
    /// The newest deployment, and the newest that succeeded.
    pub(super) newest: Option<Deployment>,
    pub(super) succeeded: Option<Deployment>,
}

impl Live {
    /// Reads what matters for a desired state.
    pub(super) async fn read(client: &Client, desired: &Desired) -> Result<Self> {
        let mut live = Self {
            app: None,
            settings: Value::Null,
            secrets: BTreeMap::new(),
            members: Vec::new(),
            newest: None,
            succeeded: None,
        };
        if desired.members.is_some() {
            live.members = client.members().list().await?;
        }
        let Some(found) = client.apps().find(desired.name.as_str()).await? else { return Ok(live) };
        let id = AppId::from(&found);
        let app = client.apps().get(id).await?;
        live.settings = settings_of(&app)?;
        live.app = Some(app);
        if desired.has_secrets {
            let secrets = client.secrets().list(id).await?;
            live.secrets = secrets.into_iter().map(|secret| (secret.name.clone(), secret)).collect();
        }
        let mut deployments = client.deployments().list(id, ListDeployments::default()).limit(100);
        while let Some(deployment) = deployments.try_next().await? {
            let has_succeeded = deployment.status == DeploymentStatus::Succeeded;
            live.newest.get_or_insert_with(|| deployment.clone());
            if has_succeeded {
                live.succeeded = Some(deployment);
                break;
            }
        }
        Ok(live)
    }

    /// What a plan rests on: when it is another, the plan no longer holds. Deployments come and go without that.
    pub(super) fn digest(&self) -> String {
        let secrets: BTreeMap<&str, Option<String>> = self
            .secrets
            .values()
            .map(|secret| (secret.name.as_str(), secret.updated_at.as_ref().map(Timestamp::as_text)))
            .collect();
        let members: BTreeMap<&str, Vec<&str>> = self
            .members
            .iter()
            .map(|member| {
                (
                    member.username.as_str(),
                    member.roles.iter().map(crate::generated::enums::MemberRole::as_str).collect(),
                )
            })
            .collect();
        let state = json!({
            "app": self.app.as_ref().map(|app| (app.id, &app.name)),
            "settings": self.settings,
            "secrets": secrets,
            "members": members,
        });
        digest(&state)
    }
}
