//! The part of JSON Schema (2020-12) that the contract's requests use, and no more. A keyword that is not known here is refused
//! when a schema is compiled: the contract cannot come to ask for something that nobody checks.

use regex_lite::Regex;
use serde_json::{Map, Value};

/// How deep references may lead. A schema that refers to itself goes deeper than any.
const DEEPEST: usize = 32;

/// A compiled schema.
#[derive(Debug, Default)]
pub(crate) struct Schema {
    rules: Vec<Rule>,
}

#[derive(Debug)]
enum Rule {
    /// What a `$ref` points to.
    All(Schema),
    Type(Vec<String>),
    Properties(Vec<(String, Schema)>),
    /// Of the members that `Properties` does not name: what they must be, or that there must be none.
    Additional {
        named: Vec<String>,
        rest: Option<Schema>,
    },
    Required(Vec<String>),
    Items(Schema),
    MinItems(usize),
    MinLength(usize),
    MaxLength(usize),
    Minimum(i32),
    Maximum(i32),
    ExclusiveMinimum(i32),
    Pattern(Regex),
    Enum(Vec<Value>),
    Const(Value),
    OneOf(Vec<Schema>),
}

/// A place where a value is not as its schema wants it.
#[derive(Debug)]
pub(crate) struct Fault<'a> {
    /// The members and indices that lead there.
    pub(crate) path: Vec<String>,
    pub(crate) value: &'a Value,
    pub(crate) wanted: Wanted<'a>,
}

/// What was wanted in that place.
#[derive(Debug)]
pub(crate) enum Wanted<'a> {
    /// One of these types.
    Type(&'a [String]),
    Required(&'a str),
    /// None of these members, which were there.
    NoMore(Vec<&'a str>),
    MinItems(usize),
    MinLength(usize),
    MaxLength(usize),
    Minimum(i32),
    Maximum(i32),
    ExclusiveMinimum(i32),
    Pattern(&'a str),
    Enum(&'a [Value]),
    Const,
    /// One of several forms; it had none of them.
    OneOf,
    /// One of several forms; it had more than one.
    OnlyOne,
}

impl Schema {
    /// Compiles a schema whose references point into the document. The error is for people.
    pub(crate) fn compile(schema: &Value, document: &Value) -> Result<Self, String> {
        compile(schema, document, 0)
    }

    /// Everything that is wrong with a value.
    pub(crate) fn faults<'a>(&'a self, value: &'a Value) -> Vec<Fault<'a>> {
        let mut faults = Vec::new();
        self.check(value, &mut Vec::new(), &mut faults);
        faults
    }

    fn fits(&self, value: &Value) -> bool {
        self.faults(value).is_empty()
    }

    fn check<'a>(&'a self, value: &'a Value, path: &mut Vec<String>, faults: &mut Vec<Fault<'a>>) {
        for rule in &self.rules {
            match rule {
                Rule::All(schema) => schema.check(value, path, faults),
                Rule::Properties(properties) => {
                    for (name, schema) in properties {
                        if let Some(member) = value.get(name) {
                            within(name, path, |path| schema.check(member, path, faults));
                        }
                    }
                }
                Rule::Additional { named, rest: Some(schema) } => {
                    for (name, member) in others(value, named) {
                        within(name, path, |path| schema.check(member, path, faults));
                    }
                }
                Rule::Items(schema) => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        within(&index.to_string(), path, |path| schema.check(item, path, faults));
                    }
                }
                Rule::Required(names) => {
                    let lacking =
                        |name: &&String| value.as_object().is_some_and(|object| !object.contains_key(*name));
                    faults.extend(names.iter().filter(lacking).map(|name| Fault {
                        path: path.clone(),
                        value,
                        wanted: Wanted::Required(name),
                    }));
                }
                rule => {
                    let wanted = rule.here(value).map(|wanted| Fault { path: path.clone(), value, wanted });
                    faults.extend(wanted);
                }
            }
        }
    }
}

/// The members that are not named.
fn others<'a>(value: &'a Value, named: &[String]) -> impl Iterator<Item = (&'a String, &'a Value)> {
    value.as_object().into_iter().flatten().filter(|(name, _)| !named.contains(name))
}

fn within(step: &str, path: &mut Vec<String>, check: impl FnOnce(&mut Vec<String>)) {
    path.push(step.to_owned());
    check(path);
    path.pop();
}

impl Rule {
    /// What a rule about the value itself wants and does not find.
    fn here<'a>(&'a self, value: &'a Value) -> Option<Wanted<'a>> {
        let number = value.as_f64();
        let letters = || value.as_str().map(|text| text.chars().count());
        let (broken, wanted) = match self {
            Self::Type(types) => (!types.iter().any(|kind| is_of(kind, value)), Wanted::Type(types)),
            Self::Additional { named, .. } => {
                let more: Vec<&str> = others(value, named).map(|(name, _)| name.as_str()).collect();
                (!more.is_empty(), Wanted::NoMore(more))
            }
            Self::MinItems(least) => {
                (value.as_array().is_some_and(|items| items.len() < *least), Wanted::MinItems(*least))
            }
            Self::MinLength(least) => {
                (letters().is_some_and(|count| count < *least), Wanted::MinLength(*least))
            }
            Self::MaxLength(most) => (letters().is_some_and(|count| count > *most), Wanted::MaxLength(*most)),
            Self::Minimum(least) => {
                (number.is_some_and(|number| number < f64::from(*least)), Wanted::Minimum(*least))
            }
            Self::Maximum(most) => {
                (number.is_some_and(|number| number > f64::from(*most)), Wanted::Maximum(*most))
            }
            Self::ExclusiveMinimum(bound) => {
                (number.is_some_and(|number| number <= f64::from(*bound)), Wanted::ExclusiveMinimum(*bound))
            }
            Self::Pattern(pattern) => {
                let broken = value.as_str().is_some_and(|text| !pattern.is_match(text));
                (broken, Wanted::Pattern(pattern.as_str()))
            }
            Self::Enum(options) => {
                (!options.iter().any(|option| is_same(option, value)), Wanted::Enum(options))
            }
            Self::Const(only) => (!is_same(only, value), Wanted::Const),
            Self::OneOf(forms) => match forms.iter().filter(|form| form.fits(value)).count() {
                0 => (true, Wanted::OneOf),
                count => (count > 1, Wanted::OnlyOne),
            },
            // These look into the value.
            Self::All(_) | Self::Properties(_) | Self::Required(_) | Self::Items(_) => return None,
        };
        broken.then_some(wanted)
    }
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "number" => value.is_number(),
        // `2.0` is an integer, too.
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        _ => false,
    }
}

/// Whether two scalars are the same; numbers are whatever their spelling.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        _ => one == other,
    }
}

fn compile(schema: &Value, document: &Value, depth: usize) -> Result<Schema, String> {
    let keywords = match schema {
        Value::Bool(true) => return Ok(Schema::default()),
        Value::Object(keywords) => keywords,
        other => return Err(format!("{other} is no schema")),
    };
    if depth > DEEPEST {
        return Err("a schema refers to itself".to_owned());
    }
    let mut rules = Vec::new();
    for (keyword, given) in keywords {
        let rule = rule(keyword, given, keywords, &|schema| compile(schema, document, depth + 1), document);
        rules.extend(rule.map_err(|problem| format!("{keyword}: {problem}"))?);
    }
    Ok(Schema { rules })
}

/// The rule of one keyword; nothing when it asks for nothing.
fn rule(
    keyword: &str,
    given: &Value,
    beside: &Map<String, Value>,
    inner: &dyn Fn(&Value) -> Result<Schema, String>,
    document: &Value,
) -> Result<Option<Rule>, String> {
    Ok(Some(match keyword {
        "description" | "default" | "deprecated" | "examples" => return Ok(None),
        // Numbers are read as 64 bits wide in any case.
        "format" if given == "int64" => return Ok(None),
        _ if keyword.starts_with("x-") => return Ok(None),
        "$ref" => {
            let place = given.as_str().and_then(|place| place.strip_prefix('#'));
            let found = place.and_then(|place| document.pointer(place));
            Rule::All(inner(found.ok_or_else(|| format!("{given} leads nowhere"))?)?)
        }
        "type" => {
            let mut types = if given.is_string() { vec![text(given)?] } else { texts(given)? };
            let known = ["array", "boolean", "integer", "null", "number", "object", "string"];
            if let Some(other) = types.iter().find(|kind| !known.contains(&kind.as_str())) {
                return Err(format!("{other} is no type"));
            }
            types.sort();
            Rule::Type(types)
        }
        "properties" => {
            let properties = given.as_object().ok_or("not an object")?.iter();
            let compiled = properties.map(|(name, schema)| Ok((name.clone(), inner(schema)?)));
            Rule::Properties(compiled.collect::<Result<_, String>>()?)
        }
        "additionalProperties" => {
            let named = beside.get("properties").and_then(Value::as_object).into_iter().flatten();
            let named = named.map(|(name, _)| name.clone()).collect();
            let rest = if *given == Value::Bool(false) { None } else { Some(inner(given)?) };
            Rule::Additional { named, rest }
        }
        "required" => Rule::Required(texts(given)?),
        "items" => Rule::Items(inner(given)?),
        "minItems" => Rule::MinItems(size(given)?),
        "minLength" => Rule::MinLength(size(given)?),
        "maxLength" => Rule::MaxLength(size(given)?),
        "minimum" => Rule::Minimum(bound(given)?),
        "maximum" => Rule::Maximum(bound(given)?),
        "exclusiveMinimum" => Rule::ExclusiveMinimum(bound(given)?),
        "pattern" => Rule::Pattern(Regex::new(&text(given)?).map_err(|error| error.to_string())?),
        "enum" => Rule::Enum(list(given)?.iter().map(scalar).collect::<Result<_, _>>()?),
        "const" => Rule::Const(scalar(given)?),
        "oneOf" => Rule::OneOf(list(given)?.iter().map(inner).collect::<Result<_, _>>()?),
        _ => return Err("this keyword is not known".to_owned()),
    }))
}

fn list(value: &Value) -> Result<&Vec<Value>, String> {
    value.as_array().ok_or_else(|| "not a list".to_owned())
}

fn text(value: &Value) -> Result<String, String> {
    value.as_str().map(str::to_owned).ok_or_else(|| "not a text".to_owned())
}

fn texts(value: &Value) -> Result<Vec<String>, String> {
    list(value)?.iter().map(text).collect()
}

fn size(value: &Value) -> Result<usize, String> {
    let size = value.as_u64().and_then(|size| usize::try_from(size).ok());
    size.ok_or_else(|| "not a size".to_owned())
}

/// Only such bounds as a comparison of floating point numbers gets right.
fn bound(value: &Value) -> Result<i32, String> {
    let bound = value.as_i64().and_then(|bound| i32::try_from(bound).ok());
    bound.ok_or_else(|| "not a small whole number".to_owned())
}

fn scalar(value: &Value) -> Result<Value, String> {
    if value.is_array() || value.is_object() { Err("not a scalar".to_owned()) } else { Ok(value.clone()) }
}
