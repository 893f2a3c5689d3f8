//! A step of a call, as the bytes that hosts take it as.

use serde_json::Value;
use spice_cloud::channel::{Reply, Step, tell};
use zeroize::{Zeroize as _, Zeroizing};

use crate::failure;
use crate::rows::Rows;

/// The first byte of a step, which says what follows.
#[repr(u8)]
enum Kind {
    /// Bits (1: a page, 2: the last one), the offset if it is a page, meta, value.
    Done = 1,
    /// The same of an event.
    Event = 2,
    /// The host gives a token.
    Token = 3,
    /// An error.
    Failed = 4,
    /// There is something to log.
    Log = 5,
    /// The host does something: what, and with what.
    Ask = 6,
}

/// About how long the bytes of a page and of an object are, so that they need not grow often.
const PAGE: usize = 32_768;
const ONE: usize = 512;

/// The step. Most are written by the call already.
pub(crate) fn bytes(step: Step) -> Vec<u8> {
    match step {
        Step::Written(bytes) => bytes,
        Step::Done(reply) => told(Kind::Done, &reply),
        Step::Event(reply) => told(Kind::Event, &reply),
        Step::NeedToken => vec![Kind::Token as u8],
        Step::Failed(error) => {
            let mut bytes = vec![Kind::Failed as u8];
            bytes.extend(failure::rows(error));
            bytes
        }
        Step::Ask { step, value } => asked(step, value),
        // No operation of this version says anything else; a host says that it does not know it.
        _ => vec![0],
    }
}

/// That a session has something to log.
pub(crate) fn log() -> [u8; 1] {
    [Kind::Log as u8]
}

/// Whether a call says nothing after it.
pub(crate) fn is_last(step: &[u8]) -> bool {
    let goes_on = [Kind::Event, Kind::Token, Kind::Ask].map(|kind| kind as u8);
    !step.first().is_some_and(|kind| goes_on.contains(kind))
}

/// Whether the host is asked to do something, for which it may get a key.
pub(crate) fn is_ask(step: &[u8]) -> bool {
    step.first() == Some(&(Kind::Ask as u8))
}

/// What the host is asked for. There may be a key in it, of which nothing stays here.
fn asked(step: &str, value: String) -> Vec<u8> {
    let value = Zeroizing::new(value);
    let mut bytes = Vec::with_capacity(ONE);
    bytes.push(Kind::Ask as u8);
    let mut rows = Rows::after(bytes);
    let mut told: Value = serde_json::from_str(&value).unwrap_or_default();
    // This sink stops nothing.
    let _ = tell(&step, &mut rows);
    let _ = tell(&told, &mut rows);
    wipe(&mut told);
    rows.finish()
}

fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(items) => items.iter_mut().for_each(wipe),
        Value::Object(members) => members.values_mut().for_each(wipe),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A reply as the step that ends a call with it.
pub(crate) fn reply(reply: &Reply) -> Vec<u8> {
    told(Kind::Done, reply)
}

fn told(kind: Kind, reply: &Reply) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(if reply.offset().is_some() { PAGE } else { ONE });
    let is_last = u8::from(reply.is_last_page()) << 1;
    bytes.push(kind as u8);
    bytes.push(u8::from(reply.offset().is_some()) | is_last);
    if let Some(offset) = reply.offset() {
        bytes.extend(offset.to_be_bytes());
    }
    let mut rows = Rows::after(bytes);
    // This sink stops nothing.
    let _ = tell(reply.meta(), &mut rows);
    let _ = reply.tell(&mut rows);
    rows.finish()
}

#[cfg(test)]
mod tests {
    use spice_cloud::channel::Step;

    use super::{bytes, is_ask, is_last};

    #[test]
    fn what_is_asked_for_is_told_with_its_key() {
        let value = r#"{"slot":2,"key":"7h3qk9-example"}"#.to_owned();
        let step = bytes(Step::Ask { step: "verify", value });
        let expected = [
            &b"\x06\x05\0\0\0\x06verify\x08\0\0\0\x02\0\0\0\x04slot\x03\0\0\0\0\0\0\0\x02"[..],
            b"\0\0\0\x03key\x05\0\0\0\x0e7h3qk9-example",
        ];
        assert_eq!(step, expected.concat());
        assert!(is_ask(&step) && !is_last(&step));
        assert!(!is_ask(&bytes(Step::NeedToken)) && is_last(&[0]));
    }
}
