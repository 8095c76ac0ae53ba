//! What poem refuses itself.

use super::native::client::Answer;
use super::service::server;
use reqwest::Method;

#[tokio::test]
async fn without_a_route() {
    server().await.get("/nowhere").await.assert_error(404, "NOT_FOUND", "not found");
}

/// poem does not say which methods there are.
#[tokio::test]
async fn with_the_wrong_method() {
    let answer = server().await.get("/order").await;
    answer.assert_error(405, "METHOD_NOT_ALLOWED", "method not allowed");
    assert_eq!(answer.header("allow"), None);
}

#[tokio::test]
async fn with_a_body_that_is_too_large() {
    let server = server().await;
    let large = format!(r#"{{"name": "{}"}}"#, "a".repeat(2000));
    let answer = server.post("/limited", large).await;
    answer.assert_error(413, "PAYLOAD_TOO_LARGE", "payload too large");

    // Without a length, its limit refuses all.
    let request = b"POST /limited HTTP/1.1\r\nhost: a\r\nx-request-id: chunked-1\r\n\
        content-type: application/json\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n\
        2\r\n{}\r\n0\r\n\r\n";
    let answer = server.raw(request).await;
    assert!(answer.starts_with("HTTP/1.1 411"), "{answer}");
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(
        (&body["code"], &body["request_id"]),
        (&"LENGTH_REQUIRED".into(), &"chunked-1".into())
    );
}

#[tokio::test]
async fn with_a_body_that_it_cannot_read() {
    let server = server().await;
    server.post("/order", r#"{"name": "a"}"#).await.assert_untouched(200, "a");

    let answer = server.post("/order", "{").await;
    let message = "parse error: EOF while parsing an object at line 1 column 1";
    answer.assert_error(400, "BAD_REQUEST", message);

    let answer = server.post("/order", "{}").await;
    let message = "parse error: missing field `name` at line 1 column 2";
    answer.assert_error(400, "BAD_REQUEST", message);

    let request = server.request(Method::POST, "/order").header("content-type", "text/plain");
    let answer = Answer::of(request.body("{}")).await;
    let message = "invalid content type `text/plain`, expect: `application/json`";
    answer.assert_error(415, "UNSUPPORTED_MEDIA_TYPE", message);
}

#[tokio::test]
async fn with_a_path_that_it_cannot_read() {
    let server = server().await;
    server.get("/number/7").await.assert_untouched(200, "7");
    server.get("/number/x").await.assert_error(400, "BAD_REQUEST", "invalid path params");
    let answer =
        server.raw(b"GET /number/%ff HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert!(answer.contains(r#"{"code":"BAD_REQUEST","#), "{answer}");
}

/// hyper answers that, before poem has a request.
#[tokio::test]
async fn but_not_what_is_no_http() {
    let server = server().await;
    let answer = server.raw(b"GET /own HTTP/1.1\r\nno header\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert!(!answer.contains("x-request-id"), "{answer}");
    assert_eq!(server.get("/seen").await.status, 200);
}

#[tokio::test]
async fn with_errors_of_its_own() {
    let server = server().await;
    let message = "Internal Server Error";
    let event = server.get("/failed").await.assert_error(500, "INTERNAL_SERVER_ERROR", message);
    assert_eq!(event["error.sources"], "the private text: the private source");

    let event = server.get("/mute").await.assert_error(502, "BAD_GATEWAY", "Bad Gateway");
    assert!(!event.contains_key("error.sources"), "{event:?}");

    server.get("/says").await.assert_error(409, "CONFLICT", "a public text");
}

/// What an answer says of the resource stays, and what of its body goes.
#[tokio::test]
async fn with_headers() {
    let answer = server().await.get("/bare").await;
    answer.assert_error(403, "FORBIDDEN", "keep out");
    assert_eq!(answer.header("www-authenticate"), Some("Basic"));
    assert_eq!(answer.header("etag"), None);
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().collect();
    assert_eq!(cookies, ["a=1", "b=2"]);
}
