//! Reads what `cargo test` prints: how many tests passed, failed and were ignored, and which.

use std::mem;

/// What the tests came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed, were ignored, or never got to say so.
    pub(crate) failed: u64,
    /// What a person wants to know about the failures, one line each.
    pub(crate) remarks: Vec<String>,
}

/// Reads the output line by line.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    tally: Tally,
    /// A test binary that has begun and has not given its result.
    open: bool,
}

impl Reader {
    /// Takes the next line of standard output.
    pub(crate) fn line(&mut self, line: &str) {
        if is_start(line) {
            self.close_without_result();
            self.open = true;
        } else if let Some([passed, failed, ignored]) = counts(line) {
            self.open = false;
            self.tally.passed += passed;
            self.tally.failed += failed + ignored;
        } else if let Some((name, verdict)) = verdict(line) {
            self.tally.remarks.push(format!("{verdict}: {name}"));
        }
    }

    /// Ends the reading; `succeeded` says how cargo itself ended.
    pub(crate) fn finish(mut self, succeeded: bool) -> Tally {
        self.close_without_result();
        if !succeeded && self.tally.failed == 0 {
            self.tally.failed = 1;
            self.tally.remarks.push("cargo test failed before any test could: see the error above".into());
        }
        self.tally
    }

    fn close_without_result(&mut self) {
        if mem::take(&mut self.open) {
            self.tally.failed += 1;
            self.tally.remarks.push("a test binary ended without a result: it crashed or left early".into());
        }
    }
}

/// `running 3 tests`
fn is_start(line: &str) -> bool {
    let mut words = line.split(' ');
    words.next() == Some("running")
        && words.next().is_some_and(|number| number.parse::<u64>().is_ok())
        && matches!(words.next(), Some("test" | "tests"))
        && words.next().is_none()
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.00s`
fn counts(line: &str) -> Option<[u64; 3]> {
    let mut found = [None; 3];
    let mut before = "";
    for word in line.strip_prefix("test result: ")?.split([' ', ';']).filter(|word| !word.is_empty()) {
        let place = ["passed", "failed", "ignored"].iter().position(|name| *name == word);
        if let Some(slot) = place.and_then(|place| found.get_mut(place)) {
            *slot = before.parse().ok();
        }
        before = word;
    }
    let [passed, failed, ignored] = found;
    Some([passed?, failed?, ignored?])
}

/// `test a::b ... FAILED` and `test a::b ... ignored, because`: name and verdict.
fn verdict(line: &str) -> Option<(&str, &'static str)> {
    let (name, verdict) = line.strip_prefix("test ")?.rsplit_once(" ... ")?;
    if verdict.starts_with("FAILED") {
        Some((name, "failed"))
    } else if verdict == "ignored" || verdict.starts_with("ignored, ") {
        Some((name, "ignored, which counts as failed"))
    } else {
        None
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

    const GREEN: &str = "
running 2 tests
test a::one ... ok
test b - should panic ... ok

test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s

running 0 tests

test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

running 1 test
test core/src/lib.rs - Client (line 12) ... ok

test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.30s

all doctests ran in 0.50s; merged doctests compilation took 0.20s
";

    #[test]
    fn binaries_and_doctests_are_summed() {
        assert_eq!(read(GREEN, true), Tally { passed: 3, failed: 0, remarks: vec![] });
    }

    #[test]
    fn a_failed_test_is_counted_and_named() {
        let output = "running 2 tests\ntest a::one ... FAILED\ntest a::two ... ok\n\nfailures:\n    a::one\n\n\
            test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        let expected = Tally { passed: 1, failed: 1, remarks: vec!["failed: a::one".into()] };
        assert_eq!(read(output, false), expected);
    }

    #[test]
    fn an_ignored_test_counts_as_failed() {
        let output = "running 2 tests\ntest slow ... ignored, takes an hour\ntest doc (line 3) ... ignored\n\
            test result: ok. 0 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        let tally = read(output, true);
        assert_eq!((tally.passed, tally.failed), (0, 2));
        let expected =
            ["ignored, which counts as failed: slow", "ignored, which counts as failed: doc (line 3)"];
        assert_eq!(tally.remarks, expected);
    }

    #[test]
    fn a_crashed_binary_counts_wherever_it_stands() {
        let crashed = "running 3 tests\ntest a ... ok\n";
        for output in [format!("{crashed}{GREEN}"), format!("{GREEN}{crashed}")] {
            let tally = read(&output, false);
            assert_eq!((tally.passed, tally.failed), (3, 1));
            assert!(tally.remarks.iter().any(|remark| remark.contains("without a result")), "{tally:?}");
        }
    }

    #[test]
    fn a_compile_error_counts_as_one_failure() {
        let tally = read("", false);
        assert_eq!((tally.passed, tally.failed, tally.remarks.len()), (0, 1, 1));
        let tally = read(GREEN, false);
        assert_eq!((tally.passed, tally.failed, tally.remarks.len()), (3, 1, 1));
    }

    #[test]
    fn colours_and_other_words_do_not_confuse_the_counts() {
        let green = "test result: \u{1b}[32mok\u{1b}(B\u{1b}[m. 7 passed; 1 failed; 2 ignored; 0 measured";
        assert_eq!(counts(green), Some([7, 1, 2]));
        for other in ["test result", "test result: nonsense", "a test result: ok. 1 passed", "1 passed"] {
            assert_eq!(counts(other), None, "{other}");
        }
        for other in ["running", "running fast tests", "running 3 tests of it", "running 3 laps"] {
            assert!(!is_start(other), "{other}");
        }
        for other in ["test a ... ok", "test a ... bench: 3 ns", "testing ... FAILED", "test a ... ignoredly"]
        {
            assert_eq!(verdict(other), None, "{other}");
        }
    }
}
