//! Measures the SDK beside what people would write by hand: the same calls, in turns, in one run.
//!
//! `cargo xtask bench core` prints the table; with `--write` it also goes to `bench/RESULTS.md`.

mod clients;
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
    let cells = runtime.block_on(rounds::all(address))?;
    let table = report::table(&cells);
    std::io::stdout().write_all(table.as_bytes())?;
    if write {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/RESULTS.md");
        std::fs::write(file, report::page(&table))?;
    }
    Ok(())
}
