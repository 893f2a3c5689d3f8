//! Tables in Markdown that several parts have.

use std::fmt::Write as _;

use serde_json::Value;

use crate::figures::{median, spread};
use crate::rates::Rates;

/// What stands above the cells.
pub(crate) const HEAD_OF_CELLS: &str = "one app, 1 at a time | one app, 32 at once | page, 1 at a time | page, 32 at once |\n\
                             |---|---|---|---|---|\n";

/// Where it was measured, and with what.
pub(crate) fn machine(about: &Value, language: &str, wrk: Option<&str>) -> String {
    let text = |key: &str| about[key].as_str().unwrap_or("unknown").to_owned();
    let packages = about["packages"].as_object().into_iter().flatten();
    let packages =
        packages.map(|(name, version)| format!("{name} {}", version.as_str().unwrap_or("unknown")));
    let wrk = wrk.map_or_else(
        || "wrk was not there (`apt install wrk` or `brew install wrk` brings it)".to_owned(),
        |version| format!("wrk {version}"),
    );
    format!(
        "{} cores of {}, {}; {}, {}, {}, {wrk}.",
        about["cores"],
        text("processor"),
        text("system"),
        text(language),
        rustc(),
        packages.collect::<Vec<_>>().join(", ")
    )
}

/// What built the Rust parts, if it is still there.
fn rustc() -> String {
    let output = std::process::Command::new("rustc").arg("--version").output().ok();
    let said = output.and_then(|output| String::from_utf8(output.stdout).ok());
    // Without the commit and the date that follow.
    let version = said.iter().flat_map(|said| said.split_whitespace()).nth(1);
    format!("rustc {}", version.unwrap_or("unknown"))
}

/// A table of rates and of how far their rounds spread.
pub(crate) fn calls_per_second(rates: &[Rates]) -> String {
    let mut text = format!("| client | {HEAD_OF_CELLS}");
    for rates in rates {
        let cells =
            rates.cells.iter().map(|figures| format!("{:.0} ±{:.0} %", median(figures), spread(figures)));
        line(&mut text, rates.shown, cells);
    }
    text
}

/// A line of a table. Writing to a String cannot fail.
pub(crate) fn line(text: &mut String, name: &str, cells: impl IntoIterator<Item = String>) {
    let cells = cells.into_iter().collect::<Vec<_>>().join(" | ");
    let _ = writeln!(text, "| {name} | {cells} |");
}
