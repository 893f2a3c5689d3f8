//! The figures, as Markdown.

use serde_json::Value;

use super::{ONCE, OURS, PEERS, aims};
use crate::figures::{median, spread};
use crate::rates::{CELLS, CORE, ROUNDS, Rates, SECONDS, ratio};
use crate::tables::{HEAD_OF_CELLS, calls_per_second, line, machine};

/// All that was measured.
pub(super) struct Measured<'run> {
    pub(super) about: Value,
    /// Version of wrk, if it took part.
    pub(super) wrk: Option<&'run str>,
    pub(super) rates: Vec<Rates>,
    /// What loading each module takes, in milliseconds.
    pub(super) loads: Vec<(&'static str, Vec<f64>)>,
    /// The most memory of a process that makes one call, in megabytes.
    pub(super) peaks: Vec<(&'static str, Vec<f64>)>,
}

/// What profiles have shown, for whoever asks why an aim is missed.
const WHY: &str = "Why aims are missed, from profiles. One app at a time: a call goes from the event loop to a thread of \
    the SDK and back, two hand-overs that undici, which reads the socket in the event loop itself, does not have; the event \
    loop is free meanwhile. With many at once they hardly count, for one ring tells of all calls that are done. Pages: a \
    page is read twice. The core reads it into checked models, with all tolerance for older servers, and writes these as \
    rows without names, both in threads of its own; Node parses the rows. The peers parse once and believe what they get. \
    Of the processor time that a page takes, 55 % is the SDK's threads', and of the machine's two cores the server has its \
    share. Telling models as rows, writing them in those threads, and saying with a page that it is the last brought pages \
    at 32 at once from half of undici's rate to what the table says. Optimising for speed instead of size made no difference \
    that could be told from noise.\n";

/// The part of the page that is kept.
pub(super) fn part(measured: &Measured<'_>) -> String {
    [
        format!("## Node\n\n{}\n", machine(&measured.about, "node", measured.wrk)),
        format!(
            "Every client has a process of its own and gives objects of one shape: names in camel case, `Date` for times, \
             no absent maps. Ours are the package's own; the peers' JSON is parsed by Node and turned into such objects by \
             a function that people would write. Every client may have 64 connections. An app has 300 bytes, a page 100 \
             apps.\n\n### Calls per second\n\nMedians of {ROUNDS} rounds of {SECONDS} s in turns, another order in each \
             round, and how far the rounds spread.\n\n{}",
            calls_per_second(&measured.rates)
        ),
        format!(
            "### How many times faster\n\nRatios of the medians; below 1 the package is slower.\n\n{}",
            ratios(&measured.rates)
        ),
        format!(
            "### The event loop\n\nHow many microseconds of the event loop's own time a call takes, which nothing else in \
             the process can use; medians of the same rounds.\n\n{}",
            event_loop(&measured.rates)
        ),
        format!(
            "### Aims\n\nWith the ratios of the single rounds, from the smallest to the largest.\n\n{}\n{WHY}",
            aims::table(&measured.rates)
        ),
        format!(
            "### Loading\n\nWhat `require` takes in a new process, medians of {ONCE} in turns.\n\n{}",
            once("module | ms", &measured.loads)
        ),
        format!(
            "### Memory of one call\n\nThe most that a process had that reads one app and ends, medians of {ONCE} in \
             turns.\n\n{}",
            once("client | peak, MB", &measured.peaks)
        ),
    ]
    .join("\n")
}

fn ratios(rates: &[Rates]) -> String {
    let mut text = format!("| | {HEAD_OF_CELLS}");
    let find = |shown: &str| rates.iter().find(|rates| rates.shown == shown);
    for shown in PEERS.map(|peer| peer.shown).into_iter().chain([CORE]) {
        let (Some(ours), Some(other)) = (find(OURS.shown), find(shown)) else { continue };
        let cells = (0..CELLS.len()).map(|cell| format!("{:.2}", ratio(ours, other, cell).0));
        line(&mut text, &format!("ours ÷ {shown}"), cells);
    }
    text
}

fn event_loop(rates: &[Rates]) -> String {
    let mut text = format!("| client | {HEAD_OF_CELLS}");
    for rates in rates.iter().filter(|rates| !rates.besides[0].is_empty()) {
        let cells = rates.besides.iter().map(|figures| format!("{:.0}", median(figures)));
        line(&mut text, rates.shown, cells);
    }
    text
}

fn once(head: &str, costs: &[(&'static str, Vec<f64>)]) -> String {
    let mut text = format!("| {head} | spread |\n|---|---|---|\n");
    for (shown, figures) in costs {
        line(&mut text, shown, [format!("{:.1}", median(figures)), format!("±{:.0} %", spread(figures))]);
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_page_tells_all_that_was_measured() {
        let rates = |shown, rate, besides| Rates {
            cells: [vec![rate], vec![rate], vec![rate], vec![rate]],
            besides: [vec![besides], vec![besides], vec![besides], vec![besides]],
            ..Rates::new(shown)
        };
        let measured = Measured {
            about: json!({ "cores": 2, "processor": "any", "node": "Node.js 0", "packages": { "undici": "0.1" } }),
            wrk: None,
            rates: vec![rates(OURS.shown, 800.0, 40.0), rates(PEERS[0].shown, 200.0, 90.0), Rates::new(CORE)],
            loads: vec![("undici", vec![20.0])],
            peaks: vec![("no call", vec![41.5])],
        };
        let text = part(&measured);
        for words in [
            "2 cores of any, unknown; Node.js 0, rustc ",
            "undici 0.1, wrk was not there",
            "| **spice-cloud** | 800 ±0 % |",
            "| ours ÷ undici `request` | 4.00 | 4.00 | 4.00 | 4.00 |",
            "| **spice-cloud** | 40 | 40 | 40 | 40 |",
            "| undici | 20.0 | ±0 % |",
            "| no call | 41.5 | ±0 % |",
        ] {
            assert!(text.contains(words), "{words} is not in\n{text}");
        }
    }
}
