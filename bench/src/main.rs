//! Measures the SDK beside what people would write by hand: the same calls, in turns, in one run.
//!
//! `cargo xtask bench core`, `python`, `node`, `kotlin` and `swift` print the tables; with `--write` they also go to
//! `bench/RESULTS.md`.

mod clients;
mod emulator;
mod figures;
mod mobile;
mod node;
mod process;
mod python;
mod rates;
mod report;
mod results;
mod rounds;
mod server;
mod tables;
mod worker;
mod wrk;

use std::io::Write as _;
use std::process::{Command, ExitCode};
use std::time::Duration;

use clients::Failure;
use server::Service;

const USAGE: &str = "\
spice-cloud-bench core [--write]                 measure the Rust core and the emulator
spice-cloud-bench python PROGRAM [--write]       measure the package that this Python has, and its peers
spice-cloud-bench node FOLDER [--write]          measure the package that this folder has, and its peers
spice-cloud-bench kotlin [--write] ABOUT WORKER… measure what a program has that was built for it, which is started so
spice-cloud-bench swift [--write] ABOUT WORKER…  the same
spice-cloud-bench serve                          answer with an app and a page of 100 apps until standard input ends
spice-cloud-bench serve LATENCY_MS APPS          answer with pages of a list, each request after so long
spice-cloud-bench work URL                       measure the Rust core whenever a line on standard input asks";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Without a place for words the exit code has to say it.
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<(), Failure> {
    match arguments {
        ["core"] => core(false),
        ["core", "--write"] => core(true),
        ["python", program] => python::run(program, false),
        ["python", program, "--write"] => python::run(program, true),
        ["node", folder] => node::run(folder, false),
        ["node", folder, "--write"] => node::run(folder, true),
        ["kotlin", "--write", about, worker @ ..] => mobile::run(&mobile::KOTLIN, about, worker, true),
        ["kotlin", about, worker @ ..] => mobile::run(&mobile::KOTLIN, about, worker, false),
        ["swift", "--write", about, worker @ ..] => mobile::run(&mobile::SWIFT, about, worker, true),
        ["swift", about, worker @ ..] => mobile::run(&mobile::SWIFT, about, worker, false),
        ["serve"] => serve(Service::prepared()),
        ["serve", latency, apps] => {
            serve(Service::over_link(apps.parse()?, Duration::from_millis(latency.parse()?)))
        }
        ["work", url] => worker::work(url),
        _ => Err(format!("arguments are one of\n{USAGE}").into()),
    }
}

/// This program, for another of its tasks.
fn itself() -> Result<Command, Failure> {
    Ok(Command::new(std::env::current_exe()?))
}

/// Several threads, as many programs have.
fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?)
}

fn core(write: bool) -> Result<(), Failure> {
    let address = Service::prepared().start()?;
    let runtime = runtime()?;
    let core = report::table(&runtime.block_on(rounds::all(&format!("http://{address}")))?);
    let emulator = runtime.block_on(emulator::table())?;
    writeln!(std::io::stdout(), "{core}\n{emulator}")?;
    if write { results::keep(results::Part::Core, &report::part(&core, &emulator)) } else { Ok(()) }
}

/// Serves until nobody holds standard input open any more; so it ends with the process that started it.
fn serve(service: Service) -> Result<(), Failure> {
    let address = service.start()?;
    writeln!(std::io::stdout(), "http://{address}")?;
    std::io::copy(&mut std::io::stdin(), &mut std::io::sink())?;
    Ok(())
}
