//! Lists, and what is found through them.

use super::*;

/// A page of so many apps, from an id on.
fn page(first: i64, apps: i64) -> Answer {
    let apps: Vec<_> =
        (first..first + apps).map(|id| serde_json::json!({"id": id, "name": format!("app-{id}")})).collect();
    ok(serde_json::json!({ "apps": apps }).to_string())
}

fn offsets(script: &Script) -> Vec<String> {
    let requests = script.requests.lock().unwrap();
    let offset =
        |request: &HttpRequest| request.url.query().unwrap().split("offset=").nth(1).unwrap().to_owned();
    requests.iter().map(offset).collect()
}

#[tokio::test(start_paused = true)]
async fn a_list_comes_once_and_ahead_of_time() {
    let pages =
        (0..6).map(|number| page(number * 20, 20)).chain([page(120, 3), page(0, 0), page(0, 0), page(0, 0)]);
    let (client, script) = client(pages);
    let apps = client.apps().list().page_size(20).try_collect().await.unwrap();
    assert_eq!(apps.iter().map(|app| app.id).collect::<Vec<_>>(), (0..123).collect::<Vec<_>>());
    assert_eq!(offsets(&script)[..7], ["0", "20", "40", "60", "80", "100", "120"]);
}

#[tokio::test(start_paused = true)]
async fn what_is_not_wanted_is_not_fetched() {
    let (client, script) = client((0..10).map(|number| page(number * 20, 20)));
    let apps = client.apps().list().page_size(20).limit(45).try_collect().await.unwrap();
    assert_eq!((apps.len(), sent(&script)), (45, 3));
    let first = client.apps().list().first().await.unwrap().unwrap();
    assert_eq!((first.id, sent(&script)), (60, 4));
}

#[tokio::test(start_paused = true)]
async fn a_list_whose_page_fails_gives_what_came_before_and_then_the_error() {
    let (client, _) = client([page(0, 20), status(403)]);
    let mut apps = client.apps().list().page_size(20);
    for id in 0..20 {
        assert_eq!(apps.try_next().await.unwrap().unwrap().id, id);
    }
    let error = apps.try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.next_offset()), (ErrorKind::PermissionDenied, Some(20)));
    assert!(apps.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_list_goes_on_where_it_stopped() {
    let (client, script) = client([page(40, 20), page(60, 3)]);
    let apps = client.apps().list().offset(40).page_size(20).limit(23).try_collect().await.unwrap();
    assert_eq!(apps.iter().map(|app| app.id).collect::<Vec<_>>(), (40..63).collect::<Vec<_>>());
    let offsets: Vec<String> = script
        .requests
        .lock()
        .unwrap()
        .iter()
        .map(|request| request.url.query().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(offsets, ["limit=20&offset=40", "limit=20&offset=60"]);
}

#[tokio::test(start_paused = true)]
async fn a_server_without_single_deployments_is_asked_for_the_list() {
    let list = r#"{"deployments":[{"id":9,"status":"queued"},{"id":7,"status":"in_progress"}]}"#;
    let done = r#"{"deployments":[{"id":7,"status":"succeeded"}]}"#;
    let (client, script) = client([status(404), ok(list), ok(done)]);
    let deployment = client.deployments().wait(1, 7, crate::WaitOptions::default()).await.unwrap();
    assert_eq!((deployment.id, sent(&script)), (7, 3));
    assert_eq!(seen(&script)[2], "api.example/v1/apps/1/deployments Bearer canary-token");
}
