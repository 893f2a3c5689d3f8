//! Python objects from what the core tells: a shape says what becomes of a value, and without one it becomes what JSON
//! would. Nothing is written or read as text on the way, so a page of a hundred apps costs little more than its objects.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyList, PyMappingProxy, PyString, PyTuple};
use spice_cloud::channel::{Sink, Stopped};

use crate::errors;
use crate::shape::{Field, Kind, Table};
use crate::text::instant;

/// Builds what a shape says. `tell` tells the value.
pub(crate) fn build<'py>(
    py: Python<'py>,
    kind: &Kind,
    meta: Option<&Bound<'py, PyAny>>,
    tell: impl FnOnce(&mut dyn Sink) -> Told,
) -> PyResult<Bound<'py, PyAny>> {
    let mut builder = Builder { py, kind, meta, open: Vec::new(), built: None, raised: None };
    // What was raised is in the builder.
    let _ = tell(&mut builder);
    match (builder.raised, builder.built) {
        (Some(raised), _) => Err(raised),
        (None, Some(built)) => Ok(built),
        (None, None) => Err(errors::internal(py, "a result cannot be built")),
    }
}

/// Builds what JSON would be.
pub(crate) fn plain(py: Python<'_>, tell: impl FnOnce(&mut dyn Sink) -> Told) -> PyResult<Bound<'_, PyAny>> {
    build(py, &Kind::Any, None, tell)
}

type Told = Result<(), Stopped>;

/// Builds a value from its outside in.
struct Builder<'a, 'py> {
    py: Python<'py>,
    /// What the whole becomes.
    kind: &'a Kind,
    /// What results tell about their call.
    meta: Option<&'a Bound<'py, PyAny>>,
    /// What has begun and not ended, the innermost last.
    open: Vec<Open<'a, 'py>>,
    built: Option<Bound<'py, PyAny>>,
    raised: Option<PyErr>,
}

/// Something that has begun.
enum Open<'a, 'py> {
    List { item: &'a Kind, is_tuple: bool, items: Vec<Bound<'py, PyAny>> },
    Dict { item: &'a Kind, is_read_only: bool, dict: Bound<'py, PyDict>, name: Option<Bound<'py, PyString>> },
    Model(Model<'a, 'py>),
}

struct Model<'a, 'py> {
    table: &'a Table,
    object: Bound<'py, PyAny>,
    members: Bound<'py, PyDict>,
    /// Where the next field is expected.
    next: usize,
    field: Option<&'a Field>,
    /// The name of a member that is no field's.
    name: Option<Bound<'py, PyString>>,
    extra: Option<Bound<'py, PyDict>>,
}

impl<'py> Model<'_, 'py> {
    fn put(&mut self, py: Python<'py>, object: Bound<'py, PyAny>) -> PyResult<()> {
        let Some(field) = self.field.take() else {
            let name = self.name.take();
            return self.keep_extra(py, name.unwrap_or_else(|| intern!(py, "").clone()), object);
        };
        if object.is_none() {
            // What is absent is the class's own default.
            return Ok(());
        }
        if matches!(field.kind, Kind::Instant) && object.is_instance_of::<PyString>() {
            return self.keep_extra(py, field.key.bind(py).clone(), object);
        }
        self.members.set_item(&field.key, object)
    }

    fn keep_extra(
        &mut self,
        py: Python<'py>,
        name: Bound<'py, PyString>,
        object: Bound<'py, PyAny>,
    ) -> PyResult<()> {
        self.extra.get_or_insert_with(|| PyDict::new(py)).set_item(name, object)
    }

    fn end(self, py: Python<'py>, meta: Option<&Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyAny>> {
        if let Some(extra) = self.extra {
            self.members.set_item(intern!(py, "extra"), PyMappingProxy::new(py, extra.as_mapping()))?;
        }
        if let Some(meta) = meta.filter(|_| self.table.has_meta) {
            self.members.set_item(intern!(py, "meta"), meta)?;
        }
        Ok(self.object)
    }
}

impl<'a, 'py> Builder<'a, 'py> {
    /// What the next value becomes.
    fn expected(&self) -> &'a Kind {
        match self.open.last() {
            None => self.kind,
            Some(Open::List { item, .. } | Open::Dict { item, .. }) => item,
            Some(Open::Model(model)) => model.field.map_or(&Kind::Any, |field| &field.kind),
        }
    }

    /// Puts a value where it belongs.
    fn put(&mut self, object: Bound<'py, PyAny>) -> Told {
        let done = match self.open.last_mut() {
            None => {
                self.built = Some(object);
                Ok(())
            }
            Some(Open::List { items, .. }) => {
                items.push(object);
                Ok(())
            }
            Some(Open::Dict { dict, name, .. }) => match name.take() {
                Some(name) => dict.set_item(name, object),
                None => Ok(()),
            },
            Some(Open::Model(model)) => model.put(self.py, object),
        };
        self.kept(done)
    }

    fn put_made(&mut self, made: PyResult<Bound<'py, PyAny>>) -> Told {
        let object = self.kept(made)?;
        self.put(object)
    }

    /// Keeps what Python raised.
    fn kept<T>(&mut self, result: PyResult<T>) -> Result<T, Stopped> {
        result.map_err(|raised| {
            self.raised = Some(raised);
            Stopped
        })
    }

    /// What the core does not say in this order.
    fn out_of_order(&mut self) -> Told {
        self.raised = Some(errors::internal(self.py, "a result was told out of order"));
        Err(Stopped)
    }
}

impl Sink for Builder<'_, '_> {
    fn null(&mut self) -> Told {
        let none = self.py.None().into_bound(self.py);
        self.put(none)
    }

    fn flag(&mut self, flag: bool) -> Told {
        let flag = PyBool::new(self.py, flag).to_owned().into_any();
        self.put(flag)
    }

    fn integer(&mut self, number: i64) -> Told {
        let Ok(number) = number.into_pyobject(self.py);
        self.put(number.into_any())
    }

    fn large(&mut self, number: u64) -> Told {
        let Ok(number) = number.into_pyobject(self.py);
        self.put(number.into_any())
    }

    fn number(&mut self, number: f64) -> Told {
        self.put(PyFloat::new(self.py, number).into_any())
    }

    fn text(&mut self, text: &str) -> Told {
        let made = match self.expected() {
            Kind::Word(word) => word.member(self.py, text),
            Kind::Secret(class) => class.bind(self.py).call1((text,)),
            // A text that is no time is told apart by what it is.
            Kind::Instant => instant(self.py, text)
                .map(|moment| moment.unwrap_or_else(|| PyString::new(self.py, text).into_any())),
            _ => Ok(PyString::new(self.py, text).into_any()),
        };
        self.put_made(made)
    }

    fn begin_list(&mut self, length: Option<usize>) -> Told {
        let items = Vec::with_capacity(length.unwrap_or_default());
        // Models do not change: their lists are tuples.
        let (item, is_tuple) = match self.expected() {
            Kind::List(item) => (&**item, !self.open.is_empty()),
            _ => (&Kind::Any, false),
        };
        self.open.push(Open::List { item, is_tuple, items });
        Ok(())
    }

    fn end_list(&mut self) -> Told {
        match self.open.pop() {
            Some(Open::List { is_tuple: true, items, .. }) => {
                self.put_made(PyTuple::new(self.py, items).map(Bound::into_any))
            }
            Some(Open::List { items, .. }) => self.put_made(PyList::new(self.py, items).map(Bound::into_any)),
            _ => self.out_of_order(),
        }
    }

    fn begin_object(&mut self) -> Told {
        let py = self.py;
        let (item, is_read_only) = match self.expected() {
            Kind::Model(table) => {
                let (object, members) = self.kept(table.object(py))?;
                let model = Model { table, object, members, next: 0, field: None, name: None, extra: None };
                self.open.push(Open::Model(model));
                return Ok(());
            }
            Kind::Map(item) => (&**item, !self.open.is_empty()),
            _ => (&Kind::Any, false),
        };
        self.open.push(Open::Dict { item, is_read_only, dict: PyDict::new(py), name: None });
        Ok(())
    }

    fn member(&mut self, name: &str) -> Told {
        match self.open.last_mut() {
            Some(Open::Model(model)) => {
                if let Some((place, field)) = model.table.find(name, model.next) {
                    model.next = place + 1;
                    model.field = Some(field);
                } else {
                    model.field = None;
                    model.name = Some(PyString::new(self.py, name));
                }
                Ok(())
            }
            Some(Open::Dict { name: next, .. }) => {
                *next = Some(PyString::new(self.py, name));
                Ok(())
            }
            _ => self.out_of_order(),
        }
    }

    fn end_object(&mut self) -> Told {
        match self.open.pop() {
            Some(Open::Model(model)) => self.put_made(model.end(self.py, self.meta)),
            Some(Open::Dict { is_read_only: true, dict, .. }) => {
                self.put(PyMappingProxy::new(self.py, dict.as_mapping()).into_any())
            }
            Some(Open::Dict { dict, .. }) => self.put(dict.into_any()),
            _ => self.out_of_order(),
        }
    }
}
