//! axum's own answers, and tower-http's: the oracle is the same router
//! without the layer.

use crate::client::{Answer, Ask, ask, code, get, phrase, post};
use crate::server::{self, everywhere};
use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Form, Json, Path, Query};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing;
use bytes::Bytes;
use futures_util::stream;
use serde::Deserialize;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

#[derive(Deserialize)]
struct Page {
    page: u32,
}

fn timeout(status: StatusCode) -> TimeoutLayer {
    TimeoutLayer::with_status_code(status, Duration::from_millis(40))
}

async fn slow() -> &'static str {
    std::future::pending().await
}

fn router() -> Router {
    use routing::{get, post};

    let page = async |Json(Page { page }): Json<Page>| page.to_string();
    Router::new()
        .route("/number/{number}", get(async |Path(number): Path<u32>| number.to_string()))
        .route("/query", get(async |Query(Page { page }): Query<Page>| page.to_string()))
        .route("/form", post(async |Form(Page { page }): Form<Page>| page.to_string()))
        .route("/json", post(page).put(page).layer(DefaultBodyLimit::max(1024)))
        .route("/limited", post(async |body: Bytes| body).layer(RequestBodyLimitLayer::new(1024)))
        .route("/slow/408", get(slow).layer(timeout(StatusCode::REQUEST_TIMEOUT)))
        .route("/slow/504", get(slow).layer(timeout(StatusCode::GATEWAY_TIMEOUT)))
        .route("/bare/{status}", get(bare))
        .route("/text/{status}", get(text))
        .route("/html-less", get(async || (StatusCode::CONFLICT, Bytes::from_static(b"bytes"))))
}

/// A status and nothing else.
async fn bare(Path(status): Path<u16>) -> StatusCode {
    StatusCode::from_u16(status).unwrap()
}

/// A status and a text.
async fn text(Path(status): Path<u16>) -> impl IntoResponse {
    (StatusCode::from_u16(status).unwrap(), "  words of its own\n")
}

type Case = (&'static str, fn(SocketAddr) -> Ask, u16);

/// A body whose length is not said.
fn chunked(length: usize) -> reqwest::Body {
    let chunks = (0..length / 256).map(|_| Ok::<_, Infallible>(Bytes::from_static(&[b' '; 256])));
    reqwest::Body::wrap_stream(stream::iter(chunks))
}

const CASES: &[Case] = &[
    ("no route", |to| get(to, "/nowhere"), 404),
    ("no route, percent", |to| get(to, "/%00%ff/%2e%2e/x"), 404),
    ("no route, query", |to| get(to, "/nowhere?a=b"), 404),
    ("no route, POST", |to| post(to, "/nowhere", "{}"), 404),
    ("wrong method", |to| ask("DELETE", to, "/query"), 405),
    ("wrong method of two", |to| ask("PATCH", to, "/json"), 405),
    ("unknown method", |to| ask("BREW", to, "/form"), 405),
    ("bad path", |to| get(to, "/number/abc"), 400),
    ("path of no UTF-8", |to| get(to, "/number/%ff"), 400),
    ("bad query", |to| get(to, "/query?page=abc"), 400),
    ("no query", |to| get(to, "/query"), 400),
    ("JSON syntax", |to| post(to, "/json", "{\"page\":"), 400),
    ("JSON shape", |to| post(to, "/json", "{\"page\":\"x\"}"), 422),
    ("JSON without a member", |to| post(to, "/json", "{}"), 422),
    ("JSON of no UTF-8", |to| post(to, "/json", b"{\"page\":\"\xff\"}".to_vec()), 400),
    ("no JSON", |to| ask("POST", to, "/json").header("content-type", "text/csv").body("a,b"), 415),
    ("no type", |to| ask("POST", to, "/json").body("{}"), 415),
    ("no form", |to| post(to, "/form", "page=1"), 415),
    ("too large for axum", |to| post(to, "/json", vec![b' '; 4096]), 413),
    ("too large for axum, chunked", |to| post(to, "/json", chunked(4096)), 413),
    ("too large for tower-http", |to| post(to, "/limited", vec![b' '; 4096]), 413),
    ("too large for tower-http, chunked", |to| post(to, "/limited", chunked(4096)), 413),
    ("timeout 408", |to| get(to, "/slow/408"), 408),
    ("timeout 504", |to| get(to, "/slow/504"), 504),
    ("a bare status", |to| get(to, "/bare/403"), 403),
    ("a bare 500", |to| get(to, "/bare/500"), 500),
    ("a text", |to| get(to, "/text/429"), 429),
    ("a text of a 5xx", |to| get(to, "/text/503"), 503),
];

/// The shape, the status, the framework's words (of a 4xx), and all headers
/// that are not of the body.
#[track_caller]
fn stands_for(ours: &Answer, theirs: &Answer, name: &str) {
    let words = theirs.text().trim();
    let shown = theirs.status < 500 && !words.is_empty();
    let message = if shown { words } else { phrase(theirs.status) };
    ours.is_house(theirs.status, &code(theirs.status), message);
    for header in theirs.headers.keys() {
        let of_the_body = [header::CONTENT_TYPE, header::CONTENT_LENGTH].contains(header);
        if !of_the_body && *header != header::DATE {
            assert_eq!(ours.all(header.as_str()), theirs.all(header.as_str()), "{name}");
        }
    }
}

#[tokio::test]
async fn each_is_the_envelope_s_with_the_framework_s_words() {
    let bare = server::axum(router()).await;
    let servers = everywhere(router).await;
    for (name, request, status) in CASES {
        let theirs = request(bare).send().await;
        assert_eq!(theirs.status, *status, "{name}: {theirs:?}");
        assert!(theirs.header("content-type").is_none_or(|name| name.starts_with("text/plain")));
        for (place, server) in &servers {
            let ours = request(*server).id("r-1").send().await;
            assert_eq!(ours.id(), "r-1", "{place}: {name}");
            stands_for(&ours, &theirs, name);
        }
    }
}

#[tokio::test]
async fn allow_is_kept() {
    for (place, server) in everywhere(router).await {
        let answer = ask("DELETE", server, "/query").send().await;
        assert_eq!(answer.header("allow"), Some("GET,HEAD"), "{place}");
        answer.is_house(405, "METHOD_NOT_ALLOWED", "Method Not Allowed");
        let answer = ask("GET", server, "/json").send().await;
        let mut allowed: Vec<&str> = answer.header("allow").unwrap().split(',').collect();
        allowed.sort_unstable();
        assert_eq!(allowed, ["POST", "PUT"], "{place}");
        answer.is_house(405, "METHOD_NOT_ALLOWED", "Method Not Allowed");
    }
}

#[tokio::test]
async fn a_5xx_keeps_its_text_to_itself() {
    for (_, server) in everywhere(router).await {
        for status in [500, 501, 502, 503, 504] {
            let answer = get(server, &format!("/text/{status}")).send().await;
            assert!(!answer.text().contains("words"), "{answer:?}");
            answer.is_house(status, &code(status), phrase(status));
        }
    }
}

/// Each status that can be, also those without a name.
#[tokio::test]
async fn every_status_from_400_is_answered() {
    let server = server::axum(router().layer(server::layer())).await;
    for status in 400..600 {
        let answer = get(server, &format!("/bare/{status}")).send().await;
        assert_eq!(answer.status, status);
        assert_eq!(answer.header("content-type"), Some("application/json"));
        assert_eq!(answer.json()["request_id"], answer.id());
    }
    for status in [200, 202, 204, 301, 304, 399] {
        let answer = get(server, &format!("/bare/{status}")).send().await;
        assert_eq!((answer.status, answer.body.len()), (status, 0));
        assert_eq!(answer.header("content-type"), None);
    }
}

/// What the framework's text is, is bounded, and never breaks the JSON.
#[tokio::test]
async fn a_text_is_bounded_and_clean() {
    let texts: [&'static [u8]; 6] =
        [b"\"q\" \\ {x}", b"line\r\nline\x1b[31m", "ä€🔑".as_bytes(), b"\xff\xfe", b"", b" \n "];
    let long = "ü".repeat(100_000);
    let router = Router::new()
        .route(
            "/text/{at}",
            routing::get(async move |Path(at): Path<usize>| {
                let plain = [(header::CONTENT_TYPE, "text/plain")];
                (StatusCode::BAD_REQUEST, plain, Body::from(texts[at])).into_response()
            }),
        )
        .route("/long", routing::get(async move || (StatusCode::BAD_REQUEST, long)));
    let server = server::axum(router.layer(server::layer())).await;
    let messages = [
        "\"q\" \\ {x}",
        "line  line [31m",
        "ä€🔑",
        "\u{fffd}\u{fffd}",
        "Bad Request",
        "Bad Request",
    ];
    for (at, message) in messages.iter().enumerate() {
        let answer = get(server, &format!("/text/{at}")).send().await;
        answer.is_house(400, "BAD_REQUEST", message);
    }
    let answer = get(server, "/long").send().await;
    let body = answer.json();
    // What is cut off is told.
    let message = body["message"].as_str().unwrap().strip_suffix('…').unwrap();
    assert!((100..=1024).contains(&message.len()), "{}", message.len());
    assert!(message.chars().all(|c| c == 'ü'));
}

/// What has a type of its own is the application's.
#[tokio::test]
async fn other_types_are_not_the_framework_s() {
    let server = server::axum(router().layer(server::layer())).await;
    let answer = get(server, "/html-less").send().await;
    assert_eq!(answer.header("content-type"), Some("application/octet-stream"));
    assert_eq!((answer.status, answer.text()), (409, "bytes"));
}
