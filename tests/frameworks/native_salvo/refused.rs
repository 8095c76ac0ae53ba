//! What salvo refuses itself.

use super::native::client::Answer;
use super::service::{self, layer, serve, server};
use reqwest::Method;
use salvo::prelude::*;

#[tokio::test]
async fn without_a_route() {
    let server = server().await;
    let answer = server.get("/nowhere").await;
    answer.assert_error(404, "NOT_FOUND", "Not Found");
    assert_eq!(answer.header("allow"), None);
}

#[tokio::test]
async fn with_the_wrong_method() {
    let server = server().await;
    let answer = server.get("/order").await;
    answer.assert_error(405, "METHOD_NOT_ALLOWED", "Method Not Allowed");
    assert_eq!(answer.header("allow"), Some("POST"));
}

#[tokio::test]
async fn with_a_body_that_is_too_large() {
    let server = server().await;
    let large = format!(r#"{{"name": "{}"}}"#, "a".repeat(70 * 1024));
    let message = "The request is larger than the server is willing or able to process.";
    server.post("/order", large.clone()).await.assert_error(413, "PAYLOAD_TOO_LARGE", message);

    // By a hoop, from the length that is stated.
    let limited = Router::with_hoop(max_size(1024)).push(service::routes());
    let server = serve(Service::new(limited).hoop(layer())).await;
    server.post("/order", large).await.assert_error(413, "PAYLOAD_TOO_LARGE", message);
}

#[tokio::test]
async fn with_a_body_that_it_cannot_read() {
    let server = server().await;
    server.post("/order", r#"{"name": "a"}"#).await.assert_untouched(200, "a");

    let answer = server.post("/order", "{").await;
    let message = "EOF while parsing an object at line 1 column 1";
    answer.assert_error(400, "BAD_REQUEST", message);

    let answer = server.post("/order", "{}").await;
    answer.assert_error(400, "BAD_REQUEST", "missing field `name` at line 1 column 2");

    let request = server.request(Method::POST, "/order").header("content-type", "text/plain");
    let answer = Answer::of(request.body("{}")).await;
    let message = "the request did not have a valid Content-Type header";
    answer.assert_error(400, "BAD_REQUEST", message);
}

#[tokio::test]
async fn with_a_path_that_it_cannot_read() {
    let server = server().await;
    server.get("/number/7").await.assert_untouched(200, "7");
    let answer = server.get("/number/x").await;
    answer.assert_error(400, "BAD_REQUEST", "parse http data failed");
    let answer = server.get("/tried/x").await;
    answer.assert_error(400, "BAD_REQUEST", "invalid digit found in string");
    let answer =
        server.raw(b"GET /number/%ff HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert!(answer.contains(r#"{"code":"BAD_REQUEST","#), "{answer}");
}

/// hyper answers that, before salvo has a request.
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
    let answer = server.get("/failed").await;
    let message = "Internal Server Error";
    let event = answer.assert_error(500, "INTERNAL_SERVER_ERROR", message);
    assert!(event["error.sources"].contains("the private text"), "{event:?}");

    let answer = server.get("/says").await;
    answer.assert_error(400, "BAD_REQUEST", "a public text");

    let answer = server.get("/bare").await;
    answer.assert_error(403, "FORBIDDEN", "keep out");
    assert_eq!(answer.header("www-authenticate"), Some("Basic"));

    server.get("/lost").await.assert_error(404, "NOT_FOUND", "Not Found");
}

#[tokio::test]
async fn with_a_panic_that_a_hoop_caught() {
    let routes = Router::with_hoop(CatchPanic::new()).push(service::routes());
    let server = serve(Service::new(routes).hoop(layer())).await;
    let answer = server.get("/panic").await;
    let message = "Internal Server Error";
    let event = answer.assert_error(500, "INTERNAL_SERVER_ERROR", message);
    assert!(event["error.sources"].contains("panic occurred on server"), "{event:?}");
}
