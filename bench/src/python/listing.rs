//! A long list over a link that takes its time: pages fetched ahead, and one after the other.

use super::program::Python;
use super::{Client, Face, client};
use crate::clients::Failure;
use crate::figures::megabytes;
use crate::itself;
use crate::process::Process;

pub(super) const APPS: u64 = 10_000;
pub(super) const LATENCY_MS: u64 = 20;
const ROUNDS: usize = 3;

const CLIENTS: [Client; 5] = [
    client("**spice-cloud, sync**: pages fetched ahead", Face::Sync, "spice-cloud"),
    client("**spice-cloud, async**: pages fetched ahead", Face::Async, "spice-cloud"),
    client("spice-cloud, sync: raw requests, page by page", Face::Sync, "spice-cloud-by-hand"),
    client("httpx, sync, pydantic: page by page", Face::Sync, "httpx+pydantic"),
    client("aiohttp, msgspec: page by page", Face::Async, "aiohttp+msgspec"),
];

/// What listing everything took, each time.
pub(super) struct Listing {
    pub(super) shown: &'static str,
    /// In seconds.
    pub(super) took: Vec<f64>,
    /// The most memory of the process, in megabytes.
    pub(super) peak: Vec<f64>,
}

/// Lists everything with each client, in turns, in processes of their own.
pub(super) fn all(python: &Python) -> Result<Vec<Listing>, Failure> {
    let arguments = ["serve".to_owned(), LATENCY_MS.to_string(), APPS.to_string()];
    let server = Process::start("the server of a list", itself()?.args(arguments))?;
    let mut listings =
        CLIENTS.map(|client| Listing { shown: client.shown, took: Vec::new(), peak: Vec::new() });
    for _ in 0..ROUNDS {
        for (client, listing) in CLIENTS.into_iter().zip(&mut listings) {
            let once = python.once(client, server.first(), "every")?;
            if once.came != APPS {
                return Err(format!("{} listed {} apps", client.shown, once.came).into());
            }
            listing.took.push(once.took);
            listing.peak.push(megabytes(once.peak));
        }
    }
    Ok(listings.into())
}
