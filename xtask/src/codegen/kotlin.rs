//! The Kotlin output: names, types and comments of Kotlin for the templates, laid out as the Kotlin conventions have it.

use std::path::Path;

use minijinja::value::Serde;
use minijinja::{Environment, Value, context};

use super::comment::{self, WIDTH};
use super::ir::{Api, Field, Type};
use super::names::{self, camel, in_camel_case};
use super::parse::pascal;
use super::{Output, engine, order};

/// Where the Kotlin output goes.
pub(super) const FOLDER: &str = "bindings-uniffi/kotlin/src/generated/kotlin/ai/spice/cloud";

const TEMPLATES: [(&str, &str); 9] = [
    ("common", include_str!("../../templates/kotlin/common.j2")),
    ("Enums", include_str!("../../templates/kotlin/enums.kt.j2")),
    ("Inputs", include_str!("../../templates/kotlin/inputs.kt.j2")),
    ("Models", include_str!("../../templates/kotlin/models.kt.j2")),
    ("methods", include_str!("../../templates/kotlin/methods.kt.j2")),
    ("Operations", include_str!("../../templates/kotlin/operations.kt.j2")),
    ("Readers", include_str!("../../templates/kotlin/readers.kt.j2")),
    ("resource", include_str!("../../templates/kotlin/resource.kt.j2")),
    ("twin", include_str!("../../templates/kotlin/twin.kt.j2")),
];

/// Templates that are one file each.
const FILES: [&str; 5] = ["Enums", "Inputs", "Models", "Operations", "Readers"];

/// What objects have beside their fields, and what methods take beside those of bodies.
const TAKEN: [&str; 16] = [
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
    "clear",
    "getClass",
];

/// Errors that the words of the contract tell of.
pub(super) const ERRORS: [&str; 1] = ["RotationFailed"];

/// Clients for Java, which wait in a thread, and which give futures: what their classes end with.
const TWINS: [&str; 2] = ["Blocking", "Futures"];

/// Every Kotlin file.
pub(super) fn render(api: &Api) -> Result<Vec<Output>, String> {
    check(api)?;
    let environment = environment(api)?;
    let models = order::parts_first(&api.models)?;
    let seen = context! { models => Value::from(Serde(&models)) };
    let file = |template: &str, name: &str, more: Value| -> Result<Output, String> {
        let text = engine::render(&environment, template, api, context! { ..more, ..seen.clone() })?;
        Ok(Output { path: Path::new(FOLDER).join(format!("{name}.kt")), text: tidied(&text) })
    };
    let mut outputs = Vec::new();
    for name in FILES {
        outputs.push(file(name, name, context! {})?);
    }
    for resource in &api.resources {
        let more = |twin: &str| context! { resource => Value::from(Serde(resource)), twin => twin };
        let name = pascal(&resource.name);
        if resource.name != "client" {
            outputs.push(file("resource", &format!("{name}Resource"), more(""))?);
            for twin in TWINS {
                outputs.push(file("twin", &format!("{name}{twin}"), more(twin))?);
            }
        }
    }
    for twin in TWINS {
        outputs.push(file("twin", &format!("Operations{twin}"), context! { resource => "", twin => twin })?);
    }
    Ok(outputs)
}

/// Without empty lines where there is nothing to keep apart.
fn tidied(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.trim_end().lines() {
        let is_empty = line.is_empty();
        let opens = lines.last().is_none_or(|last| last.is_empty() || last.ends_with('{'));
        if is_empty && opens {
            continue;
        }
        // A comment stands apart from what is before it, unless that is a parameter.
        let is_apart =
            lines.last().is_none_or(|last| last.is_empty() || last.ends_with(['{', '(', ',', '[']));
        if line.starts_with("    /**") && !is_apart {
            lines.push("");
        }
        if line.trim_start().starts_with('}') && lines.last().is_some_and(|last| last.is_empty()) {
            lines.pop();
        }
        lines.push(line);
    }
    lines.join("\n") + "\n"
}

fn environment(api: &Api) -> Result<Environment<'static>, String> {
    let mut environment = engine::environment(&TEMPLATES)?;
    let names = names::of_fields(api);
    environment.add_filter("camel", |name: String| camel(&name));
    environment.add_filter("constant", |name: String| name.to_ascii_uppercase());
    environment.add_filter("quoted", |text: String| quoted(&text));
    environment.add_filter("held", |Serde(ty): Serde<Type>| held(&ty));
    environment.add_filter("taken", |Serde(ty): Serde<Type>| taken(&ty));
    environment.add_filter("member", |Serde(field): Serde<Field>| member(&field));
    environment.add_filter("argument", |Serde(field): Serde<Field>| argument(&field));
    environment.add_filter("sent", |Serde(field): Serde<Field>| sent(&field));
    environment.add_test("open", is_open(api));
    environment.add_filter("read", |Serde(field): Serde<Field>, place: usize| read(&field, place));
    environment.add_filter("exception", |name: String| exception(&name));
    environment.add_filter("clearable", |Serde(fields): Serde<Vec<Field>>, role: String| {
        Value::from(Serde(clearable(&fields, &role)))
    });
    environment
        .add_filter("head", |start: String, arguments: String, end: String| head(&start, &arguments, &end));
    environment
        .add_filter("call", |start: String, arguments: String, end: String| call(&start, &arguments, &end));
    environment.add_filter("inside", |outer: String, start: String, arguments: String| {
        inside(&outer, &start, &arguments)
    });
    environment.add_filter("kdoc", move |text: String, indent: usize, is_deprecated: Option<bool>| {
        // What it is instead of is in the text.
        let _ = is_deprecated;
        comment::comment(&with_exceptions(&in_camel_case(&text, &names)), indent, false)
    });
    Ok(environment)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('$', "\\$"))
}

/// The type of what is read.
fn held(ty: &Type) -> String {
    match ty {
        Type::String => "String".to_owned(),
        Type::Integer => "Long".to_owned(),
        Type::Number => "Double".to_owned(),
        Type::Boolean => "Boolean".to_owned(),
        Type::Duration => "Duration".to_owned(),
        Type::Timestamp => "Instant".to_owned(),
        Type::Secret => "Secret".to_owned(),
        Type::Any => "JsonElement".to_owned(),
        Type::List { item } => format!("List<{}>", held(item)),
        Type::Map { item } => format!("Map<String, {}>", held(item)),
        Type::Model { name } | Type::Enum { name } => name.clone(),
    }
}

/// The type of what is given.
fn taken(ty: &Type) -> String {
    match ty {
        // A document: its text, or what its text would be read as.
        Type::Any => "Document".to_owned(),
        Type::List { item } => format!("List<{}>", taken(item)),
        Type::Map { item } => format!("Map<String, {}>", taken(item)),
        other => held(other),
    }
}

/// A field of a model.
fn member(field: &Field) -> String {
    let unknown = if field.always { "" } else { "?" };
    format!("{}: {}{unknown}", camel(&field.name), held(&field.ty))
}

/// A field of a body or a filter, as an argument.
fn argument(field: &Field) -> String {
    let (name, ty) = (camel(&field.name), taken(&field.ty));
    if field.required { format!("{name}: {ty}") } else { format!("{name}: {ty}? = null") }
}

/// A field of a body, as a member that is sent or not.
fn sent(field: &Field) -> String {
    let name = camel(&field.name);
    match (&field.ty, field.required) {
        (Type::Duration, true) => format!("seconds({}, {name})", quoted(&name)),
        (Type::Duration, false) => format!("{name}?.let {{ seconds({}, it) }}", quoted(&name)),
        _ => name,
    }
}

/// How a field is read from a row.
fn read(field: &Field, place: usize) -> String {
    let name = quoted(&field.name);
    match (&field.ty, field.always) {
        (Type::Timestamp, _) => format!("fields.time({place}, {name})"),
        (Type::List { item }, true) => format!("fields.list({place}) {{ {} }}", item_read(item)),
        (Type::Map { item }, true) => format!("fields.map({place}) {{ {} }}", item_read(item)),
        (ty, true) => format!("fields.required({place}, {name}) {{ {} }}", item_read(ty)),
        (ty, false) => format!("fields.optional({place}) {{ {} }}", item_read(ty)),
    }
}

fn item_read(ty: &Type) -> String {
    match ty {
        Type::String => "text()".to_owned(),
        Type::Integer => "long()".to_owned(),
        Type::Number => "double()".to_owned(),
        Type::Boolean => "flag()".to_owned(),
        Type::Duration => "duration()".to_owned(),
        Type::Timestamp => "instant()".to_owned(),
        Type::Secret => "Secret(text())".to_owned(),
        Type::Any => "json()".to_owned(),
        Type::List { item } => format!("listOf {{ {} }}", item_read(item)),
        Type::Map { item } => format!("mapOf {{ {} }}", item_read(item)),
        Type::Model { name } => format!("read{name}(this)"),
        Type::Enum { name } => format!("{name}.of(text())"),
    }
}

/// `NotFound` to `NotFoundException`.
fn exception(name: &str) -> String {
    format!("{}Exception", name.strip_suffix("Error").unwrap_or(name))
}

/// A test for models: whether a server may know more of one than this version, so that further members can be sent. What only the
/// SDK itself reads has none.
pub(super) fn is_open(api: &Api) -> impl Fn(Value) -> bool + Send + Sync + 'static {
    let of_ours = api.workflows.iter().filter(|workflow| !workflow.bound);
    let closed: Vec<String> =
        of_ours.filter_map(|workflow| workflow.body.as_ref()).map(|body| body.model.clone()).collect();
    move |model| {
        let is = |name: &str| model.get_attr(name).unwrap_or_default().as_str().map(str::to_owned);
        is("role").is_some_and(|role| role != "filter")
            && !is("name").is_some_and(|name| closed.contains(&name))
    }
}

/// Errors that are told of by the name that they have in all languages.
fn with_exceptions(text: &str) -> String {
    ERRORS.iter().fold(text.to_owned(), |text, error| {
        text.replace(&format!("`{error}`"), &format!("[{}]", exception(error)))
    })
}

/// The fields that can be cleared, which those of a change can.
fn clearable<'f>(fields: &'f [Field], role: &str) -> Vec<&'f Field> {
    fields.iter().filter(|field| role == "change" && field.nullable).collect()
}

/// The head of a function or class. The arguments are separated by `|`: one stands on the line if it fits, several on lines
/// of their own.
fn head(start: &str, arguments: &str, end: &str) -> String {
    let arguments: Vec<&str> =
        arguments.split('|').map(str::trim).filter(|argument| !argument.is_empty()).collect();
    let pad = " ".repeat(start.len() - start.trim_start().len());
    let line = format!("{start}{}{end}", arguments.join(", "));
    if arguments.len() < 2 && line.chars().count() <= WIDTH {
        return line;
    }
    format!("{start}\n{pad}    {},\n{pad}{end}", arguments.join(&format!(",\n{pad}    ")))
}

/// A call, whose arguments stand on lines of their own where they do not fit on one.
fn call(start: &str, arguments: &str, end: &str) -> String {
    let arguments: Vec<&str> =
        arguments.split([',', '|']).map(str::trim).filter(|argument| !argument.is_empty()).collect();
    let pad = " ".repeat(start.len() - start.trim_start().len());
    let line = format!("{start}{}{end}", arguments.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    format!("{start}\n{pad}    {},\n{pad}{end}", arguments.join(&format!(",\n{pad}    ")))
}

/// A call in a lambda, in the same way.
fn inside(outer: &str, start: &str, arguments: &str) -> String {
    let pad = " ".repeat(outer.len() - outer.trim_start().len());
    let line = call(&format!("{outer} {{ {start}"), arguments, ") }");
    if !line.contains('\n') {
        return line;
    }
    format!("{outer} {{\n{}\n{pad}}}", call(&format!("{pad}    {start}"), arguments, ")"))
}

/// Whether all names are free in Kotlin.
fn check(api: &Api) -> Result<(), String> {
    for model in api.models.iter().chain(&api.inputs) {
        for field in &model.fields {
            let name = camel(&field.name);
            if TAKEN.contains(&name.as_str()) {
                return Err(format!(
                    "{}.{name} needs another name for Kotlin: give it an x-sdk-name",
                    model.name
                ));
            }
        }
    }
    Ok(())
}
