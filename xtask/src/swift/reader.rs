//! What Swift Testing says of its tests.

use crate::libtest::Tally;

/// Reads its output line by line.
#[derive(Default)]
pub(crate) struct Reader {
    tally: Tally,
    tests: u64,
    failed: u64,
    ended: bool,
}

impl Reader {
    /// A line of its output.
    pub(crate) fn line(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            // `✔ Test run with 4 tests passed after 3.3 seconds.`
            [_, "Test", "run", "with", count, ..] => {
                self.tests = count.parse().unwrap_or_default();
                self.ended = true;
            }
            // `✘ Test scenario(_:) recorded an issue with 1 argument name → "a" at A.swift:7:4: words`
            [_, "Test", _, "recorded", "an", "issue", ..] => {
                self.tally.remarks.push(format!("failed: {}", words[2..].join(" ")));
            }
            // `✘ Test scenario(_:) failed after 3.8 seconds with 1 issue.`
            [_, "Test", _, "failed", "after", ..] => self.failed += 1,
            // A test that was left out shows nothing, so it counts as one that failed.
            [_, "Test", name, word, ..] if word.starts_with("skipped") => {
                self.failed += 1;
                self.tally.remarks.push(format!("skipped, which counts as failed: {name}"));
            }
            _ => {}
        }
    }

    /// Ends the reading; `succeeded` says how Swift itself ended.
    pub(crate) fn finish(mut self, succeeded: bool) -> Tally {
        self.tally.failed = self.failed;
        self.tally.passed = self.tests.saturating_sub(self.failed);
        if !self.ended || self.tests == 0 {
            self.tally.failed += 1;
            self.tally.remarks.push("no test ran to its end: see above".into());
        } else if !succeeded && self.failed == 0 {
            self.tally.failed = 1;
            self.tally.remarks.push("swift failed, though no test did: see above".into());
        }
        self.tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(output: &str, succeeded: bool) -> Tally {
        let mut reader = Reader::default();
        output.lines().for_each(|line| reader.line(line));
        reader.finish(succeeded)
    }

    #[test]
    fn what_passed_is_counted() {
        let output =
            "✔ Test a() passed after 0.1 seconds.\n✔ Test run with 4 tests passed after 3.3 seconds.";
        assert_eq!(read(output, true), Tally { passed: 4, failed: 0, remarks: vec![] });
    }

    #[test]
    fn whatever_did_not_pass_is_counted_and_named() {
        let output = "✘ Test a(_:) recorded an issue with 1 argument name → \"x\" at A.swift:7:4: no\n✘ Test a(_:) failed after 1 seconds with 1 issue.\n➜ Test b() skipped.\n✘ Test run with 4 tests failed after 3.8 seconds with 1 issue.";
        let tally = read(output, false);
        assert_eq!((tally.passed, tally.failed, tally.remarks.len()), (2, 2, 2));
    }

    #[test]
    fn a_run_that_ended_badly_failed() {
        for (output, succeeded) in [
            ("", true),
            ("✔ Test a() passed after 0.1 seconds.", false),
            ("✔ Test run with 0 tests passed after 0 seconds.", true),
            ("✔ Test run with 3 tests passed after 0 seconds.", false),
        ] {
            assert_eq!(read(output, succeeded).failed, 1, "{output}");
        }
    }
}
