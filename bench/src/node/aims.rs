//! What was aimed at, and whether it was reached.

use super::{Client, OURS, PEERS};
use crate::clients::Task;
use crate::rates::{CELLS, Rates, ratio};

/// To be so many times faster than a peer.
struct Aim {
    peer: Client,
    /// One of [`CELLS`].
    cell: usize,
    times: f64,
}

const UNDICI: Client = PEERS[0];
const FETCH: Client = PEERS[1];

const AIMS: [Aim; 5] = [
    Aim { peer: UNDICI, cell: 0, times: 1.0 },
    Aim { peer: UNDICI, cell: 1, times: 1.3 },
    Aim { peer: UNDICI, cell: 2, times: 1.3 },
    Aim { peer: UNDICI, cell: 3, times: 1.3 },
    Aim { peer: FETCH, cell: 1, times: 4.0 },
];

/// A table in Markdown of all aims.
pub(super) fn table(rates: &[Rates]) -> String {
    let head = "| call | aim | measured | rounds | |\n|---|---|---|---|---|\n";
    AIMS.iter().filter_map(|aim| aim.line(rates)).fold(head.to_owned(), |text, line| text + &line)
}

impl Aim {
    fn line(&self, rates: &[Rates]) -> Option<String> {
        let find = |client: Client| rates.iter().find(|rates| rates.shown == client.shown);
        let (ratio, (least, most)) = ratio(find(OURS)?, find(self.peer)?, self.cell);
        let (task, at_once) = CELLS[self.cell];
        let call = if task == Task::One { "one app" } else { "page" };
        let verdict = if ratio >= self.times { "met" } else { "**missed**" };
        Some(format!(
            "| {call}, {at_once} at once | {:.1} × {} | {ratio:.2} | {least:.2} to {most:.2} | {verdict} |\n",
            self.times, self.peer.shown
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aims_are_held_against_their_peer() {
        let rates = |shown, rate| Rates {
            cells: [vec![rate], vec![rate], vec![rate], vec![rate]],
            ..Rates::new(shown)
        };
        let all = [rates(OURS.shown, 120.0), rates(UNDICI.shown, 100.0), rates(FETCH.shown, 20.0)];
        let table = table(&all);
        let lines: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(lines.len(), AIMS.len());
        assert_eq!(lines[0], "| one app, 1 at once | 1.0 × undici `request` | 1.20 | 1.20 to 1.20 | met |");
        assert!(lines[1].ends_with("| **missed** |") && lines[4].ends_with("| 6.00 | 6.00 to 6.00 | met |"));
    }
}
