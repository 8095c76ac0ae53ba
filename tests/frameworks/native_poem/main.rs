//! The layer as poem's middleware, on a real socket.

#[path = "../native/mod.rs"]
mod native;
mod refused;
mod service;

use error_runtime::{Context, ErrorLayer};
use native::client::Answer;
use native::errors::Api;
use native::same;
use poem::error::Error;
use poem::http::StatusCode;
use poem::middleware::CatchPanic;
use poem::{Endpoint, EndpointExt, Request, Route};
use reqwest::Method;
use service::{layer, own, routes, serve, server};
use std::future::pending;
use std::time::Duration;

#[tokio::test]
async fn every_request_has_an_id() {
    same::ids(&server().await).await;
}

#[tokio::test]
async fn own_errors_stay_and_have_the_id() {
    same::own_errors(&server().await).await;
}

#[tokio::test]
async fn what_is_the_applications_passes() {
    let server = server().await;
    same::what_is_the_applications(&server).await;
    server.get("/json-as-error").await.assert_untouched(502, same::MINE);
    server.get("/html").await.assert_untouched(400, "<p>mine</p>");
    server.get("/packed").await.assert_untouched(400, "packed");
}

#[tokio::test(flavor = "multi_thread")]
async fn streams_pass_in_context() {
    same::streams(&server().await).await;
}

#[tokio::test]
async fn upgrades_pass() {
    same::upgrades(&server().await).await;
}

#[tokio::test]
async fn panics_are_caught() {
    same::panics(&server().await).await;
}

#[tokio::test]
async fn hooks_that_panic_are_caught() {
    same::hooks_that_panic(&serve(routes().with(same::hooked())).await).await;
}

/// poem answers HEAD as GET, without the body.
#[tokio::test]
async fn head_has_no_body() {
    let server = server().await;
    server.head("/seen").await.assert_untouched(200, "");
    let answer = server.head("/own").await;
    assert_eq!((answer.status, answer.header("x-left")), (409, Some("3")));
    answer.assert_event(409, "OUT_OF_STOCK");

    // The length that a GET would have; and no byte of it.
    let head =
        b"HEAD /nowhere HTTP/1.1\r\nhost: a\r\nx-request-id: head-1\r\nconnection: close\r\n\r\n";
    let answer = server.raw(head).await;
    let body = r#"{"code":"NOT_FOUND","message":"not found","request_id":"head-1"}"#;
    assert!(answer.contains(&format!("content-length: {}\r\n", body.len())), "{answer}");
    assert!(answer.ends_with("\r\n\r\n"), "{answer}");
}

#[tokio::test]
async fn the_users_own_words_are_used() {
    let server = serve(routes().with(own())).await;
    let message = "We have nothing at this address";
    server.get("/nowhere").await.assert_error(404, "NO_ROUTE", message);
    server.get("/panic").await.assert_error(503, "TRY_LATER", "Service Unavailable");
    let answer = server.post("/order", "{}").await;
    let message = "parse error: missing field `name` at line 1 column 2";
    answer.assert_error(400, "REFUSED", message);
    // What no variant catches, and what is an error already.
    let answer = server.get("/failed").await;
    answer.assert_error(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    server.get("/own").await.assert_error(409, "OUT_OF_STOCK", "There are only 3 left");
}

/// The inner layer has the word, and each error is told once.
#[tokio::test]
async fn layers_nest() {
    let server = serve(routes().with(layer()).with(own())).await;
    for path in ["/own", "/panic", "/failed", "/text", "/empty"] {
        let answer = server.get(path).await;
        assert_eq!(answer.events().len(), 1, "{answer:?}");
    }
    let seen = server.get("/seen").await;
    assert_eq!(seen.json()["context"], seen.id());
    server.get("/nowhere").await.assert_error(404, "NOT_FOUND", "not found");
}

/// The path is the client's, also where a prefix has been taken away.
#[tokio::test]
async fn it_sees_the_whole_path() {
    let layer = ErrorLayer::default().with_request(|context, head| {
        context.with_instance(format!("{} {}", head.method(), head.path()))
    });
    let server = serve(Route::new().nest("/api", routes().with(layer))).await;
    let answer = server.get("/api/nowhere?a=1").await;
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    assert_eq!(answer.json()["instance"], "GET /api/nowhere");
}

/// What middleware inside the layer answers, by what a header wishes.
async fn middleware<E: Endpoint>(next: E, request: Request) -> poem::Result<E::Output> {
    match request.header("x-wish") {
        Some("own") => Err(Api::OutOfStock { left: 3 }.into()),
        Some("panic") => panic!("on purpose: in a middleware"),
        Some("late") => match tokio::time::timeout(Duration::from_millis(20), pending()).await {
            Ok(()) => next.call(request).await,
            Err(_) => Err(Error::from_string("that took too long", StatusCode::REQUEST_TIMEOUT)),
        },
        Some("upstream") => {
            Err(Error::from_string("10.0.0.7 is slow", StatusCode::GATEWAY_TIMEOUT))
        }
        _ => next.call(request).await,
    }
}

#[tokio::test]
async fn errors_of_middleware_are_answered() {
    let server = serve(routes().around(middleware).with(layer())).await;
    let wish =
        async |wish| Answer::of(server.request(Method::GET, "/seen").header("x-wish", wish)).await;
    let answer = wish("own").await;
    answer.assert_error(409, "OUT_OF_STOCK", "There are only 3 left");

    let message = "Internal Server Error";
    let event = wish("panic").await.assert_error(500, "INTERNAL_SERVER_ERROR", message);
    assert_eq!(event["error.sources"], "on purpose: in a middleware");

    wish("late").await.assert_error(408, "REQUEST_TIMEOUT", "that took too long");
    let event = wish("upstream").await.assert_error(504, "GATEWAY_TIMEOUT", "Gateway Timeout");
    assert_eq!(event["error.sources"], "10.0.0.7 is slow");
    assert_eq!(wish("nothing").await.status, 200);
}

/// poem's own answer to a panic is none that it knows as an error.
#[tokio::test]
async fn panics_that_poem_caught_are_answered() {
    let server = serve(routes().with(CatchPanic::new()).with(layer())).await;
    let answer = server.get("/panic").await;
    let message = "Internal Server Error";
    let event = answer.assert_error(500, "INTERNAL_SERVER_ERROR", message);
    assert_eq!(event["error.sources"], "internal server error");
}

/// Nothing of a request is in force after it.
#[tokio::test]
async fn no_context_stays() {
    let server = server().await;
    for path in ["/own", "/panic", "/panic-later", "/nowhere"] {
        server.get(path).await;
        assert!(Context::current().is_none(), "{path}");
    }
}
