//! Why things do not work: the way to the API, looked at step by step.

mod way;

use std::time::{Duration, SystemTime};

use crate::client::Client;
use crate::engine::server_time;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::enums::{CheckOutcome, CredentialKind};
use crate::generated::models::{Check, Diagnosis, Org};
use crate::generated::operations::{HEALTH_GET, ORGS_LIST};
use crate::meta::Meta;
use crate::request::Request;
use crate::wire::{Extra, JsonValue, Timestamp};
use crate::workflows::scopes;

/// Clocks that differ by more than this make tokens look expired, or not valid yet.
const SKEW: Duration = Duration::from_secs(60);

pub(crate) async fn client_doctor(client: Client, _request: Request) -> Result<Diagnosis> {
    let mut report = Report::default();
    report.note("sdk", CheckOutcome::Ok, about_sdk(), None);
    way::look(&client, &mut report).await;
    report.api(&client).await;
    report.credentials(&client).await;
    if !report.is_closed {
        return Ok(report.told());
    }
    Err(Error::new(ErrorKind::ClientClosed, "the client is closed"))
}

fn about_sdk() -> String {
    let system = (std::env::consts::OS, std::env::consts::ARCH);
    format!("spice-cloud {} on {} {}", env!("CARGO_PKG_VERSION"), system.0, system.1)
}

/// What was looked at so far.
#[derive(Default)]
struct Report {
    checks: Vec<Check>,
    is_closed: bool,
}

impl Report {
    fn note(&mut self, name: &str, outcome: CheckOutcome, detail: impl Into<String>, hint: Option<&str>) {
        let (name, detail, hint) = (name.to_owned(), detail.into(), hint.map(str::to_owned));
        self.checks.push(Check { name, outcome, detail, hint, extra: Extra::default() });
    }

    /// Notes why a look failed, in the words of its error.
    fn failed(&mut self, name: &str, error: &Error) {
        self.is_closed |= error.kind() == ErrorKind::ClientClosed;
        self.note(name, CheckOutcome::Failed, error.message(), error.hint());
    }

    /// Whether the API answers at all, and by which clock.
    async fn api(&mut self, client: &Client) {
        let began = tokio::time::Instant::now();
        let answer = match client.look(Request::new(&HEALTH_GET)).await {
            Ok(answer) => answer,
            Err(error) => return self.failed("api", &error),
        };
        let detail = format!("answered {} in {} ms", answer.status, began.elapsed().as_millis());
        match answer.status {
            200 => self.note("api", CheckOutcome::Ok, detail, None),
            500.. => {
                self.note("api", CheckOutcome::Failed, detail, Some("the service is not well: try later"));
            }
            _ => {
                let hint = "check `base_url`: something else than the API may answer there";
                self.note("api", CheckOutcome::Failed, detail, Some(hint));
            }
        }
        match server_time(&answer.headers) {
            Some(theirs) => self.clock(theirs),
            None => self.note("clock", CheckOutcome::Skipped, "the server does not tell its time", None),
        }
    }

    fn clock(&mut self, theirs: SystemTime) {
        let ours = SystemTime::now();
        let (skew, word) = match ours.duration_since(theirs) {
            Ok(ahead) => (ahead, "ahead of"),
            Err(behind) => (behind.duration(), "behind"),
        };
        if skew <= SKEW {
            return self.note("clock", CheckOutcome::Ok, "as the server's, to the minute", None);
        }
        let detail = format!("{} s {word} the server's", skew.as_secs());
        self.note("clock", CheckOutcome::Warning, detail, Some("set this machine's clock: tokens end by it"));
    }

    /// What the client signs in with, and whether that is taken.
    async fn credentials(&mut self, client: &Client) {
        let kind = match scopes::kind(client.credentials()) {
            CredentialKind::ClientCredentials => "client credentials",
            CredentialKind::TokenProvider => "tokens from a function",
            _ => "a fixed token",
        };
        match client.claims().await {
            Err(error) => return self.failed("credentials", &error),
            Ok(None) => {
                let detail = format!("{kind}; the token does not say what it grants, or until when");
                self.note("credentials", CheckOutcome::Ok, detail, None);
            }
            Ok(Some(claims)) => {
                let until = claims.expires_at.and_then(Timestamp::of_unix_seconds);
                let grants = claims.scopes.map_or_else(
                    || "nothing of its scopes".to_owned(),
                    |scopes| format!("the scopes {}", scopes.join(" ")),
                );
                let end = until.as_ref().map(|until| format!(", and ends at {until}")).unwrap_or_default();
                let detail = format!("{kind}; the token tells {grants}{end}");
                let is_over =
                    until.and_then(|until| until.to_system_time()).is_some_and(|end| end < SystemTime::now());
                let hint = is_over.then_some("the token has ended: make a new one");
                let outcome = if is_over { CheckOutcome::Failed } else { CheckOutcome::Ok };
                self.note("credentials", outcome, detail, hint);
            }
        }
        self.sign_in(client).await;
    }

    async fn sign_in(&mut self, client: &Client) {
        let answer = match client.look(Request::new(&ORGS_LIST)).await {
            Ok(answer) => answer,
            Err(error) => return self.failed("sign-in", &error),
        };
        match answer.status {
            200 => {
                self.note("sign-in", CheckOutcome::Ok, "the token is taken", None);
                self.org(client, &answer.body);
            }
            401 => {
                let hint = "the token is wrong, has ended or was revoked: make a new one in the portal";
                self.note("sign-in", CheckOutcome::Failed, "the token is refused", Some(hint));
            }
            403 => {
                let hint = "check the organization's name and the token's scopes; `apps:read` is needed to list them";
                let detail = "the token is known, and may not list organizations";
                self.note("sign-in", CheckOutcome::Warning, detail, Some(hint));
            }
            status => self.note("sign-in", CheckOutcome::Skipped, format!("answered {status}"), None),
        }
        self.limits(&answer.headers);
    }

    fn org(&mut self, client: &Client, body: &[u8]) {
        let wanted = client.settings().org.as_ref().and_then(|org| org.to_str().ok());
        let body: JsonValue = serde_json::from_slice(body).unwrap_or_default();
        let orgs: Vec<Org> =
            body.get("orgs").cloned().and_then(|orgs| serde_json::from_value(orgs).ok()).unwrap_or_default();
        let names: Vec<&str> = orgs.iter().map(|org| org.name.as_str()).collect();
        let reached = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        match wanted {
            None => {
                self.note("org", CheckOutcome::Ok, format!("the token's own; it reaches {reached}"), None);
            }
            Some(wanted) if names.iter().any(|name| name.eq_ignore_ascii_case(wanted)) => {
                self.note("org", CheckOutcome::Ok, wanted, None);
            }
            Some(wanted) => {
                let detail = format!("{wanted} is not among those that the token reaches: {reached}");
                self.note("org", CheckOutcome::Failed, detail, Some("name one of these, or leave `org` out"));
            }
        }
    }

    fn limits(&mut self, headers: &reqwest::header::HeaderMap) {
        let number = |name: &str| headers.get(name)?.to_str().ok()?.trim().parse::<u64>().ok();
        match (number("x-ratelimit-remaining"), number("x-ratelimit-limit")) {
            (Some(left), Some(limit)) => {
                let outcome = if left * 10 < limit { CheckOutcome::Warning } else { CheckOutcome::Ok };
                self.note("rate-limit", outcome, format!("{left} of {limit} requests left"), None);
            }
            _ => self.note("rate-limit", CheckOutcome::Skipped, "the server does not tell", None),
        }
    }

    fn told(self) -> Diagnosis {
        let lines = self.checks.iter().map(|check| {
            let line = format!("{:<8} {:<12} {}", check.outcome.as_str(), check.name, check.detail);
            match &check.hint {
                Some(hint) => format!("{line}\n{:<21} {hint}", ""),
                None => line,
            }
        });
        Diagnosis {
            ok: !self.checks.iter().any(|check| check.outcome == CheckOutcome::Failed),
            text: lines.collect::<Vec<_>>().join("\n"),
            checks: self.checks,
            extra: Extra::default(),
            meta: Meta::default(),
        }
    }
}
