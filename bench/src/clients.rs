//! The two that are compared: reqwest and serde as people would write them down, and the SDK.

use std::collections::BTreeMap;

use serde::Deserialize;

pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// What is measured of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Reads an app.
    One,
    /// Reads a page of 100 apps.
    Page,
}

/// One of the two.
#[derive(Clone)]
pub(crate) enum Client {
    ByHand { http: reqwest::Client, base: String },
    Sdk(spice_cloud::Client),
}

#[derive(Deserialize)]
#[allow(dead_code)] // Decoding them is what is measured.
struct App {
    id: i64,
    name: String,
    description: Option<String>,
    visibility: Option<String>,
    created_at: Option<String>,
    region: Option<String>,
    cname: Option<String>,
    endpoint: Option<String>,
    production_branch: Option<String>,
    #[serde(default)]
    tags: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Apps {
    apps: Vec<App>,
}

impl Client {
    pub(crate) fn by_hand(url: &str) -> Result<Self, Failure> {
        // A provider that is there already serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder().no_proxy().tls_certs_only([]).build()?;
        Ok(Self::ByHand { http, base: url.to_owned() })
    }

    pub(crate) fn sdk(url: &str) -> Result<Self, Failure> {
        let client = spice_cloud::Client::builder()
            .base_url(url)
            .token("token")
            // As many as are measured; the usual limit would hide what a call costs.
            .max_in_flight(64)
            .build()?;
        Ok(Self::Sdk(client))
    }

    /// Does the task once, and makes sure that the answer was read.
    pub(crate) async fn run(&self, task: Task) -> Result<(), Failure> {
        let read = match (self, task) {
            (Self::ByHand { http, base }, Task::One) => {
                let request = http.get(format!("{base}/v1/apps/1")).bearer_auth("token");
                let body = request.send().await?.error_for_status()?.bytes().await?;
                serde_json::from_slice::<App>(&body)?.id
            }
            (Self::ByHand { http, base }, Task::Page) => {
                let request = http.get(format!("{base}/v1/apps?limit=100&offset=0")).bearer_auth("token");
                let body = request.send().await?.error_for_status()?.bytes().await?;
                i64::try_from(serde_json::from_slice::<Apps>(&body)?.apps.len())?
            }
            (Self::Sdk(client), Task::One) => client.apps().get(1).await?.id,
            (Self::Sdk(client), Task::Page) => {
                let page = client.apps().list().limit(100).pages().next().await.transpose()?;
                i64::try_from(page.map_or(0, |page| page.items.len()))?
            }
        };
        let expected = if task == Task::One { 1 } else { 100 };
        if read == expected { Ok(()) } else { Err(format!("read {read} instead of {expected}").into()) }
    }
}
