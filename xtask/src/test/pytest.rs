//! Reads what pytest prints: how many tests passed, and which did not, for whatever reason.

use crate::libtest::Tally;

/// Reads the output line by line. It is printed with `-rA`, or at least with the reasons of all that did not pass.
#[derive(Debug, Default)]
pub(super) struct Reader {
    tally: Tally,
    /// The last line, which has the counts.
    ended: bool,
}

impl Reader {
    /// Takes the next line of standard output.
    pub(super) fn line(&mut self, line: &str) {
        if let Some((passed, failed)) = counts(line) {
            self.tally.passed += passed;
            self.tally.failed += failed;
            self.ended = true;
        } else if let Some(remark) = remark(line) {
            self.tally.remarks.push(remark);
        }
    }

    /// Ends the reading; `succeeded` says how pytest itself ended.
    pub(super) fn finish(mut self, succeeded: bool) -> Tally {
        if !self.ended {
            self.tally.failed += 1;
            self.tally.remarks.push("pytest ended without a result: it crashed or hung".into());
        } else if !succeeded && self.tally.failed == 0 {
            self.tally.failed = 1;
            self.tally.remarks.push("pytest failed, though no test did: see above".into());
        }
        self.tally
    }
}

/// `=== 1 failed, 2 passed, 1 skipped, 3 warnings in 0.12s ===`: what passed, and what did not. A test that was left out
/// shows nothing, so it counts as one that failed.
fn counts(line: &str) -> Option<(u64, u64)> {
    let words = line.trim_matches('=').strip_prefix(' ')?.strip_suffix(' ')?;
    let (list, time) = words.rsplit_once(" in ")?;
    if !time.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let (mut passed, mut failed) = (0, 0);
    for item in list.split(", ") {
        match item.split_once(' ') {
            Some((number, "passed")) => passed += number.parse::<u64>().ok()?,
            Some((_, "warning" | "warnings")) => {}
            Some((
                number,
                "failed" | "error" | "errors" | "skipped" | "deselected" | "xfailed" | "xpassed",
            )) => {
                failed += number.parse::<u64>().ok()?;
            }
            _ if item == "no tests ran" => {}
            _ => return None,
        }
    }
    Some((passed, failed))
}

/// `FAILED a.py::test_b - AssertionError` and its like, from the list at the end.
fn remark(line: &str) -> Option<String> {
    let (verdict, rest) = line.split_once(' ')?;
    match verdict {
        "FAILED" => Some(format!("failed: {rest}")),
        "ERROR" if rest.contains(".py") => Some(format!("error: {rest}")),
        "SKIPPED" | "XFAIL" | "XPASS" => {
            Some(format!("{}, which counts as failed: {rest}", verdict.to_lowercase()))
        }
        _ => None,
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

    const HEAD: &str =
        "============ test session starts ============\ncollected 3 items\n\ntests/test_a.py ...  [100%]\n\n";

    #[test]
    fn what_passed_is_counted() {
        let tally = read(&format!("{HEAD}============ 3 passed in 0.12s ============"), true);
        assert_eq!(tally, Tally { passed: 3, failed: 0, remarks: vec![] });
    }

    #[test]
    fn whatever_did_not_pass_is_counted_and_named() {
        let output = "\
=========================== short test summary info ============================
SKIPPED [2] tests/test_a.py:7: not on this machine
XFAIL tests/test_a.py::test_later - one day
FAILED tests/test_a.py::test_one - assert 1 == 2
ERROR tests/test_b.py - ImportError: no
= 1 failed, 4 passed, 2 skipped, 1 deselected, 1 xfailed, 2 warnings, 1 error in 61.02s (0:01:01) =";
        let tally = read(&format!("{HEAD}{output}"), false);
        assert_eq!((tally.passed, tally.failed), (4, 6));
        let expected = [
            "skipped, which counts as failed: [2] tests/test_a.py:7: not on this machine",
            "xfail, which counts as failed: tests/test_a.py::test_later - one day",
            "failed: tests/test_a.py::test_one - assert 1 == 2",
            "error: tests/test_b.py - ImportError: no",
        ];
        assert_eq!(tally.remarks, expected);
    }

    #[test]
    fn a_run_without_an_end_failed() {
        for output in ["", HEAD, "Fatal Python error: Aborted"] {
            let tally = read(output, false);
            assert_eq!((tally.passed, tally.failed, tally.remarks.len()), (0, 1, 1), "{output}");
        }
    }

    #[test]
    fn a_run_that_failed_otherwise_failed() {
        let tally = read("=== no tests ran in 0.01s ===", false);
        assert_eq!((tally.passed, tally.failed), (0, 1));
        let tally = read("=== 3 passed in 0.01s ===", false);
        assert_eq!((tally.passed, tally.failed), (3, 1));
    }

    #[test]
    fn other_lines_do_not_confuse_the_counts() {
        for other in [
            "============ test session starts ============",
            "=== 3 passed ===",
            "3 passed in 0.12s",
            "=== 3 danced in 0.12s ===",
            "=== many passed in 0.12s ===",
            "=== 3 passed in time ===",
        ] {
            assert_eq!(counts(other), None, "{other}");
        }
        for other in ["ERROR: file not found", "ERROR something:logged", "FAILURE a", "tests/test_a.py F"] {
            assert_eq!(remark(other), None, "{other}");
        }
    }
}
