//! What actix-web refuses itself.

use super::native::client::Answer;
use super::service::server;
use reqwest::Method;

#[tokio::test]
async fn without_a_route() {
    server().get("/nowhere").await.assert_error(404, "NOT_FOUND", "Not Found");
}

/// A `resource` knows its methods; a `route`, as `#[get]`, is not found.
#[tokio::test]
async fn with_the_wrong_method() {
    let server = server();
    let answer = server.get("/order").await;
    answer.assert_error(405, "METHOD_NOT_ALLOWED", "Method Not Allowed");
    assert_eq!(answer.header("allow"), Some("POST"));
    server.post("/disk", "{}").await.assert_error(404, "NOT_FOUND", "Not Found");
}

#[tokio::test]
async fn with_a_body_that_is_too_large() {
    let server = server();
    let large = format!(r#"{{"name": "{}"}}"#, "a".repeat(70 * 1024));
    let message = format!(
        "JSON payload ({} bytes) is larger than allowed (limit: 65536 bytes).",
        large.len()
    );
    server.post("/order", large.clone()).await.assert_error(413, "PAYLOAD_TOO_LARGE", &message);

    // Without a length, it is known when it is read.
    let chunk = format!("{:x}\r\n{large}\r\n0\r\n\r\n", large.len());
    let request = "POST /order HTTP/1.1\r\nhost: a\r\nx-request-id: large-1\r\n\
        content-type: application/json\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n";
    let answer = server.raw(format!("{request}{chunk}").as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 413 Payload Too Large\r\n"), "{answer}");
    let body = r#"{"code":"PAYLOAD_TOO_LARGE","message":"JSON payload has exceeded limit (65536 bytes).","request_id":"large-1"}"#;
    assert!(answer.ends_with(&format!("\r\n\r\n{body}")), "{answer}");
}

#[tokio::test]
async fn with_a_body_that_it_cannot_read() {
    let server = server();
    server.post("/order", r#"{"name": "a"}"#).await.assert_untouched(200, "a");

    let answer = server.post("/order", "{").await;
    let message = "Json deserialize error: EOF while parsing an object at line 1 column 1";
    answer.assert_error(400, "BAD_REQUEST", message);

    let answer = server.post("/order", "{}").await;
    let message = "Json deserialize error: missing field `name` at line 1 column 2";
    answer.assert_error(400, "BAD_REQUEST", message);

    let request = server.request(Method::POST, "/order").header("content-type", "text/plain");
    let answer = Answer::of(request.body("{}")).await;
    answer.assert_error(400, "BAD_REQUEST", "Content type error");
}

#[tokio::test]
async fn with_a_path_that_it_cannot_read() {
    let server = server();
    server.get("/number/7").await.assert_untouched(200, "7");
    let answer = server.get("/number/x").await;
    answer.assert_error(404, "NOT_FOUND", "can not parse \"x\" to a u32");
    let answer =
        server.raw(b"GET /number/%ff HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
    assert!(answer.contains(r#"{"code":"NOT_FOUND","#), "{answer}");
}

/// The server answers that, before the application has a request.
#[tokio::test]
async fn but_not_what_is_no_http() {
    let server = server();
    let answer = server.raw(b"GET /own HTTP/1.1\r\nno header\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert!(!answer.contains("x-request-id"), "{answer}");
    assert_eq!(server.get("/seen").await.status, 200);
}

#[tokio::test]
async fn with_errors_of_its_own() {
    let server = server();
    let message = "Internal Server Error";
    let event = server.get("/failed").await.assert_error(500, "INTERNAL_SERVER_ERROR", message);
    assert_eq!(event["error.sources"], "the private text");

    let event = server.get("/mute").await.assert_error(502, "BAD_GATEWAY", "Bad Gateway");
    assert_eq!(event["error.sources"], "what the error says");

    server.get("/says").await.assert_error(409, "CONFLICT", "a public text");
}

/// What an answer says of the resource stays, and what of its body goes.
#[tokio::test]
async fn with_headers() {
    let server = server();
    let answer = server.get("/bare").await;
    answer.assert_error(403, "FORBIDDEN", "keep out");
    assert_eq!(answer.header("www-authenticate"), Some("Basic"));
    assert_eq!(answer.header("etag"), None);
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().collect();
    assert_eq!(cookies, ["a=1", "b=2"]);
    let answer = server.raw(b"GET /bare HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 403 Forbidden\r\n"), "{answer}");
}

#[tokio::test]
async fn with_a_text_that_panics() {
    let answer = server().get("/panic-in-text").await;
    let message = "Internal Server Error";
    let event = answer.assert_error(500, "INTERNAL_SERVER_ERROR", message);
    assert_eq!(event["error.sources"], "on purpose: in the text");
    assert_eq!(answer.header("x-before"), None);
}
