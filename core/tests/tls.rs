//! Secure connections against a server with an authority of its own: who is trusted, and that nothing is sent to others.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use spice_cloud::{Client, ClientBuilder, CreateDeployment, Dedupe, ErrorKind, TrustStore};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::{RootCertStore, ServerConfig};

/// A server on loopback whose certificate a made-up authority has signed.
struct Server {
    url: String,
    /// The authority, in a file that lives as long as the server.
    authority: tempfile::NamedTempFile,
    requests: Arc<AtomicU32>,
}

/// What a server does with those who connect.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    Answers,
    /// Takes a request, and goes on with what nobody can decrypt.
    BreaksOff,
    /// Takes nobody without a certificate.
    WantsCertificates,
}

const ANSWER: &str =
    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 15\r\n\r\n{\"status\":\"ok\"}";

/// Starts a server that says it is `name`, from some year up to another.
async fn server(name: &str, years: (i32, i32)) -> Server {
    server_that(Manner::Answers, name, years).await
}

async fn server_that(manner: Manner, name: &str, years: (i32, i32)) -> Server {
    let mut issuer = CertificateParams::new(Vec::new()).unwrap();
    issuer.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let issuer = CertifiedIssuer::self_signed(issuer, KeyPair::generate().unwrap()).unwrap();
    let mut leaf = CertificateParams::new(vec![name.to_owned()]).unwrap();
    leaf.not_before = rcgen::date_time_ymd(years.0, 1, 1);
    leaf.not_after = rcgen::date_time_ymd(years.1, 1, 1);
    let key = KeyPair::generate().unwrap();
    let certificate = leaf.signed_by(&key, &issuer).unwrap();

    let _ = tokio_rustls::rustls::crypto::ring::default_provider().install_default();
    let mut roots = RootCertStore::empty();
    roots.add(issuer.der().clone()).unwrap();
    let clients = match manner {
        Manner::WantsCertificates => WebPkiClientVerifier::builder(Arc::new(roots)).build().unwrap(),
        _ => WebPkiClientVerifier::no_client_auth(),
    };
    let config = ServerConfig::builder()
        .with_client_cert_verifier(clients)
        .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    let requests = Arc::new(AtomicU32::new(0));
    let seen = Arc::clone(&requests);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (acceptor, seen) = (acceptor.clone(), Arc::clone(&seen));
            tokio::spawn(async move {
                let mut stream = match acceptor.accept(stream).into_fallible().await {
                    Ok(stream) => stream,
                    // A client that does not trust the server has left; one that is not trusted reads that first.
                    Err((_, stream)) => return read_out(stream).await,
                };
                let mut request = [0; 4096];
                if stream.read(&mut request).await.is_ok_and(|read| read > 0) {
                    seen.fetch_add(1, Ordering::SeqCst);
                    if manner == Manner::BreaksOff {
                        let _ = stream.get_mut().0.write_all(b"\x17\x03\x03\x00\x05hello").await;
                        return read_out(stream).await;
                    }
                    let _ = stream.write_all(ANSWER.as_bytes()).await;
                }
            });
        }
    });
    let authority = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(authority.path(), issuer.pem()).unwrap();
    Server { url, authority, requests }
}

/// Reads until the other side leaves: what is closed before may take with it what was written.
async fn read_out(mut stream: impl AsyncRead + Unpin) {
    let _ = tokio::io::copy(&mut stream, &mut tokio::io::sink()).await;
}

impl Server {
    fn client(&self) -> ClientBuilder {
        Client::builder().base_url(&self.url).token("canary-token")
    }

    fn requests(&self) -> u32 {
        self.requests.load(Ordering::SeqCst)
    }
}

const VALID: (i32, i32) = (2020, 2120);

#[tokio::test]
async fn an_authority_that_is_given_is_trusted() {
    let server = server("localhost", VALID).await;
    for store in [TrustStore::Auto, TrustStore::Bundled] {
        let client = server.client().ca_bundle(server.authority.path()).trust_store(store).build().unwrap();
        assert_eq!(client.health().await.unwrap().status, "ok", "{store:?}");
    }
    assert_eq!(server.requests(), 2);
}

#[tokio::test]
async fn an_unknown_authority_gets_nothing() {
    let server = server("localhost", VALID).await;
    for store in [TrustStore::Auto, TrustStore::Bundled] {
        let error = server.client().trust_store(store).build().unwrap().health().await.unwrap_err();
        assert_eq!((error.kind(), error.attempts().len()), (ErrorKind::TlsError, 1), "{store:?}: {error}");
        assert!(error.hint().is_some_and(|hint| hint.contains("certificates")), "{error}");
    }
    assert_eq!(server.requests(), 0);
}

#[tokio::test]
async fn a_certificate_for_somebody_else_or_another_time_is_refused() {
    for (name, years) in
        [("elsewhere.example", VALID), ("localhost", (2020, 2021)), ("localhost", (2110, 2120))]
    {
        let server = server(name, years).await;
        let client = server.client().ca_bundle(server.authority.path()).build().unwrap();
        let error = client.apps().get(7).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.attempts().len()),
            (ErrorKind::TlsError, 1),
            "{name} {years:?}: {error}"
        );
        assert_eq!(server.requests(), 0);
        assert!(!format!("{error} {error:?}").contains("canary"));
    }
}

#[tokio::test]
async fn plain_text_in_place_of_tls_is_an_error() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        }
    });
    let client = Client::builder().base_url(url).token("token").max_retries(0).build().unwrap();
    let error = client.health().await.unwrap_err();
    assert!(error.kind().is_transport(), "{error}");
}

#[tokio::test]
async fn a_request_after_which_tls_breaks_off_may_have_been_carried_out() {
    let server = server_that(Manner::BreaksOff, "localhost", VALID).await;
    let client = server.client().ca_bundle(server.authority.path()).time_scale(100).dedupe(Dedupe::Off);
    let client = client.attempt_timeout(Duration::from_secs(6000)).timeout(Duration::from_secs(6000));
    let client = client.build().unwrap();
    let error = client.deployments().create(7, CreateDeployment::default()).await.unwrap_err();
    assert_eq!((error.kind(), server.requests()), (ErrorKind::AmbiguousOutcome, 1), "{error}");
    let error = client.apps().get(7).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts().len()), (ErrorKind::ConnectError, 3), "{error}");
    assert_eq!(server.requests(), 1 + 3);
}

#[tokio::test]
async fn a_server_that_wants_certificates_is_not_asked_again() {
    let server = server_that(Manner::WantsCertificates, "localhost", VALID).await;
    let client = server.client().ca_bundle(server.authority.path()).build().unwrap();
    let error = client.deployments().create(7, CreateDeployment::default()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts().len()), (ErrorKind::TlsError, 1), "{error}");
    assert_eq!(server.requests(), 0);
}

#[test]
fn a_bundle_that_cannot_be_read_is_a_wrong_option() {
    let nothing = tempfile::NamedTempFile::new().unwrap();
    for file in [nothing.path(), std::path::Path::new("/no/such/file")] {
        let error = Client::builder().token("token").ca_bundle(file).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ConfigError);
        assert!(error.to_string().contains("ca_bundle"), "{error}");
    }
}

#[tokio::test]
async fn a_proxy_that_refuses_is_named_without_its_password() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = [0; 1024];
            let _ = stream.read(&mut request).await;
            let _ = stream
                .write_all(b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n")
                .await;
        }
    });
    let proxy = format!("http://user:canary-password@127.0.0.1:{port}");
    let client = Client::builder().base_url("https://api.example").token("token").proxy(proxy).max_retries(0);
    let client = client.build().unwrap();
    let error = client.health().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ProxyError, "{error}");
    assert!(!format!("{error} {error:?} {client:?}").contains("canary"));
}
