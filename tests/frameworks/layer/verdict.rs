//! Whose answer it is, where that is hard to tell.

use crate::api::Own;
use crate::client::get;
use crate::server::{self, layer};
use crate::trace::{Listening, listen, quiet};
use axum::Router;
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get as on_get;
use error_runtime::Context;
use futures_util::stream;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context as Task, Poll};

/// What the log was told, in order.
fn codes(heard: &Listening) -> Vec<String> {
    let codes = heard.events();
    codes.iter().map(|event| event.field("error.type").unwrap().to_owned()).collect()
}

/// A body that does not tell how long it is, as after `TimeoutBody`.
struct Silent(Body);

impl http_body::Body for Silent {
    type Data = bytes::Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Task<'_>,
    ) -> Poll<Option<Result<http_body::Frame<bytes::Bytes>, axum::Error>>> {
        Pin::new(&mut self.0).poll_frame(cx)
    }
}

async fn silent(response: Response) -> Response {
    response.map(|body| Body::new(Silent(body)))
}

/// A 5xx with a text shows it to nobody, whatever stands around its body; nor
/// does an answer without a type stay one.
#[tokio::test]
async fn a_body_that_does_not_tell_its_length_is_answered() {
    let router = Router::new()
        .route("/five", on_get(async || (StatusCode::BAD_GATEWAY, "a secret")))
        .layer(axum::middleware::map_response(silent))
        .layer(layer());
    let server = server::axum(router).await;
    let heard = listen();
    get(server, "/five").send().await.is_house(502, "BAD_GATEWAY", "Bad Gateway");
    assert_eq!(heard.event().field("error.sources"), Some("a secret"));
    get(server, "/nowhere").send().await.is_house(404, "NOT_FOUND", "Not Found");
    assert_eq!(codes(&heard), ["BAD_GATEWAY", "NOT_FOUND"]);
}

/// The text of a 5xx that never comes is not waited for.
#[tokio::test]
async fn a_text_of_a_5xx_is_not_waited_for() {
    async fn stalled() -> Response {
        let never = Body::from_stream(stream::pending::<Result<&'static str, Infallible>>());
        let mut response = (StatusCode::BAD_GATEWAY, never).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, "text/plain".parse().unwrap());
        response
    }
    let server = server::axum(Router::new().route("/", on_get(stalled)).layer(layer())).await;
    get(server, "/").send().await.is_house(502, "BAD_GATEWAY", "Bad Gateway");
}

/// An error that was made an answer and thrown away lends its name to no other.
#[tokio::test]
async fn what_was_thrown_away_covers_nothing() {
    let router = Router::new()
        .route(
            "/text",
            on_get(async || {
                drop(Own::Words.into_response());
                (StatusCode::INTERNAL_SERVER_ERROR, "password = hunter2")
            }),
        )
        .route(
            "/first",
            on_get(async || {
                let first = Own::Locked.into_response();
                drop(Own::store().into_response());
                first
            }),
        )
        .layer(layer());
    let server = server::axum(router).await;
    let heard = listen();
    let answer = get(server, "/text").send().await;
    answer.is_house(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    get(server, "/first").send().await.is_house(409, "LOCKED", "Somebody else has it open");
    assert_eq!(codes(&heard), ["INTERNAL_SERVER_ERROR", "LOCKED"]);
}

/// Middleware may say the type in other words, and a handler the status.
#[tokio::test]
async fn what_was_changed_on_the_way_is_still_told() {
    async fn renamed(mut response: Response) -> Response {
        let name = "application/json; charset=utf-8".parse().unwrap();
        response.headers_mut().insert(header::CONTENT_TYPE, name);
        response
    }
    let router = Router::new()
        .route("/locked", on_get(async || Own::Locked))
        .route("/fine", on_get(async || (StatusCode::OK, Own::Locked)))
        .layer(axum::middleware::map_response(renamed))
        .layer(layer());
    let server = server::axum(router).await;
    let heard = listen();
    for (path, status) in [("/locked", 409), ("/fine", 200)] {
        let answer = get(server, path).send().await;
        assert_eq!((answer.status, &answer.json()["code"]), (status, &"LOCKED".into()));
    }
    assert_eq!(codes(&heard), ["LOCKED", "LOCKED"]);
}

/// What is answered after the answer has left is told at once.
#[tokio::test]
async fn an_error_in_a_stream_is_told() {
    async fn events() -> Response {
        let one = stream::once(async {
            drop(Own::Locked.into_response());
            Ok::<_, Infallible>("x")
        });
        Body::from_stream(one).into_response()
    }
    let server = server::axum(Router::new().route("/", on_get(events)).layer(layer())).await;
    let heard = listen();
    let answer = get(server, "/").id("r-1").send().await;
    assert_eq!(answer.status, 200);
    let event = heard.event();
    assert_eq!(event.field("error.type"), Some("LOCKED"));
    assert_eq!(event.field("request_id"), Some("r-1"));
}

/// A function of the application's may begin a context anew, or panic.
#[tokio::test]
async fn a_new_context_is_the_requests_all_the_same() {
    quiet();
    let anew = layer().with_request(|_, head| Context::new().with_instance(head.path()));
    let panics = layer().with_request(|_, _| panic!("on purpose"));
    for layer in [anew, panics] {
        let router = Router::new().route("/locked", on_get(async || Own::Locked)).layer(layer);
        let server = server::axum(router).await;
        let heard = listen();
        for path in ["/locked", "/nowhere"] {
            let answer = get(server, path).id("r-1").send().await;
            assert_eq!(answer.json()["request_id"], "r-1");
        }
        assert_eq!(codes(&heard), ["LOCKED", "NOT_FOUND"]);
    }
}

/// A status that is no error's answers no failure.
#[tokio::test]
async fn a_service_that_fails_is_a_5xx() {
    let layer = layer().with_error_status(|_| StatusCode::OK);
    let service = tower::service_fn(async |_: http::Request<hyper::body::Incoming>| {
        Err::<Response, _>(std::io::Error::other("a secret"))
    });
    let server = server::hyper(tower::Layer::layer(&layer, service)).await;
    let answer = get(server, "/").send().await;
    answer.is_house(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
}

/// A file's length is what a 416 is about.
#[tokio::test]
async fn a_416_keeps_the_range() {
    async fn range() -> Response {
        (StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, "bytes */11")]).into_response()
    }
    let server = server::axum(Router::new().route("/", on_get(range)).layer(layer())).await;
    let answer = get(server, "/").send().await;
    answer.is_house(416, "RANGE_NOT_SATISFIABLE", "Range Not Satisfiable");
    assert_eq!(answer.header("content-range"), Some("bytes */11"));
}

#[derive(Debug, thiserror::Error, error_runtime::ApiError)]
#[error("Somebody else has it open")]
#[api(status = 409, code = "LOCKED", tonic)]
struct Called;

/// A gRPC status is a 200 to HTTP, and an error to the log.
#[tokio::test]
async fn a_grpc_status_is_told_once() {
    async fn call() -> Response {
        tonic::Status::from(Called).into_http::<Body>()
    }
    let server = server::axum(Router::new().route("/", on_get(call)).layer(layer())).await;
    let heard = listen();
    let answer = get(server, "/").id("r-1").send().await;
    let seen = [answer.header("grpc-status"), answer.header("error-code"), answer.header("vary")];
    assert_eq!((answer.status, seen), (200, [Some("10"), Some("LOCKED"), None]));
    assert_eq!(codes(&heard), ["LOCKED"]);
    assert_eq!(heard.event().field("request_id"), Some("r-1"));
}
