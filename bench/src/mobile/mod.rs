//! The Kotlin and the Swift package beside their peers: each in a process of its own, in turns, against one server.

mod program;
mod report;

use std::io::Write as _;

use serde_json::Value;

use crate::clients::Failure;
use crate::process::Process;
use crate::results::{self, Part};
use crate::wrk::Wrk;
use crate::{itself, rates};
use program::Program;

/// A client that programs may use.
#[derive(Clone, Copy, Debug)]
struct Client {
    /// What it is called in tables.
    shown: &'static str,
    /// What the worker calls it.
    name: &'static str,
}

const fn client(shown: &'static str, name: &'static str) -> Client {
    Client { shown, name }
}

/// A language, and who is measured in it.
#[derive(Debug)]
pub(crate) struct Language {
    part: Part,
    title: &'static str,
    ours: &'static [Client],
    /// What people use otherwise, each with the face of ours that it is compared with.
    peers: &'static [(Client, Client)],
    /// How it was measured, for whoever reads the figures.
    how: &'static str,
}

const COROUTINES: Client = client("**spice-cloud, coroutines**", "spice-cloud");
const WAITING: Client = client("**spice-cloud, waiting**", "spice-cloud-blocking");

pub(crate) const KOTLIN: Language = Language {
    part: Part::Kotlin,
    title: "Kotlin",
    ours: &[COROUTINES, WAITING],
    peers: &[
        (client("OkHttp, coroutines, kotlinx.serialization", "okhttp-coroutines"), COROUTINES),
        (client("OkHttp, waiting, kotlinx.serialization", "okhttp"), WAITING),
        (client("Java's HttpClient, coroutines, Jackson", "java-async"), COROUTINES),
        (client("Java's HttpClient, waiting, Jackson", "java"), WAITING),
    ],
    how: "Every client has a process of its own and decodes what it gets into typed objects with all fields of an app, times \
          as `Instant`. At once means coroutines of the default dispatcher, or threads for the faces that wait. Before the \
          first round each client runs for four seconds, so that the Java machine has compiled what is called often. Every \
          client may have 64 connections. The native library is built as it is given away. An app has 300 bytes, a page 100 \
          apps.",
};

const SWIFT_OURS: Client = client("**spice-cloud**", "spice-cloud");

pub(crate) const SWIFT: Language = Language {
    part: Part::Swift,
    title: "Swift",
    ours: &[SWIFT_OURS],
    peers: &[(client("URLSession, Codable", "urlsession"), SWIFT_OURS)],
    how: "Every client has a process of its own, built for release, and decodes what it gets into typed values with all fields \
          of an app, times as `Date`. At once means tasks. URLSession is the one of swift-corelibs-foundation, over libcurl; \
          Apple's was not measured. Every client may have 64 connections. The native library is built as it is given away. An \
          app has 300 bytes, a page 100 apps.",
};

/// How often what happens once is repeated.
const ONCE: usize = 7;

/// Measures with a worker that has the package and its peers. `about` is what is known of them, as JSON.
pub(crate) fn run(language: &Language, about: &str, worker: &[&str], write: bool) -> Result<(), Failure> {
    let about: Value = serde_json::from_str(about).map_err(|error| format!("{about:?}: {error}"))?;
    let program = Program::new(worker)?;
    let server = Process::start("the server", itself()?.arg("serve"))?;
    let wrk = Wrk::find();
    let mut workers = Vec::new();
    for client in clients(language) {
        workers.push((client.shown, program.worker(client, server.first())?));
    }
    let rates = rates::in_turns(workers, server.first(), wrk.as_ref())?;
    let mut firsts: Vec<_> = clients(language).map(|client| report::First::of(client.shown)).collect();
    for _ in 0..ONCE {
        for (first, client) in firsts.iter_mut().zip(clients(language)) {
            let (took, peak) = program.once(client, server.first())?;
            first.took.push(took);
            first.peak.push(peak);
        }
    }
    let wrk = wrk.as_ref().map(Wrk::version);
    let text = report::part(language, &report::Measured { about: program::here(about), wrk, rates, firsts });
    writeln!(std::io::stdout(), "{text}")?;
    if write { results::keep(language.part, &text) } else { Ok(()) }
}

fn clients(language: &Language) -> impl Iterator<Item = Client> {
    language.ours.iter().copied().chain(language.peers.iter().map(|(peer, _)| *peer))
}
