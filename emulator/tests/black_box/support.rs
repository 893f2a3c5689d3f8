//! Starting an emulator, calling it, and checking every answer against the contract.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use reqwest::header::HeaderMap;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use spice_cloud_emulator::{ClockMode, Emulator, EmulatorBuilder, Seed};

/// The instant at which the clocks of these tests stand.
pub(crate) const START: &str = "2026-01-01T00:00:00.000Z";

/// A manifest that can be deployed.
pub(crate) const SPICEPOD: &str = "version: v1\nkind: Spicepod\nname: demo\n";

static CONTRACT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../api/openapi.json")).unwrap());

type Validators = HashMap<String, Arc<jsonschema::Validator>>;

static VALIDATORS: LazyLock<Mutex<Validators>> = LazyLock::new(Mutex::default);

/// An emulator and a client that speaks to it with one token.
pub(crate) struct Api {
    pub(crate) emulator: Arc<Emulator>,
    client: Client,
    token: Option<String>,
    org: Option<String>,
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
    /// `null` when the body is no JSON.
    pub(crate) body: Value,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    pub(crate) fn error(&self) -> &str {
        self.body["error"].as_str().unwrap_or_default()
    }

    pub(crate) fn id(&self) -> i64 {
        self.body["id"].as_i64().unwrap()
    }
}

pub(crate) fn builder() -> EmulatorBuilder {
    Emulator::builder().clock(ClockMode::Frozen(START.to_owned()))
}

impl Api {
    pub(crate) fn start() -> Self {
        Self::from(builder())
    }

    pub(crate) fn demo() -> Self {
        Self::from(builder().seed(Seed::Demo))
    }

    pub(crate) fn from(builder: EmulatorBuilder) -> Self {
        let emulator = Arc::new(builder.start().unwrap());
        let token = Some(emulator.token().to_owned());
        let client = client(emulator.ca_certificate());
        Self { emulator, client, token, org: None }
    }

    /// The same emulator with another token, or none.
    pub(crate) fn with_token(&self, token: Option<&str>) -> Self {
        Self {
            emulator: Arc::clone(&self.emulator),
            client: self.client.clone(),
            token: token.map(str::to_owned),
            org: self.org.clone(),
        }
    }

    /// The same emulator and token, acting on an organization.
    pub(crate) fn with_org(&self, org: &str) -> Self {
        Self { org: Some(org.to_owned()), ..self.with_token(self.token.as_deref()) }
    }

    /// A request to which nothing but the token and the organization is added.
    pub(crate) fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.emulator.url());
        let mut request = self.client.request(Method::from_bytes(method.as_bytes()).unwrap(), url);
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        if let Some(org) = &self.org {
            request = request.header("x-org-name", org);
        }
        request
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.send("POST", path, Some(body)).await
    }

    pub(crate) async fn put(&self, path: &str, body: Value) -> Answer {
        self.send("PUT", path, Some(body)).await
    }

    pub(crate) async fn send(&self, method: &str, path: &str, body: Option<Value>) -> Answer {
        let mut request = self.request(method, path);
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        let answer = read(request).await;
        check(method, path, &answer);
        answer
    }

    /// A call of the administration, which the contract does not know.
    pub(crate) async fn admin(&self, method: &str, path: &str, body: Option<Value>) -> Answer {
        let mut request = self.request(method, &format!("/_emulator{path}"));
        if let Some(body) = body {
            request = request.body(body.to_string());
        }
        read(request).await
    }

    pub(crate) fn advance(&self, millis: u64) {
        self.emulator.advance(Duration::from_millis(millis));
    }

    /// Creates an app and gives its path.
    pub(crate) async fn app(&self, name: &str) -> String {
        let answer = self.post("/v1/apps", json!({ "name": name })).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        format!("/v1/apps/{}", answer.id())
    }

    /// Creates an app that can be deployed and gives its path.
    pub(crate) async fn deployable(&self, name: &str) -> String {
        let app = self.app(name).await;
        let answer = self.put(&app, json!({ "spicepod": SPICEPOD })).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        app
    }
}

/// A client that trusts this authority and no other: the machine may have none.
pub(crate) fn client(authority: Option<&str>) -> Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let authority = authority.map(|pem| reqwest::Certificate::from_pem(pem.as_bytes()).unwrap());
    Client::builder().no_proxy().tls_certs_only(authority).build().unwrap()
}

pub(crate) async fn read(request: RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let text = response.text().await.unwrap();
    let body = serde_json::from_str(&text).unwrap_or_default();
    Answer { status, headers, text, body }
}

/// Id of the operation that a request is, by the contract's own paths.
pub(crate) fn operation(method: &str, path: &str) -> Option<&'static Value> {
    let path = path.split('?').next().unwrap_or_default().replacen("/v1/projects", "/v1/apps", 1);
    let given: Vec<&str> = path.split('/').collect();
    let fits = |template: &str| {
        let wanted: Vec<&str> = template.split('/').collect();
        wanted.len() == given.len()
            && wanted.iter().zip(&given).all(|(wanted, given)| wanted.starts_with('{') || wanted == given)
    };
    let paths = CONTRACT["paths"].as_object().unwrap();
    let (_, item) = paths.iter().find(|(template, _)| fits(template))?;
    item.get(method.to_ascii_lowercase())
}

/// Every operation of the contract with the status of its success.
pub(crate) fn operations() -> HashMap<&'static str, u16> {
    let items =
        CONTRACT["paths"].as_object().unwrap().values().flat_map(|item| item.as_object().unwrap().values());
    items
        .filter_map(|operation| {
            let statuses = operation["responses"].as_object()?.keys();
            let success = statuses.filter_map(|status| status.parse().ok()).find(|status| *status < 300)?;
            Some((operation["operationId"].as_str()?, success))
        })
        .collect()
}

/// Checks an answer: its marks, and its body against the schema that the contract gives for operation and status.
pub(crate) fn check(method: &str, path: &str, answer: &Answer) {
    assert!(!answer.header("x-request-id").is_empty());
    assert_eq!(answer.header("x-spice-emulator"), env!("CARGO_PKG_VERSION"));
    let Some(operation) = operation(method, path) else { return };
    let id = operation["operationId"].as_str().unwrap();
    let place = format!("{id} {}: {}", answer.status, answer.text);
    let mut response = &operation["responses"][answer.status.to_string()];
    if let Some(reference) = response["$ref"].as_str() {
        response = CONTRACT.pointer(reference.trim_start_matches('#')).unwrap();
    }
    assert!(response.is_object(), "not in the contract: {place}");
    let Some(content) = response.get("content") else {
        assert_eq!(answer.text, "", "{place}");
        return;
    };
    assert_eq!(answer.header("content-type"), "application/json", "{place}");
    let validator = validator(&format!("{id} {}", answer.status), &content["application/json"]["schema"]);
    let problems: Vec<String> = validator.iter_errors(&answer.body).map(|error| error.to_string()).collect();
    assert!(problems.is_empty(), "{place}: {problems:?}");
    assert!(answer.body.is_object(), "{place}");
    if answer.status >= 400 {
        assert!(!answer.error().is_empty(), "{place}");
    }
}

fn validator(key: &str, schema: &Value) -> Arc<jsonschema::Validator> {
    let mut known = VALIDATORS.lock().unwrap_or_else(PoisonError::into_inner);
    let compile = || {
        let mut schema = schema.clone();
        schema["components"] = CONTRACT["components"].clone();
        let options = jsonschema::draft202012::options().should_validate_formats(true);
        Arc::new(options.build(&schema).unwrap())
    };
    Arc::clone(known.entry(key.to_owned()).or_insert_with(compile))
}
