//! A step of a call, as the text that JavaScript takes it as.

use spice_cloud::Secret;
use spice_cloud::channel::{Reply, Step, tell};

use crate::errors;
use crate::text::Text;

/// About how long the texts of a page and of an object are, so that they need not grow often.
const PAGE: usize = 32_768;
const ONE: usize = 512;

/// The step as a JSON object: `kind` is `done`, `event`, `token`, `ask` or `failed`. Most are written by the call already.
pub(crate) fn text(step: Step) -> String {
    match step {
        // It was written by the next function.
        Step::Written(bytes) => String::from_utf8(bytes).unwrap_or_default(),
        Step::Done(reply) => reply_text("done", &reply),
        Step::Event(reply) => reply_text("event", &reply),
        Step::NeedToken => r#"{"kind":"token"}"#.to_owned(),
        Step::Ask { step, value } => {
            // The core's copy of what may be a key is wiped.
            let value = Secret::from(value);
            format!(r#"{{"kind":"ask","step":"{step}","value":{}}}"#, value.reveal())
        }
        Step::Failed(error) => format!(r#"{{"kind":"failed","error":{}}}"#, errors::json(error)),
        _ => r#"{"kind":"unknown"}"#.to_owned(),
    }
}

/// The same for the threads of the SDK.
pub(crate) fn bytes(step: Step) -> Vec<u8> {
    text(step).into_bytes()
}

/// With `value`, `meta`, for a page its `offset` and whether it `isLast`, and `inexact` for a field whose number JavaScript would round.
fn reply_text(kind: &str, reply: &Reply) -> String {
    let room = if reply.offset().is_some() { PAGE } else { ONE };
    let (mut value, mut meta) = (Text::with_capacity(room), Text::with_capacity(ONE));
    // These sinks stop nothing.
    let _ = reply.tell(&mut value);
    let _ = tell(reply.meta(), &mut meta);
    let inexact = value.inexact().map(|field| format!(r#","inexact":"{field}""#)).unwrap_or_default();
    let offset = reply.offset().map(|offset| format!(r#","offset":{offset}"#)).unwrap_or_default();
    let last = if reply.is_last_page() { r#","isLast":true"# } else { "" };
    let (value, meta) = (value.finish(), meta.finish());
    format!(r#"{{"kind":"{kind}"{inexact}{offset}{last},"value":{value},"meta":{meta}}}"#)
}
