//! The TypeScript output: names, types and comments of TypeScript for the templates, laid out as `biome format` leaves it.

use std::collections::BTreeSet;
use std::path::Path;

use minijinja::value::Serde;
use minijinja::{Environment, Value, context};

use super::comment::{self, WIDTH};
use super::ir::{Api, Field, Model, Role, Type};
use super::names::{self, camel, constant, in_camel_case};
use super::{Output, engine, order};

/// Where the TypeScript output goes.
pub(super) const FOLDER: &str = "bindings-node/src/generated";

const TEMPLATES: [(&str, &str); 5] = [
    ("enums", include_str!("../../templates/node/enums.ts.j2")),
    ("inputs", include_str!("../../templates/node/inputs.ts.j2")),
    ("models", include_str!("../../templates/node/models.ts.j2")),
    ("readers", include_str!("../../templates/node/readers.ts.j2")),
    ("resources", include_str!("../../templates/node/resources.ts.j2")),
];

/// What objects have beside their fields, and what bodies take beside theirs.
const TAKEN: [&str; 15] = [
    "meta",
    "extra",
    "pageSize",
    "offset",
    "limit",
    "timeout",
    "pollInterval",
    "onEvent",
    "redeployOn",
    "maxRedeploys",
    "rollbackOnFailure",
    "untilReady",
    "distribute",
    "verify",
    "constructor",
];

/// Every TypeScript file.
pub(super) fn render(api: &Api) -> Result<Vec<Output>, String> {
    check(api)?;
    let environment = environment(api)?;
    let seen = order::parts_first(&api.models)?;
    let shared: Vec<&Model> = seen.iter().filter(|model| model.role == Role::SharedPart).collect();
    let mut readers: Vec<String> = seen.iter().map(|model| format!("read{}", model.name)).collect();
    readers.sort();
    let seen = context! {
        models => Value::from(Serde(&seen)),
        shared => Value::from(Serde(&shared)),
        readers => readers,
        // What the types of inputs and models are written with.
        given => named_by(&api.inputs),
        told => named_by(&api.models),
    };
    let output = |template: &str| {
        let text = engine::render(&environment, template, api, seen.clone())?;
        Ok(Output { path: Path::new(FOLDER).join(format!("{template}.ts")), text })
    };
    TEMPLATES.iter().map(|(name, _)| output(name)).collect()
}

fn environment(api: &Api) -> Result<Environment<'static>, String> {
    let mut environment = engine::environment(&TEMPLATES)?;
    let names = names::of_fields(api);
    environment.add_filter("camel", |name: String| camel(&name));
    environment.add_filter("constant", |name: String| constant(&name));
    environment.add_filter("quoted", |text: String| quoted(&text));
    environment.add_filter("taken", |Serde(ty): Serde<Type>| taken(&ty));
    environment.add_filter("member", |Serde(field): Serde<Field>| member(&field));
    environment
        .add_filter("argument", |Serde(field): Serde<Field>, is_change: bool| argument(&field, is_change));
    environment.add_filter("entry", |Serde(field): Serde<Field>| entry(&field));
    environment.add_filter("union", |name: String, words: Vec<String>| union(&name, &words));
    environment.add_filter("any_of", |words: Vec<String>, name: String| any_of(&words, &name));
    environment
        .add_filter("head", |start: String, arguments: String, end: String| head(&start, &arguments, &end));
    environment.add_filter("literal", |start: String, members: String| literal(&start, &members));
    environment.add_filter("called", |start: String, arguments: String| called(&start, &arguments));
    environment.add_filter("imported", |names: Vec<String>, module: String, types: Option<bool>| {
        imported(names, &module, types.unwrap_or_default())
    });
    environment.add_filter("tsdoc", move |text: String, indent: usize, is_deprecated: Option<bool>| {
        comment::comment(&in_camel_case(&text, &names), indent, is_deprecated.unwrap_or_default())
    });
    Ok(environment)
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// The models and sets of words that are named by the types of fields.
fn named_by(models: &[Model]) -> Value {
    let (mut parts, mut words) = (BTreeSet::new(), BTreeSet::new());
    for field in models.iter().flat_map(|model| &model.fields) {
        let mut ty = &field.ty;
        while let Type::List { item } | Type::Map { item } = ty {
            ty = item;
        }
        match ty {
            Type::Model { name } => parts.insert(name.clone()),
            Type::Enum { name } => words.insert(name.clone()),
            _ => false,
        };
    }
    context! { models => parts, enums => words }
}

/// The type of what is read.
fn held(ty: &Type) -> String {
    match ty {
        Type::String => "string".to_owned(),
        // Durations are milliseconds.
        Type::Integer | Type::Number | Type::Duration => "number".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Timestamp => "Date".to_owned(),
        Type::Secret => "Secret".to_owned(),
        Type::Any => "unknown".to_owned(),
        Type::List { item } => format!("readonly {}[]", held(item)),
        Type::Map { item } => format!("Readonly<Record<string, {}>>", held(item)),
        Type::Model { name } | Type::Enum { name } => name.clone(),
    }
}

/// The type of what is given.
fn taken(ty: &Type) -> String {
    match ty {
        Type::Secret => "string | Secret".to_owned(),
        Type::Timestamp => "Date | string".to_owned(),
        // A document: its text, or what its text would be read as.
        Type::Any => "string | object".to_owned(),
        Type::List { item } => format!("readonly {}[]", taken(item)),
        Type::Map { item } => format!("Readonly<Record<string, {}>>", taken(item)),
        other => held(other),
    }
}

/// A field of a model: `undefined` may be given where it may be absent.
fn member(field: &Field) -> String {
    let name = camel(&field.name);
    match (field.always, &field.ty) {
        (true, ty) => format!("{name}: {}", held(ty)),
        (false, Type::Any) => format!("{name}?: unknown"),
        (false, ty) => format!("{name}?: {} | undefined", held(ty)),
    }
}

/// A field of a body or a filter.
fn argument(field: &Field, is_change: bool) -> String {
    let (name, ty) = (camel(&field.name), taken(&field.ty));
    let cleared = if is_change && field.nullable { " | null" } else { "" };
    if field.required { format!("{name}: {ty}") } else { format!("{name}?: {ty}{cleared} | undefined") }
}

/// A field's name on the wire, and what is known of its parts.
fn entry(field: &Field) -> String {
    let (name, wire) = (camel(&field.name), quoted(&field.wire));
    if field.ty == Type::Duration {
        return format!("{name}: [{wire}, 'duration']");
    }
    match order::part(&field.ty) {
        Some(part) => format!("{name}: [{wire}, {}]", constant(part)),
        None => format!("{name}: {wire}"),
    }
}

/// A type of words, to which others may be added.
fn union(name: &str, words: &[String]) -> String {
    let words: Vec<String> =
        words.iter().map(|word| quoted(word)).chain(["(string & {})".to_owned()]).collect();
    let line = format!("export type {name} = {};", words.join(" | "));
    if line.len() <= WIDTH {
        return line;
    }
    format!("export type {name} =\n  | {};", words.join("\n  | "))
}

/// A statement that compares.
fn any_of(words: &[String], name: &str) -> String {
    let tests: Vec<String> = words.iter().map(|word| format!("{name} === {}", quoted(word))).collect();
    let line = format!("    return {};", tests.join(" || "));
    if line.len() <= WIDTH {
        return line;
    }
    format!("    return (\n      {}\n    );", tests.join(" ||\n      "))
}

/// The head of a method. The arguments are separated by `|` without spaces.
fn head(start: &str, arguments: &str, end: &str) -> String {
    // Unions have spaces around theirs.
    let arguments = arguments.replace(" | ", "\u{1}");
    let arguments: Vec<String> =
        arguments.split('|').map(|argument| argument.trim().replace('\u{1}', " | ")).collect();
    let line = format!("  {start}{}{end} {{", arguments.join(", "));
    if line.len() <= WIDTH {
        return line;
    }
    format!("  {start}\n    {},\n  {end} {{", arguments.join(",\n    "))
}

/// A statement with an object in it, whose members are separated by `|`.
fn literal(start: &str, members: &str) -> String {
    let members: Vec<&str> = members.split('|').map(str::trim).filter(|member| !member.is_empty()).collect();
    let line = format!("    {start}{{ {} }};", members.join(", "));
    if line.len() <= WIDTH {
        return line;
    }
    format!("    {start}{{\n      {},\n    }};", members.join(",\n      "))
}

/// A statement with a call in it, whose arguments are separated by `|`.
fn called(start: &str, arguments: &str) -> String {
    let arguments: Vec<&str> = arguments.split('|').collect();
    let line = format!("    {start}{});", arguments.join(", "));
    if line.len() <= WIDTH {
        return line;
    }
    format!("    {start}\n      {},\n    );", arguments.join(",\n      "))
}

/// The import of names from a module.
fn imported(mut names: Vec<String>, module: &str, are_types: bool) -> String {
    if names.is_empty() {
        return String::new();
    }
    names.sort_by_key(|name| name.trim_start_matches("type ").to_lowercase());
    let kind = if are_types { "type " } else { "" };
    let line = format!("import {kind}{{ {} }} from '{module}';", names.join(", "));
    if line.len() <= WIDTH {
        return line;
    }
    format!("import {kind}{{\n  {},\n}} from '{module}';", names.join(",\n  "))
}

/// Whether all names are free in TypeScript.
fn check(api: &Api) -> Result<(), String> {
    for model in api.models.iter().chain(&api.inputs) {
        for field in &model.fields {
            let name = camel(&field.name);
            if TAKEN.contains(&name.as_str()) {
                return Err(format!(
                    "{}.{name} needs another name for Node: give it an x-sdk-name",
                    model.name
                ));
            }
        }
    }
    Ok(())
}
