//! JSON as JavaScript wants it: names of the SDK in camel case, and no number that JavaScript would round.

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
    is_list: bool,
    is_empty: bool,
}

impl Text {
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
        if let Some(open) = self.open.last_mut().filter(|open| open.is_list) {
            if !open.is_empty {
                self.written.push(b',');
            }
            open.is_empty = false;
        }
    }

    /// What stands before the name of a member.
    fn next_member(&mut self) {
        if let Some(open) = self.open.last_mut() {
            if !open.is_empty {
                self.written.push(b',');
            }
            open.is_empty = false;
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

    fn begin(&mut self, bracket: u8, is_list: bool) {
        self.value();
        self.written.push(bracket);
        self.open.push(Open { is_list, is_empty: true });
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

    fn begin_list(&mut self, _length: Option<usize>) -> Told {
        self.begin(b'[', true);
        Ok(())
    }

    fn end_list(&mut self) -> Told {
        self.open.pop();
        self.written.push(b']');
        Ok(())
    }

    fn begin_object(&mut self) -> Told {
        self.begin(b'{', false);
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

    fn end_object(&mut self) -> Told {
        self.open.pop();
        self.written.push(b'}');
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
    fn only_fields_of_the_sdk_are_respelled_and_may_be_inexact() {
        let app = |id: i64| {
            let text = json!({ "id": id, "name": "a", "created_at": "2026-01-01T00:00:00Z", "later_on": id });
            let mut written = Text::default();
            read("App", &text.to_string()).unwrap().tell(&mut written).unwrap();
            (written.inexact(), written.finish())
        };
        let (inexact, text) = app(7);
        assert_eq!(inexact, None);
        assert!(text.contains(r#""createdAt":"#) && text.contains(r#""later_on":7"#), "{text}");
        let (inexact, text) = app(1 << 53);
        assert_eq!(inexact.as_deref(), Some("id"));
        assert!(text.contains(r#""id":"9007199254740992""#), "{text}");
    }

    #[test]
    fn a_number_without_digits_is_null() {
        let mut text = Text::default();
        text.number(f64::NAN).unwrap();
        assert_eq!(text.finish(), "null");
    }
}
