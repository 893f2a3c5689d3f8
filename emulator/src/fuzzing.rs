//! What is given to a fuzzer: requests of any bytes, which the emulator has to answer, and never with a mistake of its own.

use std::sync::{Arc, OnceLock};

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use jiff::Timestamp;

use crate::clock::Clock;
use crate::http::line::Hand;
use crate::seeds::{CLIENT_SECRET, TOKEN};
use crate::server;
use crate::shared::Shared;
use crate::world::Origin;

/// A method and a path on the first line, headers on those that follow, and after an empty line the body.
///
/// # Panics
///
/// When the emulator fails, or repeats a token: that is what a fuzzer looks for.
pub fn request(data: &[u8]) {
    static WORLD: OnceLock<Option<Arc<Shared>>> = OnceLock::new();
    let world = WORLD.get_or_init(|| {
        Shared::new(Origin::new(Clock::Frozen(Timestamp::UNIX_EPOCH)), None).ok().map(Arc::new)
    });
    let (Some(shared), Some(request)) = (world, read(data)) else { return };
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_time().build() else { return };
    let status = runtime.block_on(async {
        let answer = server::handle(State(Arc::clone(shared)), ConnectInfo(Hand::default()), request).await;
        let status = answer.status().as_u16();
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap_or_default();
        let shown = format!("{} {:?}", String::from_utf8_lossy(&body), shared.log().since(0));
        // The administration tells the token, and leaves no record; whoever puts one into a path has shown it already.
        if !shared.log().since(0).is_empty() && !is_misplaced(data) {
            let repeats = [TOKEN, CLIENT_SECRET].iter().any(|secret| shown.contains(secret));
            assert!(!repeats, "an answer or the log repeats a token");
        }
        status
    });
    *shared.world() = shared.planted().clone();
    shared.log().reset();
    assert_ne!(status, 500, "a mistake of the emulator's own");
}

/// Whether a token is where none belongs.
fn is_misplaced(data: &[u8]) -> bool {
    let text = String::from_utf8_lossy(data);
    let (head, body) = text.split_once("\n\n").unwrap_or((&text, ""));
    let head = head.lines().filter(|line| !line.starts_with("authorization:"));
    let mut lines = head.chain(body.lines());
    lines.any(|line| line.contains(TOKEN) || line.contains(CLIENT_SECRET))
}

fn read(data: &[u8]) -> Option<Request> {
    let end = data.windows(2).position(|two| two == b"\n\n").unwrap_or(data.len());
    let (head, body) = (data.get(..end)?, data.get(end + 2..).unwrap_or_default());
    let mut lines = head.split(|byte| *byte == b'\n');
    let first = lines.next()?;
    let space = first.iter().position(|byte| *byte == b' ')?;
    let mut request = axum::http::Request::builder().method(&first[..space]).uri(first.get(space + 1..)?);
    request = request.header("host", "127.0.0.1:9");
    for line in lines {
        let colon = line.iter().position(|byte| *byte == b':')?;
        request = request.header(&line[..colon], line.get(colon + 1..)?.trim_ascii());
    }
    request.body(Body::from(body.to_vec())).ok()
}

#[cfg(test)]
#[path = "../../fuzz/play.rs"]
mod play;

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn any_request_is_answered() {
        let requests = AtomicUsize::new(0);
        super::play::play("emulator", |data| {
            requests.fetch_add(usize::from(super::read(data).is_some()), Ordering::Relaxed);
            super::request(data);
        });
        assert!(requests.load(Ordering::Relaxed) >= 10, "hardly any of it is a request");
    }
}
