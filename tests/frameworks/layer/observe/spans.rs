//! The request's span, ours or another's.

use super::router;
use crate::client::{ask, get};
use crate::server::{self, everywhere, layer};
use crate::trace::listen;
use axum::Router;
use axum::extract::Request;
use axum::routing;
use tower::ServiceBuilder;
use tower_http::trace::TraceLayer;
use tracing::field::Empty;

#[tokio::test]
async fn it_tells_of_request_and_answer() {
    for (place, server) in everywhere(router).await {
        for (path, status, code) in [
            ("/fine", 200, None),
            ("/locked", 409, Some("LOCKED")),
            ("/nowhere", 404, Some("NOT_FOUND")),
            ("/store", 500, Some("STORE")),
            ("/busy", 503, Some("BUSY")),
            ("/quiet", 404, Some("QUIET")),
            ("/panic", 500, Some("INTERNAL_SERVER_ERROR")),
            ("/text/502", 502, Some("BAD_GATEWAY")),
        ] {
            let heard = listen();
            let answer = get(server, &format!("{path}?q=secret")).send().await;
            let span = heard.span();
            assert_eq!(span.field("http.request.method"), Some("GET"), "{place}");
            assert_eq!(span.field("url.path"), Some(path), "{place}");
            assert_eq!(span.field("request_id"), Some(answer.id()), "{place}");
            let sent = Some(status.to_string());
            assert_eq!(span.field("http.response.status_code"), sent.as_deref(), "{place}: {path}");
            assert_eq!(span.field("error.type"), code, "{place}: {path}");
            // OpenTelemetry, semantic conventions for HTTP server spans: a
            // 4xx leaves the status unset.
            let failed = (status >= 500).then_some("ERROR");
            assert_eq!(span.field("otel.status_code"), failed, "{place}: {path}");
            assert_eq!(span.field("otel.kind"), Some("server"), "{place}");
        }
    }
}

#[tokio::test]
async fn an_application_s_own_answer_is_in_it_too() {
    let server = server::axum(router().layer(layer())).await;
    // The same conventions: a failure without a type of its own has its status
    // for one.
    for (path, status, failed, kind) in
        [("/own", "409", None, None), ("/own/5xx", "502", Some("ERROR"), Some("502"))]
    {
        let heard = listen();
        get(server, path).send().await;
        assert_eq!(heard.span().field("http.response.status_code"), Some(status));
        assert_eq!(heard.span().field("error.type"), kind);
        assert_eq!(heard.span().field("otel.status_code"), failed);
    }
}

#[tokio::test]
async fn it_tells_the_method() {
    let server = server::axum(router().layer(layer())).await;
    let heard = listen();
    ask("DELETE", server, "/locked").send().await;
    assert_eq!(heard.span().field("http.request.method"), Some("DELETE"));
}

/// What a handler logs stands in it, before and after it waits.
#[tokio::test]
async fn handlers_run_in_it() {
    async fn busy() -> &'static str {
        tracing::info!(target: "error_runtime", "before");
        tokio::task::yield_now().await;
        tracing::info!(target: "error_runtime", "after");
        "fine"
    }
    let router = || Router::new().route("/", routing::get(busy));
    for (place, server) in everywhere(router).await {
        let heard = listen();
        get(server, "/").send().await;
        let events = heard.events();
        assert_eq!(events.len(), 2);
        assert!(events.iter().all(|event| event.spans == ["request"]), "{place}: {events:?}");
    }
}

/// tower-http's span, with the fields that we know.
#[tokio::test]
async fn it_may_be_somebody_else_s() {
    let theirs = TraceLayer::new_for_http().make_span_with(|request: &Request| {
        tracing::info_span!(
            "theirs",
            path = request.uri().path(),
            request_id = Empty,
            error.r#type = Empty,
            http.response.status_code = Empty,
            otel.status_code = Empty,
        )
    });
    let both = ServiceBuilder::new().layer(theirs).layer(layer().without_span());
    let server = server::axum(router().layer(both)).await;
    for (path, status, code, failed) in [
        ("/fine", "200", None, None),
        ("/locked", "409", Some("LOCKED"), None),
        ("/nowhere", "404", Some("NOT_FOUND"), None),
        ("/panic", "500", Some("INTERNAL_SERVER_ERROR"), Some("ERROR")),
    ] {
        let heard = listen();
        let answer = get(server, path).send().await;
        assert!(heard.spans("request").is_empty(), "there is none of ours");
        let spans = heard.spans("theirs");
        assert_eq!(spans.len(), 1);
        assert_eq!(spans[0].field("request_id"), Some(answer.id()), "{path}");
        assert_eq!(spans[0].field("http.response.status_code"), Some(status), "{path}");
        assert_eq!(spans[0].field("error.type"), code, "{path}");
        assert_eq!(spans[0].field("otel.status_code"), failed, "{path}");
        for event in heard.events() {
            assert_eq!(event.spans, ["theirs"], "{path}");
        }
        assert_eq!(heard.events().len(), usize::from(code.is_some()), "{path}");
    }
}

/// A span without these fields, and none at all, are no harm.
#[tokio::test]
async fn there_may_be_none() {
    let server = server::axum(router().layer(layer().without_span())).await;
    let heard = listen();
    let answer = get(server, "/locked").send().await;
    answer.is_house(409, "LOCKED", "Somebody else has it open");
    assert!(heard.spans("request").is_empty());
    assert_eq!(heard.event().field("request_id"), Some(answer.id()));
}
