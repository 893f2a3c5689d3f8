//! Words for the person at the terminal, and child processes that can be watched while they are read.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, ExitCode, ExitStatus, Stdio};

/// Says something on standard error. A closed terminal is no reason to stop the work.
pub(crate) fn note(words: &str) {
    let _ = writeln!(io::stderr().lock(), "{words}");
}

/// Says one line on standard output.
pub(crate) fn say(words: &str) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{words}").and_then(|()| out.flush());
}

/// Says why a task ends, and gives the exit code to end it with.
pub(crate) fn fail(message: &str, code: u8) -> ExitCode {
    note(&format!("error: {message}"));
    ExitCode::from(code)
}

/// The cargo that runs this task, started in the workspace's folder.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// Where the system looks for libraries before it looks where a program says.
const LIBRARIES: &str = if cfg!(windows) {
    "PATH"
} else if cfg!(target_os = "macos") {
    "DYLD_FALLBACK_LIBRARY_PATH"
} else {
    "LD_LIBRARY_PATH"
};

/// A command that finds the native library that it was given, and not the one in cargo's folders, where cargo has every program
/// look that it runs.
pub(crate) fn without_cargos_libraries<'a>(root: &Path, command: &'a mut Command) -> &'a mut Command {
    let Some(paths) = std::env::var_os(LIBRARIES) else { return command };
    let ours = root.join("target");
    match std::env::join_paths(std::env::split_paths(&paths).filter(|path| !path.starts_with(&ours))) {
        Ok(others) if others.is_empty() => command.env_remove(LIBRARIES),
        Ok(others) => command.env(LIBRARIES, others),
        // What was split can be joined.
        Err(_) => command,
    }
}

/// Runs a command to its end, which has to be a good one.
pub(crate) fn finish(command: &mut Command) -> Result<(), String> {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let line = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{line} ended with {status}")),
        Err(error) => Err(format!("{line} did not start: {error}")),
    }
}

/// The first line that a command prints.
pub(crate) fn first_line(command: &mut Command) -> Result<String, String> {
    let mut first = None;
    let status = read(command, |line| {
        first.get_or_insert_with(|| line.to_owned());
    });
    match (status, first) {
        (Ok(status), Some(line)) if status.success() => Ok(line),
        (Ok(status), _) => Err(format!("{} ended with {status}", command.get_program().display())),
        (Err(error), _) => Err(format!("{} did not start: {error}", command.get_program().display())),
    }
}

/// Runs a command whose output the person sees as it comes; `on_line` reads it along. Standard error is inherited.
pub(crate) fn watch(command: &mut Command, on_line: impl FnMut(&str)) -> io::Result<ExitStatus> {
    read_along(command, io::stdout(), on_line)
}

/// Runs a command whose standard output is for the program alone. Standard error is inherited.
pub(crate) fn read(command: &mut Command, on_line: impl FnMut(&str)) -> io::Result<ExitStatus> {
    read_along(command, io::sink(), on_line)
}

fn read_along(command: &mut Command, echo: impl Write, on_line: impl FnMut(&str)) -> io::Result<ExitStatus> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    if let Some(output) = child.stdout.take() {
        tee(output, echo, on_line)?;
    }
    child.wait()
}

/// Copies every line as soon as it is complete, byte for byte, and shows its text to `on_line`.
pub(crate) fn tee(from: impl Read, mut to: impl Write, mut on_line: impl FnMut(&str)) -> io::Result<()> {
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line)? > 0 {
        // A reader that went away (`| head`) must not leave the child blocked on a full pipe.
        let _ = to.write_all(&line).and_then(|()| to.flush());
        on_line(String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']));
        line.clear();
    }
    Ok(())
}

/// The exit code that says the same as the child's; 1 when a signal ended it.
pub(crate) fn same_code(status: ExitStatus) -> ExitCode {
    ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tee_copies_bytes_and_shows_lines() {
        let bytes = b"one\r\n\xff two\nlast without end".as_slice();
        let (mut copy, mut lines) = (Vec::new(), Vec::new());
        tee(bytes, &mut copy, |line| lines.push(line.to_owned())).unwrap();
        assert_eq!(copy, bytes);
        assert_eq!(lines, ["one", "\u{fffd} two", "last without end"]);
    }

    #[test]
    fn a_closed_reader_does_not_stop_the_reading() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut seen = 0;
        tee(b"a\nb\n".as_slice(), Closed, |_| seen += 1).unwrap();
        assert_eq!(seen, 2);
    }
}
