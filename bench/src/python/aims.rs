//! What was aimed at, and whether it was reached.

use super::{Client, Face, OURS, PEERS};
use crate::clients::Task;
use crate::figures::median;
use crate::rates::{CELLS, Rates, ratio};

/// To be so many times faster than the fastest of some peers.
struct Aim {
    face: Face,
    /// What begins the names of the peers that count; all if empty.
    peers: &'static str,
    /// One of [`CELLS`].
    cell: usize,
    times: f64,
}

const AIMS: [Aim; 8] = [
    Aim { face: Face::Sync, peers: "httpx", cell: 0, times: 3.5 },
    Aim { face: Face::Sync, peers: "httpx", cell: 1, times: 20.0 },
    Aim { face: Face::Async, peers: "aiohttp", cell: 0, times: 1.3 },
    Aim { face: Face::Async, peers: "aiohttp", cell: 1, times: 3.5 },
    Aim { face: Face::Sync, peers: "", cell: 2, times: 1.0 },
    Aim { face: Face::Sync, peers: "", cell: 3, times: 1.0 },
    Aim { face: Face::Async, peers: "", cell: 2, times: 1.0 },
    Aim { face: Face::Async, peers: "", cell: 3, times: 1.0 },
];

/// A table in Markdown of all aims.
pub(super) fn table(rates: &[Rates]) -> String {
    let head = "| client | call | aim | measured | rounds | |\n|---|---|---|---|---|---|\n";
    AIMS.iter().filter_map(|aim| aim.line(rates)).fold(head.to_owned(), |text, line| text + &line)
}

impl Aim {
    fn line(&self, rates: &[Rates]) -> Option<String> {
        let find = |client: Client| rates.iter().find(|rates| rates.shown == client.shown);
        let ours = find(OURS.into_iter().find(|client| client.face == self.face)?)?;
        let peers =
            PEERS.into_iter().filter(|peer| peer.face == self.face && peer.name.starts_with(self.peers));
        let speed = |rates: &Rates| median(&rates.cells[self.cell]);
        let fastest = peers.filter_map(find).max_by(|one, other| speed(one).total_cmp(&speed(other)))?;
        let (ratio, (least, most)) = ratio(ours, fastest, self.cell);
        let (task, at_once) = CELLS[self.cell];
        let call = if task == Task::One { "one app" } else { "page" };
        let aim = if self.peers.is_empty() {
            "ahead of the fastest peer".to_owned()
        } else {
            format!("{:.1} × {}", self.times, self.peers)
        };
        let verdict = if ratio > self.times { "met" } else { "**missed**" };
        Some(format!(
            "| {} | {call}, {at_once} at once | {aim} | {ratio:.2} × {} | {least:.2} to {most:.2} | {verdict} |\n",
            ours.shown, fastest.shown
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rates(shown: &'static str, rate: f64) -> Rates {
        Rates { cells: [vec![rate], vec![rate], vec![rate], vec![rate]], ..Rates::new(shown) }
    }

    #[test]
    fn aims_are_held_against_the_fastest_peer_of_their_kind() {
        let mut all = vec![rates(OURS[0].shown, 100.0), rates(OURS[1].shown, 100.0)];
        all.extend(
            PEERS.map(|peer| rates(peer.shown, if peer.name == "httpx+msgspec" { 20.0 } else { 10.0 })),
        );
        let table = table(&all);
        let lines: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(lines.len(), AIMS.len());
        assert!(
            lines[0].ends_with("| 3.5 × httpx | 5.00 × httpx, sync, msgspec | 5.00 to 5.00 | met |"),
            "{table}"
        );
        assert!(lines[1].ends_with("| **missed** |"), "{table}");
        assert!(lines[3].contains("10.00 × aiohttp"), "{table}");
        assert!(lines[7].contains("ahead of the fastest peer | 5.00 × httpx, async, msgspec"), "{table}");
    }
}
