//! Layers in layers: the inner one's shape, one event, one id.

use crate::api::Own;
use crate::client::{Answer, ask, get, post};
use crate::server::{self, guest, layer};
use crate::trace::{listen, quiet};
use axum::Router;
use axum::extract::Json;
use axum::http::{HeaderName, StatusCode};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing;
use error_runtime::Context;
use std::net::SocketAddr;

fn routes() -> Router {
    use routing::{get, post};

    Router::new()
        .route("/locked", get(async || Own::Locked))
        .route("/json", post(async |_: Json<u32>| "fine"))
        .route("/panic", get(async || -> &str { panic!("on purpose: nested") }))
        .route("/bare", get(async || StatusCode::FORBIDDEN))
        .route("/words", get(async || Own::Words))
        .route("/nothing", get(async || Own::Bare))
        .route("/own", get(async || (StatusCode::CONFLICT, Json("mine"))))
}

/// The guests' API around the house's, which is nested as a router and as a
/// service.
async fn server() -> SocketAddr {
    quiet();
    let router = Router::new()
        .merge(routes())
        .nest("/router", routes().layer(layer()))
        .nest_service("/service", tower::Layer::layer(&layer(), routes()));
    server::axum(router.layer(guest())).await
}

/// Asks, and expects one event and one id.
async fn once(ask: crate::client::Ask, error: &str) -> Answer {
    let heard = listen();
    let answer = ask.send().await;
    let event = heard.event();
    assert_eq!(event.field("error.type"), Some(error));
    assert_eq!(event.field("request_id"), Some(answer.id()));
    for span in heard.spans("request") {
        assert_eq!(span.field("request_id"), Some(answer.id()));
        let status = answer.status.to_string();
        assert_eq!(span.field("http.response.status_code"), Some(&*status));
        assert_eq!(span.field("error.type"), Some(error));
    }
    answer
}

#[tokio::test]
async fn the_inner_one_answers_for_what_is_inside() {
    let server = server().await;
    let panicked = ("INTERNAL_SERVER_ERROR", "Internal Server Error");
    for inside in ["/router", "/service"] {
        let at = |path| format!("{inside}{path}");
        let answer = once(ask("DELETE", server, &at("/locked")), "METHOD_NOT_ALLOWED").await;
        answer.is_house(405, "METHOD_NOT_ALLOWED", "Method Not Allowed");
        assert_eq!(answer.header("allow"), Some("GET,HEAD"));
        let answer = once(get(server, &at("/bare")), "FORBIDDEN").await;
        answer.is_house(403, "FORBIDDEN", "Forbidden");
        let answer = once(get(server, &at("/panic")), panicked.0).await;
        answer.is_house(500, panicked.0, panicked.1);
        let answer = once(post(server, &at("/json"), "\"x\""), "UNPROCESSABLE_ENTITY").await;
        assert_eq!((answer.status, &answer.json()["request_id"]), (422, &answer.id().into()));
        let answer = once(get(server, &at("/locked")), "LOCKED").await;
        answer.is_house(409, "LOCKED", "Somebody else has it open");
    }
}

#[tokio::test]
async fn the_outer_one_answers_for_the_rest() {
    let server = server().await;
    let answer = once(ask("DELETE", server, "/locked"), "METHOD_NOT_ALLOWED").await;
    answer.is_guest(405, "METHOD_NOT_ALLOWED", "Method Not Allowed");
    let answer = once(get(server, "/panic"), "INTERNAL_SERVER_ERROR").await;
    answer.is_guest(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    let answer = once(get(server, "/nowhere"), "NOT_FOUND").await;
    answer.is_guest(404, "NOT_FOUND", "Not Found");
    // An error brings its own shape along.
    let answer = once(get(server, "/locked"), "LOCKED").await;
    answer.is_house(409, "LOCKED", "Somebody else has it open");
}

#[tokio::test]
async fn both_let_the_application_s_pass() {
    let server = server().await;
    for path in ["/own", "/router/own", "/service/own"] {
        let heard = listen();
        let answer = get(server, path).id("r-1").send().await;
        assert_eq!((answer.status, answer.text(), answer.id()), (409, "\"mine\"", "r-1"));
        assert!(heard.events().is_empty());
    }
}

/// A text, and nothing at all, are known as ours by both layers.
#[tokio::test]
async fn no_layer_replaces_what_the_other_knows() {
    let server = server().await;
    for inside in ["", "/router", "/service"] {
        let answer = once(get(server, &format!("{inside}/words")), "WORDS").await;
        assert_eq!((answer.status, answer.text()), (418, "Only in words"), "{inside}");
        let answer = once(get(server, &format!("{inside}/nothing")), "BARE").await;
        assert_eq!((answer.status, answer.text()), (410, ""), "{inside}");
        assert_eq!(answer.header("x-gone"), Some("1"), "{inside}");
    }
}

/// The same layer twice, as when a router has it and the server, too.
#[tokio::test]
async fn twice_is_once() {
    quiet();
    let router = routes().layer(layer()).layer(layer()).layer(layer());
    let server = server::hyper(tower::Layer::layer(&layer(), router)).await;
    let answer = once(get(server, "/panic"), "INTERNAL_SERVER_ERROR").await;
    answer.is_house(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    once(get(server, "/nowhere"), "NOT_FOUND").await.is_house(404, "NOT_FOUND", "Not Found");
    let answer = once(get(server, "/locked").id("r-1"), "LOCKED").await;
    answer.is_house(409, "LOCKED", "Somebody else has it open");
    assert_eq!(answer.id(), "r-1");
}

/// The outer layer has said who the request is, whatever the inner one would
/// have made of it.
#[tokio::test]
async fn the_outer_one_s_id_is_the_inner_one_s() {
    let name = HeaderName::from_static("x-inner-id");
    let inners = [
        layer().without_incoming_request_ids(),
        layer().with_request_id_header(name),
        layer().with_longest_request_id(1),
    ];
    for inner in inners {
        let server = server::axum(routes().layer(inner).layer(guest())).await;
        for (path, code) in [("/locked", "LOCKED"), ("/bare", "FORBIDDEN")] {
            let answer = once(get(server, path).id("r-12"), code).await;
            assert_eq!(answer.id(), "r-12");
            assert_eq!(answer.json()["request_id"], "r-12");
            assert!(answer.header("x-inner-id").is_none_or(|id| id == "r-12"));
        }
    }
}

/// What stands between the layers and answers in the inner one's place is the
/// outer one's affair.
#[tokio::test]
async fn what_stands_between_is_the_outer_one_s() {
    async fn replace(_: Response) -> Response {
        (StatusCode::SERVICE_UNAVAILABLE, "shut").into_response()
    }
    let inner = routes().layer(layer()).layer(middleware::map_response(replace));
    let server = server::axum(inner.layer(guest())).await;
    let answer = get(server, "/locked").id("r-1").send().await;
    answer.is_guest(503, "SERVICE_UNAVAILABLE", "Service Unavailable");
    assert_eq!(answer.id(), "r-1");
}

/// An id that no header can hold is the request's all the same, also where the
/// inner layer's function begins a context anew.
#[tokio::test]
async fn an_id_that_is_no_header_is_handed_in() {
    let outer = || guest().with_request(|context, _| context.with_request_id("a\nb"));
    let anew = || layer().with_request(|_, _| Context::new());
    for inner in [layer(), anew()] {
        let server = server::axum(routes().layer(inner).layer(outer())).await;
        for path in ["/locked", "/bare", "/panic"] {
            let answer = get(server, path).send().await;
            assert_eq!(answer.json()["request_id"], "a\nb", "{path}");
        }
    }
}
