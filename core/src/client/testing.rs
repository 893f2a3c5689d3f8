//! Clients over a transport of a test's own.

use super::Client;
use crate::config::{Config, PathStyle, Settings, base_url};
use crate::credentials::Credential;
use crate::engine::Engine;
use crate::engine::transport::Transport;
use crate::pace::Pace;

pub(crate) fn test_client(token: &str, transport: Box<dyn Transport>) -> Client {
    Client::new(test_engine(token, transport), test_settings())
}

pub(crate) fn test_engine(token: &str, transport: Box<dyn Transport>) -> Engine {
    let base_url = base_url("https://api.example", false).unwrap();
    let config = Config { base_url, path_style: PathStyle::Apps, validate: true };
    Engine { config, credential: Credential::new(&token.into()).unwrap(), transport, observer: None }
}

pub(crate) fn test_settings() -> Settings {
    Settings {
        timeout: std::time::Duration::from_secs(60),
        attempt_timeout: std::time::Duration::from_secs(30),
        max_retries: 2,
        headers: reqwest::header::HeaderMap::new(),
        org: None,
        pace: Pace::REAL,
    }
}
