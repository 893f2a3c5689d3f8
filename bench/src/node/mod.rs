//! The npm package beside its peers: each in a process of its own, in turns, against one server.

mod aims;
mod program;
mod report;

use std::io::Write as _;

use crate::clients::Failure;
use crate::process::Process;
use crate::wrk::Wrk;
use crate::{itself, rates, results};
use program::Node;

/// A client that programs for Node may use.
#[derive(Clone, Copy, Debug)]
struct Client {
    /// What it is called in tables.
    shown: &'static str,
    /// What bench/node calls it.
    name: &'static str,
}

/// The package.
const OURS: Client = Client { shown: "**spice-cloud**", name: "spice-cloud" };

/// What people use otherwise.
const PEERS: [Client; 3] = [
    Client { shown: "undici `request`", name: "undici" },
    Client { shown: "global `fetch`", name: "fetch" },
    Client { shown: "axios", name: "axios" },
];

/// Modules whose loading is measured.
const MODULES: [&str; 3] = ["spice-cloud", "undici", "axios"];

/// How often what happens once is repeated.
const ONCE: usize = 7;

/// Measures with the folder that has the package and its peers.
pub(crate) fn run(folder: &str, write: bool) -> Result<(), Failure> {
    let node = Node::new(folder);
    let about = node.about()?;
    let server = Process::start("the server", itself()?.arg("serve"))?;
    let wrk = Wrk::find();
    let mut workers = Vec::new();
    for client in clients() {
        workers.push((client.shown, node.worker(client, server.first())?));
    }
    let rates = rates::in_turns(workers, server.first(), wrk.as_ref())?;
    let mut loads = MODULES.map(|module| (module, Vec::new()));
    let mut peaks = [("no call", Vec::new())].to_vec();
    peaks.extend(clients().map(|client| (client.shown, Vec::new())));
    for _ in 0..ONCE {
        for (module, figures) in &mut loads {
            figures.push(node.load(module)?);
        }
        for ((_, figures), client) in peaks.iter_mut().zip(std::iter::once(None).chain(clients().map(Some))) {
            figures.push(node.peak(client, server.first())?);
        }
    }
    let wrk = wrk.as_ref().map(Wrk::version);
    let text = report::part(&report::Measured { about, wrk, rates, loads: loads.to_vec(), peaks });
    writeln!(std::io::stdout(), "{text}")?;
    if write { results::keep(results::Part::Node, &text) } else { Ok(()) }
}

fn clients() -> impl Iterator<Item = Client> {
    std::iter::once(OURS).chain(PEERS)
}
