//! The small intermediate representation between the contract and every template.
//!
//! It knows nothing of any language: templates get it as data, and each language's filters name and type it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Everything that the templates see.
#[derive(Debug, Serialize)]
pub(crate) struct Api {
    pub version: String,
    pub enums: Vec<OpenEnum>,
    pub models: Vec<Model>,
    pub inputs: Vec<Model>,
    pub resources: Vec<Resource>,
    /// Those of the API.
    pub operations: Vec<Operation>,
    /// Those that the SDK makes of them.
    pub workflows: Vec<Operation>,
    pub references: Vec<Reference>,
    pub scopes: Vec<Scope>,
    pub path_aliases: Vec<PathAlias>,
    /// What refusals become, by status.
    pub refusals: BTreeMap<u16, Refusal>,
}

/// How the server says no.
#[derive(Debug, Serialize)]
pub(crate) struct Refusal {
    /// The name of the error, the same in every language.
    pub error: String,
    pub doc: String,
}

/// A set of texts that may grow: values outside it are kept.
#[derive(Debug, Serialize)]
pub(crate) struct OpenEnum {
    pub name: String,
    pub doc: String,
    pub values: Vec<EnumValue>,
    pub groups: Vec<EnumGroup>,
}

#[derive(Debug, Serialize)]
pub(crate) struct EnumValue {
    pub wire: String,
    pub doc: String,
}

/// A named subset, such as the final states.
#[derive(Debug, Serialize)]
pub(crate) struct EnumGroup {
    pub name: String,
    pub values: Vec<String>,
}

/// An object: of an answer, of a request, or of both.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Model {
    pub name: String,
    pub doc: String,
    pub fields: Vec<Field>,
    pub role: Role,
    pub any_required: bool,
}

/// What a model is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Role {
    /// An operation answers with it, or with a list of it: it tells about the call.
    Answer,
    /// An operation answers with it that the SDK calls by itself.
    Internal,
    /// A part of answers.
    Part,
    /// A part of answers and of bodies, so people build it too.
    SharedPart,
    /// The body of something new.
    Body,
    /// The body of a change: a field may be left out, cleared or set.
    Change,
    /// What may be asked for in a query.
    Filter,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[allow(clippy::struct_excessive_bools)] // What the contract says of a field, yes or no.
pub(crate) struct Field {
    pub name: String,
    pub wire: String,
    pub doc: String,
    #[serde(rename = "type")]
    pub ty: Type,
    pub required: bool,
    pub nullable: bool,
    /// Whether a model has a value of it in any case. Lists and maps are empty otherwise, unless people build the model
    /// and may leave them out.
    pub always: bool,
    pub deprecated: bool,
    pub rules: Rules,
}

/// What a value is, whatever the language.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Type {
    String,
    Integer,
    Number,
    Boolean,
    Timestamp,
    /// A span of time; in seconds for the core.
    Duration,
    Secret,
    Any,
    List {
        item: Box<Type>,
    },
    Map {
        item: Box<Type>,
    },
    Model {
        name: String,
    },
    Enum {
        name: String,
    },
}

/// What a value must satisfy before it is sent.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
pub(crate) struct Rules {
    pub pattern: Option<String>,
    /// Rules for the values of a map.
    pub item_pattern: Option<String>,
    pub min_length: Option<u64>,
    pub max_length: Option<u64>,
    pub minimum: Option<i64>,
    pub maximum: Option<i64>,
    pub above: Option<i64>,
    pub min_items: Option<u64>,
    pub one_of: Vec<String>,
    /// The value of another field that has to be confirmed by this one, which is not sent.
    pub confirms: Option<Confirms>,
}

/// A value of a field that has to be confirmed.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
pub(crate) struct Confirms {
    pub field: String,
    pub value: i64,
}

#[derive(Debug, Serialize)]
pub(crate) struct Resource {
    pub name: String,
    pub doc: String,
    /// It is not there by itself: a client gives one for something, such as the runtime of an app.
    pub bound: bool,
    pub operations: Vec<Operation>,
}

#[allow(clippy::struct_excessive_bools)] // What the contract says of an operation, as it says it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Operation {
    pub id: String,
    pub resource: String,
    pub method: String,
    pub internal: bool,
    pub verb: String,
    pub path: String,
    pub summary: String,
    pub doc: String,
    pub scope: Option<String>,
    pub scope_is_guess: bool,
    pub evidence: String,
    pub notes: Vec<String>,
    pub retry: String,
    pub host: String,
    pub authenticated: bool,
    /// Of a resource that a client gives for something.
    pub bound: bool,
    /// What a workflow asks its host to do.
    pub asks: Vec<String>,
    /// What a workflow tells on its way.
    pub tells: Option<String>,
    /// Of a workflow, the operations that it is made of.
    pub calls: Vec<Called>,
    pub success: u16,
    pub errors: Vec<u16>,
    pub path_params: Vec<PathParam>,
    pub max_page_size: Option<i64>,
    /// The struct that holds the optional query parameters.
    pub query_model: Option<String>,
    pub body: Option<Body>,
    pub result: ResultShape,
}

/// An operation that a workflow calls.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Called {
    pub id: String,
    pub verb: String,
    pub path: String,
    pub scope: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct PathParam {
    pub name: String,
    pub doc: String,
    #[serde(rename = "type")]
    pub ty: Type,
    pub pattern: Option<String>,
    /// The argument type that takes an id or the object itself.
    pub reference: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Body {
    pub model: String,
    pub required: bool,
    /// Fields given as arguments of their own instead of in one object.
    pub positional: Vec<Field>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum ResultShape {
    Empty,
    Model {
        name: String,
    },
    /// Objects that come one after the other, while they are made.
    Stream {
        item: String,
    },
    /// A list inside an envelope, whole.
    List {
        item: String,
        keys: Vec<String>,
    },
    /// A list inside an envelope, page by page.
    Page {
        item: String,
        keys: Vec<String>,
        identity: String,
    },
}

/// An argument that takes the id of an object or the object itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Reference {
    pub name: String,
    pub model: String,
    pub field: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Scope {
    pub name: String,
    pub doc: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct PathAlias {
    pub from: String,
    pub to: String,
}
