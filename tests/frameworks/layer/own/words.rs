//! The application's own words for what the framework answers.

use crate::client::{Answer, ask, get, post};
use crate::server::{self, BoxError, hyper};
use crate::trace::{listen, quiet};
use axum::Router;
use axum::extract::Json;
use axum::http::StatusCode;
use axum::routing;
use bytes::Bytes;
use error_runtime::{ApiError, Caught, ErrorLayer, Fallback};
use http::{Request, Response};
use http_body_util::Full;
use hyper::body::Incoming;
use std::time::Duration;
use tower::ServiceBuilder;

/// What the framework answers, in the API's words; of a 4xx that it does not
/// name, there are none.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = crate::api::House)]
enum Word {
    #[error("There is nothing at this address")]
    #[api(status = 404, code = "NO_SUCH_ADDRESS", catch = 404)]
    NoRoute,
    /// The framework's 422 is this API's 400.
    #[error("{text}")]
    #[api(status = 400, code = "INVALID", catch(400, 422))]
    Invalid { text: String },
    #[error("It took too long")]
    #[api(status = 503, code = "TOO_SLOW", message = "It took too long", catch = "timeout")]
    #[api(retry_after = 5)]
    TooSlow,
    #[error("a handler panicked")]
    #[api(status = 500, code = "CRASHED", message = "We will look into it", catch = "panic")]
    Crashed,
    #[error("the server failed")]
    #[api(status = 500, code = "INTERNAL", catch = "5xx")]
    Internal {
        #[api(status)]
        status: u16,
    },
}

/// The same by hand: what a variant cannot say is said in code.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = crate::api::House)]
#[error("by hand")]
#[api(status = 418, code = "BY_HAND")]
struct ByHand;

impl Fallback for ByHand {
    type Envelope = crate::api::House;

    fn catch(caught: &Caught) -> Option<Self> {
        (caught.status() == 405 || caught.is_panic()).then_some(Self)
    }
}

fn router() -> Router {
    use routing::{get, post};

    quiet();
    Router::new()
        .route("/json", post(async |_: Json<u32>| "fine"))
        .route("/panic", get(async || -> &str { panic!("on purpose: words") }))
        .route(
            "/status/{status}",
            get(async |at: axum::extract::Path<u16>| StatusCode::from_u16(at.0).unwrap()),
        )
}

#[tokio::test]
async fn the_variant_that_says_the_most_answers() {
    let server = server::axum(router().layer(ErrorLayer::<Word>::new())).await;
    let of = async |status: u16| get(server, &format!("/status/{status}")).send().await;
    let no_route = "There is nothing at this address";
    of(404).await.is_house(404, "NO_SUCH_ADDRESS", no_route);
    get(server, "/nowhere").send().await.is_house(404, "NO_SUCH_ADDRESS", no_route);
    let invalid = post(server, "/json", "\"x\"").send().await;
    assert_eq!((invalid.status, &invalid.json()["code"]), (400, &"INVALID".into()));
    for status in [408, 504] {
        let answer = of(status).await;
        answer.is_house(503, "TOO_SLOW", "It took too long");
        assert_eq!(answer.header("retry-after"), Some("5"));
    }
    get(server, "/panic").send().await.is_house(500, "CRASHED", "We will look into it");
    of(502).await.is_house(502, "INTERNAL", "Bad Gateway");
    of(599).await.is_house(599, "INTERNAL", "Server Error");
}

/// What no variant catches has the envelope of the type.
#[tokio::test]
async fn the_rest_is_the_envelope_s() {
    let server = server::axum(router().layer(ErrorLayer::<Word>::new())).await;
    let answer = ask("DELETE", server, "/panic").send().await;
    answer.is_house(405, "METHOD_NOT_ALLOWED", "Method Not Allowed");
    assert_eq!(answer.header("allow"), Some("GET,HEAD"));
}

#[tokio::test]
async fn a_fallback_may_be_written_by_hand() {
    let server = server::axum(router().layer(ErrorLayer::<ByHand>::new())).await;
    let answer = ask("DELETE", server, "/panic").send().await;
    answer.is_house(418, "BY_HAND", "by hand");
    // The status is another one, the header is still true.
    assert_eq!(answer.header("allow"), Some("GET,HEAD"));
    get(server, "/panic").send().await.is_house(418, "BY_HAND", "by hand");
    get(server, "/nowhere").send().await.is_house(404, "NOT_FOUND", "Not Found");
}

/// The event and the span tell what left.
#[tokio::test]
async fn the_log_hears_the_code_that_left() {
    let server = server::axum(router().layer(ErrorLayer::<Word>::new())).await;
    let heard = listen();
    get(server, "/status/408").send().await;
    let event = heard.event();
    assert_eq!(event.field("error.type"), Some("TOO_SLOW"));
    assert_eq!(event.field("http.response.status_code"), Some("503"));
    assert_eq!(heard.span().field("error.type"), Some("TOO_SLOW"));
    assert_eq!(heard.span().field("http.response.status_code"), Some("503"));
}

async fn stuck(_: Request<Incoming>) -> Result<Response<Full<Bytes>>, BoxError> {
    std::future::pending().await
}

#[tokio::test]
async fn a_timeout_of_tower_is_one_to_a_variant() {
    let layer = ErrorLayer::<Word>::new().with_error_status(|_| StatusCode::GATEWAY_TIMEOUT);
    let service = ServiceBuilder::new().layer(layer).timeout(Duration::from_millis(20));
    let server = hyper(service.service_fn(stuck)).await;
    let answer: Answer = get(server, "/").send().await;
    answer.is_house(503, "TOO_SLOW", "It took too long");
}
