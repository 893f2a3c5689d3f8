//! Deploying as one call: started once, followed to its end, tried again where the platform was short of room, taken back where that
//! was asked for, and not over before the runtime answers where that was.

mod options;

use std::time::Duration;

use tokio::time::Instant;

use super::deployments::Watch;
use super::rollback::{last_succeeded, once_more};
use super::wait::{DeploymentEvent, WaitOptions};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::enums::DeploymentStatus;
use crate::generated::inputs::{AppId, CreateDeployment, ListDeployments};
use crate::generated::models::Deployment;
use crate::generated::operations::DEPLOYMENTS_CREATE;
use crate::plane::{Coming, RuntimeTarget, Source, Streamed};
use crate::request::Request;

pub use options::DeployOptions;

/// How many deployments say how long the next may take.
const HISTORY: usize = 20;
/// Before room is asked for once more.
const BREATH: Duration = Duration::from_secs(10);
/// Between two looks at a runtime.
const LOOK: Duration = Duration::from_secs(2);

/// A deployment that is started and followed.
pub(crate) struct Rollout {
    client: Client,
    app: AppId,
    request: Request,
    options: DeployOptions,
    began: Option<Instant>,
    has_looked_back: bool,
    expected: Option<Duration>,
    redeploys: u32,
    last: Option<Deployment>,
    stage: Stage,
}

enum Stage {
    Starting,
    Following(Box<Watch>),
    /// Going back, with the error that is told in the end.
    GoingBack(Box<Watch>, Error),
    /// Looking at the runtime, with what was told of it last.
    Probing {
        told: Option<String>,
    },
    Over,
}

impl Rollout {
    pub(crate) fn new(client: Client, app: AppId, request: Request, options: DeployOptions) -> Self {
        Self {
            client,
            app,
            request,
            options,
            began: None,
            has_looked_back: false,
            expected: None,
            redeploys: 0,
            last: None,
            stage: Stage::Starting,
        }
    }

    /// The steps as they happen.
    pub(crate) fn events(self) -> Streamed<DeploymentEvent> {
        Streamed::new(Box::new(self))
    }

    /// The deployment that succeeded in the end.
    pub(crate) async fn finish(mut self) -> Result<Deployment> {
        while let Some(event) = self.step().await {
            event?;
        }
        self.last
            .ok_or_else(|| Error::new(ErrorKind::InternalError, "a deployment ended that nobody has seen"))
    }

    /// The next step; nothing when all is done.
    pub(crate) async fn step(&mut self) -> Option<Result<DeploymentEvent>> {
        let began = *self.began.get_or_insert_with(Instant::now);
        loop {
            match self.advance(began).await {
                Ok(Some(event)) => return Some(Ok(event)),
                Ok(None) if matches!(self.stage, Stage::Over) => return None,
                Ok(None) => {}
                Err(error) => {
                    self.stage = Stage::Over;
                    return Some(Err(error));
                }
            }
        }
    }

    async fn advance(&mut self, began: Instant) -> Result<Option<DeploymentEvent>> {
        match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Starting => {
                let watch = self.start(self.request.clone(), began).await?;
                self.stage = Stage::Following(Box::new(watch));
                Ok(None)
            }
            Stage::Following(mut watch) => match watch.next().await {
                Some(Ok(event)) => {
                    self.stage = Stage::Following(watch);
                    // Nobody asks how long it takes when it is over.
                    if !self.has_looked_back && !event.status().is_terminal() {
                        self.has_looked_back = true;
                        self.expected = usual(&self.client, self.app).await;
                    }
                    Ok(Some(self.told(event, began, None)))
                }
                Some(Err(error)) => self.failed(error, began).await,
                None => {
                    if self.options.until_ready {
                        self.stage = Stage::Probing { told: None };
                    }
                    Ok(None)
                }
            },
            Stage::GoingBack(mut watch, error) => match watch.next().await {
                Some(Ok(event)) => {
                    self.stage = Stage::GoingBack(watch, error);
                    Ok(Some(self.told(event, began, Some("going back".to_owned()))))
                }
                Some(Err(other)) if other.kind() == ErrorKind::WaitTimeout => {
                    let id = self.last.as_ref().map(|last| last.id).unwrap_or_default();
                    Err(also(error, &format!("deployment {id} goes back, and has not ended yet")))
                }
                Some(Err(other)) => {
                    let hint = format!("going back failed, too: {}", other.message());
                    Err(also(error, &hint))
                }
                None => {
                    let id = self.last.as_ref().map(|last| last.id).unwrap_or_default();
                    // There is no need to go back any more.
                    Err(error.with_hint(format!("deployment {id} has gone back to what ran before; find out why the other one failed, then deploy again")))
                }
            },
            Stage::Probing { told } => self.probe(told, began).await,
            Stage::Over => Ok(None),
        }
    }

    async fn start(&mut self, request: Request, began: Instant) -> Result<Watch> {
        let created: Deployment = self.client.change(request).await?;
        let DeployOptions { timeout, poll_interval, .. } = self.options;
        let wait = WaitOptions { timeout, poll_interval };
        Ok(Watch::created(self.client.deployments(), self.app, created, wait, began))
    }

    fn left(&self, began: Instant) -> Duration {
        self.options.timeout.saturating_sub(self.client.settings().pace.since(began))
    }

    /// An event as it is told: since the very beginning, and with what is known of its end.
    fn told(&mut self, event: DeploymentEvent, began: Instant, note: Option<String>) -> DeploymentEvent {
        self.last = Some(event.deployment.clone());
        let elapsed = self.client.settings().pace.since(began);
        DeploymentEvent { elapsed, expected: self.expected, note: note.or(event.note), ..event }
    }

    /// What follows a failure: another try, the way back, or the error.
    async fn failed(&mut self, error: Error, began: Instant) -> Result<Option<DeploymentEvent>> {
        let Some(failed) =
            error.deployment().filter(|_| error.kind() == ErrorKind::DeploymentFailed).cloned()
        else {
            return Err(error);
        };
        let is_worth_another =
            failed.error_code.as_ref().is_some_and(|code| self.options.redeploy_on.contains(code));
        if is_worth_another && self.redeploys < self.options.max_redeploys && self.left(began) > BREATH {
            self.redeploys += 1;
            self.stage = Stage::Starting;
            let of = (self.redeploys, self.options.max_redeploys);
            let note = format!("{}; deploying again, {} of at most {}", error.message(), of.0, of.1);
            let event = DeploymentEvent::new(failed, self.client.settings().pace.since(began));
            self.client.settings().pace.sleep(BREATH).await;
            return Ok(Some(self.told(event, began, Some(note))));
        }
        if !self.options.rollback_on_failure {
            return Err(error);
        }
        let Some(target) = error.rollback_to() else {
            return Err(also(error, "there is no earlier deployment that succeeded to go back to"));
        };
        match self.start(request(self.app, once_more(target)), began).await {
            Ok(watch) => {
                self.stage = Stage::GoingBack(Box::new(watch), error);
                Ok(None)
            }
            Err(other) => Err(also(error, &format!("going back failed, too: {}", other.message()))),
        }
    }

    /// Looks at the runtime until it is ready, with all its datasets, or until there is something new to tell.
    async fn probe(&mut self, told: Option<String>, began: Instant) -> Result<Option<DeploymentEvent>> {
        let Some(deployment) = self.last.clone() else { return Ok(None) };
        let pace = self.client.settings().pace;
        loop {
            let Some(problem) = self.unready().await else { return Ok(None) };
            if self.left(began).is_zero() {
                let elapsed = pace.since(began);
                let message = format!(
                    "deployment {} has succeeded, and its runtime is not ready: {problem}",
                    deployment.id
                );
                return Err(Error::new(ErrorKind::WaitTimeout, message)
                    .with_hint("`runtime(app).datasets()` says how the datasets are")
                    .with_retryable(true)
                    .with_deployment(Some(deployment), elapsed));
            }
            if told.as_ref() != Some(&problem) {
                let note = format!("waiting until the runtime is ready: {problem}");
                self.stage = Stage::Probing { told: Some(problem) };
                let event = DeploymentEvent::new(deployment, Duration::ZERO);
                return Ok(Some(self.told(event, began, Some(note))));
            }
            pace.sleep(LOOK).await;
        }
    }

    /// Why the runtime is not ready; nothing when it is.
    async fn unready(&mut self) -> Option<String> {
        let runtime = self.client.runtime(RuntimeTarget::from(self.app));
        match runtime.ready().await {
            Ok(status) if !status.ok => return Some(status.text),
            Err(error) => return Some(error.message().to_owned()),
            Ok(_) => {}
        }
        match runtime.datasets().await {
            Ok(found) if found.ready => None,
            Ok(found) => {
                let late = found.datasets.iter().filter(|dataset| {
                    dataset.status.as_deref().is_some_and(|status| !status.eq_ignore_ascii_case("ready"))
                });
                let late = late.map(|dataset| {
                    let why =
                        dataset.error_message.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
                    format!(
                        "dataset {} is {}{why}",
                        dataset.name,
                        dataset.status.as_deref().unwrap_or("unknown")
                    )
                });
                Some(late.collect::<Vec<_>>().join(", "))
            }
            Err(error) => Some(error.message().to_owned()),
        }
    }
}

impl Source<DeploymentEvent> for Rollout {
    fn next(mut self: Box<Self>) -> Coming<DeploymentEvent> {
        Box::pin(async move {
            let event = self.step().await;
            (self as Box<dyn Source<DeploymentEvent>>, event)
        })
    }
}

/// The request that starts a deployment.
pub(super) fn request(app: AppId, params: CreateDeployment) -> Request {
    Request::new(&DEPLOYMENTS_CREATE).path::<AppId>("app_id", app).body(params)
}

/// An error that says what came after it, too.
fn also(error: Error, more: &str) -> Error {
    let hint = error.hint().map_or_else(|| more.to_owned(), |hint| format!("{hint}; {more}"));
    error.with_hint(hint)
}

/// How long deployments of an app usually take, by those that succeeded lately; nothing when nobody knows.
async fn usual(client: &Client, app: AppId) -> Option<Duration> {
    let filter = ListDeployments::builder().status(DeploymentStatus::Succeeded).build();
    let past =
        client.deployments().list(app, filter).page_size(20).limit(HISTORY).try_collect().await.ok()?;
    middle(past.iter().filter(|past| past.status == DeploymentStatus::Succeeded).filter_map(took).collect())
}

/// From its start to its end, by the server's times.
fn took(deployment: &Deployment) -> Option<Duration> {
    let millis =
        |time: &Option<crate::wire::Timestamp>| time.as_ref().and_then(crate::wire::Timestamp::unix_millis);
    let end = millis(&deployment.finished_at).or_else(|| millis(&deployment.updated_at))?;
    let start = millis(&deployment.started_at).or_else(|| millis(&deployment.created_at))?;
    u64::try_from(end - start).ok().filter(|took| *took > 0).map(Duration::from_millis)
}

fn middle(mut spans: Vec<Duration>) -> Option<Duration> {
    spans.sort_unstable();
    spans.get(spans.len() / 2).copied()
}

/// Adds to the error of a failed deployment where to go back to.
pub(super) async fn with_way_back(client: &Client, app: AppId, error: Error) -> Error {
    let failed = error.deployment().filter(|_| error.kind() == ErrorKind::DeploymentFailed);
    let Some(failed) = failed.map(|failed| failed.id) else { return error };
    // Whoever may not look is told of the failure all the same.
    let Ok(Some(target)) = last_succeeded(client, app, Some(failed)).await else { return error };
    let way =
        format!("`deployments.rollback(app)` goes back to deployment {}, the last that succeeded", target.id);
    also(error, &way).with_rollback_to(Some(target))
}

#[cfg(test)]
mod tests;
