//! SQL over HTTP: what a query's body is, and the two forms of its answer.

use serde_json::{Value, json};

use super::{Refusal, Visit, object, sql};
use crate::http::reply::{JSON, Reply};
use crate::shared::Shared;

/// The form that has a schema beside the rows.
const WITH_SCHEMA: &str = "application/vnd.spiceai.sql.v1+json";

pub(super) fn answer(
    visit: &Visit,
    shared: &Shared,
    accept: Option<&str>,
    body: &[u8],
) -> Result<Reply, Refusal> {
    let (statement, parameters) = read(body)?;
    let (fields, rows) = sql::run(&visit.loaded, &statement, &parameters)?;
    let mut accepted = accept.unwrap_or_default().split([',', ';']).map(str::trim);
    if !accepted.any(|kind| kind.eq_ignore_ascii_case(WITH_SCHEMA)) {
        return Ok(Reply::text(200, JSON, json!(rows).to_string()));
    }
    let answer = json!({
        "row_count": rows.len(),
        "schema": { "fields": fields, "metadata": {} },
        "data": rows,
        "execution_time_ms": visit.elapsed_ms(shared),
    });
    Ok(Reply::text(200, WITH_SCHEMA, answer.to_string()))
}

/// The statement and its parameters. A body is SQL whatever its content type says, except an object with parameters.
fn read(body: &[u8]) -> Result<(String, Vec<Value>), Refusal> {
    let text = std::str::from_utf8(body).map_err(|_| Refusal::words(400, "The body is not UTF-8"))?;
    if !text.trim_start().starts_with('{') {
        return Ok((text.to_owned(), Vec::new()));
    }
    match object(body)? {
        Value::Object(mut members) => match (members.remove("sql"), members.remove("parameters")) {
            (Some(Value::String(statement)), Some(Value::Array(parameters))) => Ok((statement, parameters)),
            (Some(Value::String(_)), _) => {
                Err(Refusal::words(400, "A body in JSON needs parameters, a list, which may be empty"))
            }
            _ => Err(Refusal::words(400, "A body in JSON needs sql, a text")),
        },
        _ => Err(Refusal::words(400, "The body is not a JSON object")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_sql_or_an_object_with_parameters() {
        assert_eq!(read(b" SELECT 1 ").ok().unwrap(), (" SELECT 1 ".to_owned(), vec![]));
        let body = br#"{"sql":"SELECT ?","parameters":[1]}"#;
        assert_eq!(read(body).ok().unwrap(), ("SELECT ?".to_owned(), vec![json!(1)]));
        for wrong in [
            br#"{"sql":"SELECT 1"}"#.as_slice(),
            br#"{"sql":"SELECT 1","parameters":null}"#,
            br#"{"parameters":[]}"#,
            b"{",
            b"\xff",
        ] {
            assert!(matches!(read(wrong), Err(Refusal::Words(400, _))));
        }
    }
}
