//! What a copy of a client does differently.

use std::time::Duration;

use super::{Settings, org, positive};
use crate::error::Result;
use crate::headers::extra_headers;

/// What a copy of a client does differently; what is not named stays. See [`Client::with_options`](crate::Client::with_options).
///
/// ```
/// use std::time::Duration;
/// use spice_cloud::Overrides;
///
/// let patient = Overrides::builder().timeout(Duration::from_secs(300)).max_retries(5).build();
/// ```
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct Overrides {
    /// Limit of a whole call with its waits and retries.
    pub timeout: Option<Duration>,
    /// Limit of one attempt.
    pub attempt_timeout: Option<Duration>,
    /// How many times a failed attempt may be followed by another.
    pub max_retries: Option<u32>,
    /// Headers to add, replacing those of the same name.
    #[builder(default)]
    pub headers: Vec<(String, String)>,
    /// The organization to act on.
    pub org: Option<String>,
}

impl Overrides {
    pub(crate) fn apply(self, settings: &Settings) -> Result<Settings> {
        let mut settings = settings.clone();
        if let Some(timeout) = self.timeout {
            settings.timeout = positive("timeout", timeout)?;
        }
        if let Some(timeout) = self.attempt_timeout {
            settings.attempt_timeout = positive("attempt_timeout", timeout)?;
        }
        if let Some(retries) = self.max_retries {
            settings.max_retries = retries;
        }
        settings.headers.extend(extra_headers(&self.headers)?);
        if let Some(name) = self.org {
            settings.org = Some(org(&name)?);
        }
        Ok(settings)
    }
}
