//! `apps`: list, look at, create, change and delete them.

use std::collections::BTreeMap;

use spice_cloud::{App, Client, CreateApp, LintSpicepod, Patch, UpdateApp, UpdateChannel, Visibility};

use super::{input, metrics};
use crate::context::{Context, Done};
use crate::failure::Failure;
use crate::output::{Cell, Table, moment};
use crate::values::pair;

/// What can be done with apps.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Apps {
    /// List all apps
    List {
        /// Show so many at most
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
    },
    /// Show one app with its configuration
    Get {
        /// Id or name
        app: String,
    },
    /// Show an app's load and what it has ingested
    Metrics(metrics::Metrics),
    /// Create an app
    Create(Create),
    /// Change an app; what is not named stays as it is
    Update(Box<Update>),
    /// Check a spicepod against the app's secrets: which are missing, which unused
    Lint {
        /// Id or name
        app: String,
        /// File with the spicepod, as YAML; `-` reads standard input; the app's own if not given
        #[arg(long, value_name = "FILE")]
        spicepod: Option<String>,
    },
    /// Let a paused app run again
    Resume {
        /// Id or name
        app: String,
    },
    /// Delete an app and stop what it runs
    Delete {
        /// Id or name
        app: String,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}

/// Options of `apps create`.
#[derive(Debug, clap::Args)]
pub(crate) struct Create {
    /// 4 to 38 letters, digits and hyphens, unique in the organization
    name: String,
    /// One of `spice-cloud regions`
    #[arg(long)]
    region: Option<String>,
    /// Free text
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// public or private
    #[arg(long, value_name = "WHO")]
    visibility: Option<String>,
    /// A key and a value; may be given several times
    #[arg(long = "tag", value_name = "KEY=VALUE", value_parser = pair)]
    tags: Vec<(String, String)>,
    /// How many replicas, 1 to 10
    #[arg(long, value_name = "N")]
    replicas: Option<i64>,
    /// File with the spicepod, as YAML; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    spicepod: Option<String>,
}

/// Options of `apps update`.
#[derive(Debug, clap::Args)]
pub(crate) struct Update {
    /// Id or name
    app: String,
    #[command(flatten)]
    changes: Changes,
}

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = true)]
struct Changes {
    /// Free text
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// public or private
    #[arg(long, value_name = "WHO")]
    visibility: Option<String>,
    /// File with the spicepod, as YAML; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    spicepod: Option<String>,
    /// Runtime version to pin, one of `spice-cloud images`
    #[arg(long, value_name = "TAG", conflicts_with = "clear_image_tag")]
    image_tag: Option<String>,
    /// Pin no version: the channel decides
    #[arg(long)]
    clear_image_tag: bool,
    /// Stream of releases to follow
    #[arg(long, value_name = "CHANNEL")]
    update_channel: Option<String>,
    /// How many replicas, 1 to 10
    #[arg(long, value_name = "N")]
    replicas: Option<i64>,
    /// Region to run in
    #[arg(long)]
    region: Option<String>,
    /// Git branch that production follows
    #[arg(long, value_name = "BRANCH")]
    production_branch: Option<String>,
    /// A key and a value; may be given several times, and replaces all tags
    #[arg(long = "tag", value_name = "KEY=VALUE", value_parser = pair, conflicts_with = "clear_tags")]
    tags: Vec<(String, String)>,
    /// Remove all tags
    #[arg(long)]
    clear_tags: bool,
}

/// Does what was asked about apps.
pub(crate) fn run(context: &mut Context<'_>, command: Apps) -> Done {
    match command {
        Apps::List { limit } => list(context, limit),
        Apps::Get { app } => get(context, &app),
        Apps::Metrics(command) => metrics::run(context, &command),
        Apps::Create(command) => create(context, command),
        Apps::Update(command) => update(context, *command),
        Apps::Lint { app, spicepod } => lint(context, &app, spicepod.as_deref()),
        Apps::Resume { app } => resume(context, &app),
        Apps::Delete { app, yes } => delete(context, &app, yes),
    }
}

fn lint(context: &mut Context<'_>, app: &str, spicepod: Option<&str>) -> Done {
    let spicepod = spicepod.map(|file| input::spicepod(context, file)).transpose()?;
    let client = context.client()?;
    let id = context.app(&client, app)?;
    let params = LintSpicepod::builder().maybe_spicepod(spicepod).build();
    let report = context.call(client.apps().lint(id, params))?;
    context.show(&report, || {
        let mut table = Table::new(&["SECRET", "STATUS", "PLACE"]);
        for found in &report.references {
            let is_missing = report.missing.contains(&found.name);
            let word = if is_missing { "missing" } else { "ok" };
            table.row([Cell::new(&found.name), Cell::status(word), Cell::new(&found.place)]);
        }
        for name in &report.unused {
            table.row([Cell::new(name), Cell::new("unused"), Cell::new("")]);
        }
        table
    })?;
    if report.ok {
        return Ok(());
    }
    let missing = report.missing.join(", ");
    Err(Failure::local(format!("the spicepod refers to secrets that the app does not have: {missing}"))
        .with_hint(format!("set them: spice-cloud secrets set {app} NAME")))
}

fn resume(context: &mut Context<'_>, app: &str) -> Done {
    let client = context.client()?;
    let id = context.app(&client, app)?;
    let resumed = context.change(client.apps().resume(id))?;
    if let Some(deployment) = resumed.deployment_id {
        context.tell(format!(
            "{app} starts with deployment {deployment}; wait for it with: spice-cloud deployments wait {app} {deployment}"
        ));
    }
    context.show(&resumed, Table::details)
}

fn list(context: &mut Context<'_>, limit: Option<usize>) -> Done {
    let client = context.client()?;
    let mut pager = client.apps().list();
    if let Some(limit) = limit {
        pager = pager.limit(limit);
    }
    let table = |apps: &[App]| {
        let mut table = Table::new(&["ID", "NAME", "REGION", "VISIBILITY", "CREATED (UTC)"]);
        for app in apps {
            table.row([
                Cell::number(app.id),
                Cell::new(&app.name),
                Cell::maybe(app.region.as_ref()),
                Cell::maybe(app.visibility.as_ref()),
                moment(app.created_at.as_ref()),
            ]);
        }
        table
    };
    context.show_pages(pager, table, "no apps yet; create one: spice-cloud apps create NAME")
}

fn get(context: &mut Context<'_>, app: &str) -> Done {
    let client = context.client()?;
    let id = context.app(&client, app)?;
    let app = context.call(client.apps().get(id))?;
    show(context, &app)
}

fn create(context: &mut Context<'_>, command: Create) -> Done {
    // What cannot be read is found before anything is created.
    let spicepod = command.spicepod.map(|file| input::spicepod(context, &file)).transpose()?;
    let client = context.client()?;
    let params = CreateApp::builder()
        .name(command.name)
        .maybe_region(command.region)
        .maybe_description(command.description)
        .maybe_visibility(command.visibility.map(Visibility::from))
        .maybe_tags((!command.tags.is_empty()).then_some(command.tags))
        .maybe_replicas(command.replicas)
        .build();
    if context.global.dry_run && spicepod.is_some() {
        context.tell("a second request would then give the app its spicepod: spice-cloud apps update");
    }
    let mut app = context.change(client.apps().create(params))?;
    if let Some(spicepod) = spicepod {
        app = give_spicepod(context, &client, &app, spicepod)?;
    }
    if let Some(warning) = &app.warning {
        context.warn(format!("warning: {warning}"));
    }
    context.tell(format!("created app {}; next: spice-cloud deploy {0}", app.name));
    show(context, &app)
}

fn give_spicepod(
    context: &mut Context<'_>,
    client: &Client,
    app: &App,
    spicepod: String,
) -> Result<App, Failure> {
    let params = UpdateApp::builder().spicepod(spicepod).build();
    context.change(client.apps().update(app, params)).map_err(|failure| {
        let (name, id) = (&app.name, app.id);
        failure.with_hint(format!(
            "the app {name} was created with the id {id}, without a spicepod: correct it, then \
             `spice-cloud apps update {name} --spicepod FILE`"
        ))
    })
}

fn update(context: &mut Context<'_>, command: Update) -> Done {
    let changes = command.changes;
    let spicepod = changes.spicepod.map(|file| input::spicepod(context, &file)).transpose()?;
    let client = context.client()?;
    let id = context.app(&client, &command.app)?;
    let image_tag = if changes.clear_image_tag { Patch::Clear } else { Patch::from(changes.image_tag) };
    let tags: BTreeMap<String, String> = changes.tags.into_iter().collect();
    let tags = match (changes.clear_tags, tags.is_empty()) {
        (true, _) => Patch::Clear,
        (false, true) => Patch::Keep,
        (false, false) => Patch::Set(tags),
    };
    let params = UpdateApp::builder()
        .maybe_description(changes.description)
        .maybe_visibility(changes.visibility.map(Visibility::from))
        .maybe_spicepod(spicepod)
        .image_tag(image_tag)
        .update_channel(changes.update_channel.map(UpdateChannel::from))
        .maybe_replicas(changes.replicas)
        .maybe_region(changes.region)
        .maybe_production_branch(changes.production_branch)
        .tags(tags)
        .build();
    let app = context.change(client.apps().update(id, params))?;
    context.tell(format!(
        "changed app {}; takes effect with the next deployment: spice-cloud deploy {0}",
        app.name
    ));
    show(context, &app)
}

fn delete(context: &mut Context<'_>, app: &str, yes: bool) -> Done {
    let client = context.client()?;
    let id = context.app(&client, app)?;
    let mut name = app.to_owned();
    if !yes && context.io.can_ask() {
        // Whoever is asked should see what it is about.
        name = context.call(client.apps().get(id))?.name;
    }
    context.confirm(&format!("Delete app {name} (id {}) and stop what it runs?", id.get()), yes)?;
    context.change(client.apps().delete(id))?;
    context.tell(format!("deleted app {name} (id {})", id.get()));
    Ok(())
}

fn show(context: &mut Context<'_>, app: &App) -> Done {
    context.show(app, || details(app))
}

fn details(app: &App) -> Table {
    let mut table = Table::details();
    table.fact("id", Cell::new(app.id.to_string()));
    table.fact("name", Cell::new(&app.name));
    table.fact("url", Cell::new(url(&app.name)));
    table.fact("description", Cell::maybe(app.description.as_ref()));
    table.fact("visibility", Cell::maybe(app.visibility.as_ref()));
    table.fact("region", Cell::maybe(app.region.as_ref()));
    table.fact("cluster", Cell::maybe(app.cluster_name.as_ref()));
    table.fact("endpoint", Cell::maybe(app.endpoint.as_ref()));
    table.fact("production branch", Cell::maybe(app.production_branch.as_ref()));
    let tags: Vec<String> = app.tags.iter().map(|(key, value)| format!("{key}={value}")).collect();
    table.fact("tags", Cell::new(tags.join(", ")));
    if let Some(config) = &app.config {
        table.fact("image tag", Cell::maybe(config.image_tag.as_ref()));
        table.fact("update channel", Cell::maybe(config.update_channel.as_ref()));
        table.fact("version", Cell::maybe(config.version.as_ref()));
        table.fact("replicas", Cell::maybe(config.replicas));
        table
            .fact("spicepod", Cell::new(if config.spicepod.is_some() { "set; see -o json" } else { "none" }));
    }
    table.fact("created (UTC)", moment(app.created_at.as_ref()));
    table
}

/// Where an app answers once it runs.
fn url(name: &str) -> String {
    format!("https://{name}.spice.ai")
}
