//! What Maven's runner of tests says of them.

use crate::libtest::Tally;

/// Reads its output line by line.
#[derive(Default)]
pub(crate) struct Reader {
    tally: Tally,
    ended: bool,
}

impl Reader {
    /// A line of its output.
    pub(crate) fn line(&mut self, line: &str) {
        if let Some(name) = line.strip_prefix("[ERROR] ").filter(|name| name.contains("<<< ")) {
            // The classes are summed below.
            if !name.starts_with("Tests run:") {
                self.tally.remarks.push(format!("failed: {name}"));
            }
            return;
        }
        let Some(counts) = summary(line) else { return };
        let [run, failures, errors, skipped] = counts;
        self.ended = true;
        self.tally.passed += run - failures - errors - skipped;
        self.tally.failed += failures + errors;
        if skipped > 0 {
            // A test that was left out shows nothing, so it counts as one that failed.
            self.tally.failed += skipped;
            self.tally.remarks.push(format!("{skipped} skipped, which counts as failed"));
        }
    }

    /// Ends the reading; `succeeded` says how Maven itself ended.
    pub(crate) fn finish(mut self, succeeded: bool) -> Tally {
        if !self.ended || self.tally.passed + self.tally.failed == 0 {
            self.tally.failed += 1;
            self.tally.remarks.push("no test ran: see above".into());
        } else if !succeeded && self.tally.failed == 0 {
            self.tally.failed = 1;
            self.tally.remarks.push("Maven failed, though no test did: see above".into());
        }
        self.tally
    }
}

/// `[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0`, which stands after those of the classes.
fn summary(line: &str) -> Option<[u64; 4]> {
    let told = line.split_once("] Tests run: ")?.1;
    let mut found = [0; 4];
    let mut parts = told.split(", ");
    for (place, name) in found.iter_mut().zip(["", "Failures: ", "Errors: ", "Skipped: "]) {
        *place = parts.next()?.strip_prefix(name)?.parse().ok()?;
    }
    // Those of a class tell how long they took.
    parts.next().is_none().then_some(found)
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
    fn what_passed_is_counted_once() {
        let output = "[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in A\n[INFO] Results:\n[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0\n";
        assert_eq!(read(output, true), Tally { passed: 3, failed: 0, remarks: vec![] });
    }

    #[test]
    fn whatever_did_not_pass_is_counted_and_named() {
        let output = "[ERROR] Tests run: 9, Failures: 1, Errors: 1, Skipped: 1, Time elapsed: 1 s <<< FAILURE! -- in A\n[ERROR] A.b -- Time elapsed: 0 s <<< FAILURE!\n[ERROR] Tests run: 9, Failures: 1, Errors: 1, Skipped: 1\n";
        let tally = read(output, false);
        assert_eq!((tally.passed, tally.failed, tally.remarks.len()), (6, 3, 2));
        assert!(tally.remarks[0].starts_with("failed: A.b"), "{tally:?}");
    }

    #[test]
    fn a_run_that_ended_badly_failed() {
        for (output, succeeded) in [
            ("", true),
            ("[INFO] Tests run: 0, Failures: 0, Errors: 0, Skipped: 0", true),
            ("[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0", false),
        ] {
            assert_eq!(read(output, succeeded).failed, 1, "{output}");
        }
    }
}
