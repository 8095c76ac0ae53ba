//! Headers that were true of another body.

use crate::api::Own;
use crate::client::get;
use crate::server::everywhere;
use axum::Router;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing;

fn router(headers: &'static [(HeaderName, &'static str)]) -> Router {
    let add = move |mut response: Response| {
        for (name, value) in headers {
            response.headers_mut().append(name.clone(), HeaderValue::from_static(value));
        }
        std::future::ready(response)
    };
    Router::new()
        .route("/locked", routing::get(async || Own::Locked))
        .route("/text", routing::get(async || (StatusCode::NOT_FOUND, "not here")))
        .route("/long", routing::get(async || (StatusCode::NOT_FOUND, "x".repeat(3000))))
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(middleware::map_response(add))
}

/// What is true of the text only: the same length as the body is not.
#[tokio::test]
async fn a_stale_length_is_gone() {
    async fn measure(response: Response) -> Response {
        let (mut parts, body) = response.into_parts();
        let length = http_body::Body::size_hint(&body).exact().unwrap();
        parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        Response::from_parts(parts, body)
    }
    let router = || router(&[]).layer(middleware::map_response(measure));
    for (_, server) in everywhere(router).await {
        get(server, "/text").send().await.is_house(404, "NOT_FOUND", "not here");
        get(server, "/nowhere").send().await.is_house(404, "NOT_FOUND", "Not Found");
        let answer = get(server, "/long").send().await;
        answer.is_house(404, "NOT_FOUND", &("x".repeat(1024) + "…"));
        let answer = get(server, "/locked").send().await;
        answer.is_house(409, "LOCKED", "Somebody else has it open");
    }
}

#[tokio::test]
async fn what_was_said_of_the_text_is_gone() {
    let headers = &[
        (header::ETAG, "\"v1\""),
        (header::LAST_MODIFIED, "Tue, 15 Nov 1994 12:45:26 GMT"),
        (header::CONTENT_RANGE, "bytes */10"),
        (header::CONTENT_LANGUAGE, "en"),
    ];
    for (place, server) in everywhere(|| router(headers)).await {
        for path in ["/text", "/nowhere"] {
            let answer = get(server, path).send().await;
            for (name, _) in headers {
                assert!(answer.all(name.as_str()).is_empty(), "{place}: {path}: {name}");
            }
            assert_eq!(answer.json()["code"], "NOT_FOUND");
        }
        // The application's own error is not replaced, and has what it has.
        let answer = get(server, "/locked").send().await;
        assert_eq!(answer.header("etag"), Some("\"v1\""), "{place}");
    }
}

#[tokio::test]
async fn what_was_said_of_the_resource_is_kept() {
    let headers = &[
        (header::SET_COOKIE, "a=1"),
        (header::SET_COOKIE, "b=2"),
        (header::ALLOW, "GET"),
        (header::ALLOW, "PUT"),
        (header::WWW_AUTHENTICATE, "Basic"),
        (header::WWW_AUTHENTICATE, "Bearer"),
        (header::RETRY_AFTER, "7"),
        (header::VARY, "origin"),
        (header::LOCATION, "/elsewhere"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    for (place, server) in everywhere(|| router(headers)).await {
        for path in ["/text", "/nowhere", "/locked"] {
            let answer = get(server, path).send().await;
            let mut expected = HeaderMap::new();
            for (name, value) in headers {
                expected.append(name.clone(), HeaderValue::from_static(value));
            }
            for name in expected.keys() {
                let expected: Vec<&HeaderValue> = expected.get_all(name).iter().collect();
                let there: Vec<&HeaderValue> = answer.headers.get_all(name).iter().collect();
                assert_eq!(there, expected, "{place}: {path}: {name}");
            }
            assert_eq!(answer.json()["request_id"], answer.id());
        }
    }
}

/// A handler that says an id of its own says it to nobody: there is one.
#[tokio::test]
async fn an_id_of_somebody_else_is_gone() {
    async fn sign(response: Response) -> Response {
        ([("x-request-id", "mine")], response).into_response()
    }
    let router = || router(&[]).layer(middleware::map_response(sign));
    for (_, server) in everywhere(router).await {
        for path in ["/text", "/locked", "/nowhere"] {
            let answer = get(server, path).id("r-1").send().await;
            assert_eq!(answer.id(), "r-1");
        }
    }
}
