//! Texts from outside, without the secrets that this call knows.

use crate::wire::{REDACTED, Secret};

/// Shorter ones occur by chance in any text.
const SHORTEST: usize = 4;

/// Knows what must not be shown.
#[derive(Clone, Copy)]
pub(crate) struct Redactor<'a> {
    secrets: &'a [Secret],
    token: Option<&'a Secret>,
}

impl<'a> Redactor<'a> {
    pub(crate) fn new(secrets: &'a [Secret], token: Option<&'a Secret>) -> Self {
        Self { secrets, token }
    }

    /// The text with every secret replaced.
    pub(crate) fn clean(&self, text: &str) -> String {
        let mut clean = text.to_owned();
        let mut secrets: Vec<&str> = self.secrets.iter().chain(self.token).map(Secret::reveal).collect();
        secrets.retain(|secret| secret.len() >= SHORTEST && text.contains(secret));
        // A secret may be the beginning of another.
        secrets.sort_unstable_by_key(|secret| std::cmp::Reverse(secret.len()));
        for secret in secrets {
            clean = clean.replace(secret, REDACTED);
        }
        clean
    }
}
