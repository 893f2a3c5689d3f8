//! What a copy of a client does differently.

use std::fmt;
use std::time::Duration;

use super::{Dedupe, Settings, max_retries, org, positive};
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
#[derive(Clone, Default, bon::Builder)]
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
    /// How changes are kept from happening twice.
    pub dedupe: Option<Dedupe>,
    /// How long the outcome of a change may be looked for when the call's own time is up; zero: not at all.
    pub reconcile_timeout: Option<Duration>,
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
            settings.max_retries = max_retries(retries)?;
        }
        settings.headers.extend(extra_headers(&self.headers)?);
        if let Some(name) = self.org {
            settings.org = Some(org(&name)?);
        }
        settings.dedupe = self.dedupe.unwrap_or(settings.dedupe);
        settings.reconcile_timeout = self.reconcile_timeout.unwrap_or(settings.reconcile_timeout);
        Ok(settings)
    }
}

impl fmt::Debug for Overrides {
    /// Headers are named, not shown: what they hold may be a secret.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<&str> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        formatter
            .debug_struct("Overrides")
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("max_retries", &self.max_retries)
            .field("headers", &headers)
            .field("org", &self.org)
            .field("dedupe", &self.dedupe)
            .field("reconcile_timeout", &self.reconcile_timeout)
            .finish()
    }
}
