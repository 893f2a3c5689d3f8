//! Chat in the form of `OpenAI`. No model runs: the answer says so, and repeats the last thing that the user said.

use std::fmt::Write as _;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Refusal, Visit};
use crate::http::reply::Reply;
use crate::state::manifest::Manifest;
use crate::state::secrets::hexadecimal;

pub(super) fn answer(visit: &Visit, running: &Manifest, body: &[u8]) -> Result<Reply, Refusal> {
    let request: Value = serde_json::from_slice(body)
        .map_err(|error| refused(400, &format!("The body is not JSON: {error}"), None, None))?;
    let Some(model) = request.get("model").and_then(Value::as_str).filter(|model| !model.is_empty()) else {
        return Err(refused(400, "you must provide a model parameter", Some("model"), None));
    };
    let messages = request.get("messages").and_then(Value::as_array).filter(|messages| !messages.is_empty());
    let Some(messages) = messages else {
        return Err(refused(400, "messages is a list with at least one message", Some("messages"), None));
    };
    if !running.models.is_empty() && !running.models.iter().any(|known| known == model) {
        let message = format!("The model '{model}' does not exist");
        return Err(refused(404, &message, Some("model"), Some("model_not_found")));
    }
    let last = messages.iter().rev().find(|message| message["role"] == "user");
    let completion = Completion {
        id: id(visit, body),
        created: visit.now.as_second(),
        model,
        prompt_words: messages.iter().map(|message| count(&said(message))).sum(),
        content: format!("This is the emulator. You said: {}", last.map(said).unwrap_or_default()),
    };
    if request["stream"] != true {
        return Ok(Reply::json(200, &completion.whole()));
    }
    let with_usage = request["stream_options"]["include_usage"] == true;
    Ok(Reply::text(200, "text/event-stream", completion.pieces(with_usage))
        .header("cache-control", "no-cache"))
}

/// The text of a message: its content, or those parts of it that are text.
fn said(message: &Value) -> String {
    match &message["content"] {
        Value::String(text) => text.clone(),
        Value::Array(parts) => {
            parts.iter().filter_map(|part| part["text"].as_str()).collect::<Vec<_>>().join(" ")
        }
        _ => String::new(),
    }
}

/// Words stand in for tokens.
fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The same request at the same time gives the same id.
fn id(visit: &Visit, body: &[u8]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(visit.app_id.to_le_bytes());
    hasher.update(visit.now.as_millisecond().to_le_bytes());
    hasher.update(body);
    format!("chatcmpl-emu{}", &hexadecimal(&hasher.finalize())[..24])
}

struct Completion<'a> {
    id: String,
    created: i64,
    model: &'a str,
    prompt_words: usize,
    content: String,
}

impl Completion<'_> {
    fn usage(&self) -> Value {
        let words = count(&self.content);
        json!({
            "prompt_tokens": self.prompt_words,
            "completion_tokens": words,
            "total_tokens": self.prompt_words + words,
        })
    }

    fn object(&self, kind: &str, choices: &Value) -> Value {
        json!({
            "id": self.id,
            "object": kind,
            "created": self.created,
            "model": self.model,
            "choices": choices,
        })
    }

    fn whole(&self) -> Value {
        let message = json!({ "role": "assistant", "content": self.content });
        let choices = json!([{ "index": 0, "message": message, "finish_reason": "stop" }]);
        let mut whole = self.object("chat.completion", &choices);
        whole["usage"] = self.usage();
        whole
    }

    /// Server-sent events: who speaks, word after word, why it ends.
    fn pieces(&self, with_usage: bool) -> String {
        let piece = |delta: Value, reason: Option<&str>| {
            let choices = json!([{ "index": 0, "delta": delta, "finish_reason": reason }]);
            self.object("chat.completion.chunk", &choices)
        };
        let mut pieces = vec![piece(json!({ "role": "assistant", "content": "" }), None)];
        let words = self.content.split_inclusive(' ');
        pieces.extend(words.map(|word| piece(json!({ "content": word }), None)));
        pieces.push(piece(json!({}), Some("stop")));
        if with_usage {
            let mut last = self.object("chat.completion.chunk", &json!([]));
            last["usage"] = self.usage();
            pieces.push(last);
        }
        let mut events = String::new();
        for piece in pieces {
            // Writing to a String cannot fail.
            let _ = write!(events, "data: {piece}\n\n");
        }
        events + "data: [DONE]\n\n"
    }
}

/// An error in the form of `OpenAI`.
fn refused(status: u16, message: &str, param: Option<&str>, code: Option<&str>) -> Refusal {
    let error = json!({ "message": message, "type": "invalid_request_error", "param": param, "code": code });
    Refusal::Json(status, json!({ "error": error }))
}
