//! A token, checked and ready to be sent.

use reqwest::header::HeaderValue;

use crate::error::{Error, ErrorKind, Result};
use crate::headers::is_visible;
use crate::wire::{Secret, wiped};

/// A token, checked and ready to be sent.
pub(crate) struct Token {
    secret: Secret,
    header: HeaderValue,
}

/// The value of a header, whose memory is wiped.
fn secret_header(secret: &Secret) -> Option<HeaderValue> {
    let text = format!("Bearer {}", secret.reveal()).into_bytes();
    let visible = is_visible(&text);
    let bytes = wiped(text);
    if visible { HeaderValue::from_maybe_shared(bytes).ok() } else { None }
}

impl Token {
    /// A token as people have it: `echo` and editors leave a line end behind.
    pub(crate) fn new(token: &Secret) -> Result<Self> {
        let secret = Secret::from(token.reveal().trim_end());
        let wrong = |problem: &str| Error::new(ErrorKind::ConfigError, format!("the token {problem}"));
        if secret.is_empty() {
            return Err(wrong("is empty").with_hint("create one in the portal at spice.ai/account/tokens"));
        }
        if secret.reveal().contains(char::is_whitespace) {
            return Err(wrong("contains white space").with_hint("give the token alone, without `Bearer`"));
        }
        let mut header = secret_header(&secret)
            .ok_or_else(|| wrong("contains characters that cannot be sent").with_hint("copy it once more"))?;
        header.set_sensitive(true);
        Ok(Self { secret, header })
    }

    pub(crate) fn header(&self) -> HeaderValue {
        self.header.clone()
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.secret
    }
}
