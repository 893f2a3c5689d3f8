//! The streams, terminal and environment of the process, for programs whose whole job is to be the command line.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use spice_cloud::ClientBuilder;

use crate::cancel::Cancel;
use crate::hidden;
use crate::io::Io;
use crate::run::run;

/// How often a read that waits for a person looks whether it shall stop.
const LOOK: Duration = Duration::from_millis(50);

/// Runs a command on the streams of the process: what a launcher calls.
///
/// `args` begins with the name of the program, as [`std::env::args_os`] does. Gives the exit code.
pub fn run_on_stdio(args: impl IntoIterator<Item = OsString>, cancel: &Cancel) -> u8 {
    let columns = crossterm::terminal::size().ok().map(|(columns, _)| columns);
    let io = Io {
        stdin: &mut Input { cancel: cancel.clone(), chunks: None, rest: Vec::new() },
        stdout: &mut anstream::stdout(),
        stderr: &mut anstream::stderr(),
        stdin_is_terminal: io::stdin().is_terminal(),
        stdout_is_terminal: io::stdout().is_terminal(),
        stderr_is_terminal: io::stderr().is_terminal(),
        columns,
        env: &|name| std::env::var_os(name),
        read_hidden: &mut || hidden::read_line(cancel),
        client: ClientBuilder::default(),
    };
    run(args, io, cancel)
}

/// Standard input whose reads end when the command is cancelled: a thread of its own waits for the input.
struct Input {
    cancel: Cancel,
    chunks: Option<Receiver<io::Result<Vec<u8>>>>,
    rest: Vec<u8>,
}

impl Input {
    /// What comes next; nothing at the end of the input.
    fn chunk(&mut self) -> io::Result<Vec<u8>> {
        let chunks = self.chunks.get_or_insert_with(read_ahead);
        loop {
            match chunks.recv_timeout(LOOK) {
                Ok(chunk) => return chunk,
                Err(RecvTimeoutError::Disconnected) => return Ok(Vec::new()),
                Err(RecvTimeoutError::Timeout) if self.cancel.is_cancelled() => {
                    return Err(io::Error::other("interrupted"));
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.rest.is_empty() {
            self.rest = self.chunk()?;
        }
        let taken = buffer.len().min(self.rest.len());
        buffer[..taken].copy_from_slice(&self.rest[..taken]);
        self.rest.drain(..taken);
        Ok(taken)
    }
}

/// Starts to read. The thread ends with the input, with an error, or when nobody wants more.
fn read_ahead() -> Receiver<io::Result<Vec<u8>>> {
    let (send, chunks) = sync_channel(1);
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        loop {
            let chunk = match io::stdin().read(&mut buffer) {
                Ok(0) => return,
                Ok(length) => Ok(buffer[..length].to_vec()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => Err(error),
            };
            let is_over = chunk.is_err();
            if send.send(chunk).is_err() || is_over {
                return;
            }
        }
    });
    chunks
}
