//! The Rust output: names and types of Rust for the templates, and rustfmt over what they write.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use minijinja::value::Serde;
use minijinja::{Environment, context};

use super::ir::{Api, Type};
use super::{Output, engine};

/// Where the Rust output goes.
pub(super) const FOLDER: &str = "core/src/generated";

const TEMPLATES: [(&str, &str); 7] = [
    ("mod", include_str!("../../templates/rust/mod.rs.j2")),
    ("dispatch", include_str!("../../templates/rust/dispatch.rs.j2")),
    ("enums", include_str!("../../templates/rust/enums.rs.j2")),
    ("models", include_str!("../../templates/rust/models.rs.j2")),
    ("inputs", include_str!("../../templates/rust/inputs.rs.j2")),
    ("operations", include_str!("../../templates/rust/operations.rs.j2")),
    ("resources", include_str!("../../templates/rust/resources.rs.j2")),
];

/// Every Rust file.
pub(super) fn render(api: &Api, root: &Path) -> Result<Vec<Output>, String> {
    let environment = environment()?;
    let rendered = |template: &str, blocking: bool| {
        engine::render(&environment, template, api, context! { blocking => blocking })
    };
    let mut outputs = Vec::new();
    for (name, _) in TEMPLATES {
        outputs.push(file(name, &rendered(name, false)?, root)?);
    }
    // The blocking twins: the same template once more.
    outputs.push(file("blocking", &rendered("resources", true)?, root)?);
    Ok(outputs)
}

fn file(name: &str, source: &str, root: &Path) -> Result<Output, String> {
    let path = Path::new(FOLDER).join(format!("{name}.rs"));
    let text = rustfmt(source, root).map_err(|problem| format!("{}: {problem}", path.display()))?;
    Ok(Output { path, text })
}

fn environment() -> Result<Environment<'static>, String> {
    let mut environment = engine::environment(&TEMPLATES)?;
    environment.add_filter("rust_type", rust_type);
    environment.add_filter("rust_text", |text: String| format!("{text:?}"));
    environment.add_filter("doc", |text: String, indent: usize| comment(&text, indent));
    Ok(environment)
}

/// The Rust type of a value that is present.
#[allow(clippy::needless_pass_by_value)] // How filters get their arguments.
fn rust_type(Serde(ty): Serde<Type>) -> String {
    rust_name(&ty)
}

fn rust_name(ty: &Type) -> String {
    match ty {
        Type::String => "String".to_owned(),
        Type::Integer => "i64".to_owned(),
        Type::Number => "f64".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Timestamp => "Timestamp".to_owned(),
        Type::Duration => "Duration".to_owned(),
        Type::Secret => "Secret".to_owned(),
        Type::Any => "JsonValue".to_owned(),
        Type::List { item } => format!("Vec<{}>", rust_name(item)),
        Type::Map { item } => format!("BTreeMap<String, {}>", rust_name(item)),
        Type::Model { name } | Type::Enum { name } => name.clone(),
    }
}

/// A doc comment, wrapped to lines of readable length.
fn comment(text: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let room = 100 - indent;
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().map_or(0, |line| line.len());
        if line > 0 && line + 1 + word.len() > room {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.iter().map(|line| format!("{pad}/// {line}")).collect::<Vec<_>>().join("\n")
}

fn rustfmt(source: &str, root: &Path) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("rustfmt (`rustup component add rustfmt`): {error}");
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    let mut input = child.stdin.take().ok_or("rustfmt takes no input")?;
    let source = source.to_owned();
    // Written from a thread of its own: rustfmt may start to answer before it has read everything.
    let writer = std::thread::spawn(move || input.write_all(source.as_bytes()));
    let output = child.wait_with_output().map_err(failed)?;
    let written = writer.join().map_err(|_| "rustfmt's input broke off")?;
    written.map_err(failed)?;
    if !output.status.success() {
        return Err("rustfmt does not accept what the template wrote".to_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}
