//! What the package may cost: megabytes to fetch, time to import.

use std::path::Path;
use std::time::Duration;

use crate::artefact::size;
use crate::process::{note, read};
use crate::venv::Venv;

/// The most that a wheel may have, in bytes.
const WHEEL: u64 = 5_000_000;
/// The package must be imported this many times faster than httpx. Milliseconds would say how fast the machine is.
const FASTER: u32 = 5;
/// Imports of each that are measured, in turns, so that both have the machine's good and bad moments.
const TURNS: usize = 15;

/// Holds the wheel to its budget.
pub(crate) fn wheel_size(wheel: &Path) -> Result<(), String> {
    let bytes = size(wheel)?;
    if bytes < WHEEL { Ok(()) } else { Err(format!("the wheel has {bytes} bytes, and {WHEEL} are too many")) }
}

/// Holds the import of the package, from where its wheel is installed, to its budget. The other environment has httpx.
pub(crate) fn import_time(venv: &Venv, with_httpx: &Venv) -> Result<(), String> {
    let (mut ours, mut httpx) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        ours.push(import(venv, "spice_cloud")?);
        httpx.push(import(with_httpx, "httpx")?);
    }
    judge(least(&ours), least(&httpx))
}

/// What it takes without what the machine does meanwhile, which only adds to it.
fn least(times: &[Duration]) -> Duration {
    times.iter().min().copied().unwrap_or_default()
}

fn judge(ours: Duration, httpx: Duration) -> Result<(), String> {
    let measured = format!(
        "import spice_cloud takes {:.1} ms, import httpx {:.1} ms",
        ours.as_secs_f64() * 1e3,
        httpx.as_secs_f64() * 1e3
    );
    note(&measured);
    if ours * FASTER > httpx { Err(format!("{measured}: not {FASTER} times faster")) } else { Ok(()) }
}

/// How long a new Python takes to import a module.
fn import(venv: &Venv, module: &str) -> Result<Duration, String> {
    let script =
        format!("from time import perf_counter_ns as now\nt = now()\nimport {module}\nprint(now() - t)");
    let (mut command, mut took) = (venv.command("python"), None);
    let status = read(command.args(["-I", "-c", &script]), |line| took = line.parse().ok());
    match (status, took) {
        (Ok(status), Some(took)) if status.success() => Ok(Duration::from_nanos(took)),
        (Ok(status), _) => Err(format!("import {module} ended with {status}")),
        (Err(error), _) => Err(format!("python did not start: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_is_held_to_the_other_package() {
        let judged = |ours, httpx| judge(Duration::from_millis(ours), Duration::from_millis(httpx));
        assert_eq!(judged(10, 60), Ok(()));
        assert_eq!(judged(20, 120), Ok(()), "a slow machine is slow for both");
        assert!(judged(10, 49).unwrap_err().contains("not 5 times faster"));
    }

    #[test]
    fn the_least_counts_for_both() {
        let of = |millis: [u64; 3]| least(&millis.map(Duration::from_millis));
        assert_eq!(of([9, 1, 5]), Duration::from_millis(1));
    }

    #[test]
    fn a_wheel_that_is_too_large_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.whl");
        let held = |size| {
            std::fs::File::create(&file).unwrap().set_len(size).unwrap();
            wheel_size(&file)
        };
        assert_eq!(held(WHEEL - 1), Ok(()));
        assert!(held(WHEEL).unwrap_err().contains("5000000 bytes"));
    }
}
