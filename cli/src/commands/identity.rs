//! `whoami`, `require` and `doctor`: what the command signs in with, what that grants, and why something does not work.

use spice_cloud::{Check, CheckOutcome};

use crate::context::{Context, Done};
use crate::failure::Failure;
use crate::output::{Cell, Table};

/// Options of `require`.
#[derive(Debug, clap::Args)]
pub(crate) struct Require {
    /// Scopes, such as deployments:write
    #[arg(required = true, value_name = "SCOPE")]
    scopes: Vec<String>,
}

/// Shows what the command signs in with.
pub(crate) fn whoami(context: &mut Context<'_>) -> Done {
    let client = context.client()?;
    let identity = context.call(client.whoami())?;
    context.show(&identity, || {
        let mut table = Table::details();
        table.fact("signs in with", Cell::new(identity.credential.as_str().replace('_', " ")));
        table.fact("organization", Cell::maybe(identity.org.as_ref()));
        let orgs: Vec<&str> = identity.orgs.iter().map(|org| org.name.as_str()).collect();
        table.fact("reaches", Cell::new(orgs.join(", ")));
        table.fact("scopes", Cell::new(identity.scopes.join(", ")));
        table.fact("not granted", Cell::new(identity.refused.join(", ")));
        table.fact("known by", Cell::new(identity.source.as_str()));
        table.fact("ends (UTC)", crate::output::moment(identity.expires_at.as_ref()));
        table
    })
}

/// Fails unless scopes are granted.
pub(crate) fn require(context: &mut Context<'_>, command: Require) -> Done {
    let client = context.client()?;
    let report = context.call(client.require(command.scopes))?;
    if !report.unknown.is_empty() {
        context.warn(format!(
            "nobody can tell without a change whether these are granted: {}",
            report.unknown.join(", ")
        ));
    }
    context.show(&report, || {
        let mut table = Table::details();
        table.fact("granted", Cell::new(report.granted.join(", ")));
        table.fact("unknown", Cell::new(report.unknown.join(", ")));
        table
    })
}

/// Shows the way to the API, step by step.
pub(crate) fn doctor(context: &mut Context<'_>) -> Done {
    let client = context.client()?;
    let found = context.call(client.doctor())?;
    context.show(&found, || table(&found.checks))?;
    if found.ok { Ok(()) } else { Err(Failure::local("something is wrong on the way to the API: see above")) }
}

fn table(checks: &[Check]) -> Table {
    let mut table = Table::new(&["CHECK", "", "FOUND"]);
    for check in checks {
        let word = match check.outcome {
            CheckOutcome::Ok => "ok",
            CheckOutcome::Failed => "failed",
            ref other => other.as_str(),
        };
        let mut lines = vec![check.detail.clone()];
        lines.extend(check.hint.iter().map(|hint| format!("→ {}", crate::hints::for_the_shell(hint))));
        table.row([Cell::new(&check.name), Cell::status(word), Cell::lines(&lines)]);
    }
    table
}
