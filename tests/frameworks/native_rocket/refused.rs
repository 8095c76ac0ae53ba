//! What rocket refuses itself.

use super::native::client::Answer;
use super::service::server;
use reqwest::Method;

#[tokio::test]
async fn without_a_route() {
    let server = server().await;
    server.get("/nowhere").await.assert_error(404, "NOT_FOUND", "Not Found");
}

/// rocket looks for routes by method and format, too.
#[tokio::test]
async fn with_the_wrong_method_or_format() {
    let server = server().await;
    server.get("/order").await.assert_error(404, "NOT_FOUND", "Not Found");
    let request = server.request(Method::POST, "/only-json").header("content-type", "text/plain");
    Answer::of(request).await.assert_error(404, "NOT_FOUND", "Not Found");
}

#[tokio::test]
async fn with_a_body_that_is_too_large() {
    let server = server().await;
    let large = format!(r#"{{"name": "{}"}}"#, "a".repeat(2048));
    let answer = server.post("/order", large).await;
    answer.assert_error(413, "PAYLOAD_TOO_LARGE", "Payload Too Large");
}

/// A catcher hears nothing of a guard's error but its status; a handler does.
#[tokio::test]
async fn with_a_body_that_it_cannot_read() {
    let server = server().await;
    server.post("/order", r#"{"name": "a"}"#).await.assert_untouched(200, "a");
    server.post("/order", "{").await.assert_error(400, "BAD_REQUEST", "Bad Request");
    let answer = server.post("/order", "{}").await;
    answer.assert_error(422, "UNPROCESSABLE_ENTITY", "Unprocessable Entity");
    server.post("/read", "{").await.assert_error(409, "OUT_OF_STOCK", "There are only 0 left");
}

#[tokio::test]
async fn with_a_path_that_it_cannot_read() {
    let server = server().await;
    server.get("/number/7").await.assert_untouched(200, "7");
    for path in ["/number/x", "/number/%ff"] {
        let answer = server.get(path).await;
        answer.assert_error(422, "UNPROCESSABLE_ENTITY", "Unprocessable Entity");
    }
}

/// Without a route, rocket answers what it cannot make a request of.
#[tokio::test]
async fn with_a_method_that_is_none() {
    let server = server().await;
    let answer = server.raw(b"BREW /own HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    let (_, id) = answer.split_once("x-request-id: ").unwrap();
    let id = id.lines().next().unwrap();
    assert!(answer.contains(r#"{"code":"BAD_REQUEST","#), "{answer}");
    assert_eq!(answer.matches(id).count(), 2, "{answer}");
}

/// hyper answers that, before rocket has a request.
#[tokio::test]
async fn but_not_what_is_no_http() {
    let server = server().await;
    let answer = server.raw(b"GET /own HTTP/1.1\r\nno header\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert!(!answer.contains("x-request-id"), "{answer}");
    assert_eq!(server.get("/seen").await.status, 200);
}

#[tokio::test]
async fn with_a_status_alone() {
    let server = server().await;
    server.get("/tea").await.assert_error(418, "CLIENT_ERROR", "I'm a teapot");
    let answer = server.get("/slow").await;
    answer.assert_error(504, "GATEWAY_TIMEOUT", "Gateway Timeout");
}

/// As in the other frameworks, a status with a text is no answer of the API.
#[tokio::test]
async fn with_a_text() {
    let answer = server().await.get("/keep-out").await;
    answer.assert_error(401, "UNAUTHORIZED", "keep out");
    assert_eq!(answer.header("www-authenticate"), Some("Basic"));
    assert_eq!(answer.header("content-disposition"), None);
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().collect();
    assert_eq!(cookies, ["a=1", "b=2"]);
}
