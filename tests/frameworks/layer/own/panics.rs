//! A panic is an answer like another, wherever and with whatever it happens.

use crate::client::{get, post};
use crate::server::{BoxError, everywhere, hyper, layer};
use crate::trace::{Odd, listen, quiet};
use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing;
use http::Request;
use hyper::body::Incoming;
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::panic::panic_any;
use std::pin::Pin;
use std::task::{Context, Poll};
use tower::{Service, service_fn};
use tracing::Level;

fn router() -> Router {
    use routing::{get, post};

    Router::new()
        .route("/str", get(async || -> &str { panic!("on purpose: a secret") }))
        .route("/string", get(async || -> &str { panic!("on purpose: {}", secret()) }))
        .route("/odd", get(async || -> &str { panic_any(Odd) }))
        .route("/boxed", get(async || -> &str { panic_any(Box::new("on purpose: a secret")) }))
        .route("/number", get(async || -> &str { std::panic::resume_unwind(Box::new(7_u8)) }))
        .route("/later", get(later))
        .route("/sleepy", get(sleepy))
        .route("/body", post(async |_: String| -> &str { panic!("on purpose: a secret") }))
        .route("/fine", get(async || "fine"))
}

fn secret() -> &'static str {
    "a secret"
}

async fn later() -> &'static str {
    tokio::task::yield_now().await;
    panic!("on purpose: a secret")
}

async fn sleepy() -> &'static str {
    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    panic!("on purpose: {}", secret())
}

#[tokio::test]
async fn it_is_a_500_in_the_envelope() {
    quiet();
    for (place, server) in everywhere(router).await {
        for path in ["/str", "/string", "/odd", "/boxed", "/number", "/later", "/sleepy"] {
            let heard = listen();
            let answer = get(server, path).id("r-1").send().await;
            answer.is_house(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
            assert_eq!(answer.id(), "r-1", "{place}");
            assert_eq!(heard.event().level, Level::ERROR, "{place}: {path}");
        }
        let answer = post(server, "/body", vec![b'x'; 100_000]).send().await;
        answer.is_house(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
        assert_eq!(get(server, "/fine").send().await.text(), "fine");
    }
}

/// The payload is for the log, as the cause.
#[tokio::test]
async fn only_the_log_reads_the_payload() {
    quiet();
    for (_, server) in everywhere(router).await {
        for path in ["/str", "/string", "/later", "/sleepy"] {
            let heard = listen();
            let answer = get(server, path).send().await;
            assert!(!answer.text().contains("secret"), "{answer:?}");
            assert_eq!(heard.event().field("error.sources"), Some("on purpose: a secret"));
        }
        for path in ["/odd", "/number", "/boxed"] {
            let heard = listen();
            get(server, path).send().await;
            assert!(heard.event().field("error.sources").is_some());
        }
    }
}

/// No handler's: the service panics before there is a future.
#[tokio::test]
async fn a_call_may_panic() {
    quiet();
    let service = service_fn(|request: Request<Incoming>| -> Ready<Result<Response, Infallible>> {
        assert!(request.uri().path() != "/call", "on purpose: in the call");
        ready(Ok(Response::new(Body::from("fine"))))
    });
    let server = hyper(tower::Layer::layer(&layer(), service)).await;
    for _ in 0..3 {
        let heard = listen();
        let answer = get(server, "/call").send().await;
        answer.is_house(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
        assert_eq!(heard.event().field("error.sources"), Some("on purpose: in the call"));
        assert_eq!(get(server, "/").send().await.text(), "fine");
    }
}

/// The body of the framework's answer panics while the layer reads it.
struct Trap;

impl http_body::Body for Trap {
    type Data = bytes::Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<bytes::Bytes>, BoxError>>> {
        panic!("on purpose: while it is read")
    }

    fn size_hint(&self) -> http_body::SizeHint {
        http_body::SizeHint::with_exact(10)
    }
}

#[derive(Clone)]
struct Traps;

impl Service<Request<Incoming>> for Traps {
    type Response = http::Response<Trap>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<Incoming>) -> Self::Future {
        let mut response = http::Response::new(Trap);
        *response.status_mut() = http::StatusCode::BAD_REQUEST;
        ready(Ok(response))
    }
}

#[tokio::test]
async fn a_body_may_panic_while_it_is_read() {
    quiet();
    let server = hyper(tower::Layer::layer(&layer(), Traps)).await;
    let answer = get(server, "/").send().await;
    answer.is_house(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
}

/// The hook is the application's; what it does is no reason to drop the
/// connection.
#[tokio::test]
async fn a_hook_that_panics_is_answered_too() {
    quiet();
    let hook = |_: &error_runtime::Rendered<'_>| panic!("on purpose: a secret");
    let context = error_runtime::Context::new().with_hook(hook);
    let server = crate::server::axum(router().layer(layer().with_context(context))).await;
    for path in ["/str", "/nowhere", "/str"] {
        let answer = get(server, path).send().await;
        answer.is_house(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    }
}
