//! What axum answers by itself.

use crate::{JSON, ask, folder, start};
use systems::Server;

/// The shape of the document, whatever the code.
async fn refused(server: &Server, method: &str, path: &str) -> (u16, String) {
    let answer = server.ask(method, path).await;
    let json = answer.json();
    assert_eq!(json["success"], false, "{answer:?}");
    assert!(json["data"].is_null(), "{answer:?}");
    assert!(json["error"]["details"].is_object(), "{answer:?}");
    assert!(json["error"]["hint"].is_string(), "{answer:?}");
    assert_eq!(answer.header("content-type"), Some(JSON));
    assert!(answer.header("x-request-id").is_some_and(|id| id.len() == 36), "{answer:?}");
    let code = json["error"]["code"].as_str().expect("a code");
    (answer.status.as_u16(), code.to_owned())
}

#[tokio::test]
async fn no_answer_has_another_shape() {
    let server = start(&folder("framework"));
    for (method, path, status, code) in [
        ("GET", "/", 404, "ROUTE_NOT_FOUND"),
        ("PUT", "/projects", 405, "METHOD_NOT_ALLOWED"),
        ("GET", "/projects/codrag/file", 400, "VALIDATION_ERROR"),
        ("GET", "/projects/%FF", 400, "VALIDATION_ERROR"),
        ("POST", "/projects", 400, "VALIDATION_ERROR"),
        ("GET", "/debug/panic", 500, "INTERNAL_ERROR"),
    ] {
        let expected = (status, code.to_owned());
        assert_eq!(refused(&server, method, path).await, expected, "{method} {path}");
    }
    // RFC 9110: a 405 says what is allowed.
    let answer = server.ask("PUT", "/projects").await;
    assert_eq!(answer.header("allow"), Some("GET,HEAD,POST"));
}

#[tokio::test]
async fn a_body_that_does_not_fit_names_its_field() {
    let server = start(&folder("bodies"));
    for (sent, field) in [
        (r#"{"path":"docs","size":1}"#, "size"),
        (r#"{"path":"docs","settings":{"max_file_bytes":-1}}"#, "settings.max_file_bytes"),
        // Not a pattern.
        (r#"{"path":"docs","settings":{"exclude_globs":["a**"]}}"#, "settings.exclude_globs[0]"),
    ] {
        let answer = ask(&server, "body", ("POST", "/projects", Some(sent))).await;
        assert_eq!(answer.status, 400, "{answer:?}");
        assert_eq!(answer.json()["error"]["code"], "VALIDATION_ERROR");
        assert_eq!(answer.json()["error"]["details"]["field"], field, "{answer:?}");
    }
    // These speak of the whole.
    for sent in ["{", "[]", "null", r#"{"settings":{}}"#] {
        let answer = ask(&server, "body", ("POST", "/projects", Some(sent))).await;
        assert_eq!(answer.json()["error"]["code"], "VALIDATION_ERROR");
        assert!(answer.json()["error"]["details"]["reason"].is_string(), "{answer:?}");
        assert!(answer.json()["error"]["details"]["field"].is_null(), "{answer:?}");
        // A type's name is no client's.
        assert!(!answer.body.contains("NewProject"), "{answer:?}");
    }
}

#[tokio::test]
async fn a_long_body_is_refused() {
    let server = start(&folder("long"));
    let long = format!(r#"{{"path":"{}"}}"#, "x".repeat(16 * 1024));
    let request = server.request("POST", "/projects").header("content-type", JSON).body(long);
    let answer = server.send(request).await;
    assert_eq!(answer.status, 413, "{answer:?}");
    assert_eq!(answer.json()["error"]["code"], "REQUEST_TOO_LARGE");
}
