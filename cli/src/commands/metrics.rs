//! `apps metrics`: how busy an app is.

use spice_cloud::{AppMetrics, GetAppMetrics};

use crate::context::{Context, Done};
use crate::output::{Cell, Table};

/// Options of `apps metrics`.
#[derive(Debug, clap::Args)]
pub(crate) struct Metrics {
    /// Id or name
    app: String,
    /// Show rates over this time, such as 5m, instead of counts
    #[arg(long, value_name = "TIME")]
    window: Option<String>,
}

/// Shows the metrics of an app.
pub(crate) fn run(context: &mut Context<'_>, command: &Metrics) -> Done {
    let client = context.client()?;
    let app = context.app(&client, &command.app)?;
    let filter = GetAppMetrics::builder().maybe_window(command.window.clone()).build();
    let metrics = context.call(client.apps().metrics(app, filter))?;
    if metrics.metrics.is_empty() {
        context.tell("no instance reports anything; does the app run?");
    }
    context.show(&metrics, || table(&metrics, command.window.is_some()))
}

fn table(metrics: &AppMetrics, are_rates: bool) -> Table {
    let mut table = Table::new(if are_rates {
        &[
            "INSTANCE",
            "CPU %",
            "MEMORY",
            "READ B/s",
            "READS/s",
            "WRITTEN B/s",
            "WRITES/s",
            "ROWS/s",
            "BYTES/s",
        ]
    } else {
        &["INSTANCE", "CPU %", "MEMORY", "READ B", "READS", "WRITTEN B", "WRITES", "ROWS", "BYTES"]
    });
    for (instance, load) in &metrics.metrics {
        let numbers = [
            load.cpu_usage_percent,
            load.memory_usage_bytes,
            load.disk_read_bytes,
            load.disk_read_operations,
            load.disk_write_bytes,
            load.disk_write_operations,
        ];
        table.row(
            [Cell::new(instance)].into_iter().chain(numbers.map(number)).chain([number(None), number(None)]),
        );
    }
    if let Some(ingestion) = &metrics.ingestion {
        let numbers = [ingestion.rows_ingested, ingestion.bytes_ingested].map(number);
        let nothing = [None; 6].map(number);
        table.row([Cell::new("ingested")].into_iter().chain(nothing).chain(numbers));
    }
    table
}

/// A number to one decimal, and without any where it is a whole one.
fn number(value: Option<f64>) -> Cell {
    Cell::number(
        value.map(|value| (value * 10.0).round() / 10.0).map(|value| value.to_string()).unwrap_or_default(),
    )
}
