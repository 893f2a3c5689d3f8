//! Waiting for a deployment, and showing it.

use std::time::Duration;

use spice_cloud::{AppId, Client, Deployment, DeploymentEvent, ErrorKind, Streamed, WaitOptions};

use crate::context::{Context, Done};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::io::Io;
use crate::output::{Cell, Format, Table, data, moment};
use crate::progress::{Progress, Seen, Style, follow, step};
use crate::values::seconds;

/// How long to wait.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Limit {
    /// Wait so long at most; 900 if not given. The deployment itself goes on
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    wait_timeout: Option<Duration>,
}

impl Limit {
    pub(crate) fn timeout(self) -> Option<Duration> {
        self.wait_timeout
    }

    fn options(self) -> WaitOptions {
        WaitOptions::builder().maybe_timeout(self.wait_timeout).build()
    }
}

/// Follows a deployment and writes each step as it comes; with `-o json` and `-o yaml` a list at the end.
pub(crate) fn watch(context: &mut Context<'_>, name: &str, deployment: i64, limit: Limit) -> Done {
    let client = context.client()?;
    let app = context.app(&client, name)?;
    let watch = client.deployments().watch(app, deployment, limit.options());
    let format = context.global.output;
    let mut events: Vec<DeploymentEvent> = Vec::new();
    let Context { io, runtime, cancel, attempts, .. } = context;
    let followed = follow(runtime, cancel, attempts, watch, |seen| {
        match seen {
            Seen::Step(event) => match format {
                Format::Table => written(io, &format!("{}\n", step(event)))?,
                Format::Jsonl => written(io, &data(format, event).map_err(Failure::local)?)?,
                Format::Json | Format::Yaml => events.push(event.clone()),
            },
            // Without a place for words the wait goes on.
            Seen::Attempt(line) => drop(writeln!(io.stderr, "{line}")),
            Seen::Tick => {}
        }
        Ok(())
    });
    let shown = if matches!(format, Format::Json | Format::Yaml) {
        context.show_list(&events, Table::details, "")
    } else {
        Ok(())
    };
    followed.map_err(|failure| goes_on(failure, name, deployment)).and(shown)
}

/// Deploys and shows how it goes.
pub(crate) fn rolled_out(
    context: &mut Context<'_>,
    name: &str,
    steps: Streamed<DeploymentEvent>,
) -> Result<Deployment, Failure> {
    if context.cancel.is_cancelled() {
        return Err(Failure::interrupted());
    }
    let (style, quiet) = (style(context), context.global.quiet);
    let mut started = None;
    let Context { io, runtime, cancel, attempts, .. } = context;
    let mut progress = Progress::new(io.stderr, style, format!("deployment of {name}"));
    let followed = follow(runtime, cancel, attempts, steps, |seen| {
        match seen {
            Seen::Step(event) => {
                // Another try and the way back are deployments of their own.
                let id = event.deployment.id;
                if started.replace(id) != Some(id) && !quiet {
                    progress.log(&format!("started deployment {id} of {name}"));
                }
                progress.say(&step(event));
            }
            Seen::Attempt(line) => progress.log(line),
            Seen::Tick => progress.tick(),
        }
        Ok(())
    });
    drop(progress);
    followed.map_err(|failure| match started {
        Some(id) => goes_on(failure, name, id),
        None if failure.kind().is_none() && failure.exit() == Exit::Interrupted => {
            failure.with_hint("the change may have happened already: look before you try again")
        }
        None => failure,
    })
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
    let watch = client.deployments().watch(app, deployment, limit.options());
    let style = style(context);
    let Context { io, runtime, cancel, attempts, .. } = context;
    let mut progress = Progress::new(io.stderr, style, format!("deployment {deployment} of {name}"));
    let followed = follow(runtime, cancel, attempts, watch, |seen| {
        match seen {
            Seen::Step(event) => progress.say(&step(event)),
            Seen::Attempt(line) => progress.log(line),
            Seen::Tick => progress.tick(),
        }
        Ok(())
    });
    drop(progress);
    followed.map_err(|failure| goes_on(failure, name, deployment))
}

fn written(io: &mut Io<'_>, text: &str) -> Done {
    io.write(text).map_err(|error| Failure::output(&error))
}

/// Says so when only the wait is over.
fn goes_on(failure: Failure, name: &str, deployment: i64) -> Failure {
    match failure.kind() {
        None | Some(ErrorKind::WaitTimeout) if failure.exit() != Exit::Ok => {
            failure.with_hint(format!("the deployment goes on: {}", wait_command(name, deployment)))
        }
        _ => failure,
    }
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
