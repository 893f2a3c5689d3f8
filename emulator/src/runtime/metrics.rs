//! Figures of a runtime in the text form of Prometheus.

use std::fmt::Write as _;

use super::{Route, Visit};
use crate::http::reply::Reply;

pub(super) fn answer(visit: &Visit) -> Reply {
    let mut text = String::new();
    let mut family = |name: &str, kind: &str, help: &str, samples: &[(String, u64)]| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
        for (labels, value) in samples {
            let _ = writeln!(text, "{name}{labels} {value}");
        }
    };
    let requests: Vec<(String, u64)> = visit
        .traffic
        .0
        .iter()
        .map(|((method, path, status), count)| {
            (format!("{{method=\"{method}\",path=\"{path}\",status=\"{status}\"}}"), *count)
        })
        .collect();
    let queries =
        visit.traffic.0.iter().filter(|((_, path, status), _)| *path == Route::Sql.path() && *status == 200);
    let queries = queries.map(|(_, count)| count).sum();
    let active = u64::try_from(visit.loaded.len()).unwrap_or(u64::MAX);
    family("http_requests", "counter", "Requests that this runtime has answered.", &requests);
    family("query_executions", "counter", "Queries that gave rows.", &[(String::new(), queries)]);
    family("dataset_active_count", "gauge", "Datasets that can be queried.", &[(String::new(), active)]);
    Reply::text(200, "text/plain; version=0.0.4; charset=utf-8", text)
}
