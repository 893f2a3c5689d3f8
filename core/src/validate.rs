//! What is checked before anything is sent: what was wrong, what is allowed.

use std::collections::BTreeMap;

use regex_lite::Regex;
use serde_json::Value;

use crate::error::{Error, ErrorKind};
use crate::operation::{Field, Kind, Rules};
use crate::request::Request;
use crate::wire::Segment;

type Problems = BTreeMap<String, Vec<String>>;

/// Checks a request against what the contract states about its operation.
pub(crate) fn check(request: &Request) -> Result<(), Error> {
    if request.raw.is_some() {
        return Ok(());
    }
    let mut problems = Problems::new();
    for (name, segment) in &request.segments {
        let pattern = request.operation.path_params.iter().find(|param| param.name == *name);
        if let (Some(pattern), Segment::Text(text)) = (pattern.and_then(|param| param.pattern), segment) {
            matches(pattern, text).map_or_else(|problem| report(&mut problems, name, problem), drop);
        }
    }
    for field in request.operation.body {
        let value = request.body.members.get(field.name);
        match value.filter(|value| !value.is_null()).and_then(|value| unfit(field.kind, value)) {
            Some(problem) => report(&mut problems, field.name, problem),
            None => check_field(field, value, &mut problems),
        }
    }
    for field in request.operation.query {
        let value = request.query.0.iter().find(|(name, _)| name == field.name);
        check_field(field, value.map(|(_, value)| Value::from(value.as_str())).as_ref(), &mut problems);
    }
    if problems.is_empty() {
        return Ok(());
    }
    let fields: Vec<&str> = problems.keys().map(String::as_str).collect();
    let message = format!("nothing was sent, because of {}", fields.join(", "));
    Err(Error::new(ErrorKind::ValidationError, message)
        .with_field_errors(problems)
        .with_hint("correct the input, or leave the checks to the server with the option `validate`"))
}

/// Refuses what has to be confirmed and is not, also where all other checks are left to the server.
pub(crate) fn confirmed(request: &Request) -> Result<(), Error> {
    let given = |name: &str| request.body.members.get(name);
    for field in request.operation.body {
        let Some((name, value)) = field.rules.confirms else { continue };
        if given(name).and_then(Value::as_i64) == Some(value) && given(field.name) != Some(&Value::Bool(true))
        {
            let problem = format!("must be true where {name} is {value}");
            return Err(Error::new(
                ErrorKind::ValidationError,
                format!("nothing was sent, because of {}", field.name),
            )
            .with_field_errors([(field.name.to_owned(), vec![problem])].into())
            .with_hint("say that this is meant, or choose another value"));
        }
    }
    Ok(())
}

/// What is wrong with the value of a field, in words that say what is allowed.
pub(crate) fn field(field: &Field, value: &Value) -> Vec<String> {
    if let Some(problem) =
        Some(value).filter(|value| !value.is_null()).and_then(|value| unfit(field.kind, value))
    {
        return vec![problem];
    }
    let mut problems = Problems::new();
    check_field(field, Some(value), &mut problems);
    problems.remove(field.name).unwrap_or_default()
}

fn report(problems: &mut Problems, name: &str, problem: String) {
    problems.entry(name.to_owned()).or_default().push(problem);
}

fn check_field(field: &Field, value: Option<&Value>, problems: &mut Problems) {
    let rules = &field.rules;
    let Some(value) = value else {
        if field.required {
            report(problems, field.name, "is required".to_owned());
        }
        return;
    };
    if value.is_null() {
        if !rules.nullable {
            report(problems, field.name, "cannot be null".to_owned());
        }
        return;
    }
    for problem in broken(rules, value) {
        report(problems, field.name, problem);
    }
}

/// What a value is instead of what it should be; hosts without types of their own give anything.
fn unfit(kind: Kind, value: &Value) -> Option<String> {
    let (fits, wanted) = match (kind, value) {
        (Kind::Any, _) => return None,
        (Kind::List(item), Value::Array(items)) => return items.iter().find_map(|value| unfit(*item, value)),
        (Kind::Map(item), Value::Object(members)) => {
            return members.values().find_map(|value| unfit(*item, value));
        }
        (Kind::Text, _) => (value.is_string(), "text"),
        (Kind::Integer, _) => (value.is_i64() || value.is_u64(), "a whole number"),
        (Kind::Number, _) => (value.is_number(), "a number"),
        (Kind::Flag, _) => (value.is_boolean(), "true or false"),
        (Kind::Object | Kind::Map(_), _) => (value.is_object(), "an object"),
        (Kind::List(_), _) => (false, "a list"),
    };
    let given = match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    (!fits).then(|| format!("must be {wanted}, not {given}"))
}

/// Every rule that a value breaks, in words that say what is allowed.
fn broken(rules: &Rules, value: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    let mut add = |broken: bool, problem: String| {
        if broken {
            problems.push(problem);
        }
    };
    if let Some(text) = value.as_str() {
        let length = text.chars().count();
        if let Some(least) = rules.min_length {
            add(length < least, format!("must have at least {least} characters, not {length}"));
        }
        if let Some(most) = rules.max_length {
            add(length > most, format!("must have at most {most} characters, not {length}"));
        }
        if let Some(Err(problem)) = rules.pattern.map(|pattern| matches(pattern, text)) {
            add(true, problem);
        }
    }
    if let Some(number) = value.as_f64() {
        #[allow(clippy::cast_precision_loss)] // Bounds of the contract are small.
        let bound = |bound: Option<i64>| bound.map(|bound| bound as f64);
        if let Some(least) = bound(rules.minimum) {
            add(number < least, format!("must be at least {least}, not {number}"));
        }
        if let Some(most) = bound(rules.maximum) {
            add(number > most, format!("must be at most {most}, not {number}"));
        }
        if let Some(limit) = bound(rules.above) {
            add(number <= limit, format!("must be more than {limit}, not {number}"));
        }
    }
    if let (Some(least), Some(items)) = (rules.min_items, value.as_array()) {
        add(items.len() < least, format!("must have at least {least} item(s)"));
    }
    if let (Some(pattern), Some(entries)) = (rules.item_pattern, value.as_object()) {
        for (key, item) in entries {
            if let Some(Err(problem)) = item.as_str().map(|text| matches(pattern, text)) {
                add(true, format!("the value of `{key}` {problem}"));
            }
        }
    }
    if !rules.one_of.is_empty() {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        add(!rules.one_of.contains(&text.as_str()), format!("must be one of {}", rules.one_of.join(", ")));
    }
    problems
}

fn matches(pattern: &str, text: &str) -> Result<(), String> {
    match Regex::new(pattern) {
        Ok(regex) if regex.is_match(text) => Ok(()),
        // A pattern that this engine cannot read is left to the server.
        Err(_) => Ok(()),
        Ok(_) => Err(format!("must match {pattern}")),
    }
}
