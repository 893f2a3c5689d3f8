//! What people see while a deployment goes on.

use std::future::poll_fn;
use std::io::Write;
use std::time::{Duration, Instant};

use futures_core::Stream;
use spice_cloud::{Deployment, DeploymentEvent};
use tokio::runtime::Runtime;

use crate::attempts::Attempts;
use crate::cancel::Cancel;
use crate::failure::Failure;
use crate::output::plain;

const FRAMES: [&str; 8] = ["⠋", "⠙", "⠸", "⠴", "⠦", "⠇", "⠏", "⠹"];
const TICK: Duration = Duration::from_millis(120);

/// What happens while a deployment is followed.
#[derive(Debug)]
pub(crate) enum Seen<'a> {
    /// The deployment has moved on.
    Step(&'a DeploymentEvent),
    /// A line about an attempt of the client.
    Attempt(&'a str),
    /// Time has passed.
    Tick,
}

/// Follows a deployment to its end, and tells what happens.
///
/// # Errors
///
/// Those of the SDK's `watch` and `deploy`, of whoever is told, and that the command was cancelled; the deployment goes on then.
pub(crate) fn follow(
    runtime: &Runtime,
    cancel: &Cancel,
    attempts: &mut Attempts,
    mut steps: impl Stream<Item = spice_cloud::Result<DeploymentEvent>> + Unpin,
    mut tell: impl FnMut(Seen<'_>) -> Result<(), Failure>,
) -> Result<Deployment, Failure> {
    runtime.block_on(async {
        let mut ticks = tokio::time::interval(TICK);
        let mut last = None;
        loop {
            tokio::select! {
                biased;
                () = cancel.cancelled() => return Err(Failure::interrupted()),
                line = attempts.next() => tell(Seen::Attempt(&line))?,
                event = poll_fn(|context| Pin::new(&mut steps).poll_next(context)) => match event {
                    Some(event) => {
                        let event = event?;
                        tell(Seen::Step(&event))?;
                        last = Some(event.deployment);
                    }
                    None => break,
                },
                _ = ticks.tick() => tell(Seen::Tick)?,
            }
        }
        last.ok_or_else(|| Failure::local("the deployment was never seen"))
    })
}

/// One line for a step of a deployment.
pub(crate) fn step(event: &DeploymentEvent) -> String {
    let mut line = format!("{:>6.1}s  {}", event.elapsed.as_secs_f64(), event.status());
    let is_noted = event.note.is_some();
    let expected =
        event.expected.filter(|span| span.as_secs() > 0 && !event.status().is_terminal() && !is_noted);
    let details = [
        event.note.clone(),
        event.deployment.error_message.clone().filter(|_| !is_noted),
        expected.map(|expected| format!("usually takes {}s", expected.as_secs())),
    ];
    for detail in details.into_iter().flatten() {
        line = format!("{line}  {}", plain(&detail));
    }
    line
}

/// How progress is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Not at all.
    Silent,
    /// A line for each step.
    Lines,
    /// A line for each step, and one that moves.
    Moving {
        /// How long that line may be.
        columns: u16,
    },
}

/// Shows progress. It moves within a line by overwriting it, which every terminal can do.
pub(crate) struct Progress<'a> {
    stderr: &'a mut dyn Write,
    style: Style,
    what: String,
    since: Instant,
    frame: usize,
    /// How many letters the moving line has now.
    drawn: usize,
}

impl<'a> Progress<'a> {
    /// Starts to show how something goes.
    pub(crate) fn new(stderr: &'a mut dyn Write, style: Style, what: impl Into<String>) -> Self {
        Self { stderr, style, what: what.into(), since: Instant::now(), frame: 0, drawn: 0 }
    }

    /// Says that something happened.
    pub(crate) fn say(&mut self, line: &str) {
        self.clear();
        if self.style != Style::Silent {
            // Words that cannot be shown must not stop the wait.
            let _ = writeln!(self.stderr, "{line}");
        }
    }

    /// Says what somebody wants to know in any style.
    pub(crate) fn log(&mut self, line: &str) {
        self.clear();
        let _ = writeln!(self.stderr, "{line}");
    }

    /// Shows that time passes.
    pub(crate) fn tick(&mut self) {
        let Style::Moving { columns } = self.style else { return };
        let frame = FRAMES[self.frame % FRAMES.len()];
        self.frame += 1;
        let line = format!("{frame} {} ({}s)", self.what, self.since.elapsed().as_secs());
        // A line that the terminal would wrap could not be overwritten.
        let line: String = line.chars().take(usize::from(columns.saturating_sub(1))).collect();
        self.clear();
        self.drawn = line.chars().count();
        let _ = write!(self.stderr, "{line}").and_then(|()| self.stderr.flush());
    }

    /// Takes the moving line away.
    pub(crate) fn clear(&mut self) {
        if self.drawn > 0 {
            let _ = write!(self.stderr, "\r{:width$}\r", "", width = self.drawn);
            self.drawn = 0;
        }
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        self.clear();
        let _ = self.stderr.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(style: Style) -> String {
        let mut words = Vec::new();
        let mut progress = Progress::new(&mut words, style, "deployment 7");
        progress.tick();
        progress.say("queued");
        progress.tick();
        drop(progress);
        String::from_utf8(words).unwrap()
    }

    #[test]
    fn a_moving_line_leaves_no_trace() {
        let line = "⠋ deployment 7 (0s)";
        let gone = format!("\r{}\r", " ".repeat(19));
        let next = line.replace('⠋', "⠙");
        assert_eq!(shown(Style::Moving { columns: 80 }), format!("{line}{gone}queued\n{next}{gone}"));
        assert!(shown(Style::Moving { columns: 9 }).starts_with("⠋ deploy\r"));
    }

    #[test]
    fn without_a_terminal_there_are_only_lines() {
        assert_eq!(shown(Style::Lines), "queued\n");
        assert_eq!(shown(Style::Silent), "");
    }
}
