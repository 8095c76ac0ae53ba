//! Services that are no axum: errors in place of answers, and hyper alone.

use crate::client::{get, phrase};
use crate::server::{BoxError, hyper, layer};
use crate::trace::listen;
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::Incoming;
use std::convert::Infallible;
use std::error::Error;
use std::fmt;
use std::future::{Ready, ready};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;
use tower::timeout::error::Elapsed;
use tower::{Service, ServiceBuilder, service_fn};
use tracing::Level;

type Answer = Response<Full<Bytes>>;

/// A server of hyper's, with its own hand-made answers.
async fn by_hand(request: Request<Incoming>) -> Result<Answer, BoxError> {
    match request.uri().path() {
        "/fine" => Ok(Response::new(Full::from("fine"))),
        "/slow" => std::future::pending().await,
        "/broken" => Err(Outer.into()),
        _ => {
            let mut response = Response::new(Full::default());
            *response.status_mut() = StatusCode::NOT_FOUND;
            Ok(response)
        }
    }
}

#[derive(Debug)]
struct Outer;

impl fmt::Display for Outer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the backend of 10.0.0.7 broke")
    }
}

impl Error for Outer {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        static INNER: fmt::Error = fmt::Error;
        Some(&INNER)
    }
}

#[tokio::test]
async fn hyper_needs_no_framework() {
    let server = hyper(ServiceBuilder::new().layer(layer()).service_fn(by_hand)).await;
    get(server, "/nowhere").send().await.is_house(404, "NOT_FOUND", "Not Found");
    let answer = get(server, "/fine").id("r-1").send().await;
    assert_eq!((answer.status, answer.text(), answer.id()), (200, "fine", "r-1"));
}

#[tokio::test]
async fn an_error_of_a_service_is_a_500_and_private() {
    let server = hyper(ServiceBuilder::new().layer(layer()).service_fn(by_hand)).await;
    let heard = listen();
    let answer = get(server, "/broken").send().await;
    answer.is_house(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
    let event = heard.event();
    assert_eq!(event.level, Level::ERROR);
    let sources = event.field("error.sources").unwrap();
    assert!(sources.contains("the backend of 10.0.0.7 broke"), "{sources}");
    assert!(sources.contains(&fmt::Error.to_string()), "{sources}");
}

/// Tower's own timeout is an error of the service.
#[tokio::test]
async fn an_error_of_a_service_may_have_a_status() {
    let layer = layer().with_error_status(|error| {
        if error.is::<Elapsed>() { StatusCode::GATEWAY_TIMEOUT } else { StatusCode::BAD_GATEWAY }
    });
    let service = ServiceBuilder::new().layer(layer).timeout(Duration::from_millis(40));
    let server = hyper(service.service_fn(by_hand)).await;
    for (path, status) in [("/slow", 504), ("/broken", 502)] {
        let heard = listen();
        let answer = get(server, path).send().await;
        answer.is_house(status, &crate::client::code(status), phrase(status));
        assert_eq!(heard.event().field("http.response.status_code"), Some(&*status.to_string()));
    }
}

/// Also where that is a 4xx, the error's text is no answer to a client.
#[tokio::test]
async fn an_error_of_a_service_is_private_as_a_4xx() {
    let layer = layer().with_error_status(|_| StatusCode::CONFLICT);
    let server = hyper(ServiceBuilder::new().layer(layer).service_fn(by_hand)).await;
    let heard = listen();
    get(server, "/broken").send().await.is_house(409, "CONFLICT", "Conflict");
    let event = heard.event();
    assert_eq!(event.level, Level::INFO);
    assert!(event.field("error.sources").unwrap().contains("10.0.0.7"));
}

/// A service that is not ready, then fails to be, then has recovered.
#[derive(Clone)]
struct Unready {
    fails: Arc<AtomicBool>,
    calls: Arc<AtomicU32>,
}

impl Service<Request<Incoming>> for Unready {
    type Response = Answer;
    type Error = BoxError;
    type Future = Ready<Result<Answer, BoxError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        if self.fails.load(Ordering::SeqCst) {
            return Poll::Ready(Err("on strike: a secret".into()));
        }
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<Incoming>) -> Self::Future {
        self.calls.fetch_add(1, Ordering::SeqCst);
        ready(Ok(Response::new(Full::from("fine"))))
    }
}

#[tokio::test]
async fn a_service_that_fails_to_be_ready_is_answered_for() {
    let service = Unready { fails: Arc::default(), calls: Arc::default() };
    let (fails, calls) = (Arc::clone(&service.fails), Arc::clone(&service.calls));
    let server = hyper(tower::Layer::layer(&layer(), service)).await;
    for round in 0..3 {
        fails.store(true, Ordering::SeqCst);
        let heard = listen();
        let answer = get(server, "/").id("r-1").send().await;
        answer.is_house(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
        assert_eq!(answer.id(), "r-1");
        assert_eq!(heard.event().field("error.sources"), Some("on strike: a secret"));
        assert_eq!(calls.load(Ordering::SeqCst), round, "one that is not ready is not called");
        fails.store(false, Ordering::SeqCst);
        assert_eq!(get(server, "/").send().await.text(), "fine");
    }
}

/// A `match` that knows that there is no error compiles only so.
fn never<T>(result: Result<T, Infallible>) -> T {
    match result {
        Ok(value) => value,
        Err(never) => match never {},
    }
}

#[tokio::test]
async fn the_layer_itself_never_fails() {
    let service = service_fn(async |_: Request<Incoming>| Err::<Answer, _>(BoxError::from("no")));
    let mut service = tower::Layer::layer(&layer(), service);
    let ready =
        std::future::poll_fn(|cx| Service::<Request<Incoming>>::poll_ready(&mut service, cx));
    never(ready.await);
}
