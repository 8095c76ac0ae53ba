//! The application's answers, byte by byte: the oracle is the same router
//! without the layer.

use crate::client::ask;
use crate::raw;
use crate::server::{self, everywhere};
use crate::trace::listen;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing;
use bytes::Bytes;
use futures_util::stream;
use http_body::Frame;
use http_body_util::StreamBody;
use std::convert::Infallible;

fn typed(status: u16, content_type: &'static str, body: &'static str) -> Response {
    let status = StatusCode::from_u16(status).unwrap();
    (status, [(header::CONTENT_TYPE, content_type)], body).into_response()
}

fn router() -> Router {
    use routing::get;

    let problem = "application/problem+json; charset=utf-8";
    Router::new()
        .route("/text", get(async || "fine"))
        .route("/empty", get(async || ()))
        .route("/html", get(async || Html("<p>fine")))
        .route("/json", get(async || typed(200, "application/json", "[1]")))
        .route("/created", get(async || typed(201, "application/json", "{}")))
        .route("/own/json", get(async || typed(409, "application/json", "{\"mine\":true}")))
        .route("/own/problem", get(async || typed(422, problem, "{}")))
        .route("/own/html", get(async || typed(404, "text/html; charset=utf-8", "<p>no")))
        .route("/own/xml", get(async || typed(500, "application/xml", "<no/>")))
        .route("/own/5xx", get(async || typed(503, "application/json", "{\"mine\":true}")))
        .route("/own/markdown", get(async || typed(400, "text/markdown", "# no")))
        .route("/own/bytes", get(async || (StatusCode::GONE, Bytes::from_static(b"\x00\xff"))))
        .route("/own/grpc", get(async || typed(415, "application/grpc", "")))
        .route("/own/grpc-web", get(async || typed(400, "application/grpc-web-text", "AAAA")))
        .route("/own/odd", get(async || typed(400, "text/plainer", "no")))
        .route("/own/encoded", get(encoded))
        .route("/stream/text", get(stream))
        .route("/not-modified", get(not_modified))
        .route("/no-content", get(async || StatusCode::NO_CONTENT))
        .route("/redirect", get(async || Redirect::to("/text")))
        .route("/cookies", get(cookies))
        .route("/grpc", get(grpc))
}

/// A text that cannot be read without decoding it.
async fn encoded() -> Response {
    let mut response = typed(404, "text/plain", "\x1f\u{8}rot13");
    response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("rot13"));
    response
}

/// A text of which nobody knows the end.
async fn stream() -> Response {
    let parts = stream::iter(["one\n", "two\n"].map(Ok::<_, Infallible>));
    let mut response = Body::from_stream(parts).into_response();
    *response.status_mut() = StatusCode::BAD_REQUEST;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    response
}

async fn not_modified() -> Response {
    (StatusCode::NOT_MODIFIED, [(header::ETAG, "\"v1\"")]).into_response()
}

async fn cookies() -> Response {
    let mut response = "fine".into_response();
    for cookie in ["a=1", "b=2"] {
        response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_static(cookie));
    }
    response
}

/// As gRPC answers: data, and the outcome in the trailers.
async fn grpc() -> Response {
    let mut trailers = HeaderMap::new();
    trailers.insert("grpc-status", HeaderValue::from_static("5"));
    let frames = [Frame::data(Bytes::from_static(b"\0\0\0\0\0")), Frame::trailers(trailers)];
    let mut response =
        Response::new(Body::new(StreamBody::new(stream::iter(frames.map(Ok::<_, Infallible>)))));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/grpc"));
    headers.insert(header::TRAILER, HeaderValue::from_static("grpc-status"));
    response
}

const PATHS: &[&str] = &[
    "/text",
    "/empty",
    "/html",
    "/json",
    "/created",
    "/own/json",
    "/own/problem",
    "/own/html",
    "/own/xml",
    "/own/5xx",
    "/own/markdown",
    "/own/bytes",
    "/own/grpc",
    "/own/grpc-web",
    "/own/odd",
    "/own/encoded",
    "/stream/text",
    "/not-modified",
    "/no-content",
    "/redirect",
    "/cookies",
    "/grpc",
];

fn without(mut headers: HeaderMap, names: &[&str]) -> HeaderMap {
    for name in names {
        headers.remove(*name);
    }
    headers
}

#[tokio::test]
async fn it_is_the_same_but_for_the_id() {
    let bare = server::axum(router()).await;
    let servers = everywhere(router).await;
    for path in PATHS {
        for method in ["GET", "HEAD"] {
            let theirs = ask(method, bare, path).send().await;
            for (place, server) in &servers {
                let heard = listen();
                let ours = ask(method, *server, path).id("r-1").send().await;
                let what = format!("{place}: {method} {path}");
                assert_eq!(ours.status, theirs.status, "{what}");
                assert_eq!(ours.body, theirs.body, "{what}");
                assert_eq!(ours.id(), "r-1", "{what}");
                let headers = without(ours.headers, &["date", "x-request-id"]);
                assert_eq!(headers, without(theirs.headers.clone(), &["date"]), "{what}");
                assert!(heard.events().is_empty(), "{what}");
            }
        }
    }
}

#[tokio::test]
async fn trailers_pass() {
    for (place, server) in everywhere(router).await {
        let raw = raw::ask(server, "GET /grpc HTTP/1.1\r\nte: trailers").await;
        let body = String::from_utf8_lossy(&raw.body);
        assert!(body.ends_with("0\r\ngrpc-status: 5\r\n\r\n"), "{place}: {body:?}");
        assert_eq!(raw.header("content-type"), Some("application/grpc"));
    }
}
