//! `POST /sessions/{id}/messages`.

use crate::api;
use serde_json::json;

#[tokio::test]
async fn a_message_is_applied() {
    let server = api::server();
    let session = api::session(&server, "{}").await;
    let answer =
        api::ada(&server, "POST", &format!("{session}/messages"), r#"{"message":"Rust"}"#).await;
    assert_eq!(answer.status, 200);
    let reply = answer.json();
    assert_eq!((&reply["accepted"], &reply["done"]), (&json!(true), &json!(true)));
    assert_eq!(reply["spec"], json!({ "language": "rust", "problem_count": 3 }));
    assert_eq!(reply.get("error"), None);
}

/// It is not applied, and the learner can correct it.
#[tokio::test]
async fn a_message_that_is_not_understood_is_no_failure() {
    let server = api::server();
    let session = api::session(&server, "{}").await;
    let messages = format!("{session}/messages");
    let answer = api::ada(&server, "POST", &messages, r#"{"message":"Cobol"}"#).await;
    assert_eq!(answer.status, 200);
    let members: Vec<_> = ["accepted", "done", "error", "nextQuestion", "spec"].into();
    let reply = answer.json();
    let object = reply.as_object().expect("an object");
    assert_eq!(object.keys().collect::<Vec<_>>(), members);
    assert_eq!(reply["accepted"], false);
    assert_eq!(reply["nextQuestion"], "Which language should the problems use?");
    assert_eq!(reply["spec"]["language"], json!(null));

    let answer = api::ada(&server, "POST", &messages, r#"{"message":"Python"}"#).await;
    assert_eq!(answer.json()["accepted"], true);
}

#[tokio::test]
async fn a_session_that_is_ready_takes_no_message() {
    let server = api::server();
    let session = api::session(&server, "{}").await;
    let activity = api::generate(&server, &session).await;
    assert_eq!(api::ada(&server, "GET", &format!("{activity}/problems"), "").await.status, 200);
    let answer =
        api::ada(&server, "POST", &format!("{session}/messages"), r#"{"message":"Rust"}"#).await;
    answer.is(409, "application/json", r#"{"error":"Cannot go from READY to DRAFTING"}"#);
}

/// FAILED is not the end.
#[tokio::test]
async fn a_failed_session_recovers() {
    let server = api::server();
    let session = api::session(&server, r#"{"language":"rust"}"#).await;
    api::teach(&server, &session, &json!({ "1": [null] })).await;
    let activity = api::generate(&server, &session).await;
    assert_eq!(api::ada(&server, "GET", &format!("{activity}/problems"), "").await.status, 500);
    assert_eq!(api::ada(&server, "GET", &session, "").await.json()["phase"], "FAILED");

    let answer =
        api::ada(&server, "POST", &format!("{session}/messages"), r#"{"message":"Rust"}"#).await;
    assert_eq!(answer.json()["accepted"], true);
    assert_eq!(api::ada(&server, "GET", &session, "").await.json()["phase"], "DRAFTING");
    let activity = api::generate(&server, &session).await;
    let answer = api::ada(&server, "GET", &format!("{activity}/problems"), "").await;
    assert_eq!(answer.json().as_array().map(Vec::len), Some(3), "{answer:?}");
}
