//! A local Spice.ai Cloud control plane for tests and demonstrations: it speaks the Cloud Management API on the loopback
//! address, answers for the apps' runtimes as well, and keeps everything in memory, or in a directory as well when it is given one.
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
//! - **Roles** are any words. A `viewer` may read and nothing else; only an `admin` or `owner` changes monitors.
//! - **Rate limits** are off until they are switched on: then each token has a bucket, and health, documents and the token
//!   endpoint have none.
//! - **Paused** and **GitHub-connected** apps are made by the administration: the first are not deployed until they are
//!   resumed (400 `spicepod_paused`), the second keep their spicepod (409 `github_connected`).
//! - **Monitors and reactions** are kept and checked, and never fire: nothing is measured.
//!
//! # Runtimes
//!
//! In the cloud each region has a host for queries; here the runtimes of all apps answer beside the control plane. The key of
//! a request, in `X-API-Key` or as a bearer token, says whose runtime is meant. Only the two present keys of an app open it;
//! everything else is refused with 401. What runs is the newest deployment that has succeeded: without one, and while the app
//! is paused or deleted, all but health is answered with 503.
//!
//! | call | what |
//! |---|---|
//! | `GET /health` | `ok`, without a key |
//! | `GET /v1/ready` | `ready` |
//! | `GET /v1/datasets`, `?status=true` | the datasets that were deployed, then others that were loaded; those without rows have the status `error` |
//! | `POST /v1/sql` | rows, for SQL or `{"sql","parameters"}`; with a schema for `Accept: application/vnd.spiceai.sql.v1+json`. With the feature `sql` |
//! | `POST /v1/search` | rows that share words with `text`, from `datasets` or all of them |
//! | `POST /v1/chat/completions` | what the user said last, openly by the emulator; with `"stream":true` word by word |
//! | `GET /v1/metrics` | a few counters in the form of Prometheus |
//!
//! Rows come from the administration (`PUT apps/{id}/datasets/{name}`) and from the demo's seed, never from a source. They belong
//! to the state: snapshots, resets and the data directory keep them. Queries are `SQLite`'s, in a database that they can only
//! read, for 5 s at most and up to 100,000 rows or 16 MiB. Requests to runtimes meet faults and are in the log, which
//! names app and key (`app 1003 key 1`); rate limits are those of the control plane and do not count them.
//!
//! # Administration
//!
//! Under `/_emulator/`, beside what [`Emulator`] offers:
//!
//! | call | what |
//! |---|---|
//! | `GET info` | version, seed, clock, whether the state is stored, rate limit, quirks, number of faults, token and client |
//! | `POST reset` | back to the seed |
//! | `GET requests?since=N`, `DELETE requests` | the request log |
//! | `GET state` | everything, without secrets |
//! | `GET clock`, `POST clock` | `{"advance":"10m"}`, `{"freeze":true}`, `{"freeze":"2026-01-01T00:00:00Z"}`, `{"real":true}` |
//! | `POST tokens` | `{"kind","scopes","expires_in","role","org","user","label"}`, all optional, `expires_in` in seconds |
//! | `DELETE tokens/{token}`, `POST tokens/revoke` | `{"token"}` |
//! | `POST progression` | `{"app_id"?,"kind":"immediate"\|"after"\|"polls"\|"script"\|"manual","queued_ms"?,"in_progress_ms"?,"reads"?,"entries"?,"wait_for"?,"fail_with"?}` |
//! | `POST deployments/{id}/advance` | `{"status"?,"error_code"?}`; without a status the next step |
//! | `POST apps/{id}` | `{"paused"?,"github_connected"?}` |
//! | `GET apps/{id}/datasets`, `PUT`, `DELETE apps/{id}/datasets/{name}` | `{"rows":[{…}],"from"?}`: the rows of a dataset, in place of earlier ones |
//! | `GET`, `POST`, `DELETE rate-limit` | `{"per_minute","retry_after"?:"seconds"\|"date"\|"ms"\|"none"}` |
//! | `GET`, `POST quirks` | `{"ignore_offset"?,"ignore_limit"?,"short_pages"?,"no_single_deployment"?}`; what is left out is off |
//! | `GET`, `POST`, `DELETE faults`, `DELETE faults/{id}` | `{"id"?,"match":{"method"?,"path"?},"do":{"kind":…},"times"?,"nth"?,"probability"?}` |
//!
//! The entries of a `script` are what successive reads of a deployment show: `["queued","in_progress*2",
//! "failed:insufficient_cpu"]` (see [`Progression::script`]).
//!
//! # Faults
//!
//! | kind | the request is carried out | the client sees |
//! |---|---|---|
//! | `status` | no; yes with `"after_commit":true` | `status` with `body` (JSON) or `text` (as it is), and `headers` |
//! | `html_page` | no | a page of HTML with `status` (502) |
//! | `bad_json` | yes | the answer, cut short |
//! | `delay` | yes | the answer, `ms` milliseconds of real time later; they pass `"when":"before"` (default) or `"after"` the request is carried out |
//! | `drop_before_commit` | no | a connection that is closed without an answer |
//! | `drop_after_commit` | yes | the same |
//!
//! Rules are tried in their order. `probability` is drawn from the seeded randomness. Each firing is in the request log
//! under the rule's id; where there was no answer the status is `null`. A client that gives up meanwhile stops nothing.
//!
//! # Safety
//!
//! It listens on 127.0.0.1 only, with plain HTTP, or with TLS where `EmulatorBuilder::tls` says so, with the feature `tls`. It refuses requests
//! whose `Host` is not a loopback name, sends no CORS headers and connects to nothing. A web page from elsewhere
//! (`Origin`) may change nothing and sees nothing of the administration. Its tokens and keys say in their text that they
//! are the emulator's, and other tokens are refused with 401. Every answer carries `x-spice-emulator`, and neither the
//! log nor the state shows a secret. What [`EmulatorBuilder::data_dir`] keeps on disk only its owner may read.

mod admin;
mod auth;
mod builder;
mod clock;
mod contract;
mod emulator;
mod errors;
mod exchange;
mod faults;
#[cfg(any(test, fuzzing))]
pub mod fuzzing;
mod http;
mod operations;
mod progression;
mod rate_limit;
mod request_log;
mod rng;
mod runtime;
mod schema;
#[cfg(test)]
mod schema_tests;
mod scopes;
mod script;
mod seeds;
mod server;
mod settings;
mod shared;
mod state;
mod store;
#[cfg_attr(not(feature = "tls"), path = "no_tls.rs")]
mod tls;
mod world;

pub use builder::EmulatorBuilder;
pub use clock::ClockMode;
pub use emulator::{Emulator, Snapshot};
pub use errors::{AdminError, StartError};
pub use progression::Progression;
pub use rate_limit::{RateLimit, RetryAfter};
pub use request_log::RequestRecord;
pub use script::Script;
pub use seeds::Seed;
pub use state::quirks::Quirks;
pub use state::tokens::{MintToken, TokenKind};
#[cfg(feature = "tls")]
pub use tls::Certificate;
