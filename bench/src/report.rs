//! What is said of the Rust core and of the emulator.

use std::fmt::Write as _;

use crate::clients::Task;
use crate::figures::{median, spread};
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

/// The part of the page that is kept.
pub(crate) fn part(core: &str, emulator: &str) -> String {
    format!(
        "## Core\n\nNine rounds in turns, medians. The code by hand sends the request, checks the status and decodes the \
         same fields with serde's derive; the SDK does the same and also keeps unknown members, reads leniently, bounds \
         sizes and times, redacts, counts attempts and traces. A ratio below 1 means that the SDK is slower.\n\n\
         Where the SDK is slower, with many calls at once, a profile shows no single place: the futures of a call are \
         large and are moved and allocated, an address is put together for each call, two limits of time are set up, and \
         the call listens for the client's closing. Code by hand does none of that.\n\n{core}\n### Emulator\n\nIn this \
         process, on one thread, against requests from two others.\n\n{emulator}"
    )
}
