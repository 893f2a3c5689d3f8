//! The Python package beside its peers: each in a process of its own, in turns, against one server.

mod aims;
mod costs;
mod listing;
mod process;
mod program;
mod rates;
mod report;
mod wrk;

use std::io::Write as _;
use std::process::Command;

use crate::clients::Failure;
use crate::results;
use process::Process;
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

/// The Rust core alone, as it is called in tables.
const CORE: &str = "Rust core alone";

/// Measures with the Python that has the package and its peers.
pub(crate) fn run(program: &str, write: bool) -> Result<(), Failure> {
    let python = Python::new(program);
    let about = python.about()?;
    let server = Process::start("the server", itself()?.arg("serve"))?;
    let wrk = wrk::Wrk::find();
    let rates = rates::all(&python, server.first(), wrk.as_ref())?;
    let imports = costs::imports(&python)?;
    let calls = costs::calls(&python, server.first())?;
    let listing = listing::all(&python)?;
    let wrk = wrk.as_ref().map(wrk::Wrk::version);
    let text = report::part(&report::Measured { about, wrk, rates, imports, calls, listing });
    writeln!(std::io::stdout(), "{text}")?;
    if write { results::keep(results::Part::Python, &text) } else { Ok(()) }
}

/// This program, for another of its tasks.
fn itself() -> Result<Command, Failure> {
    Ok(Command::new(std::env::current_exe()?))
}
