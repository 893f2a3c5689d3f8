//! `plan` and `apply`: what would have to change for a desired state, and changing it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use spice_cloud::{ApplyPlan, Client, Plan, PlanState, Secret};

use super::{input, variables};
use crate::context::{Context, Done};
use crate::failure::Failure;
use crate::output::{Cell, Format, Table, plain};

/// What a desired state is compared by.
#[derive(Debug, clap::Args)]
pub(crate) struct Desired {
    /// File with the desired state, as YAML or JSON; - reads standard input
    file: String,
    /// Remove secrets and members that the file does not name, and replace all tags
    #[arg(long)]
    prune: bool,
    /// File with values of secrets, in lines NAME=VALUE; others come from the environment
    #[arg(long, value_name = "FILE")]
    env_file: Option<String>,
    /// File with the fingerprints of the last apply; FILE with the end .fingerprints.json if not given
    #[arg(long, value_name = "FILE")]
    fingerprints: Option<PathBuf>,
    /// Variable with the key of the fingerprints; what the command signs in with if not given
    #[arg(long, value_name = "VARIABLE")]
    fingerprint_key: Option<String>,
}

/// Options of `plan`.
#[derive(Debug, clap::Args)]
pub(crate) struct Show {
    #[command(flatten)]
    desired: Desired,
    /// End with exit code 1 if something would change
    #[arg(long)]
    check: bool,
}

/// Options of `apply`.
#[derive(Debug, clap::Args)]
pub(crate) struct Apply {
    #[command(flatten)]
    desired: Desired,
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

/// Shows what would change.
pub(crate) fn plan(context: &mut Context<'_>, command: &Show) -> Done {
    let Show { desired, check } = command;
    let client = context.client()?;
    let (plan, _) = made(context, &client, desired)?;
    show(context, &plan)?;
    if plan.is_empty {
        return Ok(());
    }
    let next = match desired.file.as_str() {
        "-" => "`spice-cloud apply` with the same input and options does it".to_owned(),
        file => format!("do it with: spice-cloud apply {file}{}", options(desired)),
    };
    if *check {
        let message = format!("the app is not as desired: {} change(s) would be made", plan.changes.len());
        return Err(Failure::local(message).with_hint(next));
    }
    context.tell(format!("nothing was changed; {next}"));
    Ok(())
}

/// Shows what would change, asks, and changes it.
pub(crate) fn apply(context: &mut Context<'_>, command: &Apply) -> Done {
    let desired = &command.desired;
    let client = context.client()?;
    let (plan, values) = made(context, &client, desired)?;
    if plan.is_empty {
        return show(context, &plan);
    }
    // People read it before they are asked; programs get what was done.
    for line in plan.text.lines() {
        context.tell(plain(line));
    }
    context.confirm(&format!("Make {} change(s)?", plan.changes.len()), command.yes)?;
    if context.global.dry_run && plan.changes.len() > 1 {
        context.tell("the request of the first change, on whose answer the others depend:");
    }
    let params = ApplyPlan::builder()
        .document(plan.document)
        .maybe_values(values)
        .maybe_fingerprint_key(key_of(context, desired)?)
        .build();
    let applied = context.change(client.apply(params))?;
    let file = prints_of(desired);
    if applied.fingerprints.contains("print") {
        let written = fs::write(&file, &applied.fingerprints);
        written.map_err(|error| Failure::local(format!("{} cannot be written: {error}", file.display())))?;
        context
            .tell(format!("keep {}: by it the next plan knows which secrets have changed", file.display()));
    }
    context.show(&applied, || {
        let mut table = Table::details();
        table.fact("app", Cell::maybe(applied.app.as_ref().map(|app| format!("{} ({})", app.name, app.id))));
        table.fact("changes", Cell::new(applied.changes.len().to_string()));
        let deployment = applied.deployment.as_ref();
        table.fact("deployment", Cell::maybe(deployment.map(|deployment| deployment.id)));
        table.fact("status", deployment.map_or_else(|| Cell::new(""), |it| Cell::status(it.status.as_str())));
        table
    })
}

type Values = Option<BTreeMap<String, Secret>>;

fn made(context: &mut Context<'_>, client: &Client, command: &Desired) -> Result<(Plan, Values), Failure> {
    let desired = input::text(context, &command.file)?;
    let values = match &command.env_file {
        Some(file) => Some(variables::read(&input::text(context, file)?)?.into_iter().collect()),
        None => None,
    };
    let file = prints_of(command);
    let fingerprints = match fs::read_to_string(&file) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(Failure::usage(format!("{} cannot be read: {error}", file.display()))),
    };
    let params = PlanState::builder()
        .desired(desired)
        .prune(command.prune)
        .maybe_values(values.clone())
        .maybe_fingerprints(fingerprints)
        .maybe_fingerprint_key(key_of(context, command)?)
        .build();
    Ok((context.call(client.plan(params))?, values))
}

/// The options of a plan that its apply needs, too.
fn options(command: &Desired) -> String {
    let prune = if command.prune { " --prune" } else { "" };
    let env_file = command.env_file.as_ref().map(|file| format!(" --env-file {file}"));
    let prints = command.fingerprints.as_ref().map(|file| format!(" --fingerprints {}", file.display()));
    let key = command.fingerprint_key.as_ref().map(|variable| format!(" --fingerprint-key {variable}"));
    [env_file, prints, key].into_iter().flatten().fold(prune.to_owned(), |all, option| all + &option)
}

fn key_of(context: &Context<'_>, command: &Desired) -> Result<Option<Secret>, Failure> {
    let Some(variable) = &command.fingerprint_key else { return Ok(None) };
    match context.io.variable(variable).and_then(|key| key.into_string().ok()) {
        Some(key) => Ok(Some(Secret::from(key))),
        None => {
            Err(Failure::usage(format!("the variable {variable}, which --fingerprint-key names, is not set")))
        }
    }
}

fn prints_of(command: &Desired) -> PathBuf {
    let beside = if command.file == "-" { "spice-cloud" } else { &command.file };
    command.fingerprints.clone().unwrap_or_else(|| PathBuf::from(beside).with_extension("fingerprints.json"))
}

fn show(context: &mut Context<'_>, plan: &Plan) -> Done {
    if context.global.output != Format::Table {
        return context.show_data(plan);
    }
    let lines: String = plan.text.lines().map(|line| plain(line) + "\n").collect();
    context.write(&lines)
}
