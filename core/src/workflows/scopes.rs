//! What the client may do, before it is tried: read from the token, or tried out with reads that change nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::client::Client;
use crate::credentials::{Claims, Credentials, Source, grant};
use crate::error::{Error, ErrorKind, Result};
use crate::generated::enums::{CredentialKind, ScopeSource};
use crate::generated::inputs::{AppId, ListDeployments};
use crate::generated::models::{App, Identity, Org, ScopeReport};
use crate::generated::operations::CLIENT_REQUIRE;
use crate::meta::Meta;
use crate::request::Request;
use crate::wire::{Extra, JsonValue, Timestamp};

/// Scopes that a read tells about.
const READS: [&str; 4] = ["apps:read", "deployments:read", "secrets:read", "members:read"];

pub(crate) async fn client_whoami(client: Client, _request: Request) -> Result<Identity> {
    let known = Known::of(&client, &READS).await?;
    // Whoever may not ask is told so by an empty list.
    let orgs: Vec<Org> = match client.orgs().list().await {
        Ok(orgs) => orgs,
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Vec::new(),
        Err(error) => return Err(error),
    };
    let only = match orgs.as_slice() {
        [one] => Some(one.name.clone()),
        _ => None,
    };
    let named = client.settings().org.as_ref().and_then(|org| org.to_str().ok()).map(str::to_owned);
    Ok(Identity {
        credential: kind(client.credentials()),
        org: named.or(known.claims.org).or(only),
        meta: orgs.first().map(|org| org.meta.clone()).unwrap_or_default(),
        orgs,
        scopes: known.granted,
        refused: known.refused,
        source: known.source,
        expires_at: known.claims.expires_at.and_then(Timestamp::of_unix_seconds),
        extra: Extra::default(),
    })
}

pub(crate) async fn client_require(client: Client, request: Request) -> Result<ScopeReport> {
    let wanted = request.given("scopes").and_then(JsonValue::as_array);
    let wanted: BTreeSet<&str> = wanted.into_iter().flatten().filter_map(JsonValue::as_str).collect();
    let wanted: Vec<&str> = wanted.into_iter().collect();
    let known = Known::of(&client, &wanted).await?;
    let (mut granted, mut missing, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for scope in wanted {
        let place = match known.says(scope) {
            Some(true) => &mut granted,
            Some(false) => &mut missing,
            None => &mut unknown,
        };
        place.push(scope.to_owned());
    }
    if missing.is_empty() {
        let (extra, meta) = (Extra::default(), Meta::default());
        return Ok(ScopeReport { granted, unknown, source: known.source, extra, meta });
    }
    let missing = missing.join(", ");
    let error = Error::new(ErrorKind::PermissionDenied, format!("the token lacks {missing}"));
    let error =
        if known.source == ScopeSource::Claims { error.with_granted_scopes(known.granted) } else { error };
    Err(error
        .with_hint(format!(
            "grant {missing} to the token in the portal, or use another; nothing has been changed"
        ))
        .of(&CLIENT_REQUIRE))
}

/// What a client signs in with.
pub(super) fn kind(credentials: &Credentials) -> CredentialKind {
    match credentials {
        Credentials::Fixed(_) => CredentialKind::Token,
        Credentials::Renewed { source: Source::Client { .. }, .. } => CredentialKind::ClientCredentials,
        Credentials::Renewed { .. } => CredentialKind::TokenProvider,
    }
}

/// What is known of the scopes of a client.
struct Known {
    claims: Claims,
    granted: Vec<String>,
    refused: Vec<String>,
    source: ScopeSource,
}

impl Known {
    /// Finds out about these scopes, as far as that is possible without changing anything.
    async fn of(client: &Client, wanted: &[&str]) -> Result<Self> {
        let claims = client.claims().await?.unwrap_or_default();
        if let Some(granted) = claims.scopes.clone() {
            return Ok(Self { claims, granted, refused: Vec::new(), source: ScopeSource::Claims });
        }
        let answers = Probes { client, answers: BTreeMap::new(), first: None }.try_out(wanted).await?;
        let having = |answer: bool| {
            let scopes = answers.iter().filter(|(_, found)| **found == answer);
            scopes.map(|(scope, _)| (*scope).to_owned()).collect::<Vec<_>>()
        };
        let (granted, refused) = (having(true), having(false));
        let source = if answers.is_empty() { ScopeSource::Undetermined } else { ScopeSource::Probes };
        Ok(Self { claims, granted, refused, source })
    }

    /// Whether a scope is granted; nothing when that is not known.
    fn says(&self, scope: &str) -> Option<bool> {
        if grant(&self.granted, scope) {
            return Some(true);
        }
        let (resource, action) = scope.split_once(':').unwrap_or((scope, ""));
        if self.source == ScopeSource::Claims {
            // Of one source deleting implies the rest, of the others nothing is said.
            let may_imply =
                action != "delete" && self.granted.iter().any(|has| *has == format!("{resource}:delete"));
            return if may_imply { None } else { Some(false) };
        }
        // Writing implies reading: whoever may not read may not write.
        let read = format!("{resource}:read");
        let is_refused = self.refused.iter().any(|refused| refused == scope || *refused == read);
        (is_refused && action != "delete").then_some(false)
    }
}

/// Reads that are tried.
struct Probes<'a> {
    client: &'a Client,
    answers: BTreeMap<&'static str, bool>,
    first: Option<App>,
}

impl Probes<'_> {
    async fn try_out(mut self, wanted: &[&str]) -> Result<BTreeMap<&'static str, bool>> {
        for read in READS {
            let resource = read.split(':').next().unwrap_or_default();
            if !wanted.iter().any(|scope| scope.split(':').next() == Some(resource)) {
                continue;
            }
            match read {
                "members:read" => {
                    let members = self.client.members().list().await;
                    self.note("members:read", members)?;
                }
                "apps:read" => {
                    self.look_for_an_app().await?;
                }
                of_an_app => self.try_with_an_app(of_an_app).await?,
            }
        }
        Ok(self.answers)
    }

    async fn look_for_an_app(&mut self) -> Result<()> {
        if !self.answers.contains_key("apps:read") {
            let first = self.client.apps().list().page_size(1).limit(1).try_next().await;
            self.first = self.note("apps:read", first)?.flatten();
        }
        Ok(())
    }

    /// Needs an app to look at; without one it stays unknown.
    async fn try_with_an_app(&mut self, scope: &'static str) -> Result<()> {
        self.look_for_an_app().await?;
        let Some(app) = self.first.as_ref().map(AppId::from) else { return Ok(()) };
        if scope == "deployments:read" {
            let mut one =
                self.client.deployments().list(app, ListDeployments::default()).page_size(1).limit(1);
            let found = one.try_next().await;
            self.note(scope, found)?;
        } else {
            let found = self.client.secrets().list(app).await;
            self.note(scope, found)?;
        }
        Ok(())
    }

    /// Notes what a read says of its scope. Another refusal than for want of it says nothing.
    fn note<T>(&mut self, scope: &'static str, found: Result<T>) -> Result<Option<T>> {
        match found {
            Ok(found) => {
                self.answers.insert(scope, true);
                Ok(Some(found))
            }
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                if matches!(error.api_code(), None | Some("insufficient_scope")) {
                    self.answers.insert(scope, false);
                }
                Ok(None)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests;
