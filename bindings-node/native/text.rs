//! JSON as JavaScript wants it: short, with names of the SDK in camel case, and no number that JavaScript would round.
//!
//! A model is a row: `[0, first field, second field, …]`. Its names are known on both sides, and an engine reads a row faster
//! than an object. A field that is absent is null, and what follows the last that is there is left out. In the place of 0
//! stand the members that the SDK does not know, if there are any, as an object. Everything else is what it is in any JSON.

use std::io::Write as _;

use spice_cloud::channel::{Sink, Stopped, camel};

/// The largest whole number up to which JavaScript tells every one from its neighbours.
const LARGEST: u64 = (1 << 53) - 1;

type Told = Result<(), Stopped>;

/// Writes what it is told, as JSON text.
#[derive(Default)]
pub(crate) struct Text {
    written: Vec<u8>,
    /// What has begun and not ended, the innermost last.
    open: Vec<Open>,
    /// The name of the last member, if the SDK knows it.
    field: Option<&'static str>,
    /// A field whose number JavaScript cannot hold.
    inexact: Option<&'static str>,
}

struct Open {
    kind: Kind,
    is_empty: bool,
    /// Where it begins in what is written.
    start: usize,
}

#[derive(Clone, Copy)]
enum Kind {
    List,
    /// Nothing is written of it yet: its first member says what it is.
    Undecided,
    Object,
    /// A model, with the place of the field that comes next.
    Row(u32),
    /// A model of which unknown members are written, from a place on.
    Unknown(usize),
}

impl Text {
    /// One with room for a text of about this length.
    pub(crate) fn with_capacity(length: usize) -> Self {
        Self { written: Vec::with_capacity(length), ..Self::default() }
    }

    /// The text so far.
    pub(crate) fn finish(self) -> String {
        // What is written is text, in pieces of text.
        String::from_utf8(self.written).unwrap_or_default()
    }

    /// A field that would have been rounded. Its digits were written as text.
    pub(crate) fn inexact(&self) -> Option<String> {
        self.inexact.map(camel)
    }

    /// What stands before a value.
    fn value(&mut self) {
        if let Some(Open { kind: Kind::List, is_empty, .. }) = self.open.last_mut()
            && !std::mem::replace(is_empty, false)
        {
            self.written.push(b',');
        }
    }

    /// What stands before the name of a member.
    fn next_member(&mut self) {
        let place = self.written.len();
        let Some(open) = self.open.last_mut() else { return };
        match open.kind {
            Kind::Undecided => {
                open.kind = Kind::Object;
                self.written.push(b'{');
            }
            Kind::Row(_) => {
                open.kind = Kind::Unknown(place);
                open.is_empty = true;
                self.written.push(b'{');
            }
            _ => {}
        }
        if !std::mem::replace(&mut open.is_empty, false) {
            self.written.push(b',');
        }
    }

    fn quoted(&mut self, text: &str) {
        // Writing text into memory does not fail.
        let _ = serde_json::to_writer(&mut self.written, text);
    }

    fn digits(&mut self, digits: &str) {
        self.value();
        self.written.extend_from_slice(digits.as_bytes());
    }

    /// Whole numbers that are no field of the SDK are somebody else's data: as text nothing of them is lost.
    fn too_large(&mut self, digits: &str) {
        self.inexact = self.inexact.or(self.field);
        self.value();
        self.quoted(digits);
    }

    fn begin(&mut self, kind: Kind) {
        self.value();
        self.open.push(Open { kind, is_empty: true, start: self.written.len() });
    }
}

impl Sink for Text {
    fn null(&mut self) -> Told {
        self.digits("null");
        Ok(())
    }

    fn flag(&mut self, flag: bool) -> Told {
        self.digits(if flag { "true" } else { "false" });
        Ok(())
    }

    fn integer(&mut self, number: i64) -> Told {
        if number.unsigned_abs() <= LARGEST {
            self.value();
            // Writing into memory does not fail.
            let _ = write!(self.written, "{number}");
        } else {
            self.too_large(&number.to_string());
        }
        Ok(())
    }

    fn large(&mut self, number: u64) -> Told {
        self.too_large(&number.to_string());
        Ok(())
    }

    fn number(&mut self, number: f64) -> Told {
        self.value();
        // What is not finite has no digits in JSON, and becomes null.
        let _ = serde_json::to_writer(&mut self.written, &number);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Told {
        self.value();
        self.quoted(text);
        Ok(())
    }

    /// Milliseconds, which is what JavaScript makes times of fastest.
    fn time(&mut self, nanoseconds: i128) -> Told {
        let milliseconds = i64::try_from(nanoseconds.div_euclid(1_000_000)).map_err(|_| Stopped)?;
        self.integer(milliseconds)
    }

    fn begin_list(&mut self, _length: Option<usize>) -> Told {
        self.begin(Kind::List);
        self.written.push(b'[');
        Ok(())
    }

    fn end_list(&mut self) -> Told {
        self.open.pop();
        self.written.push(b']');
        Ok(())
    }

    fn begin_object(&mut self) -> Told {
        self.begin(Kind::Undecided);
        Ok(())
    }

    fn field(&mut self, name: &'static str) -> Told {
        self.next_member();
        self.written.push(b'"');
        let mut words = name.split('_');
        self.written.extend_from_slice(words.next().unwrap_or_default().as_bytes());
        for word in words {
            let place = self.written.len();
            self.written.extend_from_slice(word.as_bytes());
            if let Some(first) = self.written.get_mut(place) {
                first.make_ascii_uppercase();
            }
        }
        self.written.extend_from_slice(b"\":");
        self.field = Some(name);
        Ok(())
    }

    fn member(&mut self, name: &str) -> Told {
        self.next_member();
        self.quoted(name);
        self.written.push(b':');
        self.field = None;
        Ok(())
    }

    fn nth_field(&mut self, place: u32, name: &'static str) -> Told {
        let Some(open) = self.open.last_mut() else { return self.field(name) };
        let next = match open.kind {
            Kind::Undecided => {
                self.written.extend_from_slice(b"[0");
                0
            }
            Kind::Row(next) => next,
            // A field that comes after unknown members, which models do not do, is told as one of them.
            _ => return self.field(name),
        };
        open.kind = Kind::Row(place + 1);
        for _ in next..place {
            self.written.extend_from_slice(b",null");
        }
        self.written.push(b',');
        self.field = Some(name);
        Ok(())
    }

    fn end_object(&mut self) -> Told {
        let Some(open) = self.open.pop() else { return Err(Stopped) };
        match open.kind {
            Kind::Undecided => self.written.extend_from_slice(b"{}"),
            Kind::List | Kind::Object => self.written.push(b'}'),
            Kind::Row(_) => self.written.push(b']'),
            Kind::Unknown(place) => {
                self.written.push(b'}');
                let unknown = self.written.split_off(place);
                // In the place of the 0 behind the bracket.
                self.written.splice(open.start + 1..open.start + 2, unknown);
                self.written.push(b']');
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use spice_cloud::channel::{Sink, read, tell};

    use super::Text;

    fn told(value: &Value) -> String {
        let mut text = Text::default();
        tell(value, &mut text).unwrap();
        text.finish()
    }

    #[test]
    fn what_is_told_is_json() {
        for text in [r#"{"a_b":[1,-2.5,"x\"",null,true,{}],"c":{"d":[]}}"#, "[]", "7", r#""é\n""#] {
            assert_eq!(told(&serde_json::from_str(text).unwrap()), text);
        }
    }

    #[test]
    fn what_javascript_would_round_is_text() {
        let most = 9_007_199_254_740_991_i64;
        assert_eq!(told(&json!([most, -most])), "[9007199254740991,-9007199254740991]");
        assert_eq!(told(&json!([most + 1, u64::MAX])), r#"["9007199254740992","18446744073709551615"]"#);
    }

    #[test]
    fn only_fields_of_the_sdk_may_be_inexact() {
        let app = |id: i64| {
            let text = json!({ "id": id, "name": "a", "created_at": "2026-01-01T00:00:00Z", "later_on": id });
            let mut written = Text::default();
            read("App", &text.to_string()).unwrap().tell(&mut written).unwrap();
            (written.inexact(), written.finish())
        };
        let (inexact, text) = app(7);
        assert_eq!(inexact, None);
        let nulls = ",null".repeat(7);
        let row = format!(r#"[{{"later_on":7}},7,"a",null,null,1767225600000{nulls},{{}}]"#);
        assert_eq!(text, row);
        let (inexact, text) = app(1 << 53);
        assert_eq!(inexact.as_deref(), Some("id"));
        assert!(text.contains(r#","9007199254740992","a""#), "{text}");
    }

    #[test]
    fn names_of_the_sdk_are_in_camel_case() {
        let mut text = Text::default();
        let told = text
            .begin_object()
            .and_then(|()| text.field("api_key_2"))
            .and_then(|()| text.flag(true))
            .and_then(|()| text.end_object());
        told.unwrap();
        assert_eq!(text.finish(), r#"{"apiKey2":true}"#);
    }

    #[test]
    fn models_are_rows_and_what_they_hold_is_too() {
        let told = |model: &str, value: Value| {
            let mut written = Text::default();
            read(model, &value.to_string()).unwrap().tell(&mut written).unwrap();
            written.finish()
        };
        let resources = json!({ "limits": { "memory": "1Gi" }, "later": 1, "sooner": [2] });
        assert_eq!(told("Resources", resources), r#"[{"later":1,"sooner":[2]},[0,null,"1Gi"]]"#);
        assert_eq!(told("Resources", json!({ "limits": {} })), "[0,{}]");
        assert_eq!(told("Resources", json!({ "later": 1 })), r#"{"later":1}"#);
        let metrics = json!({ "metrics": { "a_b": { "cpu_usage_percent": 1.5 } } });
        assert_eq!(told("AppMetrics", metrics), r#"[0,{"a_b":[0,1.5]}]"#);
    }

    #[test]
    fn a_number_without_digits_is_null() {
        let mut text = Text::default();
        text.number(f64::NAN).unwrap();
        assert_eq!(text.finish(), "null");
    }
}
