// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

//! The operations as methods.

use super::inputs::*;
use super::models;
use super::operations;
use crate::client::Client;
use crate::paging::Pager;
use crate::pending::Pending;
use crate::plane::{RuntimeTarget, Streamed};
use crate::request::Request;
use crate::wire::Secret;
use crate::workflows;

/// Spice apps, called projects since Aug 2026.
#[derive(Clone, Debug)]
pub struct Apps {
    pub(crate) client: Client,
}

impl Apps {
    /// Lists the organization's apps, page by page, without their configuration.
    ///
    /// `GET /v1/apps`, scope `apps:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn list(&self) -> Pager<models::App> {
        self.client.paginate(Request::new(&operations::APPS_LIST))
    }

    /// Creates an app. It does not run until it has a spicepod and a deployment.
    ///
    /// `POST /v1/apps`, scope `apps:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`Conflict`](crate::ErrorKind::Conflict), [`ApiError`](crate::ErrorKind::ApiError),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn create(&self, params: CreateApp) -> Pending<models::App> {
        self.client.change(Request::new(&operations::APPS_CREATE).body(params))
    }

    /// Reads an app with its configuration.
    ///
    /// `GET /v1/apps/{app_id}`, scope `apps:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn get(&self, app: impl Into<AppId>) -> Pending<models::App> {
        self.client.send(Request::new(&operations::APPS_GET).path::<AppId>("app_id", app))
    }

    /// Changes what is named and leaves the rest; null clears where the API allows it. Nothing is
    /// deployed.
    ///
    /// `PUT /v1/apps/{app_id}`, scope `apps:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`Conflict`](crate::ErrorKind::Conflict),
    /// [`ApiError`](crate::ErrorKind::ApiError), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn update(&self, app: impl Into<AppId>, params: UpdateApp) -> Pending<models::App> {
        self.client.send(Request::new(&operations::APPS_UPDATE).path::<AppId>("app_id", app).body(params))
    }

    /// Deletes an app and stops what it runs.
    ///
    /// `DELETE /v1/apps/{app_id}`, scope `apps:delete`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn delete(&self, app: impl Into<AppId>) -> Pending<()> {
        self.client.send(Request::new(&operations::APPS_DELETE).path::<AppId>("app_id", app))
    }

    /// Reads load and ingestion of an app, as far as they are known.
    ///
    /// `GET /v1/apps/{app_id}/metrics`, scope `apps:read` (a guess: no source states it).
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn metrics(&self, app: impl Into<AppId>, filter: GetAppMetrics) -> Pending<models::AppMetrics> {
        self.client.send(Request::new(&operations::APPS_METRICS).path::<AppId>("app_id", app).query(filter))
    }

    /// Ends the pause of an app and starts a deployment of it.
    ///
    /// `POST /v1/apps/{app_id}/resume`, scope `apps:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`Conflict`](crate::ErrorKind::Conflict),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn resume(&self, app: impl Into<AppId>) -> Pending<models::ResumedApp> {
        self.client.send(Request::new(&operations::APPS_RESUME).path::<AppId>("app_id", app))
    }

    /// Compares the secrets that a spicepod refers to with those of the app. It says which of those
    /// that stand as `${secrets:NAME}` are missing, and which ones nothing refers to. Nothing is
    /// changed.
    ///
    /// Calls `apps.get` and `secrets.list`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn lint(&self, app: impl Into<AppId>, params: LintSpicepod) -> Pending<models::SpicepodReport> {
        self.client.work(
            Request::new(&operations::APPS_LINT).path::<AppId>("app_id", app).body(params),
            workflows::apps_lint,
        )
    }
}

/// Roll-outs of an app.
#[derive(Clone, Debug)]
pub struct Deployments {
    pub(crate) client: Client,
}

impl Deployments {
    /// Lists an app's deployments, newest first, page by page.
    ///
    /// `GET /v1/apps/{app_id}/deployments`, scope `deployments:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn list(&self, app: impl Into<AppId>, filter: ListDeployments) -> Pager<models::Deployment> {
        self.client
            .paginate(Request::new(&operations::DEPLOYMENTS_LIST).path::<AppId>("app_id", app).query(filter))
    }

    /// Starts a deployment, which is queued at first.
    ///
    /// `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`Conflict`](crate::ErrorKind::Conflict),
    /// [`ApiError`](crate::ErrorKind::ApiError), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn create(&self, app: impl Into<AppId>, params: CreateDeployment) -> Pending<models::Deployment> {
        self.client
            .change(Request::new(&operations::DEPLOYMENTS_CREATE).path::<AppId>("app_id", app).body(params))
    }

    /// Reads one deployment.
    ///
    /// `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn get(
        &self,
        app: impl Into<AppId>,
        deployment: impl Into<DeploymentId>,
    ) -> Pending<models::Deployment> {
        self.client.send(
            Request::new(&operations::DEPLOYMENTS_GET)
                .path::<AppId>("app_id", app)
                .path::<DeploymentId>("deployment_id", deployment),
        )
    }

    /// Deploys once more what an earlier deployment ran. That is its image tag, replicas, branch and
    /// commit. The API has no way back, so this starts a new deployment and gives it at once; `wait`
    /// follows it. The app's spicepod and secrets stay as they are now, because the API does not keep
    /// those of a deployment.
    ///
    /// Calls `deployments.list`, `deployments.get` and `deployments.create`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError), [`Conflict`](crate::ErrorKind::Conflict),
    /// [`ApiError`](crate::ErrorKind::ApiError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn rollback(&self, app: impl Into<AppId>, params: RollbackDeployment) -> Pending<models::Deployment> {
        self.client.work(
            Request::new(&operations::DEPLOYMENTS_ROLLBACK).path::<AppId>("app_id", app).body(params),
            workflows::deployments_rollback,
        )
    }
}

/// Secrets of an app: set, listed, deleted, never read back.
#[derive(Clone, Debug)]
pub struct Secrets {
    pub(crate) client: Client,
}

impl Secrets {
    /// Lists an app's secrets, without their values.
    ///
    /// `GET /v1/apps/{app_id}/secrets`, scope `secrets:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn list(&self, app: impl Into<AppId>) -> Pending<Vec<models::AppSecret>> {
        self.client.send(Request::new(&operations::SECRETS_LIST).path::<AppId>("app_id", app))
    }

    /// Creates a secret or replaces its value. Running deployments see it only after the next
    /// deployment.
    ///
    /// `POST /v1/apps/{app_id}/secrets`, scope `secrets:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`ApiError`](crate::ErrorKind::ApiError),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn set(
        &self,
        app: impl Into<AppId>,
        name: impl Into<String>,
        value: impl Into<Secret>,
    ) -> Pending<models::AppSecret> {
        self.client.send(
            Request::new(&operations::SECRETS_SET)
                .path::<AppId>("app_id", app)
                .field::<String>("name", name)
                .field::<Secret>("value", value),
        )
    }

    /// Reads when a secret was set; its value is never given back.
    ///
    /// `GET /v1/apps/{app_id}/secrets/{name}`, scope `secrets:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn get(&self, app: impl Into<AppId>, name: impl Into<String>) -> Pending<models::AppSecret> {
        self.client.send(
            Request::new(&operations::SECRETS_GET).path::<AppId>("app_id", app).path::<String>("name", name),
        )
    }

    /// Deletes a secret for good.
    ///
    /// `DELETE /v1/apps/{app_id}/secrets/{name}`, scope `secrets:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn delete(&self, app: impl Into<AppId>, name: impl Into<String>) -> Pending<()> {
        self.client.send(
            Request::new(&operations::SECRETS_DELETE)
                .path::<AppId>("app_id", app)
                .path::<String>("name", name),
        )
    }

    /// Finds the secrets that have changed since the last deployment that succeeded. The runtime goes
    /// on with their old values until the next deployment. Nothing is changed.
    ///
    /// Calls `secrets.list` and `deployments.list`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn drift(&self, app: impl Into<AppId>) -> Pending<models::SecretDrift> {
        self.client.work(
            Request::new(&operations::SECRETS_DRIFT).path::<AppId>("app_id", app),
            workflows::secrets_drift,
        )
    }
}

/// The two runtime keys of an app.
#[derive(Clone, Debug)]
pub struct ApiKeys {
    pub(crate) client: Client,
}

impl ApiKeys {
    /// Reads both runtime keys of an app, in clear.
    ///
    /// `GET /v1/apps/{app_id}/api-keys`, scope `apps:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn get(&self, app: impl Into<AppId>) -> Pending<models::ApiKeys> {
        self.client.send(Request::new(&operations::API_KEYS_GET).path::<AppId>("app_id", app))
    }

    /// Replaces a runtime key; the old one stops working at once.
    ///
    /// `POST /v1/apps/{app_id}/api-keys`, scope `apps:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn regenerate(&self, app: impl Into<AppId>, params: RegenerateApiKey) -> Pending<models::ApiKeys> {
        self.client
            .change(Request::new(&operations::API_KEYS_REGENERATE).path::<AppId>("app_id", app).body(params))
    }
}

/// Apps that were made from another app.
#[derive(Clone, Debug)]
pub struct Forks {
    pub(crate) client: Client,
}

impl Forks {
    /// Lists the apps that were forked from an app.
    ///
    /// `GET /v1/apps/{app_id}/forks`, scope `apps:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn list(&self, app: impl Into<AppId>) -> Pending<Vec<models::App>> {
        self.client.send(Request::new(&operations::FORKS_LIST).path::<AppId>("app_id", app))
    }

    /// Creates an app from another one's configuration and secrets, there or elsewhere. The fork is not
    /// deployed: look at its `shared_state` first.
    ///
    /// `POST /v1/apps/{app_id}/forks`, scope `apps:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PaymentRequired`](crate::ErrorKind::PaymentRequired),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`Conflict`](crate::ErrorKind::Conflict),
    /// [`Unprocessable`](crate::ErrorKind::Unprocessable),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn create(&self, app: impl Into<AppId>, params: CreateFork) -> Pending<models::App> {
        self.client.send(Request::new(&operations::FORKS_CREATE).path::<AppId>("app_id", app).body(params))
    }
}

/// What watches the figures of an app, and tells people.
#[derive(Clone, Debug)]
pub struct Monitors {
    pub(crate) client: Client,
}

impl Monitors {
    /// Lists the monitors of an app.
    ///
    /// `GET /v1/apps/{app_id}/monitors`, scope `monitors:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn list(&self, app: impl Into<AppId>) -> Pending<Vec<models::Monitor>> {
        self.client.send(Request::new(&operations::MONITORS_LIST).path::<AppId>("app_id", app))
    }

    /// Watches a figure of an app, and tells people when it is out of bounds. It is live at once.
    ///
    /// `POST /v1/apps/{app_id}/monitors`, scope `monitors:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`Conflict`](crate::ErrorKind::Conflict),
    /// [`Unprocessable`](crate::ErrorKind::Unprocessable),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn create(&self, app: impl Into<AppId>, params: CreateMonitor) -> Pending<models::Monitor> {
        self.client.send(Request::new(&operations::MONITORS_CREATE).path::<AppId>("app_id", app).body(params))
    }

    /// Reads a monitor of an app.
    ///
    /// `GET /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn get(&self, app: impl Into<AppId>, monitor: impl Into<String>) -> Pending<models::Monitor> {
        self.client.send(
            Request::new(&operations::MONITORS_GET)
                .path::<AppId>("app_id", app)
                .path::<String>("monitor", monitor),
        )
    }

    /// Changes what is named and leaves the rest. A `spec` or `targets` that is given replaces the
    /// whole of it.
    ///
    /// `PATCH /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`Conflict`](crate::ErrorKind::Conflict),
    /// [`Unprocessable`](crate::ErrorKind::Unprocessable),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn update(
        &self,
        app: impl Into<AppId>,
        monitor: impl Into<String>,
        params: UpdateMonitor,
    ) -> Pending<models::Monitor> {
        self.client.send(
            Request::new(&operations::MONITORS_UPDATE)
                .path::<AppId>("app_id", app)
                .path::<String>("monitor", monitor)
                .body(params),
        )
    }

    /// Deletes a monitor for good.
    ///
    /// `DELETE /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn delete(&self, app: impl Into<AppId>, monitor: impl Into<String>) -> Pending<()> {
        self.client.send(
            Request::new(&operations::MONITORS_DELETE)
                .path::<AppId>("app_id", app)
                .path::<String>("monitor", monitor),
        )
    }
}

/// What watches the data of an app, and tells people.
#[derive(Clone, Debug)]
pub struct Reactions {
    pub(crate) client: Client,
}

impl Reactions {
    /// Lists the reactions of an app.
    ///
    /// `GET /v1/apps/{app_id}/reactions`, scope `reactions:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn list(&self, app: impl Into<AppId>) -> Pending<Vec<models::Reaction>> {
        self.client.send(Request::new(&operations::REACTIONS_LIST).path::<AppId>("app_id", app))
    }

    /// Watches the data of an app, and tells people when a query matches. It is live at once.
    ///
    /// `POST /v1/apps/{app_id}/reactions`, scope `reactions:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`Conflict`](crate::ErrorKind::Conflict),
    /// [`Unprocessable`](crate::ErrorKind::Unprocessable),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn create(&self, app: impl Into<AppId>, params: CreateReaction) -> Pending<models::Reaction> {
        self.client
            .send(Request::new(&operations::REACTIONS_CREATE).path::<AppId>("app_id", app).body(params))
    }

    /// Reads a reaction of an app.
    ///
    /// `GET /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn get(&self, app: impl Into<AppId>, reaction: impl Into<String>) -> Pending<models::Reaction> {
        self.client.send(
            Request::new(&operations::REACTIONS_GET)
                .path::<AppId>("app_id", app)
                .path::<String>("reaction", reaction),
        )
    }

    /// Changes what is named and leaves the rest. A `spec` or `targets` that is given replaces the
    /// whole of it.
    ///
    /// `PATCH /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`Conflict`](crate::ErrorKind::Conflict),
    /// [`Unprocessable`](crate::ErrorKind::Unprocessable),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn update(
        &self,
        app: impl Into<AppId>,
        reaction: impl Into<String>,
        params: UpdateReaction,
    ) -> Pending<models::Reaction> {
        self.client.send(
            Request::new(&operations::REACTIONS_UPDATE)
                .path::<AppId>("app_id", app)
                .path::<String>("reaction", reaction)
                .body(params),
        )
    }

    /// Deletes a reaction for good.
    ///
    /// `DELETE /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn delete(&self, app: impl Into<AppId>, reaction: impl Into<String>) -> Pending<()> {
        self.client.send(
            Request::new(&operations::REACTIONS_DELETE)
                .path::<AppId>("app_id", app)
                .path::<String>("reaction", reaction),
        )
    }
}

/// Members of the organization.
#[derive(Clone, Debug)]
pub struct Members {
    pub(crate) client: Client,
}

impl Members {
    /// Lists the members of the organization.
    ///
    /// `GET /v1/members`, scope `members:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn list(&self) -> Pending<Vec<models::Member>> {
        self.client.send(Request::new(&operations::MEMBERS_LIST))
    }

    /// Adds a user to the organization. The user must have signed in to Spice.ai once.
    ///
    /// `POST /v1/members`, scope `members:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`Conflict`](crate::ErrorKind::Conflict),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn add(&self, params: AddMember) -> Pending<models::Member> {
        self.client.change(Request::new(&operations::MEMBERS_ADD).body(params))
    }

    /// Reads a member of the organization.
    ///
    /// `GET /v1/members/{user_id}`, scope `members:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn get(&self, user: impl Into<UserId>) -> Pending<models::Member> {
        self.client.send(Request::new(&operations::MEMBERS_GET).path::<UserId>("user_id", user))
    }

    /// Replaces all roles of a member. Owners cannot be changed.
    ///
    /// `PATCH /v1/members/{user_id}`, scope `members:write`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn update(&self, user: impl Into<UserId>, params: UpdateMember) -> Pending<models::Member> {
        self.client
            .send(Request::new(&operations::MEMBERS_UPDATE).path::<UserId>("user_id", user).body(params))
    }

    /// Removes a member from the organization. Owners cannot be removed.
    ///
    /// `DELETE /v1/members/{user_id}`, scope `members:delete`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn remove(&self, user: impl Into<UserId>) -> Pending<()> {
        self.client.send(Request::new(&operations::MEMBERS_REMOVE).path::<UserId>("user_id", user))
    }
}

/// Regions that apps can run in.
#[derive(Clone, Debug)]
pub struct Regions {
    pub(crate) client: Client,
}

impl Regions {
    /// Lists the regions that apps can run in, and the default one.
    ///
    /// `GET /v1/regions`, scope `apps:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn list(&self) -> Pending<models::Regions> {
        self.client.send(Request::new(&operations::REGIONS_LIST))
    }
}

/// Runtime versions that apps can run.
#[derive(Clone, Debug)]
pub struct ContainerImages {
    pub(crate) client: Client,
}

impl ContainerImages {
    /// Lists the runtime versions of a channel, and the default one.
    ///
    /// `GET /v1/container-images`, scope `apps:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn list(&self, filter: ListContainerImages) -> Pending<models::ContainerImages> {
        self.client.send(Request::new(&operations::CONTAINER_IMAGES_LIST).query(filter))
    }
}

/// Organizations of the caller.
#[derive(Clone, Debug)]
pub struct Orgs {
    pub(crate) client: Client,
}

impl Orgs {
    /// Lists the organizations that the caller belongs to; an empty list when there is none.
    ///
    /// `GET /v1/orgs`, scope `apps:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn list(&self) -> Pending<Vec<models::Org>> {
        self.client.send(Request::new(&operations::ORGS_LIST))
    }
}

/// Dedicated clusters of the organization.
#[derive(Clone, Debug)]
pub struct Clusters {
    pub(crate) client: Client,
}

impl Clusters {
    /// Lists the dedicated clusters of the organization.
    ///
    /// `GET /v1/clusters`, scope `apps:read`.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn list(&self) -> Pending<Vec<models::Cluster>> {
        self.client.send(Request::new(&operations::CLUSTERS_LIST))
    }
}

/// The runtime of an app: its data, by SQL, search and chat.
#[derive(Clone, Debug)]
pub struct Runtime {
    pub(crate) client: Client,
    pub(crate) target: RuntimeTarget,
}

impl Runtime {
    /// Runs a statement of SQL in the app's runtime. That is `POST /v1/sql`, with the app's API key. A
    /// statement that surely reads only is tried again like any read; another is not.
    ///
    /// Calls `apps.get` and `api_keys.get`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn sql(&self, sql: impl Into<String>) -> Pending<models::SqlResult> {
        self.client.work(
            Request::new(&operations::RUNTIME_SQL).field::<String>("sql", sql).at(self.target.clone()),
            workflows::runtime_sql,
        )
    }

    /// Searches the app's datasets for what is meant. That is `POST /v1/search`, with the app's API
    /// key. Which datasets can be searched is said by the spicepod.
    ///
    /// Calls `apps.get` and `api_keys.get`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn search(&self, params: SearchDatasets) -> Pending<models::SearchResult> {
        self.client.work(
            Request::new(&operations::RUNTIME_SEARCH).body(params).at(self.target.clone()),
            workflows::runtime_search,
        )
    }

    /// Asks one of the app's models. That is `POST /v1/chat/completions`, with the app's API key. It is
    /// tried once, because a second try would cost a second answer.
    ///
    /// Calls `apps.get` and `api_keys.get`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn chat(&self, params: Chat) -> Pending<models::ChatCompletion> {
        self.client.work(
            Request::new(&operations::RUNTIME_CHAT).body(params).at(self.target.clone()),
            workflows::runtime_chat,
        )
    }

    /// Asks one of the app's models, and gives its answer piece by piece. That is `POST
    /// /v1/chat/completions` with `stream`, with the app's API key. Between two pieces there may be as
    /// much time as an attempt may take.
    ///
    /// Calls `apps.get` and `api_keys.get`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn chat_stream(&self, params: Chat) -> crate::error::Result<Streamed<models::ChatChunk>> {
        self.client.stream(
            Request::new(&operations::RUNTIME_CHAT_STREAM).body(params).at(self.target.clone()),
            workflows::runtime_chat_stream,
        )
    }

    /// Says whether the runtime is ready for queries. This is `GET /v1/ready`, with the app's API key.
    /// That it is not is an answer, and no error.
    ///
    /// Calls `apps.get` and `api_keys.get`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn ready(&self) -> Pending<models::RuntimeStatus> {
        self.client
            .work(Request::new(&operations::RUNTIME_READY).at(self.target.clone()), workflows::runtime_ready)
    }

    /// Says whether the runtime is there, `GET /health`.
    ///
    /// Calls `apps.get` and `api_keys.get`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn health(&self) -> Pending<models::RuntimeStatus> {
        self.client.work(
            Request::new(&operations::RUNTIME_HEALTH).at(self.target.clone()),
            workflows::runtime_health,
        )
    }

    /// Lists the runtime's datasets with their states. That is `GET /v1/datasets?status=true`, with the
    /// app's API key.
    ///
    /// Calls `apps.get` and `api_keys.get`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn datasets(&self) -> Pending<models::RuntimeDatasets> {
        self.client.work(
            Request::new(&operations::RUNTIME_DATASETS).at(self.target.clone()),
            workflows::runtime_datasets,
        )
    }

    /// Gives what the runtime counts. That is `GET /v1/metrics`, with the app's API key. It is
    /// Prometheus' text, and the same as samples. The vendor's documents say that the cloud does not
    /// serve it everywhere.
    ///
    /// Calls `apps.get` and `api_keys.get`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`RateLimited`](crate::ErrorKind::RateLimited),
    /// [`ServerError`](crate::ErrorKind::ServerError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn metrics(&self) -> Pending<models::RuntimeMetrics> {
        self.client.work(
            Request::new(&operations::RUNTIME_METRICS).at(self.target.clone()),
            workflows::runtime_metrics,
        )
    }
}

impl Client {
    /// Spice apps, called projects since Aug 2026.
    pub fn apps(&self) -> Apps {
        Apps { client: self.clone() }
    }

    /// Roll-outs of an app.
    pub fn deployments(&self) -> Deployments {
        Deployments { client: self.clone() }
    }

    /// Secrets of an app: set, listed, deleted, never read back.
    pub fn secrets(&self) -> Secrets {
        Secrets { client: self.clone() }
    }

    /// The two runtime keys of an app.
    pub fn api_keys(&self) -> ApiKeys {
        ApiKeys { client: self.clone() }
    }

    /// Apps that were made from another app.
    pub fn forks(&self) -> Forks {
        Forks { client: self.clone() }
    }

    /// What watches the figures of an app, and tells people.
    pub fn monitors(&self) -> Monitors {
        Monitors { client: self.clone() }
    }

    /// What watches the data of an app, and tells people.
    pub fn reactions(&self) -> Reactions {
        Reactions { client: self.clone() }
    }

    /// Members of the organization.
    pub fn members(&self) -> Members {
        Members { client: self.clone() }
    }

    /// Regions that apps can run in.
    pub fn regions(&self) -> Regions {
        Regions { client: self.clone() }
    }

    /// Runtime versions that apps can run.
    pub fn container_images(&self) -> ContainerImages {
        ContainerImages { client: self.clone() }
    }

    /// Organizations of the caller.
    pub fn orgs(&self) -> Orgs {
        Orgs { client: self.clone() }
    }

    /// Dedicated clusters of the organization.
    pub fn clusters(&self) -> Clusters {
        Clusters { client: self.clone() }
    }

    /// Says whether the API is up. Needs no token.
    ///
    /// `GET /v1/health`.
    ///
    /// # Errors
    ///
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn health(&self) -> Pending<models::Health> {
        self.send(Request::new(&operations::HEALTH_GET))
    }

    /// Reads what the organization's plan allows.
    ///
    /// `GET /v1/limits`, scope `apps:read` (a guess: no source states it).
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn limits(&self) -> Pending<models::Limits> {
        self.send(Request::new(&operations::LIMITS_GET))
    }

    /// Tells what the client signs in with and which scopes it has. Scopes and organization are read
    /// from the token where it is a JWT, without trusting it for anything; else they are tried out with
    /// reads that change nothing; what neither tells is unknown.
    ///
    /// Calls `orgs.list`, `apps.list` and `members.list`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn whoami(&self) -> Pending<models::Identity> {
        self.work(Request::new(&operations::CLIENT_WHOAMI), workflows::client_whoami)
    }

    /// Fails with the scopes that are missing, before anything is begun. Scopes of which it cannot be
    /// known whether they are granted pass, and are named in the answer.
    ///
    /// Calls `orgs.list`, `apps.list` and `members.list`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError);
    /// and what any call may meet, from [`ErrorKind`](crate::ErrorKind).
    pub fn require(
        &self,
        scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Pending<models::ScopeReport> {
        self.work(
            Request::new(&operations::CLIENT_REQUIRE)
                .field::<Vec<String>>("scopes", scopes.into_iter().map(Into::into).collect::<Vec<_>>()),
            workflows::client_require,
        )
    }

    /// Compares what is there with what should be, and says what `apply` would change. That is an app,
    /// its configuration, its secrets and the organization's members. Nothing is changed, and no value
    /// of a secret is kept: secrets are compared by keyed fingerprints, whose key is never written
    /// down.
    ///
    /// Calls `apps.list`, `apps.get`, `secrets.list` and `members.list`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError),
    /// [`NotFound`](crate::ErrorKind::NotFound); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn plan(&self, params: PlanState) -> Pending<models::Plan> {
        self.work(Request::new(&operations::CLIENT_PLAN).body(params), workflows::client_plan)
    }

    /// Does what a plan says, in an order that is safe. There is one deployment at the end, where the
    /// runtime needs it. When anything has changed since the plan was made, nothing is done: make a new
    /// plan. Each change happens once; what has been done when one fails is told by the error's hint,
    /// and a new plan goes on from there.
    ///
    /// Calls `apps.list`, `apps.get`, `apps.create`, `apps.update`, `secrets.list`, `secrets.set`,
    /// `secrets.delete`, `members.list`, `members.add`, `members.update`, `members.remove`,
    /// `deployments.create` and `deployments.get`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied),
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError),
    /// [`NotFound`](crate::ErrorKind::NotFound), [`Conflict`](crate::ErrorKind::Conflict),
    /// [`ApiError`](crate::ErrorKind::ApiError); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn apply(&self, params: ApplyPlan) -> Pending<models::AppliedPlan> {
        self.work(Request::new(&operations::CLIENT_APPLY).body(params), workflows::client_apply)
    }

    /// Looks at the way to the API step by step. That is address, name, connection, TLS, proxy, clock,
    /// credentials, organization, rate limits. The report holds no secrets and can be pasted anywhere.
    /// It does not fail for what it finds.
    ///
    /// Calls `health.get` and `orgs.list`; needs their scopes.
    ///
    /// # Errors
    ///
    /// [`RateLimited`](crate::ErrorKind::RateLimited), [`ServerError`](crate::ErrorKind::ServerError),
    /// [`BadRequest`](crate::ErrorKind::BadRequest),
    /// [`AuthenticationError`](crate::ErrorKind::AuthenticationError),
    /// [`PermissionDenied`](crate::ErrorKind::PermissionDenied); and what any call may meet, from
    /// [`ErrorKind`](crate::ErrorKind).
    pub fn doctor(&self) -> Pending<models::Diagnosis> {
        self.work(Request::new(&operations::CLIENT_DOCTOR), workflows::client_doctor)
    }
}
