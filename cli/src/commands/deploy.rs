//! `deploy`: start a deployment and wait for it.

use spice_cloud::CreateDeployment;

use super::waiting::{Limit, show, wait, wait_command};
use crate::context::{Context, Done};

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
        return show(context, &started);
    }
    let finished = wait(context, &client, &command.app, app, started.id, command.limit)?;
    show(context, &finished)
}
