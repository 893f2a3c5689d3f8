//! What takes more than one call, as methods that wait.

use super::{Client, Streamed, Watch};
use crate::error::{Error, Result};
use crate::generated::blocking::{ApiKeys, Apps, Deployments, Runtime, Secrets};
use crate::generated::inputs::{AppId, CreateDeployment, DeploymentId, RotateKeys, UpdateApp};
use crate::generated::models::{App, AppSecret, Deployment, RotationReport};
use crate::plane::RuntimeTarget;
use crate::reconcile::Settled;
use crate::wire::Secret;
use crate::workflows::{DeployOptions, DeploymentEvent, Handover, WaitOptions};

impl Client {
    /// Finds out what became of a change that failed with [`AmbiguousOutcome`](crate::ErrorKind::AmbiguousOutcome). It only looks,
    /// and sends no change.
    ///
    /// # Errors
    ///
    /// Those of [`Client::reconcile`](crate::Client::reconcile).
    pub fn reconcile(&self, error: &Error) -> Result<Settled> {
        self.wait(self.inner.reconcile(error))
    }

    /// The runtime of an app, or the one that a key belongs to: SQL, search, chat.
    pub fn runtime(&self, target: impl Into<RuntimeTarget>) -> Runtime {
        Runtime { client: self.clone(), inner: self.inner.runtime(target) }
    }

    /// Spice apps under the API's newer name: the same as [`apps`](Self::apps).
    pub fn projects(&self) -> Apps {
        self.apps()
    }
}

impl Apps {
    /// Finds the app with a name, whatever its case, by walking all pages; nothing when there is none.
    ///
    /// `GET /v1/apps`, scope `apps:read`.
    ///
    /// # Errors
    ///
    /// Those of [`list`](Self::list).
    pub fn find(&self, name: impl Into<String>) -> Result<Option<App>> {
        self.client.wait(self.inner.find(name))
    }

    /// Changes an app unless somebody else has changed it since `app` was read. The API has no such condition, so the SDK reads
    /// the app again before the request, and once more when the answer is lost: a change that comes in that moment between the
    /// look and the request is not noticed.
    ///
    /// `GET` and `PUT /v1/apps/{app_id}`, scopes `apps:read` and `apps:write`.
    ///
    /// # Errors
    ///
    /// [`Conflict`](crate::ErrorKind::Conflict) of the kind `stale_write` when the app is no longer as it was; then nothing was
    /// sent, or somebody has written over what was. Those of [`update`](Self::update), and
    /// [`AmbiguousOutcome`](crate::ErrorKind::AmbiguousOutcome).
    pub fn update_if_unchanged(&self, app: &App, params: UpdateApp) -> Result<App> {
        self.client.wait(self.inner.update_if_unchanged(app, params))
    }
}

impl ApiKeys {
    /// Replaces both keys of an app, one after the other, so that clients never stand without one: see
    /// [`rotate`](crate::resources::ApiKeys::rotate).
    ///
    /// # Errors
    ///
    /// Those of the asynchronous twin.
    pub fn rotate(
        &self,
        app: impl Into<AppId>,
        params: RotateKeys,
        handover: Handover,
    ) -> Result<RotationReport> {
        self.client.wait(self.inner.rotate(app, params, handover))
    }
}

impl Secrets {
    /// Sets several secrets, one after the other. Running deployments see them only after the next deployment.
    ///
    /// `POST /v1/apps/{app_id}/secrets` for each, scope `secrets:write`.
    ///
    /// # Errors
    ///
    /// Those of [`set`](Self::set), at the first secret that fails; the hint names those that were set before it.
    pub fn set_many<N: Into<String>, V: Into<Secret>>(
        &self,
        app: impl Into<AppId>,
        secrets: impl IntoIterator<Item = (N, V)>,
    ) -> Result<Vec<AppSecret>> {
        self.client.wait(self.inner.set_many(app, secrets))
    }
}

impl Deployments {
    /// Waits until a deployment has succeeded.
    ///
    /// `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.
    ///
    /// # Errors
    ///
    /// [`DeploymentFailed`](crate::ErrorKind::DeploymentFailed), [`WaitTimeout`](crate::ErrorKind::WaitTimeout), and
    /// those of [`get`](Self::get) when looking keeps failing.
    pub fn wait(
        &self,
        app: impl Into<AppId>,
        deployment: impl Into<DeploymentId>,
        options: WaitOptions,
    ) -> Result<Deployment> {
        self.client.wait(self.inner.wait(app, deployment, options))
    }

    /// Follows a deployment: an iterator with an event for each step, which ends when the deployment does.
    ///
    /// `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`. After the event of a failed
    /// deployment comes its error; otherwise the iterator fails as [`wait`](Self::wait) does.
    pub fn watch(
        &self,
        app: impl Into<AppId>,
        deployment: impl Into<DeploymentId>,
        options: WaitOptions,
    ) -> Watch {
        Watch::new(self.inner.watch(app, deployment, options))
    }

    /// Starts a deployment and waits until it has succeeded: [`create`](Self::create) and [`wait`](Self::wait), and what
    /// [`DeployOptions`] say should be done beyond that.
    ///
    /// `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`.
    ///
    /// # Errors
    ///
    /// Those of [`create`](Self::create) and [`wait`](Self::wait).
    pub fn deploy(
        &self,
        app: impl Into<AppId>,
        params: CreateDeployment,
        options: impl Into<DeployOptions>,
    ) -> Result<Deployment> {
        self.client.wait(self.inner.deploy(app, params, options))
    }

    /// The same, step by step: the iterator begins with the new deployment and ends when all is done.
    ///
    /// `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`. After the event of a failed deployment comes its error.
    pub fn deploy_events(
        &self,
        app: impl Into<AppId>,
        params: CreateDeployment,
        options: impl Into<DeployOptions>,
    ) -> Streamed<DeploymentEvent> {
        Streamed::new(self.inner.deploy_events(app, params, options))
    }
}
