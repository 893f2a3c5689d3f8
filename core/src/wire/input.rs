//! Bodies and queries, put together from what people give.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Map, Value};

use super::{Extra, Patch, Secret, wipe};

/// A value on its way into a request.
pub(crate) trait ToWire {
    /// The value as JSON, or nothing when it is left out.
    fn to_wire(self) -> Option<Value>;

    /// The secrets in it: what a server says about the request must not show them.
    fn secrets(&self, _found: &mut Vec<Secret>) {}
}

/// What an operation takes as its body.
pub(crate) trait IntoBody {
    fn into_body(self) -> Body;
}

/// What an operation takes as its query.
pub(crate) trait IntoQuery {
    fn into_query(self) -> Query;
}

/// The JSON object of a request. One with secrets is wiped when it is dropped.
#[derive(Clone, Default)]
pub(crate) struct Body {
    pub(crate) members: Map<String, Value>,
    pub(crate) secrets: Vec<Secret>,
}

impl Body {
    pub(crate) fn put(&mut self, name: &str, value: impl ToWire) {
        value.secrets(&mut self.secrets);
        if let Some(value) = value.to_wire() {
            self.members.insert(name.to_owned(), value);
        }
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        if !self.secrets.is_empty() {
            self.members.values_mut().for_each(wipe);
        }
    }
}

impl From<Extra> for Body {
    fn from(extra: Extra) -> Self {
        Self { members: extra.into(), secrets: Vec::new() }
    }
}

/// The query of a request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query(pub(crate) Vec<(String, String)>);

impl Query {
    pub(crate) fn put(&mut self, name: &str, value: impl ToWire) {
        match value.to_wire() {
            None => {}
            Some(Value::String(text)) => self.0.push((name.to_owned(), text)),
            Some(other) => self.0.push((name.to_owned(), other.to_string())),
        }
    }
}

macro_rules! plain_to_wire {
    ($($ty:ty),*) => {$(
        impl ToWire for $ty {
            fn to_wire(self) -> Option<Value> {
                Some(self.into())
            }
        }
    )*};
}
plain_to_wire!(String, i64, f64, bool, Value);

/// In seconds, as the core takes them from every language.
impl ToWire for Duration {
    fn to_wire(self) -> Option<Value> {
        Some(self.as_secs_f64().into())
    }
}

impl ToWire for Body {
    /// What it is put into wipes its members: it has been told of their secrets.
    fn to_wire(mut self) -> Option<Value> {
        Some(Value::Object(std::mem::take(&mut self.members)))
    }
}

impl<T: ToWire> ToWire for Option<T> {
    fn to_wire(self) -> Option<Value> {
        self.and_then(T::to_wire)
    }

    fn secrets(&self, found: &mut Vec<Secret>) {
        if let Some(value) = self {
            value.secrets(found);
        }
    }
}

impl<T: ToWire> ToWire for Patch<T> {
    fn to_wire(self) -> Option<Value> {
        match self {
            Self::Keep => None,
            Self::Clear => Some(Value::Null),
            Self::Set(value) => value.to_wire(),
        }
    }

    fn secrets(&self, found: &mut Vec<Secret>) {
        if let Self::Set(value) = self {
            value.secrets(found);
        }
    }
}

impl<T: ToWire> ToWire for Vec<T> {
    fn to_wire(self) -> Option<Value> {
        Some(self.into_iter().filter_map(T::to_wire).collect())
    }

    fn secrets(&self, found: &mut Vec<Secret>) {
        for item in self {
            item.secrets(found);
        }
    }
}

impl<T: ToWire> ToWire for BTreeMap<String, T> {
    fn to_wire(self) -> Option<Value> {
        let entries = self.into_iter().filter_map(|(key, value)| Some((key, value.to_wire()?)));
        Some(Value::Object(entries.collect()))
    }

    fn secrets(&self, found: &mut Vec<Secret>) {
        for value in self.values() {
            value.secrets(found);
        }
    }
}
