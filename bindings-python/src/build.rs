//! Python objects from what the core writes: a serializer whose output is objects instead of text.
//!
//! A shape says what becomes of a value; without one it becomes what JSON would. Nothing is written or read as text on
//! the way, so a page of a hundred apps costs little more than its objects.

use std::cell::RefCell;
use std::fmt::{self, Display};

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyList, PyMappingProxy, PyNone, PyString, PyTuple};
use serde::Serialize;
use serde::ser::{self, SerializeMap, SerializeSeq, SerializeStruct};

use crate::key::{Found, Key};
use crate::shape::{Kind, Table};
use crate::text::instant;

/// Builds what a shape says. `write` gives the builder to the value.
pub(crate) fn build<'py>(
    py: Python<'py>,
    kind: &Kind,
    meta: Option<&Bound<'py, PyAny>>,
    write: impl FnOnce(Build<'_, 'py>) -> Result<Bound<'py, PyAny>, Failure>,
) -> PyResult<Bound<'py, PyAny>> {
    let raised = RefCell::new(None);
    let built = write(Build { py, kind, meta, in_model: false, raised: &raised });
    built.map_err(|failure| {
        let raised = raised.into_inner();
        raised.unwrap_or_else(|| crate::errors::internal(py, &format!("a result cannot be built: {failure}")))
    })
}

/// Builds what JSON would be.
pub(crate) fn plain<'py>(
    py: Python<'py>,
    write: impl FnOnce(Build<'_, 'py>) -> Result<Bound<'py, PyAny>, Failure>,
) -> PyResult<Bound<'py, PyAny>> {
    build(py, &Kind::Any, None, write)
}

/// Why an object could not be built; what Python raised is kept beside it, for serde would make words of it.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl ser::Error for Failure {
    fn custom<T: Display>(words: T) -> Self {
        Self(words.to_string())
    }
}

type Object<'py> = Result<Bound<'py, PyAny>, Failure>;

/// Builds one value.
#[derive(Clone, Copy)]
pub(crate) struct Build<'a, 'py> {
    py: Python<'py>,
    kind: &'a Kind,
    /// What results tell about their call.
    meta: Option<&'a Bound<'py, PyAny>>,
    /// Models do not change: their lists are tuples and their maps are read-only.
    in_model: bool,
    raised: &'a RefCell<Option<PyErr>>,
}

impl<'a> Build<'a, '_> {
    fn of(self, kind: &'a Kind, in_model: bool) -> Self {
        Self { kind, in_model, ..self }
    }

    /// Keeps what Python raised.
    fn kept<T>(self, result: PyResult<T>) -> Result<T, Failure> {
        result.map_err(|error| {
            let failure = Failure(error.to_string());
            *self.raised.borrow_mut() = Some(error);
            failure
        })
    }
}

impl<'a, 'py> ser::Serializer for Build<'a, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;
    type SerializeSeq = List<'a, 'py>;
    type SerializeTuple = ser::Impossible<Self::Ok, Failure>;
    type SerializeTupleStruct = ser::Impossible<Self::Ok, Failure>;
    type SerializeTupleVariant = ser::Impossible<Self::Ok, Failure>;
    type SerializeMap = Members<'a, 'py>;
    type SerializeStruct = Members<'a, 'py>;
    type SerializeStructVariant = ser::Impossible<Self::Ok, Failure>;

    fn serialize_bool(self, flag: bool) -> Object<'py> {
        Ok(PyBool::new(self.py, flag).to_owned().into_any())
    }

    fn serialize_i8(self, number: i8) -> Object<'py> {
        self.serialize_i64(number.into())
    }

    fn serialize_i16(self, number: i16) -> Object<'py> {
        self.serialize_i64(number.into())
    }

    fn serialize_i32(self, number: i32) -> Object<'py> {
        self.serialize_i64(number.into())
    }

    fn serialize_i64(self, number: i64) -> Object<'py> {
        self.kept(number.into_pyobject(self.py).map_err(Into::into)).map(Bound::into_any)
    }

    fn serialize_u8(self, number: u8) -> Object<'py> {
        self.serialize_u64(number.into())
    }

    fn serialize_u16(self, number: u16) -> Object<'py> {
        self.serialize_u64(number.into())
    }

    fn serialize_u32(self, number: u32) -> Object<'py> {
        self.serialize_u64(number.into())
    }

    fn serialize_u64(self, number: u64) -> Object<'py> {
        self.kept(number.into_pyobject(self.py).map_err(Into::into)).map(Bound::into_any)
    }

    fn serialize_f32(self, number: f32) -> Object<'py> {
        self.serialize_f64(number.into())
    }

    fn serialize_f64(self, number: f64) -> Object<'py> {
        Ok(PyFloat::new(self.py, number).into_any())
    }

    fn serialize_char(self, letter: char) -> Object<'py> {
        self.serialize_str(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Object<'py> {
        let special = match self.kind {
            Kind::Word(word) => Some(word.member(self.py, text)),
            Kind::Secret(class) => Some(class.bind(self.py).call1((text,))),
            // A text that is no time is told apart by what it is.
            Kind::Instant => self.kept(instant(self.py, text))?.map(Ok),
            _ => None,
        };
        match special {
            Some(object) => self.kept(object),
            None => Ok(PyString::new(self.py, text).into_any()),
        }
    }

    fn serialize_bytes(self, _bytes: &[u8]) -> Object<'py> {
        Err(ser::Error::custom("bytes are no JSON"))
    }

    fn serialize_none(self) -> Object<'py> {
        Ok(PyNone::get(self.py).to_owned().into_any())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Object<'py> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Object<'py> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Object<'py> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Object<'py> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> Object<'py> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        value: &T,
    ) -> Object<'py> {
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self::SerializeSeq, Failure> {
        let item = match self.kind {
            Kind::List(item) => self.of(item, self.in_model),
            _ => self.of(&Kind::Any, self.in_model),
        };
        Ok(List { whole: self, item, items: Vec::with_capacity(length.unwrap_or_default()) })
    }

    fn serialize_tuple(self, _length: usize) -> Result<Self::SerializeTuple, Failure> {
        Err(ser::Error::custom("no answer holds a tuple"))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleStruct, Failure> {
        self.serialize_tuple(length)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleVariant, Failure> {
        self.serialize_tuple(length)
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Members<'a, 'py>, Failure> {
        Members::begin(self)
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Members<'a, 'py>, Failure> {
        Members::begin(self)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStructVariant, Failure> {
        self.serialize_tuple(length)
    }
}

/// Builds a list, or a tuple inside a model.
pub(crate) struct List<'a, 'py> {
    whole: Build<'a, 'py>,
    item: Build<'a, 'py>,
    items: Vec<Bound<'py, PyAny>>,
}

impl<'py> SerializeSeq for List<'_, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        self.items.push(value.serialize(self.item)?);
        Ok(())
    }

    fn end(self) -> Object<'py> {
        let Build { py, kind, in_model, .. } = self.whole;
        let built = if in_model && matches!(kind, Kind::List(_)) {
            PyTuple::new(py, self.items).map(Bound::into_any)
        } else {
            PyList::new(py, self.items).map(Bound::into_any)
        };
        self.whole.kept(built)
    }
}

/// Builds what has members: a model, a map, or a plain `dict`.
pub(crate) struct Members<'a, 'py> {
    build: Build<'a, 'py>,
    /// The members of the object, or the `dict` itself.
    dict: Bound<'py, PyDict>,
    /// The object of a model, and its table.
    model: Option<(Bound<'py, PyAny>, &'a Table)>,
    /// Where the next field is expected.
    next: usize,
    found: Found,
    extra: Option<Bound<'py, PyDict>>,
}

impl<'a, 'py> Members<'a, 'py> {
    fn begin(build: Build<'a, 'py>) -> Result<Self, Failure> {
        let (dict, model) = match build.kind {
            Kind::Model(table) => {
                let object = build.kept(table.object(build.py))?;
                let members = build.kept(object.getattr(pyo3::intern!(build.py, "__dict__")))?;
                let members = build.kept(members.cast_into::<PyDict>().map_err(Into::into))?;
                (members, Some((object, &**table)))
            }
            _ => (PyDict::new(build.py), None),
        };
        Ok(Self { build, dict, model, next: 0, found: Found::default(), extra: None })
    }

    fn member<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        let found = std::mem::take(&mut self.found);
        let Some((_, table)) = &self.model else {
            let item = match self.build.kind {
                Kind::Map(item) => self.build.of(item, self.build.in_model),
                _ => self.build.of(&Kind::Any, self.build.in_model),
            };
            let object = value.serialize(item)?;
            return self.build.kept(self.dict.set_item(found.name, object));
        };
        let Some(field) = found.field.and_then(|place| table.field(place)) else {
            let object = value.serialize(self.build.of(&Kind::Any, true))?;
            return self.keep_extra(&found.name, &object);
        };
        self.next = found.field.map_or(self.next, |place| place + 1);
        let object = value.serialize(self.build.of(&field.kind, true))?;
        if object.is_none() {
            // What is absent is the class's own default.
            return Ok(());
        }
        if matches!(field.kind, Kind::Instant) && object.is_instance_of::<PyString>() {
            let name = field.key.bind(self.build.py).to_string();
            return self.keep_extra(&name, &object);
        }
        self.build.kept(self.dict.set_item(&field.key, object))
    }

    fn keep_extra(&mut self, name: &str, object: &Bound<'py, PyAny>) -> Result<(), Failure> {
        let extra = self.extra.get_or_insert_with(|| PyDict::new(self.build.py));
        self.build.kept(extra.set_item(name, object))
    }

    fn finish(self) -> Object<'py> {
        let Build { py, kind, meta, in_model, .. } = self.build;
        let Some((object, table)) = self.model else {
            if in_model && matches!(kind, Kind::Map(_)) {
                return Ok(PyMappingProxy::new(py, self.dict.as_mapping()).into_any());
            }
            return Ok(self.dict.into_any());
        };
        if let Some(extra) = self.extra {
            let read_only = PyMappingProxy::new(py, extra.as_mapping());
            self.build.kept(self.dict.set_item(pyo3::intern!(py, "extra"), read_only))?;
        }
        if let Some(meta) = meta.filter(|_| table.has_meta) {
            self.build.kept(self.dict.set_item(pyo3::intern!(py, "meta"), meta))?;
        }
        Ok(object)
    }
}

impl<'py> SerializeMap for Members<'_, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failure> {
        self.found =
            key.serialize(Key { table: self.model.as_ref().map(|(_, table)| *table), from: self.next })?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        self.member(value)
    }

    fn end(self) -> Object<'py> {
        self.finish()
    }
}

impl<'py> SerializeStruct for Members<'_, 'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = Failure;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Failure> {
        self.serialize_key(key)?;
        self.member(value)
    }

    fn end(self) -> Object<'py> {
        self.finish()
    }
}
