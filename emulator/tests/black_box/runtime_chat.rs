//! Chat with a runtime, in the form of `OpenAI`.

use serde_json::{Value, json};

use crate::runtime::Running;

const PATH: &str = "/v1/chat/completions";

#[tokio::test]
async fn the_emulator_answers_as_itself() {
    let running = Running::start().await;
    let body = json!({
        "model": "any",
        "messages": [
            { "role": "system", "content": "Be brief." },
            { "role": "user", "content": [{ "type": "text", "text": "How far is Reno?" }] },
        ],
    });
    let answer = running.post(PATH, body.clone()).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"));
    let message = &answer.body["choices"][0]["message"];
    assert_eq!(message["content"], "This is the emulator. You said: How far is Reno?");
    assert_eq!(answer.body["object"], "chat.completion");
    assert_eq!((&answer.body["model"], &answer.body["created"]), (&json!("any"), &json!(1_767_225_600)));
    assert_eq!(
        answer.body["usage"],
        json!({ "prompt_tokens": 6, "completion_tokens": 10, "total_tokens": 16 })
    );
    assert_eq!(running.post(PATH, body).await.body, answer.body, "the same again");
}

#[tokio::test]
async fn an_answer_is_streamed_word_by_word() {
    let running = Running::start().await;
    let body = json!({
        "model": "any",
        "stream": true,
        "stream_options": { "include_usage": true },
        "messages": [{ "role": "user", "content": "Hello" }],
    });
    let answer = running.post(PATH, body).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "text/event-stream"));
    let events: Vec<&str> =
        answer.text.split("\n\n").map(|event| event.trim_start_matches("data: ")).collect();
    let (last, events) = events.split_last().unwrap();
    let (done, events) = events.split_last().unwrap();
    assert_eq!((*last, *done), ("", "[DONE]"));
    let chunks: Vec<Value> = events.iter().map(|event| serde_json::from_str(event).unwrap()).collect();
    assert!(chunks.iter().all(|chunk| chunk["object"] == "chat.completion.chunk"));
    let deltas = chunks.iter().filter_map(|chunk| chunk["choices"][0]["delta"]["content"].as_str());
    assert_eq!(deltas.collect::<String>(), "This is the emulator. You said: Hello");
    assert_eq!(chunks[chunks.len() - 2]["choices"][0]["finish_reason"], "stop");
    assert_eq!(chunks[chunks.len() - 1]["usage"]["total_tokens"], 8);
}

#[tokio::test]
async fn refusals_have_the_form_of_openai() {
    let running = Running::start().await;
    let messages = json!([{ "role": "user", "content": "Hello" }]);
    for (body, param) in [
        (json!({ "messages": messages }), "model"),
        (json!({ "model": "", "messages": messages }), "model"),
        (json!({ "model": "any" }), "messages"),
        (json!({ "model": "any", "messages": [] }), "messages"),
        (json!("any"), "model"),
    ] {
        let answer = running.post(PATH, body).await;
        assert_eq!(answer.status, 400, "{}", answer.text);
        assert_eq!(answer.body["error"]["type"], "invalid_request_error");
        assert_eq!(answer.body["error"]["param"], param);
    }
    assert_eq!(running.with(&running.key, "POST", PATH, "{").await.status, 400);
    let pod = json!({ "models": [{ "name": "assistant", "from": "openai:gpt-4o" }] });
    running.api.put(&running.app, json!({ "spicepod": pod })).await;
    let ask = |model: &str| running.post(PATH, json!({ "model": model, "messages": messages }));
    assert_eq!(ask("any").await.status, 200, "not deployed yet");
    running.deploy().await;
    let unknown = ask("any").await;
    assert_eq!((unknown.status, &unknown.body["error"]["code"]), (404, &json!("model_not_found")));
    assert_eq!(ask("assistant").await.status, 200);
}
