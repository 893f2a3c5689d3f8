//! What all calls of a client share.

use super::*;

#[tokio::test(start_paused = true)]
async fn a_server_that_is_down_is_not_flooded() {
    let (client, script) = client(std::iter::repeat_n(status(500), 1100));
    for _ in 0..1000 {
        assert_eq!(client.apps().get(7).await.unwrap_err().kind(), ErrorKind::ServerError);
    }
    assert_eq!(sent(&script), 1035, "500 in reserve, 14 for each retry");
    script.answers.lock().unwrap().clear();
    script.answers.lock().unwrap().extend(std::iter::repeat_n(ok(APP), 4).chain([status(500), ok(APP)]));
    for _ in 0..4 {
        client.apps().get(7).await.unwrap();
    }
    assert_eq!(client.apps().get(7).await.unwrap().meta.attempts(), 2, "successes fill the quota again");
}

#[tokio::test(start_paused = true)]
async fn one_refusal_pauses_the_whole_client() {
    let busy = reply(429, "{}", vec![("retry-after", "2")]);
    let (client, script) = client([busy].into_iter().chain(std::iter::repeat_n(ok(APP), 51)));
    let started = Instant::now();
    client.apps().get(7).await.unwrap();
    let calls: Vec<_> = (0..50).map(|_| tokio::spawn(client.apps().get(7))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(sent(&script), 52);
    assert!(started.elapsed() >= Duration::from_secs(2));
}

#[tokio::test(start_paused = true)]
async fn no_more_requests_run_at_once_than_allowed() {
    let (client, script) = client(std::iter::repeat_n(Never, 100));
    let calls: Vec<_> = (0..50).map(|_| tokio::spawn(client.apps().get(7))).collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(sent(&script), 16);
    for call in &calls {
        call.abort();
    }
}

#[tokio::test(start_paused = true)]
async fn a_dry_run_shows_changes_and_sends_none() {
    let shown = Arc::new(Mutex::new(Vec::new()));
    let (sink, script) = (Arc::clone(&shown), Arc::new(Script::default()));
    script.answers.lock().unwrap().push_back(ok(APP));
    let mut engine = test_engine("canary-token", Box::new(Arc::clone(&script)));
    engine.preview = Some(Arc::new(move |request: &crate::PlannedRequest| {
        sink.lock().unwrap().push(request.clone());
    }));
    let client = Client::new(engine, test_settings());
    client.apps().get(7).await.unwrap();
    let error = client.secrets().set(7, "NAME", "abc").await.unwrap_err();
    assert_eq!((error.kind(), sent(&script)), (ErrorKind::DryRun, 1));
    let shown = std::mem::take(&mut *shown.lock().unwrap());
    assert_eq!((shown[0].method(), shown[0].url()), (Method::Post, "https://api.example/v1/apps/7/secrets"));
    assert_eq!(shown[0].body().unwrap(), &serde_json::json!({"name": "NAME", "value": "[redacted]"}));
    assert!(!format!("{:?}", shown[0]).contains("canary"));
    let wrong = client.secrets().set(7, "1-wrong", "abc").await.unwrap_err();
    assert_eq!(wrong.kind(), ErrorKind::ValidationError, "a dry run checks as well");
}

#[tokio::test(start_paused = true)]
async fn an_app_that_came_back_says_so() {
    let date = ("date", "Fri, 20 Nov 2026 12:00:00 GMT");
    for (created_at, reactivated) in [
        (r#"{"id":7,"name":"sales-bi","created_at":"2026-11-20T11:59:58Z"}"#, false),
        (r#"{"id":7,"name":"sales-bi","created_at":"2025-03-01T00:00:00Z"}"#, true),
        (r#"{"id":7,"name":"sales-bi"}"#, false),
    ] {
        let (client, _) = client([reply(201, created_at, vec![date]), reply(200, created_at, vec![date])]);
        let app = client.apps().create(CreateApp::builder().name("sales-bi").build()).await.unwrap();
        assert_eq!(app.meta.reactivated(), reactivated, "{created_at}");
        assert!(!client.apps().get(7).await.unwrap().meta.reactivated(), "only a creation brings back");
    }
}

#[tokio::test(start_paused = true)]
async fn a_result_tells_what_it_took() {
    let (client, _) = client([status(503), ok(APP)]);
    let app = client.apps().get(7).await.unwrap();
    let told: Vec<_> =
        app.meta.history().iter().map(|attempt| (attempt.number, attempt.status, attempt.outcome)).collect();
    assert_eq!(told, [(1, Some(503), "ServerError"), (2, Some(200), "ok")]);
    assert!(app.meta.history()[1].waited <= Duration::from_millis(250));
}

#[tokio::test(start_paused = true)]
async fn a_trace_is_passed_on() {
    let (client, script) = client([ok(APP)]);
    let trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    let headers = vec![("traceparent".to_owned(), trace.to_owned())];
    let traced = client.with_options(Overrides::builder().headers(headers).build()).unwrap();
    traced.apps().get(7).await.unwrap();
    assert_eq!(script.requests.lock().unwrap()[0].headers["traceparent"], trace);
}
