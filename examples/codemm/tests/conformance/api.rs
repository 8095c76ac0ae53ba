//! The service's requests.

use serde_json::{Value, json};
use std::{
    thread,
    time::{Duration, Instant},
};
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

/// The codes of the errors that the log has for this request.
pub(crate) fn logged(server: &Server, id: &str) -> Vec<String> {
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let log = server.log();
        let events = log.lines().filter_map(|line| line.split_once(" error_runtime: "));
        let events = events.map(|(_, event)| event.split_whitespace());
        let id = format!("request_id={id}");
        let codes: Vec<_> = events
            .filter(|words| words.clone().any(|word| word == id))
            .filter_map(|mut words| words.find_map(|word| word.strip_prefix("error.type=")))
            .map(|code| code.trim_matches('"').to_owned())
            .collect();
        if !codes.is_empty() {
            return codes;
        }
        // The log comes by a pipe of its own, a little later.
        assert!(Instant::now() < deadline, "nothing is logged of {id}:\n{log}");
        thread::sleep(Duration::from_millis(10));
    }
}
