//! The emulated API over HTTP: routes, authentication, validation and answers. What happens is decided in `state`.

pub(crate) mod dispatch;
mod flood;
mod handlers;
pub(crate) mod host;
pub(crate) mod incoming;
pub(crate) mod line;
mod oauth;
pub(crate) mod reply;
pub(crate) mod router;
#[cfg_attr(not(feature = "tls"), path = "plain.rs")]
pub(crate) mod stream;
