//! An error as JSON: everything that its methods tell, for programs and other languages.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::Error;

impl Serialize for Error {
    /// Everything that is known; durations are in seconds. There is no secret in it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut facts = serializer.serialize_struct("Error", 26)?;
        facts.serialize_field("kind", self.kind().name())?;
        facts.serialize_field("code", self.code())?;
        facts.serialize_field("message", self.message())?;
        facts.serialize_field("hint", &self.hint())?;
        facts.serialize_field("operation", &self.operation())?;
        facts.serialize_field("route", &self.0.route)?;
        facts.serialize_field("status", &self.status())?;
        facts.serialize_field("api_code", &self.api_code())?;
        facts.serialize_field("request_id", &self.request_id())?;
        facts.serialize_field("retryable", &self.retryable())?;
        facts.serialize_field("retry_after", &self.retry_after().map(|after| after.as_secs_f64()))?;
        facts.serialize_field("required_scope", &self.required_scope())?;
        facts.serialize_field("granted_scopes", &self.granted_scopes())?;
        facts.serialize_field("conflict_kind", &self.conflict_kind())?;
        facts.serialize_field("field_errors", self.field_errors())?;
        facts.serialize_field("attempts", self.attempts())?;
        facts.serialize_field("deployment", &self.deployment())?;
        facts.serialize_field("rollback_to", &self.rollback_to())?;
        facts.serialize_field("journal", &self.journal())?;
        facts.serialize_field("elapsed", &self.elapsed().map(|elapsed| elapsed.as_secs_f64()))?;
        facts.serialize_field("candidates", self.candidates())?;
        facts.serialize_field("watermark", &self.watermark())?;
        facts.serialize_field("next_offset", &self.next_offset())?;
        // What a host hands back to have the change found out, even in another process; nothing that it looks into.
        let change = self.change().and_then(|change| serde_json::to_string(change).ok());
        facts.serialize_field("change", &change)?;
        facts.serialize_field("request_may_have_been_sent", &self.request_may_have_been_sent())?;
        facts.serialize_field("text", &self.to_string())?;
        facts.end()
    }
}
