//! What shows of a scenario while it is played, for `cargo xtask canary`: where `CANARY_RECORD` names a folder, the log at its
//! finest level, every result and every error in all the ways in which it can be shown, and the requests of the emulator.

use std::cell::RefCell;
use std::env;
use std::error::Error as _;
use std::fmt::{Debug, Write as _};
use std::fs::{self, File};
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::{Mutex, Once, PoisonError};

use serde_json::Value;
use spice_cloud::Error;
use spice_cloud_emulator::Emulator;

use crate::call::{Caller, Kind, Reply};

const VARIABLE: &str = "CANARY_RECORD";

/// Ways in which something can be shown, each by its name, with the text that it gives.
pub type Ways = Vec<(&'static str, String)>;

/// Where what shows of one scenario goes; nowhere, unless somebody asks for it.
pub struct Record(Option<Open>);

struct Open {
    folder: PathBuf,
    shown: String,
}

impl Record {
    /// Records nothing.
    pub fn none() -> Self {
        Self(None)
    }

    /// The record of a file of scenarios, played with a client of a kind. From now on the log goes there.
    ///
    /// # Errors
    ///
    /// When its folder cannot be made.
    pub fn of(kind: Kind, folder: &str, name: &str) -> Result<Self, String> {
        let Some(place) = env::var_os(VARIABLE) else { return Ok(Self::none()) };
        let folder = PathBuf::from(place).join(format!("rust-{}", kind.name())).join(folder).join(name);
        let log = fs::create_dir_all(&folder).and_then(|()| File::create(folder.join("log.txt")));
        let log = log.map_err(|error| format!("{}: {error}", folder.display()))?;
        start_listening();
        *LOG.lock().unwrap_or_else(PoisonError::into_inner) = Some(log);
        Ok(Self(Some(Open { folder, shown: String::new() })))
    }

    /// What came of a call.
    pub fn reply(&mut self, call: &str, reply: &Reply) {
        let Some(open) = &mut self.0 else { return };
        match reply {
            Ok(outcome) => open.add(call, &outcome.ways),
            Err(error) => open.add(call, &ways_of_error(error)),
        }
    }

    /// Ends the record with what shows of the client, and with what the emulator kept of its requests.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn finish(self, caller: &Caller, emulator: &Emulator) -> Result<(), String> {
        let Some(mut open) = self.0 else { return Ok(()) };
        open.add("the client", &vec![("Debug", format!("{caller:?}\n{caller:#?}"))]);
        *LOG.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let requests = serde_json::to_string(&emulator.requests()).map_err(|error| error.to_string())?;
        let written = fs::write(open.folder.join("shown.txt"), open.shown)
            .and_then(|()| fs::write(open.folder.join("requests.json"), requests));
        written.map_err(|error| format!("{}: {error}", open.folder.display()))
    }
}

impl Open {
    fn add(&mut self, what: &str, ways: &Ways) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.shown, "== {what}");
        for (way, text) in ways {
            let _ = writeln!(self.shown, "-- {way}\n{text}");
        }
    }
}

/// Log lines belong to the scenario that is played, so that there is one at a time where they are recorded.
pub fn one_at_a_time(mut arguments: libtest_mimic::Arguments) -> libtest_mimic::Arguments {
    if env::var_os(VARIABLE).is_some() {
        arguments.test_threads = Some(1);
    }
    arguments
}

/// How a result shows, if its secrets are not revealed.
pub fn ways_of(value: &impl Debug, masked: &Value) -> Ways {
    vec![("Debug", format!("{value:?}\n{value:#?}")), ("JSON", masked.to_string())]
}

fn ways_of_error(error: &Error) -> Ways {
    let mut chain = String::new();
    let mut source = error.source();
    while let Some(cause) = source {
        let _ = writeln!(chain, "caused by {cause}\n{cause:?}");
        source = cause.source();
    }
    vec![
        ("Display", format!("{error}\n{error:#}")),
        ("Debug", format!("{error:?}\n{error:#?}")),
        ("JSON", serde_json::to_string(error).unwrap_or_default()),
        ("sources", chain),
        ("panic", panicked(|| panic_with(error))),
    ]
}

/// Panics as `unwrap` of a result does.
#[allow(clippy::panic)] // It is to panic.
fn panic_with(error: &Error) {
    panic!("called `Result::unwrap()` on an `Err` value: {error:?}");
}

thread_local! {
    /// What a panic on purpose said.
    static SAID: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What the report of a panic says.
fn panicked(panics: impl FnOnce()) -> String {
    SAID.set(Some(String::new()));
    // That it panicked is seen by what was said.
    let _ = panic::catch_unwind(AssertUnwindSafe(panics));
    SAID.take().unwrap_or_default()
}

/// Where log lines go.
static LOG: Mutex<Option<File>> = Mutex::new(None);

struct Listener;

impl Write for Listener {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match LOG.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            Some(log) => log.write(bytes),
            None => Ok(bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl log::Log for Listener {
    fn enabled(&self, _metadata: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, line: &log::Record<'_>) {
        // A line that cannot be written is missed where the lines are counted.
        let _ = Self.write_all(format!("LOG {} {}\n", line.target(), line.args()).as_bytes());
    }

    fn flush(&self) {}
}

/// Listens to both facades of logging at their finest level, and to panics on purpose.
fn start_listening() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        let listening = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(tracing_subscriber::fmt::format::FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(|| Listener)
            .try_init();
        // A log that nobody listens to is empty, and missed.
        drop(listening);
        if log::set_logger(&Listener).is_ok() {
            log::set_max_level(log::LevelFilter::Trace);
        }
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            let on_purpose = SAID.with_borrow_mut(|said| said.as_mut().map(|said| *said = panic.to_string()));
            if on_purpose.is_none() {
                usual(panic);
            }
        }));
    });
}
