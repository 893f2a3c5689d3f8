//! Carrying out SQL, by `SQLite` in memory: each query has a database of its own, which it can only read.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::types::{Value as Cell, ValueRef};
use rusqlite::{Connection, Error, ErrorCode, Statement};
use serde_json::{Number, Value, json};

use super::Refusal;
use crate::state::datasets::{Kind, Loaded, Row};
use crate::state::secrets::hexadecimal;

/// How far a query may go.
struct Limits {
    /// In real time.
    time: Duration,
    rows: usize,
    /// Of the values of the answer, roughly as they are sent.
    bytes: usize,
}

const LIMITS: Limits = Limits { time: Duration::from_secs(5), rows: 100_000, bytes: 16 * 1024 * 1024 };

/// The fields and rows of the answer, or a refusal in words.
pub(super) fn run(
    tables: &BTreeMap<String, Loaded>,
    statement: &str,
    parameters: &[Value],
) -> Result<(Vec<Value>, Vec<Row>), Refusal> {
    carry_out(tables, statement, parameters, &LIMITS)
}

fn carry_out(
    tables: &BTreeMap<String, Loaded>,
    statement: &str,
    parameters: &[Value],
    limits: &Limits,
) -> Result<(Vec<Value>, Vec<Row>), Refusal> {
    let database = open(tables).map_err(|error| refusal(&error, limits))?;
    confine(&database, limits.time).map_err(|error| refusal(&error, limits))?;
    let mut statement = database.prepare(statement).map_err(|error| refusal(&error, limits))?;
    if statement.column_count() == 0 {
        return Err(Refusal::words(400, "There is no query"));
    }
    bind(&mut statement, parameters)?;
    read(&mut statement, limits)
}

/// A database in memory that holds the tables.
fn open(tables: &BTreeMap<String, Loaded>) -> Result<Connection, Error> {
    let mut database = Connection::open_in_memory()?;
    // What sorting puts aside must not become a file.
    database.pragma_update(None, "temp_store", "MEMORY")?;
    let filling = database.transaction()?;
    for (name, loaded) in tables {
        let columns = loaded.columns();
        let declared: Vec<String> =
            columns.iter().map(|(name, kind)| format!("{} {}", quoted(name), declared(*kind))).collect();
        filling.execute(&format!("CREATE TABLE {} ({})", quoted(name), declared.join(", ")), [])?;
        let places = vec!["?"; columns.len()].join(", ");
        let mut insert = filling.prepare(&format!("INSERT INTO {} VALUES ({places})", quoted(name)))?;
        for row in loaded.rows.iter() {
            let cells = columns.iter().map(|(name, kind)| cell(row.get(*name), *kind));
            insert.execute(rusqlite::params_from_iter(cells))?;
        }
    }
    filling.commit()?;
    Ok(database)
}

/// From here on the database can only be read, and not for long.
fn confine(database: &Connection, time: Duration) -> Result<(), Error> {
    database.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    database.set_limit(Limit::SQLITE_LIMIT_LENGTH, i32::try_from(LIMITS.bytes).unwrap_or(i32::MAX))?;
    database.pragma_update(None, "query_only", true)?;
    database.authorizer(Some(|context: AuthContext<'_>| match context.action {
        AuthAction::Function { function_name } if function_name.eq_ignore_ascii_case("load_extension") => {
            Authorization::Deny
        }
        AuthAction::Select
        | AuthAction::Read { .. }
        | AuthAction::Function { .. }
        | AuthAction::Recursive => Authorization::Allow,
        _ => Authorization::Deny,
    }))?;
    let began = Instant::now();
    database.progress_handler(1000, Some(move || began.elapsed() > time))
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The type by which `SQLite` keeps a column, and by which its values are read again.
fn declared(kind: Kind) -> &'static str {
    match kind {
        Kind::Int64 => "INTEGER",
        Kind::Float64 => "REAL",
        Kind::Utf8 => "TEXT",
        Kind::Boolean => "BOOLEAN",
    }
}

fn cell(value: Option<&Value>, kind: Kind) -> Cell {
    match (value, kind) {
        (None | Some(Value::Null), _) => Cell::Null,
        (Some(Value::String(text)), _) => Cell::Text(text.clone()),
        (Some(Value::Bool(yes)), Kind::Boolean) => Cell::Integer((*yes).into()),
        (Some(Value::Number(number)), Kind::Int64 | Kind::Float64) => match number.as_i64() {
            Some(number) if kind == Kind::Int64 => Cell::Integer(number),
            _ => number.as_f64().map_or(Cell::Null, Cell::Real),
        },
        (Some(other), _) => Cell::Text(other.to_string()),
    }
}

/// Gives the statement its parameters: `?`, `?2` and `$2`.
fn bind(statement: &mut Statement<'_>, parameters: &[Value]) -> Result<(), Refusal> {
    let wrong = |message: String| Refusal::words(400, message);
    let mut wanted = 0;
    for index in 1..=statement.parameter_count() {
        let number = statement.parameter_name(index).and_then(|name| name.get(1..)?.parse().ok());
        let number: usize = number.unwrap_or(index);
        wanted = wanted.max(number);
        let Some(value) = number.checked_sub(1).and_then(|place| parameters.get(place)) else {
            return Err(wrong(format!("The query has a parameter {number}, for which there is no value")));
        };
        let cell = match value {
            Value::Array(_) | Value::Object(_) => {
                return Err(wrong(format!("Parameter {number} is a list or an object")));
            }
            Value::Bool(_) => cell(Some(value), Kind::Boolean),
            Value::Number(number) if number.is_i64() => cell(Some(value), Kind::Int64),
            _ => cell(Some(value), Kind::Float64),
        };
        statement.raw_bind_parameter(index, cell).map_err(|error| wrong(words(&error)))?;
    }
    if parameters.len() > wanted {
        return Err(wrong(format!("There are {} parameters; the query has {wanted}", parameters.len())));
    }
    Ok(())
}

/// A column of the answer while its rows are read.
struct Column {
    name: String,
    /// What the dataset says, where the column is one of a dataset.
    declared: Option<Kind>,
    /// What its values are, elsewhere.
    seen: Option<Kind>,
}

impl Column {
    fn note(&mut self, kind: Kind) {
        self.seen = match (self.seen, kind) {
            (None, kind) => Some(kind),
            (Some(seen), kind) if seen == kind => Some(seen),
            (Some(Kind::Int64 | Kind::Float64), Kind::Int64 | Kind::Float64) => Some(Kind::Float64),
            _ => Some(Kind::Utf8),
        };
    }

    fn data_type(&self) -> &'static str {
        self.declared.or(self.seen).map_or("Null", Kind::name)
    }
}

fn read(statement: &mut Statement<'_>, limits: &Limits) -> Result<(Vec<Value>, Vec<Row>), Refusal> {
    let kinds = [Kind::Int64, Kind::Float64, Kind::Utf8, Kind::Boolean];
    let mut columns: Vec<Column> = statement
        .columns()
        .iter()
        .map(|column| Column {
            name: column.name().to_owned(),
            declared: kinds.into_iter().find(|kind| column.decl_type() == Some(declared(*kind))),
            seen: None,
        })
        .collect();
    let (mut answer, mut bytes) = (Vec::new(), 0);
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(|error| refusal(&error, limits))? {
        let mut members = Row::new();
        for (index, column) in columns.iter_mut().enumerate() {
            let value = row.get_ref(index).map_err(|error| refusal(&error, limits))?;
            let value = value_of(value, column);
            bytes += column.name.len() + value.as_str().map_or(8, str::len);
            members.insert(column.name.clone(), value);
        }
        answer.push(members);
        if answer.len() > limits.rows {
            return Err(Refusal::words(400, format!("The result has more than {} rows", limits.rows)));
        }
        if bytes > limits.bytes {
            return Err(Refusal::words(400, format!("The result is larger than {} bytes", limits.bytes)));
        }
    }
    let fields = columns.iter().map(|column| field(&column.name, column.data_type())).collect();
    Ok((fields, answer))
}

fn value_of(value: ValueRef<'_>, column: &mut Column) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) if column.declared == Some(Kind::Boolean) && (0..=1).contains(&number) => {
            json!(number == 1)
        }
        ValueRef::Integer(number) => {
            column.note(Kind::Int64);
            json!(number)
        }
        ValueRef::Real(number) => {
            column.note(Kind::Float64);
            Number::from_f64(number).map_or(Value::Null, Value::Number)
        }
        ValueRef::Text(text) => {
            column.note(Kind::Utf8);
            json!(String::from_utf8_lossy(text))
        }
        ValueRef::Blob(bytes) => {
            column.note(Kind::Utf8);
            json!(hexadecimal(bytes))
        }
    }
}

/// A column of an answer, as Arrow writes it in JSON.
fn field(name: &str, data_type: &str) -> Value {
    json!({
        "name": name,
        "data_type": data_type,
        "nullable": true,
        "dict_id": 0,
        "dict_is_ordered": false,
        "metadata": {},
    })
}

fn refusal(error: &Error, limits: &Limits) -> Refusal {
    match error.sqlite_error_code() {
        Some(ErrorCode::OperationInterrupted) => {
            Refusal::words(408, format!("The query was ended after {:?}", limits.time))
        }
        Some(ErrorCode::AuthorizationForStatementDenied) => {
            Refusal::words(400, "Only queries that read the datasets are carried out")
        }
        _ => Refusal::words(400, words(error)),
    }
}

/// What `SQLite` says, without the whole query around it.
fn words(error: &Error) -> String {
    match error {
        Error::SqlInputError { msg, .. } | Error::SqliteFailure(_, Some(msg)) => msg.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables() -> BTreeMap<String, Loaded> {
        let rows = json!([
            { "id": 1, "name": "Ada", "open": true, "price": 2, "tags": ["a"] },
            { "id": 2, "name": "O'Hara", "open": false, "price": 2.5 },
        ]);
        let loaded = Loaded::new(serde_json::from_value(rows).unwrap(), None).unwrap();
        BTreeMap::from([("my-trips".to_owned(), loaded.clone()), ("trips".to_owned(), loaded)])
    }

    fn rows(statement: &str, parameters: &Value) -> Value {
        let (_, rows) = run(&tables(), statement, parameters.as_array().unwrap()).ok().unwrap();
        json!(rows)
    }

    fn refused(statement: &str, parameters: &Value, limits: &Limits) -> (u16, String) {
        match carry_out(&tables(), statement, parameters.as_array().unwrap(), limits) {
            Err(Refusal::Words(status, words)) => (status, words),
            other => panic!("{statement}: {other:?}"),
        }
    }

    #[test]
    fn values_come_out_as_they_went_in() {
        let none = json!([]);
        assert_eq!(
            rows("SELECT * FROM trips ORDER BY id", &none),
            json!([
                { "id": 1, "name": "Ada", "open": true, "price": 2.0, "tags": "[\"a\"]" },
                { "id": 2, "name": "O'Hara", "open": false, "price": 2.5, "tags": null },
            ])
        );
        assert_eq!(rows("SELECT count(*) AS n FROM \"my-trips\";", &none), json!([{ "n": 2 }]));
        assert_eq!(rows("VALUES (x'00ff')", &none), json!([{ "column1": "00ff" }]));
        assert_eq!(rows("SELECT 9e999 AS big", &none), json!([{ "big": null }]));
    }

    #[test]
    fn the_schema_says_what_is_known() {
        let statement = "SELECT id, open, price, name, id + 0.5 AS e, count(*) AS n, NULL AS none FROM trips";
        let (fields, _) = run(&tables(), statement, &[]).ok().unwrap();
        let types: Vec<&str> = fields.iter().map(|field| field["data_type"].as_str().unwrap()).collect();
        assert_eq!(types, ["Int64", "Boolean", "Float64", "Utf8", "Float64", "Int64", "Null"]);
        let (fields, _) = run(&tables(), "SELECT 1 AS a UNION ALL SELECT 2.5", &[]).ok().unwrap();
        assert_eq!(fields[0]["data_type"], "Float64");
    }

    #[test]
    fn parameters_are_bound_by_place_or_number() {
        let named = |statement: &str, parameters: Value| rows(statement, &parameters);
        let ada = json!([{ "name": "Ada" }]);
        assert_eq!(named("SELECT name FROM trips WHERE open = ? AND id = ?", json!([true, 1])), ada);
        assert_eq!(named("SELECT name FROM trips WHERE id = $2 AND name = $1", json!(["Ada", 1])), ada);
        for (statement, parameters) in [
            ("SELECT ?", json!([])),
            ("SELECT 1", json!([1])),
            ("SELECT ?", json!([[1]])),
            ("SELECT $0", json!([1])),
        ] {
            assert_eq!(refused(statement, &parameters, &LIMITS).0, 400, "{statement}");
        }
    }

    #[test]
    fn nothing_but_reading_is_allowed() {
        for statement in [
            "DELETE FROM trips",
            "INSERT INTO trips (id) VALUES (3)",
            "UPDATE trips SET id = 3",
            "DROP TABLE trips",
            "CREATE TABLE other (a)",
            "CREATE TEMP TABLE other (a)",
            "ATTACH 'other.db' AS other",
            "VACUUM INTO 'other.db'",
            "PRAGMA query_only = 0",
            "SELECT * FROM pragma_table_info('trips')",
            "SELECT load_extension('x')",
            "BEGIN",
            "SELECT 1; DELETE FROM trips",
            "WITH gone AS (SELECT 1) DELETE FROM trips",
        ] {
            let (status, words) = refused(statement, &json!([]), &LIMITS);
            assert_eq!(status, 400, "{statement}: {words}");
        }
    }

    #[test]
    fn mistakes_are_named() {
        for (statement, named) in [
            ("SELECT * FROM lost", "no such table: lost"),
            ("SELEC 1", "syntax error"),
            ("", "no query"),
            ("-- only words", "no query"),
        ] {
            let (status, words) = refused(statement, &json!([]), &LIMITS);
            assert!(status == 400 && words.contains(named), "{statement}: {words}");
        }
    }

    #[test]
    fn queries_end() {
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)";
        let short = Limits { time: Duration::from_millis(50), ..LIMITS };
        assert_eq!(refused(&format!("{endless} SELECT max(i) FROM n"), &json!([]), &short).0, 408);
        let (status, words) = refused(&format!("{endless} SELECT i FROM n"), &json!([]), &LIMITS);
        assert!(status == 400 && words.contains("100000 rows"), "{words}");
        let long = format!("{endless} SELECT hex(zeroblob(100000)) AS a FROM n");
        let (status, words) = refused(&long, &json!([]), &LIMITS);
        assert!(status == 400 && words.contains("16777216 bytes"), "{words}");
        assert_eq!(refused("SELECT zeroblob(100000000)", &json!([]), &LIMITS).0, 400);
    }
}
