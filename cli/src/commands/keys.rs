//! `keys`: the two API keys of an app, masked unless somebody wants to see them.

use serde_json::{Value, json};
use spice_cloud::{ApiKeys, RegenerateApiKey, Secret};

use super::rotate;
use crate::context::{Context, Done};
use crate::failure::Failure;
use crate::mask::masked;
use crate::output::{Cell, Table};

/// Said whenever keys are shown.
pub(crate) const KEEP_SAFE: &str = "warning: whoever has an API key can query the app. Keep it in a secret store, never in code or in a chat.";

/// What can be done with API keys.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Keys {
    /// Show both keys, masked
    Get {
        /// Id or name
        app: String,
        /// Show them in full
        #[arg(long)]
        reveal: bool,
    },
    /// Replace a key; the old one stops working at once
    Regenerate(Regenerate),
    /// Replace both keys, one after the other, without downtime
    ///
    /// The second key is replaced and handed out; only when it works is the first one touched. When something fails the
    /// first key goes on working, and the same command goes on from there.
    Rotate(rotate::Rotate),
}

/// Options of `keys regenerate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Regenerate {
    /// Id or name
    app: String,
    /// Which key: 1 is the primary one, 2 the secondary one
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(i64).range(1..=2))]
    key: i64,
    /// Replace both keys: clients are locked out until they have a new one
    #[arg(long, conflicts_with = "key")]
    both: bool,
    /// Do not ask
    #[arg(long)]
    yes: bool,
    /// Show the keys in full
    #[arg(long)]
    reveal: bool,
}

/// Does what was asked about API keys.
pub(crate) fn run(context: &mut Context<'_>, command: Keys) -> Done {
    match command {
        Keys::Get { app, reveal } => {
            let client = context.client()?;
            let id = context.app(&client, &app)?;
            let keys = context.call(client.api_keys().get(id))?;
            show(context, &keys, reveal)
        }
        Keys::Regenerate(command) => regenerate(context, &command),
        Keys::Rotate(command) => rotate::run(context, &command),
    }
}

fn regenerate(context: &mut Context<'_>, command: &Regenerate) -> Done {
    let app = &command.app;
    let client = context.client()?;
    let id = context.app(&client, app)?;
    if command.both {
        let question = format!(
            "Replace both keys of app {app}? Every client of it is locked out until it has a new one."
        );
        context.confirm(&question, command.yes)?;
    }
    let key = if command.both { 0 } else { command.key };
    let params = RegenerateApiKey::builder()
        .key_number(key)
        .maybe_both_keys_stop_working(command.both.then_some(true))
        .build();
    let keys = context.change(client.api_keys().regenerate(id, params))?;
    let which = if command.both { "both keys".to_owned() } else { format!("key {key}") };
    context.tell(format!("replaced {which} of app {app}; the old text no longer works"));
    if !command.reveal {
        context.tell(format!("to see the keys in full: spice-cloud keys get {app} --reveal"));
    }
    show(context, &keys, command.reveal)
}

fn show(context: &mut Context<'_>, keys: &ApiKeys, reveal: bool) -> Done {
    if reveal {
        context.warn(KEEP_SAFE);
    }
    let result = if reveal { revealed(keys)? } else { json!(keys) };
    let text = |key: &Secret| if reveal { key.reveal().to_owned() } else { masked(key.reveal()) };
    context.show(&result, || {
        let mut table = Table::details();
        table.fact("key 1 (primary)", Cell::maybe(keys.api_key.as_ref().map(text)));
        table.fact("key 2 (secondary)", Cell::maybe(keys.api_key_2.as_ref().map(text)));
        table
    })
}

/// The keys as the SDK writes them, but with their texts.
fn revealed(keys: &ApiKeys) -> Result<Value, Failure> {
    let mut result = json!(keys);
    let members = result.as_object_mut().ok_or_else(|| Failure::local("the keys are no object"))?;
    for (name, key) in [("api_key", &keys.api_key), ("api_key_2", &keys.api_key_2)] {
        if let Some(key) = key {
            members.insert(name.to_owned(), json!(key.reveal()));
        }
    }
    Ok(result)
}
