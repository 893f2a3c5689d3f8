//! The Python output: names, types and docstrings of Python for the templates, laid out as `ruff format` leaves it.

use std::path::Path;

use minijinja::value::Serde;
use minijinja::{Environment, Error, ErrorKind, Value, context};

use super::ir::{Api, Field, Model, Type};
use super::{Output, docstring, engine, layout, order};

/// Where the Python output goes.
pub(super) const FOLDER: &str = "bindings-python/python/spice_cloud/_generated";

/// The package itself: its public names.
const FRONT: &str = "bindings-python/python/spice_cloud/__init__.py";

const TEMPLATES: [(&str, &str); 5] = [
    ("front", include_str!("../../templates/python/front.py.j2")),
    ("__init__", include_str!("../../templates/python/init.py.j2")),
    ("enums", include_str!("../../templates/python/enums.py.j2")),
    ("models", include_str!("../../templates/python/models.py.j2")),
    ("resources", include_str!("../../templates/python/resources.py.j2")),
];

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];
/// What models have beside their fields, and the types that their fields are written with.
const OF_MODELS: [&str; 14] = [
    "self",
    "extra",
    "meta",
    "to_dict",
    "to_json",
    "from_dict",
    "int",
    "float",
    "str",
    "bool",
    "object",
    "tuple",
    "datetime",
    "property",
];
/// What methods take beside ids and fields, and the modules that they are written with.
const OF_METHODS: [&str; 17] = [
    "self",
    "extra",
    "page_size",
    "offset",
    "limit",
    "timeout",
    "poll_interval",
    "on_event",
    "redeploy_on",
    "max_redeploys",
    "rollback_on_failure",
    "until_ready",
    "distribute",
    "verify",
    "duration",
    "models",
    "enums",
];

/// Every Python file.
pub(super) fn render(api: &Api) -> Result<Vec<Output>, String> {
    check(api)?;
    let environment = environment()?;
    let models = Value::from(Serde(order::parts_first(&api.models)?));
    let output = |path: &Path, template: &str, waits: bool| {
        let seen = context! { waits => waits, models => models.clone() };
        let text = engine::render(&environment, template, api, seen)?;
        Ok::<_, String>(Output { path: path.to_path_buf(), text })
    };
    let file = |name: &str| Path::new(FOLDER).join(format!("{name}.py"));
    let mut outputs = vec![output(Path::new(FRONT), "front", true)?];
    for name in ["__init__", "enums", "models", "resources"] {
        outputs.push(output(&file(name), name, true)?);
    }
    // The asynchronous twins: the same template once more.
    outputs.push(output(&file("async_resources"), "resources", false)?);
    Ok(outputs)
}

fn environment() -> Result<Environment<'static>, String> {
    let mut environment = engine::environment(&TEMPLATES)?;
    environment.add_filter("constant", |word: String| constant(&word));
    environment.add_filter("quoted", |text: String| serde_json::Value::from(text).to_string());
    environment.add_filter("kind", |Serde(ty): Serde<Type>| kind(&ty));
    environment.add_filter("held", |Serde(ty): Serde<Type>| held(&ty));
    environment.add_filter("built", |Serde(ty): Serde<Type>| built(&ty));
    environment.add_filter("taken", |Serde(ty): Serde<Type>| taken(&ty));
    environment
        .add_filter("imported", |names: Vec<String>, module: String| imported(names, &module).map_err(wrong));
    environment.add_filter("code", |source: String, indent: usize| {
        layout::statement(&source, indent).map_err(wrong)
    });
    environment.add_filter("docstring", |text: String, indent: usize| {
        docstring::of_code(&text, indent).map_err(wrong)
    });
    environment.add_filter("note", |text: String, indent: usize| docstring::of_attribute(&text, indent));
    Ok(environment)
}

fn wrong(problem: String) -> Error {
    Error::new(ErrorKind::InvalidOperation, problem)
}

/// `internal-sandbox` to `INTERNAL_SANDBOX`.
fn constant(word: &str) -> String {
    word.replace(['-', '.'], "_").to_uppercase()
}

/// What the runtime is told of a field: how its value is read and written.
fn kind(ty: &Type) -> String {
    match ty {
        Type::String => "str".to_owned(),
        Type::Integer => "int".to_owned(),
        Type::Number => "float".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Duration => "Duration".to_owned(),
        Type::Timestamp => "datetime".to_owned(),
        Type::Secret => "SecretStr".to_owned(),
        Type::Any => "object".to_owned(),
        Type::List { item } => format!("[{}]", kind(item)),
        Type::Map { item } => format!("{{str: {}}}", kind(item)),
        Type::Model { name } | Type::Enum { name } => name.clone(),
    }
}

/// The type of a field that is present.
fn held(ty: &Type) -> String {
    match ty {
        Type::Any => "Any".to_owned(),
        Type::List { item } => format!("tuple[{}, ...]", held(item)),
        Type::Map { item } => format!("Mapping[str, {}]", held(item)),
        plain => kind(plain),
    }
}

/// The type of what a model is built from.
fn built(ty: &Type) -> String {
    match ty {
        Type::Secret => "SecretStr | str".to_owned(),
        Type::Any => "Any".to_owned(),
        Type::List { item } => format!("Sequence[{}]", built(item)),
        Type::Map { item } => format!("Mapping[str, {}]", built(item)),
        Type::Model { name } => format!("{name} | Mapping[str, Any]"),
        Type::Enum { name } => format!("{name} | str"),
        plain => kind(plain),
    }
}

/// The type of an argument of a method.
fn taken(ty: &Type) -> String {
    match ty {
        Type::Any => "str | Mapping[str, Any] | os.PathLike[str]".to_owned(),
        Type::List { item } => format!("Sequence[{}]", taken(item)),
        Type::Map { item } => format!("Mapping[str, {}]", taken(item)),
        Type::Model { .. } => format!("models.{}", built(ty)),
        Type::Enum { .. } => format!("enums.{}", built(ty)),
        plain => built(plain),
    }
}

/// The import of names from a module.
fn imported(mut names: Vec<String>, module: &str) -> Result<String, String> {
    names.sort_by_key(|name| name.to_lowercase());
    let names = names.join(", ");
    let line = format!("from {module} import {names}");
    if line.len() <= layout::WIDTH {
        return Ok(line);
    }
    layout::statement(&format!("from {module} import ({names})"), 0)
}

/// Whether all names can be written in Python.
fn check(api: &Api) -> Result<(), String> {
    let free = |owner: &str, name: &str, taken: &[&str]| {
        if KEYWORDS.contains(&name) || taken.contains(&name) {
            return Err(format!("{owner}.{name} needs another name for Python: give it an x-sdk-name"));
        }
        Ok(())
    };
    let fields = |models: &[Model], taken: &[&str]| {
        let fields = models.iter().flat_map(|model| model.fields.iter().map(move |field| (model, field)));
        let mut checked = fields.map(|(model, Field { name, .. })| free(&model.name, name, taken));
        checked.find(Result::is_err).unwrap_or(Ok(()))
    };
    fields(&api.models, &OF_MODELS)?;
    fields(&api.inputs, &OF_METHODS)?;
    for operation in api.resources.iter().flat_map(|resource| &resource.operations) {
        free(&operation.resource, &operation.method, &[])?;
    }
    for words in &api.enums {
        for word in &words.values {
            let name = constant(&word.wire);
            let is_name = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
                && !name.starts_with(|letter: char| letter.is_ascii_digit());
            if !is_name || name == "KNOWN" {
                return Err(format!("{}: `{}` makes no name in Python", words.name, word.wire));
            }
        }
    }
    Ok(())
}
