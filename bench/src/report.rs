//! The figures, as a table.

use std::fmt::Write as _;

use crate::clients::Task;
use crate::rounds::Cell;

/// A table in Markdown: medians, how far the rounds spread, and the ratio.
pub(crate) fn table(cells: &[Cell]) -> String {
    let mut text = String::from(
        "| call | at once | reqwest + serde by hand, req/s | spread | spice-cloud, req/s | spread | ratio |\n\
         |---|---|---|---|---|---|---|\n",
    );
    for cell in cells {
        let task = match cell.task {
            Task::One => "one app (300 bytes)",
            Task::Page => "page of 100 apps",
        };
        let (by_hand, sdk) = (median(&cell.by_hand), median(&cell.sdk));
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "| {task} | {} | {by_hand:.0} | ±{:.0} % | {sdk:.0} | ±{:.0} % | {:.2} |",
            cell.at_once,
            spread(&cell.by_hand),
            spread(&cell.sdk),
            sdk / by_hand
        );
    }
    text
}

/// The page that is kept.
pub(crate) fn page(core: &str, emulator: &str) -> String {
    format!(
        "# Results\n\nWritten by `cargo xtask bench core --write`. Plain HTTP/1.1 on loopback against a server that gives \
         a prepared answer; server and clients share the machine. Nine rounds in turns, medians. The code by hand sends \
         the request, checks the status and decodes the same fields with serde's derive; the SDK does the same and also \
         keeps unknown members, reads leniently, bounds sizes and times, redacts, counts attempts and traces.\n\n\
         A ratio below 1 means that the SDK is slower. Differences smaller than the spread are not settled.\n\n\
         Where the SDK is slower, with many calls at once, a profile shows no single place: the futures of a call are large \
         and are moved and allocated, an address is put together for each call, two limits of time are set up, and the \
         call listens for the client's closing. Code by hand does none of that.\n\n## Core\n\n{core}\n## Emulator\n\nIn this process, on one thread, against \
         requests from two others.\n\n{emulator}"
    )
}

fn sorted(figures: &[f64]) -> Vec<f64> {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

fn median(figures: &[f64]) -> f64 {
    sorted(figures).get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Half of the way from the slowest to the fastest round, as a part of the median.
fn spread(figures: &[f64]) -> f64 {
    let sorted = sorted(figures);
    match (sorted.first(), sorted.last()) {
        (Some(slowest), Some(fastest)) => 50.0 * (fastest - slowest) / median(figures),
        _ => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_spreads_are_of_the_rounds() {
        let figures = [90.0, 110.0, 100.0];
        assert!((median(&figures) - 100.0).abs() < 1e-9);
        assert!((spread(&figures) - 10.0).abs() < 1e-9);
    }
}
