//! The figures, as Markdown.

use serde_json::Value;

use super::{Language, ONCE};
use crate::figures::{median, spread};
use crate::rates::{CELLS, CORE, ROUNDS, Rates, SECONDS, ratio};
use crate::tables::{HEAD_OF_CELLS, calls_per_second, line, machine};

/// The first call of new processes.
pub(super) struct First {
    shown: &'static str,
    /// In milliseconds.
    pub(super) took: Vec<f64>,
    /// In megabytes.
    pub(super) peak: Vec<f64>,
}

impl First {
    pub(super) fn of(shown: &'static str) -> Self {
        Self { shown, took: Vec::new(), peak: Vec::new() }
    }
}

/// All that was measured.
pub(super) struct Measured<'run> {
    pub(super) about: Value,
    /// Version of wrk, if it took part.
    pub(super) wrk: Option<&'run str>,
    pub(super) rates: Vec<Rates>,
    pub(super) firsts: Vec<First>,
}

/// The part of the page that is kept.
pub(super) fn part(language: &Language, measured: &Measured<'_>) -> String {
    [
        format!("## {}\n\n{}\n", language.title, machine(&measured.about, "toolchain", measured.wrk)),
        format!(
            "{}\n\n### Calls per second\n\nMedians of {ROUNDS} rounds of {SECONDS} s in turns, another order in each round, \
             and how far the rounds spread.\n\n{}",
            language.how,
            calls_per_second(&measured.rates)
        ),
        format!(
            "### How many times faster\n\nRatios of the medians, and of the single rounds from the smallest to the largest; \
             below 1 the package is slower.\n\n{}",
            ratios(language, &measured.rates)
        ),
        format!(
            "### First call\n\nFrom the start of a new program to its first app, and the most memory that it had; medians of \
             {ONCE} in turns.\n\n{}",
            firsts(&measured.firsts)
        ),
    ]
    .join("\n")
}

fn ratios(language: &Language, rates: &[Rates]) -> String {
    let mut text = format!("| | {HEAD_OF_CELLS}");
    let find = |shown: &str| rates.iter().find(|rates| rates.shown == shown);
    let peers = language.peers.iter().map(|(peer, ours)| (ours.shown, peer.shown));
    for (ours, other) in peers.chain(language.ours.iter().map(|ours| (ours.shown, CORE))) {
        let (Some(us), Some(them)) = (find(ours), find(other)) else { continue };
        let cells = (0..CELLS.len()).map(|cell| {
            let (ratio, (least, most)) = ratio(us, them, cell);
            format!("{ratio:.2} ({least:.2}–{most:.2})")
        });
        line(&mut text, &format!("{} ÷ {other}", ours.trim_matches('*')), cells);
    }
    text
}

fn firsts(firsts: &[First]) -> String {
    let mut text = "| client | ms | spread | peak, MB |\n|---|---|---|---|\n".to_owned();
    for First { shown, took, peak } in firsts {
        let cells = [
            format!("{:.0}", median(took)),
            format!("±{:.0} %", spread(took)),
            format!("{:.0}", median(peak)),
        ];
        line(&mut text, shown, cells);
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::{KOTLIN, clients};
    use super::*;

    #[test]
    fn the_page_tells_all_that_was_measured() {
        let rates = |shown, rate| Rates {
            cells: [vec![rate], vec![rate], vec![rate], vec![rate]],
            ..Rates::new(shown)
        };
        let shown: Vec<_> = clients(&KOTLIN).map(|client| client.shown).collect();
        let measured = Measured {
            about: json!({ "cores": 2, "toolchain": "Java 0", "packages": { "okhttp": "0.1" } }),
            wrk: None,
            rates: vec![rates(shown[0], 800.0), rates(shown[2], 200.0), rates(CORE, 1600.0)],
            firsts: vec![First { took: vec![30.0], peak: vec![80.4], ..First::of(shown[0]) }],
        };
        let text = part(&KOTLIN, &measured);
        for words in [
            "Java 0, rustc ",
            "okhttp 0.1, wrk was not there",
            "| **spice-cloud, coroutines** | 800 ±0 % |",
            "| spice-cloud, coroutines ÷ OkHttp, coroutines, kotlinx.serialization | 4.00 (4.00–4.00) |",
            "| spice-cloud, coroutines ÷ Rust core alone | 0.50 (0.50–0.50) |",
            "| **spice-cloud, coroutines** | 30 | ±0 % | 80 |",
        ] {
            assert!(text.contains(words), "{words} is not in\n{text}");
        }
        // Whoever was not measured has no line.
        assert!(!text.contains("÷ Java's"), "{text}");
    }
}
