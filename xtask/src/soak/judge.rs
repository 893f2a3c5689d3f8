//! What became of a program: figures, and what is wrong with them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::samples::{Drift, drift};
use super::watch::Seen;

const MEBIBYTE: u64 = 1024 * 1024;
/// How much memory may grow, and as much each the heap of a language that collects garbage.
const MEMORY: u64 = 5 * MEBIBYTE;
/// How many descriptors may be more in the end: connections come and go.
const DESCRIPTORS: u64 = 4;

/// What is known of a face in the end.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) title: &'static str,
    pub(super) calls: u64,
    pub(super) per_second: f64,
    /// Requests that the emulator has spoilt.
    pub(super) spoilt: u64,
    /// Errors that such faults may lead to, by code.
    pub(super) excused: BTreeMap<String, u64>,
    /// Wrong answers, and errors that nothing excuses.
    pub(super) bad: u64,
    /// Seconds.
    pub(super) slowest: f64,
    pub(super) memory: Option<Drift>,
    pub(super) heap: Option<Drift>,
    pub(super) descriptors: Option<Drift>,
    /// Why the run is a failure, in words; nothing when it is none.
    pub(super) problems: Vec<String>,
}

/// What a program is held to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure<'a> {
    pub(super) seconds: f64,
    /// Steps that were wanted, per second.
    pub(super) rate: f64,
    /// Whether the run is long enough to judge growth and rate.
    pub(super) growth: bool,
    /// Codes of errors that the faults may lead to.
    pub(super) excused: &'a [String],
}

/// Looks what a program has done, and what it held.
pub(super) fn judge(title: &'static str, seen: Seen, spoilt: u64, measure: Measure<'_>) -> Finding {
    let told = seen.result.unwrap_or_default();
    let number = |name: &str| told[name].as_u64().unwrap_or_default();
    let counts = |line: &Value| -> Vec<(String, u64)> {
        let errors = line["errors"].as_object().into_iter().flatten();
        errors.map(|(code, count)| (code.clone(), count.as_u64().unwrap_or_default())).collect()
    };
    let (excused, others): (BTreeMap<_, _>, BTreeMap<_, _>) =
        counts(&told).into_iter().partition(|(code, _)| measure.excused.contains(code));

    let mut problems = seen.broken;
    problems.extend(seen.alarms.into_iter().map(|line| format!("it said: {line}")));
    problems.extend(others.iter().map(|(code, count)| format!("{count} × {code}, which no fault excuses")));
    if number("bad") > 0 {
        let examples = told["examples"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let examples = examples.collect::<Vec<_>>().join("; ");
        problems.push(format!("{} wrong answers, such as: {examples}", number("bad")));
    }
    if number("hung") > 0 {
        problems.push(format!("{} calls hung", number("hung")));
    }
    // What was not asked cannot have gone wrong: a run that did little shows little.
    if told.is_object() && f64::from(u32::try_from(number("calls")).unwrap_or(u32::MAX)) < least(measure) {
        problems.push(format!("only {} calls: the rate was not kept", number("calls")));
    }

    let over_time = |value: &dyn Fn(&super::samples::Sample) -> u64| {
        let values: Vec<(f64, u64)> = seen.samples.iter().map(|sample| (sample.at, value(sample))).collect();
        drift(measure.seconds, &values)
    };
    let (memory, descriptors) = (over_time(&|sample| sample.memory), over_time(&|sample| sample.descriptors));
    let heap = drift(measure.seconds, &seen.heap);
    if measure.growth {
        let limits = [
            ("memory", memory, MEMORY),
            ("the heap", heap, MEMORY),
            ("descriptors", descriptors, DESCRIPTORS),
        ];
        for (what, drift, most) in limits {
            problems.extend(drift.filter(|drift| drift.growth() > most).map(|drift| {
                format!("{what} grew by {}, from {} to {}", drift.growth(), drift.start, drift.end)
            }));
        }
        if memory.is_none() && cfg!(target_os = "linux") {
            problems.push("nothing is known of its memory".to_owned());
        }
    }
    Finding {
        title,
        calls: number("calls"),
        per_second: told["calls"].as_f64().unwrap_or_default() / measure.seconds,
        spoilt,
        excused,
        bad: number("bad") + others.values().sum::<u64>(),
        slowest: told["slowest"].as_f64().unwrap_or_default(),
        memory,
        heap,
        descriptors,
        problems,
    }
}

/// Half of what was wanted: faults take their time, and so do others on the machine. In a short run a few of them may take
/// most of it.
fn least(measure: Measure<'_>) -> f64 {
    measure.rate * measure.seconds * if measure.growth { 0.5 } else { 0.25 }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::samples::Sample;
    use super::*;

    fn seen(memory: impl Fn(u32) -> u64, descriptors: impl Fn(u32) -> u64) -> Seen {
        let samples = (0..100)
            .map(|at| Sample { at: f64::from(at), memory: memory(at), descriptors: descriptors(at) })
            .collect();
        let result = json!({
            "calls": 1000, "errors": { "SPICE_CONNECT": 3 }, "bad": 0, "examples": [], "hung": 0, "slowest": 1.5
        });
        Seen { result: Some(result), samples, ..Seen::default() }
    }

    fn judged(seen: Seen) -> Finding {
        judged_as(seen, true)
    }

    fn judged_as(seen: Seen, growth: bool) -> Finding {
        let excused = ["SPICE_CONNECT".to_owned()];
        let measure = Measure { seconds: 100.0, rate: 10.0, growth, excused: &excused };
        judge("Rust", seen, 50, measure)
    }

    fn only_problem(seen: Seen) -> String {
        let finding = judged(seen);
        assert_eq!(finding.problems.len(), 1, "{finding:?}");
        finding.problems.concat()
    }

    #[test]
    fn a_good_run_has_no_problems() {
        let finding = judged(seen(|_| 100 * MEBIBYTE, |at| 20 + u64::from(at % 3)));
        assert!(finding.problems.is_empty(), "{finding:?}");
        assert_eq!((finding.calls, finding.bad, finding.excused["SPICE_CONNECT"]), (1000, 0, 3));
        assert_eq!(finding.memory, Some(Drift { start: 100 * MEBIBYTE, end: 100 * MEBIBYTE }));
    }

    #[test]
    fn growth_is_a_problem() {
        let leak = seen(|at| u64::from(at) * MEBIBYTE / 10, |_| 20);
        assert!(only_problem(leak).starts_with("memory grew by"));
        let leak = seen(|_| MEBIBYTE, |at| u64::from(at / 10));
        assert!(only_problem(leak).starts_with("descriptors grew by"));
        let mut leak = seen(|_| MEBIBYTE, |_| 20);
        leak.heap = (0..100_u32).map(|at| (f64::from(at), u64::from(at) * MEBIBYTE / 10)).collect();
        assert!(only_problem(leak).starts_with("the heap grew by"));
    }

    #[test]
    fn a_short_run_tells_nothing_of_growth() {
        let leak = || seen(|at| u64::from(at) * MEBIBYTE, u64::from);
        assert_eq!(judged_as(leak(), false).problems.len(), 0);
        assert_eq!(judged_as(leak(), true).problems.len(), 2);
    }

    #[test]
    fn whatever_is_not_excused_is_a_problem() {
        let steady = || seen(|_| MEBIBYTE, |_| 20);
        let told = |member: &str, value: Value| {
            let mut seen = steady();
            let mut result = seen.result.take().unwrap();
            result[member] = value;
            seen.result = Some(result);
            only_problem(seen)
        };
        assert_eq!(
            told("errors", json!({ "SPICE_INTERNAL": 2 })),
            "2 × SPICE_INTERNAL, which no fault excuses"
        );
        assert_eq!(told("hung", json!(1)), "1 calls hung");
        assert_eq!(told("calls", json!(499)), "only 499 calls: the rate was not kept");
        let mut bad = steady();
        bad.result.as_mut().unwrap()["bad"] = json!(1);
        bad.result.as_mut().unwrap()["examples"] = json!(["get: another"]);
        assert_eq!(only_problem(bad), "1 wrong answers, such as: get: another");
        let mut panicked = steady();
        panicked.alarms = vec!["thread panicked at x".to_owned()];
        assert_eq!(only_problem(panicked), "it said: thread panicked at x");
        let mut blind = steady();
        blind.samples.clear();
        assert_eq!(only_problem(blind), "nothing is known of its memory");
    }
}
