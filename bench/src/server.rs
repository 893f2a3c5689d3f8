//! A server that does as little as it can: it knows two answers, and gives one to every request.

use std::net::SocketAddr;
use std::sync::Arc;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// An app of about 300 bytes, as the API gives it.
fn app(id: u32) -> Value {
    json!({
        "id": id,
        "name": format!("analytics-{id}"),
        "description": "Production analytics",
        "visibility": "private",
        "created_at": "2026-01-15T10:30:00.000Z",
        "region": "us-west-2",
        "cname": "us-west-2-prod-aws-data",
        "endpoint": "https://us-west-2-prod-aws-data.spiceai.io",
        "production_branch": "main",
        "tags": { "team": "data", "tier": "gold" }
    })
}

fn answer(body: &Value) -> Vec<u8> {
    let body = body.to_string();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req_bench\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    (head + &body).into_bytes()
}

/// Starts it on a thread of its own.
pub(crate) fn start() -> std::io::Result<SocketAddr> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    std::thread::spawn(move || runtime.block_on(serve(listener)));
    Ok(address)
}

async fn serve(listener: std::net::TcpListener) {
    let one = Arc::new(answer(&app(1)));
    let page = Arc::new(answer(&json!({ "apps": (1..=100).map(app).collect::<Vec<_>>() })));
    let Ok(listener) = TcpListener::from_std(listener) else { return };
    while let Ok((stream, _)) = listener.accept().await {
        let _ = stream.set_nodelay(true);
        tokio::spawn(converse(stream, Arc::clone(&one), Arc::clone(&page)));
    }
}

/// Requests come one at a time on a connection, each in one piece: they are small.
async fn converse(mut stream: TcpStream, one: Arc<Vec<u8>>, page: Arc<Vec<u8>>) {
    let mut request = vec![0; 8192];
    while let Ok(read) = stream.read(&mut request).await {
        if read == 0 {
            return;
        }
        let answer = if request.starts_with(b"GET /v1/apps/") { &one } else { &page };
        if stream.write_all(answer).await.is_err() {
            return;
        }
    }
}
