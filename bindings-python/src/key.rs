//! Names of members: the field of a model that a name means, found without a copy of the name.

use serde::Serialize;
use serde::ser::{Error, Impossible, Serializer};

use crate::build::Failure;
use crate::shape::Table;

/// Finds what a name means.
pub(crate) struct Key<'a> {
    pub(crate) table: Option<&'a Table>,
    /// The field that is expected next.
    pub(crate) from: usize,
}

/// What a name means.
#[derive(Default)]
pub(crate) struct Found {
    /// The place of the field.
    pub(crate) field: Option<usize>,
    /// The name itself, where it is no field's.
    pub(crate) name: String,
}

type Result<T> = std::result::Result<T, Failure>;

fn no_text<T>() -> Result<T> {
    Err(Error::custom("the name of a member is text"))
}

/// Everything but text is no name.
macro_rules! refuse {
    ($($method:ident($($argument:ty),*) -> $result:ty;)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<$result> {
            no_text()
        }
    )*};
}

impl Serializer for Key<'_> {
    type Ok = Found;
    type Error = Failure;
    type SerializeSeq = Impossible<Found, Failure>;
    type SerializeTuple = Impossible<Found, Failure>;
    type SerializeTupleStruct = Impossible<Found, Failure>;
    type SerializeTupleVariant = Impossible<Found, Failure>;
    type SerializeMap = Impossible<Found, Failure>;
    type SerializeStruct = Impossible<Found, Failure>;
    type SerializeStructVariant = Impossible<Found, Failure>;

    fn serialize_str(self, name: &str) -> Result<Found> {
        match self.table.and_then(|table| table.find(name, self.from)) {
            Some(field) => Ok(Found { field: Some(field), name: String::new() }),
            None => Ok(Found { field: None, name: name.to_owned() }),
        }
    }

    fn serialize_some<T: Serialize + ?Sized>(self, name: &T) -> Result<Found> {
        name.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, name: &T) -> Result<Found> {
        name.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Found> {
        no_text()
    }

    refuse! {
        serialize_bool(bool) -> Found;
        serialize_i8(i8) -> Found;
        serialize_i16(i16) -> Found;
        serialize_i32(i32) -> Found;
        serialize_i64(i64) -> Found;
        serialize_u8(u8) -> Found;
        serialize_u16(u16) -> Found;
        serialize_u32(u32) -> Found;
        serialize_u64(u64) -> Found;
        serialize_f32(f32) -> Found;
        serialize_f64(f64) -> Found;
        serialize_char(char) -> Found;
        serialize_bytes(&[u8]) -> Found;
        serialize_none() -> Found;
        serialize_unit() -> Found;
        serialize_unit_struct(&'static str) -> Found;
        serialize_unit_variant(&'static str, u32, &'static str) -> Found;
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct(&'static str, usize) -> Self::SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }
}
