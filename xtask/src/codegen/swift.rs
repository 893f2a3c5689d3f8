//! The Swift output: names, types and comments of Swift for the templates, laid out as the Swift guidelines have it.

use std::path::Path;

use minijinja::value::Serde;
use minijinja::{Environment, Value, context};

use super::comment::{self, WIDTH};
use super::ir::{Api, Field, Type};
use super::names;
use super::parse::pascal;
use super::{Output, engine, kotlin, order};

/// Where the Swift output goes.
pub(super) const FOLDER: &str = "bindings-uniffi/swift/Sources/SpiceCloud/generated";

/// Where what only its tests use goes.
pub(super) const TESTS: &str = "bindings-uniffi/swift/Tests/SpiceCloudTests/generated";

const TEMPLATES: [(&str, &str); 8] = [
    ("Calls", include_str!("../../templates/swift/calls.swift.j2")),
    ("common", include_str!("../../templates/swift/common.j2")),
    ("Enums", include_str!("../../templates/swift/enums.swift.j2")),
    ("methods", include_str!("../../templates/swift/methods.swift.j2")),
    ("Models", include_str!("../../templates/swift/models.swift.j2")),
    ("Operations", include_str!("../../templates/swift/operations.swift.j2")),
    ("Readers", include_str!("../../templates/swift/readers.swift.j2")),
    ("resource", include_str!("../../templates/swift/resource.swift.j2")),
];

/// Templates that are one file each.
const FILES: [&str; 4] = ["Enums", "Models", "Operations", "Readers"];

/// What objects have beside their fields, and what methods take beside those of bodies.
const TAKEN: [&str; 16] = [
    "meta",
    "aside",
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
];

/// Words that are written in large letters, but at the beginning of a name.
const ACRONYMS: [&str; 7] = ["api", "cpu", "gb", "id", "rps", "sha", "url"];

/// Names that Swift has other uses for.
const RESERVED: [&str; 4] = ["default", "public", "private", "internal"];

/// Every Swift file.
pub(super) fn render(api: &Api) -> Result<Vec<Output>, String> {
    check(api)?;
    let environment = environment(api)?;
    let models = order::parts_first(&api.models)?;
    let seen = context! { models => Value::from(Serde(&models)) };
    let file = |template: &str, name: &str, more: Value| -> Result<Output, String> {
        let text = engine::render(&environment, template, api, context! { ..more, ..seen.clone() })?;
        Ok(Output { path: Path::new(FOLDER).join(format!("{name}.swift")), text: tidied(&text) })
    };
    let mut outputs = Vec::new();
    for name in FILES {
        outputs.push(file(name, name, context! {})?);
    }
    let calls = engine::render(&environment, "Calls", api, seen.clone())?;
    outputs.push(Output { path: Path::new(TESTS).join("Calls.swift"), text: tidied(&calls) });
    for resource in api.resources.iter().filter(|resource| resource.name != "client") {
        let more = context! { resource => Value::from(Serde(resource)) };
        outputs.push(file("resource", &format!("{}Resource", pascal(&resource.name)), more)?);
    }
    Ok(outputs)
}

/// Without empty lines where there is nothing to keep apart.
fn tidied(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.trim_end().lines() {
        let before = lines.last().copied().unwrap_or_default();
        let opens = before.is_empty() || before.ends_with('{');
        if line.is_empty() && opens {
            continue;
        }
        // What is told of a member stands apart from the one before.
        if line.starts_with("  ///") && before == "  }" {
            lines.push("");
        }
        if line.trim_start().starts_with('}') && before.is_empty() {
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
    environment.add_filter("identifier", |name: String| identifier(&camel(&name)));
    environment.add_filter("quoted", |text: String| quoted(&text));
    environment.add_filter("taken", |Serde(ty): Serde<Type>| held(&ty));
    environment.add_filter("member", |Serde(field): Serde<Field>| member(&field));
    environment.add_filter("argument", |Serde(field): Serde<Field>| argument(&field));
    environment.add_filter("read", |Serde(field): Serde<Field>, place: usize| read(&field, place));
    environment.add_filter("sent", |Serde(field): Serde<Field>| sent(&field));
    environment.add_test("open", kotlin::is_open(api));
    environment.add_filter("error_case", |name: String| error_case(&name));
    environment.add_filter("clearable", |Serde(fields): Serde<Vec<Field>>, role: String| {
        let fields = fields.iter().filter(|field| role == "change" && field.nullable);
        Value::from(Serde(fields.collect::<Vec<_>>()))
    });
    environment
        .add_filter("head", |start: String, arguments: String, end: String| head(&start, &arguments, &end));
    environment
        .add_filter("call", |start: String, arguments: String, end: String| call(&start, &arguments, &end));
    environment.add_filter("docs", move |text: String, indent: usize, is_deprecated: Option<bool>| {
        // What it is instead of is in the text.
        let _ = is_deprecated;
        comment::lines(&in_swift(&text, &names), indent)
    });
    Ok(environment)
}

/// `storage_size_gb` to `storageSizeGB`.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |spelled, word| {
        if ACRONYMS.contains(&word) { spelled + &word.to_uppercase() } else { spelled + &pascal(word) }
    })
}

/// A name where Swift wants none of its own words.
fn identifier(name: &str) -> String {
    if RESERVED.contains(&name) { format!("`{name}`") } else { name.to_owned() }
}

/// Names of fields and errors in backticks, as Swift has them.
fn in_swift(text: &str, names: &[String]) -> String {
    let parts = text.split('`').enumerate().map(|(place, part)| {
        if place % 2 == 1 && names.iter().any(|name| name == part) { camel(part) } else { part.to_owned() }
    });
    let spelled = parts.collect::<Vec<_>>().join("`");
    kotlin::ERRORS.iter().fold(spelled, |text, error| {
        text.replace(&format!("`{error}`"), &format!("``SpiceCloudError/{}(_:)``", error_case(error)))
    })
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The type of what is read and of what is given.
fn held(ty: &Type) -> String {
    match ty {
        Type::String => "String".to_owned(),
        Type::Integer => "Int".to_owned(),
        Type::Number => "Double".to_owned(),
        Type::Boolean => "Bool".to_owned(),
        Type::Duration => "Duration".to_owned(),
        Type::Timestamp => "Date".to_owned(),
        Type::Secret => "Secret".to_owned(),
        Type::Any => "JSONValue".to_owned(),
        Type::List { item } => format!("[{}]", held(item)),
        Type::Map { item } => format!("[String: {}]", held(item)),
        Type::Model { name } | Type::Enum { name } => name.clone(),
    }
}

/// A field of a model.
fn member(field: &Field) -> String {
    let unknown = if field.always { "" } else { "?" };
    format!("{}: {}{unknown}", identifier(&camel(&field.name)), held(&field.ty))
}

/// A field of a body or a filter, as an argument.
fn argument(field: &Field) -> String {
    let (name, ty) = (camel(&field.name), held(&field.ty));
    if field.required { format!("{name}: {ty}") } else { format!("{name}: {ty}? = nil") }
}

/// A field of a body, as a member that is sent or not.
fn sent(field: &Field) -> String {
    let (name, wire) = (identifier(&camel(&field.name)), quoted(&field.wire));
    if field.ty == Type::Duration {
        let sent = |value: &str| format!(".double(try notNegative({}, {value}))", quoted(&name));
        return if field.required {
            format!("({wire}, {})", sent(&name))
        } else {
            format!("({wire}, try {name}.map {{ {} }})", sent("$0"))
        };
    }
    if field.required {
        format!("({wire}, JSONValue({name}))")
    } else {
        format!("({wire}, {name}.map {{ JSONValue($0) }})")
    }
}

/// How a field is read from a row.
fn read(field: &Field, place: usize) -> String {
    let name = quoted(&field.name);
    match (&field.ty, field.always) {
        (Type::Timestamp, _) => format!("fields.time({place}, {name}, &row)"),
        (Type::List { item }, true) => format!("fields.list({place}, &row) {{ {} }}", item_read(item)),
        (Type::Map { item }, true) => format!("fields.map({place}, &row) {{ {} }}", item_read(item)),
        (ty, true) => format!("fields.required({place}, {name}, &row) {{ {} }}", item_read(ty)),
        (ty, false) => format!("fields.optional({place}, &row) {{ {} }}", item_read(ty)),
    }
}

fn item_read(ty: &Type) -> String {
    match ty {
        Type::String => "try $0.text()".to_owned(),
        Type::Integer => "try $0.int()".to_owned(),
        Type::Number => "try $0.double()".to_owned(),
        Type::Boolean => "try $0.flag()".to_owned(),
        Type::Duration => "try $0.duration()".to_owned(),
        Type::Timestamp => "try $0.timeOrText().0".to_owned(),
        Type::Secret => "Secret(try $0.text())".to_owned(),
        Type::Any => "try $0.json()".to_owned(),
        Type::List { item } => format!("try $0.list {{ {} }}", item_read(item)),
        Type::Map { item } => format!("try $0.map {{ {} }}", item_read(item)),
        Type::Model { name } => format!("try {name}.read(&$0)"),
        Type::Enum { name } => format!("{name}(rawValue: try $0.text())"),
    }
}

/// `NotFound` to `notFound`.
fn error_case(name: &str) -> String {
    let name = name.strip_suffix("Error").unwrap_or(name);
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

/// The head of a function. The arguments are separated by `|`: they stand on the line if they fit, else on lines of their own.
fn head(start: &str, arguments: &str, end: &str) -> String {
    let arguments: Vec<&str> =
        arguments.split('|').map(str::trim).filter(|argument| !argument.is_empty()).collect();
    let pad = " ".repeat(start.len() - start.trim_start().len());
    let line = format!("{start}{}{end}", arguments.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    format!("{start}\n{pad}  {}\n{pad}{end}", arguments.join(&format!(",\n{pad}  ")))
}

/// A call in the same way; where it does not fit, its end stands behind the last argument.
fn call(start: &str, arguments: &str, end: &str) -> String {
    let arguments: Vec<&str> =
        arguments.split('|').map(str::trim).filter(|argument| !argument.is_empty()).collect();
    let line = format!("{start}{}{end}", arguments.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    let pad = " ".repeat(start.len() - start.trim_start().len());
    format!("{start}\n{pad}  {}{end}", arguments.join(&format!(",\n{pad}  ")))
}

/// Whether all names are free in Swift.
fn check(api: &Api) -> Result<(), String> {
    for model in api.models.iter().chain(&api.inputs) {
        for field in &model.fields {
            let name = camel(&field.name);
            if TAKEN.contains(&name.as_str()) {
                return Err(format!(
                    "{}.{name} needs another name for Swift: give it an x-sdk-name",
                    model.name
                ));
            }
        }
    }
    Ok(())
}
