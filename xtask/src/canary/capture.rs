//! Runs what plays scenarios, and keeps all that it says beside what it records.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

use crate::artefact::clear;
use crate::faces::Face;
use crate::process::tee;

/// Names the folder in which the runners of all languages record.
const VARIABLE: &str = "CANARY_RECORD";

/// Where the records of a face are.
pub(super) fn folder(root: &Path, face: Face) -> PathBuf {
    root.join("target/canary").join(face.name())
}

/// Runs a command of a face, whose output the person sees as it comes, with all that shows recorded anew.
pub(crate) fn watch(
    root: &Path,
    face: Face,
    command: &mut Command,
    on_line: impl FnMut(&str),
) -> io::Result<ExitStatus> {
    let folder = folder(root, face);
    clear(&folder).map_err(io::Error::other)?;
    fs::create_dir_all(&folder)?;
    let (said, complained) =
        (File::create(folder.join("stdout.txt"))?, File::create(folder.join("stderr.txt"))?);
    let command = command.env(VARIABLE, &folder).stdin(Stdio::null());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (output, errors) = (child.stdout.take(), child.stderr.take());
    let aside = thread::spawn(move || match errors {
        Some(errors) => copy(errors, &mut Both(io::stderr(), complained)),
        None => Ok(()),
    });
    if let Some(output) = output {
        tee(output, Both(io::stdout(), said), on_line)?;
    }
    aside.join().unwrap_or_else(|_| Err(io::Error::other("standard error was not read")))?;
    child.wait()
}

/// Copies what comes as soon as it comes.
fn copy(mut from: impl Read, to: &mut impl Write) -> io::Result<()> {
    let mut bytes = [0; 8192];
    loop {
        let count = from.read(&mut bytes)?;
        if count == 0 {
            return Ok(());
        }
        to.write_all(bytes.get(..count).unwrap_or_default())?;
    }
}

/// The person's terminal, and a file. A closed terminal is no reason to keep nothing.
struct Both<Terminal>(Terminal, File);

impl<Terminal: Write> Write for Both<Terminal> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _ = self.0.write_all(bytes).and_then(|()| self.0.flush());
        self.1.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_is_said_is_kept_and_what_was_there_before_is_not() {
        let root = tempfile::tempdir().unwrap();
        let place = folder(root.path(), Face::Node);
        fs::create_dir_all(&place).unwrap();
        fs::write(place.join("old"), "").unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "echo out; echo aside >&2; echo \"$CANARY_RECORD\"; exit 3"]);
        let mut lines = Vec::new();
        let status =
            watch(root.path(), Face::Node, &mut command, |line| lines.push(line.to_owned())).unwrap();
        assert_eq!((status.code(), lines), (Some(3), vec!["out".to_owned(), place.display().to_string()]));
        assert_eq!(
            fs::read_to_string(place.join("stdout.txt")).unwrap(),
            format!("out\n{}\n", place.display())
        );
        assert_eq!(fs::read_to_string(place.join("stderr.txt")).unwrap(), "aside\n");
        assert!(!place.join("old").exists());
    }
}
