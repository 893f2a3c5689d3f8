//! Answers of any bytes, and what has to hold of whatever is made of them.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use url::Url;

use super::answer::{ApiResult, Verdict, judge};
use super::body::Reader;
use super::redact::Redactor;
use super::redirect::PointsTo;
use super::retry_after;
use super::transport::HttpResponse;
use crate::generated::models::{ApiKeys, App, AppMetrics, AppSecret, Deployment, Member, Regions};
use crate::generated::operations::{APPS_GET, APPS_LIST, DEPLOYMENTS_LIST, MEMBERS_LIST, SECRETS_LIST};
use crate::operation::Operation;
use crate::wire::Secret;

/// What an error may show at most: the server's words are cut, and the rest is ours.
const LONGEST_ERROR: usize = 20_000;

/// The first byte chooses the status, the second the headers; the rest is the body.
pub(crate) fn decoder(data: &[u8]) {
    let [status, headers, body @ ..] = data else { return };
    let status = [200, 201, 202, 204, 302, 400, 401, 404, 409, 429, 500, 503][usize::from(*status) % 12];
    let mut all = HeaderMap::new();
    let mut add = |name, value| all.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    add("content-type", if headers & 1 == 0 { "application/json" } else { "text/html" });
    if headers & 2 != 0 {
        add("content-encoding", "gzip");
    }
    if headers & 4 != 0 {
        add("location", "/v1/apps?limit=1");
    }
    let Ok(mut reader) = Reader::new(status, &all) else { return };
    for chunk in body.chunks(usize::from(headers >> 3) * 16 + 1) {
        match reader.push(chunk) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => return,
        }
    }
    let Ok(body) = reader.finish() else { return };
    one::<App>(&APPS_GET, status, &all, &body);
    one::<AppMetrics>(&APPS_GET, status, &all, &body);
    one::<ApiKeys>(&APPS_GET, status, &all, &body);
    one::<Regions>(&APPS_GET, status, &all, &body);
    one::<Vec<App>>(&APPS_LIST, status, &all, &body);
    one::<Vec<Deployment>>(&DEPLOYMENTS_LIST, status, &all, &body);
    one::<Vec<AppSecret>>(&SECRETS_LIST, status, &all, &body);
    one::<Vec<Member>>(&MEMBERS_LIST, status, &all, &body);
}

fn one<T: ApiResult>(operation: &Operation, status: u16, headers: &HeaderMap, body: &Bytes) {
    let secret = Secret::from("planted-canary");
    let url = Url::parse("https://api.example/v1/apps/7");
    let points_to = url.ok().and_then(|url| PointsTo::read(&url, status, headers));
    let answer = HttpResponse { status, headers: headers.clone(), body: body.clone(), points_to };
    let redactor = Redactor::new(std::slice::from_ref(&secret), None);
    if let Verdict::Refused(error, _) = judge::<T>(operation, &answer, redactor) {
        let error = error.of(operation);
        for shown in
            [error.to_string(), format!("{error:?}"), serde_json::to_string(&error).unwrap_or_default()]
        {
            assert!(!shown.contains("planted-canary"), "a secret shows");
            assert!(shown.len() < LONGEST_ERROR, "an error of {} bytes", shown.len());
        }
    }
}

/// Headers, one to a line: those of waiting are read, whatever they say.
pub(crate) fn retry_after(data: &[u8]) {
    let names = ["retry-after", "retry-after-ms", "date", "x-ratelimit-reset"];
    let mut headers = HeaderMap::new();
    for (name, line) in names.into_iter().zip(data.split(|byte| *byte == b'\n')) {
        if let Ok(value) = HeaderValue::from_bytes(line) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    for status in [429, 503] {
        if let Some(wait) = retry_after::read(&headers, status, now) {
            // Whoever adds to it must not overflow: what is longer than a minute is passed on to the caller.
            assert!(wait.checked_add(Duration::from_secs(1)).is_some() || wait > Duration::from_secs(60));
        }
    }
}
