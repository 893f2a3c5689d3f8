//! Values told member by member, for hosts that build objects of their own: what is written is the very same as JSON.

use std::fmt;

use serde::ser::{self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

/// Is told a value, from its outside in. Each method may stop the telling, and does where a sink has none of its own.
pub trait Sink {
    /// Null.
    fn null(&mut self) -> Result<(), Stopped> {
        Err(Stopped)
    }

    /// True or false.
    fn flag(&mut self, flag: bool) -> Result<(), Stopped> {
        let _ = flag;
        Err(Stopped)
    }

    /// A whole number.
    fn integer(&mut self, number: i64) -> Result<(), Stopped> {
        let _ = number;
        Err(Stopped)
    }

    /// A whole number beyond those.
    fn large(&mut self, number: u64) -> Result<(), Stopped> {
        let _ = number;
        Err(Stopped)
    }

    /// A number with a fraction.
    fn number(&mut self, number: f64) -> Result<(), Stopped> {
        let _ = number;
        Err(Stopped)
    }

    /// Text.
    fn text(&mut self, text: &str) -> Result<(), Stopped> {
        let _ = text;
        Err(Stopped)
    }

    /// A point in time, in nanoseconds since 1970; text in RFC 3339 for hosts that read that. What is no time is text.
    fn time(&mut self, nanoseconds: i128) -> Result<(), Stopped> {
        let time = jiff::Timestamp::from_nanosecond(nanoseconds).map_err(|_| Stopped)?;
        self.text(&time.to_string())
    }

    /// A word of a fixed set, and its place in that, which is text like any other.
    fn word(&mut self, place: u32, word: &'static str) -> Result<(), Stopped> {
        let _ = place;
        self.text(word)
    }

    /// A list begins; its items follow.
    fn begin_list(&mut self, length: Option<usize>) -> Result<(), Stopped> {
        let _ = length;
        Err(Stopped)
    }

    /// The list ends.
    fn end_list(&mut self) -> Result<(), Stopped> {
        Err(Stopped)
    }

    /// An object begins; its members follow, each after its name.
    fn begin_object(&mut self) -> Result<(), Stopped> {
        Err(Stopped)
    }

    /// The name of the member whose value follows, when the SDK knows it: hosts that spell names in another way do it here.
    fn field(&mut self, name: &'static str) -> Result<(), Stopped> {
        self.member(name)
    }

    /// The same for a field of a model, with its place among all fields of that: hosts that know the model may go by it.
    fn nth_field(&mut self, place: u32, name: &'static str) -> Result<(), Stopped> {
        let _ = place;
        self.field(name)
    }

    /// The name of the member whose value follows, when it is somebody else's: of a map, or unknown to this version.
    fn member(&mut self, name: &str) -> Result<(), Stopped> {
        let _ = name;
        Err(Stopped)
    }

    /// The object ends.
    fn end_object(&mut self) -> Result<(), Stopped> {
        Err(Stopped)
    }
}

/// The sink wants no more, and knows why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl fmt::Display for Stopped {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the host stopped it")
    }
}

impl std::error::Error for Stopped {}

impl ser::Error for Stopped {
    /// Models of the SDK do not refuse to be written.
    fn custom<T: fmt::Display>(_words: T) -> Self {
        Self
    }
}

/// Tells a value to a sink.
///
/// # Errors
///
/// When the sink stops it.
pub fn tell<T: Serialize + ?Sized>(value: &T, sink: &mut dyn Sink) -> Result<(), Stopped> {
    value.serialize(Teller(sink))
}

/// Whether a sink takes more.
type Told = Result<(), Stopped>;

/// Turns what serde says into what a sink is told.
struct Teller<'a>(&'a mut dyn Sink);

impl Teller<'_> {
    fn further(&mut self) -> Teller<'_> {
        Teller(self.0)
    }
}

/// Numbers that are told as a larger type.
macro_rules! widened {
    ($($method:ident($narrow:ty) as $wide:ident;)*) => {$(
        fn $method(self, number: $narrow) -> Told {
            self.0.$wide(number.into())
        }
    )*};
}

impl Serializer for Teller<'_> {
    type Ok = ();
    type Error = Stopped;
    type SerializeSeq = Self;
    type SerializeTuple = ser::Impossible<(), Stopped>;
    type SerializeTupleStruct = ser::Impossible<(), Stopped>;
    type SerializeTupleVariant = ser::Impossible<(), Stopped>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = ser::Impossible<(), Stopped>;

    widened! {
        serialize_i8(i8) as integer;
        serialize_i16(i16) as integer;
        serialize_i32(i32) as integer;
        serialize_i64(i64) as integer;
        serialize_u8(u8) as integer;
        serialize_u16(u16) as integer;
        serialize_u32(u32) as integer;
        serialize_f32(f32) as number;
        serialize_f64(f64) as number;
    }

    /// What is told is no text: it may be told in the form that a host likes best.
    fn is_human_readable(&self) -> bool {
        false
    }

    /// Only times are told so.
    fn serialize_i128(self, nanoseconds: i128) -> Told {
        self.0.time(nanoseconds)
    }

    fn serialize_u64(self, number: u64) -> Told {
        match i64::try_from(number) {
            Ok(number) => self.0.integer(number),
            Err(_) => self.0.large(number),
        }
    }

    fn serialize_bool(self, flag: bool) -> Told {
        self.0.flag(flag)
    }

    fn serialize_char(self, letter: char) -> Told {
        self.0.text(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Told {
        self.0.text(text)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Told {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Told {
        self.0.null()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Told {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Told {
        self.0.null()
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Told {
        self.0.null()
    }

    fn serialize_unit_variant(self, _name: &'static str, index: u32, variant: &'static str) -> Told {
        self.0.word(index, variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> Told {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Told {
        let mut object = self.serialize_map(Some(1))?;
        object.serialize_entry(variant, value)?;
        SerializeMap::end(object)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Stopped> {
        self.0.begin_list(length)?;
        Ok(self)
    }

    fn serialize_tuple(self, _length: usize) -> Result<Self::SerializeTuple, Stopped> {
        Err(Stopped)
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleStruct, Stopped> {
        Err(Stopped)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleVariant, Stopped> {
        Err(Stopped)
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Self, Stopped> {
        self.0.begin_object()?;
        Ok(self)
    }

    fn serialize_struct(self, _name: &'static str, length: usize) -> Result<Self, Stopped> {
        self.serialize_map(Some(length))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeStructVariant, Stopped> {
        Err(Stopped)
    }
}

impl SerializeSeq for Teller<'_> {
    type Ok = ();
    type Error = Stopped;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Told {
        value.serialize(self.further())
    }

    fn end(self) -> Told {
        self.0.end_list()
    }
}

impl SerializeMap for Teller<'_> {
    type Ok = ();
    type Error = Stopped;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Told {
        // The names of members are told as such: a sink for that one text stands between.
        key.serialize(Teller(&mut Name(self.0)))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Told {
        value.serialize(self.further())
    }

    fn end(self) -> Told {
        self.0.end_object()
    }
}

impl SerializeStruct for Teller<'_> {
    type Ok = ();
    type Error = Stopped;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Told {
        self.0.field(key)?;
        value.serialize(self.further())
    }

    fn end(self) -> Told {
        self.0.end_object()
    }
}

/// Takes the name of a member, which is text and nothing else.
struct Name<'a>(&'a mut dyn Sink);

impl Sink for Name<'_> {
    fn text(&mut self, name: &str) -> Told {
        self.0.member(name)
    }

    fn word(&mut self, place: u32, name: &'static str) -> Told {
        self.0.nth_field(place, name)
    }
}

/// The place and the name of a field of a model, as a key of a map that has other members, too.
pub(crate) struct FieldName(pub(crate) u32, pub(crate) &'static str);

impl Serialize for FieldName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("FieldName", self.0, self.1)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Sink, Stopped, Told, tell};

    /// Writes down what it is told.
    #[derive(Default)]
    struct Notes(Vec<String>);

    impl Notes {
        #[allow(clippy::unnecessary_wraps)] // What each method gives.
        fn note(&mut self, words: impl Into<String>) -> Told {
            self.0.push(words.into());
            Ok(())
        }
    }

    impl Sink for Notes {
        fn null(&mut self) -> Told {
            self.note("null")
        }

        fn flag(&mut self, flag: bool) -> Told {
            self.note(flag.to_string())
        }

        fn integer(&mut self, number: i64) -> Told {
            self.note(number.to_string())
        }

        fn large(&mut self, number: u64) -> Told {
            self.note(format!("large {number}"))
        }

        fn number(&mut self, number: f64) -> Told {
            self.note(format!("number {number}"))
        }

        fn text(&mut self, text: &str) -> Told {
            if text == "stop" { Err(Stopped) } else { self.note(format!("{text:?}")) }
        }

        fn begin_list(&mut self, _length: Option<usize>) -> Told {
            self.note("[")
        }

        fn end_list(&mut self) -> Told {
            self.note("]")
        }

        fn begin_object(&mut self) -> Told {
            self.note("{")
        }

        fn member(&mut self, name: &str) -> Told {
            self.note(format!("{name}:"))
        }

        fn end_object(&mut self) -> Told {
            self.note("}")
        }
    }

    #[test]
    fn everything_is_told_in_its_order() {
        let value = json!({ "a": [1, -2, 1.5, u64::MAX, true, null], "b": { "c": "d" } });
        let mut notes = Notes::default();
        tell(&value, &mut notes).unwrap();
        let words = notes.0.join(" ");
        assert_eq!(words, r#"{ a: [ 1 -2 number 1.5 large 18446744073709551615 true null ] b: { c: "d" } }"#);
    }

    #[test]
    fn a_sink_can_stop_it() {
        let mut notes = Notes::default();
        assert_eq!(tell(&json!(["a", "stop", "b"]), &mut notes), Err(Stopped));
        assert_eq!(notes.0, ["[", "\"a\""]);
    }
}
