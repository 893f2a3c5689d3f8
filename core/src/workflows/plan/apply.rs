//! Doing what a plan says, step by step.

use tokio::time::Instant;

use super::steps::message_of;
use super::{Comparison, Document, Step, Steps};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::inputs::{AddMember, AppId, CreateDeployment, UpdateMember};
use crate::generated::models::{App, AppliedPlan, Deployment, PlannedChange};
use crate::generated::operations::{APPS_CREATE, APPS_UPDATE, CLIENT_APPLY};
use crate::meta::Meta;
use crate::request::Request;
use crate::wire::{Body, Extra, Timestamp};
use crate::workflows::deployments::Watch;
use crate::workflows::wait::WaitOptions;

pub(crate) async fn client_apply(client: Client, request: Request) -> Result<AppliedPlan> {
    let Document { desired, prune, fingerprints, live, steps: planned, .. } =
        Document::read(request.text("document").unwrap_or_default())?;
    let compared = Comparison::new(&client, &request, desired, prune, fingerprints).await?;
    let Steps { steps, .. } = compared.steps()?;
    let is_as_planned = compared.live.digest() == live && steps.iter().map(|(_, text)| text).eq(&planned);
    if !is_as_planned {
        let message = "nothing was sent: something has changed since the plan was made";
        return Err(Error::new(ErrorKind::Conflict, message)
            .with_hint("make a new plan, read it, and apply that")
            .of(&CLIENT_APPLY));
    }
    let mut applying =
        Applying { client, app: compared.live.app.clone(), compared, done: Vec::new(), deployment: None };
    for (step, text) in steps {
        let told = step.told(&text);
        if let Err(error) = applying.carry_out(step).await {
            return Err(applying.failed(error, &text));
        }
        applying.done.push(told);
    }
    let app = match &applying.app {
        Some(app) => Some(applying.client.apps().get(AppId::from(app)).await?),
        None => None,
    };
    Ok(AppliedPlan {
        fingerprints: applying.compared.fingerprints.write(),
        app,
        changes: applying.done,
        deployment: applying.deployment,
        extra: Extra::default(),
        meta: Meta::default(),
    })
}

/// A plan that is being carried out.
struct Applying {
    client: Client,
    app: Option<App>,
    compared: Comparison,
    done: Vec<PlannedChange>,
    deployment: Option<Deployment>,
}

impl Applying {
    async fn carry_out(&mut self, step: Step) -> Result<()> {
        match step {
            Step::CreateApp(body) => {
                let request = Request { body: whole(body), ..Request::new(&APPS_CREATE) };
                let app: App = self.client.change(request).await?;
                self.app = Some(app);
            }
            Step::UpdateApp(body) => {
                let request = Request::new(&APPS_UPDATE).path::<AppId>("app_id", self.app()?);
                let request = Request { body: whole(body), ..request };
                self.app = Some(self.client.send::<App>(request).await?);
            }
            Step::SetSecret { name, .. } => self.set_secret(name).await?,
            Step::AddMember { username, roles } => {
                let params = AddMember::builder().username(username).roles(roles).build();
                self.client.members().add(params).await?;
            }
            Step::UpdateMember { user_id, roles, .. } => {
                let params = UpdateMember::builder().roles(roles).build();
                self.client.members().update(user_id, params).await?;
            }
            Step::Deploy { mark } => self.deploy(&mark).await?,
            Step::DeleteSecret(name) => {
                self.client.secrets().delete(self.app()?, name.as_str()).await?;
                self.compared.fingerprints.forget(&self.compared.desired.name, &name);
            }
            Step::RemoveMember { user_id, .. } => self.client.members().remove(user_id).await?,
        }
        Ok(())
    }

    async fn set_secret(&mut self, name: String) -> Result<()> {
        let app = self.app()?;
        let Comparison { values, fingerprints, key, desired, .. } = &mut self.compared;
        // It was looked for when the steps were made.
        let Some(value) = values.get(&name) else { return Err(lacking("the value of a secret")) };
        let set = self.client.secrets().set(app, name.as_str(), value).await?;
        if let Some(key) = key {
            let updated_at = set.updated_at.as_ref().map(Timestamp::as_text);
            fingerprints.note(key, &desired.name, &name, value, updated_at);
        }
        Ok(())
    }

    /// Starts the one deployment, and waits until it has succeeded.
    async fn deploy(&mut self, mark: &str) -> Result<()> {
        let app = self.app()?;
        let params = CreateDeployment::builder().commit_message(message_of(mark)).build();
        let began = Instant::now();
        let created = self.client.deployments().create(app, params).await?;
        let watch = Watch::created(self.client.deployments(), app, created, WaitOptions::default(), began);
        self.deployment = Some(watch.into_result().await?);
        Ok(())
    }

    fn app(&self) -> Result<AppId> {
        self.app.as_ref().map(AppId::from).ok_or_else(|| lacking("the app"))
    }

    /// An error that says how far it got.
    fn failed(&self, error: Error, text: &str) -> Error {
        let before: Vec<&str> = self.done.iter().map(|change| change.text.as_str()).collect();
        let before = if before.is_empty() { "nothing".to_owned() } else { before.join("; ") };
        let far = format!("this failed: {text}. Done before it: {before}. Make a new plan to go on");
        let hint = error.hint().map(|hint| format!("{hint}. {far}")).unwrap_or(far);
        error.with_hint(hint)
    }
}

fn whole(members: serde_json::Map<String, serde_json::Value>) -> Body {
    Body::from(members.into_iter().collect::<Extra>())
}

fn lacking(what: &str) -> Error {
    Error::new(ErrorKind::InternalError, format!("{what} is missing where a plan has made sure of it"))
}
