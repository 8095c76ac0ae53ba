//! What middleware inside the layer answers: actix-web gives an error of one
//! no response, and no request.

use super::native::client::{Answer, Server};
use super::native::errors::{Api, Plain};
use super::native::same::MINE;
use super::service::{layer, routes, serve};
use actix_web::body::{BodyStream, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::{ErrorGatewayTimeout, ErrorRequestTimeout, InternalError};
use actix_web::middleware::{Next, from_fn};
use actix_web::{App, Error, HttpResponse};
use bytes::Bytes;
use futures_util::stream;
use reqwest::Method;
use std::convert::Infallible;
use std::future::pending;
use std::time::Duration;

/// A middleware that does what a header says.
async fn middleware(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let wish = request.headers().get("x-wish").map(|wish| wish.to_str().unwrap().to_owned());
    match wish.as_deref() {
        Some("own") => Err(Api::OutOfStock { left: 3 }.into()),
        Some("text") => Err(Plain::NoPage.into()),
        Some("json") => {
            Err(once(HttpResponse::BadRequest().content_type("application/json").body(MINE)))
        }
        Some("stream") => {
            let chunks = ["one,", "two"].map(|chunk| Ok::<_, Infallible>(Bytes::from(chunk)));
            let body = BodyStream::new(stream::iter(chunks));
            Err(once(HttpResponse::BadRequest().body(body)))
        }
        Some("panic") => panic!("on purpose: in a middleware"),
        Some("late") => match tokio::time::timeout(Duration::from_millis(20), pending()).await {
            Ok(()) => next.call(request).await,
            Err(_) => Err(ErrorRequestTimeout("that took too long")),
        },
        Some("upstream") => Err(ErrorGatewayTimeout("10.0.0.7 is slow")),
        _ => next.call(request).await,
    }
}

/// An error with an answer that can be asked for once.
fn once(response: HttpResponse) -> Error {
    InternalError::from_response("the cause", response).into()
}

async fn wish(server: &Server, wish: &str) -> Answer {
    Answer::of(server.request(Method::GET, "/seen").header("x-wish", wish)).await
}

fn server() -> Server {
    serve(|| App::new().configure(routes).wrap(from_fn(middleware)).wrap(layer()))
}

#[tokio::test]
async fn own_errors_have_the_id() {
    let server = server();
    let answer = wish(&server, "own").await;
    answer.assert_error(409, "OUT_OF_STOCK", "There are only 3 left");
    assert_eq!(answer.header("x-left"), Some("3"));
    let answer = wish(&server, "text").await;
    assert_eq!((answer.status, answer.body.as_str()), (404, "There is no such page"));
    answer.assert_event(404, "NO_PAGE");
}

#[tokio::test]
async fn what_is_the_applications_passes() {
    let server = server();
    let answer = wish(&server, "json").await;
    assert_eq!(answer.header("content-type"), Some("application/json"));
    answer.assert_untouched(400, MINE);
    let answer = wish(&server, "stream").await;
    assert_eq!(answer.header("content-length"), None);
    answer.assert_untouched(400, "one,two");
}

#[tokio::test]
async fn panics_are_caught() {
    let answer = wish(&server(), "panic").await;
    let message = "Internal Server Error";
    let event = answer.assert_error(500, "INTERNAL_SERVER_ERROR", message);
    assert_eq!(event["error.sources"], "on purpose: in a middleware");
}

#[tokio::test]
async fn timeouts_are_answered() {
    let server = server();
    let answer = wish(&server, "late").await;
    answer.assert_error(408, "REQUEST_TIMEOUT", "that took too long");
    let answer = wish(&server, "upstream").await;
    let event = answer.assert_error(504, "GATEWAY_TIMEOUT", "Gateway Timeout");
    assert_eq!(event["error.sources"], "10.0.0.7 is slow");
}

/// The outer layer sees an error of the inner one, and knows that it is an
/// answer.
#[tokio::test]
async fn layers_nest() {
    let server = serve(|| {
        App::new().configure(routes).wrap(from_fn(middleware)).wrap(layer()).wrap(layer())
    });
    for name in ["own", "text", "panic", "late", "upstream"] {
        let answer = wish(&server, name).await;
        assert_eq!(answer.events().len(), 1, "{answer:?}");
    }
    wish(&server, "json").await.assert_untouched(400, MINE);
    wish(&server, "stream").await.assert_untouched(400, "one,two");
    let answer = wish(&server, "own").await;
    answer.assert_error(409, "OUT_OF_STOCK", "There are only 3 left");
}
