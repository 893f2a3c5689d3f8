//! Credentials and addresses from the environment, and an error that says where was looked.

use std::fmt::Write as _;

use crate::error::{Error, ErrorKind};
use crate::wire::Secret;

/// Variables that may hold credentials, in the order in which they are looked at: a token alone, or an id and a secret
/// that go together. `SPICE_SPICEAI_TOKEN`, which `spice login` writes, has a form for each organization too.
pub const CREDENTIAL_VARIABLES: &[&[&str]] = &[
    &["SPICE_API_TOKEN"],
    &["SPICE_CLOUD_PAT"],
    &[SESSION_TOKEN],
    &["SPICE_CLIENT_ID", "SPICE_CLIENT_SECRET"],
    &["SPICE_CLOUD_CLIENT_ID", "SPICE_CLOUD_CLIENT_SECRET"],
    &["SPICEAI_CLIENT_ID", "SPICEAI_CLIENT_SECRET"],
];
const SESSION_TOKEN: &str = "SPICE_SPICEAI_TOKEN";
const BASE_URLS: [&str; 2] = ["SPICE_CLOUD_API_URL", "SPICEAI_API_ENDPOINT"];
const OAUTH_URLS: [&str; 2] = ["SPICE_CLOUD_OAUTH_URL", "SPICEAI_OAUTH_ENDPOINT"];
const ORG: &str = "SPICE_CLOUD_ORG";
const CA_BUNDLE: &str = "SSL_CERT_FILE";

/// Looks up a variable.
pub(crate) type Lookup<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The places that a client reads: the process's variables, and a file of variables where that is allowed. A variable
/// without text counts as not set.
pub(crate) struct Environment<'a> {
    pub(crate) variables: Lookup<'a>,
    /// The variables of the file that `spice login` writes, and its name.
    pub(crate) file: Option<(&'static str, Lookup<'a>)>,
}

/// What was found.
#[derive(Debug)]
pub(crate) enum Found {
    Token(Secret),
    Client { id: String, secret: Secret },
}

impl Environment<'_> {
    pub(crate) fn base_url(&self) -> Option<String> {
        BASE_URLS.iter().find_map(|name| text(self.variables, name))
    }

    pub(crate) fn oauth_url(&self) -> Option<String> {
        OAUTH_URLS.iter().find_map(|name| text(self.variables, name))
    }

    pub(crate) fn ca_bundle(&self) -> Option<String> {
        text(self.variables, CA_BUNDLE)
    }

    pub(crate) fn org(&self) -> Option<String> {
        text(self.variables, ORG)
    }

    /// The credentials, or an error that names each place and why it did not serve. It holds no value.
    pub(crate) fn credentials(&self, org: Option<&str>) -> Result<Found, Error> {
        let mut looked = Vec::new();
        if let Some(found) = search(self.variables, org, "", &mut looked)? {
            return Ok(found);
        }
        if let Some((name, variables)) = self.file
            && let Some(found) = search(variables, org, &format!(" in {name}"), &mut looked)?
        {
            return Ok(found);
        }
        Err(config(&format!("there is no credential: none was given, and {}", looked.join(", "))).with_hint(
            "set SPICE_API_TOKEN to a token from spice.ai/account/tokens, or SPICE_CLIENT_ID and SPICE_CLIENT_SECRET; \
             the emulator needs no account",
        ))
    }
}

fn text(lookup: Lookup<'_>, name: &str) -> Option<String> {
    lookup(name).filter(|value| !value.trim().is_empty())
}

/// Looks through one place.
fn search(
    lookup: Lookup<'_>,
    org: Option<&str>,
    place: &str,
    looked: &mut Vec<String>,
) -> Result<Option<Found>, Error> {
    let mut token = None;
    for name in token_names(org) {
        match text(lookup, &name) {
            Some(value) => token = token.or(Some((name, value))),
            None => looked.push(format!("{name}{place} {}", state(lookup, &name))),
        }
    }
    let mut client = None;
    for names in CREDENTIAL_VARIABLES {
        let &[id_name, secret_name] = names else { continue };
        match (text(lookup, id_name), text(lookup, secret_name)) {
            (Some(id), Some(secret)) => client = client.or(Some((id_name, id, secret))),
            _ => looked
                .extend([id_name, secret_name].map(|name| format!("{name}{place} {}", state(lookup, name)))),
        }
    }
    match (token, client) {
        (None, None) => Ok(None),
        (Some((_, token)), None) => Ok(Some(Found::Token(Secret::from(token)))),
        (None, Some((_, id, secret))) => Ok(Some(Found::Client { id, secret: Secret::from(secret) })),
        (Some((token, _)), Some((client, ..))) => Err(config(&format!(
            "there are two kinds of credentials{place}: a token ({token}) and client credentials ({client})"
        ))
        .with_hint("unset one of them, or give the credentials to the client")),
    }
}

fn state(lookup: Lookup<'_>, name: &str) -> &'static str {
    match lookup(name) {
        None => "is not set",
        Some(value) if value.trim().is_empty() => "is empty",
        // Its other half is missing.
        Some(_) => "is set without its counterpart",
    }
}

fn config(message: &str) -> Error {
    Error::new(ErrorKind::ConfigError, message)
}

fn token_names(org: Option<&str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for names in CREDENTIAL_VARIABLES {
        let &[name] = names else { continue };
        if let Some(org) = org.filter(|_| *name == SESSION_TOKEN) {
            found.push(format!("{name}_{}", variable_part(org)));
        }
        found.push((*name).to_owned());
    }
    found
}

/// An organization's name as `spice login` writes it into a variable: upper case, all else as `_` and two hex digits.
fn variable_part(org: &str) -> String {
    let mut part = String::new();
    for byte in org.bytes() {
        if byte.is_ascii_alphanumeric() {
            part.push(byte.to_ascii_uppercase().into());
        } else {
            // Writing to a String cannot fail.
            let _ = write!(part, "_{byte:02X}");
        }
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    type Variables<'a> = &'a [(&'a str, &'a str)];

    fn found(
        variables: Variables<'_>,
        file: Option<Variables<'_>>,
        org: Option<&str>,
    ) -> Result<String, Error> {
        let look = |variables: Variables<'_>, name: &str| {
            variables.iter().find(|(variable, _)| *variable == name).map(|(_, value)| (*value).to_owned())
        };
        let (from_process, from_file) = (|name: &str| look(variables, name), |name: &str| look(file?, name));
        let file = file.map(|_| (".env", &from_file as Lookup<'_>));
        Environment { variables: &from_process, file }.credentials(org).map(|found| match found {
            Found::Token(token) => token.reveal().to_owned(),
            Found::Client { id, secret } => format!("{id}:{}", secret.reveal()),
        })
    }

    #[test]
    fn the_first_place_wins() {
        let all = [("SPICE_SPICEAI_TOKEN", "c"), ("SPICE_CLOUD_PAT", "b"), ("SPICE_API_TOKEN", "a")];
        assert_eq!(found(&all, None, None).unwrap(), "a");
        assert_eq!(found(&all[..2], None, None).unwrap(), "b");
        assert_eq!(found(&all[..1], Some(&all), None).unwrap(), "c");
        assert_eq!(found(&[], Some(&all), None).unwrap(), "a", "the file comes last");
    }

    #[test]
    fn client_credentials_are_found_in_pairs() {
        let pairs = [("SPICEAI_CLIENT_ID", "i"), ("SPICEAI_CLIENT_SECRET", "s"), ("SPICE_CLIENT_ID", "half")];
        assert_eq!(found(&pairs, None, None).unwrap(), "i:s");
    }

    #[test]
    fn an_organization_has_a_session_token_of_its_own() {
        let both = [("SPICE_SPICEAI_TOKEN", "mine"), ("SPICE_SPICEAI_TOKEN_SPICE_2DHQ", "theirs")];
        assert_eq!(found(&both, None, Some("spice-hq")).unwrap(), "theirs");
        assert_eq!(found(&both, None, Some("other")).unwrap(), "mine");
    }

    #[test]
    fn the_error_names_every_place_and_no_value() {
        let variables = [("SPICE_API_TOKEN", "  "), ("SPICE_CLIENT_ID", "canary-id")];
        let text = found(&variables, Some(&[]), None).unwrap_err().to_string();
        for words in [
            "SPICE_API_TOKEN is empty",
            "SPICE_CLOUD_PAT is not set",
            "SPICE_CLIENT_ID is set without its counterpart",
            "SPICE_CLIENT_SECRET is not set",
            "SPICE_SPICEAI_TOKEN in .env is not set",
        ] {
            assert!(text.contains(words), "{text}");
        }
        assert!(!text.contains("canary"), "{text}");
    }

    #[test]
    fn two_kinds_are_an_error_and_not_a_guess() {
        let both = [("SPICE_API_TOKEN", "a"), ("SPICEAI_CLIENT_ID", "i"), ("SPICEAI_CLIENT_SECRET", "s")];
        assert!(found(&both, None, None).unwrap_err().to_string().contains("two kinds"));
    }
}
