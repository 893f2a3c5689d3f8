//! Calls of an app's runtime: SQL, search, chat, and how it is.

use std::sync::LazyLock;

use regex_lite::Regex;
use serde_json::Value;

use crate::client::Client;
use crate::config::Overrides;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::models::{
    ChatChunk, ChatCompletion, RuntimeDataset, RuntimeDatasets, RuntimeMetrics, RuntimeStatus, SearchResult,
    SqlResult,
};
use crate::meta::Meta;
use crate::operation::{Method, Operation, Retry};
use crate::plane::{self, RuntimeAnswer, RuntimeTarget, Streamed, operation, samples};
use crate::request::Request;
use crate::wire::{Body, Extra};

static READ_SQL: Operation = operation("runtime.sql", Method::Post, "/v1/sql", Retry::Safe);
static WRITE_SQL: Operation = operation("runtime.sql", Method::Post, "/v1/sql", Retry::Never);
static SEARCH: Operation = operation("runtime.search", Method::Post, "/v1/search", Retry::Safe);
static CHAT: Operation = operation("runtime.chat", Method::Post, "/v1/chat/completions", Retry::Safe);
static HEALTH: Operation = operation("runtime.health", Method::Get, "/health", Retry::Safe);
static READY: Operation = operation("runtime.ready", Method::Get, "/v1/ready", Retry::Safe);
static DATASETS: Operation = operation("runtime.datasets", Method::Get, "/v1/datasets", Retry::Safe);
static METRICS: Operation = operation("runtime.metrics", Method::Get, "/v1/metrics", Retry::Safe);

const JSON: &str = "application/json";
const TEXT: &str = "text/plain";
/// With it rows come with their schema; a runtime that does not know it answers with the rows alone.
const ROWS: &str = "application/vnd.spiceai.sql.v1+json, application/json;q=0.9";

pub(crate) async fn runtime_sql(client: Client, request: Request) -> Result<SqlResult> {
    let sql = request.text("sql").unwrap_or_default().to_owned();
    let operation = if only_reads(&sql) { &READ_SQL } else { &WRITE_SQL };
    let answer = client.to_runtime(&target(&request)?, Request::new(operation), Some(sql), ROWS).await?;
    rows(&answer, operation)
}

/// Rows with their schema, or the rows alone.
fn rows(answer: &RuntimeAnswer, operation: &Operation) -> Result<SqlResult> {
    let (meta, extra) = (answer.meta.clone(), Extra::default());
    match answer.json(operation)? {
        Value::Array(rows) => {
            let row_count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
            Ok(SqlResult { row_count, rows, schema: None, execution_time_ms: None, extra, meta })
        }
        Value::Object(mut members) => {
            let Some(Value::Array(rows)) = members.remove("data") else {
                return Err(odd("the answer to a query has no rows", operation));
            };
            Ok(SqlResult {
                row_count: members
                    .get("row_count")
                    .and_then(Value::as_i64)
                    .unwrap_or(i64::try_from(rows.len()).unwrap_or(i64::MAX)),
                rows,
                schema: members.remove("schema").filter(|schema| !schema.is_null()),
                execution_time_ms: members.get("execution_time_ms").and_then(Value::as_f64),
                extra,
                meta,
            })
        }
        _ => Err(odd("the answer to a query is no rows", operation)),
    }
}

/// Whether a statement surely changes nothing, so that it may be sent again.
fn only_reads(sql: &str) -> bool {
    static READS: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?i)^\s*(select|show|describe|explain|values)\b[^;]*;?\s*$").ok());
    static CHANGES: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?i)\b(insert|update|delete|create|drop|alter|into|call)\b").ok());
    let matches =
        |pattern: &LazyLock<Option<Regex>>| pattern.as_ref().is_some_and(|pattern| pattern.is_match(sql));
    matches(&READS) && !matches(&CHANGES)
}

pub(crate) async fn runtime_search(client: Client, request: Request) -> Result<SearchResult> {
    let sent = Request { body: Body::from(members(&request)), ..Request::new(&SEARCH) };
    let answer = client.to_runtime(&target(&request)?, sent, None, JSON).await?;
    let mut found = answer.json(&SEARCH)?;
    // What runtimes of 2024 answered.
    if let Some(older) = found.as_object_mut().filter(|found| !found.contains_key("results"))
        && let Some(matches) = older.remove("matches")
    {
        older.insert("results".to_owned(), matches);
    }
    let mut result: SearchResult = read(found, &SEARCH)?;
    result.meta = answer.meta;
    Ok(result)
}

pub(crate) async fn runtime_chat(client: Client, request: Request) -> Result<ChatCompletion> {
    let sent = Request { body: Body::from(members(&request)), ..Request::new(&CHAT) };
    // A second try would cost a second answer.
    let once = client.with_options(Overrides { max_retries: Some(0), ..Overrides::default() })?;
    let answer = once.to_runtime(&target(&request)?, sent, None, JSON).await?;
    let mut completion: ChatCompletion = read(answer.json(&CHAT)?, &CHAT)?;
    let message =
        completion.choices.first().and_then(|choice| choice.get("message")?.get("content")?.as_str());
    completion.content = message.map(str::to_owned);
    completion.meta = answer.meta;
    Ok(completion)
}

#[allow(clippy::needless_pass_by_value)] // The form that all workflows have.
pub(crate) fn runtime_chat_stream(client: Client, request: Request) -> Result<Streamed<ChatChunk>> {
    let target = target(&request)?;
    let mut body = Body::from(members(&request));
    body.put("stream", true);
    Ok(plane::chat(client, target, Request { body, ..Request::new(&CHAT) }))
}

pub(crate) async fn runtime_health(client: Client, request: Request) -> Result<RuntimeStatus> {
    status(&client, &request, &HEALTH).await
}

pub(crate) async fn runtime_ready(client: Client, request: Request) -> Result<RuntimeStatus> {
    // That it is not ready is an answer, and no failure to be tried again.
    let once = client.with_options(Overrides { max_retries: Some(0), ..Overrides::default() })?;
    status(&once, &request, &READY).await
}

async fn status(client: &Client, request: &Request, operation: &'static Operation) -> Result<RuntimeStatus> {
    let answer = client.to_runtime(&target(request)?, Request::new(operation), None, TEXT).await;
    let (ok, status, text, meta) = match answer {
        Ok(answer) => (true, answer.status, answer.text().trim().to_owned(), answer.meta),
        Err(error) if error.status() == Some(503) => {
            (false, 503, error.message().to_owned(), Meta::default())
        }
        Err(error) => return Err(error),
    };
    Ok(RuntimeStatus { ok, status: status.into(), text, extra: Extra::default(), meta })
}

pub(crate) async fn runtime_datasets(client: Client, request: Request) -> Result<RuntimeDatasets> {
    let mut sent = Request::new(&DATASETS);
    sent.query.put("status", true);
    let answer = client.to_runtime(&target(&request)?, sent, None, JSON).await?;
    let datasets: Vec<RuntimeDataset> = read(answer.json(&DATASETS)?, &DATASETS)?;
    let ready = datasets
        .iter()
        .all(|dataset| dataset.status.as_deref().is_none_or(|status| status.eq_ignore_ascii_case("ready")));
    Ok(RuntimeDatasets { ready, datasets, extra: Extra::default(), meta: answer.meta })
}

pub(crate) async fn runtime_metrics(client: Client, request: Request) -> Result<RuntimeMetrics> {
    let answer = client.to_runtime(&target(&request)?, Request::new(&METRICS), None, TEXT).await?;
    let text = answer.text();
    Ok(RuntimeMetrics { samples: samples(&text), text, extra: Extra::default(), meta: answer.meta })
}

fn target(request: &Request) -> Result<RuntimeTarget> {
    let message = "nothing was sent: it is not said whose runtime is meant";
    request.target.clone().ok_or_else(|| Error::new(ErrorKind::ValidationError, message))
}

fn members(request: &Request) -> Extra {
    request.body.members.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn read<T: serde::de::DeserializeOwned>(answer: Value, operation: &Operation) -> Result<T> {
    serde_json::from_value(answer)
        .map_err(|_| odd("the runtime answers in another form than is known", operation))
}

fn odd(message: &str, operation: &Operation) -> Error {
    Error::new(ErrorKind::DecodeError, message).of(operation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_surely_reads_is_sent_again() {
        for sql in
            ["SELECT 1", " select a from t where b = 'x';", "show tables", "EXPLAIN SELECT 1", "values (1)"]
        {
            assert!(only_reads(sql), "{sql}");
        }
        for sql in [
            "INSERT INTO t VALUES (1)",
            "with x as (select 1) select * from x",
            "select 1; drop table t",
            "select * into t from u",
            "explain delete from t",
            "",
        ] {
            assert!(!only_reads(sql), "{sql}");
        }
    }
}
