//! `health`, `regions`, `images`, `orgs`, `clusters`, `limits`: what there is to choose from.

use serde_json::{Value, json};
use spice_cloud::{ImageChannel, ListContainerImages, Region};

use crate::context::{Context, Done, build};
use crate::failure::Failure;
use crate::output::{Cell, Table, moment};

/// Options of `images`.
#[derive(Debug, clap::Args)]
pub(crate) struct Images {
    /// Channel of the images: stable or enterprise
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<String>,
}

/// Says whether the API is up.
pub(crate) fn health(context: &mut Context<'_>) -> Done {
    // The operation needs no token and is sent none; only the client wants to have one.
    let client = context.client().or_else(|_| build(context.builder().token("not-needed")))?;
    let health = context.call(client.health())?;
    context.show(&health, || {
        let mut table = Table::details();
        table.fact("status", Cell::status(&health.status));
        table.fact("time", Cell::maybe(health.timestamp.as_ref()));
        table
    })
}

/// Lists the regions.
pub(crate) fn regions(context: &mut Context<'_>) -> Done {
    let client = context.client()?;
    let regions = context.call(client.regions().list())?;
    context.show(&regions, || {
        let mut table = Table::new(&["REGION", "NAME", "PROVIDER", ""]);
        for region in &regions.regions {
            let provider = region.provider_name.as_ref().or(region.provider.as_ref());
            table.row([
                Cell::new(&region.region),
                Cell::new(&region.name),
                Cell::maybe(provider),
                Cell::new(remark(region, regions.default.as_deref())),
            ]);
        }
        table
    })
}

fn remark(region: &Region, default: Option<&str>) -> &'static str {
    if region.disabled == Some(true) {
        "takes no new apps"
    } else if region.is_default == Some(true) || default == Some(region.region.as_str()) {
        "default"
    } else {
        ""
    }
}

/// Lists runtime versions.
pub(crate) fn images(context: &mut Context<'_>, command: Images) -> Done {
    let client = context.client()?;
    let filter =
        ListContainerImages::builder().maybe_channel(command.channel.map(ImageChannel::from)).build();
    let images = context.call(client.container_images().list(filter))?;
    context.show(&images, || {
        let mut table = Table::new(&["TAG", "CHANNEL", "IMAGE", ""]);
        for image in &images.images {
            let is_default = images.default.as_deref() == Some(image.tag.as_str());
            table.row([
                Cell::new(&image.tag),
                Cell::maybe(image.channel.as_ref()),
                Cell::maybe(image.name.as_ref()),
                Cell::new(if is_default { "default" } else { "" }),
            ]);
        }
        table
    })
}

/// Lists the organizations.
pub(crate) fn orgs(context: &mut Context<'_>) -> Done {
    let client = context.client()?;
    let orgs = context.call(client.orgs().list())?;
    let table = || {
        let mut table = Table::new(&["ID", "NAME", "ROLE"]);
        for org in &orgs {
            let id = org.id.map(|id| id.to_string()).unwrap_or_default();
            table.row([Cell::number(id), Cell::new(&org.name), Cell::maybe(org.role.as_ref())]);
        }
        table
    };
    context.show_list(&orgs, table, "no organizations")
}

/// Lists the clusters.
pub(crate) fn clusters(context: &mut Context<'_>) -> Done {
    let client = context.client()?;
    let clusters = context.call(client.clusters().list())?;
    let table = || {
        let mut table = Table::new(&["NAME", "REGION", "PROVIDER", "ENDPOINT", "CREATED (UTC)"]);
        for cluster in &clusters {
            table.row([
                Cell::new(&cluster.cluster_name),
                Cell::maybe(cluster.region.as_ref()),
                Cell::maybe(cluster.cloud_provider.as_ref()),
                Cell::maybe(cluster.endpoint.as_ref()),
                moment(cluster.created_at.as_ref()),
            ]);
        }
        table
    };
    context.show_list(&clusters, table, "no clusters of your own; apps run on those of their region")
}

/// Shows what the plan allows: every limit, whether this version knows it or not.
pub(crate) fn limits(context: &mut Context<'_>) -> Done {
    let client = context.client()?;
    let limits = context.call(client.limits())?;
    let members = json!(limits);
    let Value::Object(members) = &members else {
        return Err(Failure::local("the limits are no object"));
    };
    context.show(&limits, || {
        let mut table = Table::details();
        for (name, value) in members {
            let words = if value.as_i64() == Some(-1) { "no limit".to_owned() } else { in_words(value) };
            table.fact(&name.replace('_', " "), Cell::new(words));
        }
        table
    })
}

fn in_words(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
