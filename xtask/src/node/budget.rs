//! What the package may cost: megabytes to fetch, milliseconds to load.

use std::path::Path;
use std::time::Duration;

use super::node;
use crate::artefact::size;
use crate::process::{note, read};

/// The most that the native package may have, in bytes.
const TARBALL: u64 = 5_000_000;
/// The most that loading may take.
const LOAD: Duration = Duration::from_millis(40);
/// How many times it is loaded.
const TURNS: usize = 15;

/// Holds the tarball to its budget.
pub(crate) fn tarball_size(native: &Path) -> Result<(), String> {
    let bytes = size(native)?;
    if bytes < TARBALL {
        Ok(())
    } else {
        Err(format!("the native package has {bytes} bytes, and {TARBALL} are too many"))
    }
}

/// Holds the loading of the package, where it is installed, to its budget.
pub(crate) fn load_time(root: &Path, project: &Path) -> Result<(), String> {
    let mut times = (0..TURNS).map(|_| load(root, project)).collect::<Result<Vec<_>, _>>()?;
    times.sort_unstable();
    // What it takes without what the machine does meanwhile, which only adds to it.
    let least = times[0];
    note(&format!("require('spice-cloud') takes {:.1} ms", least.as_secs_f64() * 1e3));
    if least < LOAD { Ok(()) } else { Err(format!("more than {} ms", LOAD.as_millis())) }
}

/// How long a new Node takes to load it.
fn load(root: &Path, project: &Path) -> Result<Duration, String> {
    let script = "const t = process.hrtime.bigint(); require('spice-cloud'); console.log(String(process.hrtime.bigint() - t))";
    let (mut command, mut took) = (node(root), None);
    let status = read(command.current_dir(project).args(["-e", script]), |line| took = line.parse().ok());
    match (status, took) {
        (Ok(status), Some(took)) if status.success() => Ok(Duration::from_nanos(took)),
        (Ok(status), _) => Err(format!("require('spice-cloud') ended with {status}")),
        (Err(error), _) => Err(format!("node did not start: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tarball_that_is_too_large_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.tgz");
        let held = |size| {
            std::fs::File::create(&file).unwrap().set_len(size).unwrap();
            tarball_size(&file)
        };
        assert_eq!(held(TARBALL - 1), Ok(()));
        assert!(held(TARBALL).unwrap_err().contains("5000000 bytes"));
    }
}
