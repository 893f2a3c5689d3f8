//! Clients over a transport of a test's own.

use std::sync::Arc;

use super::Client;
use crate::config::{Config, PathStyle, Settings, base_url};
use crate::credentials::{Credentials, Token};
use crate::engine::Engine;
use crate::engine::transport::Transport;
use crate::pace::Pace;

pub(crate) fn test_client(token: &str, transport: Box<dyn Transport>) -> Client {
    Client::new(test_engine(token, transport), test_settings())
}

pub(crate) fn test_engine(token: &str, transport: Box<dyn Transport>) -> Engine {
    let credentials = Credentials::Fixed(Arc::new(Token::new(&token.into()).unwrap()));
    Engine::new(test_config(), credentials, transport, None)
}

pub(crate) fn test_config() -> Config {
    Config {
        base_url: base_url("https://api.example", false).unwrap(),
        oauth_url: base_url("https://portal.example/api/oauth/token", false).unwrap(),
        path_style: PathStyle::Apps,
        validate: true,
        max_in_flight: 16,
        proxy: None,
        trust_store: crate::engine::TrustStore::Auto,
        own_roots: 0,
        secrets: Vec::new(),
    }
}

pub(crate) fn test_settings() -> Settings {
    Settings {
        timeout: std::time::Duration::from_secs(60),
        attempt_timeout: std::time::Duration::from_secs(30),
        max_retries: 2,
        dedupe: crate::config::Dedupe::List,
        reconcile_timeout: std::time::Duration::from_secs(15),
        headers: reqwest::header::HeaderMap::new(),
        org: None,
        pace: Pace::REAL,
    }
}
