//! The table of a run, for people and for the page.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::judge::Finding;
use super::samples::Drift;

/// One line for each face.
pub(super) fn table(findings: &[Finding]) -> String {
    let mut table = "| | calls | per second | requests spoilt | errors | bad | slowest call | memory | heap | descriptors |\n\
                     |---|---|---|---|---|---|---|---|---|---|\n"
        .to_owned();
    for finding in findings {
        let errors: u64 = finding.excused.values().sum();
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "| {} | {} | {:.1} | {} | {errors} | {} | {:.1} s | {} | {} | {} |",
            finding.title,
            finding.calls,
            finding.per_second,
            finding.spoilt,
            finding.bad,
            finding.slowest,
            mebibytes(finding.memory),
            mebibytes(finding.heap),
            finding
                .descriptors
                .map_or_else(|| "–".to_owned(), |drift| format!("{} → {}", drift.start, drift.end)),
        );
    }
    table
}

/// Which errors there were, of all faces together.
pub(super) fn errors(findings: &[Finding]) -> String {
    let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
    for (code, count) in findings.iter().flat_map(|finding| &finding.excused) {
        *sums.entry(code).or_default() += count;
    }
    let sums: Vec<String> = sums.iter().map(|(code, count)| format!("{count} × `{code}`")).collect();
    if sums.is_empty() { "none".to_owned() } else { sums.join(", ") }
}

fn mebibytes(drift: Option<Drift>) -> String {
    let Some(drift) = drift else { return "–".to_owned() };
    let tenths = |bytes: u64| bytes * 10 / (1024 * 1024);
    let shown = |bytes: u64| format!("{}.{}", tenths(bytes) / 10, tenths(bytes) % 10);
    let (start, end) = (shown(drift.start), shown(drift.end));
    let by = drift.start.abs_diff(drift.end);
    let sign = if drift.end < drift.start { '−' } else { '+' };
    format!("{start} → {end} MiB ({sign}{})", shown(by))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_line_for_each_face() {
        let finding = Finding {
            title: "Rust",
            calls: 30_000,
            per_second: 50.0,
            spoilt: 2_000,
            excused: [("SPICE_CONNECT".to_owned(), 7), ("SPICE_SERVER".to_owned(), 2)].into(),
            bad: 0,
            slowest: 3.21,
            memory: Some(Drift { start: 20 << 20, end: (20 << 20) + (1 << 19) }),
            heap: None,
            descriptors: Some(Drift { start: 17, end: 16 }),
            problems: Vec::new(),
        };
        let findings = [finding];
        let expected =
            "| Rust | 30000 | 50.0 | 2000 | 9 | 0 | 3.2 s | 20.0 → 20.5 MiB (+0.5) | – | 17 → 16 |";
        assert_eq!(table(&findings).lines().last(), Some(expected));
        assert_eq!(errors(&findings), "7 × `SPICE_CONNECT`, 2 × `SPICE_SERVER`");
        assert_eq!(errors(&[]), "none");
    }

    #[test]
    fn what_shrinks_is_shown_as_that() {
        assert_eq!(mebibytes(Some(Drift { start: 3 << 20, end: 1 << 20 })), "3.0 → 1.0 MiB (−2.0)");
    }
}
