//! What the engine knows of an operation: its route, its scope, what may be repeated, what is checked before sending.

use std::fmt;

use crate::wire::{JsonValue, Secret};

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates or starts something.
    Post,
    /// Replaces or changes.
    Put,
    /// Changes.
    Patch,
    /// Removes.
    Delete,
}

impl Method {
    /// The method as HTTP writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// An operation of the contract, as data.
#[derive(Debug)]
pub struct Operation {
    pub(crate) id: &'static str,
    pub(crate) method: Method,
    pub(crate) path: &'static str,
    pub(crate) scope: Option<Scope>,
    pub(crate) retry: Retry,
    pub(crate) host: Host,
    pub(crate) evidence: Evidence,
    pub(crate) authenticated: bool,
    pub(crate) path_params: &'static [Param],
    pub(crate) body: &'static [Field],
    pub(crate) query: &'static [Field],
    pub(crate) body_required: bool,
    pub(crate) envelope: &'static [&'static str],
    pub(crate) max_page_size: Option<u32>,
    /// Of a workflow, what it calls.
    pub(crate) calls: &'static [&'static Operation],
}

impl Operation {
    /// Its name, such as `apps.create`.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// Its HTTP method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// Its path with placeholders, such as `/v1/apps/{app_id}`.
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// The scope that a token needs for it; nothing when it needs none.
    pub fn scope(&self) -> Option<&'static str> {
        self.scope.as_ref().map(|scope| scope.name)
    }

    /// Every scope that a token needs for it: of a workflow, those of what it calls.
    pub fn scopes(&self) -> Vec<&'static str> {
        let mut scopes: Vec<&str> = self.scope().into_iter().collect();
        scopes.extend(self.calls.iter().filter_map(|called| called.scope()));
        scopes.sort_unstable();
        scopes.dedup();
        scopes
    }

    /// Whether the scope is a guess: no source states it.
    pub fn scope_is_guess(&self) -> bool {
        self.scope.as_ref().is_some_and(|scope| scope.is_guess)
    }

    /// How well it is known.
    pub fn evidence(&self) -> Evidence {
        self.evidence
    }

    /// Whether the SDK shows it as a method; otherwise the SDK calls it by itself.
    pub fn is_public(&self) -> bool {
        self.host == Host::Control
    }
}

/// How well an operation is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Evidence {
    /// From a schema that the vendor published.
    OfficialSpec,
    /// From prose by the vendor.
    OfficialDocs,
    /// Seen only in a client by the vendor.
    OfficialClientOnly,
    /// Inferred from others like it.
    Inferred,
}

#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) name: &'static str,
    pub(crate) is_guess: bool,
}

/// Where an operation lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Host {
    Control,
    Portal,
    /// That of an app's runtime.
    Runtime,
    /// None: it is made of calls of others.
    Workflow,
}

/// What may be done when nobody knows whether a request was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Retry {
    /// It changes nothing: send it again.
    Safe,
    /// It sets an absolute state: send it again.
    Upsert,
    /// Send it again; when it is gone by then, it has succeeded.
    Delete,
    /// A second time could do it twice: find out first, in the way named.
    Reconcile(Strategy),
    /// A second time could do it twice, and there is no way to find out.
    Never,
}

impl Retry {
    /// Whether it may be sent again when it may have been carried out.
    pub(crate) fn is_repeatable(self) -> bool {
        matches!(self, Self::Safe | Self::Upsert | Self::Delete)
    }
}

/// How to find out whether a change happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strategy {
    App,
    Deployment,
    ApiKeys,
    Member,
}

#[derive(Debug)]
pub(crate) struct Param {
    pub(crate) name: &'static str,
    pub(crate) pattern: Option<&'static str>,
}

/// What a value looks like as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Integer,
    Number,
    Flag,
    Object,
    Any,
    List(&'static Kind),
    Map(&'static Kind),
}

/// Writes an object that hosts give under the SDK's names as it stands on the wire, and adds its secrets; fails with what is
/// wrong with it.
pub(crate) type AsWire = fn(&JsonValue, &mut Vec<Secret>) -> Result<JsonValue, String>;

#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    pub(crate) secret: bool,
    pub(crate) kind: Kind,
    /// From the SDK's names to those on the wire, where it is an object or a list of objects.
    pub(crate) model: Option<AsWire>,
    pub(crate) rules: Rules,
}

/// What a value must satisfy.
#[derive(Debug)]
pub(crate) struct Rules {
    pub(crate) pattern: Option<&'static str>,
    pub(crate) item_pattern: Option<&'static str>,
    pub(crate) min_length: Option<usize>,
    pub(crate) max_length: Option<usize>,
    pub(crate) minimum: Option<i64>,
    pub(crate) maximum: Option<i64>,
    pub(crate) above: Option<i64>,
    pub(crate) min_items: Option<usize>,
    pub(crate) one_of: &'static [&'static str],
    /// The value of another field that has to be confirmed by this one, which is not sent.
    pub(crate) confirms: Option<(&'static str, i64)>,
    pub(crate) nullable: bool,
}

impl Rules {
    pub(crate) const NONE: Self = Self {
        pattern: None,
        item_pattern: None,
        min_length: None,
        max_length: None,
        minimum: None,
        maximum: None,
        above: None,
        min_items: None,
        one_of: &[],
        confirms: None,
        nullable: false,
    };
}
