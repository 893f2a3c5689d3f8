//! Connections that do not come about, and answers that are too long: cases that need a server of their own.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::net::{SocketAddr, TcpListener as Port};
use std::time::{Duration, Instant};

use spice_cloud::{Client, CreateDeployment, ErrorKind, Overrides};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

fn client(url: &str) -> Client {
    Client::builder()
        .base_url(url)
        .token("canary-token")
        .allow_insecure_http(true)
        .connect_timeout(Duration::from_millis(300))
        .time_scale(100)
        .timeout(Duration::from_secs(6000))
        .build()
        .unwrap()
}

/// Answers every request so.
async fn serve(listener: TcpListener, body: String, status: u16) {
    while let Ok((mut stream, _)) = listener.accept().await {
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).await;
        let head = format!(
            "HTTP/1.1 {status} x\r\ncontent-type: text/html\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
            body.len()
        );
        let _ = stream.write_all((head + &body).as_bytes()).await;
        let _ = stream.shutdown().await;
    }
}

#[tokio::test]
async fn a_name_that_does_not_exist_is_named_without_the_token() {
    // No resolver asks a network for a name with so long a part.
    let error = client(&format!("http://{}.invalid", "a".repeat(64))).regions().list().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts().len()), (ErrorKind::ConnectError, 3));
    assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
}

#[tokio::test]
async fn a_server_that_comes_up_late_is_reached_by_changes_too() {
    // Nobody listens on a port that was just given back.
    let address: SocketAddr = Port::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let client = client(&format!("http://{address}"));
    let error = client.deployments().create(1, CreateDeployment::default()).await.unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::ConnectError, Some("deployments.create")));
    let body = r#"{"regions":[],"default":"x"}"#.to_owned();
    let late = async {
        let listener = TcpListener::bind(address).await.unwrap();
        serve(listener, body, 200).await;
    };
    let call = async {
        let began = Instant::now();
        // Each call makes three attempts within a few milliseconds: the server needs longer.
        while began.elapsed() < Duration::from_secs(10) {
            if client.regions().list().await.is_ok() {
                return true;
            }
        }
        false
    };
    tokio::select! {
        reached = call => assert!(reached),
        () = late => unreachable!("the server ended"),
    }
}

#[tokio::test]
async fn a_server_that_takes_nobody_is_given_up() {
    // A queue of one that is full: the system answers no further connection.
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(0).unwrap();
    let address = listener.local_addr().unwrap();
    let mut held = Vec::new();
    let filled = loop {
        match tokio::time::timeout(Duration::from_millis(200), tokio::net::TcpStream::connect(address)).await
        {
            Ok(Ok(stream)) if held.len() < 64 => held.push(stream),
            _ => break held.len(),
        }
    };
    assert!(filled < 64, "the queue takes everybody");
    let began = Instant::now();
    let error = client(&format!("http://{address}")).regions().list().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts().len()), (ErrorKind::Timeout, 3));
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_page_of_a_megabyte_is_an_ordinary_error_of_the_server() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve(listener, "<p>out of order</p>".repeat(60_000), 503));
    let error = client(&format!("http://{address}")).regions().list().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::ServerError, Some(503)));
    assert!(error.message().len() <= 500 && error.to_string().len() < 1000);
}

/// Takes connections and never says anything.
async fn silence(listener: TcpListener) {
    let mut held = Vec::new();
    while let Ok((stream, _)) = listener.accept().await {
        held.push(stream);
    }
}

#[tokio::test]
async fn a_connection_from_which_nothing_comes_is_given_up_unless_more_time_was_asked_for() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(silence(listener));
    let client = client(&format!("http://{address}"))
        .with_options(Overrides::builder().max_retries(0).build())
        .unwrap();
    let error = client.regions().list().await.unwrap_err();
    let took = error.attempts()[0].took;
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(took >= Duration::from_secs(20) && took < Duration::from_secs(30), "{took:?}");
    let patient = client
        .with_options(Overrides::builder().max_retries(0).attempt_timeout(Duration::from_secs(50)).build())
        .unwrap();
    let took = patient.regions().list().await.unwrap_err().attempts()[0].took;
    assert!(took >= Duration::from_secs(50), "{took:?}");
}

/// Begins to refuse every request, and says no more.
async fn refuse_in_half(listener: TcpListener) {
    let mut held = Vec::new();
    while let Ok((mut stream, _)) = listener.accept().await {
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).await;
        let half = "HTTP/1.1 503 x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{\"err";
        let _ = stream.write_all(half.as_bytes()).await;
        held.push(stream);
    }
}

#[tokio::test]
async fn a_refusal_whose_words_do_not_come_is_a_refusal_all_the_same() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(refuse_in_half(listener));
    let client = client(&format!("http://{address}"));
    let once = client.with_options(Overrides::builder().max_retries(0).build()).unwrap();
    let error = once.regions().list().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::ServerError, Some(503)), "{error}");
}
