//! Texts from outside, without the secrets that this call knows.

use crate::wire::{REDACTED, Secret};

/// Shorter ones occur by chance in any text.
const SHORTEST: usize = 4;

/// Knows what must not be shown.
#[derive(Clone, Default)]
pub(crate) struct Redactor(Vec<Secret>);

impl Redactor {
    pub(crate) fn new(secrets: impl IntoIterator<Item = Secret>) -> Self {
        Self(secrets.into_iter().filter(|secret| secret.reveal().len() >= SHORTEST).collect())
    }

    /// The text with every secret replaced.
    pub(crate) fn clean(&self, text: &str) -> String {
        let mut clean = text.to_owned();
        for secret in &self.0 {
            clean = clean.replace(secret.reveal(), REDACTED);
        }
        clean
    }
}
