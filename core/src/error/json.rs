//! An error as JSON: everything that its methods tell, for programs and other languages.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Error;

impl Serialize for Error {
    /// Everything that is known; durations are in seconds. There is no secret in it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kind", self.kind().name())?;
        map.serialize_entry("code", self.code())?;
        map.serialize_entry("message", self.message())?;
        map.serialize_entry("hint", &self.hint())?;
        map.serialize_entry("operation", &self.operation())?;
        map.serialize_entry("route", &self.0.route)?;
        map.serialize_entry("status", &self.status())?;
        map.serialize_entry("api_code", &self.api_code())?;
        map.serialize_entry("request_id", &self.request_id())?;
        map.serialize_entry("retryable", &self.retryable())?;
        map.serialize_entry("retry_after", &self.retry_after().map(|after| after.as_secs_f64()))?;
        map.serialize_entry("required_scope", &self.required_scope())?;
        map.serialize_entry("conflict_kind", &self.conflict_kind())?;
        map.serialize_entry("field_errors", self.field_errors())?;
        map.serialize_entry("attempts", self.attempts())?;
        map.serialize_entry("deployment", &self.deployment())?;
        map.serialize_entry("elapsed", &self.elapsed().map(|elapsed| elapsed.as_secs_f64()))?;
        map.serialize_entry("request_may_have_been_sent", &self.request_may_have_been_sent())?;
        map.serialize_entry("text", &self.to_string())?;
        map.end()
    }
}
