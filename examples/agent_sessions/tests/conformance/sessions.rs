//! What a session goes through.

use crate::api;

const NEW: &str = r#"{"session_type":"maven_maintenance","project_path":"/path/to/library"}"#;

#[tokio::test]
async fn a_session_locks_its_project() {
    let server = api::server();
    let session = api::dev(&server, "POST", "/sessions", NEW).await;
    assert_eq!(session.status, 201);
    let id = session.json()["id"].as_str().expect("a text").to_owned();

    let locked = api::dev(&server, "POST", "/sessions", NEW).await;
    assert_eq!(locked.json()["error_code"], "PROJECT_LOCKED");
    let context = &locked.json()["context"];
    assert_eq!(context["locked_by_session"], id.as_str());
    assert_eq!(context["locked_since"], session.json()["created_at"]);

    let path = |what: &str| format!("/sessions/{id}{what}");
    assert_eq!(api::dev(&server, "POST", &path("/start"), "").await.status, 202);
    let again = api::dev(&server, "POST", &path("/start"), "").await;
    assert_eq!(again.json()["error_code"], "SESSION_IN_PROGRESS");
    let reply = api::dev(&server, "POST", &path("/messages"), r#"{"prompt":"Hello"}"#).await;
    assert_eq!(reply.body, r#"{"reply":"As you like."}"#);
    assert_eq!(api::dev(&server, "POST", &path("/run"), "").await.status, 200);

    assert_eq!(api::dev(&server, "POST", &path("/cancel"), "").await.status, 200);
    assert_eq!(api::dev(&server, "GET", &path(""), "").await.json()["status"], "cancelled");
    let again = api::dev(&server, "POST", &path("/cancel"), "").await;
    assert_eq!(again.json()["error_code"], "CONFLICT");
    assert_eq!(api::dev(&server, "POST", "/sessions", NEW).await.status, 201);
}

#[tokio::test]
async fn artifacts_are_kept() {
    let server = api::server();
    let path = "/sessions/session-run/artifacts/summary.md";
    assert_eq!(api::dev(&server, "POST", path, "a report").await.status, 201);
    assert_eq!(api::dev(&server, "GET", path, "").await.body, "a report");
    let again = api::dev(&server, "POST", path, "another").await;
    assert_eq!(again.json()["error_code"], "DUPLICATE_RESOURCE");
    assert_eq!(api::dev(&server, "GET", path, "").await.body, "a report");
}
