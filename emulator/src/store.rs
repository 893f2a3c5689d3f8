//! The data directory: the state as one JSON document, which is replaced as a whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::errors::Unsaved;
use crate::world::World;

const NAME: &str = "state.json";
/// What is being written; left behind only when the process ends at that moment.
const UNFINISHED: &str = "state.json.tmp";
const FORMAT: &str = "spice-cloud-emulator state";
const VERSION: u32 = 1;

/// The first members of the document, which every version has.
#[derive(Deserialize)]
struct Header {
    format: String,
    version: u32,
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    version: u32,
    world: &'a World,
}

#[derive(Deserialize)]
struct Read {
    world: World,
}

/// Where the state is kept.
#[derive(Debug)]
pub(crate) struct Store {
    folder: PathBuf,
}

impl Store {
    /// Makes the directory if there is none, and reads the document if there is one. The error is for people.
    pub(crate) fn open(folder: &Path) -> Result<(Self, Option<World>), String> {
        fs::create_dir_all(folder).map_err(|error| format!("cannot be made: {error}"))?;
        let world = match fs::read(folder.join(NAME)) {
            Ok(bytes) => Some(read(&bytes)?),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(format!("{NAME} cannot be read: {error}")),
        };
        Ok((Self { folder: folder.to_owned() }, world))
    }

    /// Puts the present state in place of the stored one. It is on the disk when this returns.
    pub(crate) fn save(&self, world: &World) -> Result<(), Unsaved> {
        self.replace(world).map_err(|error| Unsaved::new(&error.to_string()))
    }

    fn replace(&self, world: &World) -> io::Result<()> {
        let text = serde_json::to_vec(&Written { format: FORMAT, version: VERSION, world })?;
        let unfinished = self.folder.join(UNFINISHED);
        match fs::remove_file(&unfinished) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = private(&unfinished)?;
        file.write_all(&text)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&unfinished, self.folder.join(NAME))?;
        sync_folder(&self.folder)
    }
}

fn read(bytes: &[u8]) -> Result<World, String> {
    let damaged = |error: &serde_json::Error| {
        format!("{NAME} is damaged ({error}); move it away to start anew from the seed")
    };
    let header: Header = serde_json::from_slice(bytes).map_err(|error| damaged(&error))?;
    if header.format != FORMAT {
        return Err(format!("{NAME} is not a file of this emulator"));
    }
    if header.version > VERSION {
        let version = header.version;
        return Err(format!(
            "{NAME} was written by a newer emulator (version {version} of the format; this one reads {VERSION})"
        ));
    }
    let document: Read = serde_json::from_slice(bytes).map_err(|error| damaged(&error))?;
    Ok(document.world)
}

/// A new file that only its owner may read: the document holds tokens and keys.
fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// A renamed file is safe once its directory is on the disk as well, where the system lets a directory be synced.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Clock, ClockMode};
    use crate::seeds::Seed;
    use crate::world::Origin;

    fn demo() -> World {
        let clock = Clock::new(&ClockMode::Frozen("2026-01-01T00:00:00Z".to_owned())).unwrap();
        World::new(&Origin { seed: Seed::Demo, ..Origin::new(clock) })
    }

    #[test]
    fn what_is_saved_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        let (store, none) = Store::open(&inner).unwrap();
        assert!(none.is_none());
        let world = demo();
        store.save(&world).unwrap();
        store.save(&world).unwrap();
        let (_, read) = Store::open(&inner).unwrap();
        assert_eq!(format!("{:?}", read.unwrap()), format!("{world:?}"));
        let names: Vec<_> = fs::read_dir(&inner).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["state.json"]);
    }

    #[test]
    fn a_half_written_document_is_in_nobodys_way() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(UNFINISHED), "{\"form").unwrap();
        let (store, none) = Store::open(folder.path()).unwrap();
        assert!(none.is_none());
        store.save(&demo()).unwrap();
        assert!(Store::open(folder.path()).unwrap().1.is_some());
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let whole =
            serde_json::to_string(&Written { format: FORMAT, version: VERSION, world: &demo() }).unwrap();
        for (text, named) in [
            ("", "damaged"),
            (&whole[..whole.len() / 2], "damaged"),
            ("{\"format\":\"spice-cloud-emulator state\",\"version\":1,\"world\":{}}", "damaged"),
            ("{\"format\":\"spice-cloud-emulator state\",\"version\":2,\"new\":{}}", "newer emulator"),
            ("{\"format\":\"something\",\"version\":1}", "not a file of this emulator"),
        ] {
            let problem = read(text.as_bytes()).unwrap_err();
            assert!(problem.contains(named), "{problem}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        Store::open(folder.path()).unwrap().0.save(&demo()).unwrap();
        let mode = fs::metadata(folder.path().join(NAME)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
