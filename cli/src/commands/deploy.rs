//! `deploy`: start a deployment and wait for it.

use std::time::Duration;

use spice_cloud::{AppId, Client, CreateDeployment, Deployment, ErrorKind, WaitOptions};

use super::deployments;
use crate::args::seconds;
use crate::context::{Context, Done};
use crate::failure::Failure;
use crate::progress::{Progress, Style, follow, step};

/// Options of `deploy`.
#[derive(Debug, clap::Args)]
pub(crate) struct Deploy {
    /// Id or name
    app: String,
    /// Git branch that is deployed
    #[arg(long)]
    branch: Option<String>,
    /// Git commit that is deployed
    #[arg(long, value_name = "SHA")]
    commit_sha: Option<String>,
    /// What is deployed, in words
    #[arg(short, long, value_name = "TEXT")]
    message: Option<String>,
    /// Runtime version, one of `spice-cloud images`
    #[arg(long, value_name = "TAG")]
    image_tag: Option<String>,
    /// How many replicas, 1 to 10
    #[arg(long, value_name = "N")]
    replicas: Option<i64>,
    /// Wait until the deployment has succeeded; so it is if nothing else is said
    #[arg(long, conflicts_with = "detach")]
    wait: bool,
    /// Only start it
    #[arg(long)]
    detach: bool,
    #[command(flatten)]
    limit: Limit,
}

/// How long to wait.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Limit {
    /// Wait so long at most; 900 if not given. The deployment itself goes on
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    wait_timeout: Option<Duration>,
}

/// Deploys an app.
pub(crate) fn run(context: &mut Context<'_>, command: Deploy) -> Done {
    let client = context.client()?;
    let app = context.app(&client, &command.app)?;
    let params = CreateDeployment::builder()
        .maybe_branch(command.branch)
        .maybe_commit_sha(command.commit_sha)
        .maybe_commit_message(command.message)
        .maybe_image_tag(command.image_tag)
        .maybe_replicas(command.replicas)
        .build();
    let started = context.change(client.deployments().create(app, params))?;
    context.tell(format!("started deployment {} of {}", started.id, command.app));
    if command.detach {
        context.tell(format!("wait for it with: {}", wait_command(&command.app, started.id)));
        return deployments::show(context, &started);
    }
    let finished = wait(context, &client, &command.app, app, started.id, command.limit)?;
    deployments::show(context, &finished)
}

/// Waits for a deployment and shows how it goes.
pub(crate) fn wait(
    context: &mut Context<'_>,
    client: &Client,
    name: &str,
    app: AppId,
    deployment: i64,
    limit: Limit,
) -> Result<Deployment, Failure> {
    let options = WaitOptions::builder().maybe_timeout(limit.wait_timeout).build();
    let watch = client.deployments().watch(app, deployment, options);
    let style = style(context);
    let mut progress = Progress::new(context.io.stderr, style, format!("deployment {deployment} of {name}"));
    let followed = follow(&context.runtime, &context.cancel, watch, |event| match event {
        Some(event) => progress.say(&step(event)),
        None => progress.tick(),
    });
    followed.map_err(|failure| {
        let goes_on = failure.kind().is_none() || failure.kind() == Some(ErrorKind::WaitTimeout);
        if goes_on {
            failure.with_hint(format!("the deployment goes on: {}", wait_command(name, deployment)))
        } else {
            failure
        }
    })
}

fn wait_command(app: &str, deployment: i64) -> String {
    format!("spice-cloud deployments wait {app} {deployment}")
}

fn style(context: &Context<'_>) -> Style {
    if context.global.quiet {
        Style::Silent
    } else if context.io.can_animate() {
        Style::Moving { columns: context.io.columns.unwrap_or(80) }
    } else {
        Style::Lines
    }
}
