//! The Python package beside its peers: each in a process of its own, in turns, against one server.

mod aims;
mod costs;
mod listing;
mod program;
mod report;

use std::io::Write as _;

use crate::clients::Failure;
use crate::process::Process;
use crate::wrk::Wrk;
use crate::{itself, rates, results};
use program::Python;

/// How a client is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    /// Its calls wait; at once means threads.
    Sync,
    /// Its calls are awaited; at once means tasks of one event loop.
    Async,
}

/// A client that Python programs may use.
#[derive(Clone, Copy, Debug)]
struct Client {
    /// What it is called in tables.
    shown: &'static str,
    face: Face,
    /// What bench/python calls it.
    name: &'static str,
}

const fn client(shown: &'static str, face: Face, name: &'static str) -> Client {
    Client { shown, face, name }
}

/// The package.
const OURS: [Client; 2] = [
    client("**spice-cloud, sync**", Face::Sync, "spice-cloud"),
    client("**spice-cloud, async**", Face::Async, "spice-cloud"),
];

/// What people use otherwise, with the usual decoder and with the fastest.
const PEERS: [Client; 8] = [
    client("httpx, sync, pydantic", Face::Sync, "httpx+pydantic"),
    client("httpx, sync, msgspec", Face::Sync, "httpx+msgspec"),
    client("requests, pydantic", Face::Sync, "requests+pydantic"),
    client("requests, msgspec", Face::Sync, "requests+msgspec"),
    client("httpx, async, pydantic", Face::Async, "httpx+pydantic"),
    client("httpx, async, msgspec", Face::Async, "httpx+msgspec"),
    client("aiohttp, pydantic", Face::Async, "aiohttp+pydantic"),
    client("aiohttp, msgspec", Face::Async, "aiohttp+msgspec"),
];

/// Measures with the Python that has the package and its peers.
pub(crate) fn run(program: &str, write: bool) -> Result<(), Failure> {
    let python = Python::new(program);
    let about = python.about()?;
    let server = Process::start("the server", itself()?.arg("serve"))?;
    let wrk = Wrk::find();
    let mut workers = Vec::new();
    for client in OURS.into_iter().chain(PEERS) {
        workers.push((client.shown, python.worker(client, server.first())?));
    }
    let rates = rates::in_turns(workers, server.first(), wrk.as_ref())?;
    let imports = costs::imports(&python)?;
    let calls = costs::calls(&python, server.first())?;
    let listing = listing::all(&python)?;
    let wrk = wrk.as_ref().map(Wrk::version);
    let text = report::part(&report::Measured { about, wrk, rates, imports, calls, listing });
    writeln!(std::io::stdout(), "{text}")?;
    if write { results::keep(results::Part::Python, &text) } else { Ok(()) }
}
