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
        for secret in self.secrets.iter().chain(self.token) {
            let secret = secret.reveal();
            if secret.len() >= SHORTEST && clean.contains(secret) {
                clean = clean.replace(secret, REDACTED);
            }
        }
        clean
    }
}
