//! What a call gives its host: a value, and what it tells about the call.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::error::{Error, ErrorKind, Result};
use crate::meta::Meta;
use crate::sink::{Sink, Stopped, tell};
use crate::wire::revealed;

/// A result, a page of a list, or something that happened on the way.
///
/// A host takes it as JSON text, or is told the same normalised members one by one and builds objects of its own. Either way
/// secrets are in clear, for the host to wrap in a type of its own that does not print.
pub struct Reply {
    value: Box<dyn Value>,
    meta: Meta,
    form: Form,
}

/// How a reply looks as JSON.
#[derive(Clone, Copy)]
enum Form {
    /// `{"value": …, "meta": …}`
    Result,
    /// `{"items": …, "offset": …, "meta": …}`
    Page { offset: u64, is_last: bool },
    /// The event alone.
    Event,
}

/// A value of whatever type.
trait Value: Send {
    fn json(&self, form: Form, meta: &Meta) -> serde_json::Result<String>;
    fn tell(&self, sink: &mut dyn Sink) -> std::result::Result<(), Stopped>;
}

impl<T: Serialize + Send> Value for T {
    fn json(&self, form: Form, meta: &Meta) -> serde_json::Result<String> {
        serde_json::to_string(&Whole { value: self, form, meta })
    }

    fn tell(&self, sink: &mut dyn Sink) -> std::result::Result<(), Stopped> {
        tell(self, sink)
    }
}

impl Reply {
    pub(crate) fn result(value: impl Serialize + Send + 'static, meta: Meta) -> Self {
        Self { value: Box::new(value), meta, form: Form::Result }
    }

    pub(crate) fn page<T: Serialize + Send + 'static>(
        items: Vec<T>,
        offset: u64,
        meta: Meta,
        is_last: bool,
    ) -> Self {
        Self { value: Box::new(items), meta, form: Form::Page { offset, is_last } }
    }

    pub(crate) fn event(value: impl Serialize + Send + 'static, meta: Meta) -> Self {
        Self { value: Box::new(value), meta, form: Form::Event }
    }

    /// What it tells about the call.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// How many items come before those of this page; nothing when it is no page.
    pub fn offset(&self) -> Option<u64> {
        match self.form {
            Form::Page { offset, .. } => Some(offset),
            Form::Result | Form::Event => None,
        }
    }

    /// Whether it is a page of which it is known that none follows, so that a host need not ask for one.
    pub fn is_last_page(&self) -> bool {
        matches!(self.form, Form::Page { is_last: true, .. })
    }

    /// Tells the value to a host: of a page, its items.
    ///
    /// # Errors
    ///
    /// When the host stops it.
    pub fn tell(&self, sink: &mut dyn Sink) -> std::result::Result<(), Stopped> {
        revealed(|| self.value.tell(sink))
    }

    /// The reply as JSON text.
    ///
    /// # Errors
    ///
    /// [`InternalError`](ErrorKind::InternalError): a model that cannot be written is a bug.
    pub fn to_json(&self) -> Result<String> {
        revealed(|| self.value.json(self.form, &self.meta)).map_err(|error| {
            Error::new(ErrorKind::InternalError, format!("the result cannot be written: {error}"))
        })
    }
}

/// A reply, with all that stands around its value.
struct Whole<'a, T> {
    value: &'a T,
    form: Form,
    meta: &'a Meta,
}

impl<T: Serialize> Serialize for Whole<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Form::Event = self.form {
            return self.value.serialize(serializer);
        }
        let mut map = serializer.serialize_map(None)?;
        match self.form {
            Form::Page { offset, .. } => {
                map.serialize_entry("items", self.value)?;
                map.serialize_entry("offset", &offset)?;
            }
            Form::Result | Form::Event => map.serialize_entry("value", self.value)?,
        }
        map.serialize_entry("meta", self.meta)?;
        map.end()
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Reply")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Reply;
    use crate::meta::Meta;
    use crate::wire::Secret;

    #[test]
    fn every_form_has_its_members() {
        let meta = json!({ "request_id": null, "attempts": 0, "history": [], "reactivated": false, "adopted": false });
        let read =
            |reply: &Reply| serde_json::from_str::<serde_json::Value>(&reply.to_json().unwrap()).unwrap();
        let result = Reply::result(7, Meta::default());
        assert_eq!((read(&result), result.offset()), (json!({ "value": 7, "meta": meta }), None));
        let page = Reply::page(vec![1, 2], 40, Meta::default(), true);
        let expected = json!({ "items": [1, 2], "offset": 40, "meta": meta });
        assert_eq!((read(&page), page.offset(), page.is_last_page()), (expected, Some(40), true));
        assert_eq!(read(&Reply::event("queued", Meta::default())), json!("queued"));
    }

    #[test]
    fn hosts_get_secrets_in_clear_and_nobody_else_does() {
        let secret = Secret::from("example-1");
        let reply = Reply::result(secret.clone(), Meta::default());
        assert!(reply.to_json().unwrap().contains("example-1"));
        assert!(!format!("{reply:?} {}", serde_json::to_string(&secret).unwrap()).contains("example-1"));
    }
}
