//! The layer in rocket, on a real socket.

#[path = "../native/mod.rs"]
mod native;
mod refused;
mod service;

use native::errors::Api;
use native::same;
use rocket::{Catcher, catch, catchers};
use service::{bare, layer, own, routes, serve, server};

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
    server.get("/html").await.assert_untouched(400, "<p>mine</p>");
}

#[tokio::test(flavor = "multi_thread")]
async fn streams_pass_in_context() {
    same::streams(&server().await).await;
}

#[tokio::test]
async fn streams_keep_the_size_of_their_chunks() {
    let server = server().await;
    let answer = server.raw(b"GET /small HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    assert!(answer.ends_with("\r\n2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n"), "{answer}");
}

#[tokio::test]
async fn upgrades_pass() {
    same::upgrades(&server().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn panics_are_caught() {
    same::panics(&server().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn hooks_that_panic_are_caught() {
    let layer = same::hooked();
    let server = serve(bare().mount("/", layer.routes(routes())).attach(layer)).await;
    same::hooks_that_panic(&server).await;
}

/// rocket answers as it would a GET, and leaves the body out.
#[tokio::test]
async fn head_has_no_body() {
    let server = server().await;
    let length = server.get("/own").await.body.len().to_string();
    let answer = server.head("/own").await;
    assert_eq!((answer.status, answer.body.as_str()), (409, ""));
    assert_eq!(answer.header("content-length"), Some(length.as_str()));
    answer.assert_event(409, "OUT_OF_STOCK");

    let answer = server.head("/number/12").await;
    answer.assert_untouched(200, "");
    assert_eq!(answer.header("content-length"), Some("2"));

    let answer = server.head("/nowhere").await;
    assert_eq!((answer.status, answer.body.as_str()), (404, ""));
    answer.assert_event(404, "NOT_FOUND");
}

#[tokio::test]
async fn the_users_own_words_are_used() {
    let server = serve(bare().attach(own()).mount("/", own().routes(routes()))).await;
    let message = "We have nothing at this address";
    server.get("/nowhere").await.assert_error(404, "NO_ROUTE", message);
    server.get("/panic").await.assert_error(503, "TRY_LATER", "Service Unavailable");
    server.post("/order", "{").await.assert_error(400, "REFUSED", "Bad Request");
    // What no variant catches, and what is an error already.
    let answer = server.get("/slow").await;
    answer.assert_error(504, "GATEWAY_TIMEOUT", "Gateway Timeout");
    server.get("/own").await.assert_error(409, "OUT_OF_STOCK", "There are only 3 left");
}

#[tokio::test]
async fn routes_may_be_given_twice() {
    let routes = layer().routes(own().routes(routes()));
    let server = serve(bare().attach(layer()).mount("/", routes)).await;
    same::own_errors(&server).await;
}

#[catch(418)]
fn no_tea() -> Api {
    Api::OutOfStock { left: 0 }
}

#[catch(400)]
fn no_request() -> Api {
    Api::OutOfStock { left: 1 }
}

#[catch(404)]
fn broken() -> Api {
    panic!("on purpose: the catcher");
}

/// The application's own catchers go before the layer, in the context.
#[tokio::test]
async fn catchers_run_in_context() {
    let rocket = bare()
        .attach(layer())
        .mount("/", layer().routes(routes()))
        .register("/", layer().catchers(catchers![no_tea, no_request, broken]));
    let server = serve(rocket).await;
    server.get("/tea").await.assert_error(409, "OUT_OF_STOCK", "There are only 0 left");
    let answer = server.get("/nowhere").await;
    let event = answer.assert_error(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    assert_eq!(event["error.sources"], "on purpose: the catcher");

    let answer = server.raw(b"BREW / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 409"), "{answer}");
    let (_, id) = answer.split_once("x-request-id: ").unwrap();
    assert_eq!(answer.matches(id.lines().next().unwrap()).count(), 2, "{answer}");
}

/// What the fairing adds is not in the way of a default catcher.
#[tokio::test]
async fn the_users_default_catcher_stays() {
    #[catch(default)]
    fn any() -> Api {
        Api::OutOfStock { left: 7 }
    }

    let rocket = bare().attach(layer()).register("/", layer().catchers(catchers![any]));
    let server = serve(rocket).await;
    let answer = server.get("/nowhere").await;
    answer.assert_error(409, "OUT_OF_STOCK", "There are only 7 left");

    // And the layer is one itself.
    let catcher = Catcher::new(404, layer());
    let rocket = bare().attach(own()).register("/", vec![catcher]);
    let server = serve(rocket).await;
    server.get("/nowhere").await.assert_error(404, "NOT_FOUND", "Not Found");
}

/// The fairing alone: the answers have an id, but bodies do not know it.
#[tokio::test]
async fn routes_that_are_not_the_layers() {
    let server = serve(bare().attach(layer()).mount("/", routes())).await;
    let seen = server.get("/seen").await;
    assert_eq!(seen.json()["header"], seen.id());
    assert_eq!(seen.json()["context"], "none");

    let answer = server.get("/own").await;
    assert_eq!((answer.status, &answer.json()["code"]), (409, &"OUT_OF_STOCK".into()));
    assert_eq!(answer.json()["request_id"], serde_json::Value::Null);
    assert_eq!(answer.id().len(), 36);
    assert_eq!(server.get("/text").await.body, "There is no such page");
    same::streams(&server).await;

    // rocket catches the panic, and nobody hears what was said.
    let answer = server.get("/panic").await;
    let event = answer.assert_error(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    assert_eq!(event.get("error.sources"), None);
}
