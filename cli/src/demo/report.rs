//! The story as a table, or as JSON.

use std::time::Duration;

use serde_json::{Value, json};

use super::recorder::HttpCall;
use super::story::Chapter;
use crate::context::{Context, Done};
use crate::output::{Cell, Format, Table, took};

/// A terminal with fewer columns has no room for routes.
const ROOMY: u16 = 110;

/// The story, when it is over.
pub(super) struct Report {
    pub(super) chapters: Vec<Chapter>,
    pub(super) ok: bool,
    /// How to go on from here.
    pub(super) next: Option<&'static str>,
}

impl Report {
    /// Writes the story.
    pub(super) fn show(&self, context: &mut Context<'_>) -> Done {
        let is_narrow = context.look().columns.is_some_and(|columns| columns < ROOMY);
        context.show(&self.to_json(), || self.to_table(is_narrow))?;
        match (self.next, context.global.output) {
            (Some(next), Format::Table) => context.write(&format!("\n{next}\n")),
            _ => Ok(()),
        }
    }

    fn calls(&self) -> usize {
        self.chapters.iter().map(|chapter| chapter.calls.len()).sum()
    }

    fn took(&self) -> Duration {
        self.chapters.iter().map(|chapter| chapter.took).sum()
    }

    /// Where there is little room, how many calls a step took has to do.
    fn to_table(&self, is_narrow: bool) -> Table {
        let calls = if is_narrow { "calls" } else { "HTTP calls" };
        let mut table = Table::of(["#", "step", "what happened", calls, "time"].into_iter()).with_lines();
        let told = |calls: &[HttpCall]| {
            if is_narrow { Cell::number(calls.len()) } else { Cell::lines(&routes(calls)) }
        };
        for (index, chapter) in self.chapters.iter().enumerate() {
            table.row([
                Cell::number(index + 1),
                Cell::new(chapter.title),
                Cell::new(&chapter.happened),
                told(&chapter.calls),
                Cell::number(took(chapter.took)),
            ]);
        }
        let ending = if self.ok { "the whole story" } else { "the story broke off" };
        table.row([
            Cell::new(""),
            Cell::new(ending),
            Cell::new(""),
            if is_narrow {
                Cell::number(self.calls())
            } else {
                Cell::new(format!("{} in all", self.calls()))
            },
            Cell::number(took(self.took())),
        ]);
        table
    }

    fn to_json(&self) -> Value {
        let steps: Vec<Value> =
            self.chapters.iter().enumerate().map(|(index, chapter)| step(index, chapter)).collect();
        json!({
            "ok": self.ok,
            "steps": steps,
            "http_calls": self.calls(),
            "took_ms": millis(self.took()),
            "next": self.next,
        })
    }
}

fn step(index: usize, chapter: &Chapter) -> Value {
    let calls: Vec<Value> = chapter
        .calls
        .iter()
        .map(|call| {
            json!({
                "method": call.method.as_str(),
                "path": call.path,
                "status": call.status,
                "took_ms": millis(call.took),
            })
        })
        .collect();
    json!({
        "number": index + 1,
        "step": chapter.title,
        "happened": chapter.happened,
        "ok": chapter.ok,
        "http_calls": calls,
        "took_ms": millis(chapter.took),
    })
}

/// Milliseconds, to a tenth.
fn millis(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 10_000.0).round() / 10.0
}

/// The routes of a step, each with how often it was called.
fn routes(calls: &[HttpCall]) -> Vec<String> {
    let mut routes: Vec<(String, usize)> = Vec::new();
    for call in calls {
        let route = match call.status {
            Some(status) if status < 400 => format!("{} {}", call.method, call.path),
            Some(status) => format!("{} {} → {status}", call.method, call.path),
            None => format!("{} {} → no answer", call.method, call.path),
        };
        match routes.iter_mut().find(|(known, _)| *known == route) {
            Some((_, times)) => *times += 1,
            None => routes.push((route, 1)),
        }
    }
    routes.into_iter().map(|(route, times)| format!("{times} × {route}")).collect()
}

#[cfg(test)]
mod tests {
    use spice_cloud::Method;

    use super::*;

    #[test]
    fn the_same_route_is_told_once() {
        let call = |status| HttpCall { method: Method::Get, path: "/v1/apps", status, took: Duration::ZERO };
        let calls = [call(Some(200)), call(Some(503)), call(None), call(Some(200))];
        assert_eq!(
            routes(&calls),
            ["2 × GET /v1/apps", "1 × GET /v1/apps → 503", "1 × GET /v1/apps → no answer"]
        );
        assert!(routes(&[]).is_empty());
    }
}
