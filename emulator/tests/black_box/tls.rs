//! The emulator over TLS: who trusts it, with which certificates, and that faults reach through it.

use std::error::Error as _;
use std::io::ErrorKind;
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, SupportedProtocolVersion};
use serde_json::json;
use spice_cloud_emulator::Certificate;

use crate::broken_answers::{ask, connect, fault, ways};
use crate::support::{Api, SPICEPOD, builder, client, read};

type Secured = StreamOwned<ClientConnection, TcpStream>;

fn secure() -> Api {
    Api::from(builder().tls(Certificate::Good))
}

/// A connection over TLS, without HTTP.
fn greet(api: &Api, versions: &[&'static SupportedProtocolVersion], protocols: &[&[u8]]) -> Secured {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut roots = RootCertStore::empty();
    let authority = api.emulator.ca_certificate().unwrap();
    roots.add(CertificateDer::from_pem_slice(authority.as_bytes()).unwrap()).unwrap();
    let config = ClientConfig::builder_with_protocol_versions(versions);
    let mut config = config.with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.to_vec()).collect();
    let name = ServerName::try_from("localhost").unwrap();
    StreamOwned::new(ClientConnection::new(Arc::new(config), name).unwrap(), connect(api))
}

#[tokio::test]
async fn everything_works_over_tls() {
    let api = secure();
    let port = api.emulator.port();
    assert_eq!(api.emulator.url(), format!("https://127.0.0.1:{port}"));
    assert!(api.emulator.admin_url().starts_with("https://"));
    let app = api.deployable("my-app").await;
    assert_eq!(api.post(&format!("{app}/deployments"), json!({})).await.status, 202);
    assert_eq!(api.admin("GET", "/info", None).await.body["apps"], 1);
    assert_eq!(api.put(&app, json!({ "spicepod": SPICEPOD })).await.status, 200);
    let answer = client(api.emulator.ca_certificate()).get(format!("https://localhost:{port}/v1/health"));
    assert_eq!(answer.send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn plain_http_is_the_default_and_not_spoken_beside_tls() {
    assert_eq!(Api::start().emulator.ca_certificate(), None);
    let api = secure();
    let (answer, _) = ask(&mut connect(&api), api.emulator.token(), "/v1/health");
    assert!(!answer.contains("HTTP"), "{answer}");
    assert_eq!(api.emulator.requests().len(), 0);
    // Whoever says nothing keeps nobody waiting.
    let silent = connect(&api);
    assert_eq!(api.get("/v1/health").await.status, 200);
    drop(silent);
}

#[tokio::test]
async fn both_versions_of_tls_are_spoken_and_no_other_http() {
    let api = secure();
    for version in [&rustls::version::TLS12, &rustls::version::TLS13] {
        let mut stream = greet(&api, &[version], &[b"h2", b"http/1.1"]);
        let (answer, ended) = ask(&mut stream, api.emulator.token(), "/v1/health");
        assert!(answer.starts_with("HTTP/1.1 200") && ended.is_ok(), "{answer} {ended:?}");
        assert_eq!(stream.conn.alpn_protocol(), Some(&b"http/1.1"[..]));
        assert_eq!(stream.conn.protocol_version(), Some(version.version));
    }
}

#[tokio::test]
async fn wrong_certificates_are_wrong_in_one_way_each() {
    for certificate in Certificate::ALL {
        let api = Api::from(builder().tls(certificate));
        let sent = api.request("GET", "/v1/apps").send().await;
        let reason = match certificate {
            Certificate::Good => {
                assert_eq!(sent.unwrap().status(), 200);
                continue;
            }
            Certificate::Expired => "expired",
            Certificate::NotYetValid => "not valid yet",
            Certificate::WrongHost => "not valid for name",
            Certificate::SelfSigned | Certificate::UnknownAuthority => "UnknownIssuer",
            other => unreachable!("{other:?} is new"),
        };
        let error = sent.unwrap_err();
        let mut causes = Vec::new();
        let mut cause = error.source();
        while let Some(error) = cause {
            causes.push(error.to_string());
            cause = error.source();
        }
        assert!(causes.iter().any(|cause| cause.contains(reason)), "{certificate:?}: {causes:?}");
        assert_eq!(api.emulator.requests().len(), 0, "{certificate:?}");
    }
}

#[tokio::test]
async fn each_emulator_has_an_authority_of_its_own() {
    let (one, other) = (secure(), secure());
    assert_ne!(one.emulator.ca_certificate(), other.emulator.ca_certificate());
    let url = format!("{}/v1/health", one.emulator.url());
    assert!(client(other.emulator.ca_certificate()).get(url).send().await.is_err());
}

#[tokio::test]
async fn every_way_to_break_an_answer_breaks_it_over_tls() {
    let api = secure();
    for (action, begins, ends, broken) in ways() {
        fault(&api, &action);
        let mut stream = greet(&api, rustls::ALL_VERSIONS, &[]);
        let (answer, ended) = ask(&mut stream, api.emulator.token(), "/v1/health");
        assert!(answer.starts_with(begins) && answer.ends_with(ends), "{action}: {answer:.300}");
        match ended.map_err(|error| error.kind()) {
            Ok(()) => assert!(!broken && !answer.is_empty(), "{action}: an end that was announced"),
            Err(ErrorKind::UnexpectedEof) => assert!(!broken && answer.is_empty(), "{action}: {answer:.300}"),
            Err(kind) => assert!(broken, "{action}: {kind}"),
        }
        let record = api.emulator.requests().into_iter().last().unwrap();
        assert_eq!(record.fault.as_deref(), Some("it"), "{action}");
    }
    assert_eq!(api.get("/v1/health").await.status, 200);
}

#[tokio::test]
async fn pauses_and_drips_reach_through_tls() {
    let api = secure();
    for (action, least) in [
        (json!({ "kind": "delay_body", "ms": 100 }), 100),
        (json!({ "kind": "dribble", "bytes": 100, "ms": 20 }), 40),
        (json!({ "kind": "slow_close", "ms": 100 }), 100),
    ] {
        fault(&api, &action);
        let began = Instant::now();
        assert_eq!(read(api.request("GET", "/v1/health")).await.status, 200, "{action}");
        assert!(began.elapsed() >= Duration::from_millis(least), "{action}: {:?}", began.elapsed());
    }
}
