//! A local Spice.ai Cloud control plane for tests and demonstrations: it speaks the Cloud Management API on the loopback
//! address and keeps everything in memory.
//!
//! ```
//! use spice_cloud_emulator::{Emulator, Seed};
//!
//! let emulator = Emulator::builder().seed(Seed::Demo).start()?;
//! println!("{} with token {}", emulator.url(), emulator.token());
//! # Ok::<(), spice_cloud_emulator::StartError>(())
//! ```
//!
//! # What it does
//!
//! It serves every operation of the contract (`api/openapi.json`), under `/v1/apps` and under `/v1/projects`, the token
//! endpoint `POST /api/oauth/token`, and the contract itself at `/v1/docs/openapi.json`. Requests are checked against the
//! contract's schemas; tokens, scopes, organizations and roles are enforced. Everything moves on the emulator's own clock,
//! which a test can freeze and advance, and with seeded randomness, so that the same requests give the same answers.
//!
//! # Where the public documents leave a choice
//!
//! - **A name that was used before.** Creating an app under the name of a deleted one brings that app back: with its old
//!   id, time of creation, secrets, runtime keys and deployments, but with no configuration, description or tags.
//! - **A spicepod is needed to deploy**, in the request's app or nowhere: 400 without one. An empty mapping does not count.
//! - **One deployment at a time.** While one is queued or in progress, another is refused with 409.
//! - **Unknown image tags** are taken when an app is changed and refused when it is deployed.
//! - **Regions** are accepted in every published spelling (`us-west-2`, `us-west-2.spice.cloud`,
//!   `us-west-2-prod-aws-data`), in `region` and in `cname`. Answers use `us-west-2-prod-aws-data` for `cname`.
//! - **Unknown members** of a body are ignored, except where the contract forbids them.
//! - **Roles** are any words. Only `viewer` has an effect: it may read and nothing else.
//! - **Rate limits** are not emulated.
//!
//! # Administration
//!
//! Under `/_emulator/`, beside what [`Emulator`] offers:
//!
//! | call | what |
//! |---|---|
//! | `GET info` | version, seed, clock, token |
//! | `POST reset` | back to the seed |
//! | `GET requests?since=N`, `DELETE requests` | the request log |
//! | `GET state` | everything, without secrets |
//! | `GET clock`, `POST clock` | `{"advance":"10m"}`, `{"freeze":true}`, `{"freeze":"2026-01-01T00:00:00Z"}`, `{"real":true}` |
//! | `POST tokens` | `{"kind","scopes","expires_in","role","org","user","label"}`, all optional, `expires_in` in seconds |
//! | `DELETE tokens/{token}`, `POST tokens/revoke` | `{"token"}` |
//! | `POST progression` | `{"app_id"?,"kind":"immediate"\|"after"\|"manual","queued_ms"?,"in_progress_ms"?,"wait_for"?,"fail_with"?}` |
//! | `POST deployments/{id}/advance` | `{"status"?,"error_code"?}`; without a status the next step |
//! | `GET`, `POST`, `DELETE faults`, `DELETE faults/{id}` | `{"id"?,"match":{"method"?,"path"?},"do":{"kind":…},"times"?,"nth"?}` |
//!
//! Faults are `status` (`status`, `body`, `headers`), `html_page` (`status`), both of which keep the request from being
//! carried out, `delay` (`ms`, in real time) and `bad_json` (carried out, then the answer is cut short).
//!
//! # Safety
//!
//! It listens on 127.0.0.1 only, refuses requests whose `Host` is not a loopback name, sends no CORS headers and connects
//! to nothing. Its tokens and keys say in their text that they are the emulator's, every answer carries
//! `x-spice-emulator`, and neither the log nor the state shows a secret.

mod admin;
mod auth;
mod clock;
mod contract;
mod emulator;
mod errors;
mod faults;
mod http;
mod operations;
mod progression;
mod request_log;
mod rng;
mod scopes;
mod seeds;
mod server;
mod state;
mod world;

pub use clock::ClockMode;
pub use emulator::{Emulator, EmulatorBuilder, Snapshot};
pub use errors::{AdminError, StartError};
pub use progression::Progression;
pub use request_log::RequestRecord;
pub use seeds::Seed;
pub use state::tokens::{MintToken, TokenKind};
