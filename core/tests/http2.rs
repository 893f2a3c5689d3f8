//! HTTP/2 against a server that refuses streams, goes away and breaks off: what the protocol says was never taken is sent
//! again and counted as an attempt, and what may have been carried out is not sent again blindly.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use h2::server::SendResponse;
use h2::{Reason, RecvStream};
use http::{Method, Request, Response};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use serde_json::json;
use spice_cloud::{Attempt, Client, ClientBuilder, CreateDeployment, ErrorKind};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::server::TlsStream;

/// What becomes of a request.
#[derive(Clone, Copy)]
enum Fate {
    /// `REFUSED_STREAM`: nothing was done.
    Refused,
    /// Carried out or not, and reset before an answer.
    Reset { done: bool },
}

/// What becomes of a connection and its one request, written by hand: no library does this when it is told to.
#[derive(Clone, Copy)]
enum End {
    /// GOAWAY before a request, which names none.
    Early,
    /// GOAWAY after a request, which names the last one that may have been carried out, and why.
    Gone { last: u32, reason: Reason },
    /// Carried out or not, and reset within the body of the answer.
    Torn { done: bool, reason: Reason },
    /// Bytes that are no TLS after a request.
    NoTls,
}

#[derive(Default)]
struct State {
    /// What becomes of the next connections; those that follow are served.
    ends: Mutex<VecDeque<Option<End>>>,
    /// What becomes of the next requests of a method; those that follow are answered.
    fates: Mutex<VecDeque<(Method, Fate)>>,
    /// The requests that arrived at connections that are served, and how many at others.
    seen: Mutex<Vec<Method>>,
    ended: AtomicUsize,
    deployments: Mutex<Vec<u64>>,
}

struct Server {
    url: String,
    /// The authority, in a file that lives as long as the server.
    authority: tempfile::NamedTempFile,
    state: Arc<State>,
}

impl Server {
    async fn start() -> Self {
        let mut issuer = CertificateParams::new(Vec::new()).unwrap();
        issuer.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let issuer = CertifiedIssuer::self_signed(issuer, KeyPair::generate().unwrap()).unwrap();
        let key = KeyPair::generate().unwrap();
        let leaf = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        let leaf = leaf.signed_by(&key, &issuer).unwrap().der().clone();
        let _ = tokio_rustls::rustls::crypto::ring::default_provider().install_default();
        let mut config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![leaf], PrivateKeyDer::Pkcs8(key.serialize_der().into()))
            .unwrap();
        config.alpn_protocols = vec![b"h2".to_vec()];
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, state) = (acceptor.clone(), Arc::clone(&shared));
                let end = state.ends.lock().unwrap().pop_front().flatten();
                tokio::spawn(async move {
                    let stream = acceptor.accept(stream).await.unwrap();
                    match end {
                        None => serve(stream, state).await,
                        Some(end) => go(stream, &state, end).await,
                    }
                });
            }
        });
        let authority = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(authority.path(), issuer.pem()).unwrap();
        Self { url, authority, state }
    }

    fn client(&self) -> ClientBuilder {
        // Waits are short, and limits so long that a busy machine meets none.
        let limit = Duration::from_secs(6000);
        let builder = Client::builder().base_url(&self.url).token("canary-token").time_scale(100);
        let builder =
            builder.timeout(limit).attempt_timeout(limit).connect_timeout(limit).reconcile_timeout(limit);
        builder.ca_bundle(self.authority.path())
    }

    fn meets(&self, method: Method, fate: Fate) {
        self.state.fates.lock().unwrap().push_back((method, fate));
    }

    /// What becomes of the next connections. Reads share one, and each change has one of its own.
    fn ends(&self, ends: &[Option<End>]) {
        self.state.ends.lock().unwrap().extend(ends);
    }

    fn seen(&self, method: &Method) -> usize {
        self.state.seen.lock().unwrap().iter().filter(|seen| *seen == method).count()
    }

    fn deployments(&self) -> usize {
        self.state.deployments.lock().unwrap().len()
    }
}

/// Serves a connection as HTTP/2 has it.
async fn serve(stream: TlsStream<TcpStream>, state: Arc<State>) {
    let mut connection = h2::server::handshake(stream).await.unwrap();
    while let Some(Ok((request, respond))) = connection.accept().await {
        tokio::spawn(answer(request, respond, Arc::clone(&state)));
    }
}

async fn answer(request: Request<RecvStream>, mut respond: SendResponse<Bytes>, state: Arc<State>) {
    let (head, mut body) = request.into_parts();
    state.seen.lock().unwrap().push(head.method.clone());
    let fate = {
        let mut fates = state.fates.lock().unwrap();
        let at = fates.iter().position(|(method, _)| *method == head.method);
        at.and_then(|at| fates.remove(at)).map(|(_, fate)| fate)
    };
    if matches!(fate, Some(Fate::Refused)) {
        return respond.send_reset(Reason::REFUSED_STREAM);
    }
    while let Some(piece) = body.data().await {
        let _ = body.flow_control().release_capacity(piece.unwrap().len());
    }
    if matches!(fate, Some(Fate::Reset { done: false })) {
        return respond.send_reset(Reason::INTERNAL_ERROR);
    }
    let (status, text) = state.carry_out(&head.method, head.uri.path());
    if fate.is_some() {
        return respond.send_reset(Reason::INTERNAL_ERROR);
    }
    let head =
        Response::builder().status(status).header("content-type", "application/json").body(()).unwrap();
    respond.send_response(head, false).unwrap().send_data(Bytes::from(text), true).unwrap();
}

impl State {
    fn carry_out(&self, method: &Method, path: &str) -> (u16, String) {
        let mut deployments = self.deployments.lock().unwrap();
        let shown = |id: &u64| json!({ "id": id, "status": "queued" });
        if method == Method::POST {
            let id = 5 + deployments.len() as u64;
            deployments.push(id);
            return (202, shown(&id).to_string());
        }
        let body = if path.ends_with("/deployments") {
            json!({ "deployments": deployments.iter().rev().map(shown).collect::<Vec<_>>() })
        } else {
            json!({ "id": 7, "name": "sales-bi" })
        };
        (200, body.to_string())
    }
}

/// A frame: its type, its flags, its stream and its content.
fn frame(kind: u8, flags: u8, stream: u8, content: &[u8]) -> Vec<u8> {
    let length = u8::try_from(content.len()).unwrap();
    [&[0, 0, length, kind, flags, 0, 0, 0, stream], content].concat()
}

fn goaway(last: u32, reason: Reason) -> Vec<u8> {
    frame(7, 0, 0, &[last.to_be_bytes(), u32::from(reason).to_be_bytes()].concat())
}

/// Takes one request, if it comes to that, and ends the connection.
async fn go(mut stream: TlsStream<TcpStream>, state: &State, end: End) {
    let settings = frame(4, 0, 0, &[]);
    if let End::Early = end {
        stream.write_all(&[settings, goaway(0, Reason::NO_ERROR)].concat()).await.unwrap();
    } else {
        stream.write_all(&settings).await.unwrap();
        request(&mut stream).await;
        state.ended.fetch_add(1, Ordering::SeqCst);
    }
    match end {
        End::Early => {}
        End::Gone { last, reason } => {
            stream.write_all(&goaway(last, reason)).await.unwrap();
            if last > 0 {
                // It may have been carried out, and there is no answer.
                return stream.shutdown().await.unwrap();
            }
        }
        End::Torn { done, reason } => {
            if done {
                state.carry_out(&Method::POST, "");
            }
            // The status 200, as HPACK numbers it, a first byte, and the end; what comes next needs another connection.
            let answer = [frame(1, 4, 1, &[0x88]), frame(0, 0, 1, b"{")].concat();
            let reset = frame(3, 0, 1, &u32::from(reason).to_be_bytes());
            stream.write_all(&[answer, reset, goaway(1, Reason::NO_ERROR)].concat()).await.unwrap();
        }
        End::NoTls => stream.get_mut().0.write_all(b"\x17\x03\x03\x00\x05hello").await.unwrap(),
    }
    // Until the client leaves, however it does.
    let _ = tokio::io::copy(&mut stream, &mut tokio::io::sink()).await;
}

/// Reads to the end of a request.
async fn request(stream: &mut (impl AsyncRead + Unpin)) {
    let mut preface = [0; 24];
    stream.read_exact(&mut preface).await.unwrap();
    assert_eq!(&preface, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    loop {
        let mut head = [0; 9];
        stream.read_exact(&mut head).await.unwrap();
        let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
        let mut content = vec![0; length as usize];
        stream.read_exact(&mut content).await.unwrap();
        // The head of a request or a part of its body, and the mark of the end.
        if head[3] <= 1 && head[4] & 1 == 1 {
            return;
        }
    }
}

async fn read(client: &Client) -> spice_cloud::Result<spice_cloud::App> {
    client.apps().get(7).await
}

async fn deploy(client: &Client) -> spice_cloud::Result<spice_cloud::Deployment> {
    client.deployments().create(7, CreateDeployment::default()).await
}

/// How the attempts of a call ended.
fn outcomes(history: &[Attempt]) -> Vec<&str> {
    history.iter().map(|attempt| attempt.outcome).collect()
}

/// Connections that were never taken over, whatever the server gives as its reason.
const NOT_TAKEN: [End; 3] = [
    End::Early,
    End::Gone { last: 0, reason: Reason::NO_ERROR },
    End::Gone { last: 0, reason: Reason::ENHANCE_YOUR_CALM },
];

#[tokio::test]
async fn a_refused_stream_is_asked_for_again_and_counted() {
    let server = Server::start().await;
    let client = server.client().build().unwrap();
    server.meets(Method::GET, Fate::Refused);
    let app = read(&client).await.unwrap();
    assert_eq!(outcomes(app.meta.history()), ["ConnectError", "ok"]);
    assert_eq!(server.seen(&Method::GET), 2);

    // Nothing looks for a deployment that was surely not started.
    for _ in 0..2 {
        server.meets(Method::POST, Fate::Refused);
    }
    let deployment = deploy(&client).await.unwrap();
    assert_eq!(outcomes(deployment.meta.history()), ["ConnectError", "ConnectError", "ok"]);
    assert!(!deployment.meta.adopted());
    assert_eq!((server.seen(&Method::POST), server.deployments()), (3, 1));
    assert_eq!(server.seen(&Method::GET), 3, "one more, before the deployment");
}

#[tokio::test]
async fn refusals_without_end_use_up_the_attempts_and_the_quota() {
    let server = Server::start().await;
    let client = server.client().build().unwrap();
    for _ in 0..200 {
        server.meets(Method::GET, Fate::Refused);
    }
    let error = read(&client).await.unwrap_err();
    assert_eq!(
        (error.kind(), outcomes(error.attempts())),
        (ErrorKind::ConnectError, vec!["ConnectError"; 3])
    );
    assert!(error.message().contains("did not take the request"), "{error}");
    assert!(error.retryable());
    assert_eq!(server.seen(&Method::GET), 3, "nobody else sends it again");
    for _ in 1..50 {
        read(&client).await.unwrap_err();
    }
    assert_eq!(server.seen(&Method::GET), 50 + 500 / 14);
}

#[tokio::test]
async fn a_server_that_goes_away_before_a_request_gets_it_again_elsewhere() {
    for end in NOT_TAKEN {
        let server = Server::start().await;
        let client = server.client().build().unwrap();
        server.ends(&[Some(end)]);
        let app = read(&client).await.unwrap();
        assert_eq!(outcomes(app.meta.history()), ["ConnectError", "ok"]);

        // The look beforehand has a connection already, the deployment gets a new one.
        server.ends(&[Some(end)]);
        let deployment = deploy(&client).await.unwrap();
        assert_eq!(outcomes(deployment.meta.history()), ["ConnectError", "ok"]);
        assert!(!deployment.meta.adopted());
        assert_eq!((server.seen(&Method::POST), server.deployments()), (1, 1));
        assert_eq!(server.seen(&Method::GET), 2, "one of them before the deployment");
    }
}

#[tokio::test]
async fn what_a_server_may_have_done_before_it_went_away_is_not_sent_again_blindly() {
    for end in [
        End::Gone { last: 1, reason: Reason::NO_ERROR },
        End::Gone { last: 1, reason: Reason::ENHANCE_YOUR_CALM },
        // Who has begun to answer has not refused.
        End::Torn { done: false, reason: Reason::REFUSED_STREAM },
        End::NoTls,
    ] {
        let server = Server::start().await;
        let client = server.client().reconcile_timeout(Duration::ZERO).build().unwrap();
        server.ends(&[None, Some(end)]);
        let error = deploy(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts().len()), (ErrorKind::AmbiguousOutcome, 1), "{error}");
        assert_eq!((server.seen(&Method::POST), server.state.ended.load(Ordering::SeqCst)), (0, 1));

        let server = Server::start().await;
        server.ends(&[Some(end)]);
        let app = read(&server.client().build().unwrap()).await.unwrap();
        assert_eq!(outcomes(app.meta.history()), ["ConnectError", "ok"]);
    }
}

#[tokio::test]
async fn a_stream_that_is_reset_may_have_done_its_work() {
    let torn = |done| End::Torn { done, reason: Reason::INTERNAL_ERROR };
    for done in [true, false] {
        for in_body in [true, false] {
            let server = Server::start().await;
            let client = server.client().build().unwrap();
            if in_body {
                server.ends(&[None, Some(torn(done))]);
            } else {
                server.meets(Method::POST, Fate::Reset { done });
            }
            let deployment = deploy(&client).await.unwrap();
            assert_eq!(deployment.meta.adopted(), done);
            assert_eq!(server.deployments(), 1);
            let sent = server.seen(&Method::POST) + server.state.ended.load(Ordering::SeqCst);
            assert_eq!((sent, deployment.meta.attempts()), if done { (1, 1) } else { (2, 2) });
            assert_eq!(deployment.meta.history()[0].outcome, "ConnectError");
        }
    }
    let server = Server::start().await;
    server.ends(&[Some(torn(false))]);
    server.meets(Method::GET, Fate::Reset { done: false });
    let app = read(&server.client().build().unwrap()).await.unwrap();
    assert_eq!(outcomes(app.meta.history()), ["ConnectError", "ConnectError", "ok"]);
}
