//! Tokens and OAuth clients: what they are, how they are made and found.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Env, State};
use crate::clock::later;

/// Names the key of the emulator's JWTs, which is none.
const KID: &str = "spice-emulator";

/// The kind of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum TokenKind {
    /// A personal access token: acts for a user, in any organization of that user.
    #[default]
    Pat,
    /// A token of an OAuth client: acts for a machine, in one organization.
    OAuth,
    /// A user's session, as `spice login` gets one; reaches as far as a personal access token.
    Session,
}

impl TokenKind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Pat => "pat",
            Self::OAuth => "oauth",
            Self::Session => "session",
        }
    }
}

/// A token to make with [`Emulator::mint`](crate::Emulator::mint).
///
/// ```
/// use std::time::Duration;
/// use spice_cloud_emulator::{Emulator, MintToken, TokenKind};
///
/// let emulator = Emulator::builder().start()?;
/// let reader = emulator.mint(MintToken::new().scopes(["apps:read"]).label("reader"));
/// let machine = emulator.mint(MintToken::new().kind(TokenKind::OAuth).expires_in(Duration::from_secs(60)));
/// assert_ne!(reader, machine);
/// # Ok::<(), spice_cloud_emulator::StartError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MintToken {
    kind: TokenKind,
    scopes: Option<Vec<String>>,
    expires_in: Option<Duration>,
    role: Option<String>,
    org: Option<String>,
    user: Option<String>,
    label: Option<String>,
}

impl MintToken {
    /// A personal access token of the first organization's owner, with every scope and no expiry.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The kind of token.
    #[must_use]
    pub fn kind(mut self, kind: TokenKind) -> Self {
        self.kind = kind;
        self
    }

    /// The token's scopes; `*` when they are not set.
    #[must_use]
    pub fn scopes<I, S>(mut self, scopes: I) -> Self
    where
        I: IntoIterator<Item = S>,
        S: Into<String>,
    {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// How long the token is good for, on the emulator's clock; zero makes one that has expired.
    #[must_use]
    pub fn expires_in(mut self, lifetime: Duration) -> Self {
        self.expires_in = Some(lifetime);
        self
    }

    /// The role that the token acts with, such as `viewer`, instead of its user's own.
    #[must_use]
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// The organization that the token belongs to, by name. Calls with a token of an organization that does not
    /// exist are answered with 403 `org_forbidden`.
    #[must_use]
    pub fn org(mut self, name: impl Into<String>) -> Self {
        self.org = Some(name.into());
        self
    }

    /// The user that the token acts for, by name; the organization's owner when it is not set. It has no meaning for
    /// OAuth tokens.
    #[must_use]
    pub fn user(mut self, username: impl Into<String>) -> Self {
        self.user = Some(username.into());
        self
    }

    /// What the request log calls the token.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}

/// A token as the control plane knows it; its text is the key under which it is stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) label: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) expires_at: Option<Timestamp>,
    pub(crate) revoked: bool,
    /// Name of the organization that it belongs to.
    pub(crate) org: String,
    /// Name of the user that it acts for; the owner when there is none.
    pub(crate) user: Option<String>,
    /// Role that stands in for the user's own.
    pub(crate) role: Option<String>,
    /// The OAuth client that it was given to.
    pub(crate) client_id: Option<String>,
}

/// An OAuth client of an organization.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Client {
    pub(crate) id: String,
    pub(crate) secret: String,
    pub(crate) org: String,
    pub(crate) scopes: Vec<String>,
}

/// Adds a personal access token that may do everything, under a text that people know.
pub(crate) fn plant(state: &mut State, text: &str) {
    let token = Token {
        kind: TokenKind::Pat,
        label: "default".to_owned(),
        scopes: vec!["*".to_owned()],
        expires_at: None,
        revoked: false,
        org: state.orgs.first().map(|org| org.name.clone()).unwrap_or_default(),
        user: None,
        role: None,
        client_id: None,
    };
    state.tokens.insert(text.to_owned(), token);
}

/// Makes a token and gives its text.
pub(crate) fn mint(state: &mut State, env: &mut Env<'_>, wanted: MintToken) -> String {
    let client_id = (wanted.kind == TokenKind::OAuth).then(|| {
        state.clients.first().map_or_else(|| "spice_emu_client".to_owned(), |client| client.id.clone())
    });
    let first_org = state.orgs.first().map(|org| org.name.clone()).unwrap_or_default();
    let number = state.tokens.len();
    let token = Token {
        kind: wanted.kind,
        label: wanted.label.unwrap_or_else(|| format!("{}-{number}", wanted.kind.name())),
        scopes: wanted.scopes.unwrap_or_else(|| vec!["*".to_owned()]),
        expires_at: wanted.expires_in.map(|lifetime| later(env.now, lifetime)),
        revoked: false,
        org: wanted.org.unwrap_or(first_org),
        user: wanted.user,
        role: wanted.role,
        client_id,
    };
    insert(state, env, token)
}

/// Makes a token for an OAuth client.
pub(crate) fn grant(
    state: &mut State,
    env: &mut Env<'_>,
    client: &Client,
    scopes: Vec<String>,
    lifetime: Duration,
) -> String {
    let number = state.tokens.len();
    let token = Token {
        kind: TokenKind::OAuth,
        label: format!("oauth-{number}"),
        scopes,
        expires_at: Some(later(env.now, lifetime)),
        revoked: false,
        org: client.org.clone(),
        user: None,
        role: None,
        client_id: Some(client.id.clone()),
    };
    insert(state, env, token)
}

fn insert(state: &mut State, env: &mut Env<'_>, token: Token) -> String {
    let text = match token.kind {
        TokenKind::Pat => format!("spice_emu_pat_{}", env.random.text(32)),
        TokenKind::Session => format!("spice_emu_session_{}", env.random.text(32)),
        TokenKind::OAuth => jwt(state, env, &token),
    };
    state.tokens.insert(text.clone(), token);
    text
}

/// Whether a text looks like a token of an emulator, this one or another.
pub(crate) fn is_ours(text: &str) -> bool {
    text.starts_with("spice_emu_") || is_our_jwt(text).unwrap_or(false)
}

fn is_our_jwt(text: &str) -> Option<bool> {
    let header = URL_SAFE_NO_PAD.decode(text.split('.').next()?).ok()?;
    let header: Value = serde_json::from_slice(&header).ok()?;
    Some(header["kid"] == KID)
}

/// A token in the shape of a JWT. Its signature is a constant: the emulator knows its tokens by their text, and
/// nothing else may trust them.
fn jwt(state: &State, env: &mut Env<'_>, token: &Token) -> String {
    let org = state.orgs.iter().find(|org| org.is_named(&token.org));
    let header = json!({ "alg": "HS256", "typ": "JWT", "kid": KID });
    let claims = json!({
        "iss": "spice-emulator",
        "client_id": token.client_id,
        "org_id": org.map(|org| org.id),
        "scopes": token.scopes,
        "jti": env.random.text(22),
        "iat": env.now.as_second(),
        "exp": token.expires_at.map(Timestamp::as_second),
    });
    let encode = |text: &str| URL_SAFE_NO_PAD.encode(text);
    format!(
        "{}.{}.{}",
        encode(&header.to_string()),
        encode(&claims.to_string()),
        encode("spice-emulator-signs-nothing")
    )
}

/// Revokes a token; says whether there is one.
pub(crate) fn revoke(state: &mut State, text: &str) -> bool {
    match state.tokens.get_mut(text) {
        Some(token) => {
            token.revoked = true;
            true
        }
        None => false,
    }
}
