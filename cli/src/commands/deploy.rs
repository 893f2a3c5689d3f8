//! `deploy`: start a deployment and wait for it.

use spice_cloud::{CreateDeployment, DeployOptions};

use super::waiting::{Limit, rolled_out, show, wait_command};
use crate::context::{Context, Done};

/// Options of `deploy`.
#[allow(clippy::struct_excessive_bools)] // Switches of a command line.
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
    /// Go back to what ran before when the deployment fails for good
    #[arg(long, conflicts_with = "detach")]
    rollback_on_failure: bool,
    /// Wait until the app's runtime is ready, too, with all its datasets
    #[arg(long, conflicts_with = "detach")]
    until_ready: bool,
    /// Code of a failure after which to deploy again, such as `insufficient_memory`; may be given several times
    #[arg(long, value_name = "CODE", conflicts_with = "detach")]
    redeploy_on: Vec<String>,
    #[command(flatten)]
    limit: Limit,
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
    if command.detach {
        let started = context.change(client.deployments().create(app, params))?;
        context.tell(format!("started deployment {} of {}", started.id, command.app));
        context.tell(format!("wait for it with: {}", wait_command(&command.app, started.id)));
        return show(context, &started);
    }
    let options = DeployOptions::builder()
        .maybe_timeout(command.limit.timeout())
        .redeploy_on(command.redeploy_on)
        .rollback_on_failure(command.rollback_on_failure)
        .until_ready(command.until_ready)
        .build();
    let steps = client.deployments().deploy_events(app, params, options);
    let finished = rolled_out(context, &command.app, steps)?;
    show(context, &finished)
}
