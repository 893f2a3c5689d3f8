//! `deployments`: look at them and wait for them.

use spice_cloud::{Deployment, DeploymentStatus, ListDeployments, RollbackDeployment};

use super::waiting::{self, Limit, show};
use crate::context::{Context, Done};
use crate::output::{Cell, Table, moment};

/// What can be done with deployments.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Deployments {
    /// List an app's deployments, newest first
    List {
        /// Id or name
        app: String,
        #[arg(long, help = "Only those that are queued, in_progress, succeeded, failed or created")]
        status: Option<String>,
        /// Show so many at most
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
    },
    /// Show one deployment
    Get {
        /// Id or name of the app
        app: String,
        /// Id of the deployment
        id: i64,
    },
    /// Follow a deployment to its end and write each step as a result
    Watch {
        /// Id or name of the app
        app: String,
        /// Id of the deployment
        id: i64,
        #[command(flatten)]
        limit: Limit,
    },
    /// Deploy once more what ran before, and wait until it has succeeded
    Rollback {
        /// Id or name of the app
        app: String,
        /// Id of the deployment to go back to; the last that succeeded before the newest if not given
        #[arg(long, value_name = "ID")]
        to: Option<i64>,
        #[command(flatten)]
        limit: Limit,
    },
    /// Wait until a deployment has succeeded
    Wait {
        /// Id or name of the app
        app: String,
        /// Id of the deployment
        id: i64,
        #[command(flatten)]
        limit: Limit,
    },
}

/// Does what was asked about deployments.
pub(crate) fn run(context: &mut Context<'_>, command: Deployments) -> Done {
    match command {
        Deployments::List { app, status, limit } => list(context, &app, status, limit),
        Deployments::Get { app, id } => get(context, &app, id),
        Deployments::Watch { app, id, limit } => waiting::watch(context, &app, id, limit),
        Deployments::Rollback { app, to, limit } => rollback(context, &app, to, limit),
        Deployments::Wait { app, id, limit } => wait(context, &app, id, limit),
    }
}

fn list(context: &mut Context<'_>, app: &str, status: Option<String>, limit: Option<usize>) -> Done {
    let client = context.client()?;
    let id = context.app(&client, app)?;
    let status = status.map(DeploymentStatus::from);
    if let Some(word) = status.as_ref().filter(|status| !status.is_known()) {
        // It may be newer than this version, so the API decides.
        context.tell(format!("{word} may be no status; known are {}", DeploymentStatus::KNOWN.join(", ")));
    }
    let is_filtered = status.is_some();
    let filter = ListDeployments::builder().maybe_status(status).build();
    let mut pager = client.deployments().list(id, filter);
    if let Some(limit) = limit {
        pager = pager.limit(limit);
    }
    let table = |deployments: &[Deployment]| {
        let mut table =
            Table::new(&["ID", "STATUS", "CREATED (UTC)", "IMAGE TAG", "COMMIT", "MESSAGE", "ERROR"]);
        for deployment in deployments {
            table.row([
                Cell::number(deployment.id),
                Cell::status(deployment.status.as_str()),
                moment(deployment.created_at.as_ref()),
                Cell::maybe(deployment.image_tag.as_ref()),
                Cell::maybe(
                    deployment.commit_sha.as_ref().map(|sha| sha.chars().take(8).collect::<String>()),
                ),
                Cell::maybe(deployment.commit_message.as_ref()),
                Cell::maybe(deployment.error_code.as_ref()),
            ]);
        }
        table
    };
    let none = if is_filtered {
        "no such deployments".to_owned()
    } else {
        format!("no deployments yet; make one: spice-cloud deploy {app}")
    };
    context.show_pages(pager, table, &none)
}

fn get(context: &mut Context<'_>, app: &str, id: i64) -> Done {
    let client = context.client()?;
    let app = context.app(&client, app)?;
    let deployment = context.call(client.deployments().get(app, id))?;
    show(context, &deployment)
}

fn rollback(context: &mut Context<'_>, name: &str, to: Option<i64>, limit: Limit) -> Done {
    let client = context.client()?;
    let app = context.app(&client, name)?;
    let params = RollbackDeployment::builder().maybe_to(to).build();
    let started = context.change(client.deployments().rollback(app, params))?;
    context.tell(format!("started deployment {} of {name}, which goes back", started.id));
    let deployment = waiting::wait(context, &client, name, app, started.id, limit)?;
    show(context, &deployment)
}

fn wait(context: &mut Context<'_>, name: &str, id: i64, limit: Limit) -> Done {
    let client = context.client()?;
    let app = context.app(&client, name)?;
    let deployment = waiting::wait(context, &client, name, app, id, limit)?;
    show(context, &deployment)
}
