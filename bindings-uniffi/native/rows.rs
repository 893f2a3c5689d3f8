//! Values as bytes: what Kotlin and Swift read faster than JSON, and than records that `UniFFI` lifts field by field.
//!
//! A value begins with a byte that says what it is; numbers of more than one byte have the most significant first.
//!
//! | byte | value | what follows |
//! |---|---|---|
//! | 0 | null | |
//! | 1, 2 | false, true | |
//! | 3 | whole number | 8 bytes |
//! | 4 | other number | 8 bytes, IEEE 754 |
//! | 5 | text | 4 bytes for how many bytes, and UTF-8 |
//! | 6 | time | seconds since 1970 in 8 bytes, nanoseconds in 4 |
//! | 7 | list | 4 bytes for how many items, and the items |
//! | 8 | object | 4 bytes for how many members, and each: its name as text without the byte 5, and its value |
//! | 9 | model | 1 byte for how many of its fields follow, in their order; the values; and its other members as of an object |
//! | 10 | whole number that is too large | digits as text without the byte 5 |
//!
//! Fields of a model that are absent are null, and those behind the last that is there are left out.

use spice_cloud::channel::{Sink, Stopped};

type Told = Result<(), Stopped>;

const NULL: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const WHOLE: u8 = 3;
const NUMBER: u8 = 4;
const TEXT: u8 = 5;
const TIME: u8 = 6;
const LIST: u8 = 7;
const OBJECT: u8 = 8;
const MODEL: u8 = 9;
const LARGE: u8 = 10;

/// Writes what it is told.
#[derive(Default)]
pub(crate) struct Rows {
    written: Vec<u8>,
    /// What has begun and not ended, the innermost last.
    open: Vec<Open>,
}

struct Open {
    kind: Kind,
    /// Where its byte stands.
    start: usize,
    /// How many items, members or fields are written.
    count: u32,
}

#[derive(Clone, Copy)]
enum Kind {
    List,
    Object,
    Model,
    /// A model of which other members are written, whose number stands at a place.
    Others(usize),
}

impl Rows {
    /// Writes behind what is there.
    pub(crate) fn after(written: Vec<u8>) -> Self {
        Self { written, open: Vec::new() }
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.written
    }

    fn byte(&mut self, byte: u8) {
        self.item();
        self.written.push(byte);
    }

    /// What a value means for what it stands in.
    fn item(&mut self) {
        if let Some(Open { kind: Kind::List, count, .. }) = self.open.last_mut() {
            *count += 1;
        }
    }

    fn letters(&mut self, text: &str) -> Told {
        let length = u32::try_from(text.len()).map_err(|_| Stopped)?;
        self.written.extend(length.to_be_bytes());
        self.written.extend(text.as_bytes());
        Ok(())
    }

    fn begin(&mut self, kind: Kind, byte: u8) {
        self.byte(byte);
        self.open.push(Open { kind, start: self.written.len() - 1, count: 0 });
        // Until it is known.
        self.written.extend([0; 4]);
    }

    fn count_at(&mut self, place: usize, count: u32) {
        if let Some(room) = self.written.get_mut(place..place + 4) {
            room.copy_from_slice(&count.to_be_bytes());
        }
    }

    /// The name of a member that has no place.
    fn named(&mut self, name: &str) -> Told {
        let place = self.written.len();
        let open = self.open.last_mut().ok_or(Stopped)?;
        if let Kind::Model = open.kind {
            let fields = u8::try_from(open.count).map_err(|_| Stopped)?;
            (open.kind, open.count) = (Kind::Others(place), 0);
            let room = self.written.get_mut(open.start + 1).ok_or(Stopped)?;
            *room = fields;
            self.written.extend([0; 4]);
        }
        let open = self.open.last_mut().ok_or(Stopped)?;
        open.count += 1;
        self.letters(name)
    }
}

impl Sink for Rows {
    fn null(&mut self) -> Told {
        self.byte(NULL);
        Ok(())
    }

    fn flag(&mut self, flag: bool) -> Told {
        self.byte(if flag { TRUE } else { FALSE });
        Ok(())
    }

    fn integer(&mut self, number: i64) -> Told {
        self.byte(WHOLE);
        self.written.extend(number.to_be_bytes());
        Ok(())
    }

    fn large(&mut self, number: u64) -> Told {
        self.byte(LARGE);
        self.letters(&number.to_string())
    }

    fn number(&mut self, number: f64) -> Told {
        self.byte(NUMBER);
        self.written.extend(number.to_be_bytes());
        Ok(())
    }

    fn text(&mut self, text: &str) -> Told {
        self.byte(TEXT);
        self.letters(text)
    }

    fn time(&mut self, nanoseconds: i128) -> Told {
        const SECOND: i128 = 1_000_000_000;
        let seconds = i64::try_from(nanoseconds.div_euclid(SECOND)).map_err(|_| Stopped)?;
        let rest = u32::try_from(nanoseconds.rem_euclid(SECOND)).map_err(|_| Stopped)?;
        self.byte(TIME);
        self.written.extend(seconds.to_be_bytes());
        self.written.extend(rest.to_be_bytes());
        Ok(())
    }

    fn begin_list(&mut self, _length: Option<usize>) -> Told {
        self.begin(Kind::List, LIST);
        Ok(())
    }

    fn end_list(&mut self) -> Told {
        let open = self.open.pop().ok_or(Stopped)?;
        self.count_at(open.start + 1, open.count);
        Ok(())
    }

    fn begin_object(&mut self) -> Told {
        self.begin(Kind::Object, OBJECT);
        Ok(())
    }

    fn field(&mut self, name: &'static str) -> Told {
        self.named(name)
    }

    fn member(&mut self, name: &str) -> Told {
        self.named(name)
    }

    fn nth_field(&mut self, place: u32, name: &'static str) -> Told {
        let Some(open) = self.open.last_mut() else { return Err(Stopped) };
        match open.kind {
            // Its first member says that it is a model: one byte has room for how many fields there are.
            Kind::Object if open.count == 0 => {
                open.kind = Kind::Model;
                let start = open.start;
                self.written.truncate(start + 2);
                *self.written.get_mut(start).ok_or(Stopped)? = MODEL;
            }
            Kind::Model => {}
            // A field that comes after other members, which models do not do, is told as one of them.
            _ => return self.named(name),
        }
        let Some(open) = self.open.last_mut() else { return Err(Stopped) };
        for _ in open.count..place {
            self.written.push(NULL);
        }
        open.count = place + 1;
        Ok(())
    }

    fn end_object(&mut self) -> Told {
        let open = self.open.pop().ok_or(Stopped)?;
        match open.kind {
            Kind::Model => {
                let fields = u8::try_from(open.count).map_err(|_| Stopped)?;
                *self.written.get_mut(open.start + 1).ok_or(Stopped)? = fields;
                self.written.extend([0; 4]);
            }
            Kind::Others(place) => self.count_at(place, open.count),
            Kind::Object | Kind::List => self.count_at(open.start + 1, open.count),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use spice_cloud::channel::{read, tell};

    use super::{LIST, MODEL, NULL, OBJECT, Rows, TEXT, TIME, TRUE, WHOLE};

    fn told(value: &Value) -> Vec<u8> {
        let mut rows = Rows::default();
        tell(value, &mut rows).unwrap();
        rows.finish()
    }

    fn model(name: &str, value: &Value) -> Vec<u8> {
        let mut rows = Rows::default();
        read(name, &value.to_string()).unwrap().tell(&mut rows).unwrap();
        rows.finish()
    }

    /// Bytes, with numbers of four bytes written as what they are.
    fn bytes(parts: &[&[u8]]) -> Vec<u8> {
        parts.concat()
    }

    fn text(text: &str) -> Vec<u8> {
        bytes(&[&u32::try_from(text.len()).unwrap().to_be_bytes(), text.as_bytes()])
    }

    #[test]
    fn values_are_what_they_are() {
        assert_eq!(told(&Value::Null), [NULL]);
        assert_eq!(told(&json!([true, "é"])), bytes(&[&[LIST, 0, 0, 0, 2, TRUE, TEXT], &text("é")]));
        assert_eq!(told(&json!(-2)), bytes(&[&[WHOLE], &(-2_i64).to_be_bytes()]));
        assert_eq!(told(&json!(0.5)), bytes(&[&[super::NUMBER], &0.5_f64.to_be_bytes()]));
        assert_eq!(told(&json!(u64::MAX)), bytes(&[&[super::LARGE], &text("18446744073709551615")]));
        let object = json!({ "a": { "b": [] }, "c": false });
        let expected = [
            &[OBJECT, 0, 0, 0, 2][..],
            &text("a"),
            &[OBJECT, 0, 0, 0, 1],
            &text("b"),
            &[LIST, 0, 0, 0, 0],
            &text("c"),
            &[super::FALSE],
        ];
        assert_eq!(told(&object), bytes(&expected));
    }

    #[test]
    fn models_are_rows_with_their_other_members_behind() {
        assert_eq!(
            model("Resources", &json!({ "limits": { "memory": "1Gi" }, "later": 1 })),
            bytes(&[
                &[MODEL, 1, MODEL, 2, NULL, TEXT],
                &text("1Gi"),
                &[0; 4],
                &[0, 0, 0, 1],
                &text("later"),
                &[WHOLE],
                &1_i64.to_be_bytes(),
            ])
        );
        assert_eq!(model("Resources", &json!({})), [OBJECT, 0, 0, 0, 0]);
        let app = model("App", &json!({ "id": 7, "name": "a", "created_at": "1969-12-31T23:59:59.5Z" }));
        let expected = [
            &[MODEL, 13, WHOLE][..],
            &7_i64.to_be_bytes(),
            &[TEXT],
            &text("a"),
            &[NULL, NULL, TIME],
            &(-1_i64).to_be_bytes(),
            &500_000_000_u32.to_be_bytes(),
        ];
        assert_eq!(app[..app.len().min(expected.concat().len())], expected.concat());
    }
}
