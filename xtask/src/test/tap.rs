//! What `node --test` says of itself, in the Test Anything Protocol.

use crate::libtest::Tally;

/// Reads its output line by line.
#[derive(Default)]
pub(super) struct Reader {
    tally: Tally,
    ended: bool,
}

impl Reader {
    /// A line of its output.
    pub(super) fn line(&mut self, line: &str) {
        if let Some(name) = line.trim_start().strip_prefix("not ok ") {
            self.tally.remarks.push(format!("failed: {name}"));
            return;
        }
        let Some((what, count)) = line.strip_prefix("# ").and_then(|words| words.split_once(' ')) else {
            return;
        };
        let Ok(count) = count.parse::<u64>() else { return };
        match what {
            "pass" => {
                self.tally.passed += count;
                self.ended = true;
            }
            // A test that was left out shows nothing, so it counts as one that failed.
            "skipped" | "todo" if count > 0 => {
                self.tally.failed += count;
                self.tally.remarks.push(format!("{count} {what}, which counts as failed"));
            }
            "fail" | "cancelled" => self.tally.failed += count,
            _ => {}
        }
    }

    /// Ends the reading; `succeeded` says how node itself ended.
    pub(super) fn finish(mut self, succeeded: bool) -> Tally {
        if !self.ended {
            self.tally.failed += 1;
            self.tally.remarks.push("node ended without a result: it crashed or hung".into());
        } else if self.tally.passed + self.tally.failed == 0 {
            self.tally.failed = 1;
            self.tally.remarks.push("no test ran".into());
        } else if !succeeded && self.tally.failed == 0 {
            self.tally.failed = 1;
            self.tally.remarks.push("node failed, though no test did: see above".into());
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
        let output = "TAP version 13\nok 1 - a\n1..1\n# tests 3\n# suites 1\n# pass 3\n# fail 0\n# cancelled 0\n# skipped 0\n# todo 0\n# duration_ms 5";
        assert_eq!(read(output, true), Tally { passed: 3, failed: 0, remarks: vec![] });
    }

    #[test]
    fn whatever_did_not_pass_is_counted_and_named() {
        let output = "    not ok 2 - inner\nnot ok 1 - outer\n# pass 4\n# fail 2\n# cancelled 1\n# skipped 1\n# todo 1";
        let tally = read(output, false);
        assert_eq!((tally.passed, tally.failed), (4, 5));
        assert_eq!(tally.remarks[..2], ["failed: 2 - inner", "failed: 1 - outer"]);
        assert_eq!(tally.remarks.len(), 4);
    }

    #[test]
    fn a_run_that_ended_badly_failed() {
        for (output, succeeded) in
            [("", true), ("ok 1 - a", false), ("# pass 0\n# fail 0", true), ("# pass 3\n# fail 0", false)]
        {
            assert_eq!(read(output, succeeded).failed, 1, "{output}");
        }
    }
}
