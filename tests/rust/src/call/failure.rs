//! An error of the SDK, as JSON that an expectation can be compared with.

use std::time::Duration;

use serde_json::{Value, json};
use spice_cloud::Error;

/// All that an error tells, through its public methods.
pub fn describe(error: &Error) -> Value {
    let seconds = |duration: Option<Duration>| duration.map(|duration| duration.as_secs_f64());
    json!({
        "kind": error.kind().name(),
        "code": error.code(),
        "operation": error.operation(),
        "status": error.status(),
        "api_code": error.api_code(),
        "message": error.message(),
        "hint": error.hint(),
        "request_id": error.request_id(),
        "retryable": error.retryable(),
        "retry_after": seconds(error.retry_after()),
        "required_scope": error.required_scope(),
        "granted_scopes": error.granted_scopes(),
        "conflict_kind": error.conflict_kind(),
        "field_errors": error.field_errors(),
        "attempts": error.attempts().len(),
        "deployment": error.deployment(),
        "rollback_to": error.rollback_to(),
        "journal": error.journal(),
        "candidates": error.candidates(),
        "watermark": error.watermark(),
        "next_offset": error.next_offset(),
        "elapsed": seconds(error.elapsed()),
        "text": error.to_string(),
    })
}
