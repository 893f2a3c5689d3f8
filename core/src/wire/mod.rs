//! How values look on the wire: what is tolerated when reading, and how bodies and queries are put together.

mod extra;
mod input;
pub(crate) mod lenient;
pub(crate) mod list;
pub(crate) mod model;
pub(crate) mod open_enum;
mod patch;
pub(crate) mod reference;
mod secret;
mod timestamp;
mod wipe;

pub use extra::Extra;
pub(crate) use input::{Body, IntoBody, IntoQuery, Query, ToWire};
pub use open_enum::Unlisted;
pub use patch::Patch;
pub(crate) use reference::Segment;
pub use secret::Secret;
pub(crate) use secret::{REDACTED, revealed};
pub use timestamp::Timestamp;
pub(crate) use wipe::{Wiped, WipedMap, wipe, wiped, wiped_json};

/// A JSON value, where the API leaves open what stands there.
pub type JsonValue = serde_json::Value;
