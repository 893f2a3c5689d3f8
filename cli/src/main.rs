//! The `spice-cloud` command: the library on the process's own streams, with Ctrl-C.

use std::process::ExitCode;
use std::{io, thread};

use spice_cloud_cli::{Cancel, run_on_stdio};
use tokio::sync::oneshot;

/// How a process ends that was told to stop and did not wait for its command.
const INTERRUPTED: u8 = 130;

fn main() -> ExitCode {
    let cancel = Cancel::new();
    // Somebody listens before the command begins, so that no signal ends it halfway.
    let listening = tokio::runtime::Builder::new_current_thread().enable_all().build().and_then(|runtime| {
        let signals = runtime.block_on(async { Signals::listen() })?;
        Ok((runtime, signals))
    });
    let Ok((runtime, signals)) = listening else {
        // Nobody can listen here; signals end the process as usual.
        return ExitCode::from(run_on_stdio(std::env::args_os(), &cancel));
    };
    let (send, finished) = oneshot::channel();
    let told = cancel.clone();
    thread::spawn(move || {
        // Nobody wants the code after a second Ctrl-C.
        let _ = send.send(run_on_stdio(std::env::args_os(), &told));
    });
    // The process ends when `main` does, whatever the command's thread is waiting for.
    ExitCode::from(runtime.block_on(wait(finished, signals, &cancel)))
}

/// Waits for the command. The first Ctrl-C asks it to stop, the second does not wait any longer.
async fn wait(mut finished: oneshot::Receiver<u8>, mut signals: Signals, cancel: &Cancel) -> u8 {
    for _ in 0..2 {
        tokio::select! {
            biased;
            // Without a code the command has panicked, and the panic has told why.
            code = &mut finished => return code.unwrap_or(1),
            () = signals.next() => cancel.cancel(),
        }
    }
    INTERRUPTED
}

/// Ctrl-C, and what else asks a process to end.
#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Ctrl-C, and what else asks a process to end.
#[cfg(windows)]
struct Signals {
    interrupt: tokio::signal::windows::CtrlC,
    close: tokio::signal::windows::CtrlBreak,
}

#[cfg(windows)]
impl Signals {
    fn listen() -> io::Result<Self> {
        use tokio::signal::windows::{ctrl_break, ctrl_c};
        Ok(Self { interrupt: ctrl_c()?, close: ctrl_break()? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.close.recv() => {}
        }
    }
}
