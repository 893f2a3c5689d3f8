//! How a client comes into being.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use url::Url;

use super::Client;
use super::reach::{authorities, proxy, user_agent};
use super::signin::{credentials, dotenv};
use crate::config::{
    ATTEMPT_TIMEOUT, Config, DEFAULT_BASE_URL, Dedupe, Environment, PathStyle, Settings, base_url,
    is_loopback, max_retries, oauth_url, org, positive,
};
use crate::credentials::{Source, TokenProvider};
use crate::engine::{Engine, Network, Preview, Route, Trust, TrustStore};
use crate::error::{Error, ErrorKind, Result};
use crate::headers::extra_headers;
use crate::observe::Observer;
use crate::pace::Pace;
use crate::planned::PlannedRequest;
use crate::wire::Secret;

/// Builds a [`Client`]. What is not given is read from the environment, or has a default.
#[derive(Clone)]
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    pub(super) token: Option<Secret>,
    pub(super) client: Option<(String, Secret)>,
    pub(super) provider: Option<Source>,
    pub(super) scope: Option<String>,
    allow_dotenv: bool,
    base_url: Option<String>,
    oauth_url: Option<String>,
    max_in_flight: usize,
    proxy: Option<String>,
    ca_bundle: Option<PathBuf>,
    trust_store: TrustStore,
    org: Option<String>,
    timeout: Duration,
    attempt_timeout: Duration,
    connect_timeout: Duration,
    max_retries: u32,
    dedupe: Dedupe,
    reconcile_timeout: Duration,
    headers: Vec<(String, String)>,
    user_agent_suffix: Option<String>,
    allow_insecure_http: bool,
    path_style: PathStyle,
    validate: bool,
    observer: Option<Arc<dyn Observer>>,
    preview: Option<Preview>,
    time_scale: u32,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            token: None,
            client: None,
            provider: None,
            scope: None,
            allow_dotenv: false,
            base_url: None,
            oauth_url: None,
            max_in_flight: 16,
            proxy: None,
            ca_bundle: None,
            trust_store: TrustStore::Auto,
            org: None,
            timeout: Duration::from_secs(60),
            attempt_timeout: ATTEMPT_TIMEOUT,
            connect_timeout: Duration::from_secs(5),
            max_retries: 2,
            dedupe: Dedupe::List,
            reconcile_timeout: Duration::from_secs(15),
            headers: Vec::new(),
            user_agent_suffix: None,
            allow_insecure_http: false,
            path_style: PathStyle::Apps,
            validate: true,
            observer: None,
            preview: None,
            time_scale: 1,
        }
    }
}

impl ClientBuilder {
    /// The token: a personal access token, an OAuth access token or a session token.
    ///
    /// Without any credentials, the environment is read: `SPICE_API_TOKEN`, `SPICE_CLOUD_PAT`, the variables that
    /// `spice login` writes, `SPICE_SPICEAI_TOKEN_<ORG>` and `SPICE_SPICEAI_TOKEN`, then pairs of client credentials:
    /// `SPICE_CLIENT_ID` and `SPICE_CLIENT_SECRET`, `SPICE_CLOUD_CLIENT_…`, `SPICEAI_CLIENT_…`.
    pub fn token(mut self, token: impl Into<Secret>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Client credentials: the client exchanges them for tokens, and renews these before they expire.
    pub fn client_credentials(mut self, id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        self.client = Some((id.into(), secret.into()));
        self
    }

    /// Asks for less than all scopes of the client credentials: names with spaces between them.
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// Somebody who is asked for tokens: at the first call, before one expires, and once after a 401.
    pub fn token_provider(mut self, provider: impl TokenProvider + 'static) -> Self {
        self.provider = Some(Source::Provider(Arc::new(provider)));
        self
    }

    /// The host of each call is asked for tokens.
    pub(crate) fn host_tokens(mut self) -> Self {
        self.provider = Some(Source::Host);
        self
    }

    /// Also reads `.env.local`, or else `.env`, in the working directory, as `spice login` writes them; not if not said.
    pub fn allow_dotenv(mut self, allow: bool) -> Self {
        self.allow_dotenv = allow;
        self
    }

    /// The address of the API; `SPICE_CLOUD_API_URL` or `SPICEAI_API_ENDPOINT` if not given, else
    /// `https://api.spice.ai`.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Where client credentials are exchanged; `SPICE_CLOUD_OAUTH_URL` or `SPICEAI_OAUTH_ENDPOINT` if not given, else
    /// the same origin for an API on this machine, else `https://spice.ai/api/oauth/token`.
    pub fn oauth_url(mut self, url: impl Into<String>) -> Self {
        self.oauth_url = Some(url.into());
        self
    }

    /// How many requests of the client run at once; 16 if not given. More wait for their turn.
    pub fn max_in_flight(mut self, requests: usize) -> Self {
        self.max_in_flight = requests;
        self
    }

    /// The proxy to go through, such as `http://user:password@proxy.example:3128`. If not given, `HTTPS_PROXY` and
    /// `NO_PROXY` of the environment count, but never for an API on this machine.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(url.into());
        self
    }

    /// A file of certificate authorities in PEM to trust besides the trust store; `SSL_CERT_FILE` if not given.
    pub fn ca_bundle(mut self, file: impl Into<PathBuf>) -> Self {
        self.ca_bundle = Some(file.into());
        self
    }

    /// Which certificate authorities to trust.
    pub fn trust_store(mut self, store: TrustStore) -> Self {
        self.trust_store = store;
        self
    }

    /// The organization to act on; `SPICE_CLOUD_ORG` if not given, else the token's own.
    pub fn org(mut self, name: impl Into<String>) -> Self {
        self.org = Some(name.into());
        self
    }

    /// Limit of a whole call with its waits and retries; 60 s if not given.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.timeout = limit;
        self
    }

    /// How changes are kept from happening twice; [`Dedupe::List`] if not given.
    pub fn dedupe(mut self, how: Dedupe) -> Self {
        self.dedupe = how;
        self
    }

    /// How long the outcome of a change may be looked for when the call's own time is up; 15 s if not given. With zero an
    /// unknown outcome is an error at once, which [`Client::reconcile`] can still settle.
    pub fn reconcile_timeout(mut self, limit: Duration) -> Self {
        self.reconcile_timeout = limit;
        self
    }

    /// Limit of one attempt; 30 s if not given. Up to that, an attempt also ends when nothing comes for 20 s; a longer limit
    /// leaves a slow server all of its time.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.attempt_timeout = limit;
        self
    }

    /// Limit of finding and connecting to the server; 5 s if not given.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = limit;
        self
    }

    /// How many times a failed attempt may be followed by another; 2 if not given, 10 at most.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Adds a header to every request.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Adds to what the client calls itself, such as `my-tool/1.2`.
    pub fn user_agent_suffix(mut self, suffix: impl Into<String>) -> Self {
        self.user_agent_suffix = Some(suffix.into());
        self
    }

    /// Allows plain http to other machines. The token is then visible to the network.
    pub fn allow_insecure_http(mut self, allow: bool) -> Self {
        self.allow_insecure_http = allow;
        self
    }

    /// Which of the API's two names for apps stands in paths.
    pub fn path_style(mut self, style: PathStyle) -> Self {
        self.path_style = style;
        self
    }

    /// Whether input is checked before it is sent; yes if not given. What would be unsafe to send is always refused.
    pub fn validate(mut self, validate: bool) -> Self {
        self.validate = validate;
        self
    }

    /// Tells somebody about every attempt.
    pub fn observer(mut self, observer: impl Observer + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// Shows changes instead of sending them: each is checked, shown, and ends with [`DryRun`](ErrorKind::DryRun). What
    /// only reads is sent as ever.
    pub fn dry_run(mut self, show: impl Fn(&PlannedRequest) + Send + Sync + 'static) -> Self {
        self.preview = Some(Arc::new(show));
        self
    }

    /// Divides every policy duration, so that tests need not wait for real seconds.
    #[doc(hidden)]
    pub fn time_scale(mut self, times: u32) -> Self {
        self.time_scale = times;
        self
    }

    /// The client. Nothing is sent and no connection is opened yet.
    ///
    /// # Errors
    ///
    /// [`ConfigError`](ErrorKind::ConfigError) when an option is wrong or there is no credential; the error names each
    /// place that was looked at.
    pub fn build(self) -> Result<Client> {
        let file = if self.allow_dotenv { dotenv() } else { None };
        let in_file = |name: &str| file.as_ref().and_then(|(_, variables)| variables.get(name).cloned());
        self.build_in(&Environment {
            // A variable that is no text cannot be an address or a token.
            variables: &|name| std::env::var(name).ok(),
            file: file.as_ref().map(|(name, _)| (*name, &in_file as _)),
        })
    }

    fn build_in(self, environment: &Environment<'_>) -> Result<Client> {
        let org_name = self.org.clone().or_else(|| environment.org());
        let url = self
            .base_url
            .clone()
            .or_else(|| environment.base_url())
            .unwrap_or_else(|| DEFAULT_BASE_URL.to_owned());
        let url = base_url(&url, self.allow_insecure_http)?;
        let oauth = self.oauth_url.clone().or_else(|| environment.oauth_url());
        let oauth_url = oauth_url(oauth.as_deref(), &url, self.allow_insecure_http)?;
        let credentials = credentials(&self, environment, org_name.as_deref())?;
        if self.max_in_flight == 0 {
            return Err(Error::new(ErrorKind::ConfigError, "max_in_flight must be at least 1"));
        }
        let pace = if self.time_scale == 1 { Pace::REAL } else { Pace::faster(self.time_scale) };
        let connect_timeout = positive("connect_timeout", self.connect_timeout)?;
        let settings = Settings {
            timeout: positive("timeout", self.timeout)?,
            attempt_timeout: positive("attempt_timeout", self.attempt_timeout)?,
            max_retries: max_retries(self.max_retries)?,
            dedupe: self.dedupe,
            reconcile_timeout: self.reconcile_timeout,
            headers: extra_headers(&self.headers)?,
            org: org_name.as_deref().map(org).transpose()?,
            pace,
        };
        let user_agent = user_agent(self.user_agent_suffix.as_deref())?;
        let proxy = self.proxy.as_deref().map(proxy).transpose()?;
        let password = proxy.as_ref().and_then(Url::password).map(Secret::from);
        let given_bundle = self.ca_bundle.as_deref().map(authorities).transpose()?;
        let extra = match given_bundle {
            Some(extra) => extra,
            // A file that the environment names for everyone need not be there for this.
            None => environment
                .ca_bundle()
                .and_then(|file| authorities(Path::new(&file)).ok())
                .unwrap_or_default(),
        };
        let own_roots = extra.len();
        let proxy_shown = proxy.as_ref().and_then(|proxy| {
            let port = proxy.port_or_known_default()?;
            Some(format!("{}://{}:{port}", proxy.scheme(), proxy.host_str()?))
        });
        let transport = Box::new(Network::new(Route {
            connect_timeout,
            user_agent,
            trust: Trust { store: self.trust_store, extra },
            proxy,
            tls: [&url, &oauth_url].map(|url| url.scheme() == "https"),
            loopback: is_loopback(&url),
        }));
        let config = Config {
            base_url: url,
            oauth_url,
            path_style: self.path_style,
            validate: self.validate,
            max_in_flight: self.max_in_flight,
            secrets: password.into_iter().collect(),
            proxy: proxy_shown,
            trust_store: self.trust_store,
            own_roots,
        };
        let mut engine = Engine::new(config, credentials, transport, self.observer);
        engine.preview = self.preview;
        Ok(Client::new(engine, settings))
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ClientBuilder")
            .field("token", &self.token)
            .field("client", &self.client)
            .field("base_url", &self.base_url)
            .field("org", &self.org)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(builder: ClientBuilder, variables: &[(&str, &str)]) -> Result<Client> {
        let lookup = |name: &str| {
            variables.iter().find(|(variable, _)| *variable == name).map(|(_, value)| (*value).to_owned())
        };
        builder.build_in(&Environment { variables: &lookup, file: None })
    }

    #[test]
    fn what_is_given_goes_before_the_environment() {
        let variables = [("SPICE_CLOUD_API_URL", "https://env.example"), ("SPICE_API_TOKEN", "env-token")];
        let given = ClientBuilder::default().base_url("https://given.example");
        assert_eq!(build(given, &variables).unwrap().base_url(), "https://given.example/");
        assert_eq!(build(ClientBuilder::default(), &variables).unwrap().base_url(), "https://env.example/");
        assert_eq!(
            build(ClientBuilder::default(), &variables[1..]).unwrap().base_url(),
            "https://api.spice.ai/"
        );
    }

    #[test]
    fn wrong_options_are_found_before_anything_is_sent() {
        let with = || ClientBuilder::default().token("token");
        for (builder, word) in [
            (ClientBuilder::default(), "no credential"),
            (with().token(" \n"), "is empty"),
            (with().token("Bearer x"), "white space"),
            (with().token("tok\u{e9}n"), "cannot be sent"),
            (with().token("tok\0en"), "cannot be sent"),
            (with().org("a b"), "org"),
            (with().timeout(Duration::ZERO), "timeout"),
            (with().max_retries(11), "max_retries"),
            (with().header("Authorization", "x"), "cannot be given"),
            (with().header("x-a", "b\r\nc"), "unprintable"),
            (with().user_agent_suffix("a\nb"), "user_agent_suffix"),
            (with().base_url("http://example.com"), "https"),
            (with().oauth_url("http://example.com"), "https"),
            (with().client_credentials("id", "secret"), "give one of"),
            (with().scope("apps:read"), "scope"),
            (with().max_in_flight(0), "max_in_flight"),
            (ClientBuilder::default().client_credentials(" ", "secret"), "need an id"),
        ] {
            let error = build(builder, &[]).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::ConfigError);
            assert!(error.to_string().contains(word), "{error}");
        }
        assert!(build(with().token("token\n"), &[]).is_ok(), "a line end after the token does no harm");
    }

    #[test]
    fn neither_builder_nor_client_shows_the_token() {
        let builder = ClientBuilder::default().token("canary-token");
        let client = build(builder.clone(), &[]).unwrap();
        assert!(!format!("{builder:?} {client:?}").contains("canary"));
    }
}
