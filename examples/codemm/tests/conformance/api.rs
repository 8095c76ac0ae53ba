//! The service's requests.

use serde_json::{Value, json};
use systems::{Answer, Server};

pub(crate) fn server() -> Server {
    Server::start(env!("CARGO_BIN_EXE_codemm"), &[])
}

/// A request of the learner Ada's.
pub(crate) async fn ada(server: &Server, method: &str, path: &str, body: &str) -> Answer {
    let request = server.request(method, path).header("authorization", "Bearer ada");
    server.send(with_json(request, body)).await
}

pub(crate) fn with_json(request: reqwest::RequestBuilder, body: &str) -> reqwest::RequestBuilder {
    if body.is_empty() {
        return request;
    }
    request.header("content-type", "application/json").body(body.to_owned())
}

/// A new session of Ada's, as a path.
pub(crate) async fn session(server: &Server, wish: &str) -> String {
    let answer = ada(server, "POST", "/sessions", wish).await;
    assert_eq!(answer.status, 201, "{answer:?}");
    format!("/sessions/{}", text(&answer.json()["id"]))
}

/// Tells a session's model what to say.
pub(crate) async fn teach(server: &Server, session: &str, script: &Value) {
    let path = format!("/debug{session}/model");
    let answer = ada(server, "PUT", &path, &script.to_string()).await;
    assert_eq!(answer.status, 204, "{answer:?}");
}

/// A draft as the model writes it, with a test that wants `output` for itself
/// and one more number.
pub(crate) fn draft(solution: &str, output: &[i64]) -> String {
    let input = [&[7], output].concat();
    let test = json!({ "input": input, "output": output });
    json!({ "title": "t", "statement": "s", "solution": solution, "tests": [test] }).to_string()
}

/// Says the same so many times.
pub(crate) fn repeat(output: &str, times: usize) -> Value {
    vec![output; times].into()
}

/// Starts a generation. It is an activity, as a path.
pub(crate) async fn generate(server: &Server, session: &str) -> String {
    let answer = ada(server, "POST", &format!("{session}/generate"), "").await;
    assert_eq!(answer.status, 202, "{answer:?}");
    format!("/activities/{}", text(&answer.json()["activity"]))
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}
