//! JSON from Python values: what people give for a call, with the place of whatever cannot be sent.

use std::cell::RefCell;

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::errors;

/// Deeper values are no input of the API; a list that holds itself is endlessly deep.
const DEEPEST: usize = 100;

/// The JSON text of a value.
///
/// # Errors
///
/// `ValidationError` that names the place of what cannot be sent; nothing of its value is in it.
pub(crate) fn json(value: &Bound<'_, PyAny>) -> PyResult<String> {
    let trouble = RefCell::new(None);
    let given = Given { value, place: &Place::Root, trouble: &trouble };
    serde_json::to_string(&given).map_err(|error| match trouble.into_inner() {
        Some(Trouble::Raised(raised)) => raised,
        Some(Trouble::Unfit { place, words }) => errors::invalid(value.py(), &words, &place),
        None => errors::internal(value.py(), &format!("the parameters cannot be written: {error}")),
    })
}

/// Why a value cannot be sent.
enum Trouble {
    Unfit {
        place: String,
        words: String,
    },
    /// What Python code raised while it was looked at.
    Raised(PyErr),
}

/// Where a value stands.
enum Place<'a> {
    Root,
    Member(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    fn depth(&self) -> usize {
        match self {
            Self::Root => 0,
            Self::Member(parent, _) | Self::Item(parent, _) => parent.depth() + 1,
        }
    }

    /// As `body.tags.team` or `body.roles[0]`.
    fn name(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Member(Place::Root, name) => (*name).to_owned(),
            Self::Member(parent, name) => format!("{}.{name}", parent.name()),
            Self::Item(parent, number) => format!("{}[{number}]", parent.name()),
        }
    }
}

/// A value and its place.
struct Given<'a, 'py> {
    value: &'a Bound<'py, PyAny>,
    place: &'a Place<'a>,
    trouble: &'a RefCell<Option<Trouble>>,
}

impl Given<'_, '_> {
    fn unfit<E: serde::ser::Error>(&self, words: impl Into<String>) -> E {
        *self.trouble.borrow_mut() = Some(Trouble::Unfit { place: self.place.name(), words: words.into() });
        E::custom("unfit")
    }

    fn kept<T, E: serde::ser::Error>(&self, result: PyResult<T>) -> Result<T, E> {
        result.map_err(|raised| {
            *self.trouble.borrow_mut() = Some(Trouble::Raised(raised));
            E::custom("raised")
        })
    }

    fn text<S: Serializer>(&self, text: &Bound<'_, PyAny>, serializer: S) -> Result<S::Ok, S::Error> {
        let text: Result<&Bound<'_, PyString>, _> = text.cast();
        match text.ok().and_then(|text| text.to_cow().ok()) {
            Some(text) => serializer.serialize_str(&text),
            None => Err(self.unfit("must be text that can be written as UTF-8")),
        }
    }

    fn integer<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Ok(number) = self.value.extract::<i64>() {
            return serializer.serialize_i64(number);
        }
        match self.value.extract::<u64>() {
            Ok(number) => serializer.serialize_u64(number),
            Err(_) => Err(self.unfit("must be a whole number of at most 64 bits")),
        }
    }

    fn list<'v, S: Serializer>(
        &self,
        items: impl Iterator<Item = Bound<'v, PyAny>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for (number, item) in items.enumerate() {
            let place = Place::Item(self.place, number);
            list.serialize_element(&Given { value: &item, place: &place, trouble: self.trouble })?;
        }
        list.end()
    }

    fn members<'v, S: Serializer>(
        &self,
        members: impl Iterator<Item = (Bound<'v, PyAny>, Bound<'v, PyAny>)>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in members {
            let Some(name) = name.cast::<PyString>().ok().and_then(|name| name.to_cow().ok()) else {
                return Err(self.unfit("the names of members must be text that can be written as UTF-8"));
            };
            let place = Place::Member(self.place, &name);
            map.serialize_entry(&*name, &Given { value: &value, place: &place, trouble: self.trouble })?;
        }
        map.end()
    }

    /// What is none of Python's own types.
    fn object<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let py = self.value.py();
        if self.kept(self.value.getattr_opt(intern!(py, "reveal")))?.is_some() {
            let text = self.kept(self.value.call_method0(intern!(py, "reveal")))?;
            return self.text(&text, serializer);
        }
        if self.kept(self.value.getattr_opt(intern!(py, "_shape")))?.is_some() {
            let revealed = PyDict::new(py);
            self.kept(revealed.set_item(intern!(py, "reveal_secrets"), true))?;
            let data = self.kept(self.value.call_method(intern!(py, "to_dict"), (), Some(&revealed)))?;
            return Given { value: &data, ..*self }.serialize(serializer);
        }
        if let Ok(mapping) = self.value.cast::<PyMapping>() {
            let items = self.kept(mapping.items())?;
            let pairs: Vec<(Bound<'_, PyAny>, Bound<'_, PyAny>)> = self.kept(items.extract())?;
            return self.members(pairs.into_iter(), serializer);
        }
        let kind = self.kept(self.value.get_type().name().map(|name| name.to_string()))?;
        Err(self.unfit(format!("a value of the type {kind} cannot be sent as JSON")))
    }
}

impl Serialize for Given<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.value;
        if value.is_instance_of::<PyString>() {
            return self.text(value, serializer);
        }
        if value.is_none() {
            return serializer.serialize_unit();
        }
        if let Ok(flag) = value.cast::<PyBool>() {
            return serializer.serialize_bool(flag.is_true());
        }
        if value.is_instance_of::<PyInt>() {
            return self.integer(serializer);
        }
        if let Ok(number) = value.cast::<PyFloat>() {
            return match number.value() {
                number if number.is_finite() => serializer.serialize_f64(number),
                _ => Err(self.unfit("must be a finite number")),
            };
        }
        if self.place.depth() > DEEPEST {
            return Err(self.unfit("is too deep, or holds itself"));
        }
        if let Ok(dict) = value.cast::<PyDict>() {
            return self.members(dict.iter(), serializer);
        }
        if let Ok(list) = value.cast::<PyList>() {
            return self.list(list.iter(), serializer);
        }
        if let Ok(tuple) = value.cast::<PyTuple>() {
            return self.list(tuple.iter(), serializer);
        }
        self.object(serializer)
    }
}
