//! What is remembered of a change, to find out later whether it happened.

use std::fmt;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::error::{Error, ErrorKind, Result};
use crate::generated::operations::ALL;
use crate::operation::Operation;
use crate::request::Request;
use crate::wire::Segment;

/// A change whose outcome may have to be found out. It holds nothing secret, so that an error can carry it, even to another
/// process.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Change {
    pub(crate) operation: String,
    path: Map<String, Value>,
    pub(crate) body: Map<String, Value>,
    /// What was there before; nothing when it could not be read.
    pub(crate) before: Option<Value>,
    /// When the call began, in milliseconds since 1970, by the clock of this machine.
    began: u64,
}

impl Change {
    /// Remembers a request that begins now.
    pub(super) fn of(request: &Request) -> Self {
        let path = request.segments.iter().map(|(name, segment)| {
            let value = match segment {
                Segment::Id(id) => Value::from(*id),
                Segment::Text(text) => Value::from(text.as_str()),
            };
            ((*name).to_owned(), value)
        });
        Self {
            operation: request.operation.id.to_owned(),
            path: path.collect(),
            body: request.body.members.clone(),
            before: None,
            began: now(),
        }
    }

    /// Reads one that an error carried.
    pub(crate) fn read(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(|_| Self::none())
    }

    /// The error for one that tells of no such change.
    pub(super) fn none() -> Error {
        Error::new(ErrorKind::ValidationError, "this error does not tell of a change that can be found out").with_hint(
            "only an AmbiguousOutcome of deployments.create, apps.create, apps.update_if_unchanged, api_keys.regenerate or \
             members.add can be settled; \
             after a raw request look at the present state",
        )
    }

    /// What it is a change by.
    pub(crate) fn operation(&self) -> Option<&'static Operation> {
        ALL.iter().copied().find(|operation| operation.id == self.operation)
    }

    /// An identifier of the path.
    pub(super) fn id(&self, name: &str) -> i64 {
        self.path.get(name).and_then(Value::as_i64).unwrap_or_default()
    }

    /// A text of the body.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.body.get(name).and_then(Value::as_str)
    }

    /// The newest deployment that was there before.
    pub(crate) fn watermark(&self) -> Option<i64> {
        self.before.as_ref().and_then(Value::as_i64)
    }

    /// How long ago it began.
    pub(super) fn age(&self) -> Duration {
        Duration::from_millis(now().saturating_sub(self.began))
    }
}

impl fmt::Debug for Change {
    /// Without the values that were sent.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Change").field("operation", &self.operation).finish_non_exhaustive()
    }
}

fn now() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated::operations::DEPLOYMENTS_CREATE;

    fn change() -> Change {
        let request = Request::new(&DEPLOYMENTS_CREATE)
            .path::<crate::AppId>("app_id", 7)
            .field::<String>("branch", "canary");
        Change::of(&request)
    }

    #[test]
    fn a_change_remembers_what_it_is_about() {
        let change = change();
        assert_eq!(change.operation().map(|operation| operation.id), Some("deployments.create"));
        assert_eq!((change.id("app_id"), change.text("branch")), (7, Some("canary")));
        assert_eq!((change.id("other"), change.text("other")), (0, None));
    }

    #[test]
    fn a_change_survives_being_carried_by_an_error() {
        let text = serde_json::to_string(&change()).unwrap();
        let read = Change::read(&text).unwrap();
        assert_eq!((read.id("app_id"), read.text("branch")), (7, Some("canary")));
        assert_eq!(Change::read("{}").unwrap_err().kind(), ErrorKind::ValidationError);
    }

    #[test]
    fn a_change_knows_how_long_ago_it_began() {
        let minute = Duration::from_secs(60);
        assert!(change().age() < minute);
        let earlier = Change { began: change().began - 3_600_000, ..change() };
        assert!((60 * minute..61 * minute).contains(&earlier.age()), "{:?}", earlier.age());
        // The clock was set back since.
        let later = Change { began: change().began + 3_600_000, ..change() };
        assert_eq!(later.age(), Duration::ZERO);
    }

    #[test]
    fn what_was_sent_is_not_shown() {
        assert_eq!(format!("{:?}", change()), "Change { operation: \"deployments.create\", .. }");
    }
}
