//! A field of a change: left as it is, cleared, or set.

use std::collections::BTreeMap;

/// A field of a change: absent, null or a value.
///
/// ```
/// use spice_cloud::{Patch, UpdateApp};
///
/// let pin = UpdateApp::builder().image_tag("1.5.0-models").build();
/// let unpin = UpdateApp::builder().image_tag(Patch::Clear).build();
/// assert_eq!(pin.image_tag, Patch::Set("1.5.0-models".to_owned()));
/// assert_eq!(unpin.tags, Patch::Keep);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Patch<T> {
    /// Leave it as it is: nothing is sent.
    #[default]
    Keep,
    /// Clear it: null is sent.
    Clear,
    /// Set it.
    Set(T),
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

/// A value to set, or nothing to leave the field as it is.
impl<T> From<Option<T>> for Patch<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Keep, Self::Set)
    }
}

impl From<&str> for Patch<String> {
    fn from(value: &str) -> Self {
        Self::Set(value.to_owned())
    }
}

impl<K: Into<String>, V: Into<String>, const N: usize> From<[(K, V); N]> for Patch<BTreeMap<String, String>> {
    fn from(entries: [(K, V); N]) -> Self {
        Self::Set(entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}
