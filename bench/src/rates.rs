//! Calls per second, in rounds in turns: what the machine does meanwhile meets all alike.

use std::array;

use crate::clients::{Failure, Task};
use crate::figures::{median, range};
use crate::itself;
use crate::process::Process;
use crate::wrk::Wrk;

/// The Rust core alone, as it is called in tables.
pub(crate) const CORE: &str = "Rust core alone";

/// What is called, and how many at once.
pub(crate) const CELLS: [(Task, usize); 4] =
    [(Task::One, 1), (Task::One, 32), (Task::Page, 1), (Task::Page, 32)];
pub(crate) const ROUNDS: usize = 9;
/// How long a round measures.
pub(crate) const SECONDS: f64 = 0.25;
/// wrk measures no less than a second, and takes part in one of so many rounds.
const WRK_EVERY: usize = 4;

/// Calls per second of one client, in each cell and round.
pub(crate) struct Rates {
    pub(crate) shown: &'static str,
    pub(crate) cells: [Vec<f64>; CELLS.len()],
    /// What the worker tells besides, in each cell and round.
    pub(crate) besides: [Vec<f64>; CELLS.len()],
}

impl Rates {
    pub(crate) fn new(shown: &'static str) -> Self {
        Self { shown, cells: array::from_fn(|_| Vec::new()), besides: array::from_fn(|_| Vec::new()) }
    }
}

/// How many times faster one is than another: by the medians, and in the rounds where it was least and most.
pub(crate) fn ratio(ours: &Rates, theirs: &Rates, cell: usize) -> (f64, (f64, f64)) {
    let (ours, theirs) = (&ours.cells[cell], &theirs.cells[cell]);
    let rounds: Vec<f64> = ours.iter().zip(theirs).map(|(ours, theirs)| ours / theirs).collect();
    (median(ours) / median(theirs), range(&rounds))
}

/// Measures every cell of every worker, and of the core; wrk comes last, if it is there.
pub(crate) fn in_turns(
    workers: Vec<(&'static str, Process)>,
    url: &str,
    wrk: Option<&Wrk>,
) -> Result<Vec<Rates>, Failure> {
    let core = (CORE, Process::start(CORE, itself()?.args(["work", url]))?);
    let mut measured: Vec<(Process, Rates)> =
        workers.into_iter().chain([core]).map(|(shown, worker)| (worker, Rates::new(shown))).collect();
    let mut ceiling = Rates::new("wrk, which decodes nothing");
    for (cell, (task, at_once)) in CELLS.into_iter().enumerate() {
        let name = if task == Task::One { "one" } else { "page" };
        for round in 0..ROUNDS {
            for turn in order(round, measured.len()) {
                let (worker, rates) = &mut measured[turn];
                let told = worker.ask(&format!("{name} {at_once} {SECONDS}"))?;
                let mut figures = told.split_whitespace();
                let rate = figures.next().ok_or_else(|| format!("{} tells nothing", rates.shown))?;
                rates.cells[cell].push(rate.parse()?);
                if let Some(besides) = figures.next() {
                    rates.besides[cell].push(besides.parse()?);
                }
            }
            if let Some(wrk) = wrk.filter(|_| round % WRK_EVERY == 0) {
                ceiling.cells[cell].push(wrk.rate(url, task, at_once)?);
            }
        }
    }
    let clients = measured.into_iter().map(|(_, rates)| rates);
    Ok(clients.chain(wrk.map(|_| ceiling)).collect())
}

/// Who comes when: another begins in each round, and every second one goes backwards.
fn order(round: usize, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.rotate_left(round * 3 % count);
    if round % 2 == 1 {
        order.reverse();
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_turn_in_each_round_and_no_place_is_kept() {
        for round in 0..ROUNDS {
            let mut turns = order(round, 11);
            assert_ne!(turns, order(round + 1, 11));
            turns.sort_unstable();
            assert_eq!(turns, (0..11).collect::<Vec<_>>());
        }
    }

    #[test]
    fn ratios_are_of_medians_and_tell_their_rounds() {
        let with = |figures: &[f64]| {
            let mut rates = Rates::new("any");
            rates.cells[1] = figures.to_vec();
            rates
        };
        let (ratio, (least, most)) = ratio(&with(&[40.0, 60.0, 20.0]), &with(&[10.0, 12.0, 10.0]), 1);
        assert_eq!((ratio, least, most), (4.0, 2.0, 5.0));
    }
}
