//! A call that is about to be made: an operation, and what people gave for it.

use std::fmt;

use crate::operation::{Evidence, Host, Method, Operation, Retry};
use crate::plane::{RuntimeTarget, ToRuntime};
use crate::wire::{Body, IntoBody, IntoQuery, JsonValue, Query, Secret, Segment, ToWire, Wiped};

/// A call that is about to be made.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) operation: &'static Operation,
    pub(crate) segments: Vec<(&'static str, Segment)>,
    pub(crate) query: Query,
    pub(crate) body: Body,
    /// It is not sent again once it may have been carried out, though that would do no harm to what it changes.
    pub(crate) once: bool,
    /// Whose runtime is meant, of a workflow that calls one.
    pub(crate) target: Option<RuntimeTarget>,
    /// It goes to a runtime.
    pub(crate) runtime: Option<ToRuntime>,
    /// A path given as it is, and a body of any shape.
    pub(crate) raw: Option<(String, Option<Wiped>)>,
}

impl Request {
    pub(crate) fn new(operation: &'static Operation) -> Self {
        Self {
            operation,
            segments: Vec::new(),
            query: Query::default(),
            body: Body::default(),
            once: false,
            target: None,
            runtime: None,
            raw: None,
        }
    }

    /// Fills a placeholder of the path.
    pub(crate) fn path<T: Into<Segment>>(mut self, name: &'static str, value: impl Into<T>) -> Self {
        self.segments.push((name, value.into().into()));
        self
    }

    /// Sets one member of the body.
    pub(crate) fn field<T: ToWire>(mut self, name: &'static str, value: impl Into<T>) -> Self {
        self.body.put(name, value.into());
        self
    }

    /// Says whose runtime is meant.
    pub(crate) fn at(mut self, target: RuntimeTarget) -> Self {
        self.target = Some(target);
        self
    }

    pub(crate) fn body(mut self, body: impl IntoBody) -> Self {
        self.body = body.into_body();
        self
    }

    pub(crate) fn query(mut self, query: impl IntoQuery) -> Self {
        self.query = query.into_query();
        self
    }

    /// An id of the path.
    pub(crate) fn id(&self, name: &str) -> i64 {
        let found = self.segments.iter().find(|(named, _)| *named == name);
        match found {
            Some((_, Segment::Id(id))) => *id,
            Some((_, Segment::Text(text))) => text.parse().unwrap_or_default(),
            None => 0,
        }
    }

    /// A member of the body that is not null.
    pub(crate) fn given(&self, name: &str) -> Option<&JsonValue> {
        self.body.members.get(name).filter(|value| !value.is_null())
    }

    /// A text of the body.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.given(name).and_then(JsonValue::as_str)
    }

    /// Whether and how it may be sent again.
    pub(crate) fn retry(&self) -> Retry {
        if self.once { Retry::Never } else { self.operation.retry }
    }

    /// The same request for another page.
    pub(crate) fn page(&self, limit: u32, offset: u64) -> Self {
        let mut page = self.clone();
        page.query.put("limit", i64::from(limit));
        page.query.put("offset", i64::try_from(offset).unwrap_or(i64::MAX));
        page
    }
}

/// A request to an endpoint that the SDK has no method for, with the same credentials, retries and redaction.
///
/// ```
/// use spice_cloud::{Method, RawRequest};
///
/// let request = RawRequest::new(Method::Get, "/v1/apps/42/forks").query("limit", "5");
/// ```
#[derive(Clone)]
#[must_use = "it is sent by `Client::request`"]
pub struct RawRequest {
    method: Method,
    path: String,
    query: Vec<(String, String)>,
    body: Option<JsonValue>,
    idempotent: bool,
}

impl RawRequest {
    /// A request to a path below the base URL, such as `/v1/limits`. Each segment of the path is encoded by the caller.
    pub fn new(method: Method, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), query: Vec::new(), body: None, idempotent: false }
    }

    /// Adds a query parameter; it is encoded by the SDK.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// Sets the JSON body.
    pub fn body(mut self, body: impl Into<JsonValue>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Says that sending it twice does no harm, so that a POST or PATCH is retried like the other methods.
    pub fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }
}

/// Shorter texts of a raw body are not taken for secrets: they would make every message unreadable.
const SECRET_LENGTH: usize = 8;

/// Every text of a raw body may be a secret: the SDK cannot know.
fn texts(body: &JsonValue, found: &mut Vec<Secret>) {
    match body {
        JsonValue::String(text) if text.len() >= SECRET_LENGTH => found.push(Secret::from(text.as_str())),
        JsonValue::Array(items) => items.iter().for_each(|item| texts(item, found)),
        JsonValue::Object(members) => members.values().for_each(|member| texts(member, found)),
        _ => {}
    }
}

impl From<RawRequest> for Request {
    fn from(raw: RawRequest) -> Self {
        let mut request = Self::new(raw_operation(raw.method, raw.idempotent));
        if let Some(body) = &raw.body {
            texts(body, &mut request.body.secrets);
        }
        request.query.0 = raw.query;
        request.raw = Some((raw.path, raw.body.map(Wiped)));
        request
    }
}

fn raw_operation(method: Method, idempotent: bool) -> &'static Operation {
    const fn raw(method: Method, retry: Retry) -> Operation {
        Operation {
            id: "request",
            method,
            path: "(as given)",
            scope: None,
            retry,
            host: Host::Control,
            evidence: Evidence::Inferred,
            authenticated: true,
            path_params: &[],
            body: &[],
            query: &[],
            body_required: false,
            envelope: &[],
            max_page_size: None,
            calls: &[],
        }
    }
    static GET: Operation = raw(Method::Get, Retry::Safe);
    static PUT: Operation = raw(Method::Put, Retry::Upsert);
    static DELETE: Operation = raw(Method::Delete, Retry::Upsert);
    static POST: Operation = raw(Method::Post, Retry::Never);
    static PATCH: Operation = raw(Method::Patch, Retry::Never);
    static IDEMPOTENT_POST: Operation = raw(Method::Post, Retry::Upsert);
    static IDEMPOTENT_PATCH: Operation = raw(Method::Patch, Retry::Upsert);
    match (method, idempotent) {
        (Method::Get, _) => &GET,
        (Method::Put, _) => &PUT,
        (Method::Delete, _) => &DELETE,
        (Method::Post, false) => &POST,
        (Method::Patch, false) => &PATCH,
        (Method::Post, true) => &IDEMPOTENT_POST,
        (Method::Patch, true) => &IDEMPOTENT_PATCH,
    }
}

impl fmt::Debug for RawRequest {
    /// Without the query and the body: what they hold may be a secret.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RawRequest")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("idempotent", &self.idempotent)
            .finish_non_exhaustive()
    }
}
