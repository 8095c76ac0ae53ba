//! Calls of gRPC: what the layer answers is a status in the headers, for a
//! body would be taken for messages.

use crate::api::Own;
use crate::client::{Answer, ask};
use crate::server::{self, everywhere};
use crate::trace::{listen, quiet};
use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use error_runtime::{ApiError, ErrorLayer};
use std::net::SocketAddr;
use tracing::Level;

fn router() -> Router {
    quiet();
    Router::new()
        .route("/panic", post(async || -> &str { panic!("on purpose: a secret") }))
        .route("/busy", post(async || (StatusCode::SERVICE_UNAVAILABLE, "a secret")))
        .route("/late", post(async || StatusCode::GATEWAY_TIMEOUT))
        .route("/long", post(async || (StatusCode::PAYLOAD_TOO_LARGE, "100 % of \"Größe\"")))
        .route("/read", get(async || "fine"))
        .route("/own", post(async || Own::Locked))
}

async fn call(server: SocketAddr, path: &str, content_type: &str) -> Answer {
    ask("POST", server, path).id("r-1").header("content-type", content_type).send().await
}

/// Status and message are those of the specification of gRPC over HTTP/2, with
/// AIP-193's code for the HTTP status.
const TABLE: &[(&str, &str, &str, &str, u16)] = &[
    ("/panic", "13", "Internal Server Error", "INTERNAL_SERVER_ERROR", 500),
    ("/busy", "14", "Service Unavailable", "SERVICE_UNAVAILABLE", 503),
    ("/late", "4", "Gateway Timeout", "GATEWAY_TIMEOUT", 504),
    ("/long", "9", "100 %25 of \"Gr%C3%B6%C3%9Fe\"", "PAYLOAD_TOO_LARGE", 413),
    // There is no such method of a service.
    ("/nowhere", "12", "Not Found", "NOT_FOUND", 404),
    ("/read", "12", "Method Not Allowed", "METHOD_NOT_ALLOWED", 405),
];

#[tokio::test]
async fn a_call_is_answered_by_a_status() {
    for (place, server) in everywhere(router).await {
        for content_type in ["application/grpc", "application/grpc+proto", "application/gRPC;a=b"] {
            for (path, code, message, machine, status) in TABLE {
                let heard = listen();
                let answer = call(server, path, content_type).await;
                assert_eq!((answer.status, answer.text()), (200, ""), "{place}: {path}");
                assert_eq!(answer.header("content-type"), Some("application/grpc"));
                assert_eq!(answer.header("grpc-status"), Some(*code), "{place}: {path}");
                assert_eq!(answer.header("grpc-message"), Some(*message), "{place}: {path}");
                assert_eq!(answer.header("error-code"), Some(*machine), "{place}: {path}");
                assert_eq!(answer.id(), "r-1");
                assert!(answer.header("content-length").is_none_or(|length| length == "0"));
                // The log hears of what it stands for.
                let event = heard.event();
                assert_eq!(event.field("error.type"), Some(*machine));
                assert_eq!(event.field("http.response.status_code"), Some(&*status.to_string()));
                let level = if *status < 500 { Level::INFO } else { Level::ERROR };
                assert_eq!(event.level, level, "{place}: {path}");
            }
        }
    }
}

/// The span of a layer around knows what has failed, although a call's answer
/// is a 200.
#[tokio::test]
async fn layers_in_layers_tell_of_one_error() {
    let inside = router().layer(ErrorLayer::<Word>::new());
    let server = server::axum(inside.layer(ErrorLayer::default())).await;
    let heard = listen();
    let answer = call(server, "/panic", "application/grpc").await;
    assert_eq!(answer.header("grpc-status"), Some("14"));
    assert_eq!(heard.event().field("error.type"), Some("LATER"));
    let spans = heard.spans("request");
    assert_eq!(spans.len(), 2);
    for span in &spans {
        assert_eq!(span.field("error.type"), Some("LATER"));
    }
}

/// What is no call has the envelope; of gRPC-Web the clients read the HTTP
/// status.
#[tokio::test]
async fn what_is_no_call_has_the_envelope() {
    for (_, server) in everywhere(router).await {
        for content_type in ["application/json", "application/grpc-web+proto", "application/grpcs"]
        {
            let answer = call(server, "/panic", content_type).await;
            answer.is_house(500, "INTERNAL_SERVER_ERROR", "Internal Server Error");
            assert_eq!(answer.header("grpc-status"), None);
        }
        // Nor is what only the handler answers any of the layer's business.
        let answer = call(server, "/own", "application/grpc").await;
        answer.is_house(409, "LOCKED", "Somebody else has it open");
    }
}

/// The application's own words for it, one of which cannot be said.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = crate::api::House)]
enum Word {
    #[error("Nothing here")]
    #[api(status = 404, code = "KEIN_WEG_Ü", catch = 404)]
    NoWay,
    #[error("private")]
    #[api(status = 503, code = "LATER", message = "Later", retry_after = 5, catch("panic", "5xx"))]
    Later,
}

#[tokio::test]
async fn the_words_are_the_application_s() {
    let server = server::axum(router().layer(ErrorLayer::<Word>::new())).await;
    let answer = call(server, "/panic", "application/grpc").await;
    let of = |name| answer.header(name);
    assert_eq!((of("grpc-status"), of("grpc-message")), (Some("14"), Some("Later")));
    assert_eq!((of("error-code"), of("retry-after")), (Some("LATER"), Some("5")));
    let answer = call(server, "/nowhere", "application/grpc").await;
    let of = |name| answer.header(name);
    assert_eq!((of("grpc-status"), of("grpc-message")), (Some("12"), Some("Nothing here")));
    assert_eq!(of("error-code"), None);
}
