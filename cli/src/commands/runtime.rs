//! `runtime`: SQL, search and chat in an app's runtime, and how it is.

use std::collections::BTreeMap;

use spice_cloud::resources::Runtime as Calls;
use spice_cloud::{Chat, JsonValue, RuntimeTarget, SearchDatasets, SqlResult};

use super::input;
use crate::context::{Context, Done};
use crate::failure::Failure;
use crate::output::{Cell, Format, Table};

/// What can be done with a runtime.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Runtime {
    /// Run SQL and show the rows
    Sql {
        #[command(flatten)]
        at: At,
        /// The statement; - reads standard input
        sql: String,
    },
    /// Search the app's datasets for what is meant
    Search {
        #[command(flatten)]
        at: At,
        /// What is looked for
        text: String,
        /// Where to look; may be given several times
        #[arg(long = "dataset", value_name = "NAME")]
        datasets: Vec<String>,
        /// Show so many results at most
        #[arg(long, value_name = "N")]
        limit: Option<i64>,
    },
    /// Ask one of the app's models, and show its answer as it comes
    Chat {
        #[command(flatten)]
        at: At,
        /// Name of the model, as the spicepod has it
        #[arg(long)]
        model: String,
        /// What to ask; - reads standard input
        text: String,
    },
    /// Say whether the runtime is ready for queries
    Ready {
        #[command(flatten)]
        at: At,
    },
    /// Say whether the runtime is there
    Health {
        #[command(flatten)]
        at: At,
    },
    /// List the runtime's datasets with their states
    Datasets {
        #[command(flatten)]
        at: At,
    },
    /// Show what the runtime counts, as Prometheus reads it
    Metrics {
        #[command(flatten)]
        at: At,
    },
}

/// Whose runtime, and where it is.
#[derive(Debug, clap::Args)]
pub(crate) struct At {
    /// Id or name
    app: String,
    /// Where the runtime is, instead of where the app's region says
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

/// Does what was asked in a runtime.
pub(crate) fn run(context: &mut Context<'_>, command: Runtime) -> Done {
    match command {
        Runtime::Sql { at, sql } => {
            let sql = if sql == "-" { input::text(context, "-")? } else { sql };
            let runtime = runtime(context, &at)?;
            let result = context.call(runtime.sql(sql))?;
            rows(context, &result)
        }
        Runtime::Search { at, text, datasets, limit } => {
            let runtime = runtime(context, &at)?;
            let datasets = (!datasets.is_empty()).then_some(datasets);
            let params =
                SearchDatasets::builder().text(text).maybe_datasets(datasets).maybe_max_results(limit);
            let found = context.call(runtime.search(params.build()))?;
            let table = || {
                let mut table = Table::new(&["SCORE", "DATASET", "MATCHES"]);
                for hit in &found.results {
                    let score = hit.score.map(|score| format!("{score:.3}"));
                    let matches = hit.matches.as_ref().map(words);
                    table.row([
                        Cell::number(score.unwrap_or_default()),
                        Cell::maybe(hit.dataset.as_ref()),
                        Cell::maybe(matches),
                    ]);
                }
                table
            };
            context.show_list(&found.results, table, "nothing was found")
        }
        Runtime::Chat { at, model, text } => chat(context, &at, model, text),
        Runtime::Ready { at } => {
            let runtime = runtime(context, &at)?;
            let status = context.call(runtime.ready())?;
            state(context, &at, &status)
        }
        Runtime::Health { at } => {
            let runtime = runtime(context, &at)?;
            let status = context.call(runtime.health())?;
            state(context, &at, &status)
        }
        Runtime::Datasets { at } => datasets(context, &at),
        Runtime::Metrics { at } => {
            let runtime = runtime(context, &at)?;
            let metrics = context.call(runtime.metrics())?;
            match context.global.output {
                Format::Table => context.write(&metrics.text),
                _ => context.show_data(&metrics),
            }
        }
    }
}

fn runtime(context: &mut Context<'_>, at: &At) -> Result<Calls, Failure> {
    let client = context.client()?;
    let target = RuntimeTarget::from(context.app(&client, &at.app)?);
    Ok(client.runtime(match &at.url {
        Some(url) => target.url(url),
        None => target,
    }))
}

/// Rows as a table, with the columns in the order of the schema or of the first row.
fn rows(context: &mut Context<'_>, result: &SqlResult) -> Done {
    if context.global.output != Format::Table {
        return match context.global.output {
            Format::Jsonl => context.show_list(&result.rows, Table::details, ""),
            _ => context.show_data(result),
        };
    }
    if result.rows.is_empty() {
        context.tell("no rows");
        return Ok(());
    }
    let columns = columns(result);
    let mut table = Table::of(columns.iter().map(String::as_str));
    for row in &result.rows {
        table.row(columns.iter().map(|column| cell(row.get(column))));
    }
    let text = table.render(context.look());
    context.write(&text)
}

fn columns(result: &SqlResult) -> Vec<String> {
    let fields = result.schema.as_ref().and_then(|schema| schema.get("fields")?.as_array());
    let named: Vec<String> = fields
        .into_iter()
        .flatten()
        .filter_map(|field| field.get("name")?.as_str().map(str::to_owned))
        .collect();
    if !named.is_empty() {
        return named;
    }
    let first = result.rows.first().and_then(JsonValue::as_object);
    first.into_iter().flat_map(|row| row.keys().cloned()).collect()
}

fn cell(value: Option<&JsonValue>) -> Cell {
    match value {
        None | Some(JsonValue::Null) => Cell::new(""),
        Some(JsonValue::Number(number)) => Cell::number(number),
        Some(other) => Cell::new(words(other)),
    }
}

fn words(value: &JsonValue) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn chat(context: &mut Context<'_>, at: &At, model: String, text: String) -> Done {
    let text = if text == "-" { input::text(context, "-")? } else { text };
    let message = BTreeMap::from([("role".to_owned(), "user".to_owned()), ("content".to_owned(), text)]);
    let params = Chat::builder().model(model).messages([message]).build();
    let runtime = runtime(context, at)?;
    if context.global.output != Format::Table {
        let answer = context.call(runtime.chat(params))?;
        return context.show_data(&answer);
    }
    let mut pieces = runtime.chat_stream(params)?;
    while let Some(piece) = context.call(pieces.try_next())? {
        // Only line ends may move the cursor.
        let words: String = piece.content.unwrap_or_default();
        let safe: String = words
            .chars()
            .map(|letter| if letter.is_control() && letter != '\n' { ' ' } else { letter })
            .collect();
        context.write(&safe)?;
    }
    context.write("\n")
}

/// How a runtime is; what is not well ends as an error, so that scripts can wait for it.
fn state(context: &mut Context<'_>, at: &At, status: &spice_cloud::RuntimeStatus) -> Done {
    context.show(status, || {
        let mut table = Table::details();
        table.fact("status", Cell::status(if status.ok { "ok" } else { "failed" }));
        table.fact("says", Cell::new(&status.text));
        table
    })?;
    if status.ok { Ok(()) } else { Err(Failure::local(format!("the runtime of {} is not ready", at.app))) }
}

fn datasets(context: &mut Context<'_>, at: &At) -> Done {
    let runtime = runtime(context, at)?;
    let found = context.call(runtime.datasets())?;
    let table = || {
        let mut table = Table::new(&["NAME", "STATUS", "FROM", "PROBLEM"]);
        for dataset in &found.datasets {
            table.row([
                Cell::new(&dataset.name),
                Cell::maybe(dataset.status.as_ref()),
                Cell::maybe(dataset.source.as_ref()),
                Cell::maybe(dataset.error_message.as_ref()),
            ]);
        }
        table
    };
    context.show_list(&found.datasets, table, "the runtime has no datasets")
}
