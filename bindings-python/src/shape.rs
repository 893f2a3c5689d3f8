//! What the members of an answer become in Python: a table for each model, which the generated classes declare.

use std::collections::HashMap;
use std::sync::Arc;

use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyType};

use crate::text::interned;

/// What a value becomes.
pub(crate) enum Kind {
    /// Whatever JSON says.
    Any,
    /// An aware `datetime`.
    Instant,
    /// A `SecretStr`.
    Secret(Py<PyAny>),
    Word(Word),
    Model(Arc<Table>),
    List(Box<Kind>),
    Map(Box<Kind>),
}

/// An open enum: the words that are known, and the class that makes others.
pub(crate) struct Word {
    class: Py<PyAny>,
    known: HashMap<String, Py<PyAny>>,
}

impl Word {
    /// The member of a word.
    pub(crate) fn member<'py>(&self, py: Python<'py>, word: &str) -> PyResult<Bound<'py, PyAny>> {
        match self.known.get(word) {
            Some(member) => Ok(member.bind(py).clone()),
            None => self.class.bind(py).call1((word,)),
        }
    }
}

/// A model: how to make its objects, and its fields in the order in which the core writes them.
pub(crate) struct Table {
    /// `object.__new__` for the class.
    make: Py<PyAny>,
    fields: Vec<Field>,
    pub(crate) has_meta: bool,
}

pub(crate) struct Field {
    name: String,
    pub(crate) key: Py<PyString>,
    pub(crate) kind: Kind,
}

impl Table {
    /// The field of a name and its place, looked for from a place on: fields come in their order, but for those that are
    /// absent.
    pub(crate) fn find(&self, name: &str, from: usize) -> Option<(usize, &Field)> {
        let (before, after) = self.fields.split_at_checked(from)?;
        let later = after.iter().enumerate().find(|(_, field)| field.name == name);
        let found = later.map(|(place, field)| (from + place, field));
        found.or_else(|| before.iter().enumerate().find(|(_, field)| field.name == name))
    }

    /// An object of the class without its fields, and the `dict` that holds them.
    pub(crate) fn object<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyDict>)> {
        let object = self.make.bind(py).call0()?;
        let members = object.getattr(intern!(py, "__dict__"))?.cast_into::<PyDict>()?;
        Ok((object, members))
    }
}

/// How a model is filled from an answer.
#[pyclass(frozen, module = "spice_cloud._native")]
pub(crate) struct Shape(Arc<Table>);

#[pymethods]
impl Shape {
    #[new]
    fn new(model: Bound<'_, PyType>, fields: &Bound<'_, PyDict>, has_meta: bool) -> PyResult<Self> {
        let py = model.py();
        let mut read = Vec::with_capacity(fields.len());
        for (name, kind) in fields {
            let name: String = name.extract()?;
            read.push(Field { key: interned(py, &name), name, kind: kind_of(&kind)? });
        }
        let new = py.import("builtins")?.getattr("object")?.getattr("__new__")?;
        let make = py.import("types")?.getattr("MethodType")?.call1((new, model))?.unbind();
        Ok(Self(Arc::new(Table { make, fields: read, has_meta })))
    }
}

/// What a declaration says: a class, `[kind]` for a list, `{str: kind}` for a map.
pub(crate) fn kind_of(declared: &Bound<'_, PyAny>) -> PyResult<Kind> {
    let py = declared.py();
    if let Ok(list) = declared.cast::<PyList>() {
        return Ok(Kind::List(Box::new(kind_of(&list.get_item(0)?)?)));
    }
    if let Ok(map) = declared.cast::<PyDict>() {
        let item = map.values().get_item(0)?;
        return Ok(Kind::Map(Box::new(kind_of(&item)?)));
    }
    if declared.is_none() {
        return Ok(Kind::Any);
    }
    // The core writes these as what they are.
    let plain = [
        py.get_type::<PyInt>(),
        py.get_type::<PyFloat>(),
        py.get_type::<PyString>(),
        py.get_type::<PyBool>(),
    ];
    if plain.iter().any(|class| declared.is(class))
        || declared.is(py.import("builtins")?.getattr("object")?)
    {
        return Ok(Kind::Any);
    }
    if let Some(shape) = declared.getattr_opt(intern!(py, "_shape"))? {
        return Ok(Kind::Model(Arc::clone(&shape.cast::<Shape>()?.get().0)));
    }
    if let Some(members) = declared.getattr_opt(intern!(py, "_members"))? {
        let known: HashMap<String, Py<PyAny>> = members.extract()?;
        return Ok(Kind::Word(Word { class: declared.clone().unbind(), known }));
    }
    if declared.getattr_opt(intern!(py, "fromisoformat"))?.is_some() {
        return Ok(Kind::Instant);
    }
    if declared.getattr_opt(intern!(py, "reveal"))?.is_some() {
        return Ok(Kind::Secret(declared.clone().unbind()));
    }
    Err(PyTypeError::new_err(format!("{} is nothing that an answer can hold", declared.repr()?)))
}
