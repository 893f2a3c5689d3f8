//! The way to the API below HTTP: address, proxy, name, connection, TLS.

use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, ProtocolVersion, RootCertStore};
use url::{Host, Url};

use super::Report;
use crate::client::Client;
use crate::config::is_loopback;
use crate::engine::TrustStore;
use crate::generated::enums::CheckOutcome;

/// Longer than this, and nothing works that waits for it.
const LIMIT: Duration = Duration::from_secs(10);

/// What proxies are named by, beside the option of the client.
const PROXY_VARIABLES: [&str; 3] = ["HTTPS_PROXY", "ALL_PROXY", "HTTP_PROXY"];

pub(super) async fn look(client: &Client, report: &mut Report) {
    let config = client.config();
    let url = &config.base_url;
    report.note("address", CheckOutcome::Ok, url.as_str(), None);
    let proxy = proxy(config.proxy.as_deref(), url);
    report.note("proxy", CheckOutcome::Ok, proxy.as_deref().unwrap_or("none"), None);
    if proxy.is_some() {
        let detail = "the proxy looks names up and connects";
        for name in ["dns", "tcp", "tls"] {
            report.note(name, CheckOutcome::Skipped, detail, None);
        }
        return;
    }
    let Some(addresses) = resolve(url, report).await else { return };
    let Some(stream) = connect(&addresses, report).await else { return };
    if url.scheme() == "http" {
        report.note("tls", CheckOutcome::Ok, "none: plain HTTP", None);
        return;
    }
    let roots = match (config.trust_store, config.own_roots) {
        (TrustStore::Bundled, 0) => "the SDK's roots".to_owned(),
        (TrustStore::Bundled, own) => format!("the SDK's roots and {own} of a bundle"),
        (_, 0) => "the platform's roots".to_owned(),
        (_, own) => format!("the platform's roots and {own} of a bundle"),
    };
    tls(url, stream, &roots, report).await;
}

/// The proxy that requests go through, without its password.
fn proxy(option: Option<&str>, url: &Url) -> Option<String> {
    if let Some(proxy) = option {
        return Some(format!("{proxy} (option)"));
    }
    if is_loopback(url) {
        return None;
    }
    let named = PROXY_VARIABLES.iter().find_map(|name| {
        let value =
            [(*name).to_owned(), name.to_lowercase()].iter().find_map(|name| std::env::var(name).ok())?;
        (!value.is_empty()).then_some((*name, value))
    });
    // Addresses of proxies hold passwords now and then.
    named.map(|(name, value)| {
        let host = Url::parse(&value).ok().and_then(|url| url.host_str().map(str::to_owned));
        format!("{} (variable {name})", host.unwrap_or_else(|| "one that cannot be read".to_owned()))
    })
}

async fn resolve(url: &Url, report: &mut Report) -> Option<Vec<SocketAddr>> {
    let port = url.port_or_known_default().unwrap_or(443);
    let name = match url.host()? {
        Host::Ipv4(address) => return Some(vec![(address, port).into()]),
        Host::Ipv6(address) => return Some(vec![(address, port).into()]),
        Host::Domain(name) => name.to_owned(),
    };
    let hint = "check the name in `base_url`, and this machine's name server";
    let found = tokio::time::timeout(LIMIT, tokio::net::lookup_host((name.as_str(), port))).await;
    match found {
        Ok(Ok(addresses)) => {
            let addresses: Vec<SocketAddr> = addresses.collect();
            report.note("dns", CheckOutcome::Ok, format!("{name} has {} address(es)", addresses.len()), None);
            (!addresses.is_empty()).then_some(addresses)
        }
        Ok(Err(error)) => {
            report.note("dns", CheckOutcome::Failed, format!("{name}: {error}"), Some(hint));
            None
        }
        Err(_) => {
            report.note("dns", CheckOutcome::Failed, format!("{name}: no answer within 10 s"), Some(hint));
            None
        }
    }
}

async fn connect(addresses: &[SocketAddr], report: &mut Report) -> Option<TcpStream> {
    let hint = "check the network and the firewall; a proxy is given with `proxy` or HTTPS_PROXY";
    let mut problem = String::new();
    for address in addresses {
        match tokio::time::timeout(LIMIT, tokio::net::TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                report.note("tcp", CheckOutcome::Ok, format!("connected to {address}"), None);
                return stream.into_std().ok();
            }
            Ok(Err(error)) => problem = format!("{address}: {error}"),
            Err(_) => problem = format!("{address}: no answer within 10 s"),
        }
    }
    report.note("tcp", CheckOutcome::Failed, problem, Some(hint));
    None
}

/// Shakes hands by the roots that come with the SDK, to learn the version; requests go by the client's own.
async fn tls(url: &Url, stream: TcpStream, roots: &str, report: &mut Report) {
    let name = url.host_str().unwrap_or_default().to_owned();
    let shaken = tokio::task::spawn_blocking(move || shake_hands(&name, stream)).await;
    match shaken.unwrap_or_else(|_| Err("the look broke off".to_owned())) {
        Ok(version) => {
            let detail = format!("{version}, and the SDK's own roots would do; requests go by {roots}");
            report.note("tls", CheckOutcome::Ok, detail, None);
        }
        Err(problem) => {
            let detail = format!("by the SDK's own roots: {problem}; requests go by {roots}");
            let hint = "with an authority of your own this is expected: whether requests work is told below";
            report.note("tls", CheckOutcome::Warning, detail, Some(hint));
        }
    }
}

fn shake_hands(name: &str, mut stream: TcpStream) -> Result<&'static str, String> {
    let words = |error: &dyn std::fmt::Display| error.to_string();
    stream.set_nonblocking(false).map_err(|error| words(&error))?;
    stream.set_read_timeout(Some(LIMIT)).map_err(|error| words(&error))?;
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().cloned());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| words(&error))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(name.to_owned()).map_err(|error| words(&error))?;
    let mut connection = ClientConnection::new(Arc::new(config), name).map_err(|error| words(&error))?;
    while connection.is_handshaking() {
        connection.complete_io(&mut stream).map_err(|error| words(&error))?;
    }
    Ok(match connection.protocol_version() {
        Some(ProtocolVersion::TLSv1_3) => "TLS 1.3",
        Some(ProtocolVersion::TLSv1_2) => "TLS 1.2",
        _ => "another version of TLS",
    })
}
