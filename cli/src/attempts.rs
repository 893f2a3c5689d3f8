//! `SPICE_CLOUD_LOG`: a line for each attempt of a call, and never a value.

use std::fmt::Write as _;

use spice_cloud::{AttemptReport, Observer};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::output::{plain, took};

/// The variable that asks for the lines.
pub(crate) const VARIABLE: &str = "SPICE_CLOUD_LOG";

/// Whether a setting asks for the lines; nothing for a word that is no setting.
pub(crate) fn wanted(setting: &str) -> Option<bool> {
    match setting.trim().to_ascii_lowercase().as_str() {
        "debug" | "info" => Some(true),
        "off" | "0" => Some(false),
        _ => None,
    }
}

/// Lines about attempts on their way from the client, which runs anywhere, to the stream for words, which one thread has.
#[derive(Debug)]
pub(crate) struct Attempts {
    /// Kept even when nobody sends, so that waiting for a line never ends without one.
    send: UnboundedSender<String>,
    lines: UnboundedReceiver<String>,
    wanted: bool,
}

impl Attempts {
    /// Lines that are wanted, or none.
    pub(crate) fn new(wanted: bool) -> Self {
        let (send, lines) = unbounded_channel();
        Self { send, lines, wanted }
    }

    /// What the client shall tell about its attempts, if somebody wants to know.
    pub(crate) fn observer(&self) -> Option<impl Observer + 'static> {
        let send = self.send.clone();
        self.wanted.then_some(move |report: &AttemptReport<'_>| {
            // A command that ends wants no more lines.
            let _ = send.send(line(report));
        })
    }

    /// The next line, whenever it comes.
    pub(crate) async fn next(&mut self) -> String {
        match self.lines.recv().await {
            Some(line) => line,
            None => std::future::pending().await,
        }
    }

    /// A line that is there already.
    pub(crate) fn ready(&mut self) -> Option<String> {
        self.lines.try_recv().ok()
    }
}

fn line(report: &AttemptReport<'_>) -> String {
    let attempt = report.attempt;
    let status = attempt.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
    let mut line = format!(
        "spice-cloud: {} {} {} attempt {}: {status} {} in {}",
        report.operation,
        report.method.as_str(),
        report.path,
        attempt.number,
        attempt.outcome,
        took(attempt.took)
    );
    // Writing to a String cannot fail.
    if let Some(id) = &attempt.request_id {
        let _ = write!(line, ", request {id}");
    }
    if let Some(pause) = report.retry_in {
        let _ = write!(line, ", retry in {}", took(pause));
    }
    plain(&line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_words_are_settings() {
        for (setting, means) in
            [("debug", Some(true)), (" INFO ", Some(true)), ("off", Some(false)), ("everything", None)]
        {
            assert_eq!(wanted(setting), means, "{setting}");
        }
    }
}
