//! Waiting for a deployment, and showing it.

use std::time::Duration;

use spice_cloud::{AppId, Client, Deployment, ErrorKind, WaitOptions};

use crate::context::{Context, Done};
use crate::failure::Failure;
use crate::output::{Cell, Table, moment};
use crate::progress::{Progress, Style, follow, step};
use crate::values::seconds;

/// How long to wait.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Limit {
    /// Wait so long at most; 900 if not given. The deployment itself goes on
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    wait_timeout: Option<Duration>,
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

pub(crate) fn wait_command(app: &str, deployment: i64) -> String {
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

/// Writes what is known about a deployment.
pub(crate) fn show(context: &mut Context<'_>, deployment: &Deployment) -> Done {
    context.show(deployment, || details(deployment))
}

fn details(deployment: &Deployment) -> Table {
    let mut table = Table::details();
    table.fact("id", Cell::new(deployment.id.to_string()));
    table.fact("status", Cell::status(deployment.status.as_str()));
    table.fact("error", Cell::maybe(deployment.error_code.as_ref()));
    table.fact("error message", Cell::maybe(deployment.error_message.as_ref()));
    table.fact("image tag", Cell::maybe(deployment.image_tag.as_ref()));
    table.fact("replicas", Cell::maybe(deployment.replicas));
    table.fact("branch", Cell::maybe(deployment.branch.as_ref()));
    table.fact("commit", Cell::maybe(deployment.commit_sha.as_ref()));
    table.fact("message", Cell::maybe(deployment.commit_message.as_ref()));
    table.fact("created (UTC)", moment(deployment.created_at.as_ref()));
    table.fact("started (UTC)", moment(deployment.started_at.as_ref()));
    table.fact("finished (UTC)", moment(deployment.finished_at.as_ref()));
    table
}
