//! Which credentials a client signs in with.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::ClientBuilder;
use crate::config::{Environment, Found};
use crate::credentials::{Credentials, Source, Token};
use crate::error::{Error, ErrorKind, Result};
use crate::wire::Secret;

/// What the builder was given, or else what is found in the environment.
pub(super) fn credentials(
    given: &ClientBuilder,
    environment: &Environment<'_>,
    org: Option<&str>,
) -> Result<Credentials> {
    let wrong = |problem: &str| Err(Error::new(ErrorKind::ConfigError, problem));
    let scope = given.scope.clone();
    let found = match (&given.token, &given.client, &given.provider) {
        (None, None, Some(_)) if scope.is_some() => return wrong("scope goes with client_credentials only"),
        (None, None, Some(provider)) => return Ok(Credentials::renewed(provider.clone())),
        (Some(token), None, None) => Found::Token(token.clone()),
        (None, Some((id, secret)), None) => Found::Client { id: id.clone(), secret: secret.clone() },
        (None, None, None) => environment.credentials(org)?,
        _ => return wrong("give one of token, client_credentials and token_provider"),
    };
    match found {
        Found::Token(_) if scope.is_some() => wrong("scope goes with client_credentials only"),
        Found::Token(token) => Ok(Credentials::Fixed(Arc::new(Token::new(&token)?))),
        Found::Client { id, secret } if id.trim().is_empty() || secret.reveal().trim().is_empty() => {
            wrong("client credentials need an id and a secret")
        }
        Found::Client { id, secret } => {
            // Files and `echo` leave a line end behind.
            let secret = Secret::from(secret.reveal().trim_end());
            Ok(Credentials::renewed(Source::Client { id: id.trim().to_owned(), secret, scope }))
        }
    }
}

/// The variables of the file that `spice login` writes in the working directory.
pub(super) fn dotenv() -> Option<(&'static str, HashMap<String, String>)> {
    let name = [".env.local", ".env"].into_iter().find(|name| Path::new(name).is_file())?;
    // A line that cannot be read is not what `spice login` wrote.
    let variables = dotenvy::from_path_iter(name).ok()?.filter_map(std::result::Result::ok).collect();
    Some((name, variables))
}
