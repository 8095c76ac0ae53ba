//! The layer as actix-web's middleware, on a real socket.

mod compression;
mod inside;
#[path = "../native/mod.rs"]
mod native;
mod refused;
mod service;

use actix_web::{App, web};
use native::client::Answer;
use native::same;
use reqwest::Method;
use service::{layer, own, routes, serve, server};

#[tokio::test]
async fn every_request_has_an_id() {
    same::ids(&server()).await;
}

#[tokio::test]
async fn own_errors_stay_and_have_the_id() {
    same::own_errors(&server()).await;
}

#[tokio::test]
async fn what_is_the_applications_passes() {
    let server = server();
    same::what_is_the_applications(&server).await;
    server.get("/html").await.assert_untouched(400, "<p>mine</p>");
}

#[tokio::test(flavor = "multi_thread")]
async fn streams_pass_in_context() {
    same::streams(&server()).await;
}

#[tokio::test]
async fn streams_of_a_known_length_pass_in_context() {
    let request = server().request(Method::GET, "/sized").header("x-request-id", "sized-1");
    let answer = Answer::of(request).await;
    assert_eq!(answer.header("content-length"), Some("8"));
    answer.assert_untouched(200, "sized-1\n");
}

#[tokio::test]
async fn upgrades_pass() {
    same::upgrades(&server()).await;
}

#[tokio::test]
async fn panics_are_caught() {
    same::panics(&server()).await;
}

#[tokio::test]
async fn hooks_that_panic_are_caught() {
    let server = serve(|| App::new().configure(routes).wrap(same::hooked()));
    same::hooks_that_panic(&server).await;
}

/// GET routes do not answer HEAD in actix-web.
#[tokio::test]
async fn head_has_no_body() {
    let server = server();
    let answer = server.head("/own").await;
    assert_eq!((answer.status, answer.header("allow")), (405, Some("GET")));
    assert_eq!(answer.header("content-type"), Some("application/json"));
    answer.assert_event(405, "METHOD_NOT_ALLOWED");
    // The length that a GET would have; and no byte of it.
    let head =
        b"HEAD /own HTTP/1.1\r\nhost: a\r\nx-request-id: head-1\r\nconnection: close\r\n\r\n";
    let answer = server.raw(head).await;
    let body =
        r#"{"code":"METHOD_NOT_ALLOWED","message":"Method Not Allowed","request_id":"head-1"}"#;
    assert!(answer.contains(&format!("content-length: {}\r\n", body.len())), "{answer}");
    assert!(answer.ends_with("\r\n\r\n"), "{answer}");

    let answer = server.head("/heads").await;
    answer.assert_untouched(200, "");
    assert_eq!(answer.header("x-heads"), Some("1"));
}

#[tokio::test]
async fn the_users_own_words_are_used() {
    let server = serve(|| App::new().configure(routes).wrap(own()));
    let message = "We have nothing at this address";
    server.get("/nowhere").await.assert_error(404, "NO_ROUTE", message);
    server.get("/panic").await.assert_error(503, "TRY_LATER", "Service Unavailable");
    let answer = server.post("/order", "{}").await;
    let message = "Json deserialize error: missing field `name` at line 1 column 2";
    answer.assert_error(400, "REFUSED", message);
    // What no variant catches, and what is an error already.
    let answer = server.get("/failed").await;
    answer.assert_error(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    server.get("/own").await.assert_error(409, "OUT_OF_STOCK", "There are only 3 left");
}

/// The inner layer has the word, and each error is told once.
#[tokio::test]
async fn layers_nest() {
    let server = serve(|| App::new().configure(routes).wrap(layer()).wrap(own()));
    for path in ["/own", "/panic", "/failed", "/text", "/empty"] {
        let answer = server.get(path).await;
        assert_eq!(answer.events().len(), 1, "{answer:?}");
    }
    let seen = server.get("/seen").await;
    assert_eq!(seen.json()["context"], seen.id());
    server.get("/nowhere").await.assert_error(404, "NOT_FOUND", "Not Found");
    let answer = server.get("/panic").await;
    answer.assert_error(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
}

/// A scope may have a layer of its own; what has no scope has none.
#[tokio::test]
async fn it_wraps_scopes() {
    let server = serve(|| App::new().service(web::scope("/api").configure(routes).wrap(layer())));
    server.get("/api/own").await.assert_error(409, "OUT_OF_STOCK", "There are only 3 left");
    server.get("/api/nowhere").await.assert_error(404, "NOT_FOUND", "Not Found");
    let answer = server.get("/nowhere").await;
    assert_eq!((answer.status, answer.header("x-request-id")), (404, None));
}
