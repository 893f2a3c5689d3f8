//! The figures, as Markdown.

use serde_json::Value;

use super::costs::Cost;
use super::listing::{APPS, LATENCY_MS, Listing};
use super::{Face, OURS, PEERS, aims};
use crate::figures::{median, spread};
use crate::rates::{CELLS, CORE, ROUNDS, Rates, SECONDS, ratio};
use crate::tables::{HEAD_OF_CELLS, calls_per_second, line, machine};

/// All that was measured.
pub(super) struct Measured<'run> {
    pub(super) about: Value,
    /// Version of wrk, if it took part.
    pub(super) wrk: Option<&'run str>,
    pub(super) rates: Vec<Rates>,
    pub(super) imports: Vec<Cost>,
    pub(super) calls: Vec<Cost>,
    pub(super) listing: Vec<Listing>,
}

/// What profiles have shown, for whoever asks why an aim is missed.
const WHY: &str = "Why aims are missed, from profiles. One app at a time: about half of the time is the kernel's, for threads \
    that wake each other. A call runs on the two threads of the SDK's runtime, so that connections are looked after \
    between calls and a fork, Ctrl-C or the end of an event loop harms none; that costs two hand-overs for each call, \
    where a client of one thread has none. Letting the thread that waits work on the call itself was tried and \
    was slower: the connection stays with the runtime, so there were more hand-overs, not fewer. With one thread instead of two, single \
    calls are about a tenth faster and pages at 32 at once a fifth slower. Pages: the core reads a page into checked models \
    first, with all tolerance for older servers, and Python objects are built from these; msgspec reads the same bytes into \
    structs of C at once, which takes it about 50 microseconds, where reading and building take us about 250. Half of \
    that is done without the GIL, which is why 32 at once fare better.\n";

/// The part of the page that is kept.
pub(super) fn part(measured: &Measured<'_>) -> String {
    [
        format!("## Python\n\n{}\n", machine(&measured.about, "python", measured.wrk)),
        format!(
            "Every client has a process of its own and decodes what it gets into typed objects with all fields of an app, \
             times as `datetime`: ours into the package's models, the peers' into models of pydantic and structs of \
             msgspec. At once means threads for the sync clients and tasks of one asyncio loop for the async ones; every \
             pool has 64 connections, and all else is as it comes. An app has 300 bytes, a page 100 apps.\n\n\
             ### Calls per second\n\nMedians of {ROUNDS} rounds of {SECONDS} s in turns, another order in each round, and \
             how far the rounds spread.\n\n{}",
            calls_per_second(&measured.rates)
        ),
        format!(
            "### How many times faster\n\nRatios of the medians; below 1 the package is slower.\n\n{}",
            ratios(&measured.rates)
        ),
        format!(
            "### Aims\n\nAgainst the faster decoder of a peer, and with the ratios of the single rounds, from the smallest \
             to the largest.\n\n{}\n{WHY}",
            aims::table(&measured.rates)
        ),
        format!(
            "### Import\n\nMedians of new processes, less what {} takes.\n\n{}",
            measured.imports.first().map_or("an empty program", |bare| &bare.shown),
            imports(&measured.imports)
        ),
        format!(
            "### Memory of one call\n\nThe most that a process had that reads one app and ends, medians.\n\n{}",
            memory(&measured.calls)
        ),
        format!(
            "### {APPS} apps over a link of {LATENCY_MS} ms\n\nEach request is answered after {LATENCY_MS} ms; pages of 100, \
             counted as they come and not kept. The pager fetches up to four pages before they are wanted. Medians of \
             processes in turns.\n\n{}",
            listing(&measured.listing)
        ),
    ]
    .join("\n")
}

fn ratios(rates: &[Rates]) -> String {
    let mut text = format!("| | {HEAD_OF_CELLS}");
    for ours in OURS {
        let peers = PEERS.into_iter().filter(|peer| peer.face == ours.face).map(|peer| peer.shown);
        let find = |shown: &str| rates.iter().find(|rates| rates.shown == shown);
        for shown in peers.chain([CORE]) {
            let (Some(one), Some(other)) = (find(ours.shown), find(shown)) else { continue };
            let cells = (0..CELLS.len()).map(|cell| format!("{:.2}", ratio(one, other, cell).0));
            let face = if ours.face == Face::Sync { "sync" } else { "async" };
            line(&mut text, &format!("{face} ÷ {shown}"), cells);
        }
    }
    text
}

fn imports(costs: &[Cost]) -> String {
    let mut text = String::from("| import | ms | spread |\n|---|---|---|\n");
    let Some((bare, modules)) = costs.split_first() else { return text };
    let bare = median(&bare.figures);
    for cost in modules {
        let less: Vec<f64> = cost.figures.iter().map(|took| took - bare).collect();
        line(&mut text, &cost.shown, [format!("{:.1}", median(&less)), format!("±{:.0} %", spread(&less))]);
    }
    text
}

fn memory(costs: &[Cost]) -> String {
    let mut text = String::from("| client | peak, MB |\n|---|---|\n");
    for cost in costs {
        line(&mut text, &cost.shown, [format!("{:.1}", median(&cost.figures))]);
    }
    text
}

fn listing(listings: &[Listing]) -> String {
    let mut text = String::from("| how | s | spread | peak, MB |\n|---|---|---|---|\n");
    for listing in listings {
        let took = format!("{:.2}", median(&listing.took));
        let spread = format!("±{:.0} %", spread(&listing.took));
        line(&mut text, listing.shown, [took, spread, format!("{:.1}", median(&listing.peak))]);
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_page_tells_all_that_was_measured() {
        let rates = |shown, rate| Rates {
            cells: [vec![rate], vec![rate], vec![rate], vec![rate]],
            ..Rates::new(shown)
        };
        let peer = PEERS[1].shown;
        let cost = |shown: &str, figure| Cost { shown: shown.to_owned(), figures: vec![figure] };
        let measured = Measured {
            about: json!({ "cores": 2, "processor": "any", "packages": { "httpx": "0.1" } }),
            wrk: None,
            rates: vec![rates(OURS[0].shown, 800.0), rates(peer, 200.0), rates(CORE, 1000.0)],
            imports: vec![cost("nothing", 10.0), cost("httpx", 70.25)],
            calls: vec![cost("no call", 9.5)],
            listing: vec![Listing { shown: "ahead", took: vec![0.5], peak: vec![20.0] }],
        };
        let text = part(&measured);
        for words in [
            "2 cores of any, unknown; unknown, rustc ",
            "httpx 0.1, wrk was not there",
            "| **spice-cloud, sync** | 800 ±0 % |",
            "| sync ÷ httpx, sync, msgspec | 4.00 | 4.00 | 4.00 | 4.00 |",
            "| sync ÷ Rust core alone | 0.80 |",
            "| httpx | 60.2 |",
            "| no call | 9.5 |",
            "| ahead | 0.50 | ±0 % | 20.0 |",
        ] {
            assert!(text.contains(words), "{words} is not in\n{text}");
        }
    }
}
