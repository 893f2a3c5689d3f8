//! Waiting for deployments, and deploying as one call.

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll};

use futures_core::Stream;
use tokio::time::Instant;

use super::rollout::{self, DeployOptions, Rollout, with_way_back};
use super::wait::{DeploymentEvent, Next, WaitOptions, Waiter};
use crate::error::{Error, ErrorKind, Result};
use crate::generated::inputs::{AppId, CreateDeployment, DeploymentId, ListDeployments};
use crate::generated::models::Deployment;
use crate::generated::operations::DEPLOYMENTS_LIST;
use crate::generated::resources::Deployments;
use crate::pending::Pending;
use crate::plane::Streamed;

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
    ) -> Pending<Deployment> {
        self.watch(app, deployment, options).into_result()
    }

    /// Follows a deployment: a stream with an event for each step, which ends when the deployment does.
    ///
    /// `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`. After the event of a failed
    /// deployment comes its error; otherwise the stream fails as [`wait`](Self::wait) does.
    pub fn watch(
        &self,
        app: impl Into<AppId>,
        deployment: impl Into<DeploymentId>,
        options: WaitOptions,
    ) -> Watch {
        Watch::new(self.clone(), app.into(), deployment.into(), options)
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
    ) -> Pending<Deployment> {
        Pending::new(self.rollout(app.into(), params, options.into()).finish())
    }

    /// The same, step by step: the stream begins with the new deployment and ends when all is done.
    ///
    /// `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`. After the event of a failed deployment comes its error.
    pub fn deploy_events(
        &self,
        app: impl Into<AppId>,
        params: CreateDeployment,
        options: impl Into<DeployOptions>,
    ) -> Streamed<DeploymentEvent> {
        self.rollout(app.into(), params, options.into()).events()
    }

    fn rollout(&self, app: AppId, params: CreateDeployment, options: DeployOptions) -> Rollout {
        Rollout::new(self.client.clone(), app, rollout::request(app, params), options)
    }
}

impl Deployments {
    /// A deployment as it is now, also from a server that knows only the list. That is remembered.
    pub(super) async fn seen(&self, app: AppId, id: DeploymentId) -> Result<Deployment> {
        let learned = self.client.learned();
        if !learned.only_lists_deployments.load(Ordering::Relaxed) {
            let error = match self.get(app, id).await {
                Ok(deployment) => {
                    learned.gives_deployments.store(true, Ordering::Relaxed);
                    return Ok(deployment);
                }
                Err(error) => error,
            };
            let may_be_older = !learned.gives_deployments.load(Ordering::Relaxed);
            if !may_be_older || !matches!(error.status(), Some(404 | 405)) {
                return Err(error);
            }
            let listed = self.listed(app, id).await?;
            learned.only_lists_deployments.store(listed.is_some(), Ordering::Relaxed);
            return listed.ok_or(error);
        }
        self.listed(app, id).await?.ok_or_else(|| {
            let message = format!("deployment {} is not among the newest of the app", id.get());
            Error::new(ErrorKind::NotFound, message).of(&DEPLOYMENTS_LIST)
        })
    }

    /// A deployment among the newest ones.
    async fn listed(&self, app: AppId, id: DeploymentId) -> Result<Option<Deployment>> {
        let mut newest = self.list(app, ListDeployments::default()).limit(NEWEST);
        while let Some(deployment) = newest.try_next().await? {
            if deployment.id == id.get() {
                return Ok(Some(deployment));
            }
        }
        Ok(None)
    }
}

/// How far back a list is searched for a deployment that is being waited for: one page.
const NEWEST: usize = 100;

/// A deployment that is being followed: a [`Stream`] of its steps.
#[must_use = "a deployment is followed only while events are taken"]
pub struct Watch {
    state: State,
}

enum State {
    Resting(Box<Looker>),
    Looking(Pin<Box<dyn Future<Output = Look> + Send>>),
    Over,
}

/// What a look gives: the looker back, and what there is to tell.
type Look = (Box<Looker>, Option<Result<DeploymentEvent>>);

/// What it takes to look at a deployment.
struct Looker {
    deployments: Deployments,
    app: AppId,
    id: DeploymentId,
    waiter: Waiter,
    started: Option<Instant>,
    /// What is known before the first look.
    known: Option<Deployment>,
    next: Option<Next>,
}

impl Watch {
    /// Follows a deployment that has just been created, by a call that began at `started`: what the call took counts.
    pub(crate) fn created(
        deployments: Deployments,
        app: AppId,
        created: Deployment,
        options: WaitOptions,
        started: Instant,
    ) -> Self {
        let id = DeploymentId::from(&created);
        let looker = Looker {
            started: Some(started),
            known: Some(created),
            ..Looker::new(deployments, app, id, options)
        };
        Self { state: State::Resting(Box::new(looker)) }
    }

    fn new(deployments: Deployments, app: AppId, id: DeploymentId, options: WaitOptions) -> Self {
        Self { state: State::Resting(Box::new(Looker::new(deployments, app, id, options))) }
    }

    /// The next step; nothing when the deployment has succeeded and all was told.
    pub async fn next(&mut self) -> Option<Result<DeploymentEvent>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    pub(crate) fn into_result(mut self) -> Pending<Deployment> {
        Pending::new(async move {
            let mut last = None;
            while let Some(event) = self.next().await {
                last = Some(event?.deployment);
            }
            last.ok_or_else(|| {
                Error::new(ErrorKind::InternalError, "the wait ended without having seen the deployment")
            })
        })
    }
}

impl Looker {
    fn new(deployments: Deployments, app: AppId, id: DeploymentId, options: WaitOptions) -> Self {
        let waiter = Waiter::new(id.get(), options);
        Self { deployments, app, id, waiter, started: None, known: None, next: None }
    }

    /// Looks until there is something to tell.
    async fn look(mut self: Box<Self>) -> Look {
        let started = *self.started.get_or_insert_with(Instant::now);
        loop {
            let pace = self.deployments.client.settings().pace;
            match self.next.take() {
                Some(Next::Finished(Ok(()))) => return (self, None),
                Some(Next::Finished(Err(error))) => {
                    let error = with_way_back(&self.deployments.client, self.app, error).await;
                    return (self, Some(Err(error)));
                }
                Some(Next::LookAfter(pause)) => pace.sleep(pause).await,
                None => {}
            }
            let look = match self.known.take() {
                Some(known) => Ok(known),
                None => self.deployments.seen(self.app, self.id).await,
            };
            let (event, next) = self.waiter.observe(pace.since(started), look, fastrand::f64());
            self.next = Some(next);
            if let Some(event) = event {
                return (self, Some(Ok(event)));
            }
        }
    }
}

impl Stream for Watch {
    type Item = Result<DeploymentEvent>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut looking = match std::mem::replace(&mut self.state, State::Over) {
            State::Resting(looker) => Box::pin(looker.look()),
            State::Looking(looking) => looking,
            State::Over => return Poll::Ready(None),
        };
        let Poll::Ready((looker, item)) = looking.as_mut().poll(context) else {
            self.state = State::Looking(looking);
            return Poll::Pending;
        };
        if matches!(item, Some(Ok(_))) {
            self.state = State::Resting(looker);
        }
        Poll::Ready(item)
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Watch")
    }
}
