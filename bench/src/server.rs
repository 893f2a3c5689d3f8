//! A server that does as little as it can: its answers are prepared, and it reads no more of a request than it needs.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// How many apps a page has unless a request tells otherwise.
const PAGE: usize = 100;

/// What is served, and after how long.
pub(crate) struct Service {
    one: Vec<u8>,
    pages: Pages,
    latency: Duration,
}

enum Pages {
    /// The same, whatever is asked for.
    Same(Vec<u8>),
    /// Parts of a list, whose items are written already.
    Parts(Vec<String>),
}

impl Service {
    /// An app and a page of 100 apps, at once.
    pub(crate) fn prepared() -> Self {
        let page = json!({ "apps": (1..=PAGE).map(app).collect::<Vec<_>>() });
        Self { one: prepared_app(), pages: Pages::Same(answer(&page.to_string())), latency: Duration::ZERO }
    }

    /// A list with as many apps, over a link: answers to several requests are on their way at a time.
    pub(crate) fn over_link(apps: usize, latency: Duration) -> Self {
        let apps = (1..=apps).map(|id| app(id).to_string()).collect();
        Self { one: prepared_app(), pages: Pages::Parts(apps), latency }
    }

    /// Serves on a thread of its own.
    pub(crate) fn start(self) -> std::io::Result<SocketAddr> {
        let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        std::thread::spawn(move || runtime.block_on(serve(listener, Arc::new(self))));
        Ok(address)
    }
}

fn prepared_app() -> Vec<u8> {
    answer(&app(1).to_string())
}

/// An app of about 300 bytes, as the API gives it.
fn app(id: usize) -> Value {
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

fn answer(body: &str) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req_bench\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    (head + body).into_bytes()
}

/// A part of a list.
fn part(apps: &[String], request: &[u8]) -> Vec<u8> {
    let (limit, offset) = (asked(request, "limit").unwrap_or(PAGE), asked(request, "offset").unwrap_or(0));
    let begin = offset.min(apps.len());
    let end = begin.saturating_add(limit).min(apps.len());
    answer(&format!("{{\"apps\":[{}]}}", apps.get(begin..end).unwrap_or_default().join(",")))
}

/// A number in the query of a request.
fn asked(request: &[u8], name: &str) -> Option<usize> {
    let line = request.split(|byte| *byte == b'\r').next()?;
    let target = std::str::from_utf8(line).ok()?.split(' ').nth(1)?;
    let mut pairs = target.split_once('?')?.1.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(known, _)| *known == name)?.1.parse().ok()
}

async fn serve(listener: std::net::TcpListener, service: Arc<Service>) {
    let Ok(listener) = TcpListener::from_std(listener) else { return };
    while let Ok((stream, _)) = listener.accept().await {
        let _ = stream.set_nodelay(true);
        tokio::spawn(converse(stream, Arc::clone(&service)));
    }
}

/// Requests come one at a time on a connection, each in one piece: they are small.
async fn converse(mut stream: TcpStream, service: Arc<Service>) {
    let mut buffer = vec![0; 8192];
    while let Ok(read) = stream.read(&mut buffer).await {
        if read == 0 {
            return;
        }
        if !service.latency.is_zero() {
            tokio::time::sleep(service.latency).await;
        }
        let request = &buffer[..read];
        let sent = if request.starts_with(b"GET /v1/apps/") {
            stream.write_all(&service.one).await
        } else {
            match &service.pages {
                Pages::Same(page) => stream.write_all(page).await,
                Pages::Parts(apps) => stream.write_all(&part(apps, request)).await,
            }
        };
        if sent.is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_says_which_part_it_wants() {
        let apps: Vec<String> = (0..250).map(|id: u32| id.to_string()).collect();
        let items = |target: &str| {
            let part = part(&apps, format!("GET {target} HTTP/1.1\r\nhost: limit=1\r\n\r\n").as_bytes());
            let part = String::from_utf8(part).unwrap();
            let body: Value = serde_json::from_str(part.split_once("\r\n\r\n").unwrap().1).unwrap();
            let items = body["apps"].as_array().unwrap().clone();
            (items.len(), items.first().and_then(Value::as_u64))
        };
        assert_eq!(items("/v1/apps"), (100, Some(0)));
        assert_eq!(items("/v1/apps?limit=20&offset=40"), (20, Some(40)));
        assert_eq!(items("/v1/apps?offset=200&limit=100"), (50, Some(200)));
        assert_eq!(items("/v1/apps?offset=250&limit=100"), (0, None));
        assert_eq!(items("/v1/apps?limit=18446744073709551615&offset=300"), (0, None));
    }

    #[test]
    fn an_app_has_about_300_bytes() {
        assert!((280..340).contains(&app(1).to_string().len()), "{}", app(1).to_string().len());
    }
}
