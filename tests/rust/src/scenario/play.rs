//! Plays a scenario, step by step, and says what was not as expected.

use std::thread;
use std::time::Instant;

use serde_json::Value;
use spice_cloud_emulator::{Emulator, RequestRecord};

use super::format::{Call, Requests, Scenario, Step};
use super::stage;
use super::variables::Variables;
use crate::call::{Args, Caller, Kind, Object, Outcome, Reply, describe, seconds};
use crate::matching::differences;
use crate::record::Record;

/// Plays a scenario with a client of one kind, against an emulator of its own, and records what shows of it.
///
/// # Errors
///
/// What was not as expected, in words, with the number and the name of the step.
pub fn play(scenario: &Scenario, kind: Kind, record: Record) -> Result<(), String> {
    let began = Instant::now();
    let emulator = stage::emulator(&scenario.emulator)?;
    let caller = Caller::new(kind, stage::client(&scenario.client, &emulator)?)?;
    let mut player = Player { emulator, caller, variables: Variables::default(), seen: 0, record };
    for (index, step) in scenario.steps.iter().enumerate() {
        player.step(step).map_err(|words| format!("step {}, {}: {words}", index + 1, name(step)))?;
    }
    let took = began.elapsed();
    let Player { emulator, caller, record, .. } = player;
    record.finish(&caller, &emulator)?;
    match scenario.within {
        Some(limit) if took > seconds(limit)? => Err(format!("it took {took:?}, and may take {limit} s")),
        _ => Ok(()),
    }
}

fn name(step: &Step) -> &str {
    match step {
        Step::Call(call) => &call.call,
        Step::Emulator(action) => &action.emulator,
        Step::Requests(_) => "requests",
    }
}

struct Player {
    emulator: Emulator,
    caller: Caller,
    variables: Variables,
    /// Number of the last request that was looked at.
    seen: u64,
    record: Record,
}

impl Player {
    fn step(&mut self, step: &Step) -> Result<(), String> {
        match step {
            Step::Call(call) => self.call(call),
            Step::Emulator(action) => {
                stage::act(&self.emulator, action, self.variables.fill_members(&action.args)?)
            }
            Step::Requests(requests) => self.requests(requests),
        }
    }

    fn call(&mut self, call: &Call) -> Result<(), String> {
        let mut replies = Vec::new();
        for _ in 0..call.times.unwrap_or(1) {
            match call.at_once {
                Some(count) => replies.extend(self.at_once(call, count)?),
                None => replies.push(self.reply(call)?),
            }
        }
        replies.into_iter().try_for_each(|reply| self.judge(call, reply))
    }

    fn at_once(&self, call: &Call, count: u32) -> Result<Vec<Reply>, String> {
        thread::scope(|scope| {
            let calls: Vec<_> = (0..count).map(|_| scope.spawn(|| self.reply(call))).collect();
            let ended = |call: thread::ScopedJoinHandle<'_, _>| call.join().map_err(|_| "a call panicked")?;
            calls.into_iter().map(ended).collect()
        })
    }

    fn reply(&self, call: &Call) -> Result<Reply, String> {
        let overrides = call.options.as_ref().map(stage::overrides).transpose()?;
        let mut args = Args::new(self.variables.fill_members(&call.args)?, &self.variables);
        self.caller.call(&call.call, &mut args, overrides)
    }

    fn judge(&mut self, call: &Call, reply: Reply) -> Result<(), String> {
        self.record.reply(&call.call, &reply);
        match (reply, &call.error) {
            (Ok(outcome), None) => self.take(call, outcome),
            (Err(error), Some(expected)) => {
                let described = describe(&error);
                agree("the error", &self.variables.fill(expected)?, &described)?;
                for (name, place) in &call.save {
                    let value = described.pointer(place).cloned();
                    let value = value.ok_or_else(|| format!("there is no {place} in {described}"))?;
                    self.variables.save(name, value, None);
                }
                if let Some(name) = &call.save_error {
                    self.variables.save(name, described, Some(Object::Failure(Box::new(error))));
                }
                Ok(())
            }
            (Ok(outcome), Some(_)) => Err(format!("expected an error, got {}", outcome.result)),
            (Err(error), None) => Err(format!("expected a result, got {error}")),
        }
    }

    fn take(&mut self, call: &Call, outcome: Outcome) -> Result<(), String> {
        if let Some(expected) = &call.result {
            agree("the result", &self.variables.fill(expected)?, &outcome.result)?;
        }
        if let Some(expected) = &call.meta {
            agree("meta", &self.variables.fill(expected)?, &outcome.meta.unwrap_or_default())?;
        }
        for (name, place) in &call.save {
            let value = outcome.result.pointer(place).cloned();
            let value = value.ok_or_else(|| format!("there is no {place} in {}", outcome.result))?;
            let object = outcome.objects.iter().find(|(known, _)| known == place);
            self.variables.save(name, value, object.map(|(_, object)| object.clone()));
        }
        Ok(())
    }

    fn requests(&mut self, expected: &Requests) -> Result<(), String> {
        let records: Vec<RequestRecord> =
            self.emulator.requests().into_iter().filter(|record| record.seq > self.seen).collect();
        self.seen = records.last().map_or(self.seen, |last| last.seq);
        let expected = self.variables.fill(&expected.requests)?;
        let actual = serde_json::to_value(&records).map_err(|error| error.to_string())?;
        agree("the requests", &expected, &actual).map_err(|words| {
            let lines: Vec<String> = records.iter().map(line).collect();
            format!("{words}\n  the server saw:\n    {}", lines.join("\n    "))
        })
    }
}

fn line(record: &RequestRecord) -> String {
    let query = record.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
    format!("{} {}{query} {} {}", record.method, record.path, record.status, record.body)
}

fn agree(what: &str, expected: &Value, actual: &Value) -> Result<(), String> {
    let found = differences(expected, actual);
    if found.is_empty() { Ok(()) } else { Err(format!("{what} differs\n  {}", found.join("\n  "))) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn played(steps: &Value) -> Result<(), String> {
        let scenario = json!({ "name": "An example", "steps": steps });
        play(&Scenario::read(&scenario)?, Kind::Blocking, Record::none())
    }

    #[test]
    fn what_is_as_expected_passes() {
        let steps = json!([
            { "call": "apps.create", "args": { "name": "sales-bi" }, "save": { "app": "/id", "all": "" } },
            { "call": "apps.get", "args": { "app": { "$object": "all" } }, "result": { "id": "$app" } },
            { "requests": [{ "method": "POST" }, { "path": "/v1/apps/{app}" }] },
            { "requests": [] },
        ]);
        assert_eq!(played(&steps), Ok(()));
    }

    #[test]
    fn what_is_not_as_expected_is_found() {
        for (step, words) in [
            (json!({ "call": "apps.list", "result": [{ "id": 1 }] }), "expected 1 items"),
            (json!({ "call": "apps.list", "error": { "kind": "NotFound" } }), "expected an error"),
            (json!({ "call": "apps.get", "args": { "app": 1 } }), "expected a result, got NotFound"),
            (
                json!({ "call": "apps.get", "args": { "app": 1 }, "error": { "kind": "Conflict" } }),
                "expected \"Conflict\"",
            ),
            (json!({ "call": "regions.list", "meta": { "attempts": 2 } }), "/attempts: expected 2, got 1"),
            (json!({ "requests": [{ "method": "GET" }] }), "expected 1 items, got 0"),
            (json!({ "call": "apps.lists" }), "no call of the name"),
            (json!({ "call": "apps.list", "args": { "page": 1 } }), "unknown arguments: page"),
            (json!({ "call": "apps.get", "args": { "app": "$app" } }), "nothing was saved as app"),
            (json!({ "call": "regions.list", "save": { "x": "/nowhere" } }), "there is no /nowhere"),
            (json!({ "emulator": "explode", "args": {} }), "cannot be told to explode"),
        ] {
            let found = played(&json!([step])).unwrap_err();
            assert!(found.starts_with("step 1, ") && found.contains(words), "{step}: {found}");
        }
    }
}
