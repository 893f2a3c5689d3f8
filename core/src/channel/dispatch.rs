//! From the name of an operation to the work behind it.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;

use futures_core::Stream;

use zeroize::Zeroizing;

use super::parameters::{Parameters, wrong};
use super::reply;
use crate::client::Client;
use crate::conversation::{Conversation, Step};
use crate::error::Result;
use crate::generated::dispatch;
use crate::generated::inputs::{AppId, DeploymentId};
use crate::generated::models::Deployment;
use crate::generated::operations::{ALL, API_KEYS_ROTATE, APPS_UPDATE, DEPLOYMENTS_CREATE, WORKFLOWS};
use crate::meta::Meta;
use crate::operation::Operation;
use crate::pending::Pending;
use crate::reply::Reply;
use crate::workflows::{DeploymentEvent, Rollout, rotate};

/// Does what a call is for, and gives its result.
pub(super) async fn run(
    client: Client,
    name: String,
    parameters: Zeroizing<String>,
    conversation: Arc<Conversation>,
) -> Result<Reply> {
    let mut parameters = Parameters::read(&parameters)?;
    let client = match parameters.options.take() {
        Some(mut options) => {
            parameters.target = options.target()?;
            client.with_options(options.overrides()?)?
        }
        None => client,
    };
    match name.as_str() {
        "request" => reply(client.request(parameters.raw()?)).await,
        "apps.find" => {
            let name = parameters.name.take().ok_or_else(|| wrong("name must be given"))?;
            let found = client.apps().find(name).await?;
            let meta = found.as_ref().map(|app| app.meta.clone()).unwrap_or_default();
            Ok(Reply::result(found, meta))
        }
        "apps.update_if_unchanged" => {
            let was = parameters.unchanged()?;
            reply(client.update_unless_changed(parameters.request(&APPS_UPDATE)?, &was)).await
        }
        "secrets.set_many" => {
            let app = AppId::from(parameters.id("app_id")?);
            reply(client.secrets().set_many(app, parameters.secrets()?)).await
        }
        "deployments.deploy" => {
            let app = AppId::from(parameters.id("app_id")?);
            let request = parameters.request(&DEPLOYMENTS_CREATE)?;
            let rollout = Rollout::new(client, app, request, parameters.deploy()?);
            follow(rollout.events(), &conversation).await
        }
        "deployments.wait" | "deployments.watch" => {
            let (app, id) =
                (AppId::from(parameters.id("app_id")?), DeploymentId::from(parameters.id("deployment_id")?));
            follow(client.deployments().watch(app, id, parameters.wait()?), &conversation).await
        }
        "api_keys.rotate" => {
            let request = parameters.request(&API_KEYS_ROTATE)?;
            reply(Pending::new(rotate::with_host(client, request, parameters.verifies))).await
        }
        "reconcile" => {
            let settled = client.settle(parameters.change()).await?;
            let meta = settled.meta();
            Ok(Reply::result(settled, meta))
        }
        #[cfg(debug_assertions)]
        #[allow(clippy::panic)] // What it is for: hosts prove that a bug does not end them.
        "__panic_for_tests" => panic!("a panic for tests"),
        name => operation(client, find(name)?, &parameters, &conversation).await,
    }
}

fn find(name: &str) -> Result<&'static Operation> {
    let shown = ALL.iter().filter(|operation| operation.is_public());
    let operation = shown.chain(WORKFLOWS).find(|operation| operation.id() == name);
    operation.copied().ok_or_else(|| wrong(format!("there is no operation {}", name.escape_debug())))
}

async fn operation(
    client: Client,
    operation: &'static Operation,
    parameters: &Parameters,
    conversation: &Conversation,
) -> Result<Reply> {
    let request = parameters.request(operation)?;
    if let Some(mut pages) = dispatch::pages(&client, &request, parameters.extent()) {
        while let Some(page) = pages.next().await {
            conversation.say(Step::Event(page?)).await?;
        }
        return Ok(Reply::result((), Meta::default()));
    }
    if let Some(pieces) = dispatch::streams(&client, &request) {
        let mut pieces = pieces?;
        while let Some(piece) = pieces.next().await {
            conversation.say(Step::Event(piece?)).await?;
        }
        return Ok(Reply::result((), Meta::default()));
    }
    match dispatch::call(&client, request) {
        Some(call) => call.await,
        None => Err(wrong(format!("{} cannot be called", operation.id()))),
    }
}

/// Tells each step of a deployment, and gives it as it is in the end.
async fn follow(
    mut steps: impl Stream<Item = Result<DeploymentEvent>> + Unpin,
    conversation: &Conversation,
) -> Result<Reply> {
    let mut last: Option<Deployment> = None;
    while let Some(event) = poll_fn(|context| Pin::new(&mut steps).poll_next(context)).await {
        let event = event?;
        last = Some(event.deployment.clone());
        let meta = event.deployment.meta.clone();
        conversation.say(Step::Event(Reply::event(event, meta))).await?;
    }
    let meta = last.as_ref().map(|deployment| deployment.meta.clone()).unwrap_or_default();
    Ok(Reply::result(last, meta))
}
