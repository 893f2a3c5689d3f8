//! What the first call costs: the time to import, and memory.

use super::program::Python;
use super::{Client, OURS, PEERS};
use crate::clients::Failure;
use crate::figures::megabytes;

const IMPORTS: usize = 11;
const CALLS: usize = 3;
const MODULES: [&str; 6] = ["spice_cloud", "httpx", "requests", "aiohttp", "pydantic", "msgspec"];

/// What something took, each time.
pub(super) struct Cost {
    pub(super) shown: String,
    pub(super) figures: Vec<f64>,
}

/// How long imports take, in milliseconds, in turns. The first is an interpreter that imports nothing.
pub(super) fn imports(python: &Python) -> Result<Vec<Cost>, Failure> {
    let codes = std::iter::once(("an empty program".to_owned(), "pass".to_owned()));
    let codes = codes.chain(MODULES.map(|module| (module.to_owned(), format!("import {module}"))));
    let mut costs: Vec<(Cost, String)> =
        codes.map(|(shown, code)| (Cost { shown, figures: Vec::new() }, code)).collect();
    for _ in 0..IMPORTS {
        for (cost, code) in &mut costs {
            cost.figures.push(python.time(code)?.as_secs_f64() * 1e3);
        }
    }
    Ok(costs.into_iter().map(|(cost, _)| cost).collect())
}

/// The most memory of a process that makes one call, in megabytes; before them those of one that makes none.
pub(super) fn calls(python: &Python, url: &str) -> Result<Vec<Cost>, Failure> {
    let idle = [("no call", [].as_slice()), ("no call, but `import asyncio`", &["asyncio"])];
    let mut costs = Vec::new();
    for (shown, modules) in idle {
        costs.push(repeat(shown, || Ok(python.idle(modules)?.peak))?);
    }
    for client in OURS.into_iter().chain(PEERS) {
        costs.push(repeat(client.shown, || one(python, client, url))?);
    }
    Ok(costs)
}

fn one(python: &Python, client: Client, url: &str) -> Result<u64, Failure> {
    let once = python.once(client, url, "one")?;
    if once.came == 1 {
        Ok(once.peak)
    } else {
        Err(format!("{} read app {}", client.shown, once.came).into())
    }
}

fn repeat(shown: &str, mut peak: impl FnMut() -> Result<u64, Failure>) -> Result<Cost, Failure> {
    let mut figures = Vec::new();
    for _ in 0..CALLS {
        figures.push(megabytes(peak()?));
    }
    Ok(Cost { shown: shown.to_owned(), figures })
}
