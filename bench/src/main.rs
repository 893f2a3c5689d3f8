//! Measures the SDK beside what people would write by hand: the same calls, in turns, in one run.
//!
//! `cargo xtask bench core` prints the tables; with `--write` they also go to `bench/RESULTS.md`.

mod clients;
mod emulator;
mod report;
mod rounds;
mod server;

use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let write = arguments.iter().any(|argument| argument == "--write");
    match run(write) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Without a place for words the exit code has to say it.
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(write: bool) -> Result<(), clients::Failure> {
    let address = server::start()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let core = report::table(&runtime.block_on(rounds::all(address))?);
    let emulator = runtime.block_on(emulator::table())?;
    let mut out = std::io::stdout();
    writeln!(out, "{core}\n{emulator}")?;
    if write {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/RESULTS.md");
        std::fs::write(file, report::page(&core, &emulator))?;
    }
    Ok(())
}
