//! What a call gives its host: a value, and what it tells about the call.

use std::fmt;

use erased_serde::Serialize as Erased;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::error::{Error, ErrorKind, Result};
use crate::meta::Meta;
use crate::wire::revealed;

/// A result, a page of a list, or something that happened on the way.
///
/// A host takes it as JSON text, or builds objects of its own from the same normalised members. Either way secrets are in
/// clear, for the host to wrap in a type of its own that does not print.
pub struct Reply {
    value: Box<dyn Erased + Send>,
    meta: Meta,
    form: Form,
}

/// How a reply looks as JSON.
#[derive(Clone, Copy)]
enum Form {
    /// `{"value": …, "meta": …}`
    Result,
    /// `{"items": …, "offset": …, "meta": …}`
    Page { offset: u64 },
    /// The event alone.
    Event,
}

impl Reply {
    pub(crate) fn result(value: impl Serialize + Send + 'static, meta: Meta) -> Self {
        Self { value: Box::new(value), meta, form: Form::Result }
    }

    pub(crate) fn page<T: Serialize + Send + 'static>(items: Vec<T>, offset: u64, meta: Meta) -> Self {
        Self { value: Box::new(items), meta, form: Form::Page { offset } }
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
            Form::Page { offset } => Some(offset),
            Form::Result | Form::Event => None,
        }
    }

    /// The value, written with the host's own serializer: of a page, its items.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        revealed(|| erased_serde::serialize(&*self.value, serializer))
    }

    /// The reply as JSON text.
    ///
    /// # Errors
    ///
    /// [`InternalError`](ErrorKind::InternalError): a model that cannot be written is a bug.
    pub fn to_json(&self) -> Result<String> {
        revealed(|| serde_json::to_string(self)).map_err(|error| {
            Error::new(ErrorKind::InternalError, format!("the result cannot be written: {error}"))
        })
    }
}

impl Serialize for Reply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = match self.form {
            Form::Event => return erased_serde::serialize(&*self.value, serializer),
            Form::Result => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("value", &*self.value)?;
                map
            }
            Form::Page { offset } => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("items", &*self.value)?;
                map.serialize_entry("offset", &offset)?;
                map
            }
        };
        map.serialize_entry("meta", &self.meta)?;
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
        let meta = json!({ "request_id": null, "attempts": 0, "history": [], "reactivated": false });
        let read =
            |reply: &Reply| serde_json::from_str::<serde_json::Value>(&reply.to_json().unwrap()).unwrap();
        let result = Reply::result(7, Meta::default());
        assert_eq!((read(&result), result.offset()), (json!({ "value": 7, "meta": meta }), None));
        let page = Reply::page(vec![1, 2], 40, Meta::default());
        let expected = json!({ "items": [1, 2], "offset": 40, "meta": meta });
        assert_eq!((read(&page), page.offset()), (expected, Some(40)));
        assert_eq!(read(&Reply::event("queued", Meta::default())), json!("queued"));
    }

    #[test]
    fn hosts_get_secrets_in_clear_and_nobody_else_does() {
        let reply = Reply::result(Secret::from("example-1"), Meta::default());
        assert_eq!(reply.write(serde_json::value::Serializer).unwrap(), json!("example-1"));
        assert!(reply.to_json().unwrap().contains("example-1"));
        assert!(!format!("{reply:?} {}", serde_json::to_string(&reply).unwrap()).contains("example-1"));
    }
}
