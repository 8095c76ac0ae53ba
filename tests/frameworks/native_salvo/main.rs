//! The layer as salvo's handler, on a real socket.

#[path = "../native/mod.rs"]
mod native;
mod refused;
mod service;

use native::same;
use salvo::catcher::Catcher;
use salvo::prelude::*;
use service::{layer, own, serve, server};
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
    server.get("/html").await.assert_untouched(400, "<p>mine</p>");
}

#[tokio::test(flavor = "multi_thread")]
async fn streams_pass_in_context() {
    same::streams(&server().await).await;
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
    let server = serve(Service::new(service::routes()).hoop(same::hooked())).await;
    same::hooks_that_panic(&server).await;
}

/// Also where salvo goes on after an error, as it does without a route.
#[tokio::test]
async fn panics_of_hoops_are_caught() {
    let service = Service::new(Router::new()).hoop(layer()).hoop(panicking).hoop(marking);
    let server = serve(service).await;
    let answer = server.get("/nowhere").await;
    answer.assert_error(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    assert_eq!(answer.header("x-marked"), None);
}

#[handler]
async fn panicking() {
    panic!("on purpose");
}

#[handler]
async fn marking(response: &mut Response) {
    response.add_header("x-marked", "1", true).unwrap();
}

/// GET routes do not answer HEAD in salvo.
#[tokio::test]
async fn head_has_no_body() {
    let server = server().await;
    let answer = server.head("/own").await;
    assert_eq!((answer.status, answer.header("allow")), (405, Some("GET")));
    assert_eq!(answer.body, "");
    answer.assert_event(405, "METHOD_NOT_ALLOWED");

    let answer = server.head("/heads").await;
    answer.assert_untouched(200, "");
    assert_eq!(answer.header("x-heads"), Some("1"));
}

#[tokio::test]
async fn the_users_own_words_are_used() {
    let server = serve(Service::new(service::routes()).hoop(own())).await;
    let message = "We have nothing at this address";
    server.get("/nowhere").await.assert_error(404, "NO_ROUTE", message);
    server.get("/panic").await.assert_error(503, "TRY_LATER", "Service Unavailable");
    let answer = server.post("/order", "{}").await;
    answer.assert_error(400, "REFUSED", "missing field `name` at line 1 column 2");
    // What no variant catches, and what is an error already.
    let answer = server.get("/failed").await;
    answer.assert_error(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    server.get("/own").await.assert_error(409, "OUT_OF_STOCK", "There are only 3 left");
}

/// The outer layer has the word, and each error is told once.
#[tokio::test]
async fn layers_nest() {
    let routes = Router::with_hoop(layer()).push(service::routes());
    let server = serve(Service::new(routes).hoop(own())).await;
    for path in ["/own", "/panic", "/failed", "/text", "/empty"] {
        let answer = server.get(path).await;
        assert_eq!(answer.events().len(), 1, "{answer:?}");
    }
    let seen = server.get("/seen").await;
    assert_eq!(seen.json()["context"], seen.id());
    server.get("/nowhere").await.assert_error(404, "NO_ROUTE", "We have nothing at this address");
}

/// What `allowed_media_types` refuse is known after all hoops.
#[tokio::test]
async fn it_is_a_catcher() {
    let service = Service::new(service::routes())
        .hoop(layer().without_incoming_request_ids())
        .catcher(Catcher::new(layer().without_incoming_request_ids()))
        .allowed_media_types(vec![salvo::http::mime::APPLICATION_JSON]);
    let server = serve(service).await;
    let answer = server.get("/html").await;
    assert_eq!(answer.header("x-seen"), Some(answer.id()));
    let message =
        "The request entity has a media type which the server or resource does not support.";
    answer.assert_error(415, "UNSUPPORTED_MEDIA_TYPE", message);
    server.get("/own").await.assert_error(409, "OUT_OF_STOCK", "There are only 3 left");

    // Alone it still answers what no hoop saw.
    let server = serve(Service::new(Router::new()).catcher(Catcher::new(layer()))).await;
    server.get("/nowhere").await.assert_error(404, "NOT_FOUND", "Not Found");
}

#[tokio::test]
async fn timeouts_are_answered() {
    let routes = || {
        Router::new()
            .push(Router::with_path("slow").hoop(Timeout::new(Duration::from_millis(20))).get(slow))
            .push(
                Router::with_path("slower")
                    .hoop(
                        Timeout::new(Duration::from_millis(20)).error(StatusError::gateway_timeout),
                    )
                    .get(slow),
            )
    };
    let server = serve(Service::new(routes()).hoop(layer())).await;
    let answer = server.get("/slow").await;
    let event = answer.assert_error(503, "SERVICE_UNAVAILABLE", "Service Unavailable");
    assert!(event["error.sources"].contains("server timed out"), "{event:?}");
    let answer = server.get("/slower").await;
    answer.assert_error(504, "GATEWAY_TIMEOUT", "Gateway Timeout");
}

#[handler]
async fn slow() {
    tokio::time::sleep(Duration::from_mins(1)).await;
}
