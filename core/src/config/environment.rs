//! Credentials and addresses from the environment, and an error that says where was looked.

use std::fmt::Write as _;

use crate::error::{Error, ErrorKind};
use crate::wire::Secret;

/// Variables that may hold a token, the first one that does wins. The last has a form per organization too.
const TOKENS: [&str; 3] = ["SPICE_API_TOKEN", "SPICE_CLOUD_PAT", SESSION_TOKEN];
const SESSION_TOKEN: &str = "SPICE_SPICEAI_TOKEN";
/// Variables that may hold client credentials.
const CLIENTS: [(&str, &str); 3] = [
    ("SPICE_CLIENT_ID", "SPICE_CLIENT_SECRET"),
    ("SPICE_CLOUD_CLIENT_ID", "SPICE_CLOUD_CLIENT_SECRET"),
    ("SPICEAI_CLIENT_ID", "SPICEAI_CLIENT_SECRET"),
];
const BASE_URLS: [&str; 2] = ["SPICE_CLOUD_API_URL", "SPICEAI_API_ENDPOINT"];
const ORG: &str = "SPICE_CLOUD_ORG";

/// Looks up a variable.
pub(crate) type Lookup<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The environment as a client reads it: a variable without text counts as not set.
pub(crate) struct Environment<'a>(pub(crate) Lookup<'a>);

impl Environment<'_> {
    fn get(&self, name: &str) -> Option<String> {
        (self.0)(name).filter(|value| !value.trim().is_empty())
    }

    pub(crate) fn base_url(&self) -> Option<String> {
        BASE_URLS.iter().find_map(|name| self.get(name))
    }

    pub(crate) fn org(&self) -> Option<String> {
        self.get(ORG)
    }

    /// The token, or an error that names each place and why it did not serve. It holds no value.
    pub(crate) fn token(&self, org: Option<&str>) -> Result<Secret, Error> {
        let mut looked = Vec::new();
        let mut found = None;
        for name in token_names(org) {
            match self.get(&name) {
                Some(token) => {
                    found.get_or_insert(token);
                }
                None => looked.push(format!("{name} {}", self.state(&name))),
            }
        }
        let pair = CLIENTS.iter().find(|(id, secret)| self.get(id).is_some() && self.get(secret).is_some());
        match (found, pair) {
            (Some(token), None) => Ok(Secret::from(token)),
            (Some(_), Some((id, _))) => Err(config(&format!(
                "there are two kinds of credentials in the environment: a token and client credentials ({id})"
            ))
            .with_hint("unset one of them, or give the token to the client")),
            (None, Some((id, secret))) => {
                Err(config(&format!("{id} and {secret} are set, but this version signs in with tokens only"))
                    .with_hint("set SPICE_API_TOKEN"))
            }
            (None, None) => {
                for (id, secret) in CLIENTS {
                    looked.push(format!("{id} {}", self.state(id)));
                    looked.push(format!("{secret} {}", self.state(secret)));
                }
                Err(config(&format!("there is no credential: none was given, and {}", looked.join(", ")))
                    .with_hint(
                        "set SPICE_API_TOKEN to a token from spice.ai/account/tokens, or try the emulator",
                    ))
            }
        }
    }

    fn state(&self, name: &str) -> &'static str {
        match (self.0)(name) {
            None => "is not set",
            Some(value) if value.trim().is_empty() => "is empty",
            // Its other half is missing.
            Some(_) => "is set without its counterpart",
        }
    }
}

fn config(message: &str) -> Error {
    Error::new(ErrorKind::ConfigError, message)
}

fn token_names(org: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in TOKENS {
        if let Some(org) = org.filter(|_| name == SESSION_TOKEN) {
            names.push(format!("{name}_{}", variable_part(org)));
        }
        names.push(name.to_owned());
    }
    names
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

    fn token(variables: &[(&str, &str)], org: Option<&str>) -> Result<String, Error> {
        let lookup = |name: &str| {
            variables.iter().find(|(variable, _)| *variable == name).map(|(_, value)| (*value).to_owned())
        };
        Environment(&lookup).token(org).map(|token| token.reveal().to_owned())
    }

    #[test]
    fn the_first_place_wins() {
        let all = [("SPICE_SPICEAI_TOKEN", "c"), ("SPICE_CLOUD_PAT", "b"), ("SPICE_API_TOKEN", "a")];
        assert_eq!(token(&all, None).unwrap(), "a");
        assert_eq!(token(&all[..2], None).unwrap(), "b");
        assert_eq!(token(&all[..1], None).unwrap(), "c");
    }

    #[test]
    fn an_organization_has_a_session_token_of_its_own() {
        let both = [("SPICE_SPICEAI_TOKEN", "mine"), ("SPICE_SPICEAI_TOKEN_SPICE_2DHQ", "theirs")];
        assert_eq!(token(&both, Some("spice-hq")).unwrap(), "theirs");
        assert_eq!(token(&both, Some("other")).unwrap(), "mine");
    }

    #[test]
    fn the_error_names_every_place_and_no_value() {
        let error = token(&[("SPICE_API_TOKEN", "  "), ("SPICE_CLIENT_ID", "canary-id")], None).unwrap_err();
        let text = error.to_string();
        assert!(text.contains("SPICE_API_TOKEN is empty"), "{text}");
        assert!(text.contains("SPICE_CLOUD_PAT is not set"), "{text}");
        assert!(text.contains("SPICE_CLIENT_ID is set without its counterpart"), "{text}");
        assert!(text.contains("SPICE_CLIENT_SECRET is not set"), "{text}");
        assert!(!text.contains("canary"), "{text}");
    }

    #[test]
    fn two_kinds_are_an_error_and_not_a_guess() {
        let both = [("SPICE_API_TOKEN", "a"), ("SPICEAI_CLIENT_ID", "i"), ("SPICEAI_CLIENT_SECRET", "s")];
        assert!(token(&both, None).unwrap_err().to_string().contains("two kinds"));
    }
}
