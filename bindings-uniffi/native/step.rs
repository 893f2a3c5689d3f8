//! A step of a call, as the bytes that hosts take it as.

use spice_cloud::channel::{Reply, Step, tell};

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
    !matches!(step.first(), Some(&kind) if kind == Kind::Event as u8 || kind == Kind::Token as u8)
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
