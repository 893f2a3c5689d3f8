//! What is made to be given away, whatever the language: where it is, how large it is, and whether it has what it should.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::read;

/// This machine, as Rust names it.
pub(crate) fn host() -> Result<String, String> {
    let mut host = None;
    let version = read(Command::new("rustc").arg("-vV"), |line| {
        host = line.strip_prefix("host: ").map(str::to_owned).or(host.take());
    });
    version.map_err(|error| format!("rustc did not start: {error}"))?;
    host.ok_or_else(|| "rustc does not say what this machine is".to_owned())
}

/// What an earlier run left would be found beside what this one makes.
pub(crate) fn clear(folder: &Path) -> Result<(), String> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{}: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// The one file with an ending.
pub(crate) fn only(folder: &Path, ending: &str) -> Result<PathBuf, String> {
    let entries = folder.read_dir().map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| file_name(path).ends_with(ending))
        .collect();
    match (found.pop(), found.is_empty()) {
        (Some(file), true) => Ok(file),
        (None, _) => Err(format!("no {ending} file was made")),
        (Some(_), false) => Err(format!("several {ending} files were made")),
    }
}

/// What an archive lacks of `needed`, which names end in, and has of `refused`, which are parts of names.
pub(crate) fn wrong(what: &str, names: &[String], needed: &[&str], refused: &[&str]) -> Result<(), String> {
    let lacks = needed.iter().filter(|end| !names.iter().any(|name| name.ends_with(**end)));
    let lacks = lacks.map(|end| format!("it lacks {end}"));
    let has = names.iter().filter(|name| refused.iter().any(|part| name.contains(part)));
    let wrong: Vec<String> = lacks.chain(has.map(|name| format!("it has {name}"))).collect();
    if wrong.is_empty() { Ok(()) } else { Err(format!("the {what} is wrong: {}", wrong.join(", "))) }
}

/// Name and size of a file, in megabytes.
pub(crate) fn size_line(file: &Path) -> Result<String, String> {
    let bytes = size(file)?;
    Ok(format!("{}  {}.{} MB", file.display(), bytes / 1_000_000, bytes / 100_000 % 10))
}

/// The size of a file, in bytes.
pub(crate) fn size(file: &Path) -> Result<u64, String> {
    fs::metadata(file).map(|data| data.len()).map_err(|error| format!("{}: {error}", file.display()))
}

pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_file_of_a_kind() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| fs::write(folder.path().join(name), "").unwrap();
        assert!(only(folder.path(), ".whl").unwrap_err().contains("no .whl"));
        file("a.whl");
        assert!(only(folder.path(), ".whl").unwrap().ends_with("a.whl"));
        file("b.whl");
        assert!(only(folder.path(), ".whl").unwrap_err().contains("several"));
        clear(folder.path()).unwrap();
        clear(folder.path()).unwrap();
    }

    #[test]
    fn this_machine_has_a_name() {
        assert!(host().unwrap().contains('-'));
    }
}
