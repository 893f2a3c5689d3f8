//! Quirks of older servers that a test can switch on.

use serde::{Deserialize, Serialize};

/// Ways in which lists and reads can differ from what the contract says, as they do on older servers. All are off by
/// default.
///
/// ```
/// use spice_cloud_emulator::{Emulator, Quirks};
///
/// let quirks = Quirks::new().ignore_offset(true).short_pages(20);
/// let emulator = Emulator::builder().quirks(quirks).start()?;
/// # Ok::<(), spice_cloud_emulator::StartError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Quirks {
    pub(crate) ignore_offset: bool,
    pub(crate) ignore_limit: bool,
    pub(crate) short_pages: Option<u32>,
    pub(crate) no_single_deployment: bool,
}

impl Quirks {
    /// No quirk at all.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether lists start at their beginning whatever `offset` and `after_id` say.
    #[must_use]
    pub fn ignore_offset(mut self, on: bool) -> Self {
        self.ignore_offset = on;
        self
    }

    /// Whether lists are given whole whatever `limit` says.
    #[must_use]
    pub fn ignore_limit(mut self, on: bool) -> Self {
        self.ignore_limit = on;
        self
    }

    /// Pages hold at most this many items, also when more are asked for. Zero counts as one.
    #[must_use]
    pub fn short_pages(mut self, most: u32) -> Self {
        self.short_pages = Some(most);
        self
    }

    /// Whether reading one deployment is answered with 404, as before that call existed.
    #[must_use]
    pub fn no_single_deployment(mut self, on: bool) -> Self {
        self.no_single_deployment = on;
        self
    }

    /// How many items a page holds.
    pub(super) fn page_size(self, limit: usize) -> usize {
        let size = if self.ignore_limit { usize::MAX } else { limit };
        let most = self.short_pages.map(|most| usize::try_from(most.max(1)).unwrap_or(usize::MAX));
        size.min(most.unwrap_or(usize::MAX))
    }
}
