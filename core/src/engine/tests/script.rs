//! A transport that plays a script, for all tests that need a server.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use crate::Client;
use crate::client::testing::test_client;
use crate::engine::redirect::PointsTo;
use crate::engine::retry::Class;
use crate::engine::transport::{
    Chunks, HttpRequest, HttpResponse, Opened, Opening, Piece, Pieces, Sending, Transport, TransportFailure,
};
use crate::error::ErrorKind;

/// One thing that a server may do.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    Status(u16, Bytes, Vec<(&'static str, &'static str)>),
    Fails(ErrorKind, Class),
    Never,
    /// An answer that comes piece by piece.
    InPieces(Vec<&'static str>),
    /// The same, which never comes to its end.
    BreaksOff(Vec<&'static str>),
}

use Answer::{BreaksOff, Fails, InPieces, Never, Status};

#[derive(Default)]
pub(crate) struct Script {
    pub(crate) answers: Mutex<VecDeque<Answer>>,
    /// What is answered to a method and a path, whenever it is asked for; the last of them again and again.
    routes: Mutex<HashMap<&'static str, VecDeque<Answer>>>,
    pub(crate) requests: Mutex<Vec<HttpRequest>>,
}

impl Script {
    fn answer(&self, request: HttpRequest) -> Answer {
        let route = format!("{} {}", request.method.as_str(), request.url.path());
        self.requests.lock().unwrap().push(request);
        if let Some(answers) = self.routes.lock().unwrap().get_mut(route.as_str()) {
            let is_last = answers.len() == 1;
            return if is_last { answers[0].clone() } else { answers.pop_front().unwrap() };
        }
        let next = self.answers.lock().unwrap().pop_front();
        next.unwrap_or_else(|| panic!("the script is over, and then {route}"))
    }
}

impl Transport for Arc<Script> {
    fn open(&self, request: HttpRequest) -> Opening<'_> {
        let url = request.url.clone();
        let answer = self.answer(request);
        Box::pin(async move {
            let (pieces, breaks) = match answer {
                InPieces(pieces) => (pieces, false),
                BreaksOff(pieces) => (pieces, true),
                other => return whole(&url, other).await.map(|answer| Opened::Whole(Box::new(answer))),
            };
            Ok(Opened::Coming(Chunks(Box::new(Played { pieces: pieces.into(), breaks }))))
        })
    }

    fn send(&self, request: HttpRequest) -> Sending<'_> {
        let url = request.url.clone();
        let answer = self.answer(request);
        Box::pin(async move { whole(&url, answer).await })
    }
}

async fn whole(url: &url::Url, answer: Answer) -> Result<HttpResponse, TransportFailure> {
    match answer {
        Status(status, body, headers) => {
            let headers = headers
                .into_iter()
                .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
            let headers: HeaderMap = headers.collect();
            let points_to = PointsTo::read(url, status, &headers);
            Ok(HttpResponse { status, headers, body, points_to })
        }
        Fails(kind, class) => Err(TransportFailure { kind, class, message: "scripted".to_owned() }),
        Never => std::future::pending().await,
        InPieces(_) | BreaksOff(_) => panic!("a whole answer was asked for"),
    }
}

struct Played {
    pieces: VecDeque<&'static str>,
    breaks: bool,
}

impl Pieces for Played {
    fn next(&mut self) -> Piece<'_> {
        let piece = match self.pieces.pop_front() {
            Some(piece) => Ok(Some(Bytes::from_static(piece.as_bytes()))),
            None if self.breaks => Err(TransportFailure {
                kind: ErrorKind::ConnectError,
                class: Class::Ambiguous,
                message: "scripted".to_owned(),
            }),
            None => Ok(None),
        };
        Box::pin(async { piece })
    }
}

pub(crate) fn client(answers: impl IntoIterator<Item = Answer>) -> (Client, Arc<Script>) {
    let script = Arc::new(Script::default());
    script.answers.lock().unwrap().extend(answers);
    (test_client("canary-token", Box::new(Arc::clone(&script))), script)
}

/// A client of a server that answers by what it is asked for.
pub(crate) fn served(routes: impl IntoIterator<Item = (&'static str, Vec<Answer>)>) -> (Client, Arc<Script>) {
    let (client, script) = client([]);
    script.serve(routes);
    (client, script)
}

impl Script {
    /// Answers so from now on.
    pub(crate) fn serve(&self, routes: impl IntoIterator<Item = (&'static str, Vec<Answer>)>) {
        let routes = routes.into_iter().map(|(route, answers)| (route, answers.into()));
        self.routes.lock().unwrap().extend(routes);
    }

    /// What was asked for: methods and paths.
    pub(crate) fn asked(&self) -> Vec<String> {
        let requests = self.requests.lock().unwrap();
        requests.iter().map(|request| format!("{} {}", request.method.as_str(), request.url.path())).collect()
    }

    /// How often something was asked for.
    pub(crate) fn times(&self, route: &str) -> usize {
        self.asked().iter().filter(|asked| *asked == route).count()
    }

    /// The bodies that something was asked for with.
    pub(crate) fn bodies(&self, route: &str) -> Vec<serde_json::Value> {
        let asked = self.asked();
        let requests = self.requests.lock().unwrap();
        let fitting = requests.iter().zip(&asked).filter(|(_, asked)| *asked == route);
        fitting
            .map(|(request, _)| serde_json::from_slice(request.body.as_deref().unwrap_or(b"null")).unwrap())
            .collect()
    }
}

pub(crate) fn reply(
    status: u16,
    body: impl Into<Bytes>,
    headers: Vec<(&'static str, &'static str)>,
) -> Answer {
    Status(status, body.into(), headers)
}

pub(crate) fn ok(body: impl Into<Bytes>) -> Answer {
    reply(200, body, vec![("x-request-id", "req_1")])
}

/// The same for a body that is made for the test.
#[allow(clippy::needless_pass_by_value)] // So that it reads like what it answers.
pub(crate) fn json(body: serde_json::Value) -> Answer {
    ok(body.to_string())
}

pub(crate) fn status(status: u16) -> Answer {
    reply(status, "{}", Vec::new())
}

pub(crate) fn sent(script: &Script) -> usize {
    script.requests.lock().unwrap().len()
}

/// Host, path and whether a token came with it.
pub(crate) fn seen(script: &Script) -> Vec<String> {
    let requests = script.requests.lock().unwrap();
    let line = |request: &HttpRequest| {
        let signed =
            request.headers.get("authorization").map(|value| format!(" {}", value.to_str().unwrap()));
        format!("{}{}{}", request.url.host_str().unwrap(), request.url.path(), signed.unwrap_or_default())
    };
    requests.iter().map(line).collect()
}
